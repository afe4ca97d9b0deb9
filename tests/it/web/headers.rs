//! I2 and I3: the headers that every answer carries, whatever it is an answer to.

use crate::harness::browser::Ask;
use crate::harness::clinic::{Clinic, HTTP, HTTPS, Setup};
use crate::harness::page::Page;
use crate::harness::stage::Stage;
use mypage::web::listen::BodyProblem;
use mypage::web::{Anyone, Cx, get};
use poem::http::Method;
use std::collections::{BTreeMap, BTreeSet};

async fn breaks(_: Cx, _: Anyone) -> mypage::web::Result {
    panic!("on purpose")
}

/// One answer of every kind: pages, refusals, files, faults.
async fn answers(base_url: &'static str) -> Vec<Page> {
    let routes = vec![get("/breaks", breaks)];
    let stage = Stage::open(Setup { base_url, routes, ..Setup::default() }).await;
    let mut answers = Vec::new();
    for (_, mut browser) in stage.everybody() {
        browser.following = false;
        for path in stage.pages() {
            answers.push(browser.get(&path).await);
        }
    }
    for (mut browser, form) in stage.forms().await {
        browser.following = false;
        let form = form.pressing_any();
        answers.push(browser.send(Ask::posting(&form.action, &form.sent())).await);
        answers.push(browser.send(Ask::posting(&form.action, &[])).await);
    }
    let mut browser = stage.nobody.clone();
    let document = browser.get("/sign-in").await;
    let html = String::from_utf8(document.body.clone()).unwrap();
    let assets = html.split('"').filter(|part| part.starts_with('/') && part.contains('.'));
    for path in assets.chain([
        "/healthz",
        "/robots.txt",
        "/sw.js",
        "/offline",
        "/nowhere",
        "/breaks",
        "/sign-up/link/x",
        "/assets/nothing.css",
    ]) {
        answers.push(browser.get(path).await);
    }
    for method in [Method::DELETE, Method::OPTIONS, Method::HEAD] {
        answers.push(browser.send(Ask::of(method, "/sign-out")).await);
    }
    answers.push(browser.send(Ask::posting("/sign-in", &[]).with("content-type", "application/json")).await);
    for fault in [BodyProblem::TooLarge, BodyProblem::TooSlow, BodyProblem::Broken, BodyProblem::Busy] {
        answers.push(browser.send(Ask { fault: Some(fault), ..Ask::posting("/sign-in", &[]) }).await);
    }
    for _ in 0..4 {
        let form = browser.get("/sign-up").await.form("メール送信").fill("メールアドレス", "flood@example.jp");
        answers.push(browser.submit(form).await);
    }
    answers
}

fn statuses(answers: &[Page]) -> BTreeSet<u16> {
    answers.iter().map(Page::code).collect()
}

/// The directives of a policy.
fn directives(policy: &str) -> BTreeMap<String, String> {
    let directives = policy.split(';').map(str::trim).filter(|directive| !directive.is_empty());
    directives.map(|d| d.split_once(' ').unwrap_or((d, ""))).map(|(name, of)| (name.into(), of.into())).collect()
}

#[tokio::test]
async fn i2_every_answer_carries_a_policy_that_allows_only_what_is_used() {
    let own = ["script-src", "style-src", "img-src", "connect-src", "manifest-src", "worker-src", "form-action"];
    let none = ["default-src", "frame-ancestors", "base-uri", "object-src"];
    let own = own.map(|name| (name.to_owned(), "'self'".to_owned()));
    let none = none.map(|name| (name.to_owned(), "'none'".to_owned()));
    let expected: BTreeMap<String, String> = own.into_iter().chain(none).collect();
    for answer in answers(HTTP).await {
        let policies = answer.headers.get_all("content-security-policy");
        let policies: Vec<_> = policies.iter().map(|policy| directives(policy.to_str().unwrap())).collect();
        assert_eq!(policies, std::slice::from_ref(&expected), "{} {}", answer.path(), answer.code());
    }
}

#[tokio::test]
async fn i3_every_answer_is_closed_to_other_sites_and_guesses() {
    for base_url in [HTTP, HTTPS] {
        let answers = answers(base_url).await;
        let all: BTreeSet<u16> =
            [200, 204, 303, 400, 401, 403, 404, 405, 408, 410, 413, 415, 422, 429, 500, 503].into();
        assert_eq!(statuses(&answers), all, "an answer of every kind");
        for answer in answers {
            let at = format!("{base_url}{} {}", answer.path(), answer.code());
            let says = |name: &str| answer.header(name).unwrap_or_default();
            assert_eq!(says("x-content-type-options"), "nosniff", "{at}");
            assert_eq!(says("cross-origin-opener-policy"), "same-origin", "{at}");
            assert_eq!(says("cross-origin-resource-policy"), "same-origin", "{at}");
            assert_eq!(says("referrer-policy"), "no-referrer", "{at}");
            assert_eq!(says("x-frame-options"), "DENY", "{at}");
            let hsts = says("strict-transport-security");
            let year = hsts.split(';').find_map(|part| part.trim().strip_prefix("max-age="));
            let long = year.is_some_and(|seconds| seconds.parse::<u64>().unwrap() >= 31_536_000);
            assert_eq!(long, base_url == HTTPS, "{at}: {hsts:?}");
        }
    }
}

#[tokio::test]
async fn i3_subdomains_are_held_to_https_only_where_the_operator_says_so() {
    for (base_url, subdomains, expected) in [
        (HTTPS, "false", Some("max-age=31536000")),
        (HTTPS, "true", Some("max-age=31536000; includeSubDomains")),
        (HTTP, "true", None),
    ] {
        let settings = vec![("MYPAGE_HSTS_INCLUDE_SUBDOMAINS", subdomains.to_owned())];
        let clinic = Clinic::open(Setup { base_url, settings, ..Setup::default() });
        let answer = clinic.plain().get("/sign-in").await;
        assert_eq!(answer.header("strict-transport-security").as_deref(), expected, "{base_url} {subdomains}");
    }
}
