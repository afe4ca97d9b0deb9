//! The service's own notices as one small record: which there are, from when until when, and in which version.
//!
//! It is looked at for every page, so it holds no sentence: titles and texts are rows of their own. Which versions somebody
//! has read is kept with their account, by the notices' names.

use crate::account::Readings;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::store::Key;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The most notices at a time, so that the record stays small.
pub const MOST: usize = 50;
/// The most letters of a notice's name.
const LONGEST: usize = 60;

/// The name that the operator gives a notice: its file's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ServiceId(String);

impl ServiceId {
    /// Lower-case letters, digits, hyphens and dots in between; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(plain);
        fits.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for ServiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Key for ServiceId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Self::parse(&String::decode(input)?)
    }
}

/// When a text of a notice is shown, and which version of the notice it came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Rises with every change of a text on the board, and is never used again.
    pub version: u32,
    /// The start that the operator gave, if any.
    pub from: Option<Moment>,
    /// Since when it is shown: its place among the notices.
    pub since: Moment,
    /// From when on it is shown no more.
    pub until: Option<Moment>,
}

impl Issue {
    /// Whether it is shown at `now`.
    pub fn is_shown(&self, now: Moment) -> bool {
        self.since <= now && !self.has_ended(now)
    }

    /// Whether its time is over.
    pub fn has_ended(&self, now: Moment) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}

/// One notice of the service, in the languages it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub id: ServiceId,
    /// The newest version of all its texts.
    pub latest: u32,
    /// Its Japanese text, if any.
    #[serde(default)]
    pub ja: Option<Issue>,
    /// Its English text, if any.
    #[serde(default)]
    pub en: Option<Issue>,
}

impl Entry {
    /// The text of a language.
    pub fn issue(&self, lang: Lang) -> Option<Issue> {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }

    /// What a reader of this language gets: the text in their language, or the Japanese one where there is none.
    pub fn for_reader(&self, lang: Lang, now: Moment) -> Option<(Lang, Issue)> {
        let own = self.issue(lang).map(|issue| (lang, issue));
        own.or_else(|| self.ja.map(|issue| (Lang::Ja, issue))).filter(|(_, issue)| issue.is_shown(now))
    }

    /// Whether this text was read as it is now. Reading it in one language counts for the other, as that was at the time.
    pub fn was_read(&self, issue: Issue, Readings(read): &Readings) -> bool {
        read.get(&self.id.0).is_some_and(|read| issue.version <= *read)
    }

    /// Whether none of its texts will be shown any more.
    pub fn has_ended(&self, now: Moment) -> bool {
        [self.ja, self.en].into_iter().flatten().all(|issue| issue.has_ended(now))
    }
}

/// All notices of the service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The last version that was given out.
    pub version: u32,
    /// The notices, by name.
    pub entries: Vec<Entry>,
}

impl Board {
    /// The notice of this name.
    pub fn find(&self, id: &ServiceId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// What a reader of this language sees at `now`.
    pub fn shown(&self, lang: Lang, now: Moment) -> impl Iterator<Item = (&Entry, Lang, Issue)> {
        let of = move |entry: &'_ Entry| entry.for_reader(lang, now);
        self.entries.iter().filter_map(move |entry| of(entry).map(|(lang, issue)| (entry, lang, issue)))
    }

    /// How many of those they have not read.
    pub fn unread(&self, readings: &Readings, lang: Lang, now: Moment) -> u32 {
        let unread = self.shown(lang, now).filter(|(entry, _, issue)| !entry.was_read(*issue, readings));
        u32::try_from(unread.count()).unwrap_or(u32::MAX)
    }

    /// Keeps that some notices of this board were read as they are now, and forgets those that are gone.
    pub fn read<'a>(&self, entries: impl Iterator<Item = &'a Entry>, Readings(read): &mut Readings) {
        read.extend(entries.map(|entry| (entry.id.0.clone(), entry.latest)));
        read.retain(|name, _| self.entries.iter().any(|entry| entry.id.0 == *name));
    }
}
