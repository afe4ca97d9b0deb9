//! An area beside the patients' pages: a kind of session of its own, with its cookie, lifetime, role, frame and sign-in
//! page. The area of these tests is made of constants and routes only.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, HTTP, HTTPS, Setup};
use crate::harness::page::Page as Seen;
use crate::harness::people::{self, HANAKO};
use maud::html;
use mypage::account::{AccountId, Patient, SESSIONS};
use mypage::lang::Lang;
use mypage::secret::{Token, TokenHash};
use mypage::session::{self, Lifetime, NewSession, Session, SessionKind, Stay, SubjectId, UserAgent};
use mypage::store::{Reader, Table};
use mypage::ui::{Chrome, Footer, Layout, Page};
use mypage::web::{Anyone, Area, Cx, Failure, Frame, Guard, WaysOn, Who, get, language_route, post};
use mypage::work::Ended::Done;
use mypage::work::{Actor, Outcome, Remedy, Work};
use std::convert::Infallible;
use std::sync::LazyLock;

const ROLES: Table<u64, Actor> = Table::new("role");

const DAY: Lifetime = Lifetime { unused_minutes: 24 * 60, in_all_minutes: Some(24 * 60) };

const DESK: SessionKind = SessionKind {
    name: "desk",
    actor: Actor::Staff,
    cookie: "desk",
    on_device: DAY,
    in_browser: DAY,
    most: 3,
    sign_in: |next| format!("/desk/in?next={next}"),
};

struct DeskFrame;

impl Frame for DeskFrame {
    fn chrome(&self, cx: &Cx, r: Option<&dyn Reader>) -> Chrome {
        Chrome {
            lang: cx.lang,
            service: if r.is_some() { "Desk, signed in" } else { "Desk" }.to_owned(),
            mark: "desk".to_owned(),
            account: None,
            csrf: cx.csrf(),
            here: cx.here(),
            home: "/desk".to_owned(),
            layout: Layout::Reading,
            menu: None,
            footer: Footer {
                links: Vec::new(),
                contact: None,
                language_action: "/desk/language".to_owned(),
                keep_action: "/desk/kept-form".to_owned(),
            },
        }
    }

    fn ways_on(&self, _: &Cx, _: Remedy, _: Option<&dyn Reader>) -> WaysOn {
        WaysOn::default()
    }
}

struct Member;

impl Guard for Member {
    const WHO: Who = Who::Anyone;

    fn admit(_: &Cx, _: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        session.filter(|session| session.kind.name == DESK.name).map(|_| Self).ok_or(Failure::SignIn)
    }
}

static SUBJECT: LazyLock<SubjectId> = LazyLock::new(SubjectId::mint);

async fn sign_in(cx: Cx, _: Anyone) -> mypage::web::Result {
    let token = cx.new_token();
    let fresh = token.hash();
    let Done(()) = cx.work(move |work, _: Anyone| start(work, fresh)).await?;
    Ok(cx.go_to("/desk").signed_in(token, Stay::OnDevice))
}

fn start(work: &mut Work<'_>, fresh: TokenHash) -> Outcome<(), Infallible> {
    session::admit(work, *SUBJECT, Lang::En)?;
    let visitor = work.visitor();
    Ok(session::start(work, &at_the_desk(*SUBJECT), &visitor, fresh)?)
}

fn at_the_desk(subject: SubjectId) -> NewSession {
    NewSession { kind: &DESK, subject, stay: Stay::OnDevice, user_agent: UserAgent::default() }
}

async fn note(cx: Cx, _: Member) -> mypage::web::Result {
    let Done(()) = cx.work(|work, _: Member| note_role(work)).await?;
    Ok(cx.go_to("/desk"))
}

fn note_role(work: &mut Work<'_>) -> Outcome<(), Infallible> {
    let actor = work.caller().actor;
    Ok(ROLES.put(work, &1, &actor)?)
}

fn page(title: &str) -> Page {
    Page::new(title, html! { h1 { (title) } form method="post" action="/desk/in" { button { "In" } } })
}

async fn form(cx: Cx, _: Anyone) -> mypage::web::Result {
    Ok(cx.page(page("Sign in at the desk")))
}

async fn desk(cx: Cx, _: Member) -> mypage::web::Result {
    Ok(cx.page(page("The desk")))
}

/// A patient's route that somebody has put into the wrong area.
async fn misplaced(cx: Cx, _: Patient) -> mypage::web::Result {
    Ok(cx.page(page("A patient's page")))
}

fn open(base_url: &'static str) -> Clinic {
    let routes = vec![
        get("/desk", desk),
        get("/desk/in", form),
        post("/desk/in", sign_in),
        post("/desk/note", note),
        get("/desk/patient", misplaced),
        language_route("/desk/language"),
    ];
    let area = Area { root: "/desk", kind: &DESK, start: "/desk", frame: Box::new(DeskFrame), routes };
    Clinic::open(Setup { base_url, areas: vec![area], ..Setup::default() })
}

