//! A7: a signed-out visitor sees nothing about anybody on any page.

mod crawl;
mod crowd;
mod marks;

use crate::harness::browser::Ask;
use crate::harness::clinic::{Clinic, started};
use crate::harness::clinics::{CHECK_UP, CLEANING, GENERAL, SAKURA, STAFF_ONLY, VACCINE};
use crate::harness::notices;
use crate::harness::people;
use crate::harness::staff::{self, OWNER};
use crawl::Crawl;
use crowd::{KAEDE, PATIENTS, seed};
use marks::Marks;
use mypage::app;
use mypage::clinic::ClinicId;
use mypage::clinic::registration_code::{give, renew};
use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::{EmailAddress, Letter, outbox};
use mypage::reservation::ReceiptToken;
use mypage::secret::Token;
use mypage::session;
use mypage::staff::Role;
use mypage::store::Tx;
use mypage::web::{Route, Who};
use poem::http::Method;
use std::collections::BTreeSet;

/// The public routes that show no page to somebody who has only an address, and why.
const CLOSED: [(&str, &str); 14] = [
    ("/console/lock", "is shown on a shared device alone"),
    ("/console/invitations/:token", "takes the token of a mail"),
    ("/console/demo-codes", "is shown by a demonstration alone"),
    ("/b/:clinic/pictures/:picture", "is named by its content, on the pages of the clinic"),
    ("/", "leads on to the sign-in page"),
    ("/c/:code", "leads on to the sign-in page, which names the clinic"),
    ("/sign-up/link/:token", "takes the token of a mail"),
    ("/password-reset/link/:token", "takes the token of a mail"),
    ("/own-word/link/:token", "takes the token of a mail"),
    ("/own-word/withdrawal/:token", "takes the token of a mail"),
    ("/r/:token", "takes the token of a mail"),
    ("/r/:token/calendar.ics", "takes the token of a mail"),
    ("/r/:token/cancellation", "takes the token of a mail"),
    ("/r/:token/change", "takes the token of a mail"),
];

/// The registration codes that anybody may have seen on a wall: a retired one and those in use, and two that no clinic has.
async fn codes(clinic: &Clinic) -> Vec<String> {
    let [sakura, kaede] = [SAKURA, KAEDE].map(|id| ClinicId::parse(id).unwrap());
    let codes = clinic
        .floor
        .store
        .write(clinic.now(), move |tx| Ok([give(tx, &sakura)?, renew(tx, &sakura)?, give(tx, &kaede)?]));
    let codes = codes.await.unwrap().map(|code| code.to_string());
    codes.into_iter().chain(["0".repeat(26), "0".to_owned()]).collect()
}

/// What anybody may know or try in the place of a parameter.
fn known(name: &str, codes: &[String]) -> Vec<String> {
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    match name {
        ":clinic" => own(&[SAKURA, KAEDE, "nowhere"]),
        ":menu" => own(&[GENERAL, VACCINE, CHECK_UP, CLEANING, STAFF_ONLY, "nothing"]),
        ":code" => codes.to_vec(),
        ":digits" => own(&["1000001", "1"]),
        ":token" => own(&[&Token::mint().text(), &ReceiptToken::mint(Moment::from_millis(0)).text(), "1"]),
        _ => own(&[&Token::mint().text(), "service-everybody", "1"]),
    }
}

/// Every path of a route that anybody can write down.
fn places(route: &Route, codes: &[String]) -> Vec<String> {
    let mut paths = vec![String::new()];
    for part in route.path.split('/').skip(1) {
        let parts = if part.starts_with(':') { known(part, codes) } else { vec![part.to_owned()] };
        paths = paths.iter().flat_map(|path| parts.iter().map(move |part| format!("{path}/{part}"))).collect();
    }
    if route.path.ends_with("/:menu") {
        paths.extend(paths.clone().iter().map(|path| format!("{path}?visit=first&day=2026-04-02")));
    }
    if route.path.ends_with("/group/slots") {
        paths.extend(paths.clone().iter().map(|path| format!("{path}?people=naika.first,naika.first&order=turn")));
    }
    paths
}

