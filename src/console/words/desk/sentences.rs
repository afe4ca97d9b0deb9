//! Every sentence of the pages on which the staff book, move and cancel.

use crate::console::desk_form::DeskProblem;
use crate::reservation::desk::{Channel, DeskAct, NotAtDesk};
use crate::slots::Objection;

/// All of them.
pub struct DeskWords {
    pub free: FreeWords,
    pub booking: DeskBookingWords,
    pub unit: UnitWords,
    pub length: LengthWords,
    pub objections: ObjectionWords,
    pub change: ChangeWords,
    pub slip: SlipWords,
}

/// The free places of a day.
pub struct FreeWords {
    pub title: &'static str,
    pub left: fn(u32) -> String,
    /// A free time as it is read out: what is seen of it, and what else there is to know. It has to begin with what is seen, so that
    /// it can be asked for by voice (WCAG 2.2, 2.5.3).
    pub book_at: fn(&str, &str) -> String,
    pub overfull: fn(u32, u32) -> String,
    /// The time of the visit that is moved.
    pub own: &'static str,
    pub all: &'static str,
    pub grid: &'static str,
    pub list: &'static str,
    pub time: &'static str,
    pub none: &'static str,
    pub walk_in: &'static str,
    pub places_title: fn(&str) -> String,
    pub back: &'static str,
}

/// 担当: the units of what a menu shares.
pub struct UnitWords {
    /// Any will do; told the first that is free.
    pub any: fn(Option<&str>) -> String,
    pub taken: fn(&str) -> String,
    pub away: fn(&str) -> String,
    pub is_away: &'static str,
    /// It was asked for.
    pub asked: fn(&str) -> String,
    /// Giving a visit another unit, by what the units are called.
    pub change: fn(&str) -> String,
    pub change_button: &'static str,
    /// The visits that have no unit, by what the units are called.
    pub none: fn(&str) -> String,
}

/// How long a visit takes.
pub struct LengthWords {
    pub label: &'static str,
    pub minutes: fn(u16) -> String,
    pub usual: fn(u16) -> String,
    pub change: &'static str,
    pub button: &'static str,
}

/// Booking at the desk.
pub struct DeskBookingWords {
    pub title: &'static str,
    pub walk_in: &'static str,
    pub box_label: &'static str,
    pub box_hint: &'static str,
    pub find: &'static str,
    /// What Enter does; nobody reads it.
    pub find_or_book: &'static str,
    pub found: fn(usize) -> String,
    pub more: &'static str,
    pub nobody: &'static str,
    pub another: &'static str,
    /// Where the page shows what was typed on an earlier visit to it.
    pub kept: &'static str,
    /// The link to the page with nothing filled in.
    pub start_over: &'static str,
    pub new_patient: &'static str,
    pub new_hint: &'static str,
    pub family_kana: &'static str,
    pub given_kana: &'static str,
    pub phone: &'static str,
    pub one_of_two: &'static str,
    pub later: &'static str,
    pub family_name: &'static str,
    pub given_name: &'static str,
    pub birth_date: &'static str,
    pub sex: &'static str,
    pub sexes: [&'static str; 3],
    pub email: &'static str,
    pub email_hint: &'static str,
    /// The address of the visit before, which anybody may have typed.
    pub email_before: fn(&str) -> String,
    pub chart: &'static str,
    pub visit: &'static str,
    pub visits: [&'static str; 2],
    pub channel: &'static str,
    pub channels: [&'static str; 2],
    pub tell: fn(&str) -> String,
    pub tell_typed: &'static str,
    pub button: &'static str,
    pub receive: &'static str,
    pub provisional: &'static str,
    pub problem: fn(&DeskProblem) -> String,
}

/// What stands against a visit.
pub struct ObjectionWords {
    pub title: &'static str,
    /// Each, with the name of the menu of another visit and how its start is said.
    pub of: fn(&Objection, &str) -> String,
    /// Each in a few words, by its word.
    pub in_short: fn(&str) -> Option<&'static str>,
    pub first: fn(&str, &str) -> String,
    pub reason: &'static str,
    pub presets: [&'static str; 4],
    pub own: &'static str,
    pub own_hint: &'static str,
    pub insist: &'static str,
}

/// Moving, cancelling and taking back.
pub struct ChangeWords {
    pub move_title: &'static str,
    pub move_lead: fn(&str) -> String,
    pub move_button: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    /// That its menu becomes another one, by the names of both.
    pub other_menu: fn(&str, &str) -> String,
    pub tell: fn(&str) -> String,
    pub cancel_title: &'static str,
    pub cancel_why: &'static str,
    pub cancel_presets: [&'static str; 4],
    pub cancel_button: &'static str,
    /// No mail reaches the patient, and the phone number comes behind it.
    pub cancel_call: fn(&str) -> String,
    pub keep: &'static str,
    pub stay: &'static str,
    pub other_menus: &'static str,
    pub details_title: &'static str,
    pub details_button: &'static str,
    pub swap_title: &'static str,
    pub swap_button: &'static str,
    /// The way to the next of a family, right after this visit.
    pub another: &'static str,
    pub undo: &'static str,
    pub done: fn(&DeskAct) -> String,
    pub mail_rests: fn(&str, &str) -> String,
    pub mail_sent: fn(&str, &str) -> String,
    pub not_done: &'static str,
    pub back: &'static str,
    pub back_to_visit: &'static str,
    /// What was done last with a visit has been taken back: whose it is, when it starts, and what was done.
    pub taken_back: fn(&str, &str, &DeskAct) -> String,
    pub why: fn(&NotAtDesk) -> &'static str,
    pub next: &'static str,
    pub next_title: fn(&str) -> String,
    pub ahead: [&'static str; 6],
    pub reason: fn(&str) -> String,
    pub channel: fn(Channel) -> &'static str,
    pub day_before: &'static str,
    pub day_after: &'static str,
    pub no_places: &'static str,
}

/// The slip that is handed out.
pub struct SlipWords {
    pub open: &'static str,
    pub title: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub bring: &'static str,
    pub preparation: &'static str,
    pub phone: &'static str,
    pub qr: &'static str,
    pub qr_help: &'static str,
}
