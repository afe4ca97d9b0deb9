//! ご家族: the people for whom an account books beside its own person. They are added, changed and removed here.
//!
//! Whom an account books for is stored in [`account::care`](crate::account::care).

mod action;
mod form;
mod membership;
mod page;
pub mod path;
pub(crate) mod words;

pub use action::routes;
pub use form::{MemberField, MemberForm, MemberProblem, MemberProblems};
pub use membership::{NotAdded, add, is_full};
pub use page::form::{fields, sentences};
