//! What a letter holds, and how it is written block by block.
//!
//! Control characters are removed from everything that is put in, so that no text can break a header or a line.

use super::attachment::Attachment;
use super::clean::{self, one_line};
use super::token::replaced;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One mail to one address, in one language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub(super) lang: Lang,
    to: EmailAddress,
    pub(super) subject: String,
    #[serde(default)]
    title: String,
    pub(super) blocks: Vec<Block>,
    #[serde(default)]
    pub(super) footer: Vec<String>,
    #[serde(default)]
    attachments: Vec<Attachment>,
    #[serde(default)]
    useful_until: Option<Moment>,
    #[serde(default)]
    topic: Option<String>,
    #[serde(default)]
    gist: Option<String>,
    #[serde(default)]
    held: Vec<HeldToken>,
}

/// A token that stands in a link of a letter, and in its files.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldToken {
    /// What it opens, as the feature that writes the letter names it.
    pub about: String,
    /// The token.
    pub token: String,
}

/// A piece of a letter, drawn in the order in which it was added.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Block {
    Paragraph(String),
    Button {
        label: String,
        url: String,
    },
    Detail {
        label: String,
        value: String,
        /// The language of the value, where it is another one than that of the letter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lang: Option<Lang>,
    },
    Code(String),
    AboutTheLink(String),
}

impl Letter {
    /// An empty letter, whose title is its subject. Control characters in it become spaces.
    pub fn new(lang: Lang, to: EmailAddress, title: impl AsRef<str>) -> Self {
        let title = one_line(title.as_ref());
        Self {
            lang,
            to,
            subject: title.clone(),
            title,
            blocks: Vec::new(),
            footer: Vec::new(),
            attachments: Vec::new(),
            useful_until: None,
            topic: None,
            gist: None,
            held: Vec::new(),
        }
    }

    /// With something in front of the title, as the subject: the name of the service, and the day that the letter is about.
    #[must_use]
    pub fn under(mut self, before: &str) -> Self {
        self.subject = one_line(&format!("{before}{}", self.title));
        self
    }

    /// Adds a paragraph; its line breaks are kept.
    #[must_use]
    pub fn paragraph(mut self, text: impl AsRef<str>) -> Self {
        self.blocks.push(Block::Paragraph(clean::lines(text.as_ref())));
        self
    }

    /// Adds a paragraph that makes sense only beside the link: drawn like any other, and left out where links are.
    #[must_use]
    pub fn about_the_link(mut self, text: impl AsRef<str>) -> Self {
        self.blocks.push(Block::AboutTheLink(clean::lines(text.as_ref())));
        self
    }

    /// Adds a link drawn as a button, with its address written out below: whole and on a line of its own.
    #[must_use]
    pub fn button(mut self, label: impl AsRef<str>, url: impl AsRef<str>) -> Self {
        let (label, url) = (one_line(label.as_ref()), one_line(url.as_ref()));
        self.blocks.push(Block::Button { label, url });
        self
    }

    /// Adds a labelled value, such as a date; neighbouring details are drawn as one list.
    #[must_use]
    pub fn detail(mut self, label: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let (label, value) = (one_line(label.as_ref()), clean::lines(value.as_ref()));
        self.blocks.push(Block::Detail { label, value, lang: None });
        self
    }

    /// The same with a value that may be in another language than the letter, and is marked as such then.
    #[must_use]
    pub fn detail_in(mut self, label: impl AsRef<str>, value: impl AsRef<str>, lang: Lang) -> Self {
        let (label, value) = (one_line(label.as_ref()), clean::lines(value.as_ref()));
        self.blocks.push(Block::Detail { label, value, lang: Some(lang).filter(|lang| *lang != self.lang) });
        self
    }

    /// Adds what is to be typed elsewhere, large and on a line of its own.
    #[must_use]
    pub fn code(mut self, code: impl AsRef<str>) -> Self {
        self.blocks.push(Block::Code(one_line(code.as_ref())));
        self
    }

    /// Adds a paragraph below the line that ends the letter: who sent it, and whom to ask.
    #[must_use]
    pub fn footer(mut self, text: impl AsRef<str>) -> Self {
        self.footer.push(clean::lines(text.as_ref()));
        self
    }

    /// Adds a file that travels with the letter.
    #[must_use]
    pub fn attach(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }

    /// Says when the letter stops making sense, such as a reminder after the visit: from then on it is dropped, not sent.
    #[must_use]
    pub fn useful_until(mut self, moment: Moment) -> Self {
        self.useful_until = Some(moment);
        self
    }

    /// Names what the letter is about, as the feature that writes it names it. It is not drawn.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.topic = Some(id.into());
        self
    }

    /// Names a token that stands in a link and in the files, and what it opens, so that another one can take its place.
    #[must_use]
    pub fn holding(mut self, about: impl Into<String>, token: impl Into<String>) -> Self {
        self.held.push(HeldToken { about: about.into(), token: token.into() });
        self
    }

    /// The same letter with `new` in the place of the token `old`, which it says that it holds and which is as long, in its links
    /// and files.
    #[must_use]
    pub fn with_token(&self, old: &str, new: &str) -> Self {
        if self.held.iter().all(|held| held.token != old) {
            return self.clone();
        }
        let replaced = |text: &str| replaced(text, old, new);
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Button { label, url } => Block::Button { label: label.clone(), url: replaced(url) },
            other => other.clone(),
        });
        let attachments = self.attachments.iter().map(|file| file.with_text(replaced(file.text())));
        let (blocks, attachments) = (blocks.collect(), attachments.collect());
        let held = self.held.iter().map(|held| match held.token == old {
            true => HeldToken { token: new.to_owned(), ..held.clone() },
            false => held.clone(),
        });
        Self { blocks, attachments, held: held.collect(), ..self.clone() }
    }

    /// Says in a few words which of several things it is about, for a list of letters. It is not drawn.
    #[must_use]
    pub fn gist(mut self, words: impl AsRef<str>) -> Self {
        self.gist = Some(one_line(words.as_ref()));
        self
    }

    /// The letter without its links, which open something to anybody who has them, without files, which may hold links,
    /// and without what makes sense in a mail alone: what is said of the link, and the footer.
    #[must_use]
    pub fn bare(&self) -> Self {
        let stays = |block: &&Block| !matches!(block, Block::Button { .. } | Block::AboutTheLink(_));
        let blocks = self.blocks.iter().filter(stays).cloned().collect();
        Self { blocks, footer: Vec::new(), attachments: Vec::new(), held: Vec::new(), ..self.clone() }
    }

    /// What it is about, if it says so.
    pub fn topic(&self) -> Option<&str> {
        self.topic.as_deref()
    }

    /// The tokens that it says stand in its links.
    pub fn held(&self) -> &[HeldToken] {
        &self.held
    }

    /// Which of several things it is about, in a few words.
    pub fn in_a_few_words(&self) -> Option<&str> {
        self.gist.as_deref()
    }

    /// Whom it is to.
    pub fn to(&self) -> &EmailAddress {
        &self.to
    }

    /// The subject, on one line.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The subject without what stands in front of it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language it is written in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The files that travel with it.
    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// Whether the letter is of no more use at `now`.
    pub fn is_stale(&self, now: Moment) -> bool {
        self.useful_until.is_some_and(|until| until <= now)
    }
}

/// Letters hold names and secret links, so what is written about one says only whom it is to, masked.
impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter").field("to", &self.to).finish_non_exhaustive()
    }
}
