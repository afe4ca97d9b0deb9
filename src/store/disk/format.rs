//! The format version, and where it stands in a database.

use redb::{ReadTransaction, TableDefinition, TableError};

/// The format version that this release writes, and the only one that it reads: no earlier one was released. A release
/// that raises it backs up and converts older files where it is opened.
pub const FORMAT: u64 = 5;

pub(super) const FORMAT_TABLE: TableDefinition<'_, &str, u64> = TableDefinition::new("format");
pub(super) const FORMAT_KEY: &str = "version";

/// The format version, or `None` when the database has none.
pub(super) fn format_of(transaction: &ReadTransaction) -> Result<Option<u64>, redb::Error> {
    match transaction.open_table(FORMAT_TABLE) {
        Ok(table) => Ok(table.get_owned(FORMAT_KEY)?.map(|version| version.value())),
        Err(TableError::TableDoesNotExist(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
