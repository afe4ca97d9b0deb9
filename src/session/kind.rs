//! What sets one kind of session apart from another: its name in the store, its cookie, how long it lasts, how many of them
//! somebody has, where its people sign in, and in which role they act. A feature declares its kind as a constant.

use crate::clock::Moment;
use crate::work::Actor;
use serde::{Deserialize, Serialize};

/// A kind of session.
#[derive(Debug)]
pub struct SessionKind {
    /// Kept with every session, so it must not change. A session counts only for the kind under which it was started.
    pub name: &'static str,
    /// The role of somebody who is signed in.
    pub actor: Actor,
    /// The name of the cookie with the token.
    pub cookie: &'static str,
    /// How long a session lasts that stays on its device.
    pub on_device: Lifetime,
    /// How long one lasts that ends with the browser, if the browser does not end before.
    pub in_browser: Lifetime,
    /// How many live sessions a subject has at most: of more, the one that was left unused longest ends.
    pub most: usize,
    /// The address of the sign-in page, given the address to go on at.
    pub sign_in: fn(&str) -> String,
}

/// How long a session lasts on the server.
#[derive(Clone, Copy, Debug)]
pub struct Lifetime {
    /// Minutes from its last use.
    pub unused_minutes: i64,
    /// Minutes from the sign-in, however much it is used; `None` where use alone decides.
    pub in_all_minutes: Option<i64>,
}

/// Whether a session outlives the browser in which it was started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stay {
    /// It stays on the device: the browser keeps its cookie.
    OnDevice,
    /// It ends with the browser. This is so wherever nobody has said that the device is theirs.
    #[default]
    InBrowser,
}

impl SessionKind {
    const fn lifetime(&self, stay: Stay) -> Lifetime {
        match stay {
            Stay::OnDevice => self.on_device,
            Stay::InBrowser => self.in_browser,
        }
    }

    /// When a session ends that was started and last used at these moments.
    pub(super) fn ends(&self, stay: Stay, started: Moment, used: Moment) -> Moment {
        let Lifetime { unused_minutes, in_all_minutes } = self.lifetime(stay);
        let unused = used.plus_minutes(unused_minutes);
        in_all_minutes.map_or(unused, |minutes| unused.min(started.plus_minutes(minutes)))
    }

    /// By how many seconds the end of a session has to move for its use to be worth a write: a thirtieth of its lifetime,
    /// which is a day of thirty.
    pub(super) const fn least_gain(&self, stay: Stay) -> i64 {
        self.lifetime(stay).unused_minutes * 60 / 30
    }

    /// For how many minutes a browser keeps the cookie; `None` for as long as it runs.
    pub const fn cookie_minutes(&self, stay: Stay) -> Option<i64> {
        match stay {
            Stay::OnDevice => Some(self.on_device.unused_minutes),
            Stay::InBrowser => None,
        }
    }
}
