//! B8: what somebody typed stands on the page that comes, whatever came in between, for every form.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::engine::faulty::Faulty;
use crate::harness::engine::rewind::Rewind;
use crate::harness::form::{Form, Input};
use crate::harness::page::{Page, each};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::staff::{self, OWNER};
use crate::harness::stage::Stage;
use mypage::store::{Options, RedbEngine, Store};
use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

/// What stands in the fields of a form that somebody types into, by name, except secrets, which are typed anew.
fn typed(form: &Form) -> BTreeMap<String, String> {
    let secret = |name: &str| ["code", "digits", "username"].contains(&name);
    let kept = |input: &&Input| input.takes_text() && input.kind != "password" && !secret(&input.name);
    form.fields.iter().filter(kept).map(|input| (input.name.clone(), input.value.clone())).collect()
}

/// A form with a text of its own in every field.
fn filled(form: Form) -> Form {
    form.type_in(|name| if name == "email" { "mika@example.jp".to_owned() } else { format!("入力した {name}") })
}

fn input_form(page: &Page) -> Option<Form> {
    page.forms().into_iter().find(|form| form.id == "input")
}

/// Every page with a form of which nothing is lost, with the browser that sees it, each form with something typed.
async fn forms(stage: &Stage) -> Vec<(Browser, String, Form)> {
    let mut found = BTreeMap::new();
    for (_, mut browser) in stage.everybody() {
        for path in stage.pages() {
            let page = browser.get(&path).await;
            if let Some(form) = input_form(&page).filter(|form| !typed(form).is_empty()) {
                found.entry(page.path().to_owned()).or_insert((browser.clone(), path, filled(form)));
            }
        }
    }
    assert!(found.len() >= 8, "{:?}", found.keys());
    found.into_values().collect()
}

/// The path of the page that has a form.
fn form_page(form: &Form) -> &str {
    form.action.split('?').next().unwrap()
}

async fn send(browser: &mut Browser, form: &Form) -> Page {
    browser.send(Ask::posting(&form.action, &form.sent())).await
}

/// The store as it was, before each of the forms.
struct Again {
    engine: Rewind,
    stage: Stage,
}

impl Again {
    async fn new() -> Self {
        let engine = Rewind::new();
        let stage = Stage::open(Setup { store: engine.store(), ..Setup::default() }).await;
        Self { engine, stage }
    }

    /// Does something with each form, from the same rows.
    async fn each(&self, check: impl AsyncFn(Browser, &str, &Form)) {
        let forms = forms(&self.stage).await;
        let start = rows::all(&self.stage.clinic.floor.store);
        for (browser, path, form) in forms {
            check(browser, &path, &form).await;
            self.engine.to(&self.stage.clinic.floor.store, &start);
        }
    }
}

#[tokio::test]
async fn b8_every_page_to_type_on_takes_its_form_along_into_the_other_language() {
    let all = Again::new().await;
    all.each(async |mut browser, path, form| {
        let page = browser.get(path).await;
        let kept = input_form(&page).expect("the form").pressing("English").expect("its switch");
        let sent = filled(kept);
        let english = send(&mut browser, &sent).await;
        assert_eq!((english.code(), english.lang().as_str(), english.path()), (200, "en", page.path()));
        assert_eq!(typed(&input_form(&english).expect("the form")), typed(form), "{path}");
        assert!(!english.text().contains("not been sent"), "nobody meant to send it: {path}");
    })
    .await;
}

#[tokio::test]
async fn b8_every_text_field_of_a_page_is_in_the_form_that_is_kept() {
    let stage = Stage::new().await;
    for (name, mut browser) in stage.everybody() {
        for path in stage.pages() {
            let page = browser.get(&path).await;
            for form in page.forms().iter().filter(|form| !typed(form).is_empty()) {
                assert_eq!(form.id, "input", "{name} {path}");
            }
            let ids = each(page.html().root_element(), "#input");
            assert!(ids.len() <= 1, "{name} {path}");
        }
    }
}

