//! スタッフ: an owner invites, changes roles, suspends, resets and removes; and what one clinic decides stays there.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, SAKURA};
use crate::harness::page::{self, Page};
use crate::harness::staff::{self, DOCTOR, OWNER, PASSWORD, RECEPTION};
use mypage::clinic::ClinicId;
use mypage::mail::EmailAddress;
use mypage::staff::support::{self, MemberChange};
use mypage::staff::{Role, path, rows, staffing};

const NEW: &str = "shinjin@example.jp";
const MOMIJI: &str = "momiji";
const LIST: &str = "/console/c/sakura/staff";

fn sakura() -> ClinicId {
    ClinicId::parse(SAKURA).unwrap()
}

/// A clinic with an owner who is signed in, and a receptionist.
async fn open() -> (Clinic, Browser) {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let owner = staff::signed_in(&clinic, OWNER).await;
    (clinic, owner)
}

/// A second clinic, where somebody works as well.
async fn works_at_momiji(clinic: &Clinic, address: &str, role: Role) {
    let momiji = ClinicId::parse(MOMIJI).unwrap();
    let other = mypage::clinic::Clinic { id: momiji.clone(), ..clinics::sakura() };
    clinics::open(&clinic.floor, other, Vec::new()).await;
    let id = staff::find(clinic, address).id;
    clinic.floor.store.write(clinic.now(), move |tx| rows::give_role(tx, id, &momiji, role)).await.unwrap();
}

/// The page of somebody of the clinic.
fn place(clinic: &Clinic, route: &str, address: &str) -> String {
    path::of_member(route, &sakura(), staff::find(clinic, address).id)
}

async fn press(owner: &mut Browser, path: &str, button: &str) -> Page {
    let page = owner.get(path).await;
    owner.submit(page.form(button)).await
}

fn role_of(clinic: &Clinic, address: &str) -> Option<Role> {
    let id = staff::find(clinic, address).id;
    clinic.floor.store.read_blocking(clinic.now(), |r| staffing::active_role(r, id, &sakura())).unwrap()
}

/// The address on a sheet that is printed, as a path.
fn printed(clinic: &Clinic, page: &Page) -> String {
    let said = page::said(page::first(page.html().root_element(), "code.secret").expect("a link"));
    said.strip_prefix(clinic.floor.config.base_url()).expect("a link of ours").to_owned()
}

async fn invite(owner: &mut Browser, address: &str, role: &str, way: &str) -> Page {
    let page = owner.get(&format!("{LIST}/new")).await;
    let form = page.form("招待する").fill("氏名", "新人 花").fill("メールアドレス", address);
    owner.submit(form.forge("role", role).forge("way", way)).await
}

#[tokio::test]
async fn an_owner_invites_by_mail_and_sees_who_waits_and_who_has_come() {
    let (clinic, mut owner) = open().await;
    let page = invite(&mut owner, NEW, "reception", "mail").await;
    assert!(page.path().starts_with(LIST), "{}", page.text());
    assert!(page.text().contains("招待のメールを送りました") && page.text().contains("招待中・"), "{}", page.text());
    let letter = clinic.mail_to(NEW).await.text();
    assert!(letter.contains("さくら内科クリニック") && letter.contains("受付"), "{letter}");
    let base = clinic.floor.config.base_url();
    let link = letter.lines().find_map(|line| line.strip_prefix(base)).expect("a link").to_owned();
    let mut browser = clinic.plain();
    let page = browser.get(&link).await;
    assert_eq!(page.form("認証アプリの設定へ").value("name"), "新人 花", "the name by which they were invited");
    let page = browser.submit(page.form("認証アプリの設定へ").fill("パスワード", PASSWORD)).await;
    let code = staff::code_of(&clinic, &page);
    browser.submit(page.form("確認して登録する").fill("確認コード", &code)).await;
    assert_eq!(role_of(&clinic, NEW), Some(Role::Reception));
    clinic.mail_to(OWNER).await;
    let page = owner.get(LIST).await;
    assert!(page.has_link("新人 花") || page.text().contains("新人 花"), "{}", page.text());
    assert!(!page.text().contains("招待中・"), "{}", page.text());
}

#[tokio::test]
async fn a_link_is_printed_once_and_an_invitation_withdrawn_or_replaced_by_a_newer_one() {
    let (clinic, mut owner) = open().await;
    let first = printed(&clinic, &invite(&mut owner, NEW, "doctor", "sheet").await);
    assert_eq!(clinic.plain().get(&first).await.code(), 200);
    let second = printed(&clinic, &invite(&mut owner, NEW, "doctor", "sheet").await);
    assert_eq!(clinic.plain().get(&first).await.code(), 410, "the newest works");
    let page = owner.get(LIST).await;
    assert!(!page.text().contains(&second), "shown once");
    let waiting = page.links().into_iter().map(|(_, href)| href).find(|href| href.contains("/staff/invited/"));
    let waiting = waiting.expect("an invitation");
    let page = press(&mut owner, &waiting, "招待を取り消す").await;
    assert!(page.text().contains("招待を取り消しました"), "{}", page.text());
    assert_eq!(clinic.plain().get(&second).await.code(), 410);
    assert_eq!(owner.get(&waiting).await.code(), 404);
}

