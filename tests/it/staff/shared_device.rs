//! The shared tablet: registered by an owner, locked when it is not used, and left by each with a page of their own.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, HTTPS, Setup};
use crate::harness::clinics::SAKURA;
use crate::harness::page::Page;
use crate::harness::staff::{self, OWNER, PIN, RECEPTION};
use mypage::mail::EmailAddress;
use mypage::staff::{Role, support};

const BOOK: &str = "/console/c/sakura";
const HERS: &str = "739150";

/// A clinic whose owner has registered a tablet and is signed in on it, with a receptionist who has a PIN there as well.
async fn open() -> (Clinic, Browser) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut tablet = staff::signed_in(&clinic, OWNER).await;
    staff::register_device(&mut tablet, "5").await;
    lock(&mut tablet, BOOK).await;
    let page = sign_in_fully(&clinic, &mut tablet, RECEPTION).await;
    assert!(page.path().starts_with("/console/pin"), "{}", page.path());
    staff::set_pin(&mut tablet, &page, HERS).await;
    (clinic, tablet)
}

async fn lock(tablet: &mut Browser, at: &str) -> Page {
    let page = tablet.get(at).await;
    tablet.submit(page.form("ロック")).await
}

/// Signs in with both factors where a PIN would be asked for.
async fn sign_in_fully(clinic: &Clinic, tablet: &mut Browser, who: &str) -> Page {
    let page = tablet.get("/console/sign-in?full=1").await;
    let form = page.form("ログイン").fill("メールアドレス", who).fill("パスワード", staff::PASSWORD);
    let page = tablet.submit(form).await;
    tablet.submit(page.form("ログイン").fill("確認コード", &staff::code(clinic, who))).await
}

/// Types a PIN under a name at the screen that is locked.
async fn come_back(clinic: &Clinic, tablet: &mut Browser, page: &Page, who: &str, pin: &str) -> Page {
    let form = page.form("ロックを解除する").forge("who", &staff::find(clinic, who).id.text());
    tablet.submit(form.fill("PIN(6桁)", pin)).await
}

/// All that stands on a page, its menu included.
fn whole(page: &Page) -> String {
    page.html().root_element().text().collect()
}

fn is_full_sign_in(page: &Page) -> bool {
    page.path().starts_with("/console/sign-in") && page.text().contains("PINでは戻れません")
}

#[tokio::test]
async fn p10_who_has_signed_in_there_comes_back_with_a_pin_to_their_own_page() {
    let (clinic, mut tablet) = open().await;
    let day = "/console/c/sakura/days/2026-04-07";
    let news = tablet.get(&format!("{day}?done=undone&visit=x")).await;
    assert_eq!(news.form("ロック").value("next"), format!("{day}?visit=x"), "what was done is not told again");
    let page = lock(&mut tablet, day).await;
    assert_eq!((page.path(), page.h1().as_str()), ("/console/lock", "さくら内科クリニック"));
    let before = tablet.cookie("staff");
    let owner = come_back(&clinic, &mut tablet, &page, OWNER, PIN).await;
    assert_eq!(owner.path(), BOOK, "where the owner was, not where the reception was");
    assert!(whole(&owner).contains("incho"), "{}", owner.text());
    assert_ne!(tablet.cookie("staff"), before, "under a new token");
    let page = lock(&mut tablet, BOOK).await;
    let page = come_back(&clinic, &mut tablet, &page, RECEPTION, HERS).await;
    assert_eq!(page.path(), day);
    assert!(whole(&page).contains("uketsuke") && !whole(&page).contains("incho"), "{}", page.text());
}

#[tokio::test]
async fn p10_the_locked_screen_shows_names_and_nothing_else_and_opens_nothing() {
    let (clinic, mut tablet) = open().await;
    let signed_in = tablet.clone();
    let page = lock(&mut tablet, BOOK).await;
    for known in [OWNER, RECEPTION, "ログアウト", "予約台帳", "共用端末"] {
        assert!(!whole(&page).contains(known), "{known}: {}", page.text());
    }
    for path in [BOOK, "/console", "/console/c/sakura/staff", "/console/pin"] {
        assert!(tablet.get(path).await.path().starts_with("/console/lock"), "{path}");
    }
    let mut replayed = signed_in;
    assert!(replayed.get(BOOK).await.path().starts_with("/console/lock"), "the token from before");
    let mut elsewhere = clinic.plain();
    assert!(elsewhere.get("/console/lock").await.path().starts_with("/console/sign-in"));
}

