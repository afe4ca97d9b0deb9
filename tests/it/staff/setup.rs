//! First start: the setup code, the first owner, and the first clinic.

use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::staff::{self, PASSWORD, RECEPTION};
use crate::harness::{booked, clinics};
use mypage::clinic::ClinicId;
use mypage::mail::EmailAddress;
use mypage::staff::{Role, rows, setup};

const OWNER: &str = "incho@example.jp";

/// A product that nobody has set up, with the code of its start.
async fn first_start() -> (Clinic, String) {
    let clinic = Clinic::new();
    let code = offer(&clinic).await;
    (clinic, code)
}

async fn offer(clinic: &Clinic) -> String {
    let code = setup::mint();
    let offered = code.clone();
    clinic.floor.store.write(clinic.now(), move |tx| setup::offer(tx, &offered)).await.unwrap();
    code
}

async fn type_code(browser: &mut Browser, code: &str) -> Page {
    let page = browser.get("/console/setup").await;
    browser.submit(page.form("次へ").fill("設定コード(16文字)", code)).await
}

/// Types the first owner, up to the page with the QR code.
async fn type_owner(browser: &mut Browser, address: &str) -> Page {
    let page = browser.get("/console/setup/owner").await;
    let form = page.form("認証アプリの設定へ").fill("氏名", "佐倉 一郎").fill("メールアドレス", address);
    browser.submit(form.fill("パスワード", PASSWORD)).await
}

#[tokio::test]
async fn p11_from_the_code_to_a_clinic_that_is_booked() {
    let (clinic, code) = first_start().await;
    let mut browser = clinic.plain();
    let typed = code.to_uppercase().replace('-', " ");
    assert_eq!(type_code(&mut browser, &typed).await.path(), "/console/setup/owner");
    let page = type_owner(&mut browser, OWNER).await;
    assert_eq!(page.path(), "/console/authenticator");
    let code = staff::code_of(&clinic, &page);
    let page = browser.submit(page.form("確認して登録する").fill("確認コード", &code)).await;
    assert_eq!(page.path(), "/console/recovery-codes");
    let page = browser.submit(page.form("控えたので、はじめる")).await;
    assert_eq!(page.path(), "/console/clinics/new");
    let form = page.form("登録して予約の受付を始める").fill("クリニックの名前", "ひなた内科");
    assert_eq!(form.value("afternoon_sat"), "", "the usual Saturday");
    let refused = browser.submit(form.without("afternoon_wed").forge("morning_from", "9:5")).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.beside("morning_from").is_some_and(|said| said.contains("9時30分")), "{}", refused.text());
    let typed = refused.form("登録して予約の受付を始める");
    let stays = ["name", "morning_from", "morning_wed", "afternoon_wed"].map(|name| typed.value(name));
    assert_eq!(stays, ["ひなた内科", "9:5", "on", ""], "what was typed stays");
    let form = refused
        .form("登録して予約の受付を始める")
        .fill("フリガナ", "ひなたないか")
        .choose("内科最初のメニュー:一般内科(15分)")
        .fill("電話番号", "03-1234-5678")
        .fill("住所", "東京都\"架空区\"1-2-3")
        .forge("morning_from", "９時半")
        .fill("予約ページのアドレスに使う名前", "hinata");
    let page = browser.submit(form).await;
    assert_eq!(page.path(), "/console/c/hinata/opened", "{}", page.text());
    assert!(page.has_link("マイクリニック登録のポスター"));
    let mut patient = clinic.plain();
    let menus = patient.get("/b/hinata").await;
    assert!(menus.text().contains("ひなた内科") && menus.text().contains("一般内科"), "{}", menus.text());
    let hinata = ClinicId::parse("hinata").unwrap();
    let stored = clinic.floor.store.read_blocking(clinic.now(), |r| mypage::clinic::rows::find(r, &hinata));
    let stored = stored.unwrap().expect("the clinic");
    assert_eq!(stored.site.address, "東京都\"架空区\"1-2-3", "quotes stay what they are");
    assert_eq!((stored.kana.as_str(), stored.hours.len()), ("ヒナタナイカ", 2));
    assert_eq!(stored.hours[0].band.from, clinics::time("9:30"));
    // The first day of the tests is a Wednesday, whose afternoon is off; Thursday is as usual.
    let mut calendar =
        async |day: &str| patient.get(&format!("/b/hinata/menus/naika?visit=first&day={day}")).await.text();
    let wednesday = calendar("2026-04-08").await;
    assert!(wednesday.contains("10:00 を選ぶ") && !wednesday.contains("14:30 を選ぶ"), "{wednesday}");
    let thursday = calendar("2026-04-09").await;
    assert!(thursday.contains("14:30 を選ぶ"), "{thursday}");
    let sunday = calendar("2026-04-12").await;
    assert!(sunday.contains("この日は休診です"), "{sunday}");
    assert_eq!(browser.get("/console").await.path(), "/console/c/hinata");
}

