//! A booking under way in one browser: what it is for, and how far it has come.
//!
//! Its key is the idempotency key of the form: when it has been booked, sending the form again leads to the same
//! reservation. It is kept under the visitor's own token, so that nobody else's key opens it.

use super::choice::{Choice, Done};
use super::code::Code;
use super::filled::Typed;
use super::party::{GuestGroup, Party};
use crate::account::AccountId;
use crate::clinic::{ClinicId, MenuId, UnitName, Visit};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person::PersonId;
use crate::reservation::{ReceiptKey, ReservationId};
use crate::slots::Slot;
use crate::work::Actor;
use serde::{Deserialize, Serialize};

/// A booking under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The clinic.
    pub clinic: ClinicId,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
    /// 指名: the unit that is asked for, if one is.
    #[serde(default)]
    pub unit: Option<UnitName>,
    /// Who was signed in when it began.
    #[serde(default)]
    pub account: Option<AccountId>,
    /// What it is for.
    pub purpose: Purpose,
    /// How far it has come.
    pub stage: Stage,
}

/// What a booking is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// A new reservation, or those of several people for whom a guest books.
    New(Box<Details>),
    /// New reservations for several people of an account who come together.
    Group(Box<Party>),
    /// Another time for one that there is.
    Move(Moving),
}

/// How far a booking has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// No time has been chosen.
    Begun,
    /// A time has been chosen.
    Chosen(Choice),
    /// It has been booked, or moved.
    Done(Done),
}

/// 受診者 of a new reservation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// What was typed, right or wrong.
    #[serde(default)]
    pub typed: Option<Typed>,
    /// Who was chosen of those for whom the account books.
    #[serde(default)]
    pub member: Option<ChosenMember>,
    /// The code that was mailed to a guest.
    #[serde(default)]
    pub code: Option<Code>,
    /// The address that was proved in this browser.
    #[serde(default)]
    pub proved: Option<ProvedAddress>,
    /// The people for whom a guest books, where they are several.
    #[serde(default)]
    pub group: Option<GuestGroup>,
}

impl Details {
    /// Whether a code or a proof of an address in it had ended at a moment.
    pub fn has_ended_proof(&self, then: Moment) -> bool {
        let Self { code, proved, .. } = self;
        code.as_ref().is_some_and(|code| code.ends() <= then)
            || proved.as_ref().is_some_and(|proved| proved.ends() <= then)
    }
}

/// Somebody for whom the account books, as chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenMember {
    /// The person.
    pub person: PersonId,
    /// 診察券番号, if one was typed.
    #[serde(default)]
    pub chart_number: Option<String>,
}

/// An address that was proved with a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvedAddress {
    /// The address.
    pub address: EmailAddress,
    /// When.
    pub at: Moment,
}

/// For how many minutes an address that was proved need not be proved again in the same browser.
const PROVED_MINUTES: i64 = 60;

impl ProvedAddress {
    /// Until when it need not be proved again.
    pub const fn ends(&self) -> Moment {
        self.at.plus_minutes(PROVED_MINUTES)
    }

    /// Whether the mailbox is that of another spelling.
    pub fn is(&self, other: &EmailAddress) -> bool {
        self.address.key() == other.key()
    }
}

/// The reservation that is to be moved, and by which right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moving {
    /// The reservation.
    pub id: ReservationId,
    /// The key of the confirmation URL by which it is moved; none for a patient who is signed in.
    pub token: Option<ReceiptKey>,
    /// Whether those that were booked with it, and are on the same day, are moved along.
    #[serde(default)]
    pub whole_group: bool,
}

impl Moving {
    /// Whether it is moved by its URL.
    pub const fn is_by_url(self) -> bool {
        self.token.is_some()
    }

    /// In which role it is moved: the URL of a mail makes nobody its patient.
    pub const fn actor(self, caller: Actor) -> Actor {
        if self.is_by_url() { Actor::Guest } else { caller }
    }
}

impl Booking {
    /// The account that may see of the reservations what is its own; none where one is moved by the URL of a mail, or a guest books.
    pub fn viewer(&self) -> Option<AccountId> {
        self.account.filter(|_| !self.moving().is_some_and(Moving::is_by_url))
    }

    /// 初診 or 再診 of one of those who come, counted from 0.
    pub fn visit_of(&self, at: usize) -> Visit {
        self.party().and_then(|party| party.members.get(at)).map_or(self.visit, |member| member.visit)
    }

    /// The chosen slot, while it is not booked.
    pub const fn slot(&self) -> Option<&Slot> {
        match &self.stage {
            Stage::Chosen(choice) => Some(&choice.slot),
            Stage::Begun | Stage::Done(_) => None,
        }
    }

