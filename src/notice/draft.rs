//! A notice as the operator's file has it: its name, its title, and a text that shows nothing but words and safe links.
//!
//! All problems are found at once. `publish` says when it is shown and what it replaces.

use super::board::ServiceId;
use super::rows::Posted;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::fmt;
use std::ops::Range;

/// The most bytes of a file.
const MOST: usize = 32 * 1024;
/// The most characters of a title.
const TITLE: usize = 100;

/// A notice that may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeDraft {
    /// Its name.
    pub id: ServiceId,
    /// Its title and text.
    pub posted: Posted,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeProblem {
    /// Its name cannot be a notice's.
    Name,
    /// It is too long.
    Long,
    /// It has no heading, or an empty one.
    NoTitle,
    /// Its first heading is too long.
    LongTitle,
    /// HTML in this line.
    Html(usize),
    /// An image in this line.
    Image(usize),
    /// A link in this line that leads to no page and no address.
    Link(usize, String),
}

impl fmt::Display for NoticeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str(
                "a file's name without .md is the notice's id: up to 60 lower-case letters, digits and hyphens",
            ),
            Self::Long => write!(f, "it is longer than {MOST} bytes"),
            Self::NoTitle => f.write_str("it has no heading; the first one is the notice's title"),
            Self::LongTitle => write!(f, "its title, the first heading, has more than {TITLE} characters"),
            Self::Html(line) => write!(f, "line {line}: HTML is not shown; write Markdown"),
            Self::Image(line) => write!(f, "line {line}: images are not shown"),
            Self::Link(line, to) => write!(f, "line {line}: {to} is no http:, https: or mailto: link"),
        }
    }
}

impl NoticeDraft {
    /// Reads a file of this name, its `.md` left out.
    ///
    /// # Errors
    /// Every problem, in the order of the lines.
    pub fn read(name: &str, text: &str) -> Result<Self, Vec<NoticeProblem>> {
        let id = ServiceId::parse(name);
        let mut problems: Vec<NoticeProblem> = id.is_none().then_some(NoticeProblem::Name).into_iter().collect();
        if text.len() > MOST {
            problems.push(NoticeProblem::Long);
        }
        let title = title(text);
        match title.as_ref().map(|(title, _)| title.chars().count()) {
            None | Some(0) => problems.push(NoticeProblem::NoTitle),
            Some(length) if length > TITLE => problems.push(NoticeProblem::LongTitle),
            Some(_) => {}
        }
        problems.extend(unshown(text, |at| line(text, at)));
        let heading = title.as_ref().map_or(0..0, |(_, place)| place.clone());
        let body = format!("{}{}", &text[..heading.start], &text[heading.end..]);
        // What stood before and after the heading may be one link now.
        let in_file = |at| line(text, if at < heading.start { at } else { at + heading.len() });
        let joined: Vec<_> = unshown(&body, in_file).filter(|problem| !problems.contains(problem)).collect();
        problems.extend(joined);
        match (id, title, problems.is_empty()) {
            (Some(id), Some((title, _)), true) => {
                Ok(Self { id, posted: Posted { title, body: body.trim().to_owned() } })
            }
            _ => Err(problems),
        }
    }
}

/// The words of the first heading, and where it stands.
fn title(text: &str) -> Option<(String, Range<usize>)> {
    let mut events = Parser::new_ext(text, Options::empty()).into_offset_iter();
    let (_, place) = events.find(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. })))?;
    let mut title = String::new();
    for (event, _) in events.take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Heading(_)))) {
        match event {
            Event::Text(words) | Event::Code(words) => title.push_str(&words),
            Event::SoftBreak | Event::HardBreak => title.push(' '),
            _ => {}
        }
    }
    let title = title.replace(char::is_control, " ").trim().to_owned();
    Some((title, place))
}

/// The number of the line in which a place of a text lies.
fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// What no page of ours would show; `line` gives the line of a place in the text.
fn unshown(text: &str, line: impl Fn(usize) -> usize) -> impl Iterator<Item = NoticeProblem> {
    Parser::new_ext(text, Options::empty()).into_offset_iter().filter_map(move |(event, place)| match event {
        Event::Html(_) | Event::InlineHtml(_) => Some(NoticeProblem::Html(line(place.start))),
        Event::Start(Tag::Image { .. }) => Some(NoticeProblem::Image(line(place.start))),
        Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email && !leads(&dest_url) => {
            Some(NoticeProblem::Link(line(place.start), dest_url.into_string()))
        }
        _ => None,
    })
}

/// Whether a link leads to a page or to an address.
fn leads(to: &str) -> bool {
    let starts = |with: &str| to.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    ["http://", "https://", "mailto:"].into_iter().any(starts)
}
