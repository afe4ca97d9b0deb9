//! What 確認 is drawn from: a new visit, those of several people, or another time for what is booked.

use super::course::StayingVisit;
use super::party_confirmation::{MovedVisit, OtherVisit, PartyToConfirm};
use super::proof::ContactToConfirm;
use crate::account::Relation;
use crate::clinic::{Clinic, Menu, UnitName, Visit};
use crate::clock::Moment;
use crate::person::Person;
use crate::reservation::Deadlines;

/// What is about to be booked or moved.
pub struct Confirmation<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The menu.
    pub menu: &'a Menu,
    /// 初診 or 再診.
    pub visit: Visit,
    /// The unit that is asked for, if one is.
    pub unit: Option<&'a UnitName>,
    /// When the visit would start.
    pub start: Moment,
    /// The slot as it is posted: what was looked at is what is booked.
    pub slot: String,
    /// For whom it is, and when the others come, as it is posted for the same reason.
    pub whom: String,
    /// The deadlines that it would have.
    pub deadlines: Deadlines,
    /// Whether each of several visits has its own, which stand with it.
    pub deadlines_differ: bool,
    /// Until when the slot is kept.
    pub kept_until: Option<Moment>,
    /// A new visit, or another time for an old one.
    pub what: ToConfirm<'a>,
    /// Where the form is posted.
    pub action: String,
    /// The calendar of this booking.
    pub slots: String,
    /// Where the booking is left.
    pub release: String,
}

/// A new visit, or another time for an old one.
pub enum ToConfirm<'a> {
    /// A new visit.
    New {
        /// Who comes.
        person: &'a Person,
        /// What the person is to a guest who books for somebody else.
        relation: Option<Relation>,
        /// 診察券番号.
        chart_number: Option<&'a str>,
        /// Where the confirmation goes.
        contact: ContactToConfirm<'a>,
        /// Whether booking registers the clinic as マイクリニック.
        registers: bool,
        /// What else is booked for that person on the same day.
        beside: Vec<OtherVisit>,
        /// Where 受診者 is.
        mend: String,
        /// Whether somebody chooses there, who is signed in.
        chooses: bool,
    },
    /// Visits of several people who come together.
    Group(PartyToConfirm<'a>),
    /// Another time.
    Moving {
        /// What is to be moved; the one that was opened first.
        visits: Vec<MovedVisit<'a>>,
        /// What was booked together with it and stays where it is.
        staying: Vec<StayingVisit>,
        /// Whether it may be said whose it is.
        named: bool,
    },
}

impl ToConfirm<'_> {
    /// Where the confirmation goes, of what is booked anew.
    pub const fn contact(&self) -> Option<&ContactToConfirm<'_>> {
        match self {
            Self::New { contact, .. } | Self::Group(PartyToConfirm { contact, .. }) => Some(contact),
            Self::Moving { .. } => None,
        }
    }
}

/// Why the page is shown again.
pub enum NotConfirmed {
    /// With the code.
    Code(String),
    /// Another time or another person was chosen meanwhile.
    ChangedElsewhere,
    /// Codes were asked for too often; the next is sent after this moment.
    TooManyCodes(Moment),
}
