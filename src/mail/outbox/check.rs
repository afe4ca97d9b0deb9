//! Whether the index of the outbox says what the outbox says.
//!
//! A mail without its entry would never be sent, so `mypage check` looks for that. Nothing is mended here.

use super::{DUE, MailId, OUTBOX, PAGE};
use crate::clock::Moment;
use crate::store::{Finding, Reader, Result};
use std::ops::Bound;

/// Compares the outbox with its index, row by row in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_index(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut rows = OUTBOX.range(r, .., PAGE)?;
    while let Some((last, _)) = rows.last() {
        for (id, waiting) in &rows {
            if DUE.get(r, &(waiting.due(), *id))?.is_none() {
                findings.push(finding(OUTBOX.name(), *id, "is missing from the index and would never be sent"));
            }
        }
        rows = OUTBOX.range(r, (Bound::Excluded(*last), Bound::Unbounded), PAGE)?;
    }
    let mut entries = DUE.range(r, .., PAGE)?;
    while let Some((last, ())) = entries.last() {
        for ((due, id), ()) in &entries {
            if due_of(r, *id)? != Some(*due) {
                findings.push(finding(DUE.name(), *id, "is indexed at a moment that is not its own"));
            }
        }
        entries = DUE.range(r, (Bound::Excluded(*last), Bound::Unbounded), PAGE)?;
    }
    Ok(findings)
}

fn due_of(r: &dyn Reader, id: MailId) -> Result<Option<Moment>> {
    Ok(OUTBOX.get(r, &id)?.map(|waiting| waiting.due()))
}

fn finding(table: &str, id: MailId, what: &str) -> Finding {
    Finding { table: table.to_owned(), what: format!("mail {id} {what}") }
}
