//! Whom sessions sign in, and what the floor keeps of a subject: its epoch and its language.

use crate::lang::Lang;
use crate::secret::Id;
use crate::store::{self, Reader, Table, Tx};
use serde::{Deserialize, Serialize};

pub(super) const SUBJECTS: Table<SubjectId, Standing> = Table::new("subject");

/// Whom a session signs in: an account, which the floor knows by its id alone.
pub enum Subject {}

/// The id of a subject.
pub type SubjectId = Id<Subject>;

/// What the floor keeps of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Sessions and links of an earlier epoch are dead.
    pub epoch: u32,
    /// The language that the subject has chosen.
    pub lang: Lang,
}

/// How a subject stands at present.
pub fn standing(r: &dyn Reader, subject: SubjectId) -> store::Result<Option<Standing>> {
    SUBJECTS.get(r, &subject)
}

/// Makes a subject known, in its first epoch.
pub fn admit(tx: &mut Tx<'_>, subject: SubjectId, lang: Lang) -> store::Result<()> {
    SUBJECTS.put(tx, &subject, &Standing { epoch: 1, lang })
}

/// Keeps the language that a subject has chosen.
pub fn speak(tx: &mut Tx<'_>, subject: SubjectId, lang: Lang) -> store::Result<()> {
    change(tx, subject, |standing| Standing { lang, ..standing })
}

/// Begins a new epoch of a subject, in which nothing of the earlier ones counts.
pub(super) fn raise_epoch(tx: &mut Tx<'_>, subject: SubjectId) -> store::Result<()> {
    change(tx, subject, |standing| Standing { epoch: standing.epoch + 1, ..standing })
}

fn change(tx: &mut Tx<'_>, subject: SubjectId, to: impl FnOnce(Standing) -> Standing) -> store::Result<()> {
    match SUBJECTS.get(tx, &subject)? {
        Some(standing) => SUBJECTS.put(tx, &subject, &to(standing)),
        None => Ok(()),
    }
}
