use super::*;
use crate::lang::Lang;
use crate::mail::address::EmailAddress;
use mailparse::MailHeaderMap;

fn written() -> Moment {
    Moment::from_millis(1_775_005_200_000)
}

fn message_from(name: &str, letter: &Letter) -> Vec<u8> {
    message_written(written(), name, letter)
}

fn message_written(written: Moment, name: &str, letter: &Letter) -> Vec<u8> {
    let sender = Sender { name: name.to_owned(), address: "mypage@clinic.example".parse().unwrap() };
    message(letter, MailId::FIRST, written, &sender, letter.to().quoted().parse().unwrap())
}

fn letter(to: &str, subject: &str) -> Letter {
    Letter::new(Lang::Ja, EmailAddress::parse(to).unwrap(), subject).paragraph("本文です。")
}

#[test]
fn japanese_subjects_and_names_travel_as_ascii_and_arrive_as_written() {
    let subject = "【さくら内科】ご予約の確認（2026年4月1日(水) 10:00、内科・小児科・アレルギー科）をお願いいたします";
    let raw = message_from("さくら内科 マイページ, \"本院\" (内科)", &letter("hanako@example.jp", subject));
    assert!(raw.is_ascii());
    let mail = mailparse::parse_mail(&raw).unwrap();
    let header = |name: &str| mail.headers.get_first_value(name).unwrap();
    assert_eq!(header("Subject"), subject);
    let from = mailparse::addrparse_header(mail.headers.get_first_header("From").unwrap()).unwrap();
    let from = from.extract_single_info().unwrap();
    assert_eq!(from.display_name.unwrap(), "さくら内科 マイページ, \"本院\" (内科)");
    assert_eq!(from.addr, "mypage@clinic.example");
    assert_eq!(header("To"), "hanako@example.jp");
    assert_eq!(header("Message-ID"), "<00000000000000000000000000000000@clinic.example>");
    assert_eq!(mailparse::dateparse(&header("Date")).unwrap(), written().millis() / 1000);
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Content-Language"), "ja");
    assert_eq!(header("MIME-Version"), "1.0");
}

#[test]
fn both_parts_hold_the_letter_and_long_addresses_stay_whole() {
    let url = format!("https://my.example.jp/r/{}", "x".repeat(2_000));
    let letter = letter("hanako@example.jp", "件名").button("開く", &url);
    let raw = message_from("さくら内科", &letter);
    for line in raw.split(|byte| *byte == b'\n') {
        assert!(line.len() < 998 && (line.is_empty() || line.ends_with(b"\r")));
    }
    let mail = mailparse::parse_mail(&raw).unwrap();
    assert_eq!(mail.ctype.mimetype, "multipart/alternative");
    let [text, html] = mail.subparts.as_slice() else { panic!("two parts") };
    assert_eq!((text.ctype.mimetype.as_str(), html.ctype.mimetype.as_str()), ("text/plain", "text/html"));
    let text = text.get_body().unwrap();
    assert_eq!(text.replace("\r\n", "\n").trim_end(), letter.text().trim_end());
    assert!(text.lines().any(|line| line == url));
    assert_eq!(html.get_body().unwrap().trim_end(), letter.html());
}

#[test]
fn the_recipient_of_an_old_phone_address_is_quoted_in_the_header() {
    let raw = message_from("さくら内科", &letter("a..b.@docomo.ne.jp", "件名"));
    assert!(String::from_utf8(raw).unwrap().contains("\r\nTo: \"a..b.\"@docomo.ne.jp\r\n"));
}

#[test]
fn a_clock_far_off_still_gives_a_message_with_a_date() {
    for millis in [i64::MIN, -1, 0, i64::MAX] {
        let raw = message_written(Moment::from_millis(millis), "", &letter("hanako@example.jp", "件名"));
        assert!(mailparse::parse_mail(&raw).unwrap().headers.get_first_value("Date").is_some());
    }
}

#[test]
fn files_travel_beside_what_is_said_and_arrive_byte_for_byte() {
    let calendar = "BEGIN:VCALENDAR\r\nSUMMARY:さくら内科\r\n.\r\nEND:VCALENDAR\r\n";
    let letter = letter("hanako@example.jp", "件名")
        .attach(Attachment::new("visit.ics", "text/calendar; method=CANCEL; charset=utf-8", calendar.to_owned()))
        .attach(Attachment::new("bare.txt", "text/plain", "\r\0\n--\n\n.\n".to_owned()));
    let raw = message_from("さくら内科", &letter);
    assert!(raw.is_ascii());
    let mail = mailparse::parse_mail(&raw).unwrap();
    assert_eq!(mail.ctype.mimetype, "multipart/mixed");
    let [said, file, bare] = mail.subparts.as_slice() else { panic!("three parts") };
    assert_eq!(said.ctype.mimetype, "multipart/alternative");
    assert_eq!(said.subparts.len(), 2);
    assert_eq!(file.ctype.mimetype, "text/calendar");
    assert_eq!((file.ctype.params["method"].as_str(), file.ctype.charset.as_str()), ("CANCEL", "utf-8"));
    let disposition = file.get_content_disposition();
    assert_eq!(disposition.disposition, mailparse::DispositionType::Attachment);
    assert_eq!(disposition.params["filename"], "visit.ics");
    assert_eq!(file.get_body_raw().unwrap(), calendar.as_bytes());
    assert_eq!(bare.get_body_raw().unwrap(), b"\r\0\n--\n\n.\n");
    let headers = |part: &mailparse::ParsedMail<'_>| part.headers.len();
    assert_eq!((headers(file), headers(bare)), (3, 3), "type, encoding and disposition");
}
