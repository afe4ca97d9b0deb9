//! Turns a letter into the bytes of a message: headers, a text part, an HTML part and the files, all in ASCII with CRLF.
//!
//! The headers are set one by one on the multipart body, because the library's own builder parses them back and refuses
//! the addresses that Japanese phone companies once gave out.

#[cfg(test)]
mod tests;

use crate::clock::Moment;
use crate::mail::letter::{Attachment, Letter, one_line};
use crate::mail::outbox::MailId;
use crate::mail::route::Sender;
use lettre::Address;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, Date, From, HeaderName, HeaderValue, MIME_VERSION_1_0,
    MessageId, Subject, To,
};
use lettre::message::{Body, Mailbox, Mailboxes, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// The last second that a mail's date can say: the end of the year 9999.
const LAST_SECOND: u64 = 253_402_300_799;

/// The message as it is handed to the server, before SMTP's own dot-stuffing.
///
/// Its `Message-ID` is made of `id` and so the same at every attempt; its date says when it was `written`, however late it
/// leaves.
pub(super) fn message(letter: &Letter, id: MailId, written: Moment, sender: &Sender, to: Address) -> Vec<u8> {
    let name = Some(spelled_out(&one_line(&sender.name))).filter(|name| !name.is_empty());
    let from = Mailbox::new(name, sender.address.clone());
    let mut parts = parts(letter);
    let headers = parts.headers_mut();
    headers.set(MIME_VERSION_1_0);
    headers.set(Date::new(date(written)));
    headers.set(MessageId::from(format!("<{id}@{}>", sender.address.domain())));
    headers.set(From::from(Mailboxes::from(from)));
    headers.set(To::from(Mailboxes::from(Mailbox::new(None, to))));
    headers.set(Subject::from(spelled_out(letter.subject())));
    // Keeps holiday replies and other machines from answering (RFC 3834).
    headers.insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()));
    let language = letter.lang().tag().to_owned();
    headers.insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str("Content-Language"), language));
    parts.formatted()
}

/// What is said, as text and as HTML; with files, both of it is the first of several parts.
fn parts(letter: &Letter) -> MultiPart {
    let said = MultiPart::alternative()
        .singlepart(SinglePart::plain(letter.text()))
        .singlepart(SinglePart::html(letter.html()));
    if letter.attachments().is_empty() {
        return said;
    }
    letter.attachments().iter().map(file).fold(MultiPart::mixed().multipart(said), MultiPart::singlepart)
}

/// A file in base64, so that every byte of it arrives, line ends included.
fn file(attachment: &Attachment) -> SinglePart {
    let content_type = ContentType::parse(attachment.content_type()).unwrap_or(ContentType::TEXT_PLAIN);
    let bytes = attachment.text().as_bytes().to_vec();
    let body = Body::new_with_encoding(bytes, ContentTransferEncoding::Base64).unwrap_or_else(Body::new);
    SinglePart::builder().header(ContentDisposition::attachment(attachment.name())).header(content_type).body(body)
}

/// Text that looks like an encoded word must not be decoded as one: what it stands for was never looked at.
fn spelled_out(text: &str) -> String {
    text.replace("=?", "= ?")
}

/// A moment as a mail's date can say it: a clock gone wrong must not stop the mail.
fn date(moment: Moment) -> SystemTime {
    let seconds = u64::try_from(moment.millis() / 1000).unwrap_or(0).min(LAST_SECOND);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}
