//! The operator: how the installation is and what has to be done about it, without a single patient's data.
//!
//! The facts are gathered in one place. The page and `mypage status` say the same.

mod action;
mod ceiling;
mod facts;
mod mail_account;
pub mod mail_form;
mod matter;
mod page;
pub mod path;
#[cfg(test)]
mod tests;
pub(crate) mod words;

pub use action::routes;
pub use ceiling::CEILINGS;
pub use facts::{DataFile, Facts};
pub use matter::{Matter, Urgency};
