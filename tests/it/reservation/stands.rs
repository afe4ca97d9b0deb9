//! What was booked in a browser stands, whatever became of the browser's account since, and nothing there invites a second
//! booking; and one browser books for a whole family.

use crate::harness::booked::stored;
use crate::harness::booking::{all, as_guest, as_patient, choose, code, only, sakura, to_confirmation, to_person};
use crate::harness::browser::Browser;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{NEW_PASSWORD, ask_for_link, fill_in};

const BOOK: &str = "予約を確定する";

/// From 予約確定 of a guest to the dashboard of the account made from it.
async fn make_account(browser: &mut Browser, booked: &Page) -> Page {
    let page = browser.submit(booked.form("上記の情報でアカウント作成")).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await
}

#[tokio::test]
async fn the_page_of_a_booking_is_there_after_an_account_was_made_from_it() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let booked = as_guest(&clinic, &mut browser, HANAKO).await;
    assert_eq!(make_account(&mut browser, &booked).await.path(), "/dashboard");
    let again = browser.get(booked.path()).await;
    assert_eq!((again.code(), again.h1().as_str()), (200, "予約確定"));
    assert!(!again.has_button("上記の情報でアカウント作成"));
}

#[tokio::test]
async fn a_booking_that_was_parted_from_its_account_is_said_to_be_booked_and_how_to_reach_it() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let booked = as_guest(&clinic, &mut browser, HANAKO).await;
    make_account(&mut browser, &booked).await;
    let page = browser.get("/clinics/sakura/removal").await;
    browser.submit(page.form("解除する")).await;
    let again = browser.get(booked.path()).await;
    assert_eq!((again.code(), again.h1().as_str()), (200, "予約は完了しています"));
    assert!(again.has_link("ダッシュボードを開く") && !again.has_link("診療メニューを見る"), "{:?}", again.links());
    assert!(!again.text().contains("山田"), "nothing of it is shown: {}", again.text());
}

#[tokio::test]
async fn another_booking_of_the_browser_is_shown_after_an_account_was_made_from_one() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let first = as_guest(&clinic, &mut browser, HANAKO).await;
    let page = to_confirmation_at(&mut browser, "10:00", "花").await;
    let second = browser.submit(page.form(BOOK)).await;
    assert_eq!(second.h1(), "予約確定");
    make_account(&mut browser, &first).await;
    assert_eq!(browser.get(second.path()).await.h1(), "予約確定");
}

#[tokio::test]
async fn what_a_guest_booked_comes_under_the_account_of_its_address_after_signing_in_there() {
    for (email, ours) in [(HANAKO, true), (people::TARO, false)] {
        let clinic = sakura().await;
        clinic.ignore_mail();
        people::register(&clinic.floor, email).await;
        let mut browser = clinic.plain();
        let booked = as_guest(&clinic, &mut browser, HANAKO).await;
        let id = only(&clinic).id;
        browser.sign_in(email, people::password(email)).await;
        assert_eq!(stored(&clinic, id).link.is_some(), ours, "{email}");
        let page = browser.get("/dashboard").await;
        assert_eq!(page.text().contains("9:30"), ours, "{}", page.text());
        assert_eq!(browser.get(booked.path()).await.h1(), "予約確定");
    }
}

#[tokio::test]
async fn who_knows_the_token_of_a_browser_gets_nothing_of_what_a_guest_proves_there() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    let mut knows = browser.clone();
    let form = page.form(BOOK).fill("確認コード", &code(&clinic, HANAKO).await);
    let booked = browser.submit(form.clone()).await;
    assert_eq!(booked.h1(), "予約確定");
    // A form that is sent twice, before the first answer has come, is told that it is booked.
    for page in [knows.submit(form).await, knows.get(booked.path()).await] {
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約は完了しています"));
        assert!(!page.text().contains("山田") && !page.has_button("上記の情報でアカウント作成"), "{}", page.text());
    }
    let page = to_confirmation_at(&mut knows, "10:00", "花").await;
    assert!(page.text().contains("確認コード"), "{}", page.text());
    assert_eq!(make_account(&mut browser, &booked).await.path(), "/dashboard");
}