/// That the search finds what is shown to those who may see it.
async fn the_search_finds_what_is_there(clinic: &Clinic, marks: &Marks, routes: &[Route]) {
    let subject = people::find(&clinic.floor, &crowd::address(1)).expect("an account").id.subject();
    let token = Token::mint();
    let (before, hash) = (Token::mint().hash(), token.hash());
    clinic
        .floor
        .store
        .write(clinic.now(), move |tx| session::start(tx, &started(subject), &before, hash))
        .await
        .unwrap();
    let mut patient = clinic.plain();
    patient.identify(&token.text());
    let mut crawl = Crawl::new(patient, marks, routes.to_vec());
    for path in ["/person", "/account", "/dashboard?past=1", "/clinics/sakura?past=1"] {
        crawl.ask(Ask::of(Method::GET, path)).await;
    }
    let kinds = ["family name", "given name", "kana", "birth date", "postal code", "city", "line", "building", "phone"];
    for kind in kinds.into_iter().chain(["mail address", "お客様ID", "reservation"]) {
        let found = crawl.leaks.iter().any(|leak| leak.contains(&format!(": {kind} ")));
        assert!(found, "{kind} is not found where it is: {:#?}", crawl.leaks);
    }
}

#[tokio::test]
async fn the_operators_page_names_nobody_of_five_hundred_patients() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let marks = seed(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let to = |number| Letter::new(Lang::Ja, EmailAddress::parse(&crowd::address(number)).unwrap(), "ご予約の確認");
    let (now, late) = (clinic.now(), to(0).useful_until(clinic.now()));
    let masked = late.to().masked();
    clinic.floor.store.write(now, move |tx| outbox::add(tx, &late)).await.unwrap();
    // What waits so far is dealt with, and the last of it given up; as much waits again.
    clinic.minutes_pass(1);
    clinic.deliver().await;
    let letters: Vec<Letter> = (0..PATIENTS).map(to).collect();
    let add = move |tx: &mut Tx<'_>| letters.iter().try_for_each(|letter| outbox::add(tx, letter));
    clinic.floor.store.write(clinic.now(), add).await.unwrap();
    clinic.minutes_pass(20);
    let mut browser = staff::signed_in(&clinic, OWNER).await;
    let japanese = browser.get("/console/operator").await;
    let english = browser.submit(japanese.form("English")).await;
    for (page, late, given_up) in [
        (japanese, "メールが届いていません", "送れなかったメールがあります"),
        (english, "E-mails are not going out", "Some e-mails could not be sent"),
    ] {
        assert!(page.text().contains(late) && page.text().contains(given_up), "{}", page.text());
        assert_eq!(marks.found(&page.body), BTreeSet::new());
        assert!(!page.text().contains(&masked), "{}", page.text());
    }
}

#[tokio::test]
async fn a7_a_crawl_of_everything_public_meets_nothing_of_five_hundred_patients() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    notices::publish(&clinic.floor, "everybody", "# お知らせ\n\n本文").await;
    let marks = seed(&clinic).await;
    assert!(marks.len() > PATIENTS * 30, "{} spellings", marks.len());
    let (routes, codes) = (app::routes(&clinic.floor.config), codes(&clinic).await);
    the_search_finds_what_is_there(&clinic, &marks, &routes).await;
    let mut crawl = Crawl::new(clinic.plain(), &marks, routes.clone());
    let (gets, posts): (Vec<&Route>, Vec<&Route>) = routes.iter().partition(|route| route.method == Method::GET);
    let beside =
        ["/healthz", "/robots.txt", "/favicon.ico", "/sw.js", "/offline", "/nowhere", "/b", "/b/sakura/2026-04-02"]
            .map(str::to_owned);
    crawl.everywhere(gets.iter().flat_map(|route| places(route, &codes)).chain(beside).collect()).await;
    for path in posts.iter().flat_map(|route| places(route, &codes)) {
        crawl.press(&path).await;
    }
    for (method, path) in [(Method::DELETE, "/sign-in"), (Method::OPTIONS, "/b/sakura"), (Method::PUT, "/dashboard")] {
        assert_eq!(crawl.ask(Ask::of(method, path)).await.code(), 405, "{path}");
    }
    assert!(crawl.leaks.is_empty(), "{:#?}", crawl.leaks);
    for route in gets {
        let closed = CLOSED.iter().find(|(path, _)| *path == route.path).map(|(_, why)| *why);
        let statuses = crawl.answered.get(route.path);
        let seen = statuses.is_some_and(|statuses| statuses.contains(&200));
        assert_eq!(seen, route.who == Who::Anyone && closed.is_none(), "{} {closed:?}: {statuses:?}", route.path);
    }
    for way in ["", "/confirmation", "/code", "/slots", "/account", "/release"] {
        let form = format!("/b/:clinic/bookings/:key{way}");
        assert!(crawl.posted.contains(&form), "{form} was not found among {:?}", crawl.posted);
    }
    assert!(crawl.requests > 500, "{} requests", crawl.requests);
}
