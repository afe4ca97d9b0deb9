//! The account: signing up, signing in, forgotten passwords, changing what belongs to it, and leaving.
//!
//! Each verb has a file of its own. A patient's own data is found through the patient's own session only.

mod action;
mod address_change;
mod agreement;
mod booking_right;
pub mod care;
mod care_record;
mod check;
pub mod coming_of_age;
mod credential;
mod customer_id;
mod form;
mod known_device;
mod letter;
pub mod link;
mod model;
mod new_password;
mod other_sessions;
mod own_data;
mod page;
mod parting;
pub mod path;
mod patient;
mod person_edit;
mod readings;
mod registration;
mod relation;
mod rows;
pub mod share;
mod sign_in;
mod sign_up;
pub mod support;
mod ties;
mod unconfirmed;
mod withdrawal;
pub(crate) mod words;

pub use action::{begin_sign_up, routes};
pub use booking_right::{BookingRight, Consent, FULL_AGE};
pub use care::{MOST_RELATIVES, Member};
pub use care_record::{Care, Sharing, SharingRole, WordRefused};
pub use check::{check_indexes, check_people};
pub use credential::{
    MAILS_IN_ALL, MAILS_OF_PATIENTS, count_confirmation, count_link, count_mail, give_link_back, mails_spent_until,
};
pub use customer_id::CustomerId;
pub use form::AccountProblem;
pub use known_device::forget_device;
pub use model::{Account, AccountId, Agreement};
pub use own_data::DataSection;
pub use page::mail_waits;
pub use page::own_data::person as data_of_person;
pub use patient::{MaybePatient, Patient, SESSIONS, SignedIn};
pub use readings::Readings;
pub use registration::{Registration, register};
pub use relation::Relation;
pub use rows::{EXPIRING, TABLES, change_readings, find, own_person, sign_up_goes_along};
pub use ties::{CANCEL_COMING, CHANGE_COMING, KnownPerson, Origin, Ties};
pub use words::done;

#[cfg(test)]
mod tests;
