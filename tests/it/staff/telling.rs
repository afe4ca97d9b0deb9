//! What the owners of a clinic are told by mail, and what they are not.

use crate::harness::booked;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::staff::{self, DOCTOR, OWNER, PASSWORD, RECEPTION};
use mypage::clinic::ClinicId;
use mypage::mail::EmailAddress;
use mypage::secret::Token;
use mypage::staff::{Role, path, support};

const SECOND: &str = "fuku-incho@example.jp";
const NEW: &str = "shinjin@example.jp";

/// A clinic with two owners, and one whose sign-in is closed.
async fn open() -> Clinic {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, SECOND, SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Owner).await;
    let closed = EmailAddress::parse(DOCTOR).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::set_disabled(tx, &closed, true)).await.unwrap();
    clinic
}

/// That both owners are told, and of what.
async fn both_are_told(clinic: &Clinic, subject: &str, of: &[&str]) {
    for owner in [OWNER, SECOND] {
        let letter = clinic.mail_to(owner).await;
        assert!(letter.subject().contains(subject), "{}", letter.subject());
        for word in of {
            assert!(letter.text().contains(word), "{word} is not in {}", letter.text());
        }
    }
}

#[tokio::test]
async fn all_owners_are_told_of_who_has_joined() {
    let clinic = open().await;
    let invitation = staff::invite(&clinic, NEW, SAKURA, Role::Reception).await;
    let mut browser = clinic.plain();
    let page = staff::accept(&mut browser, &invitation, "新人 花").await;
    let code = staff::code_of(&clinic, &page);
    browser.submit(page.form("確認して登録する").fill("確認コード", &code)).await;
    both_are_told(&clinic, "スタッフが加わりました", &["新人 花", NEW, "受付", "さくら内科クリニック"]).await;
}

#[tokio::test]
async fn all_owners_are_told_of_another_role_and_nobody_of_the_same() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut owner = staff::signed_in(&clinic, OWNER).await;
    let sakura = ClinicId::parse(SAKURA).unwrap();
    let member = path::of_member(path::MEMBER, &sakura, staff::find(&clinic, RECEPTION).id);
    let page = owner.get(&member).await;
    owner.submit(page.form("役割を変更する").forge("role", "reception")).await;
    for owner in [OWNER, SECOND] {
        assert!(clinic.mails_to(owner).await.is_empty(), "it is what it was");
    }
    let page = owner.get(&member).await;
    owner.submit(page.form("役割を変更する").forge("role", "owner")).await;
    both_are_told(&clinic, "役割が変わりました", &["uketsuke", "管理者"]).await;
    assert_eq!(clinic.mails_to(RECEPTION).await.len(), 1, "an owner from now on");
}

#[tokio::test]
async fn all_owners_are_told_of_a_sign_in_that_was_set_up_anew_once_it_is() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let (token, address) = (Token::mint(), EmailAddress::parse(RECEPTION).unwrap());
    let link = path::of_invitation(&token);
    clinic.floor.store.write(clinic.now(), move |tx| support::reset(tx, &token, &address)).await.unwrap();
    assert!(clinic.mails_to(OWNER).await.is_empty(), "nothing has changed yet");
    let mut browser = clinic.plain();
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("認証アプリの設定へ").fill("パスワード", PASSWORD)).await;
    let code = staff::code_of(&clinic, &page);
    browser.submit(page.form("確認して登録する").fill("確認コード", &code)).await;
    both_are_told(&clinic, "再設定されました", &["uketsuke", "運営者"]).await;
}

#[tokio::test]
async fn all_owners_are_told_of_a_recovery_code() {
    let clinic = open().await;
    let codes = staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut browser = clinic.plain();
    staff::give_password(&mut browser, RECEPTION).await;
    let page = browser.get("/console/sign-in/code").await;
    browser.submit(page.form("ログイン").fill("確認コード", &codes[0])).await;
    both_are_told(&clinic, "回復コードが使われました", &["uketsuke", RECEPTION]).await;
    let mut browser = clinic.plain();
    staff::give_password(&mut browser, RECEPTION).await;
    let page = browser.get("/console/sign-in/code").await;
    let page = browser.submit(page.form("ログイン").fill("確認コード", &codes[0])).await;
    assert_eq!(page.code(), 422);
    assert!(clinic.mails_to(OWNER).await.is_empty(), "of one that was used before nobody is told");
}
