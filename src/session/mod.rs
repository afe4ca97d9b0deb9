//! Sessions: a random token in a cookie, its hash in the store, and the subject that it signs in, in one of several kinds.
//!
//! Every visitor has a token, so that forms can be bound to it; only signing in makes a row. Each subject has an
//! epoch: raising that one number ends all its sessions and links at once. What a subject is, is for the features.

pub mod flash;
pub mod kept_form;
mod kind;

pub use kind::SessionKind;

use crate::clock::Moment;
use crate::lang::Lang;
use crate::secret::{Id, TokenHash};
use crate::store::{self, Expiring, Key, Reader, Table, Tx};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A password given less than this many minutes ago need not be given again for a sensitive action.
pub const FRESH_MINUTES: i64 = 5;

const SESSIONS: Expiring<TokenHash, Row> = Expiring::new("session");
const SUBJECTS: Table<SubjectId, Standing> = Table::new("subject");

/// The names of this room's tables, for `mypage check`.
pub const TABLES: [&str; 1] = [SUBJECTS.name()];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 3] = [SESSIONS.name(), flash::TABLE, kept_form::TABLE];

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

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Row {
    kind: String,
    subject: SubjectId,
    epoch: u32,
    authenticated: Moment,
}

/// A live session: its row is there, has not expired, and belongs to the subject's present epoch.
#[derive(Clone, Debug)]
pub struct Session {
    /// The session's key in the store.
    pub key: TokenHash,
    /// Its kind.
    pub kind: &'static SessionKind,
    /// Who is signed in.
    pub subject: SubjectId,
    /// The language that the subject has chosen.
    pub lang: Lang,
    /// When the password was last given.
    pub authenticated: Moment,
}

impl Session {
    /// Whether the password was given recently enough for a sensitive action.
    pub fn is_fresh(&self, now: Moment) -> bool {
        now < self.authenticated.plus_minutes(FRESH_MINUTES)
    }

    /// The mark of the subject in the forms of its own pages. It tells nothing of the subject, and gives access to nothing.
    pub fn form_owner(&self) -> String {
        owner(self.subject)
    }
}

fn owner(subject: SubjectId) -> String {
    let mut bytes = b"form owner ".to_vec();
    subject.encode(&mut bytes);
    URL_SAFE_NO_PAD.encode(&Sha256::digest(&bytes)[..9])
}

/// The live session of a kind under the hash of the token from its cookie.
pub fn find(r: &dyn Reader, kind: &'static SessionKind, key: TokenHash) -> store::Result<Option<Session>> {
    let Some(row) = SESSIONS.get(r, &key)?.filter(|row| row.kind == kind.name) else {
        return Ok(None);
    };
    let standing = SUBJECTS.get(r, &row.subject)?.filter(|standing| standing.epoch == row.epoch);
    Ok(standing.map(|standing| Session {
        key,
        kind,
        subject: row.subject,
        lang: standing.lang,
        authenticated: row.authenticated,
    }))
}

/// Signs a subject in under the hash of a token that nobody has seen before; `old`, the session that the browser came with, ends.
pub fn start(
    tx: &mut Tx<'_>,
    kind: &SessionKind,
    subject: SubjectId,
    old: &TokenHash,
    new: TokenHash,
) -> store::Result<()> {
    let authenticated = tx.now();
    kept_form::hand_on(tx, *old, new, &owner(subject))?;
    end(tx, old)?;
    put(tx, kind, subject, new, authenticated)
}

/// Goes on with the session `old` under the hash of a token that nobody has seen before, in the subject's present epoch. No
/// password has been given, so that when it was stays as it is.
pub fn go_on(tx: &mut Tx<'_>, kind: &SessionKind, old: &TokenHash, new: TokenHash) -> store::Result<()> {
    let Some(row) = SESSIONS.get(tx, old)? else { return Ok(()) };
    kept_form::hand_on(tx, *old, new, &owner(row.subject))?;
    end(tx, old)?;
    put(tx, kind, row.subject, new, row.authenticated)
}

fn put(
    tx: &mut Tx<'_>,
    kind: &SessionKind,
    subject: SubjectId,
    key: TokenHash,
    authenticated: Moment,
) -> store::Result<()> {
    let epoch = SUBJECTS.get(tx, &subject)?.map_or(0, |standing| standing.epoch);
    let ends = tx.now().plus_days(kind.days);
    SESSIONS.put(tx, &key, Row { kind: kind.name.to_owned(), subject, epoch, authenticated }, ends)
}

/// Gives a visitor who is not signed in a token that nobody has seen before. A session that the browser came with ends.
pub fn replace(tx: &mut Tx<'_>, old: &TokenHash, new: TokenHash) -> store::Result<()> {
    kept_form::hand_on(tx, *old, new, "")?;
    end(tx, old)
}

/// Ends one session on the server, with what else was kept under its token.
pub fn end(tx: &mut Tx<'_>, key: &TokenHash) -> store::Result<()> {
    flash::forget(tx, *key)?;
    kept_form::forget_all(tx, *key)?;
    SESSIONS.delete(tx, key)
}

/// Notes that the password of this session has just been given again.
pub fn renew(tx: &mut Tx<'_>, session: &Session) -> store::Result<()> {
    let now = tx.now();
    SESSIONS.amend(tx, &session.key, |row| row.authenticated = now)
}

/// How a subject stands at present.
pub fn standing(r: &dyn Reader, subject: SubjectId) -> store::Result<Option<Standing>> {
    SUBJECTS.get(r, &subject)
}

/// Makes a subject known, in its first epoch.
pub fn admit(tx: &mut Tx<'_>, subject: SubjectId, lang: Lang) -> store::Result<()> {
    SUBJECTS.put(tx, &subject, &Standing { epoch: 1, lang })
}

/// Ends every session and link of a subject, on every device.
pub fn end_all(tx: &mut Tx<'_>, subject: SubjectId) -> store::Result<()> {
    match SUBJECTS.get(tx, &subject)? {
        Some(standing) => SUBJECTS.put(tx, &subject, &Standing { epoch: standing.epoch + 1, ..standing }),
        None => Ok(()),
    }
}

/// Forgets a subject, and with it all its sessions and links.
pub fn forget(tx: &mut Tx<'_>, subject: SubjectId) -> store::Result<()> {
    SUBJECTS.delete(tx, &subject).map(drop)
}

/// Keeps the language that a subject has chosen.
pub fn speak(tx: &mut Tx<'_>, subject: SubjectId, lang: Lang) -> store::Result<()> {
    match SUBJECTS.get(tx, &subject)? {
        Some(standing) => SUBJECTS.put(tx, &subject, &Standing { lang, ..standing }),
        None => Ok(()),
    }
}
