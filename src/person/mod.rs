//! 利用者情報: who is treated, from what somebody typed into a form to what is stored and shown.
//!
//! A `Draft` holds the raw strings of a form. Checking it gives a `Person`, or every problem at once, each with its
//! field. All of it is pure: no store, no requests.

mod area_code;
mod birth_date;
mod date_text;
mod draft;
mod english_date;
mod era_name;
mod field;
mod kana;
mod kanji_number;
mod legal_age;
mod model;
mod name_parts;
pub mod page;
mod patient;
mod phone;
mod postal_code;
mod postal_places;
mod prefecture;
mod problem;
mod text;
pub(crate) mod words;
mod written_date;

#[cfg(test)]
mod tests;

pub use birth_date::{birth_date, written_day};
pub use draft::Draft;
pub use field::PersonField;
pub use legal_age::{has_reached, reached_on};
pub use model::{Address, ContactDetails, Name, Person, PersonId, Sex};
pub use page::{age, name_and_age, name_on};
pub use patient::{Identity, PatientDetails};
pub use phone::Phone;
pub use postal_code::PostalCode;
pub use postal_places::{PostalPlace, places};
pub use prefecture::PREFECTURES;
pub use problem::{PersonProblem, PersonProblems};
pub use written_date::WrittenDate;
