//! Booking for the family: who comes is asked on purpose.

use super::{child, family, members};
use crate::harness::booking::{all, calendar, choose, only, sakura, to_person};
use crate::harness::browser::Browser;
use crate::harness::clinics::{GENERAL, VACCINE};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::fill_in;
use mypage::person::PersonId;

const DAY: &str = "4月2日(木)";

/// Books 一般内科 on 2 April for a member of the family.
pub async fn book_for(browser: &mut Browser, who: PersonId, start: &str, number: &str) {
    let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    let page = choose(browser, &page, DAY, start).await;
    let form = page.form("確認へ").forge("who", &who.text()).fill("診察券番号", number);
    let page = browser.submit(form).await;
    let page = browser.submit(page.form("予約を確定する")).await;
    assert_eq!(page.h1(), "予約確定");
}

#[tokio::test]
async fn who_comes_is_asked_and_nobody_is_chosen_beforehand_plain_and_by_htmx() {
    let mut outcomes = Vec::new();
    for htmx in [false, true] {
        let clinic = sakura().await;
        let (_, [sakura, _]) = family(&clinic).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, TARO).await;
        let page = to_person(&mut browser).await;
        assert_eq!(page.h1(), "受診する人を選ぶ");
        let form = page.form("確認へ");
        assert_eq!(form.value("who"), "", "nobody");
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who".to_owned()]));
        assert!(page.text().contains("受診する人を選んでください"), "{}", page.text());
        let form = page.form("確認へ").choose("鈴木 さくら(4歳)").fill("診察券番号", "００12 ");
        let page = browser.submit(form).await;
        assert_eq!(page.h1(), "予約内容の確認");
        assert!(page.text().contains("鈴木 さくら"), "{}", page.text());
        assert_eq!(page.overview("診察券番号").as_deref(), Some("００12"));
        assert!(page.has_button("鈴木 さくら(4歳)さんの予約を確定する"), "{}", page.text());
        let page = browser.submit(page.form("予約を確定する")).await;
        assert_eq!(page.h1(), "予約確定");
        let booked = only(&clinic);
        assert_eq!(booked.attendee.person_id, Some(sakura));
        assert_eq!(booked.attendee.address.as_ref().unwrap().as_str(), TARO, "mails go to the account");
        assert!(browser.get("/dashboard").await.text().contains("鈴木 さくら(4歳)"));
        outcomes.push((booked.slot, booked.attendee.person, booked.attendee.chart_number));
        clinic.ignore_mail();
    }
    assert_eq!(outcomes[0], outcomes[1]);
}

#[tokio::test]
async fn the_only_person_is_chosen_and_the_number_of_the_last_booking_is_known() {
    let clinic = sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let own = people::own(&clinic.floor, people::find(&clinic.floor, HANAKO).unwrap().id).id;
    let page = to_person(&mut browser).await;
    assert_eq!(page.form("確認へ").value("who"), own.text());
    book_for(&mut browser, own, "10:30", "0042").await;
    let page = to_person(&mut browser).await;
    assert_eq!(page.form("確認へ").value("chart_number"), "0042");
    let page = browser.submit(page.form("確認へ").fill("診察券番号", "")).await;
    assert_eq!(page.overview("診察券番号").as_deref(), Some("0042"), "an empty field means the known one");
    clinic.ignore_mail();
}

#[tokio::test]
async fn a2_nobody_elses_person_can_be_chosen() {
    let clinic = sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = to_person(&mut browser).await;
    let page = browser.submit(page.form("確認へ").forge("who", &sakura.text())).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who".to_owned()]));
    assert!(!page.text().contains("さくら("), "{}", page.text());
    let page = browser.get(&format!("{}&for={}", calendar(GENERAL, "first"), sakura.text())).await;
    assert!(page.code() == 200 && !page.text().contains("鈴木"), "{}", page.text());
    assert!(all(&clinic).is_empty());
}

