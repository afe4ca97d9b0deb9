//! What lists show of a reservation, stored in the indexes so that a list decodes no reservation.

use super::model::{GroupId, Reservation, ReservationId};
use crate::clinic::{ClinicId, LinkId, OwnText};
use crate::clock::Moment;
use serde::{Deserialize, Serialize};
use time::Date;

/// What a list shows of a reservation. It is stored in the index by link, so that a list decodes no reservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "SummaryRow", into = "SummaryRow")]
pub struct Summary {
    /// メニュー名.
    pub service: String,
    /// The same in English, if the clinic gave it.
    pub service_in_english: Option<String>,
    /// The name of 受診者.
    pub person: String,
    /// Their date of birth; `None` of what was stored before that was kept.
    pub born: Option<Date>,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// 本人だけ: nobody but the account's own person sees it.
    pub self_only: bool,
    /// With which others it was booked, if with any.
    pub group: Option<GroupId>,
}

/// A summary as it is stored: without the names of its parts, because a list reads dozens of them. Further parts come at the end,
/// each with a default.
#[derive(Serialize, Deserialize)]
struct SummaryRow(String, Option<String>, String, Option<Date>, bool, bool, Option<GroupId>);

impl From<SummaryRow> for Summary {
    fn from(row: SummaryRow) -> Self {
        let SummaryRow(service, service_in_english, person, born, cancelled, self_only, group) = row;
        Self { service, service_in_english, person, born, cancelled, self_only, group }
    }
}

impl From<Summary> for SummaryRow {
    fn from(summary: Summary) -> Self {
        let Summary { service, service_in_english, person, born, cancelled, self_only, group } = summary;
        Self(service, service_in_english, person, born, cancelled, self_only, group)
    }
}

impl Summary {
    /// The summary of a reservation as it stands.
    pub fn of(reservation: &Reservation) -> Self {
        Self {
            service: reservation.service.name.clone(),
            service_in_english: reservation.service.en.name.clone(),
            person: reservation.attendee.person.full_name(),
            born: reservation.attendee.person.birth_date,
            cancelled: !reservation.is_booked(),
            self_only: reservation.service.self_only,
            group: reservation.group,
        }
    }

    /// メニュー名.
    pub fn own_service(&self) -> OwnText<'_> {
        OwnText::new(&self.service, self.service_in_english.as_deref())
    }
}

/// What a list shows of a reservation for a person who is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonListing {
    /// The clinic.
    pub clinic: ClinicId,
    /// The registration under which it was booked: whose it is tells which of the accounts has booked it.
    pub link: Option<LinkId>,
    /// The rest.
    pub summary: Summary,
}

impl PersonListing {
    /// That of a reservation as it stands.
    pub fn of(reservation: &Reservation) -> Self {
        Self { clinic: reservation.clinic.clone(), link: reservation.link, summary: Summary::of(reservation) }
    }
}

/// An entry of a list of reservations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The reservation.
    pub id: ReservationId,
    /// When the visit starts.
    pub starts: Moment,
    /// What the list shows.
    pub summary: Summary,
}

impl Listing {
    /// Whether the patient is still to come.
    pub fn is_coming(&self, now: Moment) -> bool {
        !self.summary.cancelled && now < self.starts
    }
}
