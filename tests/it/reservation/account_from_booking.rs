//! 上記の情報でアカウント作成: from a booking to an account, and how nobody's address or booking is taken over.

use crate::harness::booked::{self, book, left_here, stored};
use crate::harness::booking::{as_guest, sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::{NEW_PASSWORD, ask_for_link, fill_in, leaving, press};
use mypage::clinic::{Clinic as Model, ClinicId};
use mypage::reservation::Reservation;
use mypage::slots::BookingKey;

/// What somebody is told who has an account already.
const STANDS: &str = "ご予約は完了しています。ログインすると、ダッシュボードに表示されます。";

/// Keeps a booking as a guest in a browser; gives the path of its 上記の情報でアカウント作成.
async fn booked_here(clinic: &Clinic, browser: &mut Browser, of: &Reservation, proved: Option<&str>) -> String {
    format!("{}/account", left_here(clinic, browser, of, proved).await)
}

/// From 利用者情報, or from its 確認, to the dashboard.
async fn finish(browser: &mut Browser, page: Page) -> Page {
    let page = if page.path() == "/sign-up/person" { browser.submit(page.form("確認へ")).await } else { page };
    assert_eq!(page.path(), "/sign-up/confirmation");
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await
}

#[tokio::test]
async fn l7_a_guest_who_has_proved_the_address_chooses_a_password_and_finds_the_booking_on_the_dashboard() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", false).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let path = booked_here(&clinic, &mut browser, &of, Some(HANAKO)).await;
        let page = press(&mut browser, &path).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/sign-up/password", "パスワード設定"));
        assert!(page.text().contains(HANAKO));
        let planted = browser.clone();
        let ahead = browser.get("/sign-up/person").await;
        assert_eq!(ahead.path(), "/sign-up/password", "first things first");
        let refused = browser.submit(page.form("登録").fill("パスワード", "yamada hanako!")).await;
        assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["password".to_owned()]));
        let stale = page.form("登録");
        let page = browser.submit(stale.clone().fill("パスワード", NEW_PASSWORD)).await;
        assert_eq!(page.path(), "/sign-up/confirmation", "nothing is asked again");
        let hashes = clinic.floor.hasher.hashes();
        let again = stale.forge("_csrf", &page.form("登録する").value("_csrf"));
        let again = browser.submit(again.fill("パスワード", NEW_PASSWORD)).await;
        assert_eq!((again.path(), clinic.floor.hasher.hashes()), ("/sign-up/confirmation", hashes), "hashed once");
        assert_eq!(
            planted.clone().get("/sign-up/person").await.path(),
            "/sign-up",
            "the earlier token no longer works"
        );
        let mend = browser.follow(&page, "内容を修正する").await;
        let form = mend.form("確認へ");
        assert_eq!((form.value("family_name").as_str(), form.value("phone").as_str()), ("山田", "03-1234-5678"));
        let page = finish(&mut browser, page).await;
        assert_eq!(page.path(), "/dashboard");
        assert_eq!(page.role("status").as_deref(), Some("アカウントの登録が完了しました。"));
        assert!(page.text().contains("2026年4月3日(金)9:30"));
        assert!(stored(&clinic, of.id).link.is_some());
        assert_eq!(browser.get(&format!("/reservations/{}", of.id.text())).await.code(), 200);
    }
}

#[tokio::test]
async fn the_button_of_a_booking_through_the_pages_leads_all_the_way() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = as_guest(&clinic, &mut browser, HANAKO).await;
        let page = browser.submit(page.form("上記の情報でアカウント作成")).await;
        assert_eq!(page.path(), "/sign-up/password");
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        let page = finish(&mut browser, page).await;
        assert_eq!(page.path(), "/dashboard");
        assert!(page.text().contains("さくら内科クリニック / 一般内科"));
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn l7_an_address_that_was_not_proved_gets_the_mail_of_every_sign_up() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.plain();
    let path = booked_here(&clinic, &mut browser, &of, None).await;
    let page = press(&mut browser, &path).await;
    assert_eq!((page.path(), page.h1().as_str()), ("/sign-up/sent", "メールを送信しました"));
    let link = clinic.link_to(HANAKO).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.form("確認へ").value("family_name"), "山田", "the same browser goes on with what was typed");
    let page = finish(&mut browser, page).await;
    assert!(page.text().contains("2026年4月3日(金)9:30"));
}

