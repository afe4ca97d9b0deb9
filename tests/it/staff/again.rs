//! Password and code once more, before what only owners do.

use crate::harness::booked;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::page::Page;
use crate::harness::rows;
use crate::harness::staff::{self, OWNER, PASSWORD, RECEPTION};
use crate::harness::stage::Stage;
use mypage::staff::Role;
use mypage::web::Who;
use poem::http::Method;

const AGAIN: &str = "/console/sign-in/again";
const NEW: &str = "/console/c/sakura/staff/new";

async fn open() -> (Clinic, Browser) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let owner = staff::signed_in(&clinic, OWNER).await;
    (clinic, owner)
}

async fn confirm(browser: &mut Browser, page: &Page, password: &str, code: &str) -> Page {
    browser.submit(page.form("確認して続ける").fill("パスワード", password).fill("確認コード", code)).await
}

#[tokio::test]
async fn s6_a_page_that_changes_staff_asks_for_password_and_code_after_five_minutes() {
    let (clinic, mut owner) = open().await;
    assert_eq!(owner.get(NEW).await.path(), NEW, "given just now");
    clinic.minutes_pass(5);
    let page = owner.get(NEW).await;
    assert!(page.path().starts_with(AGAIN), "{}", page.path());
    let wrong = confirm(&mut owner, &page, "chigau kotoba desu", &staff::code(&clinic, OWNER)).await;
    assert!(wrong.code() == 422 && wrong.beside("password").is_some(), "{}", wrong.text());
    let code = staff::wrong_code(&clinic, OWNER);
    let wrong = confirm(&mut owner, &wrong, PASSWORD, &code).await;
    assert!(wrong.code() == 422 && wrong.beside("code").is_some(), "{}", wrong.text());
    assert!(owner.get(NEW).await.path().starts_with(AGAIN), "neither alone is enough");
    let page = confirm(&mut owner, &wrong, PASSWORD, &staff::code(&clinic, OWNER)).await;
    assert_eq!(page.path(), NEW);
}

#[tokio::test]
async fn s6_what_was_typed_is_kept_and_goes_on_where_it_was() {
    let (clinic, owner) = open().await;
    for mut owner in [owner.clone(), owner.with_htmx()] {
        clinic.minutes_pass(6);
        let page = owner.get(NEW).await;
        confirm(&mut owner, &page, PASSWORD, &staff::code(&clinic, OWNER)).await;
        let form = owner.get(NEW).await.form("招待する").fill("氏名", "新人 花").fill("メールアドレス", "a@example.jp");
        clinic.minutes_pass(6);
        let page = owner.submit(form).await;
        assert!(page.path().starts_with(AGAIN), "{}", page.path());
        let page = confirm(&mut owner, &page, PASSWORD, &staff::code(&clinic, OWNER)).await;
        assert_eq!(page.path(), NEW);
        let form = page.form("招待する");
        assert_eq!((form.value("name").as_str(), form.value("email").as_str()), ("新人 花", "a@example.jp"));
        let page = owner.submit(form).await;
        assert!(page.text().contains("招待のメールを送りました"), "{}", page.text());
    }
}

#[tokio::test]
async fn s6_every_change_of_an_owner_asks_and_changes_nothing_until_then() {
    let stage = Stage::new().await;
    let forms = stage.forms().await;
    let mut owner = stage.staff.clone();
    stage.clinic.minutes_pass(6);
    owner.following = false;
    let (mut asked, before) = (0, rows::all(&stage.clinic.floor.store));
    for route in stage.routes() {
        if route.who != Who::ClinicOwner || route.method != Method::POST {
            continue;
        }
        let path = stage.path(&route);
        let form = forms.iter().find(|(_, form)| form.action == path).map(|(_, form)| form.clone().pressing_any());
        let sent = form.expect("a form").without("role").sent();
        let page = owner.send(Ask::posting(&path, &sent)).await;
        let to = page.leads_to().unwrap_or_default();
        assert!(to.starts_with(AGAIN), "{path} leads to {to:?} with {}", page.code());
        asked += 1;
    }
    assert!(5 < asked, "{asked}");
    let changed = rows::differences(&before, &rows::all(&stage.clinic.floor.store)).into_iter();
    // What was typed is kept until they have confirmed, which is counted, and the session was used.
    let kept = ["kept-form", "throttle", "session"];
    let changed = changed.filter(|row| !kept.iter().any(|table| row.starts_with(table)));
    assert_eq!(changed.collect::<Vec<String>>(), Vec::<String>::new());
    let roles = staff::roles(&stage.clinic, RECEPTION);
    assert_eq!(roles, [Role::Reception], "nothing was changed");
}

#[tokio::test]
async fn a4_who_was_closed_out_meanwhile_is_not_confirmed() {
    let (clinic, mut owner) = open().await;
    clinic.minutes_pass(6);
    let page = owner.get(NEW).await;
    let address = mypage::mail::EmailAddress::parse(OWNER).unwrap();
    let closed =
        clinic.floor.store.write(clinic.now(), move |tx| mypage::staff::support::set_disabled(tx, &address, true));
    closed.await.unwrap();
    let page = confirm(&mut owner, &page, PASSWORD, &staff::code(&clinic, OWNER)).await;
    assert!(!page.path().starts_with(NEW) && page.path().starts_with("/console/sign-in"), "{}", page.path());
}
