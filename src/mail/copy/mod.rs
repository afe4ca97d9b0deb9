//! Copies of letters that their addressee may read again on the pages (お知らせ): what was said, without links and files
//! and without what makes sense in a mail alone.
//!
//! A link in a mail opens something to anybody who has it, so that it is deleted with the mail. Copies are found by the
//! address that a letter went to, of which only a hash is kept. Whether one was opened is kept with it, so that the next
//! holder of an address finds its copies as they were left. The newest copy of an address counts those that were not opened.

mod check;
mod count;
mod id;
#[cfg(test)]
mod tests;

pub use check::check_counts;
pub use id::CopyId;

use super::EmailAddress;
use super::letter::Letter;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::secret::TokenHash;
use crate::store::{Expiring, Reader, Result, Tx};
use count::Counts;
use serde::{Deserialize, Serialize};
use std::ops::Bound;

const COPIES: Expiring<(TokenHash, CopyId), Stored> = Expiring::new("mail_copy");
/// The same rows, for a reader who decodes no more of them.
const COUNTED: Expiring<(TokenHash, CopyId), Counted> = Expiring::new(COPIES.name());
/// The names of this room's tables.
pub(super) const TABLES: [&str; 1] = [COPIES.name()];

/// How many copies are deleted at a time.
const AT_ONCE: usize = 500;

/// What was written to an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// The language it is written in.
    pub lang: Lang,
    /// Its subject without the name of the service, on one line.
    pub title: String,
    /// Which of several things it is about, in a few words.
    #[serde(default)]
    pub gist: Option<String>,
    /// Its text, with `\n` between lines.
    pub text: String,
    /// When it was written.
    pub written: Moment,
    /// What it is about, as the feature that wrote it names it.
    #[serde(default)]
    pub about: Option<String>,
    /// Whether it was opened. Its row says so when it was opened by itself; where all were opened at once, the newest does.
    #[serde(default)]
    pub opened: bool,
}

impl Copy {
    /// The copy under this id as its addressee has it, who has opened all up to another at once.
    fn read_up_to(self, id: CopyId, up_to: CopyId) -> Self {
        Self { opened: self.opened || id <= up_to, ..self }
    }
}

/// A copy in its row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stored {
    copy: Copy,
    /// All copies of the address as they were when this one came. That of the newest copy is kept up to date.
    all: Summary,
}

/// What [`Stored`] says of all copies.
#[derive(Serialize, Deserialize)]
struct Counted {
    all: Summary,
}

/// All copies of one address: what is read instead of them where only a number matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Summary {
    /// Up to which copy all were opened at once.
    read_up_to: CopyId,
    /// How many were not opened.
    unopened: Counts,
}

impl Summary {
    /// That of an address to which nothing was written.
    const EMPTY: Self = Self { read_up_to: CopyId::FIRST, unopened: Counts::NONE };
}

/// Keeps a copy of a letter, in the transaction that adds it to the outbox; gives its place.
pub fn keep(tx: &mut Tx<'_>, letter: &Letter) -> Result<CopyId> {
    let now = tx.now();
    let (owner, bare) = (owner(letter.to()), letter.bare());
    let (newest, mut all) = newest(tx, &owner)?.unwrap_or((CopyId::FIRST, Summary::EMPTY));
    // A clock that was set back must not put a letter below those that were read already.
    let id = CopyId::at(now.max(newest.after()));
    all.unopened.forget_ended(id.moment());
    all.unopened.add(id);
    let copy = Copy {
        lang: bare.lang(),
        title: bare.title().to_owned(),
        gist: bare.in_a_few_words().map(str::to_owned),
        text: bare.text(),
        written: now,
        about: bare.topic().map(str::to_owned),
        opened: false,
    };
    COPIES.put(tx, &(owner, id), Stored { copy, all }, id.ends())?;
    Ok(id)
}

/// Deletes the copy of a letter that was withdrawn before it was sent.
pub fn withdraw(tx: &mut Tx<'_>, address: &EmailAddress, id: CopyId) -> Result<()> {
    let owner = owner(address);
    let Some((_, mut all)) = newest(tx, &owner)? else { return Ok(()) };
    if let Some(Stored { copy, .. }) = COPIES.get(tx, &(owner, id))? {
        delete(tx, (owner, id), copy, &mut all)?;
    }
    amend_newest(tx, &owner, |newest, kept| *kept = Summary { read_up_to: all.read_up_to.min(newest), ..all })
}

/// Deletes a copy, and counts it no more among `all`.
fn delete(tx: &mut Tx<'_>, (owner, id): (TokenHash, CopyId), copy: Copy, all: &mut Summary) -> Result<()> {
    COPIES.delete(tx, &(owner, id))?;
    if !copy.read_up_to(id, all.read_up_to).opened {
        all.unopened.remove(id);
    }
    Ok(())
}

/// The newest copy of an address, with what it says of all.
fn newest(r: &dyn Reader, owner: &TokenHash) -> Result<Option<(CopyId, Summary)>> {
    Ok(COUNTED.last(r, owner)?.map(|((_, id), row)| (id, row.all)))
}

