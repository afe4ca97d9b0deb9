//! Sessions: a random token in a cookie, its hash in the store, and the subject that it signs in, in one of several kinds.
//!
//! Every visitor has a token, so that forms can be bound to it; only signing in makes a row. Each subject has an
//! epoch: raising that one number ends all its sessions and links at once. What a subject is, is for the features.

mod check;
pub mod flash;
pub mod kept_form;
mod kind;
pub mod lock;
mod rows;
mod subject;
mod user_agent;

pub use check::check_index;
pub use kind::{Lifetime, SessionKind, Stay};
pub use subject::{Standing, Subject, SubjectId, admit, speak, standing};
pub use user_agent::{Program, System, UserAgent};

use crate::clock::Moment;
use crate::lang::Lang;
use crate::secret::TokenHash;
use crate::store::{self, Key, Reader, Tx, WatchedRows};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rows::Row;
use sha2::{Digest, Sha256};
use subject::{SUBJECTS, raise_epoch};

/// A password given less than this many minutes ago need not be given again for a sensitive action.
pub const FRESH_MINUTES: i64 = 5;

/// The names of this room's tables, for `mypage check`.
pub const TABLES: [&str; 1] = [SUBJECTS.name()];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 4] = [rows::SESSIONS.name(), rows::BY_SUBJECT.name(), flash::TABLE, kept_form::TABLE];

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
    /// Whether it outlives the browser.
    pub stay: Stay,
    /// When its subject signed in.
    pub started: Moment,
    /// When it was last used, as far as that was [noted](note_use): at least the first use of every day is.
    pub used: Moment,
    /// Where it was started.
    pub user_agent: UserAgent,
    /// After how many minutes without use it is [locked](lock), if it is at all.
    pub locks_after: Option<i64>,
}

/// What a session is started as.
#[derive(Clone, Copy, Debug)]
pub struct NewSession {
    /// Its kind.
    pub kind: &'static SessionKind,
    /// Who signs in.
    pub subject: SubjectId,
    /// Whether it outlives the browser.
    pub stay: Stay,
    /// Where it is started.
    pub user_agent: UserAgent,
}

impl Session {
    /// Whether the password was given recently enough for a sensitive action.
    pub fn is_fresh(&self, now: Moment) -> bool {
        now < self.authenticated.plus_minutes(FRESH_MINUTES)
    }

    /// Whether a use at this moment has to be [noted](note_use): because it is the first of a day, or because it moves the end of the
    /// session or its [lock] by enough. No other use is noted, so that most requests cost no write.
    pub fn is_worth_noting(&self, now: Moment) -> bool {
        let ends = |used| self.kind.ends(self.stay, self.started, used);
        now.jst_date() != self.used.jst_date()
            || ends(now).seconds_since(ends(self.used)) >= self.kind.least_gain(self.stay)
            || self.moves_its_lock(now)
    }

    /// The mark of the subject in the forms of its own pages. It tells nothing of the subject, and gives access to nothing.
    pub fn form_owner(&self) -> String {
        owner(self.subject)
    }

    /// By what the subject's own pages name the session. It gives access to nothing.
    pub fn reference(&self) -> String {
        digest(b"session reference ", &self.key, 16)
    }
}

fn owner(subject: SubjectId) -> String {
    digest(b"form owner ", &subject, 9)
}

/// So many bytes of a digest of a key for a purpose, as text. In an address, what has fewer than sixteen is taken for a name.
fn digest(purpose: &[u8], key: &impl Key, length: usize) -> String {
    let mut bytes = purpose.to_vec();
    key.encode(&mut bytes);
    URL_SAFE_NO_PAD.encode(&Sha256::digest(&bytes)[..length])
}

/// The live session of a kind under the hash of the token from its cookie.
pub fn find(r: &dyn Reader, kind: &'static SessionKind, key: TokenHash) -> store::Result<Option<Session>> {
    let Some(row) = rows::find(r, kind, key)? else { return Ok(None) };
    let standing = SUBJECTS.get(r, &row.subject)?.filter(|standing| standing.epoch == row.epoch);
    Ok(standing.map(|standing| Session {
        key,
        kind,
        subject: row.subject,
        lang: standing.lang,
        authenticated: row.authenticated,
        stay: row.stay,
        started: row.started,
        used: row.used,
        user_agent: row.user_agent,
        locks_after: row.locks_after,
    }))
}

/// With the row of a session among those that are watched.
pub fn watched(rows: WatchedRows, key: &TokenHash) -> store::Result<WatchedRows> {
    rows.and_expiring(&rows::SESSIONS, key)
}

/// The live sessions of a subject, the one used last first. There are no more than its kind allows.
pub fn of_subject(r: &dyn Reader, kind: &'static SessionKind, subject: SubjectId) -> store::Result<Vec<Session>> {
    let mut all = Vec::new();
    for key in rows::keys_of(r, subject)? {
        all.extend(find(r, kind, key)?);
    }
    all.sort_by_key(|session| std::cmp::Reverse((session.used, session.started)));
    Ok(all)
}

