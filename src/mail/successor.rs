//! Tokens of links that are mailed in the place of those that waited with their letters.
//!
//! What a link opens stays stored under the hash of the token that waited. That token opens nothing any more once it has a successor.
//! A letter that is tried again gets another successor, and all of them work: the server may have taken the letter without saying
//! so. What uses one up deletes what all of them open.

use crate::clock::Moment;
use crate::secret::{Token, TokenHash};
use crate::store::{Expiring, Reader, Result, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const SUCCESSION: Expiring<TokenHash, Succession> = Expiring::new("mail-link-successor");
/// The name of this file's table.
pub(super) const TABLE: &str = SUCCESSION.name();

/// What became of a token, or what it stands for.
#[derive(Serialize, Deserialize)]
enum Succession {
    /// Another one was mailed in its place.
    Replaced,
    /// It was mailed in the place of the one with this hash.
    InPlaceOf(TokenHash),
}

/// The hash under which the thing is stored that a token opens; `None` where another token was mailed in its place.
///
/// # Errors
/// What the store says.
pub fn row_of(r: &dyn Reader, token: TokenHash) -> Result<Option<TokenHash>> {
    Ok(match SUCCESSION.get(r, &token)? {
        None => Some(token),
        Some(Succession::Replaced) => None,
        Some(Succession::InPlaceOf(first)) => Some(first),
    })
}

/// Another token for what `links` holds under the hash of the one that waited, which opens nothing from here on. `None` where nothing
/// is held there any more: the link was used, taken back or replaced by a newer one, or has ended.
///
/// # Errors
/// What the store says.
pub fn renew<V: Serialize + DeserializeOwned>(
    tx: &mut Tx<'_>,
    links: &Expiring<TokenHash, V>,
    waited: &str,
) -> Result<Option<String>> {
    let Some(waited) = Token::parse(waited).map(|token| token.hash()) else { return Ok(None) };
    let Some(ends) = links.ends(tx, &waited)? else { return Ok(None) };
    Ok(Some(mint(tx, waited, ends)?.text()))
}

/// A token that opens what another one opened, which it makes void.
fn mint(tx: &mut Tx<'_>, waited: TokenHash, ends: Moment) -> Result<Token> {
    let token = Token::mint();
    SUCCESSION.put(tx, &waited, Succession::Replaced, ends)?;
    SUCCESSION.put(tx, &token.hash(), Succession::InPlaceOf(waited), ends)?;
    Ok(token)
}
