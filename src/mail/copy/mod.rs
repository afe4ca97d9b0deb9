//! Copies of letters that their addressee may read again on the pages (お知らせ): what was said, without links and files
//! and without what makes sense in a mail alone.
//!
//! A link in a mail opens something to anybody who has it, so that it is deleted with the mail. Copies are found by the
//! address that a letter went to, of which only a hash is kept. Whether one was opened is kept with it, so that the next
//! holder of an address finds its copies as they were left. One row for each address counts those that were not opened.

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

const COPIES: Expiring<(TokenHash, CopyId), Copy> = Expiring::new("mail_copy");
const SUMMARIES: Expiring<TokenHash, Summary> = Expiring::new("mail_copy_summary");
/// The names of this room's tables.
pub(super) const TABLES: [&str; 2] = [COPIES.name(), SUMMARIES.name()];

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
    /// Whether it was opened. Its row says so when it was opened by itself; where all were opened at once, the summary does.
    #[serde(default)]
    pub opened: bool,
}

impl Copy {
    /// The copy under this id as its addressee has it, who has opened all up to another at once.
    fn read_up_to(self, id: CopyId, up_to: CopyId) -> Self {
        Self { opened: self.opened || id <= up_to, ..self }
    }
}

/// All copies of one address: the row that is read instead of them where only a number matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Summary {
    /// The place of the newest copy.
    newest: CopyId,
    /// Up to which copy all were opened at once.
    read_up_to: CopyId,
    /// How many were not opened.
    unopened: Counts,
}

impl Summary {
    /// That of an address to which nothing was written.
    const EMPTY: Self = Self { newest: CopyId::FIRST, read_up_to: CopyId::FIRST, unopened: Counts::NONE };

    /// Whether a copy is one of those that the row counts.
    fn counts(&self, id: CopyId, copy: &Copy) -> bool {
        // The number of what had ended when the newest copy came was dropped then.
        !copy.opened && self.read_up_to < id && self.newest.moment() < id.ends()
    }
}

/// Keeps a copy of a letter, in the transaction that adds it to the outbox.
pub fn keep(tx: &mut Tx<'_>, letter: &Letter) -> Result<()> {
    let now = tx.now();
    let (owner, bare) = (owner(letter.to()), letter.bare());
    let mut summary = SUMMARIES.get(tx, &owner)?.unwrap_or(Summary::EMPTY);
    // A clock that was set back must not put a letter below those that were read already.
    let id = CopyId::at(now.max(summary.newest.after()));
    summary.newest = id;
    summary.unopened.forget_ended(id.moment());
    summary.unopened.add(id);
    let copy = Copy {
        lang: bare.lang(),
        title: bare.title().to_owned(),
        gist: bare.in_a_few_words().map(str::to_owned),
        text: bare.text(),
        written: now,
        about: bare.topic().map(str::to_owned),
        opened: false,
    };
    SUMMARIES.put(tx, &owner, summary, id.ends())?;
    COPIES.put(tx, &(owner, id), copy, id.ends())
}

/// How many copies of letters to an address were not opened: one point read.
pub fn unopened(r: &dyn Reader, address: &EmailAddress) -> Result<u32> {
    let now = r.now();
    Ok(SUMMARIES.get(r, &owner(address))?.map_or(0, |summary| summary.unopened.live(now)))
}

/// One copy of a letter to this address.
pub fn find(r: &dyn Reader, address: &EmailAddress, id: CopyId) -> Result<Option<Copy>> {
    let owner = owner(address);
    let Some(copy) = COPIES.get(r, &(owner, id))? else { return Ok(None) };
    Ok(Some(copy.read_up_to(id, read_up_to(r, &owner)?)))
}

/// At most `limit` copies of letters to an address from `newest` on back, the newest first.
pub fn back_from(r: &dyn Reader, address: &EmailAddress, newest: CopyId, limit: usize) -> Result<Vec<(CopyId, Copy)>> {
    let owner = owner(address);
    listed(r, &owner, COPIES.range_back(r, (owner, CopyId::FIRST)..=(owner, newest), limit)?)
}

/// At most `limit` copies of letters to an address from `oldest` on, the oldest first.
pub fn on_from(r: &dyn Reader, address: &EmailAddress, oldest: CopyId, limit: usize) -> Result<Vec<(CopyId, Copy)>> {
    let owner = owner(address);
    listed(r, &owner, COPIES.range(r, (owner, oldest)..=(owner, CopyId::LAST), limit)?)
}

fn listed(r: &dyn Reader, owner: &TokenHash, rows: Vec<((TokenHash, CopyId), Copy)>) -> Result<Vec<(CopyId, Copy)>> {
    let up_to = read_up_to(r, owner)?;
    Ok(rows.into_iter().map(|((_, id), copy)| (id, copy.read_up_to(id, up_to))).collect())
}

fn read_up_to(r: &dyn Reader, owner: &TokenHash) -> Result<CopyId> {
    Ok(SUMMARIES.get(r, owner)?.unwrap_or(Summary::EMPTY).read_up_to)
}

/// Marks a copy as opened. Once more changes nothing, nor does a copy that is not there.
pub fn open(tx: &mut Tx<'_>, address: &EmailAddress, id: CopyId) -> Result<()> {
    if find(tx, address, id)?.is_none_or(|copy| copy.opened) {
        return Ok(());
    }
    let owner = owner(address);
    COPIES.amend(tx, &(owner, id), |copy| copy.opened = true)?;
    SUMMARIES.amend(tx, &owner, |summary| summary.unopened.remove(id))
}

/// Marks all copies of letters to an address as opened: one small write, however many there are.
pub fn open_all(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    SUMMARIES.amend(tx, &owner(address), |summary| {
        summary.read_up_to = summary.newest;
        summary.unopened = Counts::NONE;
    })
}

/// Deletes every copy of a letter to an address.
pub fn forget(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<()> {
    let owner = owner(address);
    SUMMARIES.delete(tx, &owner)?;
    while COPIES.delete_prefix(tx, &owner, AT_ONCE)? == AT_ONCE {}
    Ok(())
}

fn owner(address: &EmailAddress) -> TokenHash {
    TokenHash::of_text(&format!("copies of mail to {}", address.key()))
}
