//! What to do about a text that is no e-mail address.

use super::AddressProblem;
use crate::lang::Lang;
use crate::mail::words;

/// The sentence beside the field.
pub fn sentence(lang: Lang, problem: AddressProblem) -> &'static str {
    (words::of(lang).address)(problem)
}
