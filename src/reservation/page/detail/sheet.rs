//! A reservation with its clinic, as somebody sees it.

use crate::clinic::Clinic;
use crate::reservation::Reservation;
use crate::reservation::path::Ways;
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
    /// Who looks.
    pub viewer: Viewer,
    /// Where its pages are for them.
    pub ways: Ways,
}

impl Sheet {
    /// A reservation as its patient sees it, who is signed in.
    pub fn of_patient(clinic: Arc<Clinic>, reservation: Reservation) -> Self {
        let ways = Ways::of_reservation(reservation.id);
        Self { clinic, reservation, viewer: Viewer::Patient, ways }
    }
}
