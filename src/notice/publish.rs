//! What becomes of the board when the operator publishes or withdraws a notice.
//!
//! A changed text is a new version, unread to everybody again; other dates are not. The same once more changes nothing.

use super::board::{Board, Entry, Issue, MOST, ServiceId};
use super::draft::NoticeDraft;
use super::rows;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::store::{Reader, Result, Tx};

/// What publishing came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// It was not there before, in this language at least.
    New,
    /// Its text has changed, so it is unread again.
    Changed,
    /// The same text, shown at other times.
    Rescheduled,
    /// Nothing has changed.
    Unchanged,
    /// There are as many notices as there may be.
    Full,
}

/// Publishes a text of a notice: in place of the one in this language, beside the one in the other.
pub fn publish(
    tx: &mut Tx<'_>,
    lang: Lang,
    draft: &NoticeDraft,
    (from, until): (Option<Moment>, Option<Moment>),
) -> Result<Published> {
    let now = tx.now();
    let mut board = rows::board(tx)?;
    let before = board.find(&draft.id).and_then(|entry| entry.issue(lang));
    let same_text = before.is_some() && rows::text(tx, &draft.id, lang)?.as_ref() == Some(&draft.posted);
    let published = match before {
        Some(issue) if same_text && (issue.from, issue.until) == (from, until) => return Ok(Published::Unchanged),
        Some(_) if same_text => Published::Rescheduled,
        Some(_) => Published::Changed,
        None => Published::New,
    };
    let kept = before.filter(|_| same_text);
    if kept.is_none() {
        board.version = board.version.saturating_add(1);
    }
    let since = match (from, kept) {
        (Some(from), _) if now < from => from,
        (_, Some(issue)) if issue.since <= now => issue.since,
        _ => now,
    };
    let issue = Issue { version: kept.map_or(board.version, |issue| issue.version), from, since, until };
    if board.find(&draft.id).is_none() {
        make_room(tx, &mut board)?;
        if board.entries.len() >= MOST {
            return Ok(Published::Full);
        }
        board.entries.push(Entry { id: draft.id.clone(), latest: 0, ja: None, en: None });
    }
    for entry in board.entries.iter_mut().filter(|entry| entry.id == draft.id) {
        entry.latest = entry.latest.max(issue.version);
        match lang {
            Lang::Ja => entry.ja = Some(issue),
            Lang::En => entry.en = Some(issue),
        }
    }
    rows::put_text(tx, &draft.id, lang, &draft.posted)?;
    rows::put_board(tx, &board)?;
    Ok(published)
}

/// Takes notices whose time is over off a full board.
fn make_room(tx: &mut Tx<'_>, board: &mut Board) -> Result<()> {
    let now = tx.now();
    if board.entries.len() < MOST {
        return Ok(());
    }
    for entry in board.entries.extract_if(.., |entry| entry.has_ended(now)) {
        rows::delete_texts(tx, &entry.id)?;
    }
    Ok(())
}

/// Takes a notice off the board in all its languages; says whether it was there.
pub fn withdraw(tx: &mut Tx<'_>, id: &ServiceId) -> Result<bool> {
    let mut board = rows::board(tx)?;
    if board.find(id).is_none() {
        return Ok(false);
    }
    board.entries.retain(|entry| entry.id != *id);
    rows::delete_texts(tx, id)?;
    rows::put_board(tx, &board)?;
    Ok(true)
}

/// All texts on the board with their titles, by name.
pub fn list(r: &dyn Reader) -> Result<Vec<(ServiceId, Lang, Issue, String)>> {
    let mut listed = Vec::new();
    for entry in rows::board(r)?.entries {
        for lang in Lang::ALL {
            if let (Some(issue), Some(text)) = (entry.issue(lang), rows::text(r, &entry.id, lang)?) {
                listed.push((entry.id.clone(), lang, issue, text.title));
            }
        }
    }
    listed.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    Ok(listed)
}
