//! The list of kept mails, and one mail with working links.

use super::path;
use crate::lang::{self, Words};
use crate::mail::Attachment;
use crate::mail::kept::Kept;
use crate::ui::{LinkRow, Page, empty_state, list_links, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// The list's title.
pub const TITLE: Words = Words("送信されたメール(デモ)", "Mails sent (demo)");
const EMPTY: Words = Words("メールはまだありません", "No mails yet");
const EMPTY_HOW: Words = Words(
    "デモではメールは送信されず、ここに表示されます。",
    "In the demo no mail leaves this machine; it is shown here instead.",
);
const TO: Words = Words("宛先", "To");
const WHEN: Words = Words("日時", "When");
const FILES: Words = Words("添付ファイル", "Attached files");
const BACK: Words = Words("メール一覧に戻る", "Back to the mails");

/// The newest mails first.
pub fn list(cx: &Cx, mails: &[(u64, Kept)]) -> Page {
    let row = |(number, mail): &(u64, Kept)| LinkRow {
        label: mail.letter.subject().to_owned(),
        detail: Some(format!("{} / {}", mail.letter.to().as_str(), lang::moment(cx.lang, mail.written))),
        href: path::one(*number),
    };
    let rows: Vec<LinkRow> = mails.iter().map(row).collect();
    let body = html! {
        @if rows.is_empty() { (empty_state(cx.say(EMPTY), html! { p { (cx.say(EMPTY_HOW)) } })) }
        @else { (list_links(&rows)) }
    };
    Page::new(cx.say(TITLE), body)
}

/// One mail.
pub fn show(cx: &Cx, number: u64, mail: &Kept) -> Page {
    let text = mail.letter.text();
    let file = |(place, file): (usize, &Attachment)| LinkRow {
        label: file.name().to_owned(),
        detail: Some(file.content_type().to_owned()),
        href: path::attachment(number, place + 1),
    };
    let files: Vec<LinkRow> = mail.letter.attachments().iter().enumerate().map(file).collect();
    let body = html! {
        (overview(&[
            (cx.say(TO).to_owned(), html! { (mail.letter.to().as_str()) }),
            (cx.say(WHEN).to_owned(), html! { (lang::moment(cx.lang, mail.written)) }),
        ]))
        div .mail lang=(mail.letter.lang().tag()) {
            @for line in text.lines() { (linked(cx, line)) br; }
        }
        @if !files.is_empty() { h2 { (cx.say(FILES)) } (list_links(&files)) }
    };
    Page::new(mail.letter.subject(), body).back(cx.say(BACK), path::PATH)
}

/// A line of a mail, which is a link if it holds nothing but a URL of this site.
fn linked(cx: &Cx, line: &str) -> Markup {
    let base = cx.floor.config.base_url();
    match line.trim().strip_prefix(base).filter(|path| path.starts_with('/')) {
        Some(path) => html! { a href=(path) { (line.trim()) } },
        None => html! { (line) },
    }
}
