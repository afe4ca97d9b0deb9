//! ご家族: the people for whom an account books beside its own person. They are added, changed, shared and removed here.
//!
//! Whom an account books for is stored in [`account::care`](crate::account::care), and who else books for
//! them in [`account::share`](crate::account::share).

mod action;
mod allowance;
mod coming_of_age;
mod form;
mod invitation;
mod letter;
mod mailed_offer;
mod membership;
mod own_account;
mod own_account_form;
mod own_word;
mod page;
pub mod path;
mod share_form;
mod sharing;
pub(crate) mod words;

pub use action::{own_data, routes};
pub use coming_of_age::tell_of_age;
pub use form::{MemberField, MemberForm, MemberProblem, MemberProblems};
pub use membership::{NotAdded, add, is_full};
pub use page::form::{consent, fields, sentences};
pub use page::leaving::show as leaving;
pub use sharing::left;