    /// Until when that slot is kept, if it still is.
    pub fn kept_until(&self, now: Moment) -> Option<Moment> {
        match &self.stage {
            Stage::Chosen(choice) => choice.kept_until.filter(|until| now < *until),
            Stage::Begun | Stage::Done(_) => None,
        }
    }

    /// The chosen slot, while it is kept from others.
    pub fn kept_slot(&self, now: Moment) -> Option<&Slot> {
        self.kept_slots(now).next()
    }

    /// All chosen slots, while they are kept from others.
    pub fn kept_slots(&self, now: Moment) -> impl Iterator<Item = &Slot> {
        self.chosen_slots().filter(move |_| self.kept_until(now).is_some())
    }

    /// All chosen slots, in the order of the people, while they are not booked.
    pub fn chosen_slots(&self) -> impl Iterator<Item = &Slot> {
        let choice = match &self.stage {
            Stage::Chosen(choice) => Some(choice),
            Stage::Begun | Stage::Done(_) => None,
        };
        choice.into_iter().flat_map(Choice::slots)
    }

    /// The earliest of them, by whose start all are chosen again: in turn people come in whichever order fits.
    pub fn earliest_slot(&self) -> Option<&Slot> {
        self.chosen_slots().min_by_key(|slot| slot.start)
    }

    /// What became of it, once it is done.
    pub const fn done(&self) -> Option<&Done> {
        match &self.stage {
            Stage::Done(done) => Some(done),
            Stage::Begun | Stage::Chosen(_) => None,
        }
    }

    /// 受診者, of a new reservation.
    pub const fn form(&self) -> Option<&Details> {
        match &self.purpose {
            Purpose::New(form) => Some(form),
            Purpose::Group(_) | Purpose::Move(_) => None,
        }
    }

    /// Whether the people who come are typed rather than chosen: by a guest, and for a group that was begun as a guest even after signing
    /// in.
    pub fn is_typed(&self) -> bool {
        self.form().is_some_and(|form| self.account.is_none() || form.group.is_some())
    }

    /// What was typed, of a new reservation.
    pub fn typed(&self) -> Option<&Typed> {
        self.form()?.typed.as_ref()
    }

    /// The address that was proved, of a new reservation.
    pub fn proved(&self) -> Option<&ProvedAddress> {
        self.form()?.proved.as_ref()
    }

    /// Takes a code and a proof of an address from it that had ended at a moment.
    pub fn end_proofs(&mut self, then: Moment) {
        if let Purpose::New(form) = &mut self.purpose {
            form.code.take_if(|code| code.ends() <= then);
            form.proved.take_if(|proved| proved.ends() <= then);
        }
    }

    /// The reservation that is to be moved, unless it is to be a new one.
    pub const fn moving(&self) -> Option<Moving> {
        match self.purpose {
            Purpose::New(_) | Purpose::Group(_) => None,
            Purpose::Move(moving) => Some(moving),
        }
    }

    /// Several people who come together, if it is for several.
    pub fn party(&self) -> Option<&Party> {
        match &self.purpose {
            Purpose::Group(party) => Some(party),
            Purpose::New(form) => form.group.as_ref().map(|group| &group.party),
            Purpose::Move(_) => None,
        }
    }

    /// Whether it is to become a new reservation, or several, and is none yet.
    pub const fn is_unfinished(&self) -> bool {
        !matches!(self.purpose, Purpose::Move(_)) && self.done().is_none()
    }

    /// Everybody of the account for whom it is.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        let members = self.party().into_iter().flat_map(Party::people);
        self.member().map(|member| member.person).into_iter().chain(members)
    }

    /// Who was chosen of those for whom the account books.
    pub fn member(&self) -> Option<&ChosenMember> {
        self.form()?.member.as_ref()
    }

    /// Whether nothing has been typed for it yet. What is for several people of an account begins with what was said of them.
    pub fn is_untouched(&self) -> bool {
        self.form().is_some_and(Details::is_untouched)
    }

    /// Whether choosing a time of a menu goes on with it: nothing has been typed, and it is for nobody yet; or it is of the same menu
    /// and for the same person.
    pub fn is_begun_for(&self, who: Option<PersonId>, menu: &MenuId, visit: Visit) -> bool {
        let member = self.member().map(|member| member.person);
        let same = member.is_none() || (&self.menu, self.visit) == (menu, visit);
        self.party().is_none() && self.is_untouched() && member == who && same
    }

    /// Whether somebody was typed or chosen for it, with a slot that is still to come: a calendar leads back to it.
    pub fn goes_on(&self, now: Moment) -> bool {
        (self.typed().is_some() || self.people().next().is_some())
            && self.slot().is_some_and(|slot| now < slot.starts())
    }
}
