//! A booking under way in one browser: what was chosen and typed so far, and in the end what was booked.
//!
//! Its key is the idempotency key of the form: when it has been booked, sending the form again leads to the same
//! reservation. It is kept under the visitor's own token, so that nobody else's key opens it.

use super::model::ReservationId;
use crate::account::AccountId;
use crate::clinic::{ClinicId, MenuId, Visit};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person::Draft;
use crate::secret::{Token, TokenHash, random_bytes};
use crate::slots::Slot;
use serde::{Deserialize, Serialize};

/// How often a wrong code may be typed.
const CODE_TRIES: u8 = 5;
/// For how many minutes a code can be used.
pub(super) const CODE_MINUTES: i64 = 10;

/// A booking under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The clinic.
    pub clinic: ClinicId,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
    /// The chosen slot, once there is one.
    #[serde(default)]
    pub slot: Option<Slot>,
    /// Until when that slot is kept from others, if it is.
    #[serde(default)]
    pub kept_until: Option<Moment>,
    /// Who was signed in when it began.
    #[serde(default)]
    pub account: Option<AccountId>,
    /// The reservation that is to be moved, if this is no new one.
    #[serde(default)]
    pub moving: Option<Moving>,
    /// What was typed, right or wrong.
    #[serde(default)]
    pub typed: Option<Typed>,
    /// The code that was mailed to a guest.
    #[serde(default)]
    pub code: Option<Code>,
    /// The address that was proved in this browser.
    #[serde(default)]
    pub proved: Option<EmailAddress>,
    /// What was booked, at the end.
    #[serde(default)]
    pub booked: Option<ReservationId>,
    /// Whether what was to be moved has stayed at its time, which was chosen again.
    #[serde(default)]
    pub stayed: bool,
}

impl Booking {
    /// A booking of which nothing is chosen yet but what for.
    pub fn begun(clinic: ClinicId, menu: MenuId, visit: Visit) -> Self {
        Self {
            clinic,
            menu,
            visit,
            slot: None,
            kept_until: None,
            account: None,
            moving: None,
            typed: None,
            code: None,
            proved: None,
            booked: None,
            stayed: false,
        }
    }

    /// Whether nothing has been typed for it yet: choosing again goes on with it.
    pub const fn is_untouched(&self) -> bool {
        self.typed.is_none()
    }

    /// Whether it is typed, with a slot that is still to come: a calendar leads back to it.
    pub fn goes_on(&self, now: Moment) -> bool {
        !self.is_untouched() && self.slot.as_ref().is_some_and(|slot| now < slot.starts())
    }
}

/// The reservation that is to be moved, and by which right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moving {
    /// The reservation.
    pub id: ReservationId,
    /// The confirmation URL's token by which it is moved; none for whoever is signed in.
    pub token: Option<TokenHash>,
}

/// The form of 受診者 as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// The person.
    pub person: Draft,
    /// メールアドレス, of a guest.
    #[serde(default)]
    pub email: String,
    /// 診察券番号.
    #[serde(default)]
    pub chart_number: String,
}

/// A code of six digits that proves an address.
///
/// Only a hash of it with the visitor's own token is stored, so that the data file alone does not give it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    hash: TokenHash,
    address: EmailAddress,
    ends: Moment,
    tries: u8,
}

impl Code {
    /// Six random digits.
    pub fn mint() -> String {
        format!("{:06}", u64::from_be_bytes(random_bytes()) % 1_000_000)
    }

    /// What is stored of a code that is mailed now.
    pub fn sent(now: Moment, visitor: &Token, address: EmailAddress, code: &str) -> Self {
        Self { hash: hash(visitor, code), address, ends: now.plus_minutes(CODE_MINUTES), tries: 0 }
    }

    /// The address that it was mailed to.
    pub fn address(&self) -> &EmailAddress {
        &self.address
    }

    /// Whether it can still be typed in.
    pub fn is_live(&self, now: Moment) -> bool {
        now < self.ends && self.tries < CODE_TRIES
    }

    /// Until when it can be typed in.
    pub fn ends(&self) -> Moment {
        self.ends
    }

    /// How often it may still be typed wrong.
    pub fn tries_left(&self) -> u8 {
        CODE_TRIES.saturating_sub(self.tries)
    }

    /// Counts an attempt and judges it.
    pub fn try_out(&mut self, now: Moment, visitor: &Token, typed: &str) -> bool {
        if !self.is_live(now) {
            return false;
        }
        self.tries += 1;
        self.hash == hash(visitor, typed)
    }
}

fn hash(visitor: &Token, code: &str) -> TokenHash {
    TokenHash::of_text(&format!("booking code {} {code}", visitor.text()))
}
