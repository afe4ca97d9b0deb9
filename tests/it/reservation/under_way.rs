//! A booking under way: whose it is, coming back to it, and what is typed on the way.

use super::hold::chairs;
use crate::harness::booking::{all, calendar, choose, day, sakura, slot, to_person};
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, CHECK_UP, GENERAL};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::fill_in;
use mypage::clinic::{Clinic as Model, ClinicId};

const DAY: &str = "4月2日(木)";

#[tokio::test]
async fn a2_somebody_elses_booking_is_not_found_and_stays_as_it_is() {
    let clinic = sakura().await;
    let kaede = Model { id: ClinicId::parse("kaede").unwrap(), ..clinics::sakura() };
    clinics::open(&clinic.floor, kaede, clinics::menus()).await;
    let mut owner = clinic.plain();
    let page = to_person(&mut owner).await;
    let booking = page.path().to_owned();
    let elsewhere = booking.replace("/b/sakura", "/b/kaede");
    let before = rows::all(&clinic.floor.store);
    let strangers = [clinic.plain(), clinic.signed_in(TARO).await];
    let paths = ["", "/slots", "/confirmation", "/booked", "/calendar.ics", "/code", "/release"];
    let mut made: Vec<(Browser, String)> = Vec::new();
    for stranger in strangers {
        made.extend(paths.iter().map(|path| (stranger.clone(), format!("{booking}{path}"))));
    }
    made.extend(paths.iter().map(|path| (owner.clone(), format!("{elsewhere}{path}"))));
    made.push((owner.clone(), format!("{booking}x")));
    let after_sign_in = rows::all(&clinic.floor.store);
    for (mut browser, path) in made {
        browser.following = false;
        let proof = browser.get("/terms").await.form("日本語").value("_csrf");
        let fields = [("_csrf".to_owned(), proof), ("slot".to_owned(), "2026-04-02T10:00".to_owned())];
        let posted = browser.send(Ask::posting(&path, &fields)).await.code();
        assert!(matches!(posted, 404 | 405), "POST {path}: {posted}");
        let shown = browser.get(&path).await.code();
        assert!(matches!(shown, 404 | 405), "GET {path}: {shown}");
    }
    assert_eq!(rows::differences(&after_sign_in, &rows::all(&clinic.floor.store)), Vec::<String>::new());
    assert!(before.len() <= after_sign_in.len());
    assert_eq!(owner.get(&booking).await.h1(), "受診者の情報を入力する");
}

#[tokio::test]
async fn a2_a_booking_that_was_left_and_somebody_elses_say_the_same_and_lead_to_the_menus() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        let page = to_person(&mut browser).await;
        let left = page.path().to_owned();
        browser.submit(page.form("予約をやめる")).await;
        let foreign = to_person(&mut clinic.plain()).await.path().to_owned();
        let never = "/b/sakura/bookings/AAAAAAAAAAAAAAAAAAAAAA".to_owned();
        for path in [left, foreign, never] {
            for end in ["", "/slots", "/confirmation", "/booked", "/calendar.ics"] {
                let page = browser.get(&format!("{path}{end}")).await;
                assert_eq!((page.code(), page.h1().as_str()), (404, "この手続きの画面は終了しています"), "{path}{end}");
                assert_eq!(page.link("診療メニューを見る"), "/b/sakura");
                assert_eq!(
                    page.link("ログインしてダッシュボードを開く"),
                    "/dashboard",
                    "what may have been booked stands"
                );
            }
        }
        let page = browser.get("/b/nowhere/bookings/AAAAAAAAAAAAAAAAAAAAAA").await;
        assert_eq!((page.code(), page.has_link("診療メニューを見る")), (404, false));
        clinic.minutes_pass(10);
    }
}

