//! Whether an account may book anew for somebody, apart from what the clinic offers. What is booked stays, whatever the right becomes.

use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person;
use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month};

#[cfg(test)]
mod tests;

/// The age from which somebody else books only with the person's consent.
pub const FULL_AGE: u8 = 18;
/// How many days before full age who books for somebody is told that their own word will be needed.
const TOLD_BEFORE: Duration = Duration::days(60);
/// For how many months a consent holds.
const CONSENT_MONTHS: i32 = 18;

/// What an account, or a guest, is to somebody for whom a new visit is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BookingRight {
    /// It is not asked: nobody is known yet, or what is booked is moved.
    #[default]
    Unasked,
    /// Nobody is signed in.
    Guest,
    /// It is the account's own person.
    Own,
    /// The account books for them.
    Relative,
    /// The account books for them once it has said again that they consent.
    Consent,
    /// The account booked for them as a minor, and they have not said themselves that it may go on.
    OwnWord,
}

/// That an adult consents to an account booking for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// When that was said.
    pub at: Moment,
    /// The address of their own from which they have said it themselves; none where who books for them says so.
    #[serde(default)]
    pub own_address: Option<EmailAddress>,
}

/// What an account knows of somebody who is not its own person.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownCare<'a> {
    /// When they were born.
    pub born: Date,
    /// Since which day it books for them.
    pub since: Date,
    /// That they consent.
    pub consent: Option<&'a Consent>,
    /// Whether it has booked for them as a minor, whenever they were born.
    pub as_minor: bool,
}

/// From which day on who books for somebody is told of their full age.
pub(super) fn told_on(born: Date) -> Date {
    person::reached_on(born, FULL_AGE).saturating_sub(TOLD_BEFORE)
}

impl KnownCare<'_> {
    /// The consent of somebody of full age: it may be given as soon as it is asked for.
    fn consent(&self) -> Option<Date> {
        self.consent.map(|consent| consent.at.jst_date()).filter(|given| told_on(self.born) <= *given)
    }

    /// From which day on their own word is needed, once that is near and they have not given it.
    pub(super) fn own_word_from(&self, today: Date) -> Option<Date> {
        let of_age = person::reached_on(self.born, FULL_AGE);
        (self.consent().is_none() && self.began_as_minor() && told_on(self.born) <= today).then_some(of_age)
    }

    /// Whether it has booked for them as a minor.
    pub(super) fn began_as_minor(&self) -> bool {
        self.as_minor || self.since < person::reached_on(self.born, FULL_AGE)
    }

    /// What the account may book anew for them.
    pub(super) fn right(&self, today: Date) -> BookingRight {
        if today < person::reached_on(self.born, FULL_AGE) {
            return BookingRight::Relative;
        }
        match self.consent() {
            Some(given) if today < months_after(given, CONSENT_MONTHS) => BookingRight::Relative,
            None if self.own_word_from(today).is_some() => BookingRight::OwnWord,
            Some(_) | None => BookingRight::Consent,
        }
    }
}

/// The same day so many months later, or the last one of that month.
fn months_after(day: Date, months: i32) -> Date {
    let count = day.year() * 12 + i32::from(u8::from(day.month())) - 1 + months;
    let month = u8::try_from(count.rem_euclid(12) + 1).ok().and_then(|month| Month::try_from(month).ok());
    let Some(month) = month else { return Date::MAX };
    let year = count.div_euclid(12);
    let day = day.day().min(month.length(year));
    Date::from_calendar_date(year, month, day).unwrap_or(Date::MAX)
}
