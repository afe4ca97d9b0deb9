//! From the menus to 予約確定.

use crate::harness::booking::{all, as_guest, cancel_all, code, only, sakura, slot, to_confirmation, to_person};
use crate::harness::clinics::GENERAL;
use crate::harness::page::{each, said};
use crate::harness::people::HANAKO;
use crate::harness::stage::fill_in;

#[tokio::test]
async fn a_guest_books_plain_and_by_htmx() {
    let mut outcomes = Vec::new();
    for htmx in [false, true] {
        let clinic = sakura().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.get("/b/sakura").await;
        assert_eq!(page.h1(), "さくら内科クリニック Web予約");
        let page = browser.follow(&page, "初診で予約: 一般内科").await;
        assert_eq!(page.h1(), "日時を選ぶ");
        let first = slot(&page, "4月1日(水)", "11:30");
        let page = browser.submit(page.form(&first)).await;
        assert_eq!(page.h1(), "受診者の情報を入力する");
        assert!(page.text().contains("2026年(令和8年)4月1日(水) 11:30"), "{}", page.text());
        assert!(page.text().contains("10:10まで確保"), "{}", page.text());
        let form = fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO).fill("診察券番号", "００12 ");
        let page = browser.submit(form).await;
        assert_eq!(page.h1(), "予約内容の確認");
        assert_eq!(page.overview("日時").as_deref(), Some("2026年(令和8年)4月1日(水)11:30"));
        assert!(all(&clinic).is_empty(), "nothing before 予約を確定する");
        let code = code(&clinic, HANAKO).await;
        let page = browser.submit(page.form("予約を確定する").fill("確認コード", &code)).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約確定"));
        assert!(page.path().ends_with("/booked"), "{}", page.path());
        let booked = only(&clinic);
        assert!(page.role("status").unwrap().contains(&booked.number.to_string()));
        assert!(page.has_button("上記の情報でアカウント作成"));
        assert_eq!(browser.get(page.path()).await.h1(), "予約確定", "a reload");
        let letter = clinic.mail_to(HANAKO).await;
        assert!(letter.text().contains("/r/"), "{}", letter.text());
        assert_eq!((booked.slot.menu.as_str(), booked.link), (GENERAL, None));
        outcomes.push((booked.slot, booked.attendee, booked.service, booked.deadlines));
    }
    assert_eq!(outcomes[0], outcomes[1]);
    assert_eq!(outcomes[0].1.chart_number.as_deref(), Some("００12"));
}

#[tokio::test]
async fn a_signed_in_patient_finds_the_form_filled_in_and_the_clinic_registered() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = to_confirmation(&mut browser, HANAKO).await;
        assert!(!page.has_button("確認コードを送り直す"), "nothing to prove");
        let first = all(&clinic).is_empty();
        let before = "予約すると、さくら内科クリニックがマイクリニックに登録されます。";
        assert_eq!(page.text().contains(before), first, "said before it is done: {}", page.text());
        let page = browser.submit(page.form("予約を確定する")).await;
        assert_eq!(page.h1(), "予約確定");
        let after = "さくら内科クリニックをマイクリニックに登録しました。";
        assert_eq!(page.text().contains(after), first, "{}", page.text());
        assert!(!page.has_button("上記の情報でアカウント作成"));
        assert_eq!(clinic.mails_to(HANAKO).await.len(), 1);
        cancel_all(&clinic).await;
        clinic.minutes_pass(1);
    }
}

#[tokio::test]
async fn what_was_booked_is_shown_for_a_day_in_that_browser_alone_with_its_calendar_file() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = as_guest(&clinic, &mut browser, HANAKO).await;
    clinic.mail_to(HANAKO).await;
    let path = page.path().to_owned();
    let file = browser.get(&page.link("カレンダーに追加")).await;
    assert_eq!(file.header("content-type").as_deref(), Some("text/calendar; method=PUBLISH; charset=utf-8"));
    assert!(String::from_utf8_lossy(&file.body).contains("DTSTART:20260402T003000Z"));
    assert_eq!(clinic.plain().get(&path).await.code(), 404, "somebody else's browser");
    clinic.minutes_pass(24 * 60 - 1);
    assert_eq!(browser.get(&path).await.h1(), "予約確定");
    clinic.minutes_pass(1);
    assert_eq!(browser.get(&path).await.code(), 404);
}

#[tokio::test]
async fn leaving_what_is_booked_undoes_nothing() {
    let clinic = sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let person = to_person(&mut browser).await;
    let leave = person.form("予約をやめる");
    let page = browser.submit(person.form("確認へ")).await;
    browser.submit(page.form("予約を確定する")).await;
    let page = browser.submit(leave).await;
    assert_eq!(page.h1(), "予約確定", "from an old page in another window");
    assert!(only(&clinic).is_booked());
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn on_an_english_page_the_clinics_own_words_are_marked_as_japanese() {
    let clinic = sakura().await;
    let mut browser = clinic.plain().in_english();
    let page = browser.get("/b/sakura").await;
    assert_eq!((page.lang().as_str(), page.h1().as_str()), ("en", "Book at さくら内科クリニック"));
    let html = page.html();
    let marked = each(html.root_element(), "main [lang=ja]").into_iter().map(said).collect::<Vec<_>>();
    assert!(
        marked.iter().any(|text| text == "一般内科") && marked.iter().any(|text| text.contains("発熱")),
        "{marked:?}"
    );
    let page = browser.follow(&page, "Book a first visit: 一般内科").await;
    let page = browser.submit(page.form("Choose Wed 1 April, 11:30")).await;
    assert!(page.text().contains("Wed 1 April 2026 (Reiwa 8) 11:30"), "{}", page.text());
    assert!(page.has_button("Stop booking"));
}