/// Signs a subject in under the hash of a token that nobody has seen before; `old`, the session that the browser came with,
/// ends. So do those that the subject left unused longest, when it has too many.
pub fn start(tx: &mut Tx<'_>, new: &NewSession, old: &TokenHash, fresh: TokenHash) -> store::Result<()> {
    let NewSession { kind, subject, stay, user_agent } = *new;
    kept_form::hand_on(tx, *old, fresh, &owner(subject))?;
    end(tx, old)?;
    for session in of_subject(tx, kind, subject)?.iter().skip(kind.most.saturating_sub(1)) {
        end(tx, &session.key)?;
    }
    let now = tx.now();
    let (kind_name, epoch) = (kind.name.to_owned(), epoch_of(tx, subject)?);
    let (started, used, locks_after) = (now, now, None);
    let row = Row { kind: kind_name, subject, epoch, authenticated: now, stay, started, used, user_agent, locks_after };
    rows::put(tx, kind, fresh, row)
}

/// Goes on with the session `old` under the hash of a token that nobody has seen before, in the subject's present epoch. It
/// stays what it was: no password has been given, and nobody has signed in.
pub fn go_on(tx: &mut Tx<'_>, kind: &SessionKind, old: &TokenHash, fresh: TokenHash) -> store::Result<()> {
    let Some(row) = rows::find(tx, kind, *old)? else { return Ok(()) };
    kept_form::hand_on(tx, *old, fresh, &owner(row.subject))?;
    end(tx, old)?;
    let (epoch, used) = (epoch_of(tx, row.subject)?, tx.now());
    rows::put(tx, kind, fresh, Row { epoch, used, ..row })
}

fn epoch_of(r: &dyn Reader, subject: SubjectId) -> store::Result<u32> {
    Ok(SUBJECTS.get(r, &subject)?.map_or(0, |standing| standing.epoch))
}

/// Notes that a session is being used, which moves its end and its lock, unless that has been noted or it has ended meanwhile.
pub fn note_use(tx: &mut Tx<'_>, session: &Session) -> store::Result<()> {
    let now = tx.now();
    let Some(found) = find(tx, session.kind, session.key)?.filter(|found| found.is_worth_noting(now)) else {
        return Ok(());
    };
    let Some(row) = rows::find(tx, found.kind, found.key)? else { return Ok(()) };
    // What was started by a clock that has since been set back was started now at the latest.
    rows::put(tx, found.kind, found.key, Row { used: now, started: row.started.min(now), ..row })
}

/// Gives a visitor who is not signed in a token that nobody has seen before. A session that the browser came with ends.
pub fn replace(tx: &mut Tx<'_>, old: &TokenHash, new: TokenHash) -> store::Result<()> {
    kept_form::hand_on(tx, *old, new, "")?;
    end(tx, old)
}

/// The same for a visitor of whom it is known who is about to sign in: what that subject had typed goes along.
pub fn replace_for(tx: &mut Tx<'_>, old: &TokenHash, new: TokenHash, subject: SubjectId) -> store::Result<()> {
    kept_form::hand_on(tx, *old, new, &owner(subject))?;
    end(tx, old)
}

/// Ends one session on the server, with what else was kept under its token.
pub fn end(tx: &mut Tx<'_>, key: &TokenHash) -> store::Result<()> {
    flash::forget(tx, *key)?;
    kept_form::forget_all(tx, *key)?;
    rows::delete(tx, *key)
}

/// Notes that the password of the session under this key has just been given again.
pub fn renew(tx: &mut Tx<'_>, key: &TokenHash) -> store::Result<()> {
    let now = tx.now();
    rows::SESSIONS.amend(tx, key, |row| row.authenticated = now)
}

/// Has the password asked for again in every session where it was given too long ago at a moment, although the clock has been
/// set back since.
pub fn end_freshness(tx: &mut Tx<'_>, then: Moment) -> store::Result<()> {
    let (long_ago, mut over) = (tx.now().plus_minutes(-FRESH_MINUTES), Vec::new());
    rows::SESSIONS.each_live(tx, |key, row, _| {
        let fresh_until = row.authenticated.plus_minutes(FRESH_MINUTES);
        if fresh_until <= then && long_ago < row.authenticated {
            over.push(*key);
        }
        Ok(())
    })?;
    over.iter().try_for_each(|key| rows::SESSIONS.amend(tx, key, |row| row.authenticated = long_ago))
}

/// Ends every session and link of a subject, on every device.
pub fn end_all(tx: &mut Tx<'_>, subject: SubjectId) -> store::Result<()> {
    raise_epoch(tx, subject)?;
    end_each(tx, subject, None)
}

/// Ends every session and link of a subject but the session `own`, which has to [go on](go_on) under another token in the
/// same write.
pub fn end_all_but(tx: &mut Tx<'_>, subject: SubjectId, own: TokenHash) -> store::Result<()> {
    raise_epoch(tx, subject)?;
    end_each(tx, subject, Some(own))
}

/// Ends every session of a subject but this one. Its links stay.
pub fn end_others(tx: &mut Tx<'_>, subject: SubjectId, own: TokenHash) -> store::Result<()> {
    end_each(tx, subject, Some(own))
}

fn end_each(tx: &mut Tx<'_>, subject: SubjectId, own: Option<TokenHash>) -> store::Result<()> {
    for key in rows::keys_of(tx, subject)? {
        if Some(key) != own {
            end(tx, &key)?;
        }
    }
    Ok(())
}

/// Forgets a subject, and with it all its sessions and links.
pub fn forget(tx: &mut Tx<'_>, subject: SubjectId) -> store::Result<()> {
    end_each(tx, subject, None)?;
    SUBJECTS.delete(tx, &subject).map(drop)
}
