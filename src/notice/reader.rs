//! What one account has read: one record, and a mark for each mail that was opened by itself.
//!
//! Of the service's notices it holds the version that was read. Of mails it holds, for each pile of copies that was ever
//! the account's, how many were read and up to where all were. It does not know what there is to read.

use super::board::{Board, Entry, Issue, ServiceId};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::copy::{CopyId, Counts, Pile};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an account has read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    #[serde(default)]
    service: BTreeMap<ServiceId, u32>,
    #[serde(default)]
    mail: BTreeMap<[u8; 8], Opened>,
}

/// What was read of one pile of copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Opened {
    counts: Counts,
    #[serde(default)]
    up_to: Option<CopyId>,
}

impl Reader {
    /// Whether this text of a notice of the service was read as it is now. Whoever has read a notice in one language has
    /// read it as it was in the other, too.
    pub fn has_read_issue(&self, entry: &Entry, issue: Issue) -> bool {
        self.service.get(&entry.id).is_some_and(|read| issue.version <= *read)
    }

    /// Whether all copies up to this one were read at once. If not, its mark decides.
    pub fn has_read_up_to(&self, pile: &Pile, id: CopyId) -> bool {
        self.mail.get(&pile.id).and_then(|opened| opened.up_to).is_some_and(|up_to| id <= up_to)
    }

    /// How much there is that was not read.
    pub fn unread(&self, board: &Board, pile: Option<&Pile>, lang: Lang, now: Moment) -> u32 {
        let none = Counts::default();
        let mails = pile
            .map_or(0, |pile| pile.counts.without(self.mail.get(&pile.id).map_or(&none, |opened| &opened.counts), now));
        let notices = board.shown(lang, now).filter(|(entry, _, issue)| !self.has_read_issue(entry, *issue)).count();
        mails.saturating_add(u32::try_from(notices).unwrap_or(u32::MAX))
    }

    /// After a notice of the service was opened.
    #[must_use]
    pub fn reading(mut self, entry: &Entry) -> Self {
        self.service.insert(entry.id.clone(), entry.latest);
        self
    }

    /// After one more copy of a pile was opened.
    #[must_use]
    pub fn opening(mut self, pile: &Pile, id: CopyId) -> Self {
        self.mail.entry(pile.id).or_default().counts.add(id);
        self
    }

    /// After everything was marked as read.
    #[must_use]
    pub fn reading_all(mut self, board: &Board, pile: Option<&Pile>, lang: Lang, now: Moment) -> Self {
        if let Some(pile) = pile {
            self.mail.insert(pile.id, Opened { counts: pile.counts.clone(), up_to: Some(pile.newest) });
        }
        for (entry, _, _) in board.shown(lang, now) {
            self = self.reading(entry);
        }
        self
    }

    /// Without what was read of notices that are gone, and of copies that have all ended.
    #[must_use]
    pub fn tidied(mut self, board: &Board, now: Moment) -> Self {
        self.service.retain(|id, _| board.find(id).is_some());
        for opened in self.mail.values_mut() {
            opened.counts.forget_ended(now);
        }
        self.mail.retain(|_, opened| !opened.counts.is_empty());
        self
    }
}
