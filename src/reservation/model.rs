//! A reservation: who comes to which clinic for what and when, and what became of it.
//!
//! It carries what the patient was told when it was booked (the menu's name, the deadlines), so that a later change of
//! the clinic's rules does not change a promise.

use super::booked_menu::BookedMenu;
use super::desk::{DeskChange, ToldLater};
use super::initials::{LettersTold, initials};
use super::number::ReservationNumber;
use super::status::{Reached, Status, Step};
use crate::account::{Member, Relation};
use crate::clinic::{ClinicId, LinkId, Menu};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::patient::{PatientId, Seen};
use crate::person::{self, PatientDetails, PersonId};
use crate::secret::{InAddress, TimedId};
use crate::slots::{Place, Slot};
use crate::work::Actor;
use serde::{Deserialize, Serialize};
use time::Date;

/// A reservation's reference in addresses. It begins with the moment of the booking, so that what is booked at the same time
/// lies side by side.
pub type ReservationId = TimedId<Reservation>;

impl InAddress for Reservation {}

/// 連続予約: several reservations that were booked together. Each is a reservation of its own, and knows this.
pub enum Group {}

/// Names the reservations that were booked together.
pub type GroupId = TimedId<Group>;

/// Until when the patient may still do what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadlines {
    /// キャンセル.
    pub cancel: Moment,
    /// 変更.
    pub change: Moment,
}

impl Deadlines {
    /// Those of a visit of this menu.
    pub fn of(menu: &Menu, starts: Moment) -> Self {
        Self { cancel: menu.cancel_until.of(starts), change: menu.change_until.of(starts) }
    }
}

/// Who comes, as the clinic has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// 受診者.
    pub person: PatientDetails,
    /// Which person of the account that is; none of a guest, or of somebody whom the account books for no longer.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// 診察券番号: the clinic's own, as typed; leading zeros stay.
    #[serde(default)]
    pub chart_number: Option<String>,
    /// Where mails about it go; none of who has booked at the desk or by phone and gave none.
    pub address: Option<EmailAddress>,
    /// The language of these mails.
    pub lang: Lang,
    /// What the patient is to a guest who has booked for somebody else.
    #[serde(default)]
    pub relation: Option<Relation>,
}

/// Until which age nobody is taken to have booked for themselves, whatever a guest says: the age from which a young person may speak
/// for themselves at a clinic.
const OWN_WORD: u8 = 15;

impl Attendee {
    /// Somebody whom the staff book, and who is no account's person.
    pub fn of(seen: Seen) -> Self {
        let Seen { details, chart_number, address, lang } = seen;
        Self { person: details, person_id: None, chart_number, address, lang, relation: None }
    }

    /// The same person with what the staff know of them now.
    #[must_use]
    pub fn with(self, seen: Seen) -> Self {
        Self { person_id: self.person_id, relation: self.relation, ..Self::of(seen) }
    }

    /// What the patient is to who books as a guest, if it is somebody else: a child is, even where nobody said so.
    pub fn relation_to_guest(&self, today: Date) -> Option<Relation> {
        let is_child = self.person.age_on(today).is_some_and(|age| age < OWN_WORD);
        self.relation.or_else(|| is_child.then_some(Relation::Child))
    }

    /// What the clinic learns of somebody who books on the web. Who they are is what they say: where the staff's mails go is asked
    /// by the staff.
    pub fn claimed(&self) -> Seen {
        Seen { address: None, ..self.seen() }
    }

    /// What the staff know of the patient.
    pub fn seen(&self) -> Seen {
        let Self { person, chart_number, address, lang, .. } = self.clone();
        Seen { details: person, chart_number, address, lang }
    }

    /// Whether mails about it go to this mailbox.
    pub fn is_reached_at(&self, address: &EmailAddress) -> bool {
        self.address.as_ref().is_some_and(|own| own.key() == address.key())
    }

    /// Whether mails about it go to the same mailbox as about another one.
    pub fn has_address_of(&self, other: &Self) -> bool {
        other.address.as_ref().is_some_and(|address| self.is_reached_at(address))
    }

    /// Whether it is this person of the account. Where none was remembered, as of what was booked before the person was added, it
    /// is who has the same name, date of birth and sex.
    pub fn is(&self, member: &Member) -> bool {
        self.person_id.map_or_else(|| self.person.identity() == member.person.identity(), |id| id == member.id)
    }
}

