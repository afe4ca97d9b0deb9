//! One attempt at one mail: drawn as a message and handed to the server, or kept.
//!
//! It writes nothing; what the attempt came to is recorded by whoever asked for it.

use crate::clock::Moment;
use crate::mail::mime;
use crate::mail::outbox::{MailId, Outcome, Roll, Waiting};
use crate::mail::route::Route;
use crate::mail::smtp::{self, Trouble};
use lettre::Address;

pub(super) async fn attempt(route: &Route, now: Moment, id: MailId, claimed: &Waiting) -> Outcome {
    if claimed.letter.is_stale(now) {
        return Outcome::Never("it was no longer of use".to_owned());
    }
    let Route::Smtp(relay, sender) = route else {
        return Outcome::Keep;
    };
    let Ok(to) = claimed.letter.to().quoted().parse::<Address>() else {
        return Outcome::Never("the address is none".to_owned());
    };
    let message = mime::message(&claimed.letter, id, claimed.written, sender, to.clone());
    match smtp::hand_over(relay, sender.address.clone(), to, &message).await {
        Ok(()) => Outcome::Sent,
        Err(Trouble::Refused(why)) => Outcome::Never(why),
        Err(Trouble::Later(why)) => Outcome::Later(why, roll()),
    }
}

/// Without random numbers the rests are not spread out, which is no reason to stop.
fn roll() -> Roll {
    let mut byte = [0];
    match getrandom::fill(&mut byte) {
        Ok(()) => Roll(byte[0]),
        Err(_) => Roll(0),
    }
}
