//! How a slot is said, and why nothing can be booked, in English.

use super::sentences::{Short, SlotWords};
use crate::clinic::{Age, AgeRange, UnitName, Visit};
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::slots::{Neighbour, Reason, TooNear, WhyClosed};
use std::borrow::Cow;
use time::Date;

pub const WORDS: SlotWords = SlotWords {
    free: Short { before: "", word: "free", after: Cow::Borrowed("") },
    few: Short { before: "", word: "few", after: Cow::Borrowed(" left") },
    short,
    sentence,
    day_sentence,
    self_only: "Only patients themselves can book this, from their own account. Nobody else gets an e-mail about it.",
    unit: "With",
    any_unit: "No preference",
    guardian: |years| format!("Patients under {years} must come with a parent or guardian."),
    ages,
    visit,
    minutes: |minutes| format!("about {minutes} minutes"),
    when,
    zone_elsewhere: None,
};

fn short(reason: &Reason) -> Short {
    let plain = |word| (word, String::new());
    let (word, after) = match reason {
        Reason::Closed(why) => ("closed", brackets(why.as_ref().map(|why| why.text(Lang::En)))),
        Reason::Holiday(name) => ("holiday", brackets(Some(Lang::En.of(*name)))),
        Reason::NoHours | Reason::NoSuchSlot | Reason::NotOffered => plain("none"),
        Reason::NotYetOpen(from) => ("not yet", format!(" (from {})", lang::moment(Lang::En, *from))),
        Reason::Over => plain("over"),
        Reason::Suspended(why) => ("paused", brackets(why.as_ref().map(|why| why.text(Lang::En)))),
        Reason::Full => plain("full"),
        Reason::Away { words, .. } => ("away", brackets(words.as_ref().map(|why| why.text(Lang::En)))),
        Reason::NotTogether => ("none", " for everyone".to_owned()),
        Reason::Age(range) => ("age", brackets(Some(&ages(range)))),
        Reason::SelfOnly => plain("own account"),
        Reason::Consent | Reason::OwnWord => plain("ask again"),
        Reason::Twice => plain("booked"),
        Reason::Limit(most) => ("limit", format!(" ({most})")),
        Reason::TooNear(TooNear { from: Some(from), .. }) => {
            ("too near", format!(" to another visit (from {})", lang::day_and_month(Lang::En, *from)))
        }
        Reason::TooNear(_) => ("too near", " to another visit".to_owned()),
    };
    Short { before: "", word, after: Cow::Owned(after) }
}

fn brackets(text: Option<&str>) -> String {
    text.map_or_else(String::new, |text| format!(" ({text})"))
}

fn sentence(reason: &Reason) -> String {
    match reason {
        Reason::Full => "Sorry, this time has been taken.".to_owned(),
        Reason::Away { unit, words } => away("at this time", unit.as_ref(), words.as_ref()),
        Reason::NotTogether => "There is no time for everyone here.".to_owned(),
        Reason::Over => "This time can no longer be booked online.".to_owned(),
        Reason::Suspended(why) => format!("Online booking of this time is paused{}.", brackets(why.as_ref().map(|why| why.text(Lang::En)))),
        Reason::NotYetOpen(from) => format!("This day can be booked from {} on.", lang::moment(Lang::En, *from)),
        Reason::Closed(why) => {
            format!("The clinic is closed on this day{}.", brackets(why.as_ref().map(|why| why.text(Lang::En))))
        }
        Reason::Holiday(name) => format!("The clinic is closed on this day: {}.", Lang::En.of(*name)),
        Reason::NoHours => "This appointment type has no times on this day.".to_owned(),
        Reason::NotOffered => "This appointment type is not offered on this day.".to_owned(),
        Reason::NoSuchSlot => "This time cannot be booked.".to_owned(),
        Reason::TooNear(near) => too_near(near),
        Reason::Twice => "This person has an appointment at this time already.".to_owned(),
        Reason::Age(range) => {
            format!("This appointment type is for patients of {} on the day of the visit", ages(range))
        }
        Reason::SelfOnly => {
            "Only patients themselves can book this. Please sign in to the patient's own account to book it.".to_owned()
        }
        Reason::Consent => "To book for this person, please confirm again that they consent.".to_owned(),
        Reason::OwnWord => {
            "This person is now 18 and has to agree to new appointments. Please ask for their confirmation on the Family page.".to_owned()
        }
        Reason::Limit(most) => format!(
            "One person can have {most} of these appointments at a time, and has that already, so that no more can be booked."
        ),
    }
}

fn away(when: &str, unit: Option<&UnitName>, words: Option<&WhyClosed>) -> String {
    let why = brackets(words.map(|why| why.text(Lang::En)));
    match unit {
        Some(unit) => format!("{unit} is away {when}{why}."),
        None => format!("Nobody is there for this visit {when}{why}."),
    }
}

fn too_near(near: &TooNear) -> String {
    let (apart, day) = (near.apart, |day: Date| lang::day_and_month(Lang::En, day));
    let days = if apart == 1 { "1 day".to_owned() } else { format!("{apart} days") };
    let why = match near.visit {
        Some(Neighbour::Before(visit)) => format!("Please leave {days} after the last visit ({}).", day(visit)),
        Some(Neighbour::After(visit)) => format!("Please leave {days} before the next visit ({}).", day(visit)),
        None => format!("Please leave {days} between this person's visits."),
    };
    near.from.map_or_else(|| why.clone(), |from| format!("{why} Booking is possible from {} on.", day(from)))
}

fn day_sentence(reason: &Reason) -> String {
    match reason {
        Reason::Full => "Sorry, this day is fully booked.".to_owned(),
        Reason::Away { unit, words } => away("on this day", unit.as_ref(), words.as_ref()),
        Reason::NotTogether => "There is no time for everyone on this day.".to_owned(),
        Reason::Over => "This day can no longer be booked online.".to_owned(),
        Reason::Suspended(why) => {
            format!("Online booking for this day is paused{}.", brackets(why.as_ref().map(|why| why.text(Lang::En))))
        }
        other => sentence(other),
    }
}

fn ages(range: &AgeRange) -> String {
    let age = |age: Age| match age {
        Age::Years(1) => "1 year".to_owned(),
        Age::Years(years) => format!("{years} years"),
        Age::Months(months) => format!("{months} months"),
    };
    let day_before = if range.by_law { " (from the day before)" } else { "" };
    match (range.from.map(Age::as_said), range.to) {
        (Some(from), Some(to)) => format!("{}{day_before} to {}", age(from), age(to)),
        (Some(from), None) => format!("{} and over{day_before}", age(from)),
        (None, Some(to)) => format!("up to {}", age(to)),
        (None, None) => "any age".to_owned(),
    }
}

const fn visit(visit: Visit) -> &'static str {
    match visit {
        Visit::First => "First visit",
        Visit::Return => "Return visit",
    }
}

fn when(start: Moment) -> String {
    format!("{}, {} (Japan time)", lang::date_in_full(Lang::En, start.jst_date()), lang::time_of(Lang::En, start))
}