/// How many copies of letters to an address were not opened: one row is read.
pub fn unopened(r: &dyn Reader, address: &EmailAddress) -> Result<u32> {
    Ok(newest(r, &owner(address))?.map_or(0, |(_, all)| all.unopened.live(r.now())))
}

/// One copy of a letter to this address.
pub fn find(r: &dyn Reader, address: &EmailAddress, id: CopyId) -> Result<Option<Copy>> {
    let owner = owner(address);
    let Some(row) = COPIES.get(r, &(owner, id))? else { return Ok(None) };
    Ok(Some(row.copy.read_up_to(id, read_up_to(r, &owner)?)))
}

/// At most `limit` copies of letters to an address from `newest` on back, the newest first.
pub fn back_from(r: &dyn Reader, address: &EmailAddress, newest: CopyId, limit: usize) -> Result<Vec<(CopyId, Copy)>> {
    let owner = owner(address);
    let rows = COPIES.range_back(r, (owner, CopyId::FIRST)..=(owner, newest), limit)?;
    // The first row is the newest of all, where nothing newer was left out.
    let first = rows.first().filter(|_| newest == CopyId::LAST).map(|(_, row)| row.all.read_up_to);
    let up_to = first.map_or_else(|| read_up_to(r, &owner), Ok)?;
    Ok(listed(rows, up_to))
}

/// At most `limit` copies of letters to an address from `oldest` on, the oldest first.
pub fn on_from(r: &dyn Reader, address: &EmailAddress, oldest: CopyId, limit: usize) -> Result<Vec<(CopyId, Copy)>> {
    let owner = owner(address);
    let rows = COPIES.range(r, (owner, oldest)..=(owner, CopyId::LAST), limit)?;
    Ok(listed(rows, read_up_to(r, &owner)?))
}

/// Copies as their addressee has them, who has opened all up to another at once.
fn listed(rows: Vec<((TokenHash, CopyId), Stored)>, up_to: CopyId) -> Vec<(CopyId, Copy)> {
    rows.into_iter().map(|((_, id), row)| (id, row.copy.read_up_to(id, up_to))).collect()
}

fn read_up_to(r: &dyn Reader, owner: &TokenHash) -> Result<CopyId> {
    Ok(newest(r, owner)?.map_or(CopyId::FIRST, |(_, all)| all.read_up_to))
}

/// Marks a copy as opened. Once more changes nothing, nor does a copy that is not there.
pub fn open(tx: &mut Tx<'_>, address: &EmailAddress, id: CopyId) -> Result<()> {
    if find(tx, address, id)?.is_none_or(|copy| copy.opened) {
        return Ok(());
    }
    let owner = owner(address);
    COPIES.amend(tx, &(owner, id), |row| row.copy.opened = true)?;
    amend_newest(tx, &owner, |_, all| all.unopened.remove(id))
}

/// Marks all copies of letters to an address as opened: one write, however many there are.
pub fn open_all(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    amend_newest(tx, &owner(address), |newest, all| *all = Summary { read_up_to: newest, unopened: Counts::NONE })
}

/// Changes what the newest copy of an address, if there is one, says of all.
fn amend_newest(tx: &mut Tx<'_>, owner: &TokenHash, change: impl FnOnce(CopyId, &mut Summary)) -> Result<()> {
    let Some((newest, _)) = newest(tx, owner)? else { return Ok(()) };
    COPIES.amend(tx, &(*owner, newest), |row| change(newest, &mut row.all))
}

/// Deletes every copy of a letter to an address.
pub fn forget(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    let owner = owner(address);
    while COPIES.delete_prefix(tx, &owner, AT_ONCE)? == AT_ONCE {}
    Ok(())
}

/// Deletes the copies of letters to an address of whose topic `is_about` says so.
pub fn forget_about(
    tx: &mut Tx<'_>,
    address: &EmailAddress,
    is_about: impl Fn(&dyn Reader, &str) -> Result<bool>,
) -> Result<()> {
    let owner = owner(address);
    let Some((_, mut all)) = newest(tx, &owner)? else { return Ok(()) };
    let mut after = Bound::Included((owner, CopyId::FIRST));
    loop {
        let page = COPIES.range(tx, (after, Bound::Included((owner, CopyId::LAST))), AT_ONCE)?;
        let Some((last, _)) = page.last() else { break };
        after = Bound::Excluded(*last);
        for ((_, id), Stored { copy, .. }) in page {
            let Some(about) = &copy.about else { continue };
            if is_about(tx, about)? {
                delete(tx, (owner, id), copy, &mut all)?;
            }
        }
    }
    // A letter that comes after the newest that is left is a new one, whatever was opened before.
    amend_newest(tx, &owner, |newest, kept| *kept = Summary { read_up_to: all.read_up_to.min(newest), ..all })
}

fn owner(address: &EmailAddress) -> TokenHash {
    TokenHash::of_text(&format!("copies of mail to {}", address.key()))
}
