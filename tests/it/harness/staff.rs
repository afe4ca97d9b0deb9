//! Staff of a clinic, made without going through the pages, and their way into the console.

use super::browser::Browser;
use super::clinic::Clinic;
use super::clinics::SAKURA;
use super::page::{self, Page};
use super::people;
use mypage::clinic::ClinicId;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::secret::Token;
use mypage::session;
use mypage::staff::{Authenticator, Role, Staff, mint_recovery_codes, path, recovery_hashes, rows, support};
use mypage::web::Floor;
use mypage::work::StaffId;

pub const OWNER: &str = "incho@example.jp";
pub const RECEPTION: &str = "uketsuke@example.jp";
pub const DOCTOR: &str = "ishi@example.jp";
pub const PASSWORD: &str = "hato ga tobu sora e";

/// Takes somebody in, with recovery codes that are given back.
pub async fn add(floor: &Floor, address: &str, clinic: &str, role: Role) -> Vec<String> {
    let codes = mint_recovery_codes();
    let staff = Staff {
        id: StaffId::mint(),
        address: EmailAddress::parse(address).unwrap(),
        name: format!("{} さん", address.split('@').next().unwrap()),
        password: people::hash(floor, PASSWORD).await,
        authenticator: Authenticator::mint(),
        recovery_codes: recovery_hashes(&codes),
        created: floor.clock.now(),
        opens_clinics: role == Role::Owner,
        disabled: None,
    };
    let clinic = ClinicId::parse(clinic).unwrap();
    let added = floor.store.write(floor.clock.now(), move |tx| {
        rows::add(tx, &staff)?;
        session::admit(tx, staff.subject(), Lang::Ja)?;
        rows::give_role(tx, staff.id, &clinic, role)
    });
    added.await.unwrap();
    codes
}

/// Somebody of the staff as stored.
pub fn find(clinic: &Clinic, address: &str) -> Staff {
    let address = EmailAddress::parse(address).unwrap();
    clinic.floor.store.read_blocking(clinic.now(), |r| rows::of_address(r, &address)).unwrap().expect("staff")
}

/// What their authenticator app shows now.
pub fn code(clinic: &Clinic, address: &str) -> String {
    find(clinic, address).authenticator.code(clinic.now())
}

/// Gives the password, up to the page that asks for the code.
pub async fn give_password(browser: &mut Browser, address: &str) {
    let page = browser.get("/console/sign-in").await;
    let form = page.form("ログイン").fill("メールアドレス", address).fill("パスワード", PASSWORD);
    assert_eq!(browser.submit(form).await.path(), "/console/sign-in/code");
}

/// Signs somebody in. A code counts once: of the same person only once within a step of the clock.
pub async fn sign_in(clinic: &Clinic, browser: &mut Browser, address: &str) {
    give_password(browser, address).await;
    let page = browser.get("/console/sign-in/code").await;
    let page = browser.submit(page.form("ログイン").fill("確認コード", &code(clinic, address))).await;
    assert_eq!(page.code(), 200, "{}", page.text());
    assert!(page.path().starts_with("/console"), "{}", page.path());
}

/// A browser in which somebody is signed in.
pub async fn signed_in(clinic: &Clinic, address: &str) -> Browser {
    let mut browser = clinic.plain();
    sign_in(clinic, &mut browser, address).await;
    browser
}

/// The path of an invitation.
pub async fn invite(clinic: &Clinic, address: &str, at: &str, role: Role) -> String {
    let token = Token::mint();
    let link = path::of_invitation(&token);
    let (address, at) = (EmailAddress::parse(address).unwrap(), ClinicId::parse(at).unwrap());
    let invited =
        clinic.floor.store.write(clinic.now(), move |tx| support::invite(tx, &token, address.clone(), &at, role));
    invited.await.unwrap();
    link
}

/// Accepts an invitation up to the page with the QR code.
pub async fn accept(browser: &mut Browser, invitation: &str, name: &str) -> Page {
    let page = browser.get(invitation).await;
    browser.submit(page.form("認証アプリの設定へ").fill("氏名", name).fill("パスワード", PASSWORD)).await
}

/// Browsers of an owner who has given the password, of somebody who sets up a second factor, and of an owner who is signed in.
pub async fn on_the_way(clinic: &Clinic) -> [Browser; 3] {
    add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let [mut awaiting, mut enrolling] = ["203.0.113.60", "203.0.113.61"].map(|address| clinic.plain().at(address));
    give_password(&mut awaiting, OWNER).await;
    // Still to be noted down, so that their page is there.
    let (owner, codes) = (find(clinic, OWNER).id, mint_recovery_codes());
    let kept = clinic.floor.store.write(clinic.now(), move |tx| rows::put_new_codes(tx, owner, codes.clone()));
    kept.await.unwrap();
    let invitation = invite(clinic, "kango@example.jp", SAKURA, Role::Doctor).await;
    assert_eq!(accept(&mut enrolling, &invitation, "看護 花").await.path(), "/console/authenticator");
    [awaiting, enrolling, signed_in(clinic, OWNER).await.at("203.0.113.62")]
}

/// What the app shows whose secret the page has as text.
pub fn code_of(clinic: &Clinic, page: &Page) -> String {
    let secret = page::said(page::first(page.html().root_element(), "code.secret").expect("a secret"));
    Authenticator::of_text(&secret).expect("a secret").code(clinic.now())
}
