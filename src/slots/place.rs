//! A place that a person takes at a clinic: when, for what, and by which address it was booked.

use super::slot::Slot;
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person::{Identity, PersonId};
use crate::secret::TimedId;

/// Names what takes a place.
pub type PlaceId = TimedId<Place<'static>>;

/// A place that a person takes, or gives back.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The clinic.
    pub clinic: &'a ClinicId,
    /// When and of which menu.
    pub slot: &'a Slot,
    /// Who comes.
    pub person: Identity<'a>,
    /// Which person of an account that is, if one.
    pub person_id: Option<PersonId>,
    /// The address with which it was booked, if with one: the reception books without.
    pub address: Option<&'a EmailAddress>,
    /// The id of what takes it.
    pub id: PlaceId,
    /// When it was taken: visits of that person that had begun by then are dropped, so that their row does not grow with
    /// the years.
    pub since: Moment,
}
