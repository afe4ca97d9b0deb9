//! One clinic twice, for B2: as the product has it and as the reference has it, and how the answers of the one read in
//! the words of the other.

use super::desk::visitor;
use super::reference::{Answer, Reference, Rule, Until};
use crate::harness::clinics::{self, sakura};
use crate::harness::engine::dice::Dice;
use mypage::clinic::{Age, AgeRange, Clinic, ClosedDays, Closure, Deadline, Menu, Opens, PoolId, TimeOfDay, UnitName};
use mypage::clock::Moment;
use mypage::person::PatientDetails;
use mypage::reservation::{Attendee, ReservationId};
use mypage::secret::Token;
use mypage::slots::{BookingKey, Offer, Offers, Reason};
use time::macros::date;
use time::{Date, Duration};

pub const BOOKERS: usize = 8;
pub const PEOPLE: usize = 40;
/// How many minutes a slot is kept.
pub const KEPT: i64 = 10;
const FIRST: Date = date!(2026 - 04 - 01);
/// 振替休日 and 国民の休日 among them.
const HOLIDAYS: [Date; 13] = [
    date!(2026 - 04 - 29),
    date!(2026 - 05 - 03),
    date!(2026 - 05 - 04),
    date!(2026 - 05 - 05),
    date!(2026 - 05 - 06),
    date!(2026 - 07 - 20),
    date!(2026 - 08 - 11),
    date!(2026 - 09 - 21),
    date!(2026 - 09 - 22),
    date!(2026 - 09 - 23),
    date!(2026 - 10 - 12),
    date!(2026 - 11 - 03),
    date!(2026 - 11 - 23),
];

pub struct World {
    pub dice: Dice,
    pub reference: Reference,
    pub offers: Offers,
    /// The product's name of each visit of the reference.
    pub ids: Vec<ReservationId>,
    pub bookers: Vec<(Token, BookingKey)>,
    pub visitors: Vec<Attendee>,
    /// How often each answer was given.
    pub met: [usize; 9],
}

impl World {
    pub fn new(seed: u64) -> Self {
        let born: Vec<Date> = (0..PEOPLE as i64).map(|n| date!(2000 - 02 - 29) + Duration::days(n * 211)).collect();
        let reference = Reference {
            now: super::reference::minute(FIRST, 8 * 60),
            rules: rules(),
            chairs: 2,
            holidays: HOLIDAYS.to_vec(),
            closed: Vec::new(),
            visits: Vec::new(),
            held: vec![None; BOOKERS],
            born: born.clone(),
        };
        Self {
            dice: Dice::new(seed),
            offers: offers(&reference),
            reference,
            ids: Vec::new(),
            bookers: (0..BOOKERS).map(|_| (Token::mint(), BookingKey::mint())).collect(),
            visitors: born.iter().enumerate().map(|(n, born)| born_on(n, *born)).collect(),
            met: [0; 9],
        }
    }

    pub fn now(&self) -> Moment {
        // The reference counts from midnight in Japan, which is nine hours before midnight in UTC.
        Moment::from_millis((self.reference.now - 9 * 60) * 60_000)
    }

    pub fn today(&self) -> Date {
        self.now().jst_date()
    }

    pub fn offer(&self, menu: usize) -> Offer<'_> {
        Offer::of(&self.offers.clinic, &self.offers.menus, &self.offers.menus[menu])
    }

    /// Lets time pass; what lies before today is of no interest to any rule.
    pub fn pass(&mut self, minutes: i64) {
        self.reference.now += minutes;
        let today = self.today();
        let mut stay = self.reference.visits.iter().map(|visit| visit.day >= today);
        self.ids.retain(|_| stay.next().unwrap());
        self.reference.visits.retain(|visit| visit.day >= today);
        // Yesterday is still asked for now and then.
        self.reference.closed.retain(|(day, _, _)| *day >= today - Duration::DAY);
    }

    /// Counts an answer, which must be the same on both sides.
    pub fn same(&mut self, expected: Answer, found: Answer, of: &dyn std::fmt::Debug) {
        assert_eq!(found, expected, "the product's answer, then the reference's, to {of:?} at {:?}", self.now().jst());
        let kind = match expected {
            Answer::Free(_) => 0,
            Answer::NoSlots => 1,
            Answer::NoSuchSlot => 2,
            Answer::Over => 3,
            Answer::Age => 4,
            Answer::NotYet => 5,
            Answer::Limit => 6,
            Answer::Full => 7,
            Answer::Twice => 8,
        };
        self.met[kind] += 1;
    }
}

