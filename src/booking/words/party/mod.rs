//! What the pages of booking for several people say.

pub mod en;
pub mod ja;

use crate::booking::party::VisitOrder;
use crate::booking::party_form::PartyProblem;

/// まとめて予約する: several people of an account come together.
pub struct BookingPartyWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub who: &'static str,
    pub add: &'static str,
    pub menu: &'static str,
    /// Opens the menus of each.
    pub menus_differ: &'static str,
    /// Somebody's own menu, with their name.
    pub menu_of: fn(&str) -> String,
    pub order: &'static str,
    pub order_of: fn(VisitOrder) -> &'static str,
    /// How long they wait at most between two visits, in minutes.
    pub in_turn_note: fn(u16) -> String,
    pub at_once_note: &'static str,
    pub to_slots: &'static str,
    /// The account books for nobody else yet.
    pub alone: &'static str,
    pub no_menu: &'static str,
    /// What is wrong with a field, and what to do.
    pub problem: fn(&PartyProblem) -> String,
    /// The same about one of them, with their name.
    pub of_one: fn(&str, &str) -> String,
    /// Leads here from the menus of a clinic.
    pub link: &'static str,
    /// Over who comes together.
    pub together: fn(usize) -> String,
    /// Who comes, and how.
    pub change: &'static str,
    /// On a day on which not all fit: that they would in the other order.
    pub other_order: fn(VisitOrder) -> &'static str,
    /// On a day on which not all fit: that these would.
    pub only: fn(&[String]) -> String,
    /// What is free at a time: for all.
    pub free_for_all: &'static str,
    /// Until when it can be cancelled and changed.
    pub until: &'static str,
    /// The last button, for so many people.
    pub book: fn(usize) -> String,
    /// The last button when so many visits are moved together.
    pub move_all: fn(usize) -> String,
    /// Opens everything that is booked for somebody.
    pub content: fn(&str) -> String,
}