#[tokio::test]
async fn b8_no_field_that_is_kept_is_one_that_browsers_empty_on_back() {
    let stage = Stage::new().await;
    for (_, path, form) in forms(&stage).await {
        for name in typed(&form).keys() {
            let input = form.fields.iter().find(|input| input.name == *name).expect("the field");
            assert_ne!(input.autocomplete, "off", "{path}: {name}");
        }
    }
}

#[tokio::test]
async fn b8_a_form_of_another_session_of_the_same_person_is_shown_again_as_it_was_typed() {
    let all = Again::new().await;
    all.each(async |mut browser, path, form| {
        let signed_in = browser.get("/dashboard").await.path() == "/dashboard";
        // The proof is of a token that this browser no longer has: it signed in anew in another window, or lost its cookie.
        let at_desk = browser.get("/console").await.path().starts_with("/console/c/");
        let mut fresh = match form.action.starts_with("/console/") && at_desk {
            true => staff::session(&all.stage.clinic, OWNER).await,
            false => all.stage.clinic.plain(),
        };
        if signed_in {
            all.stage.clinic.sign_in(&mut fresh, HANAKO).await;
        }
        let page = send(&mut fresh, form).await;
        // What belongs to the token that is gone has to be begun anew.
        let begun_anew = page.code() == 404 || ["/sign-up", "/console/sign-in"].contains(&page.path());
        let Some(shown) = input_form(&page).filter(|_| page.path() == form_page(form)) else {
            assert!(begun_anew, "{path}: {} {}", page.code(), page.path());
            return;
        };
        assert_eq!(typed(&shown), typed(form), "{path}");
        assert_eq!(page.code(), 403, "{path}");
        assert!(page.role("alert").expect("a notice").contains("入力した内容は残っています"), "{path}");
    })
    .await;
}

#[tokio::test]
async fn b8_a_form_that_was_opened_before_a_restart_is_answered_as_without_one() {
    let all = Again::new().await;
    let restarted = all.stage.clinic.restarted();
    let start = rows::all(&all.stage.clinic.floor.store);
    let (mut shown, mut all_forms) = (0, 0);
    for (browser, path, form) in forms(&all.stage).await {
        // As it was opened, and with texts that are refused.
        let opened = input_form(&browser.clone().get(&path).await).expect("the form").pressing_any();
        for form in [opened, form.clone()] {
            let without = send(&mut browser.clone(), &form).await;
            all.engine.to(&all.stage.clinic.floor.store, &start);
            let with = send(&mut browser.clone().asking_as(&restarted.plain()), &form).await;
            all.engine.to(&all.stage.clinic.floor.store, &start);
            assert_eq!((with.code(), with.path()), (without.code(), without.path()), "{path}");
            assert!(with.code() != 403, "{path}: the proof is as good as before");
            let fields = |page: &Page| input_form(page).map(|form| typed(&form));
            assert_eq!(fields(&with), fields(&without), "{path}");
            shown += usize::from(with.path() == form_page(&form) && fields(&with) == Some(typed(&form)));
            all_forms += 1;
        }
    }
    assert!(shown * 3 > all_forms, "{shown} of {all_forms} stand on the page that comes");
}

#[tokio::test]
async fn b8_what_was_sent_after_the_session_had_ended_stands_there_after_signing_in() {
    let clinic = Clinic::new();
    for htmx in [false, true] {
        let mut browser = clinic.signed_in(HANAKO).await;
        let form = filled(browser.get("/person").await.form("確認へ"));
        let mut other = browser.clone();
        let page = other.get("/account").await;
        other.submit(page.form("ログアウト")).await;
        // The first window still has its page, and the cookie that the second one got.
        let mut browser = if htmx { other.with_htmx() } else { other };
        let page = browser.submit(form.clone()).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/sign-in", "アカウント認証"));
        let page = sign_in_at(&mut browser, &page, HANAKO).await;
        assert_eq!((page.code(), page.path()), (200, "/person"));
        assert_eq!(typed(&page.form("確認へ")), typed(&form));
        assert!(page.text().contains("まだ送信されていません"), "{}", page.text());
        // Once it is received, the page shows what is stored.
        let page = browser.submit(crate::harness::stage::fill_in(page.form("確認へ"), HANAKO)).await;
        assert_eq!(page.path(), "/person/confirmation");
        let page = browser.get("/person").await;
        assert!(!page.text().contains("まだ送信されていません"));
        assert_eq!(page.form("確認へ").value("family_name"), people::draft(HANAKO).family_name);
    }
}

