//! Invitations, and setting up the second factor.

use crate::harness::booked;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::page::{each, said};
use crate::harness::staff::{self, PASSWORD, RECEPTION};
use mypage::mail::EmailAddress;
use mypage::secret::Token;
use mypage::staff::{Role, path, rows, support};

const NEW: &str = "shinjin@example.jp";

async fn open() -> Clinic {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    clinic
}

#[tokio::test]
async fn somebody_new_joins_with_a_password_and_an_app_and_notes_the_recovery_codes() {
    let clinic = open().await;
    let invitation = staff::invite(&clinic, NEW, SAKURA, Role::Reception).await;
    let mut browser = clinic.plain();
    let page = staff::accept(&mut browser, &invitation, "新人 花").await;
    assert_eq!(page.path(), "/console/authenticator");
    let code = staff::code_of(&clinic, &page);
    let wrong = browser.submit(page.form("確認して登録する").fill("確認コード", "000000")).await;
    assert_eq!(wrong.code(), 422);
    assert_eq!(staff::code_of(&clinic, &wrong), code, "the same app goes on");
    let page = browser.submit(wrong.form("確認して登録する").fill("確認コード", &code)).await;
    assert_eq!(page.path(), "/console/recovery-codes");
    let codes: Vec<String> = each(page.html().root_element(), ".recovery-codes code").into_iter().map(said).collect();
    assert_eq!(codes.len(), 10, "{}", page.text());
    assert_eq!(browser.get("/console/recovery-codes").await.path(), "/console/recovery-codes", "until they are noted");
    let page = browser.submit(page.form("控えたので、はじめる")).await;
    assert_eq!(page.path(), "/console/c/sakura");
    assert_eq!(browser.get("/console/recovery-codes").await.path(), "/console/c/sakura", "shown no more");
    let stored = staff::find(&clinic, NEW);
    assert_eq!((stored.name.as_str(), stored.recovery_codes.len()), ("新人 花", 10));
    let mut again = clinic.plain();
    assert_eq!(again.get(&invitation).await.code(), 410, "used up");
    let mut elsewhere = clinic.plain();
    staff::give_password(&mut elsewhere, NEW).await;
    let page = elsewhere.get("/console/sign-in/code").await;
    let page = elsewhere.submit(page.form("ログイン").fill("確認コード", &codes[0])).await;
    assert!(page.path().starts_with("/console/c/"), "a recovery code as it was shown: {}", page.text());
}

#[tokio::test]
async fn l2_of_two_who_open_one_invitation_one_joins() {
    let clinic = open().await;
    let invitation = staff::invite(&clinic, NEW, SAKURA, Role::Reception).await;
    let (mut one, mut other) = (clinic.plain(), clinic.plain());
    let (first, second) =
        (staff::accept(&mut one, &invitation, "一").await, staff::accept(&mut other, &invitation, "二").await);
    let code = staff::code_of(&clinic, &first);
    let page = one.submit(first.form("確認して登録する").fill("確認コード", &code)).await;
    assert_eq!(page.path(), "/console/recovery-codes");
    let code = staff::code_of(&clinic, &second);
    let page = other.submit(second.form("確認して登録する").fill("確認コード", &code)).await;
    assert_eq!(page.code(), 404, "{}", page.text());
    assert_eq!(staff::find(&clinic, NEW).name, "一");
}

#[tokio::test]
async fn l3_an_invitation_ends_after_seven_days() {
    let clinic = open().await;
    let invitation = staff::invite(&clinic, NEW, SAKURA, Role::Reception).await;
    clinic.minutes_pass(7 * 24 * 60 - 1);
    assert_eq!(clinic.plain().get(&invitation).await.code(), 200);
    clinic.minutes_pass(2);
    assert_eq!(clinic.plain().get(&invitation).await.code(), 410);
}

#[tokio::test]
async fn p1_a_password_of_the_staff_has_thirteen_characters_and_what_was_typed_stays() {
    let clinic = open().await;
    let invitation = staff::invite(&clinic, NEW, SAKURA, Role::Reception).await;
    let mut browser = clinic.plain();
    let page = browser.get(&invitation).await;
    let page = browser
        .submit(page.form("認証アプリの設定へ").fill("氏名", "新人 花").fill("パスワード", "mijikai kana"))
        .await;
    assert_eq!(page.code(), 422);
    assert!(page.beside("password").is_some_and(|said| said.contains("13文字以上")), "{}", page.text());
    assert_eq!(page.form("認証アプリの設定へ").value("name"), "新人 花");
}