#[tokio::test]
async fn p10_it_locks_after_the_minutes_that_were_chosen_and_keeps_what_was_typed_for_its_owner() {
    let (clinic, mut tablet) = open().await;
    for _ in 0..4 {
        clinic.minutes_pass(4);
        assert_eq!(tablet.get(BOOK).await.path(), BOOK, "in use");
        clinic.written().await;
    }
    let page = lock(&mut tablet, BOOK).await;
    come_back(&clinic, &mut tablet, &page, OWNER, PIN).await;
    clinic.minutes_pass(6);
    let page = sign_in_fully(&clinic, &mut tablet, OWNER).await;
    assert_eq!(page.path(), BOOK, "a PIN of hers is there");
    let new = "/console/c/sakura/staff/new";
    let form = tablet.get(new).await.form("招待する").fill("氏名", "新人 花");
    clinic.minutes_pass(5);
    let page = tablet.submit(form).await;
    assert!(page.path().starts_with("/console/lock"), "{}", page.path());
    assert!(!page.text().contains("新人"), "{}", page.text());
    let other = come_back(&clinic, &mut tablet, &page, RECEPTION, HERS).await;
    assert_eq!(other.path(), BOOK, "never the page of who was there before");
    let page = lock(&mut tablet, BOOK).await;
    let page = come_back(&clinic, &mut tablet, &page, OWNER, PIN).await;
    // The form of an owner asks for password and code as well: it has been five minutes.
    assert!(page.path().starts_with("/console/sign-in/again"), "{}", page.path());
    clinic.minutes_pass(1);
    let form = page.form("確認して続ける").fill("パスワード", staff::PASSWORD);
    let page = tablet.submit(form.fill("確認コード", &staff::code(&clinic, OWNER))).await;
    assert_eq!((page.path(), page.form("招待する").value("name").as_str()), (new, "新人 花"));
}

#[tokio::test]
async fn p10_five_wrong_pins_and_another_persons_pin_lead_to_both_factors() {
    let (clinic, mut tablet) = open().await;
    let mut page = lock(&mut tablet, BOOK).await;
    for (wrong, left) in [("111222", 4), (HERS, 3), ("482916", 2), ("482918", 1)] {
        page = come_back(&clinic, &mut tablet, &page, OWNER, wrong).await;
        assert_eq!(page.code(), 422, "{}", page.text());
        let said = page.beside("pin_password").unwrap_or_default();
        assert!(said.contains(&format!("あと{left}回")), "{left}: {said}");
    }
    page = come_back(&clinic, &mut tablet, &page, OWNER, "482919").await;
    assert!(is_full_sign_in(&page), "{}: {}", page.path(), page.text());
    let page = tablet.get("/console/lock").await;
    let again = come_back(&clinic, &mut tablet, &page, OWNER, PIN).await;
    assert!(is_full_sign_in(&again), "the right one as well: {}", again.path());
    let page = tablet.get("/console/lock").await;
    let page = come_back(&clinic, &mut tablet, &page, RECEPTION, HERS).await;
    assert_eq!(page.path(), BOOK, "what is guessed of one keeps no other out");
    lock(&mut tablet, BOOK).await;
    clinic.minutes_pass(1);
    assert_eq!(sign_in_fully(&clinic, &mut tablet, OWNER).await.path(), BOOK);
    let page = lock(&mut tablet, BOOK).await;
    assert_eq!(come_back(&clinic, &mut tablet, &page, OWNER, PIN).await.path(), BOOK);
}

