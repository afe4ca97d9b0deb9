//! The rules of booking told a second time, as plainly as possible: minute by minute over lists of all visits, without
//! rows, indexes or step functions. Of the product it uses only the names of days.

use time::{Date, Weekday};

/// Minutes since the first of January 1970, 0:00 in Japan.
pub type Minute = i64;

pub fn minute(day: Date, minutes: i64) -> Minute {
    i64::from(day.to_julian_day() - 2_440_588) * 1440 + minutes
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Free(u32),
    NoSlots,
    NoSuchSlot,
    Over,
    Age,
    NotYet,
    Limit,
    Full,
    Twice,
}

#[derive(Clone, Copy, Debug)]
pub enum Until {
    Before(i64),
    DaysBefore(i64, i64),
}

impl Until {
    fn of(self, day: Date, start: i64) -> Minute {
        match self {
            Self::Before(minutes) => minute(day, start) - minutes,
            Self::DaysBefore(days, at) => minute(day, start).min(minute(day, 0) - days * 1440 + at),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub minutes: i64,
    pub before: i64,
    pub after: i64,
    pub every: i64,
    pub places: u32,
    pub per_day: Option<u32>,
    pub pool: bool,
    pub opens: (i64, i64),
    pub closes: Until,
    pub promise: Until,
    pub limit: Option<usize>,
    pub oldest: Option<i32>,
}

/// A visit that is expected, or a slot that is kept for one.
#[derive(Clone, Debug)]
pub struct Visit {
    pub menu: usize,
    pub person: usize,
    pub day: Date,
    pub start: i64,
    /// The rules when it was booked.
    pub rule: Rule,
    pub cancelled: bool,
}

impl Visit {
    fn begins(&self) -> Minute {
        minute(self.day, self.start)
    }

    pub fn promised(&self) -> Minute {
        self.rule.promise.of(self.day, self.start)
    }
}

#[derive(Clone, Copy)]
pub struct Question {
    pub menu: usize,
    pub person: Option<usize>,
    /// Whose kept slot does not count.
    pub booker: usize,
    /// Which visit would be given up.
    pub moving: Option<usize>,
    pub day: Date,
    pub start: i64,
}

pub struct Reference {
    pub now: Minute,
    pub rules: Vec<Rule>,
    pub chairs: u32,
    pub holidays: Vec<Date>,
    /// Days on which the clinic is closed, and from and until when.
    pub closed: Vec<(Date, i64, i64)>,
    pub born: Vec<Date>,
    pub visits: Vec<Visit>,
    /// What each booker keeps, and until when.
    pub held: Vec<Option<(Visit, Minute)>>,
}

impl Reference {
    /// The starts of a day.
    pub fn starts(&self, menu: usize, day: Date) -> Vec<i64> {
        let (morning, afternoon) = ((540, 720), (840, 1080));
        let bands = match day.weekday() {
            _ if self.holidays.contains(&day) => vec![],
            Weekday::Sunday => vec![],
            Weekday::Saturday => vec![(morning, 690)],
            _ => vec![(morning, 720), (afternoon, 1050)],
        };
        let rule = &self.rules[menu];
        let closed: Vec<_> = self.closed.iter().filter(|(closed, _, _)| *closed == day).collect();
        let is_open = |minute| !closed.iter().any(|(_, from, until)| (*from..*until).contains(&minute));
        let mut starts = Vec::new();
        for ((from, until), last_reception) in bands {
            for at in from..until {
                let stands = (at - from) % rule.every == 0 && at <= last_reception && at + rule.minutes <= until;
                if stands && (at..at + rule.minutes).all(is_open) {
                    starts.push(at);
                }
            }
        }
        starts
    }

    pub fn answer(&self, question: Question) -> Answer {
        let Question { menu, person, day, start, .. } = question;
        let starts = self.starts(menu, day);
        let rule = &self.rules[menu];
        let person = question.moving.map(|visit| self.visits[visit].person).or(person);
        if starts.is_empty() {
            Answer::NoSlots
        } else if !starts.contains(&start) {
            Answer::NoSuchSlot
        } else if rule.closes.of(day, start) <= self.now {
            Answer::Over
        } else if person.is_some_and(|who| rule.oldest.is_some_and(|oldest| age(self.born[who], day) > oldest)) {
            Answer::Age
        } else if self.now < minute(day, 0) - rule.opens.0 * 1440 + rule.opens.1 {
            Answer::NotYet
        } else if person.is_some_and(|who| rule.limit.is_some_and(|limit| self.coming(question, who) >= limit)) {
            Answer::Limit
        } else {
            match self.places(question) {
                0 => Answer::Full,
                places => Answer::Free(places),
            }
        }
    }

    /// The answer when the slot is wanted rather than looked at: nobody has the same time of a menu twice.
    pub fn answer_to_booking(&self, question: Question) -> Answer {
        let Question { menu, person, day, start, moving, .. } = question;
        let person = moving.map(|visit| self.visits[visit].person).or(person);
        let others = self.visits.iter().enumerate().filter(|(at, visit)| Some(*at) != moving && !visit.cancelled);
        let mut others = others.map(|(_, visit)| (visit.menu, Some(visit.person), visit.day, visit.start));
        match self.answer(question) {
            Answer::Free(_) if others.any(|other| other == (menu, person, day, start)) => Answer::Twice,
            answer => answer,
        }
    }

    fn coming(&self, question: Question, person: usize) -> usize {
        let others = self.visits.iter().enumerate().filter(|(at, _)| Some(*at) != question.moving);
        let own = others.filter(|(_, visit)| visit.person == person && visit.menu == question.menu);
        own.filter(|(_, visit)| !visit.cancelled && visit.begins() > self.now).count()
    }

    fn places(&self, question: Question) -> u32 {
        let rule = &self.rules[question.menu];
        let booked = self.visits.iter().enumerate();
        let booked =
            booked.filter(|(at, visit)| !visit.cancelled && Some(*at) != question.moving).map(|(_, visit)| visit);
        let held = self.held.iter().enumerate().filter(|(booker, _)| *booker != question.booker);
        let held =
            held.filter_map(|(_, held)| held.as_ref()).filter(|(_, ends)| *ends > self.now).map(|(visit, _)| visit);
        let there: Vec<&Visit> = booked.chain(held).filter(|visit| visit.day == question.day).collect();
        let mine: Vec<&Visit> = there.iter().copied().filter(|visit| visit.menu == question.menu).collect();
        let on_chairs = |visit: &&Visit| visit.rule.pool || self.rules[visit.menu].pool;
        let on_chairs: Vec<&Visit> = there.into_iter().filter(on_chairs).collect();
        let today = rule.per_day.unwrap_or(u32::MAX).saturating_sub(mine.len() as u32);
        let (mut most, mut most_on_chairs) = (0, 0);
        for at in question.start - rule.before..question.start + rule.minutes + rule.after {
            most = most.max(at_minute(&mine, at));
            most_on_chairs = most_on_chairs.max(at_minute(&on_chairs, at));
        }
        let chairs = if rule.pool { self.chairs.saturating_sub(most_on_chairs) } else { u32::MAX };
        rule.places.saturating_sub(most).min(today).min(chairs)
    }
}

fn at_minute(visits: &[&Visit], at: i64) -> u32 {
    let there = visits.iter().filter(|visit| {
        (visit.start - visit.rule.before..visit.start + visit.rule.minutes + visit.rule.after).contains(&at)
    });
    there.count() as u32
}

/// Full years, by counting birthdays.
fn age(born: Date, day: Date) -> i32 {
    let had_it = (day.month() as u8, day.day()) >= (born.month() as u8, born.day());
    day.year() - born.year() - i32::from(!had_it)
}