pub fn read(reason: &Reason) -> Answer {
    match reason {
        Reason::Closed(_) | Reason::Holiday(_) | Reason::NoHours | Reason::NotOffered => Answer::NoSlots,
        // Nobody comes together with others here, every menu is for everybody, none has an interval, nothing is stopped, and there are no
        // units.
        Reason::NoSuchSlot
        | Reason::Suspended(_)
        | Reason::Away { .. }
        | Reason::NotTogether
        | Reason::TooNear(_)
        | Reason::SelfOnly
        | Reason::Consent
        | Reason::OwnWord => Answer::NoSuchSlot,
        Reason::Over => Answer::Over,
        Reason::Age(_) => Answer::Age,
        Reason::NotYetOpen(_) => Answer::NotYet,
        Reason::Limit(_) => Answer::Limit,
        Reason::Full => Answer::Full,
        Reason::Twice => Answer::Twice,
    }
}

fn rules() -> Vec<Rule> {
    let plain = Rule {
        minutes: 30,
        before: 0,
        after: 0,
        every: 30,
        places: 2,
        per_day: None,
        pool: false,
        opens: (10, 0),
        closes: Until::Before(60),
        promise: Until::DaysBefore(1, 18 * 60),
        limit: None,
        oldest: None,
    };
    vec![
        plain.clone(),
        Rule {
            minutes: 15,
            every: 15,
            per_day: Some(5),
            limit: Some(2),
            oldest: Some(15),
            opens: (7, 9 * 60),
            ..plain.clone()
        },
        Rule { minutes: 60, every: 20, pool: true, promise: Until::Before(180), ..plain.clone() },
        Rule {
            before: 5,
            after: 10,
            every: 10,
            pool: true,
            closes: Until::DaysBefore(1, 12 * 60),
            limit: Some(3),
            ..plain
        },
    ]
}

pub fn offers(reference: &Reference) -> Offers {
    let menus = reference.rules.iter().enumerate().map(|(at, rule)| menu(at, rule)).collect();
    let mut clinic: Clinic = sakura();
    clinic.pools[0].places = reference.chairs as u16;
    // Units add no places, so that the reference need not know of them.
    clinic.pools[0].units = ["A", "B"].map(|name| UnitName::new(name.to_owned())).to_vec();
    let closed = reference.closed.iter().map(|(day, from, until)| Closure {
        days: ClosedDays::Span { from: *day, until: *day },
        part: ((*from, *until) != (0, 1440)).then(|| (clock(*from), clock(*until))),
        reason: None,
        reason_in_english: None,
    });
    clinic.closures.extend(closed);
    Offers { clinic: clinic.into(), menus }
}

fn menu(at: usize, rule: &Rule) -> Menu {
    let deadline = |until| match until {
        Until::Before(minutes) => Deadline::Before { minutes: minutes as u32 },
        Until::DaysBefore(days, at) => Deadline::AtClock { days: days as u16, at: clock(at) },
    };
    Menu {
        minutes: rule.minutes as u16,
        buffer_before: rule.before as u16,
        buffer_after: rule.after as u16,
        every: Some(rule.every as u16),
        places: rule.places as u16,
        places_per_day: rule.per_day,
        pool: PoolId::parse("chairs").filter(|_| rule.pool),
        opens: Opens { days: rule.opens.0 as u16, at: clock(rule.opens.1) },
        closes: deadline(rule.closes),
        cancel_until: deadline(rule.promise),
        change_until: deadline(rule.promise),
        ages: AgeRange { to: rule.oldest.map(|years| Age::Years(years as u8)), ..AgeRange::default() },
        open_limit: rule.limit.map(|limit| limit as u16),
        ..clinics::menu(&format!("menu-{at}"), "メニュー", at as u32)
    }
}

pub fn clock(minutes: i64) -> TimeOfDay {
    TimeOfDay::of_minutes(minutes as u16).unwrap()
}

fn born_on(number: usize, birth_date: Date) -> Attendee {
    let visitor = visitor(number);
    Attendee { person: PatientDetails { birth_date: Some(birth_date), ..visitor.person }, ..visitor }
}
