//! What a notice is to its reader, wherever it comes from, and where it stands among the others.

use super::board::ServiceId;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::copy::CopyId;
use crate::reservation::ReservationId;
use std::fmt;
use std::str::FromStr;

/// What the names of the service's notices begin with in addresses.
const SERVICE: &str = "service-";

/// A notice's name in addresses. Whose it is, is always asked again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeId {
    /// The copy of a mail.
    Mail(CopyId),
    /// A notice of the service.
    Service(ServiceId),
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mail(id) => write!(f, "{id}"),
            Self::Service(id) => write!(f, "{SERVICE}{id}"),
        }
    }
}

impl FromStr for NoticeId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.strip_prefix(SERVICE) {
            Some(name) => ServiceId::parse(name).map(Self::Service).ok_or(()),
            None => text.parse().map(Self::Mail),
        }
    }
}

/// Where a notice stands in the list: later ones are greater, and no two are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListPosition {
    /// When it came.
    pub moment: Moment,
    /// Which it is.
    pub id: NoticeId,
}

impl ListPosition {
    /// The place of a copy of a mail.
    pub const fn of_copy(id: CopyId) -> Self {
        Self { moment: id.moment(), id: NoticeId::Mail(id) }
    }
}

/// As it stands in addresses: the moment, since a notice may be gone when its place is asked for, and the name.
impl fmt::Display for ListPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.moment.millis(), self.id)
    }
}

impl FromStr for ListPosition {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (millis, id) = text.split_once('.').ok_or(())?;
        Ok(Self { moment: Moment::from_millis(millis.parse().map_err(|_| ())?), id: id.parse()? })
    }
}

/// Which part of the list is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListPart {
    /// The newest notices.
    Newest,
    /// Those that follow this one, on the way to the oldest.
    OlderThan(ListPosition),
    /// Those before this one, on the way to the newest.
    NewerThan(ListPosition),
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// A mail's text, line by line.
    Plain(String),
    /// Markdown.
    Markdown(String),
}

/// A notice as a reader has it before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where it stands, and its name.
    pub place: ListPosition,
    /// What is read first.
    pub title: String,
    /// Which of several things it is about, in a few words.
    pub gist: Option<String>,
    /// What it says.
    pub text: Text,
    /// The language it is written in.
    pub lang: Lang,
    /// When it came, as it is written on it.
    pub written: Moment,
    /// Whether this reader has not opened it yet.
    pub unread: bool,
    /// The reservation that it is about. Of a notice that is shown alone, only if the reader can open it.
    pub reservation: Option<ReservationId>,
}

/// A part of the list, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The notices.
    pub notices: Vec<Notice>,
    /// Where to go on towards the newest, if there are newer ones.
    pub newer: Option<ListPosition>,
    /// Where to go on towards the oldest, if there are older ones.
    pub older: Option<ListPosition>,
}
