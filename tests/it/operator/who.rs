//! Who is an operator, and what that opens.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::page::Page;
use crate::harness::staff::{self, OWNER, RECEPTION};
use mypage::mail::EmailAddress;
use mypage::secret::Token;
use mypage::staff::{Role, path, support};

const PAGE: &str = "/console/operator";
const NEW: &str = "unyo@example.jp";

async fn open() -> Clinic {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    clinic
}

async fn invite(clinic: &Clinic, address: &str) -> String {
    let (token, address) = (Token::mint(), EmailAddress::parse(address).unwrap());
    let link = path::of_invitation(&token);
    let invited =
        clinic.floor.store.write(clinic.now(), move |tx| support::invite_operator(tx, &token, address.clone()));
    invited.await.unwrap();
    link
}

/// Whether a browser is answered as by a page that does not exist.
async fn is_not_there(browser: &mut Browser, path: &str) -> bool {
    let (page, nowhere) = (browser.get(path).await, browser.get("/console/nowhere").await);
    (page.code(), page.h1()) == (404, nowhere.h1())
}

fn is_in_menu(page: &Page) -> bool {
    page.links().iter().any(|(_, href)| href == PAGE)
}

#[tokio::test]
async fn a2_the_page_is_there_for_operators_only() {
    let clinic = open().await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    assert!(clinic.plain().get(PAGE).await.path().starts_with("/console/sign-in"));
    let mut patient = clinic.signed_in("hanako@example.jp").await;
    assert!(patient.get(PAGE).await.path().starts_with("/console/sign-in"));
    let mut reception = staff::signed_in(&clinic, RECEPTION).await;
    assert!(is_not_there(&mut reception, PAGE).await);
    assert!(!is_in_menu(&reception.get("/console/c/sakura").await));
    let mut owner = staff::signed_in(&clinic, OWNER).await;
    assert_eq!(owner.get(PAGE).await.h1(), "運用状況");
    assert!(is_in_menu(&owner.get("/console/c/sakura").await));
}

#[tokio::test]
async fn an_operator_without_a_clinic_begins_at_the_page_and_reaches_no_book() {
    let clinic = open().await;
    let visit = booked::book_today(&clinic, "emma@example.jp", "15:00").await;
    clinic.ignore_mail();
    let invitation = invite(&clinic, NEW).await;
    let mut browser = clinic.plain();
    let offered = browser.get(&invitation).await;
    assert!(offered.overview("役割").is_some_and(|role| role.starts_with("運用担当者")), "{}", offered.text());
    let page = staff::accept(&mut browser, &invitation, "運用 太郎").await;
    let code = staff::code_of(&clinic, &page);
    let page = browser.submit(page.form("確認して登録する").fill("確認コード", &code)).await;
    let page = browser.submit(page.form("控えたので、はじめる")).await;
    assert_eq!(page.path(), PAGE, "{}", page.text());
    assert!(!page.has_link("予約台帳"), "no book that is not theirs is offered");
    let of_visit = format!("/console/c/sakura/visits/{}", visit.id.text());
    for path in ["/console/c/sakura", "/console/c/sakura/days/2026-04-01", &of_visit, "/console/clinics/new"] {
        assert!(is_not_there(&mut browser, path).await, "{path}");
    }
}

#[tokio::test]
async fn a_colleague_becomes_an_operator_beside_their_role() {
    let clinic = open().await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let invitation = invite(&clinic, RECEPTION).await;
    let page = browser.get(&invitation).await;
    assert!(is_not_there(&mut browser, PAGE).await, "looking at it changes nothing");
    browser.submit(page.form("運用担当者になる")).await;
    assert_eq!(browser.get(PAGE).await.code(), 200);
    assert_eq!(browser.get("/console/c/sakura").await.code(), 200);
}

#[tokio::test]
async fn a4_whose_flag_is_taken_back_is_out_at_the_next_request_and_keeps_the_role() {
    let clinic = open().await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let mut browser = staff::signed_in(&clinic, OWNER).await;
    assert_eq!(browser.get(PAGE).await.code(), 200);
    let remove = || {
        let address = EmailAddress::parse(OWNER).unwrap();
        clinic.floor.store.write(clinic.now(), move |tx| support::remove_operator(tx, &address))
    };
    assert_eq!((remove().await, remove().await), (Ok(true), Ok(false)));
    assert!(is_not_there(&mut browser, PAGE).await);
    let book = browser.get("/console/c/sakura").await;
    assert!(book.code() == 200 && !is_in_menu(&book));
}
