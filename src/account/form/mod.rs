//! The forms of the account as they are typed, and the check of each.
//!
//! Whether a typed password is the account's takes a hash and is found out by the action, which hands the result in.

mod address;
mod agreement;
mod own_data;
mod password;
mod problem;
mod sign_in;
mod withdrawal;

pub use address::{AddressField, AddressForm, EmailChangeField, EmailChangeForm};
pub use agreement::{AgreementField, AgreementForm};
pub use own_data::{OwnDataField, OwnDataForm};
pub use password::{PasswordChangeField, PasswordChangeForm, PasswordField, PasswordForm};
pub use problem::{AccountProblem, AccountProblems};
pub use sign_in::{SignInField, SignInForm};
pub use withdrawal::{WithdrawalField, WithdrawalForm, WithdrawalReason};
