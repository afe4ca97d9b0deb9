//! By which right somebody opens a reservation: as the patient under whose registration it was booked, or by the URL in a
//! mail about it.
//!
//! What does not open is not there: nobody learns whether a reference is somebody else's. A visitor with only the URL proves
//! with each change that they know the phone number.

use super::change::Refusal;
use super::four_digits::{self, DigitsProblem, Unproved};
use super::model::{Reservation, ReservationId};
use super::path::Ways;
use super::receipt_token::ReceiptToken;
use super::{holdings, rows};
use crate::account::{self, AccountId};
use crate::store::{Reader, Result};
use crate::work::{Actor, Denied, Outcome, Work};

/// A way to one reservation.
#[derive(Clone)]
pub enum Access {
    /// The patient is signed in.
    Patient(AccountId, ReservationId),
    /// Somebody has the URL of a mail.
    Holder(ReceiptToken),
}

/// Why something that was asked for was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The four digits are not right.
    Unproved(DigitsProblem),
    /// The digits were guessed at so often that they prove nothing any more.
    Spent,
    /// The rules of the reservation.
    Refused(Refusal),
    /// The clinic does not offer the menu any more.
    NotOffered,
}

impl From<Refusal> for NotChanged {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unproved> for NotChanged {
    fn from(unproved: Unproved) -> Self {
        match unproved {
            Unproved::By(problem) => Self::Unproved(problem),
            Unproved::Spent => Self::Spent,
        }
    }
}

impl Access {
    /// The reservation behind it, if it opens one.
    pub fn open(&self, r: &dyn Reader) -> Result<Option<Reservation>> {
        match self {
            Self::Holder(token) => rows::of_token(r, &token.key()),
            Self::Patient(account, id) => holdings::of_account(r, *account, *id),
        }
    }

    /// The reservation inside a unit of work, for somebody who has proved that they may change it; `digits` is what they
    /// typed for that.
    ///
    /// # Errors
    /// Refused when the digits prove nothing; denied when nothing is there, or it was tried too often.
    pub fn admit<R: From<NotChanged>>(&self, work: &mut Work<'_>, digits: &str) -> Outcome<Reservation, R> {
        match self {
            Self::Patient(..) => Ok(self.open(work)?.ok_or(Denied::NotFound)?),
            Self::Holder(_) => {
                account::count_link(work)?;
                let reservation = self.open(work)?.ok_or(Denied::NotFound)?;
                account::give_link_back(work)?;
                four_digits::prove(work, &reservation, digits)
                    .map_err(|stop| stop.map(|why| NotChanged::from(why).into()))?;
                Ok(reservation)
            }
        }
    }

    /// In which role it is used: the URL of a mail makes nobody its patient.
    pub fn actor(&self, work: &Work<'_>) -> Actor {
        match self {
            Self::Patient(..) => work.caller().actor,
            Self::Holder(_) => Actor::Guest,
        }
    }

    /// The account that is signed in, if it is used by one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Patient(account, _) => Some(*account),
            Self::Holder(_) => None,
        }
    }

    /// Where its pages are.
    pub fn ways(&self) -> Ways {
        match self {
            Self::Patient(_, id) => Ways::of_reservation(*id),
            Self::Holder(token) => Ways::of_receipt(&token.text()),
        }
    }
}
