//! Checking the secrets that a visitor types or follows, the one way it is done: counted first, then judged.
//!
//! Every route that takes a password goes through [`verify`], so that none can be forgotten by the throttle. What
//! a right password is good for is the action's business.

use super::password::Password;
use crate::mail::EmailAddress;
use crate::secret::Verdict;
use crate::store::{self, Tx};
use crate::web::throttle::{self, Limit};
use crate::web::{Cx, Failure, client::throttle_key};

/// Wrong passwords for one address.
const FOR_ADDRESS: Limit = Limit { name: "password for address", most: 10, minutes: 15 };
/// Wrong passwords from one client.
const FROM_CLIENT: Limit = Limit { name: "password from client", most: 50, minutes: 15 };
/// Mails to one address that anybody can ask for.
const MAILS_TO_ADDRESS: Limit = Limit { name: "mail to address", most: 3, minutes: 60 };
/// Mails that one client can ask for.
const MAILS_FROM_CLIENT: Limit = Limit { name: "mail from client", most: 30, minutes: 60 };
/// Links that one client may try.
const LINKS_FROM_CLIENT: Limit = Limit { name: "link from client", most: 100, minutes: 15 };

/// Whether `password` belongs to `phc`. `address` is whose attempts are counted, known or not.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many wrong ones, [`Failure::Busy`] when too many are being checked.
pub async fn verify(cx: &Cx, address: String, phc: Option<String>, password: &str) -> Result<Verdict, Failure> {
    let counters = [(&FOR_ADDRESS, address), (&FROM_CLIENT, throttle_key(cx.visit.client).to_string())];
    let again = counters.clone();
    let counted = cx.write(move |tx| throttle::take_all(tx, &counters)).await?;
    counted?;
    // What is too long to be anybody's password takes the same time to be wrong.
    let bytes = Password::given(password).map(|password| password.as_bytes().to_vec());
    let phc = phc.filter(|_| bytes.is_some());
    let verdict = cx.floor.hasher.verify(bytes.unwrap_or_default(), phc).await;
    if verdict != Ok(Verdict::Wrong) {
        cx.write(move |tx| throttle::give_all_back(tx, &again)).await?;
    }
    Ok(verdict?)
}

/// Counts a mail that is about to be written to an address because somebody asked for it.
pub fn count_mail(tx: &mut Tx<'_>, cx: &Cx, address: &EmailAddress) -> store::Result<Result<(), throttle::Until>> {
    let counters =
        [(&MAILS_TO_ADDRESS, address.key()), (&MAILS_FROM_CLIENT, throttle_key(cx.visit.client).to_string())];
    throttle::take_all(tx, &counters)
}

/// Counts an attempt to use a link.
pub fn count_link(tx: &mut Tx<'_>, cx: &Cx) -> store::Result<Result<(), throttle::Until>> {
    throttle::take_all(tx, &[(&LINKS_FROM_CLIENT, throttle_key(cx.visit.client).to_string())])
}

/// The hash, with today's parameters, of a password that has just been found right.
///
/// # Errors
/// [`Failure::Busy`] when too many are being hashed.
pub async fn hash_again(cx: &Cx, password: &str) -> Result<Option<String>, Failure> {
    match Password::given(password) {
        Some(password) => Ok(Some(cx.floor.hasher.hash(password.as_bytes().to_vec()).await?)),
        None => Ok(None),
    }
}
