//! Terms of use and privacy policy: versioned documents, built in or given by the operator as Markdown files.
//!
//! The version of a document is given by its first line (`version: 2026-11-22`). Without that line it is a hash of the
//! text, so that patients are asked again even if the operator did not think of it.

use crate::config::Config;
use crate::lang::{Lang, Words};
use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use sha2::{Digest, Sha256};

#[cfg(test)]
mod tests;

/// Whom to ask where the operator names nobody.
const NOBODY: Words = Words("ご利用のクリニックの窓口", "the reception of your clinic");

/// The documents that patients agree to.
#[derive(Clone, Debug)]
pub struct Documents {
    /// 利用規約.
    pub terms: Document,
    /// プライバシーポリシー.
    pub privacy: Document,
}

/// One document in the languages it has.
#[derive(Clone, Debug)]
pub struct Document {
    /// The version line, or a hash that changes with the text.
    pub version: String,
    ja: String,
    en: String,
}

impl Documents {
    /// The operator's documents, or the built-in ones.
    pub fn of(config: &Config) -> Self {
        let service = &config.service;
        let build = |own: &Option<String>, ja: &str, en: &str| match own {
            Some(text) => Document::new(text, text),
            None => {
                let fill = |text: &str, lang: Lang| {
                    let contact = service.contact.as_deref().unwrap_or(lang.of(NOBODY));
                    text.replace("{service}", &service.name).replace("{contact}", contact)
                };
                let version = version(ja);
                Document { version, ..Document::new(&fill(ja, Lang::Ja), &fill(en, Lang::En)) }
            }
        };
        Self {
            terms: build(&service.terms, include_str!("text/terms.ja.md"), include_str!("text/terms.en.md")),
            privacy: build(&service.privacy, include_str!("text/privacy.ja.md"), include_str!("text/privacy.en.md")),
        }
    }
}

impl Document {
    fn new(ja: &str, en: &str) -> Self {
        Self { version: version(ja), ja: html(ja), en: html(en) }
    }

    /// The text as HTML, headings from the second level on.
    pub fn html(&self, lang: Lang) -> Markup {
        let html = match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        };
        PreEscaped(html.clone())
    }
}

/// The value of the version line, or a hash of the whole text.
fn version(text: &str) -> String {
    match split(text) {
        (Some(version), _) => version.to_owned(),
        (None, body) => Sha256::digest(body.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect(),
    }
}

/// The version line, if there is one, and the rest of the text.
fn split(text: &str) -> (Option<&str>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim().strip_prefix("version:").map(str::trim) {
        Some(version) if !version.is_empty() => (Some(version), rest),
        _ => (None, text),
    }
}

fn html(text: &str) -> String {
    markdown(split(text).1).into_string()
}

/// Markdown (CommonMark) to HTML, headings from the second level on. Raw HTML is shown as text, and an image as its
/// alternative text.
pub fn markdown(text: &str) -> Markup {
    let events = Parser::new_ext(text, Options::empty()).map(|event| match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H1, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, id, classes, attrs })
        }
        Event::End(TagEnd::Heading(HeadingLevel::H1)) => Event::End(TagEnd::Heading(HeadingLevel::H2)),
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if !is_safe(&dest_url) => {
            Event::Start(Tag::Link { link_type, dest_url: CowStr::Borrowed("#"), title, id })
        }
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        other => other,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    PreEscaped(html)
}

/// Whether a link leads to a page, a mail address or a phone number, and not to a script.
fn is_safe(target: &str) -> bool {
    let scheme = target.split([':', '/', '?', '#']).next().filter(|scheme| target[scheme.len()..].starts_with(':'));
    scheme.is_none_or(|scheme| ["http", "https", "mailto", "tel"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe)))
}
