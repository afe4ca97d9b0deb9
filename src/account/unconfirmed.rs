//! Whom an account has removed from its family, or shares no longer, when their own word was needed and not given: it is needed as
//! well if they are added again.
//!
//! Of each there is a hash of who they are, which names nobody, for as long as there is the account.

use super::model::AccountId;
use crate::person::Person;
use crate::secret::TokenHash;
use crate::store::{Result, Table, Tx};

const UNCONFIRMED: Table<AccountId, Vec<TokenHash>> = Table::new("own-word-missing");
/// The name of this file's table.
pub(super) const TABLE: &str = UNCONFIRMED.name();

/// How many are remembered of an account: the latest. No family has as many.
const MOST: usize = 100;

/// Hashed with the account, so that nobody sees that two accounts had the same person.
fn mark(account: AccountId, person: &Person) -> TokenHash {
    TokenHash::of_text(&format!("{:?}\n{}", account.bytes(), person.identity().text()))
}

/// Remembers somebody.
pub(super) fn remember(tx: &mut Tx<'_>, account: AccountId, person: &Person) -> Result<()> {
    let (mut marks, mark) = (UNCONFIRMED.get(tx, &account)?.unwrap_or_default(), mark(account, person));
    marks.retain(|known| *known != mark);
    marks.push(mark);
    let surplus = marks.len().saturating_sub(MOST);
    marks.drain(..surplus);
    UNCONFIRMED.put(tx, &account, &marks)
}

/// Whether somebody was remembered, who is back from here on.
pub(super) fn take(tx: &mut Tx<'_>, account: AccountId, person: &Person) -> Result<bool> {
    let (mut marks, mark) = (UNCONFIRMED.get(tx, &account)?.unwrap_or_default(), mark(account, person));
    let before = marks.len();
    marks.retain(|known| *known != mark);
    if marks.len() == before {
        return Ok(false);
    }
    match marks.is_empty() {
        true => UNCONFIRMED.delete(tx, &account)?,
        false => UNCONFIRMED.put(tx, &account, &marks).map(|()| true)?,
    };
    Ok(true)
}

/// Forgets everybody, with the account.
pub(super) fn forget(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    UNCONFIRMED.delete(tx, &account).map(drop)
}