#[tokio::test]
async fn another_time_within_a_booking_keeps_what_was_typed() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        let page = to_person(&mut browser).await;
        let form = page.form("別の日時を選ぶ").fill("姓", "髙橋").fill("電話番号", "まだ");
        let page = browser.submit(form).await;
        assert!(page.path().ends_with("/slots"), "{}", page.path());
        assert_eq!(page.link("受診者の情報に戻る"), page.path().trim_end_matches("/slots"));
        let other = day(&page, "4月3日(金)").expect("a free day");
        let page = browser.get(&other).await;
        let page = choose(&mut browser, &page, "4月3日(金)", "9:00").await;
        assert_eq!(page.h1(), "受診者の情報を入力する");
        assert!(page.text().contains("4月3日(金) 9:00"), "{}", page.text());
        let form = page.form("確認へ");
        assert_eq!((form.value("family_name").as_str(), form.value("phone").as_str()), ("髙橋", "まだ"));
        let page = clinic.plain().get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
        assert!(slot(&page, DAY, "9:30").ends_with("残り2"), "the slot before is given back");
    }
}

#[tokio::test]
async fn the_menus_calendar_leads_back_to_what_was_typed_and_to_nobody_elses() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        let page = to_person(&mut browser).await;
        assert!(!chairs(&mut browser).await.has_link("続ける"), "choosing again goes on with it by itself");
        let confirmation = browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO)).await;
        clinic.mail_to(HANAKO).await;
        let page = browser.get(&calendar(GENERAL, "first")).await;
        let told = page.text();
        assert!(told.contains("手続き中の予約があります: 4月2日(木)9:30"), "{told}");
        assert!(!clinic.plain().get(&calendar(GENERAL, "first")).await.has_link("続ける"));
        let back = browser.follow(&page, "続ける").await;
        assert_eq!((back.path(), back.h1().as_str()), (confirmation.path(), "予約内容の確認"));
        browser.submit(back.form("予約をやめる")).await;
        assert!(!browser.get(&calendar(GENERAL, "first")).await.has_link("続ける"), "left");
    }
}

