//! How a record becomes the bytes of a row and back, and how a damaged or displaced row is noticed.
//!
//! A row's key is the table's name, a zero byte and the encoded key; its value is a checksum followed by the record as
//! MessagePack with named fields, so that a record survives the addition of an optional field. The checksum also
//! covers the row's key: a sound value under the wrong key is as wrong as a damaged one.

use super::{Error, Key, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Write;
use std::ops::Range;

/// The most bytes a row's key may have, the table's name included.
pub const KEY_LIMIT: usize = 1024;
/// The most bytes a record may have, encoded.
pub const VALUE_LIMIT: usize = 64 * 1024;

/// The length of the checksum before each record.
const CHECKSUM: usize = 4;

/// The row's key for `key` in `table`.
pub(super) fn row_key<K: Key>(table: &str, key: &K) -> Result<Vec<u8>> {
    let mut out = table_start(table);
    key.encode(&mut out);
    within(table, out.len(), KEY_LIMIT)?;
    Ok(out)
}

/// Where the rows of `table` begin; its rows' keys all start with this.
pub(super) fn table_start(table: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(table.len() + 32);
    out.extend_from_slice(table.as_bytes());
    out.push(0);
    out
}

/// The rows of `table`: from the first key that one may have to the first that none can have.
pub(super) fn table_span(table: &str) -> Range<Vec<u8>> {
    let start = table_start(table);
    let mut end = start.clone();
    // The name ends with a zero byte, so the next table begins with a one there at the earliest.
    end.pop();
    end.push(1);
    start..end
}

/// The name of the table that a row is of, in bytes.
pub(super) fn table_of(row: &[u8]) -> &[u8] {
    row.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// Splits a row's key into the table's name and the encoded key. A damaged name is shown as well as it can be.
pub(super) fn split(row: &[u8]) -> (String, &[u8]) {
    let end = row.iter().position(|byte| *byte == 0).unwrap_or(row.len());
    let key = row.get(end + 1..).unwrap_or_default();
    (String::from_utf8_lossy(row.get(..end).unwrap_or_default()).into_owned(), key)
}

/// The typed key of a row of `table`.
pub(super) fn open_key<K: Key>(row: &[u8]) -> Result<K> {
    let mut rest = row.get(table_of(row).len() + 1..).unwrap_or_default();
    match K::decode(&mut rest) {
        Some(key) if rest.is_empty() => Ok(key),
        _ => Err(corrupt(row, "the key is not of this table's kind")),
    }
}

/// The bytes to store for `value` under `row`.
pub(super) fn seal<V: Serialize>(row: &[u8], value: &V) -> Result<Vec<u8>> {
    let table = || split(row).0;
    let mut out = vec![0; CHECKSUM];
    write(&mut out, value).map_err(|cause| unwritable(&table(), &cause))?;
    within(&table(), out.len() - CHECKSUM, VALUE_LIMIT)?;
    let (head, record) = out.split_at_mut(CHECKSUM);
    head.copy_from_slice(&checksum(row, record));
    Ok(out)
}

/// The record of `value`, as it is stored after its checksum.
pub(super) fn encode<V: Serialize>(table: &str, value: &V) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    write(&mut out, value).map_err(|cause| unwritable(table, &cause))?;
    Ok(out)
}

fn write<V: Serialize>(out: &mut Vec<u8>, value: &V) -> Result<(), rmp_serde::encode::Error> {
    rmp_serde::encode::write_named(out, value)
}

fn unwritable(table: &str, cause: &rmp_serde::encode::Error) -> Error {
    Error::Engine(format!("a record of table {table} cannot be encoded: {cause}"))
}

/// The record within a stored value, unchecked.
pub(super) fn record_of(stored: &[u8]) -> &[u8] {
    stored.get(CHECKSUM..).unwrap_or_default()
}

/// The record stored under `row`.
pub(super) fn open<V: DeserializeOwned>(row: &[u8], stored: &[u8]) -> Result<V> {
    let record = verify(row, stored)?;
    rmp_serde::from_slice(record).map_err(|cause| corrupt(row, &format!("the record cannot be decoded: {cause}")))
}

/// Checks that `stored` is what was once written under `row`, and gives the encoded record.
pub(super) fn verify<'a>(row: &[u8], stored: &'a [u8]) -> Result<&'a [u8]> {
    match stored.split_first_chunk::<CHECKSUM>() {
        Some((head, record)) if *head == checksum(row, record) => Ok(record),
        Some(_) => Err(corrupt(row, "the checksum does not match")),
        None => Err(corrupt(row, "the value is cut off")),
    }
}

fn checksum(row: &[u8], record: &[u8]) -> [u8; CHECKSUM] {
    let mut hasher = crc32fast::Hasher::new();
    // The length keeps the border between key and record in the sum.
    hasher.update(&row.len().to_le_bytes());
    hasher.update(row);
    hasher.update(record);
    hasher.finalize().to_le_bytes()
}

fn within(table: &str, size: usize, limit: usize) -> Result<()> {
    if size <= limit { Ok(()) } else { Err(Error::TooLarge { table: table.to_owned(), size, limit }) }
}

/// The error for a row that is not what was written.
pub(super) fn corrupt(row: &[u8], what: &str) -> Error {
    let (table, key) = split(row);
    Error::Corrupt { table, key: hex(key), what: what.to_owned() }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