/// 確認 of somebody of Hanako's household at another time of the same day.
pub async fn to_confirmation_at(browser: &mut Browser, time: &str, given: &str) -> Page {
    let calendar = crate::harness::booking::calendar(crate::harness::clinics::GENERAL, "first");
    let page = browser.get(&format!("{calendar}&day=2026-04-02")).await;
    let page = choose(browser, &page, "4月2日(木)", time).await;
    browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("名", given).fill("メールアドレス", HANAKO)).await
}

#[tokio::test]
async fn how_to_be_reached_is_typed_once_for_a_family_that_asks_for_it_and_shown_to_nobody_else() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let booked = as_guest(&clinic, &mut browser, HANAKO).await;
    let calendar = crate::harness::booking::calendar(crate::harness::clinics::GENERAL, "first");
    let begin = async |browser: &mut Browser| {
        let page = browser.get(&format!("{calendar}&day=2026-04-02")).await;
        let page = choose(browser, &page, "4月2日(木)", "10:00").await;
        let form = page.form("確認へ");
        let shown = ["family_name", "birth_date", "phone", "city", "email"].map(|name| form.value(name));
        browser.submit(page.form("予約をやめる")).await;
        (shown, page.text().contains("先ほどのご予約の"))
    };
    let nothing = (["", "", "", "", ""].map(str::to_owned), false);
    assert_eq!(begin(&mut browser).await, nothing, "who comes next to a shared device has not asked for it");
    let menus = browser.submit(booked.form("別の予約をする")).await;
    assert_eq!(menus.path(), "/b/sakura");
    let known = (["", "", "03-1234-5678", "千代田区", HANAKO].map(str::to_owned), true);
    assert_eq!(begin(&mut browser).await, known);
    assert_eq!(begin(&mut clinic.plain()).await, nothing, "another browser");
    clinic.minutes_pass(11);
    assert_eq!(begin(&mut browser).await, nothing, "the device may be somebody else's by now");
    clinic.minutes_pass(20);
    let page = browser.get(booked.path()).await;
    assert!(!page.has_button("別の予約をする") && page.has_link("別の予約をする"));
}

#[tokio::test]
async fn a_sign_up_under_way_goes_along_when_a_guest_proves_an_address() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/sign-up", "mika@example.jp").await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.path(), "/sign-up/person");
    let mut knows = browser.clone();
    assert_eq!(as_guest(&clinic, &mut browser, HANAKO).await.h1(), "予約確定");
    assert_eq!(browser.get("/sign-up/person").await.path(), "/sign-up/person");
    assert_eq!(knows.get("/sign-up/person").await.path(), "/sign-up", "it has left the old token");
}

#[tokio::test]
async fn after_half_an_hour_nobody_makes_an_account_out_of_what_a_guest_has_booked() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let booked = as_guest(&clinic, &mut browser, HANAKO).await;
    let form = booked.form("上記の情報でアカウント作成");
    clinic.minutes_pass(31);
    let page = browser.submit(form).await;
    assert_eq!((page.path(), page.h1().as_str()), (booked.path(), "予約確定"));
    assert!(!page.text().contains(HANAKO) && !page.text().contains("山田"), "{}", page.text());
}

#[tokio::test]
async fn what_was_typed_for_a_menu_of_another_age_goes_along_to_the_next_menu() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let calendar = crate::harness::booking::calendar(crate::harness::clinics::VACCINE, "first");
    let page = browser.get(&format!("{calendar}&day=2026-04-02")).await;
    let page = choose(&mut browser, &page, "4月2日(木)", "9:00").await;
    assert!(page.text().contains("対象年齢: 生後2か月から15歳まで"), "before anything is typed: {}", page.text());
    let page = browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO)).await;
    assert_eq!(page.code(), 422);
    let mut knows = browser.clone();
    assert_eq!(to_person(&mut knows).await.form("確認へ").value("email"), "", "nobody has asked for it");
    let menus = browser.submit(page.form("ほかの診療メニューを見る")).await;
    assert_eq!(menus.path(), "/b/sakura");
    let page = to_person(&mut browser).await;
    let form = page.form("確認へ");
    let typed = ["family_name", "birth_date", "email"].map(|name| form.value(name));
    assert_eq!((typed[0].as_str(), typed[2].as_str()), ("山田", HANAKO), "{}", page.text());
    assert!(page.text().contains("手続きの途中の予約に入力した内容"), "{}", page.text());
}

