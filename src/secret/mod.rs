//! Secrets: random tokens that are stored only as hashes, random ids, and passwords hashed on dedicated threads.

mod fair_queue;
mod hasher;
mod id;
mod token;
pub mod typed_code;

pub use hasher::{Busy, Hasher, PasswordCheck};
pub use id::{Id, InAddress, TimedId};
pub use token::{Token, TokenHash, random_bytes};

#[cfg(test)]
mod tests;
