//! The tables of notices, and the queries over them inside a given transaction.
//!
//! The board is one row for everybody; a reader's record is one row for each account. Which change is right is not decided
//! here.

use super::board::{Board, ServiceId};
use super::reader::Reader as Record;
use crate::account::{Account, AccountId};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::copy::{self, CopyId, Pile};
use crate::store::{Expiring, Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

const BOARD: Table<(), Board> = Table::new("notice-board");
const TEXTS: Table<(ServiceId, String), Posted> = Table::new("notice-text");
const READERS: Table<AccountId, Record> = Table::new("notice-reader");
const MARKS: Expiring<(AccountId, CopyId), ()> = Expiring::new("notice-mark");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 3] = [BOARD.name(), TEXTS.name(), READERS.name()];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 1] = [MARKS.name()];

/// How many marks are deleted at a time.
const AT_ONCE: usize = 500;

/// A text of a notice of the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// Its title.
    pub title: String,
    /// What stands below the title, as Markdown.
    pub body: String,
}

/// Everything that the number on the bell follows from: three point reads.
pub struct Standing {
    /// The service's notices.
    pub board: Board,
    /// The copies of mails to the account's address.
    pub pile: Option<Pile>,
    /// What the account has read.
    pub record: Record,
}

impl Standing {
    /// How an account stands.
    pub fn of(r: &dyn Reader, now: Moment, account: &Account) -> Result<Self> {
        let record = READERS.get(r, &account.id)?.unwrap_or_default();
        Ok(Self { board: board(r)?, pile: copy::pile(r, now, &account.address)?, record })
    }
}

/// The service's notices.
pub fn board(r: &dyn Reader) -> Result<Board> {
    Ok(BOARD.get(r, &())?.unwrap_or_default())
}

/// Stores the service's notices.
pub fn put_board(tx: &mut Tx<'_>, board: &Board) -> Result<()> {
    BOARD.put(tx, &(), board)
}

/// A text of a notice.
pub fn text(r: &dyn Reader, id: &ServiceId, lang: Lang) -> Result<Option<Posted>> {
    TEXTS.get(r, &(id.clone(), lang.tag().to_owned()))
}

/// Stores a text of a notice.
pub fn put_text(tx: &mut Tx<'_>, id: &ServiceId, lang: Lang, posted: &Posted) -> Result<()> {
    TEXTS.put(tx, &(id.clone(), lang.tag().to_owned()), posted)
}

/// Deletes the texts of a notice.
pub fn delete_texts(tx: &mut Tx<'_>, id: &ServiceId) -> Result<()> {
    for lang in [Lang::Ja, Lang::En] {
        TEXTS.delete(tx, &(id.clone(), lang.tag().to_owned()))?;
    }
    Ok(())
}

/// Stores what an account has read.
pub fn put_record(tx: &mut Tx<'_>, account: AccountId, record: &Record) -> Result<()> {
    READERS.put(tx, &account, record)
}

/// Whether an account has opened this copy by itself.
pub fn is_marked(r: &dyn Reader, now: Moment, account: AccountId, id: CopyId) -> Result<bool> {
    Ok(MARKS.get(r, now, &(account, id))?.is_some())
}

/// Marks a copy as opened by an account, for as long as it is kept.
pub fn mark(tx: &mut Tx<'_>, account: AccountId, id: CopyId) -> Result<()> {
    MARKS.put(tx, &(account, id), (), id.ends())
}

/// Deletes what a leaving account has read, and the copies of the mails to its address.
pub fn forget(tx: &mut Tx<'_>, account: &Account) -> Result<()> {
    READERS.delete(tx, &account.id)?;
    while MARKS.delete_prefix(tx, &account.id, AT_ONCE)? == AT_ONCE {}
    copy::forget(tx, &account.address)
}
