use super::*;

fn head(base_url: &str, contact: Option<&str>, lang: Lang) -> Letterhead {
    let (service, sender) = ("みらい".to_owned(), "no-reply@example.jp".to_owned());
    Letterhead { service, contact: contact.map(str::to_owned), base_url: base_url.to_owned(), sender, lang }
}

#[test]
fn every_letter_begins_with_the_services_name_and_ends_with_whom_to_ask() {
    let to = EmailAddress::parse("hanako@example.jp").unwrap();
    let letter = head("https://my.example.jp", Some("03-0000-0000"), Lang::Ja).letter(&to, "予約").paragraph("本文");
    assert_eq!(letter.subject(), "【みらい】予約");
    let end = "-- \nみらい\nhttps://my.example.jp\nお問い合わせ: 03-0000-0000\n\
               このメールは自動で送信されています。返信はできません。\n";
    assert_eq!(letter.text(), format!("本文\n\n{end}"));
    let letter = head("https://my.example.jp", None, Lang::En).letter(&to, "Booked");
    assert_eq!((letter.subject(), letter.lang()), ("[みらい] Booked", Lang::En));
    assert!(!letter.text().contains("Contact"));
}

#[test]
fn the_host_has_no_port() {
    for (url, host) in [
        ("https://my.example.jp", "my.example.jp"),
        ("http://localhost:8080", "localhost"),
        ("http://127.0.0.1:8080", "127.0.0.1"),
        ("http://[::1]:8080", "[::1]"),
    ] {
        assert_eq!(head(url, None, Lang::Ja).host(), host);
    }
}
