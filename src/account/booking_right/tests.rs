//! When booking anew needs a consent, and whose.

use super::{BookingRight, Consent, KnownCare, months_after, told_on};
use crate::clock::Moment;
use time::macros::date;
use time::{Date, UtcOffset};

/// Of full age by law on 31 July 2026.
const BORN: Date = date!(2008 - 08 - 01);

/// A consent given on a day.
fn given(day: Date) -> Consent {
    let offset = UtcOffset::from_hms(9, 0, 0).unwrap();
    let noon = day.with_hms(12, 0, 0).unwrap().assume_offset(offset);
    Consent { at: Moment::from_millis(noon.unix_timestamp() * 1000), own_address: None }
}

fn right(since: Date, consent: Option<Date>, today: Date) -> BookingRight {
    let consent = consent.map(given);
    KnownCare { born: BORN, since, consent: consent.as_ref(), as_minor: false }.right(today)
}

#[test]
fn who_was_booked_for_as_a_minor_is_asked_themselves_whatever_birthday_is_said_later() {
    let (since, today) = (date!(2026 - 04 - 01), date!(2026 - 08 - 01));
    let older = KnownCare { born: date!(1990 - 01 - 01), since, consent: None, as_minor: true };
    assert_eq!(older.right(today), BookingRight::OwnWord);
    assert_eq!(KnownCare { as_minor: false, ..older }.right(today), BookingRight::Consent);
    let given = given(date!(2026 - 07 - 01));
    assert_eq!(KnownCare { consent: Some(&given), ..older }.right(today), BookingRight::Relative);
}

#[test]
fn a_minor_is_booked_for_until_the_day_before_the_18th_birthday() {
    let since = date!(2026 - 04 - 01);
    assert_eq!(right(since, None, date!(2026 - 07 - 30)), BookingRight::Relative);
    assert_eq!(right(since, None, date!(2026 - 07 - 31)), BookingRight::OwnWord);
    // What was said before it was asked for counts for nothing.
    assert_eq!(right(since, Some(date!(2026 - 05 - 31)), date!(2026 - 07 - 31)), BookingRight::OwnWord);
    assert_eq!(right(since, Some(date!(2026 - 06 - 01)), date!(2026 - 07 - 31)), BookingRight::Relative);
    assert_eq!(told_on(BORN), date!(2026 - 06 - 01));
}

#[test]
fn a_consent_holds_for_18_months_and_nobody_asks_an_adult_for_their_own_word_again() {
    let since = date!(2026 - 04 - 01);
    let said = Some(date!(2026 - 08 - 31));
    assert_eq!(right(since, said, date!(2028 - 02 - 28)), BookingRight::Relative);
    assert_eq!(right(since, said, date!(2028 - 02 - 29)), BookingRight::Consent);
    // Who was an adult from the beginning, stored before that was asked.
    assert_eq!(right(date!(2026 - 07 - 31), None, date!(2026 - 08 - 01)), BookingRight::Consent);
}

#[test]
fn months_end_with_the_last_day_that_there_is() {
    assert_eq!(months_after(date!(2026 - 08 - 31), 18), date!(2028 - 02 - 29));
    assert_eq!(months_after(date!(2026 - 06 - 30), 18), date!(2027 - 12 - 30));
    assert_eq!(months_after(date!(2026 - 07 - 01), 18), date!(2028 - 01 - 01));
}