#[tokio::test]
async fn somebody_new_is_added_on_the_way_and_booked_for() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let account = people::register(&clinic.floor, TARO).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, TARO).await;
        let page = to_person(&mut browser).await;
        let page = browser.follow(&page, "ご家族を追加して予約する").await;
        let draft = child("さくら", "サクラ", "2021-06-10");
        let form = page.form("追加して確認へ").fill("姓", "鈴木").fill("名", &draft.given_name);
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.form("追加して確認へ").value("given_name").as_str()), (422, "さくら"));
        let form = page.form("追加して確認へ").choose("お子さま").choose("女性").fill("セイ", "スズキ");
        let form = form.fill("メイ", "サクラ").fill("生年月日", &draft.birth_date);
        let page = browser.submit(form.clone()).await;
        assert_eq!(page.h1(), "予約内容の確認");
        assert!(page.text().contains("鈴木 さくら"), "{}", page.text());
        browser.submit(form).await;
        assert_eq!(members(&clinic, &account).len(), 2, "sent twice, added once");
        browser.submit(page.form("予約を確定する")).await;
        assert_eq!(only(&clinic).attendee.person_id, Some(members(&clinic, &account)[1].id));
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn what_a_guest_has_typed_for_a_child_becomes_the_familys_after_signing_in() {
    let clinic = sakura().await;
    let account = people::register(&clinic.floor, TARO).await;
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    let form = fill_in(page.form("ログインして予約する"), HANAKO);
    let page = browser.submit(form).await;
    let form = page.form("ログイン").fill("メールアドレス", TARO).fill("パスワード", people::password(TARO));
    let page = browser.submit(form).await;
    assert_eq!((page.h1().as_str(), page.form("確認へ").value("who").as_str()), ("受診する人を選ぶ", ""));
    assert!(page.text().contains("ログイン前に入力した内容は残っています"), "{}", page.text());
    let page = browser.follow(&page, "入力した方を追加して予約する").await;
    let form = page.form("追加して確認へ");
    assert_eq!((form.value("given_name"), form.value("phone")), ("花子".to_owned(), "03-1234-5678".to_owned()));
    let page = browser.submit(form.choose("親").forge("consent", "on")).await;
    assert_eq!(page.h1(), "予約内容の確認");
    assert_eq!(members(&clinic, &account)[1].person.name.full(), "山田 花子");
    clinic.ignore_mail();
}

#[tokio::test]
async fn who_comes_can_be_said_first_and_menus_and_calendar_go_by_it() {
    let clinic = sakura().await;
    let (account, [sakura, yuma]) = family(&clinic).await;
    let own = people::own(&clinic.floor, account.id).id;
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get("/b/sakura").await;
    assert!(page.text().contains("どなたの予約ですか"), "{}", page.text());
    let not_for = |name: &str| format!("{name}さんは、この診療メニューの対象年齢ではありません");
    let page = browser.follow(&page, "鈴木 太郎(38歳)").await;
    assert!(page.text().contains(&not_for("鈴木 太郎(38歳)")), "{}", page.text());
    let page = browser.follow(&page, "鈴木 さくら(4歳)").await;
    assert!(!page.text().contains(&not_for("鈴木 さくら(4歳)")), "{}", page.text());
    let page = browser.follow(&page, "初診で予約: 一般内科").await;
    assert!(page.text().contains("受診する人: 鈴木 さくら(4歳)"), "{}", page.text());
    let page = browser.get(&format!("{}&day=2026-04-02&for={}", calendar(GENERAL, "first"), sakura.text())).await;
    let confirmation = choose(&mut browser, &page, DAY, "9:30").await;
    assert_eq!(confirmation.h1(), "予約内容の確認", "nobody is asked twice");
    assert!(confirmation.text().contains("鈴木 さくら"), "{}", confirmation.text());
    // The brother's is a booking of its own beside it.
    let page = browser.get(&format!("{}&day=2026-04-02&for={}", calendar(GENERAL, "first"), yuma.text())).await;
    let second = choose(&mut browser, &page, DAY, "10:00").await;
    for page in [confirmation, second] {
        assert_eq!(browser.submit(page.form("予約を確定する")).await.h1(), "予約確定");
    }
    let mut booked: Vec<_> = all(&clinic).into_iter().map(|one| one.attendee.person_id).collect();
    booked.sort();
    let mut expected = vec![Some(sakura), Some(yuma)];
    expected.sort();
    assert_eq!(booked, expected);
    let nothing = "現在、予約できる空きがありません";
    for (who, closed) in [(own, true), (sakura, false)] {
        let page = browser.get(&format!("{}&for={}", calendar(VACCINE, "first"), who.text())).await;
        assert_eq!(page.text().contains(nothing), closed, "{}", page.text());
    }
    let page = browser.get(&calendar(VACCINE, "first")).await;
    let free = page.forms().iter().flat_map(|form| form.buttons()).find(|text| text.contains("を選ぶ")).unwrap();
    let page = browser.submit(page.form(&free)).await;
    assert!(
        page.text().contains("この診療メニューの対象ではありません(対象年齢: 生後2か月から15歳"),
        "{}",
        page.text()
    );
    let page = browser.submit(page.form("確認へ").forge("who", &own.text())).await;
    assert_eq!(
        (page.code(), page.wrong_fields()),
        (422, vec!["who".to_owned()]),
        "though the page let nobody press it"
    );
    clinic.ignore_mail();
}