#[tokio::test]
async fn p11_of_fifty_who_post_at_once_one_is_the_owner_and_then_there_is_no_such_page() {
    let (clinic, code) = first_start().await;
    let mut ready = Vec::new();
    for number in 0..5 {
        let mut browser = clinic.plain();
        type_code(&mut browser, &code).await;
        let page = type_owner(&mut browser, &format!("owner{number}@example.jp")).await;
        let typed = staff::code_of(&clinic, &page);
        ready.push((browser, page.form("確認して登録する").fill("確認コード", &typed)));
    }
    let posts = ready.into_iter().flat_map(|(browser, form)| std::iter::repeat_n((browser, form), 10));
    let posts: Vec<_> = posts.map(|(mut browser, form)| async move { browser.submit(form).await.code() }).collect();
    let codes = futures_util::future::join_all(posts).await;
    let owners = clinic.floor.store.read_blocking(clinic.now(), |r| rows::list(r, 100)).unwrap();
    assert_eq!(owners.len(), 1, "{codes:?}");
    let hashes = clinic.floor.hasher.hashes();
    let mut browser = clinic.plain();
    let nowhere = browser.get("/console/nowhere").await;
    for path in ["/console/setup", "/console/setup/owner"] {
        let page = browser.get(path).await;
        assert_eq!((page.code(), page.h1()), (404, nowhere.h1()), "{path}");
    }
    let page = browser.get("/console/sign-in").await;
    let fields = [("_csrf", page.form("ログイン").value("_csrf")), ("code", code)];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    let ask = crate::harness::browser::Ask::posting("/console/setup", &fields);
    assert_eq!(browser.send(ask).await.code(), 404);
    assert_eq!(clinic.floor.hasher.hashes(), hashes, "nothing is hashed");
}

#[tokio::test]
async fn p11_a_client_tries_a_code_twenty_times_and_keeps_nobody_else_out() {
    let (clinic, code) = first_start().await;
    let mut stranger = clinic.plain().at("198.51.100.7");
    for _ in 0..20 {
        assert_eq!(type_code(&mut stranger, "0000-0000-0000-0000").await.code(), 422);
    }
    assert_eq!(type_code(&mut stranger, &code).await.code(), 429, "the right one as well");
    assert_eq!(type_code(&mut clinic.plain(), &code).await.path(), "/console/setup/owner");
}

#[tokio::test]
async fn p11_a_code_is_tried_a_hundred_times_in_all_and_counts_for_a_day() {
    let (clinic, code) = first_start().await;
    for client in 0..5 {
        let mut stranger = clinic.plain().at(&format!("198.51.100.{client}"));
        for _ in 0..20 {
            assert_eq!(type_code(&mut stranger, "0000-0000-0000-0000").await.code(), 422);
        }
    }
    let mut browser = clinic.plain();
    assert!(type_code(&mut browser, &code).await.text().contains("もう使えません"), "the right one as well");
    let code = offer(&clinic).await;
    clinic.minutes_pass(24 * 60);
    assert!(type_code(&mut browser, &code).await.text().contains("もう使えません"));
    let code = offer(&clinic).await;
    assert_eq!(type_code(&mut browser, &code).await.path(), "/console/setup/owner", "each start makes a new one");
}

