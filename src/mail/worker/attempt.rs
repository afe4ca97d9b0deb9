//! One attempt at one mail: drawn as a message and handed to the server, or kept.
//!
//! It writes nothing; its caller records the outcome.

use crate::clock::Moment;
use crate::mail::mime;
use crate::mail::outbox::{Claimed, Jitter, Outcome};
use crate::mail::route::MailRoute;
use crate::mail::smtp::{self, Parties, Trouble};
use lettre::Address;

pub(super) async fn attempt(route: &MailRoute, now: Moment, claimed: &Claimed) -> Outcome {
    let Claimed { id, waiting, .. } = claimed;
    if waiting.letter.is_stale(now) {
        return Outcome::Never("it was no longer of use".to_owned());
    }
    let MailRoute::Smtp(relay, sender) = route else {
        return Outcome::Keep;
    };
    let Ok(to) = waiting.letter.to().quoted().parse::<Address>() else {
        return Outcome::Never("the address is none".to_owned());
    };
    let message = mime::message(&waiting.letter, *id, waiting.written, sender, to.clone());
    let parties = Parties { from: sender.address.clone(), to };
    match smtp::hand_over(relay, parties, &message, waiting.attempts).await {
        Ok(()) => Outcome::Sent,
        Err(Trouble::Refused(why)) => Outcome::Never(why),
        Err(Trouble::Later(why)) => Outcome::Later(why, jitter()),
    }
}

/// Without random numbers the rests are not spread out, which is no reason to stop.
fn jitter() -> Jitter {
    let mut byte = [0];
    match getrandom::fill(&mut byte) {
        Ok(()) => Jitter(byte[0]),
        Err(_) => Jitter(0),
    }
}
