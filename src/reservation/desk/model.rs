//! What the staff did with a reservation, as it is stored with it.

use crate::clinic::UnitName;
use crate::clock::Moment;
use crate::mail::copy::CopyId;
use crate::mail::{EmailAddress, outbox};
use crate::reservation::status::Status;
use crate::slots::{Objection, Slot};
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

/// How somebody came to the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Channel {
    /// 電話.
    Phone,
    /// 窓口.
    Desk,
}

/// What the staff did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeskAct {
    /// They booked it.
    Booked(Channel),
    /// They moved it.
    Moved {
        /// From this slot.
        from: Slot,
    },
    /// They gave it another unit at the same time.
    UnitChanged {
        /// What it was before.
        from: Slot,
        /// The unit that it has since, if it has one.
        to: Option<UnitName>,
    },
    /// They gave it more or less time.
    LengthChanged {
        /// What it was before.
        from: Slot,
        /// How many minutes it takes since.
        to: u16,
    },
    /// They cancelled it.
    Cancelled {
        /// What it was before.
        from: Status,
    },
    /// They took the act before it back.
    Undone,
    /// They wrote down what was not known yet of the patient.
    Corrected,
    /// They gave it to another patient.
    Swapped,
}

/// Something that the staff did with a reservation, beside setting how far the visit has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskChange {
    /// What.
    pub act: DeskAct,
    /// When.
    pub at: Moment,
    /// Who.
    pub staff: Option<StaffId>,
    /// Why: of a cancellation always, else where something stood against it.
    #[serde(default)]
    pub reason: Option<String>,
    /// What stood against it, by its [words](Objection::word).
    #[serde(default)]
    pub against: Vec<String>,
    /// Whether it was taken back.
    #[serde(default)]
    pub undone: bool,
}

impl DeskChange {
    /// Whether it is something that 元に戻す takes back.
    pub const fn can_be_undone(&self) -> bool {
        !matches!(self.act, DeskAct::Undone | DeskAct::Corrected | DeskAct::Swapped)
    }
}

/// Why what the staff asked for was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAtDesk {
    /// Something stands against it that was not insisted on with a reason.
    Objections(Vec<Objection>),
    /// The visit can have no such unit.
    NoUnit,
    /// No reason was given.
    NoReason,
    /// It was cancelled.
    Cancelled,
    /// The patient has come already, or the visit is over.
    Begun,
    /// It has been changed since the page was shown.
    Changed,
    /// There is nothing to take back: what was done can be taken back on the same day alone.
    NothingToUndo,
}

/// What the patient knows of a reservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KnownToPatient {
    /// Nothing.
    Nothing,
    /// That it is booked, at this time.
    Booked(Slot),
    /// That it was cancelled.
    Cancelled,
}

impl KnownToPatient {
    /// Whether a reservation that is booked in this slot is still news to the patient: a change that takes back the mails about it has to
    /// tell of it.
    pub(super) fn lacks(&self, slot: &Slot) -> bool {
        !matches!(self, Self::Booked(known) if known.is_told_as(slot))
    }
}

/// Mails about what the staff did, which rest before they are sent; none where nobody is to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldLater {
    /// The mails, the patient's first.
    pub mails: Vec<RestingMail>,
    /// What the patient knows without them.
    pub before: KnownToPatient,
}

/// A mail that rests, with the copy of it that is kept for お知らせ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestingMail {
    /// The mail.
    pub mail: outbox::Resting,
    /// To whom.
    pub to: EmailAddress,
    /// Its copy.
    pub copy: CopyId,
}

impl ToldLater {
    /// When the mails are sent.
    pub fn due(&self) -> Option<Moment> {
        self.mails.first().map(|first| first.mail.due)
    }

    /// To whom the first one goes.
    pub fn to(&self) -> Option<&EmailAddress> {
        self.mails.first().map(|first| &first.to)
    }
}