/// Posts with the proof of the desk's own token.
async fn post_at_desk(browser: &mut Browser, path: &str, more: &[(&str, &str)]) -> Seen {
    let proof = Token::parse(&browser.cookie("desk")).expect("a token of the desk").proof();
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let fields: Vec<_> = [("_csrf", proof.as_str())].iter().chain(more).map(own).collect();
    browser.send(Ask::posting(path, &fields)).await
}

async fn signed_in_at_desk(browser: &mut Browser) {
    browser.get("/desk/in").await;
    assert_eq!(post_at_desk(browser, "/desk/in", &[]).await.h1(), "The desk");
}

#[tokio::test]
async fn s5_each_area_has_its_own_cookie_lifetime_and_sign_in_page() {
    let clinic = open(HTTP);
    let mut browser = clinic.signed_in(HANAKO).await;
    let patient = browser.token();
    browser.following = false;
    assert_eq!(browser.get("/desk").await.leads_to().as_deref(), Some("/desk/in?next=/desk"));
    browser.following = true;
    signed_in_at_desk(&mut browser).await;
    assert_ne!(browser.cookie("desk"), patient);
    assert_eq!(browser.token(), patient, "a sign-in elsewhere leaves the patient's cookie alone");
    clinic.minutes_pass(24 * 60);
    assert_eq!(browser.get("/desk").await.path(), "/desk/in", "the desk's day is over");
    assert_eq!(browser.get("/dashboard").await.path(), "/dashboard", "the patient's thirty days are not");
}

#[tokio::test]
async fn s5_the_cookie_of_a_sign_in_lives_as_long_as_its_kind_says() {
    let clinic = open(HTTPS);
    let mut browser = clinic.plain();
    browser.following = false;
    browser.get("/desk/in").await;
    let token = browser.cookie("__Host-desk");
    let fields = [("_csrf".to_owned(), Token::parse(&token).unwrap().proof())];
    let cookie = browser.send(Ask::posting("/desk/in", &fields)).await.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-desk=") && cookie.contains("Max-Age=86400"), "{cookie}");
}

#[tokio::test]
async fn s3_a_token_signs_in_under_the_cookie_of_its_kind_only() {
    let clinic = open(HTTP);
    let mut browser = clinic.signed_in(HANAKO).await;
    signed_in_at_desk(&mut browser).await;
    let (patient, desk) = (browser.token(), browser.cookie("desk"));
    let mut swapped = clinic.plain();
    swapped.identify(&desk);
    swapped.put_cookie("desk", &patient);
    assert_eq!(swapped.get("/desk").await.path(), "/desk/in");
    assert_eq!(swapped.get("/account").await.path(), "/sign-in");
}

#[tokio::test]
async fn a_patients_guard_lets_nobody_in_by_a_session_of_another_kind() {
    let clinic = open(HTTP);
    let account = people::register(&clinic.floor, HANAKO).await;
    let (token, subject) = (Token::mint(), account.id.subject());
    let (old, new) = (Token::mint().hash(), token.hash());
    // The worst case: the other kind signs in the very subject of an account.
    clinic
        .floor
        .store
        .write(clinic.now(), move |tx| session::start(tx, &at_the_desk(subject), &old, new))
        .await
        .unwrap();
    assert_eq!(AccountId::of_subject(subject), account.id);
    let mut browser = clinic.plain();
    browser.put_cookie("desk", &token.text());
    assert_eq!(browser.get("/desk").await.h1(), "The desk");
    assert_eq!(browser.get("/desk/patient").await.path(), "/desk/in");
    assert_ne!(SESSIONS.name, DESK.name);
}

#[tokio::test]
async fn s4_a_write_is_done_in_the_role_of_the_areas_kind_and_not_without_its_session() {
    let clinic = open(HTTP);
    let mut browser = clinic.signed_in(HANAKO).await;
    browser.get("/desk/in").await;
    assert_eq!(post_at_desk(&mut browser, "/desk/note", &[]).await.path(), "/desk/in");
    let role = || clinic.floor.store.read_blocking(clinic.now(), |r| ROLES.get(r, &1)).unwrap();
    assert_eq!(role(), None);
    signed_in_at_desk(&mut browser).await;
    post_at_desk(&mut browser, "/desk/note", &[]).await;
    assert_eq!(role(), Some(Actor::Staff));
}

#[tokio::test]
async fn every_page_of_an_area_has_its_frame_even_one_that_is_not_there() {
    let clinic = open(HTTP);
    let mut browser = clinic.plain();
    let service = |page: &Seen| page.title().rsplit(" | ").next().unwrap_or_default().to_owned();
    let ours = service(&browser.get("/sign-in").await);
    for (path, expected) in [("/desk/in", "Desk"), ("/desk/nothing", "Desk"), ("/desks", &ours), ("/nothing", &ours)] {
        assert_eq!(service(&browser.get(path).await), expected, "{path}");
    }
    signed_in_at_desk(&mut browser).await;
    assert_eq!(service(&browser.get("/desk/nothing").await), "Desk, signed in");
    post_at_desk(&mut browser, "/desk/language", &[("lang", "ja"), ("next", "/desk")]).await;
    assert_eq!(browser.get("/desk").await.lang(), "ja", "the switch of the area changes the language of its subject");
}
