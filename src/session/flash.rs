//! What the page after a redirect should say of the form before it: kept for ten minutes under the visitor's
//! own token, so that nothing of it shows in an address.
//!
//! Reading does not remove it: a reload says the same again. A visitor has one, and it goes with the visitor's token.

use crate::secret::TokenHash;
use crate::store::{self, Expiring, Reader, Tx};
use serde::{Deserialize, Serialize};

const FLASHES: Expiring<TokenHash, Flash> = Expiring::new("flash");
/// The name of this file's table.
pub(super) const TABLE: &str = FLASHES.name();
const MINUTES: i64 = 10;

#[derive(Serialize, Deserialize)]
struct Flash {
    page: String,
    text: String,
}

/// Keeps a text for the visitor's page named `page`.
pub fn leave(tx: &mut Tx<'_>, visitor: TokenHash, page: &str, text: &str) -> store::Result<()> {
    let now = tx.now();
    let flash = Flash { page: page.to_owned(), text: text.to_owned() };
    FLASHES.put(tx, &visitor, flash, now.plus_minutes(MINUTES))
}

/// The text kept for this visitor's page, if any.
pub fn find(r: &dyn Reader, visitor: TokenHash, page: &str) -> store::Result<Option<String>> {
    Ok(FLASHES.get(r, &visitor)?.filter(|flash| flash.page == page).map(|flash| flash.text))
}

/// Forgets what was kept for a visitor, whose token has come to its end.
pub fn forget(tx: &mut Tx<'_>, visitor: TokenHash) -> store::Result<()> {
    FLASHES.delete(tx, &visitor)
}
