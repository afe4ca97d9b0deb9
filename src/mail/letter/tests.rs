use super::*;

fn to() -> EmailAddress {
    EmailAddress::parse("hanako@example.jp").unwrap()
}

fn letter() -> Letter {
    Letter::new(Lang::Ja, to(), "予約を受け付けました")
        .paragraph("山田 花子 様\n\n予約を受け付けました。")
        .detail("診療所", "さくら内科")
        .detail("日時", "2026年4月1日(水) 10:00")
        .button("予約を確認する", "https://my.example.jp/r/0123456789")
        .footer("さくら内科")
}

#[test]
fn the_text_holds_every_block_in_order_and_the_address_on_its_own_line() {
    let text = letter().text();
    assert_eq!(
        text,
        "山田 花子 様\n\n予約を受け付けました。\n\n診療所: さくら内科\n日時: 2026年4月1日(水) 10:00\n\n\
         予約を確認する\nhttps://my.example.jp/r/0123456789\n\n-- \nさくら内科\n"
    );
}

#[test]
fn the_html_escapes_what_it_shows_and_loads_nothing() {
    let html = letter()
        .paragraph("<img src=x onerror=alert(1)>")
        .detail("<b>", "\"&'")
        .button("<i>", "https://my.example.jp/?a=\"><script>")
        .html();
    let page = scraper::Html::parse_document(&html);
    let count = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).count();
    assert_eq!(count("img, script, i, b, link, style, iframe"), 0);
    assert_eq!(count("table"), 2, "each run of details is one table");
    assert_eq!(count("html[lang=ja]"), 1);
    assert!(page.root_element().text().any(|text| text == "<img src=x onerror=alert(1)>"));
}

#[test]
fn control_characters_never_enter_a_letter() {
    let letter = Letter::new(Lang::En, to(), "a\r\nBcc: b@example.jp\0c\u{85}d")
        .paragraph("one\r\ntwo\rthree\0four\u{1b}[0m")
        .button("x\r\ny", "https://a.example/\r\nz");
    assert_eq!(letter.subject(), "a Bcc: b@example.jp c d");
    assert_eq!(letter.text(), "one\ntwo\nthree four [0m\n\nx y\nhttps://a.example/ z\n");
}

#[test]
fn a_letter_is_stale_from_the_moment_it_names() {
    let until = Moment::from_millis(1_000);
    let letter = letter().useful_until(until);
    assert!(!letter.is_stale(Moment::from_millis(999)));
    assert!(letter.is_stale(until));
    assert!(!self::letter().is_stale(Moment::from_millis(i64::MAX)));
}
