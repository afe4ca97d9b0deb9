//! Whether an account may book anew for somebody, apart from what the clinic offers. What is booked stays, whatever the right becomes.

use crate::clock::Moment;
use crate::person;
use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// The age from which somebody else books only with the person's consent.
pub const FULL_AGE: u8 = 18;
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
}

/// That an adult consents to an account booking for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// When that was said.
    pub at: Moment,
}

impl BookingRight {
    /// That of an account to a person who was born then and is not its own.
    pub(super) fn to_relative(born: Date, consent: Option<&Consent>, today: Date) -> Self {
        let of_age = person::reached_on(born, FULL_AGE);
        let holds = |consent: &Consent| {
            let given = consent.at.jst_date();
            of_age <= given && today < months_after(given, CONSENT_MONTHS)
        };
        if today < of_age || consent.is_some_and(holds) { Self::Relative } else { Self::Consent }
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