/// A time that was given up for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The slot before.
    pub from: Slot,
    /// When it was given up.
    pub at: Moment,
    /// In which role; `None` of what was stored before that was kept.
    #[serde(default)]
    pub by: Option<Actor>,
}

/// A visit that was booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// Its reference.
    pub id: ReservationId,
    /// 予約番号, read out on the phone.
    pub number: ReservationNumber,
    /// The clinic.
    pub clinic: ClinicId,
    /// When.
    pub slot: Slot,
    /// For what.
    pub service: BookedMenu,
    /// Until when it may be cancelled and changed.
    pub deadlines: Deadlines,
    /// For whom.
    pub attendee: Attendee,
    /// The registration under which it was booked; none for a guest.
    #[serde(default)]
    pub link: Option<LinkId>,
    /// How often it came under a registration after it was booked, or was parted from one.
    #[serde(default)]
    pub transfers: u32,
    /// How often its mails came to go to another address. A confirmation URL counts only for the address that it was mailed to.
    #[serde(default)]
    pub readdressed: u32,
    /// What became of it.
    pub status: Status,
    /// When it was booked.
    pub booked: Moment,
    /// When the patient is to be reminded, if at all.
    #[serde(default)]
    pub reminder: Option<Moment>,
    /// How often it was changed: SEQUENCE of its calendar entry (RFC 5545, section 3.8.7.4).
    #[serde(default)]
    pub sequence: u32,
    /// Its earlier times, the first one first.
    #[serde(default)]
    pub history: Vec<Moved>,
    /// In which role it was booked; `None` of what was stored before that was kept.
    #[serde(default)]
    pub booked_by: Option<Actor>,
    /// With which others it was booked, if with any.
    #[serde(default)]
    pub group: Option<GroupId>,
    /// When the visit first came how far.
    #[serde(default)]
    pub reached: Reached,
    /// What the staff have set it to, the latest last.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// The clinic's record of who comes; none of what was booked before there were records.
    #[serde(default)]
    pub patient: Option<PatientId>,
    /// What the staff did with it, the latest last.
    #[serde(default)]
    pub desk: Vec<DeskChange>,
    /// The mails about it that rest before they are sent.
    #[serde(default)]
    pub told_later: Option<ToldLater>,
    /// How much of the patient's name its mails tell.
    #[serde(default)]
    pub letters: LettersTold,
}

impl Reservation {
    /// Whether it was not cancelled.
    pub const fn is_booked(&self) -> bool {
        !matches!(self.status, Status::Cancelled { .. })
    }

    /// Whether the patient is still expected.
    pub fn is_expected(&self) -> bool {
        self.status == Status::Booked
    }

    /// Whether nobody else can have its place: not once it was cancelled, or once nobody came.
    pub const fn holds_place(&self) -> bool {
        !matches!(self.status, Status::Cancelled { .. } | Status::NoShow)
    }

    /// When it last became what it is: booked, moved, cancelled, or set to something by the staff.
    pub fn changed_at(&self) -> Moment {
        let moved = self.history.last().map_or(self.booked, |moved| moved.at);
        let set = self.steps.last().map_or(moved, |step| moved.max(step.at));
        let set = self.desk.last().map_or(set, |change| set.max(change.at));
        match self.status {
            Status::Cancelled { at, .. } => set.max(at),
            _ => set,
        }
    }

    /// The place that it takes for as long as it [holds](Self::holds_place) one.
    pub fn place(&self) -> Place<'_> {
        let Attendee { person, person_id, address, .. } = &self.attendee;
        let (clinic, slot, id, since) = (&self.clinic, &self.slot, self.id.cast(), self.changed_at());
        Place { clinic, slot, person: person.identity(), person_id: *person_id, address: address.as_ref(), id, since }
    }

    /// By which letters its patient is named where a stranger may read it, and the language that these are read in.
    pub fn initials(&self, lang: Lang) -> (Lang, String) {
        initials(lang, &self.attendee.person, self.slot.day, self.letters)
    }

    /// Below which age a guardian comes along, where the patient is known to be younger on the day of the visit.
    pub fn guardian_under(&self) -> Option<u8> {
        let born = self.attendee.person.birth_date?;
        self.service.guardian_under.filter(|years| !person::has_reached(born, *years, self.slot.day))
    }

    /// Whether the patient is still to come.
    pub fn is_coming(&self, now: Moment) -> bool {
        self.is_expected() && now < self.slot.starts()
    }
}
