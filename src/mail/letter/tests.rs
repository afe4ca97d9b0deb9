use super::record::Block;
use super::*;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::EmailAddress;

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

#[test]
fn a_code_is_a_line_of_its_own_and_large() {
    let letter = letter().code("042917").paragraph("次へ");
    assert!(letter.text().contains("\n\n042917\n\n次へ"));
    let page = scraper::Html::parse_document(&letter.html());
    let paragraphs = scraper::Selector::parse("p").unwrap();
    let code = page.select(&paragraphs).find(|p| p.text().collect::<String>() == "042917").unwrap();
    assert!(code.attr("style").unwrap().contains("font-size:32px"));
}

#[test]
fn letters_that_were_stored_without_files_can_still_be_read() {
    #[derive(serde::Serialize)]
    struct Before {
        lang: Lang,
        to: EmailAddress,
        subject: &'static str,
        blocks: Vec<Block>,
    }
    let blocks = vec![Block::Paragraph("本文".to_owned())];
    let before = Before { lang: Lang::Ja, to: to(), subject: "件名", blocks };
    let bytes = rmp_serde::to_vec_named(&before).unwrap();
    let after: Letter = rmp_serde::from_slice(&bytes).unwrap();
    assert_eq!((after.subject(), after.text().as_str(), after.attachments().len()), ("件名", "本文\n", 0));
    let with = after.attach(Attachment::new("a.ics", "text/calendar", "BEGIN\r\n".to_owned()));
    let again: Letter = rmp_serde::from_slice(&rmp_serde::to_vec_named(&with).unwrap()).unwrap();
    assert!(again == with);
}

#[test]
fn another_token_takes_the_place_of_the_first_in_links_and_folded_files() {
    let (old, new) = ("AAAABBBBcccc-_12", "zzzzYYYYxxxx_-34");
    let file = format!("URL:https://my.example/r/{}\r\n {}\r\nX:AAAABBBB\r\n", &old[..7], &old[7..]);
    let letter = Letter::new(Lang::Ja, EmailAddress::parse("a@example.jp").unwrap(), "件名")
        .paragraph("本文 AAAA")
        .button("開く", format!("https://my.example/r/{old}"))
        .attach(Attachment::new("visit.ics", "text/calendar", file));
    assert_eq!(letter.with_token(old, new).text(), letter.text(), "it does not say what its token is");
    let other = "OTHERtoken-_1234";
    let letter = letter.button("開く", format!("https://my.example/r/{other}")).holding("2", other);
    let letter = letter.holding("1", old).with_token(old, new);
    assert!(letter.text().contains(&format!("https://my.example/r/{new}")) && !letter.text().contains(old));
    let expected = format!("URL:https://my.example/r/{}\r\n {}\r\nX:AAAABBBB\r\n", &new[..7], &new[7..]);
    assert_eq!(letter.attachments()[0].text(), expected);
    let held: Vec<_> = letter.held().iter().map(|held| (held.about.as_str(), held.token.as_str())).collect();
    assert_eq!(held, [("2", other), ("1", new)], "so that it can be done again");
    assert!(letter.text().contains(&format!("https://my.example/r/{other}")), "each token is made anew by itself");
    assert!(letter.bare().held().is_empty());
}
