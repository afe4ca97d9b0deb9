//! Booking: the way from a clinic's menus to 予約確定, for a new reservation or another time of one.

mod action;
mod alternatives;
mod choice;
mod choosing;
mod code;
mod commit;
mod details;
mod filled;
mod guest_group;
mod guest_party_form;
mod handing_on;
pub mod letter;
mod limits;
mod member_choice;
mod members;
mod model;
mod moving;
mod next;
mod page;
mod participants;
mod party;
mod party_form;
pub mod path;
mod prefill;
mod proof;
pub mod rows;
mod under_way;
mod words;

pub use action::{routes, signing_in_for};
pub use choice::{Choice, Done};
pub use code::Code;
pub use filled::Typed;
pub use handing_on::hand_on;
pub use limits::{CHOICES_IN_ALL, CHOICES_OF_PATIENTS};
pub use model::{Booking, ChosenMember, Details, Moving, ProvedAddress, Purpose, Stage};
pub use party::{GuestGroup, Party, PartyMember, VisitOrder};
pub use rows::EXPIRING;

#[cfg(test)]
mod tests;