#[tokio::test]
async fn who_works_at_one_clinic_joins_another_by_signing_in() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let other = mypage::clinic::ClinicId::parse("momiji").unwrap();
    let momiji = mypage::clinic::Clinic { id: other.clone(), ..crate::harness::clinics::sakura() };
    crate::harness::clinics::open(&clinic.floor, momiji, Vec::new()).await;
    let invitation = staff::invite(&clinic, RECEPTION, "momiji", Role::Owner).await;
    let mut browser = clinic.plain();
    let page = browser.get(&invitation).await;
    assert!(!page.text().contains("パスワード"), "nothing to choose: {}", page.text());
    staff::sign_in(&clinic, &mut browser, RECEPTION).await;
    let page = browser.get(&invitation).await;
    let page = browser.submit(page.form("このクリニックのスタッフになる")).await;
    assert_eq!((page.path(), page.h1().as_str()), ("/console", "クリニックを選んでください"));
    let id = staff::find(&clinic, RECEPTION).id;
    let roles = clinic.floor.store.read_blocking(clinic.now(), |r| rows::clinics(r, id)).unwrap();
    assert_eq!(roles.len(), 2);
}

#[tokio::test]
async fn an_invitation_for_somebody_else_is_not_accepted() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    staff::add(&clinic.floor, "hoka@example.jp", SAKURA, Role::Doctor).await;
    let invitation = staff::invite(&clinic, RECEPTION, SAKURA, Role::Owner).await;
    let mut browser = staff::signed_in(&clinic, "hoka@example.jp").await;
    let page = browser.get(&invitation).await;
    assert!(!page.has_button("このクリニックのスタッフになる"));
    let proof = browser.get("/console/c/sakura").await.form("ログアウト").value("_csrf");
    let ask = crate::harness::browser::Ask::posting(&invitation, &[("_csrf".to_owned(), proof)]);
    assert_eq!(browser.send(ask).await.code(), 404);
    let id = staff::find(&clinic, "hoka@example.jp").id;
    let roles = clinic.floor.store.read_blocking(clinic.now(), |r| rows::clinics(r, id)).unwrap();
    assert_eq!(roles[0].1, Role::Doctor);
}

#[tokio::test]
async fn a_reset_makes_a_new_way_in_and_ends_the_former_one() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut former = staff::signed_in(&clinic, RECEPTION).await;
    let (before, token) = (staff::find(&clinic, RECEPTION), Token::mint());
    let link = path::of_invitation(&token);
    let address = EmailAddress::parse(RECEPTION).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::reset(tx, &token, &address)).await.unwrap();
    assert_eq!(former.get("/console/c/sakura").await.code(), 200, "until it is used");
    let mut browser = clinic.plain();
    let page = browser.get(&link).await;
    let form = page.form("認証アプリの設定へ").fill("パスワード", "atarashii kotoba no retsu");
    let page = browser.submit(form).await;
    let code = staff::code_of(&clinic, &page);
    let page = browser.submit(page.form("確認して登録する").fill("確認コード", &code)).await;
    assert_eq!(page.path(), "/console/recovery-codes");
    assert!(former.get("/console/c/sakura").await.path().starts_with("/console/sign-in"));
    let after = staff::find(&clinic, RECEPTION);
    assert_eq!((after.id, after.name.as_str()), (before.id, before.name.as_str()));
    assert_ne!((after.password, after.authenticator), (before.password, before.authenticator));
    let page = former.get("/console/sign-in").await;
    let form = page.form("ログイン").fill("メールアドレス", RECEPTION).fill("パスワード", PASSWORD);
    assert_eq!(former.submit(form).await.code(), 422, "the former password");
}

#[tokio::test]
async fn a4_a_closed_sign_in_gets_no_new_way_in_not_even_once_it_is_open_again() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let (token, address) = (Token::mint(), EmailAddress::parse(RECEPTION).unwrap());
    let link = path::of_invitation(&token);
    let of = address.clone();
    clinic.floor.store.write(clinic.now(), move |tx| support::reset(tx, &token, &of)).await.unwrap();
    for disabled in [true, false] {
        let of = address.clone();
        clinic.floor.store.write(clinic.now(), move |tx| support::set_disabled(tx, &of, disabled)).await.unwrap();
        assert_eq!(clinic.plain().get(&link).await.code(), 410, "closed: {disabled}");
    }
    staff::signed_in(&clinic, RECEPTION).await;
}

#[tokio::test]
async fn a4_whose_role_is_taken_away_is_out_at_the_next_request() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let sakura = mypage::clinic::ClinicId::parse(SAKURA).unwrap();
    let address = EmailAddress::parse(RECEPTION).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::remove(tx, &address, &sakura)).await.unwrap();
    assert!(browser.get("/console/c/sakura").await.path().starts_with("/console/sign-in"));
    clinic.minutes_pass(1);
    staff::sign_in(&clinic, &mut browser, RECEPTION).await;
    assert_eq!(browser.get("/console/c/sakura").await.code(), 404);
    assert_eq!(browser.get("/console").await.h1(), "クリニックが登録されていません");
}
