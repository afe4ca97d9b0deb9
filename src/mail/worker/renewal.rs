//! The links of letters, made anew when a letter is claimed.
//!
//! A letter that waits holds its link, and so may freed parts of the data file long after it was sent. So the link that
//! waited opens nothing any more once its letter is on its way: the one that is sent is in memory and in the mail only.

use crate::mail::letter::HeldToken;
use crate::mail::outbox::Claimed;
use crate::store::{Error, Result, Tx};

/// Makes the links of one feature anew: given what a link opens and the token in it, it makes that token void and gives another
/// one of the same length; none where the link is another feature's, or there is nothing to open any more.
pub type Renew = fn(&mut Tx<'_>, about: &str, token: &str) -> Result<Option<String>>;

/// The claimed letters as they are to be sent.
pub(super) fn renewed(tx: &mut Tx<'_>, mut claimed: Vec<Claimed>, renewals: &[Renew]) -> Result<Vec<Claimed>> {
    for claimed in &mut claimed {
        let letter = &mut claimed.waiting.letter;
        for HeldToken { about, token } in letter.held().to_vec() {
            match successor(tx, renewals, &about, &token) {
                Ok(Some(new)) => *letter = letter.with_token(&token, &new),
                // A damaged row must not hold up the mail of others; this one goes out as it was written.
                Ok(None) | Err(Error::Corrupt { .. }) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(claimed)
}

/// What the feature gives whose link it is.
fn successor(tx: &mut Tx<'_>, renewals: &[Renew], about: &str, token: &str) -> Result<Option<String>> {
    for renew in renewals {
        if let Some(new) = renew(tx, about, token)? {
            return Ok(Some(new));
        }
    }
    Ok(None)
}
