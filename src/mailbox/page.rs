//! The list of kept mails, and one mail with working links.

use super::{path, words};
use crate::lang;
use crate::mail::Attachment;
use crate::mail::kept::Kept;
use crate::ui::{LinkRow, Page, empty_state, list_links, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// The newest mails first.
pub fn list(cx: &Cx, mails: &[(u64, Kept)]) -> Page {
    let words = words::of(cx.lang);
    let row = |(number, mail): &(u64, Kept)| LinkRow {
        label: mail.letter.subject().to_owned(),
        detail: Some(format!("{} / {}", mail.letter.to().as_str(), lang::moment(cx.lang, mail.written))),
        href: path::one(*number),
    };
    let rows: Vec<LinkRow> = mails.iter().map(row).collect();
    let body = html! {
        @if rows.is_empty() { (empty_state(words.empty, html! { p { (words.empty_how) } })) }
        @else { (list_links(&rows)) }
    };
    Page::new(words.title, body)
}

/// One mail.
pub fn show(cx: &Cx, number: u64, mail: &Kept) -> Page {
    let words = words::of(cx.lang);
    let text = mail.letter.text();
    let file = |(place, file): (usize, &Attachment)| LinkRow {
        label: file.name().to_owned(),
        detail: Some(file.content_type().to_owned()),
        href: path::attachment(number, place + 1),
    };
    let files: Vec<LinkRow> = mail.letter.attachments().iter().enumerate().map(file).collect();
    let body = html! {
        (overview(&[
            (words.to.to_owned(), html! { (mail.letter.to().as_str()) }),
            (words.when.to_owned(), html! { (lang::WrittenMoment(cx.lang, mail.written)) }),
        ]))
        div .mail lang=(mail.letter.lang().tag()) {
            @for line in text.lines() { (linked(cx, line)) br; }
        }
        @if !files.is_empty() { h2 { (words.files) } (list_links(&files)) }
    };
    Page::new(mail.letter.subject(), body).back(words.back, path::PATH)
}

/// A line of a mail, which is a link if it holds nothing but a URL of this site.
fn linked(cx: &Cx, line: &str) -> Markup {
    let base = cx.floor.config.base_url();
    match line.trim().strip_prefix(base).filter(|path| path.starts_with('/')) {
        Some(path) => html! { a href=(path) { (line.trim()) } },
        None => html! { (line) },
    }
}
