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
use mypage::session::{self, NewSession, Stay, UserAgent};
use mypage::staff::{
    Authenticator, Role, SESSIONS, Staff, invitation, mint_recovery_codes, path, recovery_hashes, rows, shared_device,
    staffing, support,
};
use mypage::web::Floor;
use mypage::work::StaffId;

pub const OWNER: &str = "incho@example.jp";
pub const RECEPTION: &str = "uketsuke@example.jp";
pub const DOCTOR: &str = "ishi@example.jp";
/// Two more owners, each with a shared device.
const SECOND_OWNER: &str = "fuku@example.jp";
const THIRD_OWNER: &str = "jimu@example.jp";
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
        operator: role == Role::Owner,
        disabled: None,
        signed_in: None,
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

/// The roles in which somebody comes into a console.
pub fn roles(clinic: &Clinic, address: &str) -> Vec<Role> {
    let id = find(clinic, address).id;
    let places = clinic.floor.store.read_blocking(clinic.now(), |r| staffing::workplaces(r, id)).unwrap();
    places.into_iter().map(|(_, role)| role).collect()
}

/// What their authenticator app shows now.
pub fn code(clinic: &Clinic, address: &str) -> String {
    find(clinic, address).authenticator.code(clinic.now())
}

/// What it shows half a minute later, which counts already: the one of now was used up by signing in.
pub fn next_code(clinic: &Clinic, address: &str) -> String {
    find(clinic, address).authenticator.code(clinic.now().plus_seconds(30))
}

/// A code that their app shows neither now nor in the steps beside.
pub fn wrong_code(clinic: &Clinic, address: &str) -> String {
    let (app, now) = (find(clinic, address).authenticator, clinic.now());
    let shown = [-30, 0, 30].map(|seconds| app.code(now.plus_seconds(seconds)));
    let codes = (0..4).map(|code| format!("{code:06}"));
    codes.into_iter().find(|code| !shown.contains(code)).expect("three of four at most are shown")
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

/// A browser with a session that was started without the sign-in pages, which take a hash each time.
pub async fn session(clinic: &Clinic, address: &str) -> Browser {
    let mut browser = clinic.plain();
    let (subject, token) = (find(clinic, address).subject(), Token::mint());
    let new = NewSession { kind: &SESSIONS, subject, stay: Stay::InBrowser, user_agent: UserAgent::default() };
    let (old, fresh) = (Token::mint().hash(), token.hash());
    clinic.floor.store.write(clinic.now(), move |tx| session::start(tx, &new, &old, fresh)).await.unwrap();
    browser.put_cookie("staff", &token.text());
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

/// A PIN that breaks no rule.
pub const PIN: &str = "482917";

/// Registers the device of an owner's browser, and sets the owner's PIN.
pub async fn register_device(owner: &mut Browser, minutes: &str) {
    let page = owner.get("/console/c/sakura/devices").await;
    let form = page.form("登録する").fill("端末の名前", "受付のタブレット").fill("ロックまでの時間(分)", minutes);
    let page = owner.submit(form).await;
    assert!(page.path().starts_with("/console/pin"), "{}: {}", page.path(), page.text());
    set_pin(owner, &page, PIN).await;
}

/// Sets a PIN on the page that asks for one.
pub async fn set_pin(browser: &mut Browser, page: &Page, pin: &str) -> Page {
    let page = browser.submit(page.form("PINを設定する").fill("新しいPIN(6桁)", pin)).await;
    assert_eq!(page.code(), 200, "{}", page.text());
    page
}

/// Browsers of a second owner who is signed in on a shared device, and of the same device when it is locked.
pub async fn on_shared_device(clinic: &Clinic) -> [Browser; 2] {
    add(&clinic.floor, SECOND_OWNER, SAKURA, Role::Owner).await;
    let mut open = signed_in(clinic, SECOND_OWNER).await.at("203.0.113.63");
    register_device(&mut open, "15").await;
    add(&clinic.floor, THIRD_OWNER, SAKURA, Role::Owner).await;
    let mut locked = signed_in(clinic, THIRD_OWNER).await;
    register_device(&mut locked, "15").await;
    let page = locked.get("/console/c/sakura").await;
    assert_eq!(locked.submit(page.form("ロック")).await.path(), "/console/lock");
    [open, locked]
}

/// The pages of somebody of the clinic and of an invitation to it, as an owner finds them.
pub fn places(clinic: &Clinic) -> [(&'static str, String); 3] {
    let sakura = ClinicId::parse(SAKURA).unwrap();
    let pending = clinic.floor.store.read_blocking(clinic.now(), |r| invitation::pending(r, &sakura)).unwrap();
    let member = find(clinic, RECEPTION).id;
    let devices = clinic.floor.store.read_blocking(clinic.now(), |r| shared_device::of_clinic(r, &sakura)).unwrap();
    [
        (path::DEVICE, path::of_device(&sakura, &devices[0].reference())),
        (path::PENDING, path::of_pending(&sakura, &pending[0].reference)),
        (path::MEMBER, path::of_member(path::MEMBER, &sakura, member)),
    ]
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
    add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    [awaiting, enrolling, signed_in(clinic, OWNER).await.at("203.0.113.62")]
}

/// What the app shows whose secret the page has as text.
pub fn code_of(clinic: &Clinic, page: &Page) -> String {
    let secret = page::said(page::first(page.html().root_element(), "code.secret").expect("a secret"));
    Authenticator::of_text(&secret).expect("a secret").code(clinic.now())
}
