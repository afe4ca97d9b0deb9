//! Hostile text in every field of a mail.

use super::*;
use mypage::mail::Attachment;

const HOSTILE: [&str; 14] = [
    "\r\nBcc: thief@evil.example",
    "a\r\nBcc: thief@evil.example\r\n\r\n<script>",
    "a\nBcc: thief@evil.example",
    "a\rBcc: thief@evil.example",
    "\r\n.\r\nMAIL FROM:<thief@evil.example>\r\nRCPT TO:<b@evil.example>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\n",
    "\n.\nMAIL FROM:<thief@evil.example>",
    "\r.\rMAIL FROM:<thief@evil.example>",
    ".",
    "..\r\n.a\r\n.",
    "a\0b\r\n\0",
    "=?utf-8?q?=0D=0ABcc=3A_thief=40evil.example?=",
    "\u{85}Bcc: thief@evil.example\u{2028}Cc: thief@evil.example",
    "\"><b@evil.example>, \"",
    "\u{202e}\u{200b}か\u{3099}👩‍⚕️",
];

const HEADERS: [&str; 9] = [
    "Auto-Submitted",
    "Content-Language",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
];

/// A letter with the same text in every field.
fn of(text: &str) -> Letter {
    Letter::new(Lang::En, EmailAddress::parse("hanako@example.jp").unwrap(), text)
        .paragraph(text)
        .detail(text, text)
        .button(text, text)
        .code(text)
        .footer(text)
        .attach(Attachment::new("visit.ics", "text/calendar; charset=utf-8", text.to_owned()))
}

#[tokio::test]
async fn i4_hostile_text_in_any_field_gives_one_message_with_the_expected_headers() {
    let post = Post::new(Setup::plain()).await;
    for (count, text) in HOSTILE.into_iter().enumerate() {
        let letter = of(text);
        post.add(letter.clone()).await;
        let worker = post.worker_named(text, post.settings(Security::None));
        assert_eq!(run(&worker).await, [What::Sent], "{text:?}");

        assert_eq!(post.server.inbox().recipients(), vec!["hanako@example.jp"; count + 1], "{text:?}");
        let mail = post.server.inbox().wait_for("hanako@example.jp").await;
        assert!(mail.raw.is_ascii(), "{text:?}");
        assert!(lines_end_in_crlf(&mail.raw), "{text:?}");
        let parsed = mail.parsed();
        let mut names: Vec<_> = parsed.headers.iter().map(|header| header.get_key()).collect();
        names.sort();
        assert_eq!(names, HEADERS, "{text:?}");
        assert_eq!(mail.header("To").unwrap(), "hanako@example.jp");
        assert_eq!(mail.subject(), letter.subject().replace("=?", "= ?"), "{text:?}");
        assert_eq!(mail.text().trim_end(), letter.text().trim_end(), "{text:?}");
        assert_eq!(mail.html().trim_end(), letter.html(), "{text:?}");
        let [said, file] = parsed.subparts.as_slice() else { panic!("{text:?}: {} parts", parsed.subparts.len()) };
        assert_eq!(said.subparts.len(), 2, "{text:?}");
        assert_eq!(file.get_body_raw().unwrap(), text.as_bytes(), "{text:?}");
        let from = mailparse::addrparse_header(parsed.headers.iter().find(|h| h.get_key() == "From").unwrap()).unwrap();
        assert_eq!(from.extract_single_info().unwrap().addr, "mypage@clinic.example", "{text:?}");
    }
}

#[tokio::test]
async fn i4_a_line_with_only_a_dot_arrives_as_a_line_with_only_a_dot() {
    let post = Post::new(Setup::plain()).await;
    let text = "first\n.\n..\n.hidden\nlast";
    post.add(Letter::new(Lang::En, EmailAddress::parse("a@example.jp").unwrap(), "dots").paragraph(text)).await;
    assert_eq!(run(&post.worker()).await, [What::Sent]);
    let mail = post.server.inbox().wait_for("a@example.jp").await;
    assert!(mail.text().starts_with(text), "{}", mail.text());
}

#[test]
fn i4_an_address_with_hostile_text_is_no_address() {
    for text in HOSTILE {
        for address in [format!("{text}@example.jp"), format!("a@{text}"), format!("a@example.jp{text}")] {
            if let Ok(address) = EmailAddress::parse(&address) {
                assert!(address.as_str().chars().all(|c| c.is_ascii_graphic()), "{address:?}");
                assert!(!address.as_str().contains(['<', '>', '"', ',']), "{address:?}");
            }
        }
    }
}

fn lines_end_in_crlf(raw: &[u8]) -> bool {
    let text = String::from_utf8_lossy(raw);
    !text.replace("\r\n", "").contains(['\r', '\n', '\0']) && text.split("\r\n").all(|line| line.len() <= 998)
}
