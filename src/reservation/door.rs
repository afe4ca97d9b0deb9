//! By which right somebody opens a reservation: as the patient under whose registration it was booked, or by the URL in a
//! mail about it.
//!
//! What does not open is not there: nobody learns whether a reference is somebody else's. What may then be done with the
//! reservation is decided by `change`, and the proof that the URL alone is not by `four_digits`.

use super::holdings;
use super::model::{Reservation, ReservationId};
use super::path::Ways;
use super::store as rows;
use crate::account::{AccountId, Patient, SignedIn};
use crate::secret::Token;
use crate::store::{Reader, Result, Tx};
use crate::web::{Cx, Failure};

/// A way to one reservation.
#[derive(Clone)]
pub enum Door {
    /// The patient is signed in.
    Patient(AccountId, ReservationId),
    /// Somebody has the URL of a mail.
    Holder(Token),
}

impl Door {
    /// The way of a patient to the reservation that the path names.
    ///
    /// # Errors
    /// Not found, when that is no reference at all.
    pub fn of_patient(cx: &Cx, me: &Patient) -> std::result::Result<Self, Failure> {
        let id = ReservationId::parse(cx.param("id")).ok_or(Failure::NotFound)?;
        Ok(Self::Patient(me.account.id, id))
    }

    /// The way of whoever has the token in the path.
    ///
    /// # Errors
    /// Not found, when that is no token at all.
    pub fn of_holder(cx: &Cx) -> std::result::Result<Self, Failure> {
        Token::parse(cx.param("token")).map(Self::Holder).ok_or(Failure::NotFound)
    }

    /// The reservation behind it, if it opens one.
    pub fn open(&self, r: &dyn Reader) -> Result<Option<Reservation>> {
        match self {
            Self::Holder(token) => rows::of_token(r, &token.hash()),
            Self::Patient(account, id) => holdings::of_account(r, *account, *id),
        }
    }

    /// The reservation again, as it is inside a write, while the patient's session still lives.
    pub fn again(&self, tx: &Tx<'_>, cx: &Cx) -> Result<std::result::Result<Reservation, Failure>> {
        if let Self::Patient(account, _) = self
            && SignedIn::again(tx, cx)?.is_none_or(|signed_in| signed_in.id != *account)
        {
            return Ok(Err(Failure::SignIn));
        }
        Ok(self.open(tx)?.ok_or(Failure::NotFound))
    }

    /// Where its pages are.
    pub fn ways(&self) -> Ways {
        match self {
            Self::Patient(_, id) => Ways::of_reservation(*id),
            Self::Holder(token) => Ways::of_receipt(&token.text()),
        }
    }
}