#[tokio::test]
async fn p10_a_pin_counts_for_twelve_hours_and_not_of_who_is_closed_out() {
    let (clinic, mut tablet) = open().await;
    let page = lock(&mut tablet, BOOK).await;
    let address = EmailAddress::parse(RECEPTION).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::set_disabled(tx, &address, true)).await.unwrap();
    let refused = come_back(&clinic, &mut tablet, &page, RECEPTION, HERS).await;
    assert!(is_full_sign_in(&refused), "{}", refused.path());
    clinic.minutes_pass(12 * 60 - 1);
    let page = tablet.get("/console/lock").await;
    assert!(!whole(&page).contains("uketsuke"), "{}", page.text());
    let back = come_back(&clinic, &mut tablet, &page, OWNER, PIN).await;
    assert_eq!(back.path(), BOOK, "{}", back.text());
    let locked = lock(&mut tablet, BOOK).await;
    clinic.minutes_pass(2);
    let refused = come_back(&clinic, &mut tablet, &locked, OWNER, PIN).await;
    assert!(is_full_sign_in(&refused), "{}", refused.path());
    assert!(tablet.get(BOOK).await.path().starts_with("/console/sign-in"), "nobody can come back");
}

#[tokio::test]
async fn p10_a_pin_opens_nothing_on_another_device_and_none_that_was_revoked() {
    let (clinic, mut tablet) = open().await;
    let page = lock(&mut tablet, BOOK).await;
    staff::add(&clinic.floor, "fuku@example.jp", SAKURA, Role::Owner).await;
    let mut other = staff::signed_in(&clinic, "fuku@example.jp").await;
    staff::register_device(&mut other, "5").await;
    let locked = lock(&mut other, BOOK).await;
    let refused = come_back(&clinic, &mut other, &locked, OWNER, PIN).await;
    assert!(is_full_sign_in(&refused), "not signed in there: {}", refused.path());
    clinic.minutes_pass(1);
    sign_in_fully(&clinic, &mut other, "fuku@example.jp").await;
    let devices = other.get("/console/c/sakura/devices").await;
    let is_other = |(label, href): &(String, String)| href.contains("/devices/") && !label.contains("この端末");
    let (_, first) = devices.links().into_iter().find(is_other).expect("the first device");
    let revoke = other.get(&first).await;
    let done = other.submit(revoke.form("登録を取り消す")).await;
    assert!(done.text().contains("登録を取り消しました"), "{}", done.text());
    let refused = come_back(&clinic, &mut tablet, &page, OWNER, PIN).await;
    assert!(refused.path().starts_with("/console/sign-in"), "{}", refused.path());
    assert!(tablet.get(BOOK).await.path().starts_with("/console/sign-in"));
}

#[tokio::test]
async fn p10_a_trivial_pin_is_refused_and_one_is_set_after_both_factors_alone() {
    let (clinic, mut tablet) = open().await;
    for trivial in ["000000", "123456", "987654", "890123", "121212", "123123", "112233", "12345", "abcdef"] {
        let page = tablet.get("/console/pin").await;
        let page = tablet.submit(page.form("PINを設定する").fill("新しいPIN(6桁)", trivial)).await;
        assert_eq!(page.code(), 422, "{trivial}");
    }
    let page = lock(&mut tablet, BOOK).await;
    clinic.minutes_pass(6);
    come_back(&clinic, &mut tablet, &page, RECEPTION, HERS).await;
    assert!(tablet.get("/console/pin").await.path().starts_with("/console/sign-in/again"));
    let mut elsewhere = staff::signed_in(&clinic, RECEPTION).await;
    assert_eq!(elsewhere.get("/console/pin").await.code(), 404, "on no shared device");
}

#[tokio::test]
async fn s2_p10_the_devices_cookie_is_bound_to_this_host_and_stored_as_a_hash() {
    let clinic = Clinic::open(Setup { base_url: HTTPS, ..Setup::default() });
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let mut tablet = staff::signed_in(&clinic, OWNER).await;
    staff::register_device(&mut tablet, "5").await;
    let token = tablet.cookie("__Host-shared-device");
    assert_eq!(token.len(), 43);
    assert!(!crate::harness::rows::hold(&crate::harness::rows::all(&clinic.floor.store), &token));
}