#[tokio::test]
async fn the_same_person_does_not_get_the_same_time_of_a_menu_twice_and_is_told_that_it_is_booked() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    as_guest(&clinic, &mut browser, HANAKO).await;
    let page = to_confirmation(&mut browser, HANAKO).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "すでにご予約があります"));
    let told = page.role("alert").unwrap();
    assert!(told.contains("山田 花子 様") && told.contains("この時間は、同じ方がすでに予約しています。"), "{told}");
    assert!(page.links().iter().any(|(text, _)| text.contains("9:30")), "it can be opened: {:?}", page.links());
    let calendar = browser.follow(&page, "別の日時を選ぶ").await;
    assert_eq!(calendar.h1(), "日時を選ぶ");
    let calendar = browser.get(&format!("{}?day=2026-04-02", calendar.path())).await;
    let page = choose(&mut browser, &calendar, "4月2日(木)", "10:00").await;
    assert_eq!(browser.submit(page.form(BOOK)).await.h1(), "予約確定", "another time is theirs to have");
    // Somebody else has the same time, and so has the person at another address.
    let page = to_person(&mut clinic.plain()).await;
    assert_eq!(page.code(), 200);
    assert_eq!(all(&clinic).len(), 2);
}

#[tokio::test]
async fn what_is_done_with_a_visit_is_told_in_the_log_by_its_number_and_not_by_whose_it_is() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    as_guest(&clinic, &mut clinic.plain(), HANAKO).await;
    let mut patient = clinic.signed_in(people::TARO).await;
    as_patient(&mut patient, people::TARO).await;
    let lines = clinic.floor.log.lines();
    let events: Vec<&String> = lines.iter().filter(|line| line.contains("event=booked")).collect();
    assert_eq!(events.len(), 2, "{lines:?}");
    let numbers: Vec<String> = all(&clinic).iter().map(|of| of.number.to_string()).collect();
    let told = |line: &str| numbers.iter().any(|number| line.contains(&format!("reservation={number}")));
    assert!(events.iter().all(|line| told(line) && line.contains("clinic=sakura")), "{events:?}");
    assert!(events[0].contains("by=guest") && !events[0].contains("who="), "{}", events[0]);
    let taro = people::find(&clinic.floor, people::TARO).unwrap();
    assert!(
        events[1].contains("by=patient") && events[1].contains(&format!("who={}", taro.customer_id)),
        "{}",
        events[1]
    );
    for secret in ["山田", "花子", HANAKO, people::TARO, "5678"] {
        assert!(!lines.iter().any(|line| line.contains(secret)), "{secret}");
    }
}

#[tokio::test]
async fn b9_a_family_of_eight_proves_its_address_once() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    as_guest(&clinic, &mut browser, HANAKO).await;
    clinic.mail_to(HANAKO).await;
    let times = ["10:00", "10:30", "11:00", "11:30", "14:00", "14:30", "15:00"];
    for (time, given) in times.into_iter().zip(["一花", "二花", "三花", "四花", "五花", "六花", "七花"]) {
        let page = to_confirmation_at(&mut browser, time, given).await;
        assert_eq!(page.h1(), "予約内容の確認", "{time}");
        assert!(!page.text().contains("確認コード"), "{time}: {}", page.text());
        assert_eq!(browser.submit(page.form(BOOK)).await.h1(), "予約確定", "{time}");
        clinic.mail_to(HANAKO).await;
    }
    assert_eq!(all(&clinic).len(), 8);
    // Another browser has proved nothing, and this one not for ever.
    clinic.minutes_pass(61);
    for mut browser in [clinic.plain(), browser] {
        let page = to_confirmation_at(&mut browser, "16:00", "八花").await;
        assert!(page.text().contains("確認コード"), "{}", page.text());
        browser.submit(page.form("予約をやめる")).await;
        clinic.mail_to(HANAKO).await;
    }
}
