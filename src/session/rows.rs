//! The rows of sessions, and the index that lists them by subject. Both are written here, with the same end.

use super::kind::{SessionKind, Stay};
use super::subject::SubjectId;
use super::user_agent::UserAgent;
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{Expiring, Reader, Result, Tx};
use serde::{Deserialize, Serialize};

pub(super) const SESSIONS: Expiring<TokenHash, Row> = Expiring::new("session");
pub(super) const BY_SUBJECT: Expiring<(SubjectId, TokenHash), ()> = Expiring::new("session-by-subject");

/// How many sessions of a subject are read at a time: more than a subject has of all kinds together, those included that
/// have ended and are not swept yet.
const PAGE: usize = 500;

/// A session as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Row {
    /// The name of its kind.
    pub kind: String,
    pub subject: SubjectId,
    /// The subject's epoch in which it was started.
    pub epoch: u32,
    pub authenticated: Moment,
    #[serde(default)]
    pub stay: Stay,
    #[serde(default = "unknown")]
    pub started: Moment,
    #[serde(default = "unknown")]
    pub used: Moment,
    #[serde(default)]
    pub user_agent: UserAgent,
    /// After how many minutes without use it is locked, if it is at all.
    #[serde(default)]
    pub locks_after: Option<i64>,
}

const fn unknown() -> Moment {
    Moment::from_millis(0)
}

/// The live row under a key, if it is of this kind.
pub(super) fn find(r: &dyn Reader, kind: &SessionKind, key: TokenHash) -> Result<Option<Row>> {
    Ok(SESSIONS.get(r, &key)?.filter(|row| row.kind == kind.name))
}

/// Stores a session of this kind until the end that its use gives it.
pub(super) fn put(tx: &mut Tx<'_>, kind: &SessionKind, key: TokenHash, row: Row) -> Result<()> {
    let ends = kind.ends(row.stay, row.started, row.used);
    BY_SUBJECT.put(tx, &(row.subject, key), (), ends)?;
    SESSIONS.put(tx, &key, row, ends)
}

/// Deletes a session, live or not.
pub(super) fn delete(tx: &mut Tx<'_>, key: TokenHash) -> Result<()> {
    if let Some(row) = SESSIONS.stored(tx, &key)? {
        BY_SUBJECT.delete(tx, &(row.subject, key))?;
    }
    SESSIONS.delete(tx, &key)
}

/// The keys of a subject's sessions of all kinds, as far as they are live.
pub(super) fn keys_of(r: &dyn Reader, subject: SubjectId) -> Result<Vec<TokenHash>> {
    Ok(BY_SUBJECT.prefix(r, &subject, PAGE)?.into_iter().map(|((_, key), ())| key).collect())
}
