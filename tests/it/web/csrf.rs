//! S7: nothing changes unless the request was sent from one of our pages, drawn for this visitor.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, HTTP, Setup};
use crate::harness::engine::rewind::Rewind;
use crate::harness::form::Form;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::Stage;
use mypage::web::Who;
use poem::http::Method;

/// One way to send a form that is not ours to send.
struct Forgery {
    name: &'static str,
    make: fn(&Form, &str) -> Ask,
}

fn honest(form: &Form, _: &str) -> Ask {
    Ask::posting(&form.action, &form.sent())
}

const FORGERIES: [Forgery; 9] = [
    Forgery { name: "no proof", make: |form, _| Ask::posting(&form.action, &form.clone().without("_csrf").sent()) },
    Forgery {
        name: "an empty proof",
        make: |form, _| Ask::posting(&form.action, &form.clone().forge("_csrf", "").sent()),
    },
    Forgery {
        name: "another visitor's proof",
        make: |form, other| Ask::posting(&form.action, &form.clone().forge("_csrf", other).sent()),
    },
    Forgery { name: "from another site", make: |form, _| honest(form, "").with("sec-fetch-site", "cross-site") },
    Forgery { name: "from a sibling", make: |form, _| honest(form, "").with("sec-fetch-site", "same-site") },
    Forgery { name: "from nowhere", make: |form, _| honest(form, "").with("sec-fetch-site", "none") },
    Forgery {
        name: "from another origin",
        make: |form, _| honest(form, "").without("sec-fetch-site").with("origin", "https://evil.example"),
    },
    Forgery {
        name: "from an origin that begins like ours",
        make: |form, _| honest(form, "").without("sec-fetch-site").with("origin", "http://my.example.jp.evil.example"),
    },
    Forgery { name: "as text", make: |form, _| honest(form, "").with("content-type", "text/plain") },
];

/// The form of every unsafe route, filled in so that it would be accepted, with the browser of who may send it.
async fn forms(stage: &Stage) -> Vec<(Browser, Form)> {
    let forms = stage.forms().await;
    let filled = |form: Form| {
        let form = if form.asks_password() {
            form.forge("current_password", crate::harness::people::password(HANAKO))
        } else {
            form
        };
        let digits = form.fields.iter().any(|input| input.name == "digits");
        if digits { form.forge("digits", "5678").pressing_any() } else { form.pressing_any() }
    };
    let forms: Vec<_> = forms.into_iter().map(|(browser, form)| (browser, filled(form))).collect();
    // Where there is staff, there is no first start.
    let routes = stage.routes().into_iter().filter(|route| route.method != Method::GET && route.who != Who::Setup);
    for route in routes {
        let path = stage.path(&route);
        let posts = |form: &Form| form.action == path || form.action.starts_with(&format!("{path}?"));
        assert!(forms.iter().any(|(_, form)| posts(form)), "no page has the form of {path}");
    }
    forms
}

#[tokio::test]
async fn s7_a_forged_form_is_refused_at_every_route_and_writes_nothing() {
    let stage = Stage::new().await;
    let mut stranger = stage.clinic.signed_in(TARO).await;
    let foreign = stranger.get("/account").await.form("ログアウト").value("_csrf");
    let forms = forms(&stage).await;
    let before = rows::all(&stage.clinic.floor.store);
    for (browser, form) in &forms {
        for forgery in &FORGERIES {
            let mut browser = browser.clone();
            let page = browser.send((forgery.make)(form, &foreign)).await;
            let expected = if forgery.name == "as text" { 415 } else { 403 };
            assert_eq!(page.code(), expected, "{} {}", form.action, forgery.name);
            // What came from one of our own pages is shown again with what was typed, to be sent once more.
            let again = page.forms().iter().any(|shown| shown.action == form.action);
            assert!(again || page.has_link("トップページへ"), "{} {}", form.action, forgery.name);
        }
    }
    let after = rows::all(&stage.clinic.floor.store);
    assert_eq!(rows::differences(&before, &after), Vec::<String>::new());
}

#[tokio::test]
async fn s7_what_is_refused_when_forged_is_accepted_when_honest() {
    let engine = Rewind::new();
    let stage = Stage::open(Setup { store: engine.store(), ..Setup::default() }).await;
    let forms = forms(&stage).await;
    let start = rows::all(&stage.clinic.floor.store);
    for (mut browser, form) in forms {
        browser.following = false;
        let page = browser.send(honest(&form, "")).await;
        let is_file = page.header("content-disposition").is_some();
        // The slip is shown at once, and the box that finds a patient answers with whom it found.
        let is_box = form.fields.iter().any(|input| input.name == "q");
        let is_shown = page.code() == 200 && (is_box || form.action.ends_with("/slip"));
        assert!(is_file || is_shown || matches!(page.code(), 204 | 303 | 422), "{}: {}", form.action, page.code());
        // What was left or used up is there again for the next form.
        engine.to(&stage.clinic.floor.store, &start);
    }
    let mut older = stage.nobody.clone();
    let form = older.get("/sign-up").await.form("メール送信").fill("メールアドレス", "x");
    let ask = honest(&form, "").without("sec-fetch-site");
    assert_eq!(older.send(ask.with("origin", HTTP)).await.code(), 422, "a browser that only knows Origin");
}

#[tokio::test]
async fn s7_a_form_of_another_site_signs_nobody_out() {
    let stage = Stage::new().await;
    // Such a request comes without the cookie, and an answer that sets one would replace it.
    let mut elsewhere = stage.clinic.plain();
    let form = stage.nobody.clone().get("/sign-in").await.form("ログイン");
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let ask = honest(&form, "").without("sec-fetch-site").with(name, value);
        let page = elsewhere.send(ask).await;
        assert_eq!((page.code(), page.header("set-cookie")), (403, None), "{name}");
    }
}

#[tokio::test]
async fn s7_a_get_with_the_fields_of_a_form_changes_nothing() {
    let stage = Stage::new().await;
    let forms = forms(&stage).await;
    let before = rows::all(&stage.clinic.floor.store);
    for (mut browser, form) in forms {
        browser.following = false;
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(form.sent()).finish();
        let page = browser.get(&format!("{}?{query}", form.action)).await;
        assert!(matches!(page.code(), 200 | 303 | 405), "{}: {}", form.action, page.code());
    }
    let after = rows::all(&stage.clinic.floor.store);
    assert_eq!(rows::differences(&before, &after), Vec::<String>::new());
}

#[tokio::test]
async fn s7_a_proof_dies_with_the_session_it_was_drawn_for() {
    let stage = Stage::new().await;
    let mut browser = stage.patient.clone();
    let form = browser.get("/person").await.form("確認へ");
    stage.clinic.sign_in(&mut browser, HANAKO).await;
    assert_eq!(browser.submit(form).await.code(), 403);
}

#[tokio::test]
async fn who_was_signed_out_elsewhere_finds_the_way_to_sign_in() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/account").await;
    let proof = page.form("ログアウト").value("_csrf");
    browser.submit(page.form("ログアウト")).await;
    // A form at whose path no page could be shown again.
    let fields = [("_csrf".to_owned(), proof)];
    let page = browser.send(Ask::posting("/account/sessions/sign-out", &fields)).await;
    assert_eq!((page.code(), page.h1().as_str()), (403, "もう一度操作してください"));
    assert_eq!(browser.follow(&page, "ログイン").await.path(), "/sign-in");
    let of_nobody = [("_csrf".to_owned(), String::new())];
    let page = browser.send(Ask::posting("/account/sessions/sign-out", &of_nobody)).await;
    assert!(page.code() == 403 && !page.has_link("ログイン"));
}
