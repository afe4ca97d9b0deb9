//! A visit that was booked at the desk or by phone comes under an account: with the URL of its slip, the date of birth and the last
//! four digits of the phone number.

use super::four_digits::{DigitsProblem, Unproved, are_four_digits, prove_with};
use super::model::{Attendee, Reservation};
use super::ownership::under;
use super::receipt_token::ReceiptToken;
use super::rows;
use crate::account::{self, Account};
use crate::clinic;
use crate::clock::Moment;
use crate::person;
use crate::store::{Reader, Result};
use crate::work::{Denied, Outcome, Refuse, Work};

/// Why a visit was not attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAttached {
    /// One of both cannot be read, or neither can.
    Unreadable {
        /// The date of birth.
        birth_date: bool,
        /// The four digits.
        digits: bool,
    },
    /// One of both is wrong; which is not said. So many more may be tried.
    Wrong(u32),
    /// There were so many wrong ones that only the clinic can help.
    Spent,
}

impl Reservation {
    /// Whether an account can take it over with its slip: it is still to come, was booked without a mail address, is under no
    /// account, and there is a date of birth to prove it by.
    pub fn can_be_attached(&self, now: Moment) -> bool {
        let is_nobodys = self.link.is_none() && self.attendee.address.is_none();
        self.is_coming(now) && is_nobodys && self.attendee.person.birth_date.is_some()
    }
}

/// The visit that a slip opens, if it can be attached.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, token: &ReceiptToken) -> Result<Option<Reservation>> {
    Ok(rows::of_token(r, &token.key())?.filter(|found| found.can_be_attached(r.now())))
}

/// Puts it under an account, to whose address its mails go from here on.
///
/// # Errors
/// Refused when nothing is proved; denied when there is no such visit, or it was tried too often.
pub fn attach(
    work: &mut Work<'_>,
    account: &Account,
    token: &ReceiptToken,
    born: &str,
    digits: &str,
) -> Outcome<Reservation, NotAttached> {
    account::count_link(work)?;
    let visit = find(work, token)?.ok_or(Denied::NotFound)?;
    account::give_link_back(work)?;
    let today = work.now().jst_date();
    let born = person::birth_date(born, today).ok();
    let unreadable = NotAttached::Unreadable { birth_date: born.is_none(), digits: !are_four_digits(digits) };
    if matches!(unreadable, NotAttached::Unreadable { birth_date, digits } if birth_date || digits) {
        return Err(unreadable).or_refuse();
    }
    let is_theirs = visit.attendee.person.birth_date == born;
    prove_with(work, &visit, digits, is_theirs).map_err(|stop| stop.map(NotAttached::from))?;
    let clinic = clinic::rows::find(work, &visit.clinic)?.ok_or(Denied::NotFound)?;
    // There is nobody to take along: who is booked together with others was booked with an address.
    let visit = under(work, visit, account.id)?;
    let attendee = Attendee { address: Some(account.address.clone()), ..visit.attendee };
    let attached = Reservation { attendee, readdressed: visit.readdressed.saturating_add(1), ..visit };
    let attached = attached.with_reminder(clinic.booking.reminder, work.now());
    rows::put(work, &attached)?;
    work.record(attached.event("attached", work.caller().actor));
    Ok(attached)
}

impl From<Unproved> for NotAttached {
    fn from(unproved: Unproved) -> Self {
        match unproved {
            Unproved::By(DigitsProblem::NotFour) => Self::Unreadable { birth_date: false, digits: true },
            Unproved::By(DigitsProblem::Wrong(left)) => Self::Wrong(left),
            Unproved::Spent => Self::Spent,
        }
    }
}