#[tokio::test]
async fn signing_in_on_the_way_takes_the_slot_and_what_was_typed_along() {
    for (htmx, typed) in [(false, true), (true, true), (false, false)] {
        let clinic = sakura().await;
        people::register(&clinic.floor, HANAKO).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = to_person(&mut browser).await;
        let booking = page.path().to_owned();
        let form = page.form("ログインして予約する");
        let form = if typed { form.fill("姓", "髙橋").fill("電話番号", "まだ") } else { form };
        let page = browser.submit(form).await;
        assert_eq!((page.path(), page.form("ログイン").value("next")), ("/sign-in", booking.clone()));
        assert!(page.text().contains("予約の手続きの途中です"), "{}", page.text());
        let form = page.form("ログイン").fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
        let page = browser.submit(form).await;
        assert_eq!((page.path(), page.h1().as_str()), (booking.as_str(), "受診する人を選ぶ"));
        assert!(page.text().contains("4月2日(木) 9:30"), "{}", page.text());
        assert!(!page.has_button("ログインして予約する"));
        assert_eq!(page.text().contains("ログイン前に入力した内容は残っています"), typed, "{}", page.text());
        assert_eq!(page.form("確認へ").value("who").is_empty(), typed, "chosen unless somebody else was typed");
        if typed {
            let relative = browser.follow(&page, "入力した方を追加して予約する").await.form("追加して確認へ");
            let known = ["family_name", "given_name", "phone", "city"].map(|name| relative.value(name));
            assert_eq!(known, ["髙橋", "", "まだ", "千代田区"], "what is missing, but nobody else's name");
        }
        let seen = clinic.plain().get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
        assert!(slot(&seen, DAY, "9:30").ends_with("残り1"), "the slot is kept all along");
        let page = browser.submit(page.form("確認へ").choose("山田 花子(77歳)")).await;
        let page = browser.submit(page.form("予約を確定する")).await;
        assert_eq!(page.h1(), "予約確定");
        assert!(all(&clinic)[0].link.is_some(), "it is the account's");
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn b8_a_form_goes_on_when_another_booking_of_the_browser_took_the_place_of_its_own() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let first = to_person(&mut browser).await;
        // Another tab begins another menu.
        let page = browser.get(&format!("{}&day=2026-04-02", calendar(CHECK_UP, "first"))).await;
        let free = page.forms().iter().flat_map(|form| form.buttons()).find(|text| text.contains("を選ぶ")).unwrap();
        let second = browser.submit(page.form(&free)).await;
        assert_eq!(second.h1(), "受診者の情報を入力する");
        let form = fill_in(first.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO);
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約内容の確認"));
        assert!(page.text().contains("一般内科") && page.text().contains("9:30"), "{}", page.text());
        let again = browser.get(second.path()).await;
        assert_eq!(again.h1(), "受診者の情報を入力する", "the other tab goes on as well");
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn b8_a_form_whose_time_is_gone_leads_to_the_calendar_and_keeps_what_was_typed() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        let page = to_person(&mut browser).await;
        let form = fill_in(page.form("確認へ"), TARO).fill("メールアドレス", TARO).forge("slot", "2026-04-02T03:00");
        browser.submit(page.form("予約をやめる")).await;
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "日時を選ぶ"));
        let page = browser.get(&format!("{}?day=2026-04-02", page.path())).await;
        let page = choose(&mut browser, &page, DAY, "10:00").await;
        assert_eq!(page.h1(), "予約内容の確認", "nothing has to be typed again");
        assert!(page.text().contains(TARO), "{}", page.text());
        browser.submit(page.form("予約をやめる")).await;
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn b8_a_form_of_a_booking_that_was_begun_before_signing_in_elsewhere_is_shown_again_and_goes_on() {
    let clinic = sakura().await;
    // In the second round the first one is of the family.
    for (htmx, family) in [(false, "髙橋"), (true, "高橋")] {
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = to_person(&mut browser).await;
        let form = fill_in(page.form("確認へ"), HANAKO).fill("姓", family).fill("メールアドレス", HANAKO);
        // Signed in by other means: nothing of this browser's went along.
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.h1().as_str()), (403, "受診者の情報を入力する"));
        assert!(page.role("alert").unwrap().contains("入力した内容は残っています"));
        assert_eq!(page.form("確認へ").value("family_name"), family);
        let page = browser.submit(page.form("確認へ")).await;
        assert_eq!(page.h1(), "受診する人を選ぶ");
        let page = browser.follow(&page, "入力した方を追加して予約する").await;
        let page = browser.submit(page.form("追加して確認へ").choose("その他").forge("consent", "on")).await;
        assert_eq!(page.h1(), "予約内容の確認");
        assert!(page.text().contains(family));
        browser.submit(page.form("予約をやめる")).await;
        // Until then the first booking, which nobody can reach any more, keeps a place.
        clinic.minutes_pass(11);
    }
}

#[tokio::test]
async fn b8_leaving_a_booking_forgets_what_was_left_on_its_page() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    let left = page.kept_form().expect("a form").fill("姓", "髙橋");
    assert_eq!(browser.send(Ask::posting(&left.action, &left.sent())).await.code(), 204);
    let again = browser.get(page.path()).await;
    assert_eq!(again.form("確認へ").value("family_name"), "髙橋");
    browser.submit(again.form("予約をやめる")).await;
    let gone = browser.get(page.path()).await;
    assert_eq!((gone.code(), gone.text().contains("髙橋")), (404, false));
}

#[tokio::test]
async fn every_problem_of_the_form_is_named_and_the_booking_goes_on() {
    let clinic: Clinic = sakura().await;
    for mut browser in clinic.both() {
        let page = to_person(&mut browser).await;
        let form = fill_in(page.form("確認へ"), HANAKO).fill("姓", "").fill("メールアドレス", "hanako");
        let page = browser.submit(form.fill("診察券番号", &"1".repeat(21))).await;
        let wrong = page.wrong_fields();
        assert_eq!((page.code(), wrong), (422, ["family_name", "email", "chart_number"].map(str::to_owned).to_vec()));
        let form = page.form("確認へ");
        assert_eq!((form.value("given_name").as_str(), form.value("email").as_str()), ("花子", "hanako"));
        assert_eq!(browser.get(page.path()).await.form("確認へ").value("given_name"), "花子", "after a reload as well");
    }
    assert!(all(&clinic).is_empty());
}
