//! The tables of notices, and the queries over them inside a given transaction.
//!
//! The board is one row for everybody.

use super::board::{Board, ServiceId};
use crate::lang::Lang;
use crate::store::{Pinned, Reader, Result, Store, Table, Tx};
use serde::{Deserialize, Serialize};

const BOARD: Table<(), Board> = Table::new("notice-board");
const TEXTS: Table<(ServiceId, String), Posted> = Table::new("notice-text");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 2] = [BOARD.name(), TEXTS.name()];

/// A text of a notice of the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// Its title.
    pub title: String,
    /// What stands below the title, as Markdown.
    pub body: String,
}

/// The service's notices, kept in memory for the bell on every page; there are none without a row.
pub fn pin(store: &Store) -> Result<Pinned<Board>> {
    store.pin(&BOARD, &())
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
    for lang in Lang::ALL {
        TEXTS.delete(tx, &(id.clone(), lang.tag().to_owned()))?;
    }
    Ok(())
}
