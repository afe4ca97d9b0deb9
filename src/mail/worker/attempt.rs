//! One attempt at one mail: drawn as a message and handed to the server, or kept.
//!
//! It writes nothing; its caller records the outcome.

use crate::clock::Moment;
use crate::mail::mime;
use crate::mail::outbox::{Claimed, Jitter, Outcome};
use crate::mail::route::{MailRoute, Sending, Way};
use crate::mail::smtp::{self, Parties};
use lettre::Address;

pub(super) async fn attempt(route: &MailRoute, now: Moment, claimed: &Claimed) -> Outcome {
    let Claimed { id, waiting, .. } = claimed;
    if waiting.letter.is_stale(now) {
        return Outcome::Never("it was no longer of use".to_owned());
    }
    let Ok(to) = waiting.letter.to().quoted().parse::<Address>() else {
        return Outcome::Never("the address is none".to_owned());
    };
    let ready = match route.way() {
        Ok(Way::Keep) => return Outcome::Keep,
        Ok(Way::Send(ready)) => ready,
        Ok(Way::Wait) => return Outcome::Later("no mail account is set".to_owned(), jitter()),
        Err(fault) => return Outcome::Later(fault.to_string(), jitter()),
    };
    let Sending { relay, sender } = &*ready;
    let message = mime::message(&waiting.letter, *id, waiting.written, sender, to.clone());
    let parties = Parties { from: sender.address.clone(), to };
    match smtp::hand_over(relay, parties, &message, waiting.attempts).await {
        Ok(()) => Outcome::Sent,
        Err(trouble) if trouble.is_final => Outcome::Never(trouble.why),
        Err(trouble) => Outcome::Later(trouble.why, jitter()),
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