#[tokio::test]
async fn b8_what_one_person_typed_is_never_shown_to_another() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = filled(browser.get("/person").await.form("確認へ"));
    let page = browser.get("/account").await;
    browser.submit(page.form("ログアウト")).await;
    let page = browser.submit(form.clone()).await;
    people::register(&clinic.floor, TARO).await;
    let page = sign_in_at(&mut browser, &page, TARO).await;
    assert_eq!((page.code(), page.path()), (200, "/person"));
    assert_eq!(page.form("確認へ").value("family_name"), people::draft(TARO).family_name);
    assert!(!page.text().contains("まだ送信されていません"));
    // Nor when the other is signed in already.
    let page = browser.submit(form).await;
    assert_eq!((page.code(), page.h1().as_str()), (403, "もう一度操作してください"));
    assert!(!String::from_utf8_lossy(&page.body).contains("入力した"));
}

#[tokio::test]
async fn b8_what_is_left_is_kept_for_its_page_and_passwords_are_not() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let page = browser.get("/sign-in").await;
    let left =
        page.kept_form().expect("a form").fill("メールアドレス", "mika@exam").fill("パスワード", "himitsu no kotoba");
    let kept = send(&mut browser, &left).await;
    assert_eq!(kept.code(), 204);
    let page = browser.get("/sign-in").await;
    assert_eq!(page.form("ログイン").value("email"), "mika@exam");
    assert!(!page.text().contains("まだ送信されていません"));
    let rows = rows::all(&clinic.floor.store);
    assert!(rows::hold(&rows, "mika@exam"));
    assert!(!rows::hold(&rows, "himitsu"), "a password was stored");
    assert_eq!(clinic.plain().get("/sign-in").await.form("ログイン").value("email"), "", "another browser's");
    // It ends by itself.
    clinic.minutes_pass(31);
    assert_eq!(browser.get("/sign-in").await.form("ログイン").value("email"), "");
}

#[tokio::test]
async fn b8_signing_out_forgets_what_was_left() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let left = browser.get("/person").await.kept_form().expect("a form");
    send(&mut browser, &filled(left)).await;
    let mut old = browser.clone();
    let page = browser.get("/account").await;
    browser.submit(page.form("ログアウト")).await;
    clinic.sign_in(&mut browser, HANAKO).await;
    assert_eq!(browser.get("/person").await.form("確認へ").value("family_name"), people::draft(HANAKO).family_name);
    assert_eq!(old.get("/person").await.path(), "/sign-in");
}

#[tokio::test]
async fn b8_what_the_disk_cannot_take_is_shown_again() {
    let disk = Faulty::new(|| io::ErrorKind::StorageFull.into());
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).expect("memory opens");
    let options = Options { retry: Duration::from_secs(3600), ..Options::default() };
    let store = Store::start(engine, options).expect("it starts");
    let stage = Stage::open(Setup { store, ..Setup::default() }).await;
    let forms = forms(&stage).await;
    disk.break_after(0);
    let mut refused = 0;
    for (mut browser, path, form) in forms {
        let page = send(&mut browser, &form).await;
        // What is wrong with it is said without a write.
        if page.code() == 422 {
            continue;
        }
        assert_eq!(page.code(), 503, "{path}");
        assert_eq!(typed(&input_form(&page).expect("the form")), typed(&form), "{path}");
        refused += 1;
    }
    assert!(refused > 1, "{refused}");
}

/// Signs in on the page that stands between somebody and where they want to go.
async fn sign_in_at(browser: &mut Browser, page: &Page, email: &str) -> Page {
    let form = page.form("ログイン").fill("メールアドレス", email).fill("パスワード", people::password(email));
    browser.submit(form).await
}
