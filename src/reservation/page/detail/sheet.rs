//! A reservation with its clinic, as somebody sees it.

use crate::account::AccountId;
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::reservation::group::companions;
use crate::reservation::holdings::{self, Booker};
use crate::reservation::model::Reservation;
use crate::reservation::path::Ways;
use crate::store::{Reader, Result};
use std::sync::Arc;

/// Who looks at a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// The patient, signed in or in the browser that has just booked.
    Patient,
    /// The holder of the URL of a mail, whose address may have been mistyped: sees initials only.
    Holder,
}

/// A reservation as somebody sees it.
pub struct Sheet {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// The reservation.
    pub reservation: Reservation,
    /// The others that were booked with it and are still to come, the next one first.
    pub companions: Vec<Reservation>,
    /// Who has booked it, where its patient is shared with the account that looks.
    pub booker: Option<Booker>,
    /// Who looks.
    pub viewer: Viewer,
    /// Where its pages are for them.
    pub ways: Ways,
}

impl Sheet {
    /// A reservation as its patient sees it, who is signed in.
    ///
    /// # Errors
    /// What the store says.
    pub fn of_patient(
        r: &dyn Reader,
        account: AccountId,
        clinic: Arc<Clinic>,
        reservation: Reservation,
    ) -> Result<Self> {
        let ways = Ways::of_reservation(reservation.id);
        let companions = companions(r, &reservation, Some(account))?;
        let booker = holdings::booker(r, account, &reservation)?;
        Ok(Self { clinic, reservation, companions, booker, viewer: Viewer::Patient, ways })
    }

    /// How many of them can be cancelled now together with it, itself included; `None` where it is not all of them, or there
    /// are no others.
    pub fn cancellable_together(&self, now: Moment) -> Option<usize> {
        self.together(|of| of.may_cancel(now).is_ok())
    }

    /// The same of moving them together: they have to be on the same day.
    pub fn movable_together(&self, now: Moment) -> Option<usize> {
        self.together(|of| of.may_change(now).is_ok() && of.slot.day == self.reservation.slot.day)
    }

    fn together(&self, can_be: impl Fn(&Reservation) -> bool) -> Option<usize> {
        let all = can_be(&self.reservation) && self.companions.iter().all(can_be);
        (all && !self.companions.is_empty()).then(|| 1 + self.companions.len())
    }
}
