//! What the pages of booking for several people say.

pub mod en;
pub mod ja;

use crate::booking::guest_party_form::GuestPartyProblem;
use crate::booking::party::VisitOrder;
use crate::booking::party_form::PartyProblem;
use crate::slots::DayLimit;
use time::Date;

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
    /// What is wrong with a field of a guest's form, and what to do.
    pub guest_problem: fn(GuestPartyProblem) -> &'static str,
    pub how_many: &'static str,
    /// So many people.
    pub people: fn(usize) -> String,
    /// A person of a group who has no name yet, counted from 1.
    pub nth: fn(usize) -> String,
    /// The menu of one of them.
    pub menu_of_nth: fn(usize) -> String,
    pub guest_lead: &'static str,
    pub sign_in_hint: &'static str,
    pub previous_person: &'static str,
    /// Leads from one of them to the next.
    pub next_person: &'static str,
    /// The title of 受診者 with whose it is, counted from 1, and of how many.
    pub title_of_person: fn(&str, usize, usize) -> String,
    /// On a day on which not all fit for whom a guest books: that so many would, with the menu of each.
    pub only_so_many: fn(&[String]) -> String,
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
    /// Which of several menus limits the days on which all can be booked, told on the day given.
    pub limit: fn(&str, DayLimit, Date) -> String,
    /// What is free at a time: for all.
    pub free_for_all: &'static str,
    /// Whose time is chosen when several are moved together, with the name.
    pub time_of: fn(&str) -> String,
    /// Who was booked together with who is moved, and stays.
    pub staying: &'static str,
    /// Before when somebody comes, with the name.
    pub comes_at: fn(&str) -> String,
    /// Until when it can be cancelled and changed.
    pub until: &'static str,
    /// The last button, for so many people.
    pub book: fn(usize) -> String,
    /// The last button when so many visits are moved together.
    pub move_all: fn(usize) -> String,
    /// Opens everything that is booked for somebody.
    pub content: fn(&str) -> String,
}