#[tokio::test]
async fn l7_the_account_of_somebody_with_whose_address_another_has_booked_is_clean() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut attacker = clinic.plain().at("203.0.113.66");
    let path = booked_here(&clinic, &mut attacker, &of, None).await;
    press(&mut attacker, &path).await;
    let link = clinic.link_to(HANAKO).await;
    let mut victim = clinic.plain();
    let page = victim.get(&link).await;
    let page = victim.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.form("確認へ").value("family_name"), "", "her own browser is not filled in");
    let page = victim.submit(fill_in(page.form("確認へ"), HANAKO)).await;
    let page = victim.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert!(page.text().contains("予約とマイクリニックはまだありません"));
    assert_eq!(stored(&clinic, of.id).link, None);
    assert_eq!(attacker.get("/dashboard").await.path(), "/sign-in");
}

#[tokio::test]
async fn l7_another_address_proved_in_the_same_browser_takes_nothing_over() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.plain();
    let path = booked_here(&clinic, &mut browser, &of, Some(TARO)).await;
    press(&mut browser, &path).await;
    clinic.mail_to(HANAKO).await;
    let link = ask_for_link(&clinic, &mut browser, "/sign-up", TARO).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.form("確認へ").value("family_name"), "");
    let page = browser.submit(fill_in(page.form("確認へ"), TARO)).await;
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert_eq!(stored(&clinic, of.id).link, None);
}

#[tokio::test]
async fn a_proved_address_with_an_account_is_told_so_and_another_only_by_mail() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    people::register(&clinic.floor, HANAKO).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.plain();
    let path = booked_here(&clinic, &mut browser, &of, Some(HANAKO)).await;
    let page = press(&mut browser, &path).await;
    assert_eq!((page.code(), page.h1().as_str()), (422, "登録はお済みです"));
    assert!(page.text().contains(STANDS), "{}", page.text());
    assert_eq!(page.link("ログイン"), "/sign-in");
    assert_eq!(browser.get("/sign-up/password").await.path(), "/sign-up");
    assert_eq!(press(&mut browser, &path).await.h1(), "メールを送信しました", "the proof is used up by that, too");
    clinic.mail_to(HANAKO).await;
    let path = booked_here(&clinic, &mut browser, &of, None).await;
    assert_eq!(press(&mut browser, &path).await.h1(), "メールを送信しました");
    assert!(clinic.mail_to(HANAKO).await.text().contains("/sign-in"));
}

#[tokio::test]
async fn an_address_that_got_an_account_meanwhile_is_told_that_the_booking_stands() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.plain();
    let path = booked_here(&clinic, &mut browser, &of, Some(HANAKO)).await;
    let page = press(&mut browser, &path).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    people::register(&clinic.floor, HANAKO).await;
    let page = finish(&mut browser, page).await;
    assert_eq!((page.code(), page.h1().as_str()), (410, "登録はお済みです"));
    assert!(page.text().contains(STANDS), "{}", page.text());
}

#[tokio::test]
async fn l7_a_proof_begins_one_sign_up_in_no_browser_with_an_older_token() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", false).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let path = booked_here(&clinic, &mut browser, &of, Some(HANAKO)).await;
        let planted = browser.clone();
        assert_eq!(press(&mut browser, &path).await.path(), "/sign-up/password");
        assert_ne!(browser.token(), planted.token());
        assert_eq!(planted.clone().get("/sign-up/password").await.path(), "/sign-up");
        assert_eq!(press(&mut planted.clone(), &path).await.code(), 404, "the booking has gone along");
        let booked = path.replace("/account", "/booked");
        assert_eq!(planted.clone().get(&booked).await.code(), 404);
        assert_eq!(browser.get(&booked).await.h1(), "予約確定", "with its own browser");
        assert_eq!(press(&mut browser, &path).await.path(), "/sign-up/sent", "a second one takes a new proof");
        clinic.mail_to(HANAKO).await;
    }
}