#[tokio::test]
async fn who_works_there_is_not_invited_again_and_what_was_typed_stays() {
    let (_clinic, mut owner) = open().await;
    let page = invite(&mut owner, RECEPTION, "doctor", "mail").await;
    assert_eq!(page.code(), 422);
    assert!(page.beside("email").is_some_and(|said| said.contains("すでに")), "{}", page.text());
    assert_eq!(page.form("招待する").value("name"), "新人 花");
}

#[tokio::test]
async fn a2_a4_the_pages_are_there_for_owners_of_the_clinic_alone() {
    let (clinic, mut owner) = open().await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    works_at_momiji(&clinic, DOCTOR, Role::Owner).await;
    let pages = [
        LIST.to_owned(),
        format!("{LIST}/new"),
        place(&clinic, path::MEMBER, RECEPTION),
        place(&clinic, path::SUSPENSION, RECEPTION),
        place(&clinic, path::RESET, RECEPTION),
        place(&clinic, path::REMOVAL, RECEPTION),
    ];
    for who in [RECEPTION, DOCTOR] {
        let mut browser = staff::signed_in(&clinic, who).await;
        let proof = browser.get("/console/c/sakura").await.form("ログアウト").value("_csrf");
        assert!(!browser.get("/console/c/sakura").await.has_link("スタッフ"));
        for page in &pages {
            assert_eq!(browser.get(page).await.code(), 404, "{who} {page}");
            let ask = crate::harness::browser::Ask::posting(page, &[("_csrf".to_owned(), proof.clone())]);
            assert!([404, 405].contains(&browser.send(ask).await.code()), "{who} {page}");
        }
    }
    assert!(owner.get("/console/c/sakura").await.has_link("スタッフ"));
    for page in &pages {
        assert_eq!(owner.get(page).await.code(), 200, "{page}");
    }
    let elsewhere = path::of_member(path::MEMBER, &ClinicId::parse(MOMIJI).unwrap(), staff::find(&clinic, DOCTOR).id);
    assert_eq!(owner.get(&elsewhere).await.code(), 404, "of another clinic");
    let stranger = place(&clinic, path::MEMBER, DOCTOR).replace("sakura", "momiji");
    assert_eq!(owner.get(&stranger).await.code(), 404);
}

#[tokio::test]
async fn a4_a_changed_role_counts_at_the_next_request() {
    let (clinic, mut owner) = open().await;
    clinic.ignore_mail();
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Owner).await;
    let mut other = staff::signed_in(&clinic, DOCTOR).await;
    let form = other.get(&place(&clinic, path::REMOVAL, RECEPTION)).await.form("スタッフから外す");
    let page = owner.get(&place(&clinic, path::MEMBER, DOCTOR)).await;
    let page = owner.submit(page.form("役割を変更する").forge("role", "reception")).await;
    assert!(page.text().contains("役割を変更しました"), "{}", page.text());
    assert_eq!(other.submit(form).await.code(), 404, "a form that was open");
    assert_eq!(other.get(LIST).await.code(), 404);
    assert_eq!(other.get("/console/c/sakura").await.code(), 200, "the book is still theirs");
    assert_eq!(role_of(&clinic, RECEPTION), Some(Role::Reception));
}

#[tokio::test]
async fn a4_who_is_suspended_is_out_at_once_and_comes_back_when_it_ends() {
    let (clinic, mut owner) = open().await;
    let mut reception = staff::signed_in(&clinic, RECEPTION).await;
    let suspension = place(&clinic, path::SUSPENSION, RECEPTION);
    let page = press(&mut owner, &suspension, "停止する").await;
    assert!(page.text().contains("利用を停止しました") && page.text().contains("停止中"), "{}", page.text());
    assert!(reception.get("/console/c/sakura").await.path().starts_with("/console/sign-in"));
    let page = reception.get("/console/sign-in").await;
    let form = page.form("ログイン").fill("メールアドレス", RECEPTION).fill("パスワード", PASSWORD);
    assert!(reception.submit(form).await.text().contains("停止されています"));
    let page = owner.get(&place(&clinic, path::RESET, RECEPTION)).await;
    assert!(page.text().contains("先に利用を再開"), "{}", page.text());
    press(&mut owner, &suspension, "再開する").await;
    clinic.minutes_pass(1);
    staff::sign_in(&clinic, &mut reception, RECEPTION).await;
    assert_eq!(reception.get("/console/c/sakura").await.code(), 200);
}

