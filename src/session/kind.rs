//! What sets one kind of session apart from another: its name in the store, its cookie, its lifetime, where its people
//! sign in, and in which role they act. A feature declares its kind as a constant.

use crate::work::Actor;

/// A kind of session.
#[derive(Debug)]
pub struct SessionKind {
    /// Kept with every session, so it must not change. A session counts only for the kind under which it was started.
    pub name: &'static str,
    /// The role of somebody who is signed in.
    pub actor: Actor,
    /// The name of the cookie with the token.
    pub cookie: &'static str,
    /// How many days somebody stays signed in.
    pub days: i64,
    /// The address of the sign-in page, given the address to go on at.
    pub sign_in: fn(&str) -> String,
}