#[tokio::test]
async fn l12_after_leaving_no_cookie_of_before_shows_who_booked_or_begins_a_sign_up() {
    for proved in [Some(HANAKO), None] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", false).await;
        let mut browser = clinic.plain();
        let path = booked_here(&clinic, &mut browser, &of, proved).await;
        let mut before = vec![browser.clone()];
        let mut page = press(&mut browser, &path).await;
        if proved.is_none() {
            page = browser.get(&clinic.link_to(HANAKO).await).await;
        }
        before.push(browser.clone());
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        before.push(browser.clone());
        let page = finish(&mut browser, page).await;
        assert_eq!(page.path(), "/dashboard");
        before.push(browser.clone());
        let form = leaving(&mut browser, NEW_PASSWORD).await;
        let page = browser.submit(form).await;
        assert_eq!(page.path(), "/withdrawn");
        clinic.ignore_mail();
        for mut old in before {
            let page = old.get(&path.replace("/account", "/booked")).await;
            // The present browser says that it was booked, and nothing of it.
            assert!(page.code() == 404 || page.h1() == "予約は完了しています", "{proved:?}: {}", page.text());
            assert!(!page.text().contains("山田"), "{proved:?}");
            assert_eq!(press(&mut old, &path).await.code(), 404);
            assert_eq!(old.get("/sign-up/password").await.path(), "/sign-up");
        }
    }
}

#[tokio::test]
async fn what_was_typed_does_not_outlive_the_booking() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = as_guest(&clinic, &mut browser, HANAKO).await;
    assert_eq!(browser.get(page.path()).await.h1(), "予約確定");
    let rows = rows::all(&clinic.floor.store);
    let of_bookings = |key: &[u8]| key.starts_with(b"booking\0");
    let kept: Vec<_> = rows.iter().filter(|(key, _)| of_bookings(key)).map(|(_, value)| value).collect();
    assert_eq!(kept.len(), 2, "under the old token, and under the one that came with the proof");
    for typed in ["花子", "ハナコ", "5678"] {
        assert!(!kept.iter().any(|row| row.windows(typed.len()).any(|part| part == typed.as_bytes())), "{typed}");
    }
    clinic.ignore_mail();
}

#[tokio::test]
async fn a2_the_button_of_another_browser_another_clinic_or_nobody_is_not_there() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.plain();
    let path = booked_here(&clinic, &mut browser, &of, Some(HANAKO)).await;
    let ume = Model { id: ClinicId::parse("ume").unwrap(), ..clinics::sakura() };
    clinics::open(&clinic.floor, ume, clinics::menus()).await;
    let mut stranger = clinic.plain();
    stranger.get("/sign-in").await;
    let before = rows::all(&clinic.floor.store);
    assert_eq!(press(&mut stranger, &path).await.code(), 404);
    for wrong in [path.replace("sakura", "ume"), "/b/sakura/bookings/0/account".to_owned()] {
        assert_eq!(press(&mut browser, &wrong).await.code(), 404, "{wrong}");
    }
    let minted = format!("/b/sakura/bookings/{}/account", BookingKey::mint().text());
    assert_eq!(press(&mut browser, &minted).await.code(), 404);
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn p8_the_mail_of_the_button_counts_with_all_others() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let mut browser = clinic.plain();
    let path = booked_here(&clinic, &mut browser, &of, None).await;
    for expected in [200, 200, 200, 429] {
        assert_eq!(press(&mut browser, &path).await.code(), expected);
    }
    assert_eq!(clinic.mails_to(HANAKO).await.len(), 3);
}