#[tokio::test]
async fn the_last_owner_stays_and_the_page_says_why() {
    let (clinic, mut owner) = open().await;
    // An owner whose sign-in the operator has closed does not count.
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Owner).await;
    let address = EmailAddress::parse(DOCTOR).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::set_disabled(tx, &address, true)).await.unwrap();
    let page = owner.get(&place(&clinic, path::MEMBER, OWNER)).await;
    let page = owner.submit(page.form("役割を変更する").forge("role", "doctor")).await;
    assert_eq!(page.code(), 422);
    assert!(page.beside("role").is_some_and(|said| said.contains("管理者がこの方だけ")), "{}", page.text());
    for (route, button) in [(path::SUSPENSION, "停止する"), (path::REMOVAL, "スタッフから外す")] {
        let page = press(&mut owner, &place(&clinic, route, OWNER), button).await;
        assert_eq!((page.code(), page.h1().as_str()), (409, "管理者がいなくなります"), "{route}");
    }
    assert_eq!(role_of(&clinic, OWNER), Some(Role::Owner));
    let address = EmailAddress::parse(OWNER).unwrap();
    let told = clinic.floor.store.write(clinic.now(), move |tx| support::remove(tx, &address, &sakura())).await;
    assert_eq!(told.unwrap(), MemberChange::LastOwner, "the operator's command as well");
}

#[tokio::test]
async fn of_owners_who_remove_one_another_at_once_one_stays() {
    let (clinic, _) = open().await;
    clinic.ignore_mail();
    let others: Vec<String> = (0..4).map(|number| format!("owner{number}@example.jp")).collect();
    for address in &others {
        staff::add(&clinic.floor, address, SAKURA, Role::Owner).await;
    }
    clinic.minutes_pass(1);
    let everybody: Vec<&str> = [OWNER].into_iter().chain(others.iter().map(String::as_str)).collect();
    let mut ready = Vec::new();
    for (at, who) in everybody.iter().enumerate() {
        let mut browser = staff::signed_in(&clinic, who).await;
        let other = everybody[(at + 1) % everybody.len()];
        let form = browser.get(&place(&clinic, path::SUSPENSION, other)).await.form("停止する");
        ready.push((browser, form));
    }
    let posts = ready.into_iter().map(|(mut browser, form)| async move { browser.submit(form).await.code() });
    let codes = futures_util::future::join_all(posts).await;
    let left = everybody.iter().filter(|who| role_of(&clinic, who) == Some(Role::Owner)).count();
    assert!(0 < left, "{codes:?}");
}

#[tokio::test]
async fn what_one_clinic_decides_does_not_reach_into_another() {
    let (clinic, mut owner) = open().await;
    works_at_momiji(&clinic, RECEPTION, Role::Reception).await;
    let mut reception = staff::signed_in(&clinic, RECEPTION).await;
    press(&mut owner, &place(&clinic, path::SUSPENSION, RECEPTION), "停止する").await;
    assert_eq!(reception.get("/console/c/sakura").await.code(), 404);
    assert_eq!(reception.get("/console/c/momiji").await.code(), 200, "signed in still");
    assert_eq!(reception.get("/console").await.path(), "/console/c/momiji");
    press(&mut owner, &place(&clinic, path::SUSPENSION, RECEPTION), "再開する").await;
    let reset = place(&clinic, path::RESET, RECEPTION);
    let page = owner.get(&reset).await;
    let page = owner.submit(page.form("リンクを渡す").forge("way", "sheet")).await;
    assert_eq!(page.code(), 422, "no link in the hands of one clinic: {}", page.text());
    let page = owner.get(&reset).await;
    owner.submit(page.form("リンクを渡す")).await;
    assert!(clinic.mail_to(RECEPTION).await.text().contains("/console/invitations/"), "to the person alone");
    press(&mut owner, &place(&clinic, path::REMOVAL, RECEPTION), "スタッフから外す").await;
    assert_eq!(reception.get("/console/c/sakura").await.code(), 404);
    assert_eq!(reception.get("/console/c/momiji").await.code(), 200);
}

#[tokio::test]
async fn a_sheet_that_was_printed_before_somebody_came_to_another_clinic_opens_nothing() {
    let (clinic, mut owner) = open().await;
    let page = owner.get(&place(&clinic, path::RESET, RECEPTION)).await;
    let page = owner.submit(page.form("リンクを渡す").forge("way", "sheet")).await;
    let link = printed(&clinic, &page);
    assert_eq!(clinic.plain().get(&link).await.code(), 200);
    works_at_momiji(&clinic, RECEPTION, Role::Doctor).await;
    assert_eq!(clinic.plain().get(&link).await.code(), 410);
}

#[tokio::test]
async fn the_right_to_open_clinics_is_taken_back() {
    let (clinic, mut owner) = open().await;
    assert_eq!(owner.get("/console/clinics/new").await.code(), 200);
    let address = EmailAddress::parse(OWNER).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::set_opens_clinics(tx, &address, false)).await.unwrap();
    assert_eq!(owner.get("/console/clinics/new").await.code(), 404);
}