#[tokio::test]
async fn p11_a_proof_ends_with_its_code() {
    let (clinic, code) = first_start().await;
    let mut browser = clinic.plain();
    assert_eq!(type_code(&mut browser, &code).await.path(), "/console/setup/owner");
    offer(&clinic).await;
    assert_eq!(browser.get("/console/setup/owner").await.path(), "/console/setup", "another start, another code");
}

#[tokio::test]
async fn without_the_code_nobody_becomes_the_owner() {
    let (clinic, _) = first_start().await;
    let mut browser = clinic.plain();
    assert_eq!(browser.get("/console/setup/owner").await.path(), "/console/setup");
}

#[tokio::test]
async fn where_there_is_staff_a_start_offers_no_code() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, clinics::SAKURA, Role::Reception).await;
    let code = setup::mint();
    let offered = clinic.floor.store.write(clinic.now(), move |tx| setup::offer(tx, &code)).await.unwrap();
    assert!(!offered);
    assert_eq!(clinic.plain().get("/console/setup").await.code(), 404);
}

#[tokio::test]
async fn only_who_set_the_product_up_opens_clinics_and_no_id_twice() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, clinics::SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, RECEPTION, clinics::SAKURA, Role::Reception).await;
    let mut reception = staff::signed_in(&clinic, RECEPTION).await;
    assert_eq!(reception.get("/console/clinics/new").await.code(), 404);
    let mut owner = staff::signed_in(&clinic, OWNER).await;
    let page = owner.get("/console/clinics/new").await;
    let form = page
        .form("登録して予約の受付を始める")
        .fill("クリニックの名前", "よそ")
        .fill("フリガナ", "ヨソ")
        .choose("歯科最初のメニュー:診察・検診(30分)")
        .fill("電話番号", "03-1234-5678")
        .fill("住所", "東京都")
        .fill("予約ページのアドレスに使う名前", clinics::SAKURA);
    let page = owner.submit(form).await;
    assert_eq!(page.code(), 422);
    assert!(page.beside("id").is_some_and(|said| said.contains("ほかのクリニック")), "{}", page.text());
    let sakura = ClinicId::parse(clinics::SAKURA).unwrap();
    let stored = clinic.floor.store.read_blocking(clinic.now(), |r| mypage::clinic::rows::find(r, &sakura));
    assert_eq!(stored.unwrap().unwrap().name, clinics::sakura().name, "unchanged");
}

#[tokio::test]
async fn who_leaves_before_the_authenticator_goes_on_where_they_were() {
    let (clinic, code) = first_start().await;
    let mut browser = clinic.plain();
    let nobody_yet = browser.get("/console").await;
    assert_eq!(nobody_yet.path(), "/console/setup", "there is nobody who could sign in");
    assert_eq!(browser.get("/console/sign-in").await.path(), "/console/setup");
    type_code(&mut browser, &code).await;
    assert_eq!(browser.get("/console").await.path(), "/console/setup/owner");
    type_owner(&mut browser, OWNER).await;
    let page = browser.get("/console/sign-in").await;
    assert_eq!(page.path(), "/console/authenticator");
    // A mistyped address is put right, and nothing else is typed again but the password.
    let page = browser.follow(&page, "氏名とメールアドレスの入力に戻る").await;
    let form = page.form("認証アプリの設定へ");
    assert_eq!(
        (form.value("name"), form.value("email"), form.value("password")),
        ("佐倉 一郎".into(), OWNER.into(), String::new())
    );
    let page = browser.submit(form.fill("メールアドレス", "sakura@example.jp").fill("パスワード", PASSWORD)).await;
    let typed = staff::code_of(&clinic, &page);
    let page = browser.submit(page.form("確認して登録する").fill("確認コード", &typed)).await;
    assert_eq!(page.path(), "/console/recovery-codes");
    let made = clinic
        .floor
        .store
        .read_blocking(clinic.now(), |r| rows::of_address(r, &EmailAddress::parse("sakura@example.jp").unwrap()));
    assert!(made.unwrap().is_some());
    assert_eq!(clinic.plain().get("/console").await.path(), "/console/sign-in", "from then on people sign in");
}
