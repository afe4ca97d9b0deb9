//! Copies of letters that their addressee may read again on the pages (お知らせ): what was said, without links and files
//! and without what makes sense in a mail alone.
//!
//! A link in a mail opens something to whoever holds it, so that it is kept nowhere once the mail is gone. Copies are found
//! by the address that a letter went to, of which only a hash is kept, and counted in one row for each address. Whose
//! address it is now, and what they have read, is not known here.

mod check;
mod count;
mod id;
#[cfg(test)]
mod tests;

pub use check::check_counts;
pub use count::Counts;
pub use id::CopyId;

use super::EmailAddress;
use super::letter::Letter;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::secret::{TokenHash, random_bytes};
use crate::store::{Expiring, Reader, Result, Tx};
use serde::{Deserialize, Serialize};

const COPIES: Expiring<(TokenHash, CopyId), Copy> = Expiring::new("mail_copy");
const PILES: Expiring<TokenHash, Pile> = Expiring::new("mail_copy_pile");
/// The names of this room's tables.
pub(super) const TABLES: [&str; 2] = [COPIES.name(), PILES.name()];

/// How many copies are deleted at a time.
const AT_ONCE: usize = 500;

/// What was written to an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// The language it is written in.
    pub lang: Lang,
    /// Its subject, on one line.
    pub subject: String,
    /// Its text, with `\n` between lines.
    pub text: String,
    /// When it was written.
    pub written: Moment,
    /// What it is about, as the feature that wrote it names it. Whose that is, is not known here.
    #[serde(default)]
    pub about: Option<String>,
}

/// All copies of one address: the row that is read instead of them where only their number matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pile {
    /// Tells this pile from a later one of the same address, once all of this one is forgotten.
    pub id: [u8; 8],
    /// The place of the newest copy.
    pub newest: CopyId,
    /// How many there are.
    pub counts: Counts,
}

/// Keeps a copy of a letter, in the transaction that adds it to the outbox.
pub fn keep(tx: &mut Tx<'_>, now: Moment, letter: &Letter) -> Result<()> {
    let (owner, bare) = (owner(letter.to()), letter.bare());
    let before = PILES.get(tx, now, &owner)?;
    // A clock that was set back must not put a letter below those that were read already.
    let moment = before.as_ref().map_or(now, |pile| now.max(pile.newest.after()));
    let id = CopyId::at(moment);
    let mut counts = before.as_ref().map(|pile| pile.counts.clone()).unwrap_or_default();
    counts.forget_ended(now);
    counts.add(id);
    let pile = Pile { id: before.map_or_else(random_bytes, |pile| pile.id), newest: id, counts };
    let copy = Copy {
        lang: bare.lang(),
        subject: bare.subject().to_owned(),
        text: bare.text(),
        written: now,
        about: bare.topic().map(str::to_owned),
    };
    PILES.put(tx, &owner, pile, id.ends())?;
    COPIES.put(tx, &(owner, id), copy, id.ends())
}

/// The copies of an address as a whole, if there are any.
pub fn pile(r: &dyn Reader, now: Moment, address: &EmailAddress) -> Result<Option<Pile>> {
    PILES.get(r, now, &owner(address))
}

/// One copy of a letter to this address.
pub fn find(r: &dyn Reader, now: Moment, address: &EmailAddress, id: CopyId) -> Result<Option<Copy>> {
    COPIES.get(r, now, &(owner(address), id))
}

/// At most `limit` copies of letters to an address from `newest` on back, the newest first.
pub fn back_from(
    r: &dyn Reader,
    now: Moment,
    address: &EmailAddress,
    newest: CopyId,
    limit: usize,
) -> Result<Vec<(CopyId, Copy)>> {
    let owner = owner(address);
    let rows = COPIES.range_back(r, now, (owner, CopyId::FIRST)..=(owner, newest), limit)?;
    Ok(rows.into_iter().map(|((_, id), copy)| (id, copy)).collect())
}

/// At most `limit` copies of letters to an address from `oldest` on, the oldest first.
pub fn on_from(
    r: &dyn Reader,
    now: Moment,
    address: &EmailAddress,
    oldest: CopyId,
    limit: usize,
) -> Result<Vec<(CopyId, Copy)>> {
    let owner = owner(address);
    let rows = COPIES.range(r, now, (owner, oldest)..=(owner, CopyId::LAST), limit)?;
    Ok(rows.into_iter().map(|((_, id), copy)| (id, copy)).collect())
}

/// Deletes every copy of a letter to an address.
pub fn forget(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    let owner = owner(address);
    PILES.delete(tx, &owner)?;
    while COPIES.delete_prefix(tx, &owner, AT_ONCE)? == AT_ONCE {}
    Ok(())
}

fn owner(address: &EmailAddress) -> TokenHash {
    TokenHash::of_text(&format!("copies of mail to {}", address.key()))
}
