//! One mail as a feature writes it: a subject and a sequence of blocks, from which both the text and the HTML part come.
//!
//! A letter holds each sentence once; [`text`](Letter::text) and [`html`](Letter::html) are two drawings of it, so they
//! cannot disagree.

mod attachment;
mod clean;
mod html;
mod record;
mod text;
mod token;

#[cfg(test)]
mod tests;

pub use attachment::Attachment;
pub(in crate::mail) use clean::one_line;
pub use record::{HeldToken, Letter};
