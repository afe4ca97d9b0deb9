//! How a unit of work ends.

use super::{Uncounted, Until};
use crate::store;

/// What a verb gives: what was done, or what stopped it.
pub type Outcome<T, R> = Result<T, Stop<R>>;

/// What stops a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop<R> {
    /// A rule of the domain, which the verb names.
    Refused(R),
    /// It is not for this caller, or not now.
    Denied(Denied),
    /// The store failed.
    Store(store::Error),
}

/// Why something is not for a caller, or not now, whatever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// They have to sign in first: their session has ended.
    SignIn,
    /// It is not there, or is somebody else's.
    NotFound,
    /// They tried too often.
    TooMany(Until),
}

/// How a unit of work ended that its caller was allowed to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended<T, R> {
    /// It is done.
    Done(T),
    /// It was refused.
    Refused(R),
}

/// How a unit of work ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled<T, R> {
    /// It is done.
    Done(T),
    /// It was refused.
    Refused(R),
    /// It was not for its caller, or not then.
    Denied(Denied),
}

impl<R> Stop<R> {
    /// The same with another refusal.
    pub fn map<S>(self, refusal: impl FnOnce(R) -> S) -> Stop<S> {
        match self {
            Self::Refused(refused) => Stop::Refused(refusal(refused)),
            Self::Denied(denied) => Stop::Denied(denied),
            Self::Store(error) => Stop::Store(error),
        }
    }
}

impl<R> From<store::Error> for Stop<R> {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl<R> From<Denied> for Stop<R> {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl<R> From<Uncounted> for Stop<R> {
    fn from(uncounted: Uncounted) -> Self {
        match uncounted {
            Uncounted::Spent(until) => Self::Denied(Denied::TooMany(until)),
            Uncounted::Store(error) => Self::Store(error),
        }
    }
}

/// Turns the refusal of a rule into that of a verb.
pub trait Refuse<T, R> {
    /// The value, or the verb is refused.
    ///
    /// # Errors
    /// The refusal.
    fn or_refuse<S: From<R>>(self) -> Outcome<T, S>;
}

impl<T, R> Refuse<T, R> for Result<T, R> {
    fn or_refuse<S: From<R>>(self) -> Outcome<T, S> {
        self.map_err(|refusal| Stop::Refused(refusal.into()))
    }
}
