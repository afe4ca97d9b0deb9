//! The record of mail that was given up: that and why it happened, for an operator.
//!
//! The address is masked, and the content is not kept.

use super::recent;
use crate::clock::Moment;
use crate::store::{Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

pub(super) const FAILED: Table<u64, Failed> = Table::new("mail_failed");

/// A mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// The masked address; empty where it could not be read any more.
    pub to: String,
    /// What the last attempt ran into; names no address.
    pub why: String,
    /// When it was given up.
    pub at: Moment,
    /// How often it was tried.
    pub attempts: u32,
    /// What it was about, as the feature that wrote it names it.
    #[serde(default)]
    pub about: Option<String>,
}

/// The newest records, the newest first; only the last 1,000 are held.
pub fn list(r: &dyn Reader, limit: usize) -> Result<Vec<Failed>> {
    Ok(recent::newest(&FAILED, r, limit)?.into_iter().map(|(_, failed)| failed).collect())
}

pub(super) fn add(tx: &mut Tx<'_>, failed: &Failed) -> Result<()> {
    recent::add(&FAILED, tx, failed)
}
