//! Passwords: the rule for a new one, what is said of one that breaks it, and the one way in which a typed one is compared
//! with its hash, which is counted first and judged then.
//!
//! Every route that takes a password goes through [`verify`], so that none can be forgotten by the throttle. Whose password
//! it is, a feature says: the patients' (`account/credential.rs`) and the staff's (`staff/credential.rs`).

pub mod password;
pub mod words;

use crate::secret::{PasswordCheck, Token};
use crate::store::{self, Key, Reader};
use crate::web::{Anyone, Cx, Failure};
use crate::work::{self, Counter, Ended, Event, Limit, Remedy, Stop, Work};
use PasswordCheck::{Right, RightButWeak, Wrong};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use password::Password;
use std::convert::Infallible;

/// Wrong passwords within one live session.
const fn in_session(remedy: Remedy) -> Limit {
    Limit { name: "password in session", most: 10, minutes: 15, remedy }
}
/// Right passwords where wrong ones are counted together: each costs as much to check as a wrong one. Somebody who signs in and out
/// all day stays far below it.
const fn right_ones(remedy: Remedy) -> Limit {
    Limit { name: "right password", most: 60, minutes: 60, remedy }
}
/// Wrong passwords from one client.
const FROM_CLIENT: Limit =
    Limit { name: "password from client", most: 50, minutes: 15, remedy: Remedy::AnotherNetwork };
/// Passwords that one visitor may choose without being signed in: each costs as much to hash as a wrong one to check.
const HASHED: Limit = Limit { name: "password chosen by visitor", most: 20, minutes: 15, remedy: Remedy::SentMail };

/// Which attempts are counted together.
#[derive(Clone, Copy, Debug)]
pub struct Attempts {
    /// Where the password is typed, for the log.
    place: &'static str,
    wrong: Counter,
    right: Counter,
    /// Whether wrong ones are counted for the client's network as well.
    by_client: bool,
}

impl Attempts {
    /// Those on which wrong passwords are counted by `wrong`, and right ones together with all that have this name. `remedy` is for who
    /// gave too many right ones.
    pub fn new(place: &'static str, wrong: Counter, name: &str, remedy: Remedy) -> Self {
        Self { place, wrong, right: right_ones(remedy).of(name), by_client: true }
    }

    /// Those on a device that is known, whose tries are its own: what others do in the same network keeps nobody out there.
    pub fn on_known_device(wrong: Counter, name: &str, remedy: Remedy) -> Self {
        Self { by_client: false, ..Self::new("on a known device", wrong, name, remedy) }
    }

    /// Those of somebody who is signed in, by the token of the session. The token changes with the password, so that right ones are
    /// counted by the name of the account. `remedy` is for who gave too many, wrong or right.
    pub fn in_session(session: &Token, name: &str, remedy: Remedy) -> Self {
        Self::new("in a session", in_session(remedy).of(&session.text()), name, remedy)
    }
}

/// The name under which attempts for this key are counted.
pub fn name_of(key: &impl Key) -> String {
    let mut bytes = Vec::new();
    key.encode(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The counter of right passwords under this name, for who forgets it or looks at it.
pub fn right(name: &str) -> Counter {
    right_ones(Remedy::Waiting).of(name)
}

/// Whether the right password was given so often that no other is checked for a while.
///
/// # Errors
/// What the store says.
pub fn is_used_up(r: &dyn Reader, attempts: &Attempts) -> store::Result<bool> {
    work::is_spent(r, &attempts.right)
}

/// Whether `typed` is the password with this hash; where there is none, it is wrong, and takes as long to be so. `wrong_event` is
/// told of a wrong one.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many, [`Failure::Busy`] when too many are being checked.
pub async fn verify(
    cx: &Cx,
    attempts: &Attempts,
    phc: Option<&str>,
    typed: &str,
    wrong_event: Event,
) -> Result<PasswordCheck, Failure> {
    let Attempts { place, wrong: together, right, by_client } = *attempts;
    let wrong = move |work: &Work<'_>| {
        let client = if by_client { work.from_client(&FROM_CLIENT) } else { Counter::default() };
        [together, client]
    };
    // As wrong and as right, until it is known which it is.
    let Ended::Done(()) = cx
        .work(move |work, _: Anyone| {
            let [together, client] = wrong(work);
            Ok::<_, Stop<Infallible>>(work.count(&[together, client, right])?)
        })
        .await?;
    // What is too long to be anybody's password takes the same time to be wrong.
    let bytes = Password::given(typed).map(|password| password.as_bytes().to_vec());
    let phc = phc.filter(|_| bytes.is_some()).map(str::to_owned);
    let verdict = cx.verify(bytes.unwrap_or_default(), phc).await;
    let (was_right, was_wrong) = (matches!(verdict, Ok(Right | RightButWeak)), verdict == Ok(Wrong));
    let Ended::Done(()) = cx
        .work(move |work, _: Anyone| {
            if !was_wrong {
                let wrong = wrong(work);
                work.give_back(&wrong)?;
            }
            if !was_right {
                work.give_back(&[right])?;
            }
            Ok::<_, Stop<Infallible>>(())
        })
        .await?;
    if was_wrong {
        cx.tell(&wrong_event.with("typed", place));
    }
    Ok(verdict?)
}

/// Counts a password that is about to be hashed for somebody who is not signed in: a link that is sent many times at once is live
/// each time.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many.
pub async fn count_hash(cx: &Cx) -> Result<(), Failure> {
    let Ended::Done(()) = cx
        .work(|work, _: Anyone| {
            // By the token alone as well: one sign-up must not cost more from many addresses.
            let counters = [HASHED.of(&work.caller().visitor.text()), work.from_visitor(&HASHED)];
            Ok::<_, Stop<Infallible>>(work.count(&counters)?)
        })
        .await?;
    Ok(())
}

/// The hash, with today's parameters, of a password that has just been found right.
///
/// # Errors
/// [`Failure::Busy`] when too many are being hashed.
pub async fn hash_again(cx: &Cx, password: &str) -> Result<Option<String>, Failure> {
    match Password::given(password) {
        Some(password) => Ok(Some(cx.hash(password.as_bytes()).await?)),
        None => Ok(None),
    }
}
