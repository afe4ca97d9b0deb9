//! Why a request got no answer of its own.
//!
//! A refusal by a rule of the domain is not a failure: it is a value, drawn on the page that it belongs to.

use crate::secret::Busy;
use crate::store;
use crate::work::{Denied, Until};
use poem::http::StatusCode;

/// Why a request got no answer of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no such page, or it is somebody else's: the same answer for both.
    NotFound,
    /// The page exists, but not for this method; these are allowed.
    Method(String),
    /// Sign in first, then come back here.
    SignIn,
    /// The same said to a script, which is led nowhere: it asks for an open page, and shows no other one.
    SignedOut,
    /// Something else has to be done first, at this path.
    First(String),
    /// The form was not sent from one of our pages, or its page was drawn for another session.
    Forged,
    /// Too many attempts; the next is let through at this moment.
    TooMany(Until),
    /// The form is larger than any that we have.
    TooLarge,
    /// The form arrived too slowly.
    TooSlow,
    /// The form broke off, or its parts were not those of a form.
    Broken,
    /// Not a form.
    NotAForm,
    /// Too much to do at this moment.
    Busy,
    /// The store takes no changes at present; reading goes on. The cause is for the log.
    ReadOnly(String),
    /// A fault of ours. The text is for the log.
    Fault(String),
}

impl From<Busy> for Failure {
    fn from(_: Busy) -> Self {
        Self::Busy
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Busy => Self::Busy,
            store::Error::ReadOnly(why) => Self::ReadOnly(why),
            other => Self::Fault(other.to_string()),
        }
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::SignIn => Self::SignIn,
            Denied::NotFound => Self::NotFound,
            Denied::TooMany(until) => Self::TooMany(until),
        }
    }
}

impl Failure {
    /// The HTTP status that says the same.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignIn | Self::First(_) => StatusCode::SEE_OTHER,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Broken => StatusCode::BAD_REQUEST,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Busy | Self::ReadOnly(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the log says of it, when it is a fault.
    pub(super) fn for_the_log(&self) -> Option<String> {
        match self {
            Self::Fault(text) => Some(text.clone()),
            Self::ReadOnly(why) => Some(store::Error::ReadOnly(why.clone()).to_string()),
            _ => None,
        }
    }
}
