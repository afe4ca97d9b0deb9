//! Bad input: every field of every form that somebody finds on a page, with everything that a keyboard, a clipboard or
//! an attacker puts into it.

use crate::harness::browser::Ask;
use crate::harness::clinic::Setup;
use crate::harness::engine::rewind::Rewind;
use crate::harness::form::Form;
use crate::harness::page::{Page, each};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::staff::{self, OWNER};
use crate::harness::stage::{APPLICANT, NEW_PASSWORD, Stage, fill_in};
use std::collections::BTreeSet;

const AGAIN: &str = "/console/sign-in/again";

fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("1 MB of letters", "a".repeat(1 << 20)),
        ("a NUL", "山\u{0}田".to_owned()),
        ("right to left", "\u{202e}山田\u{202d}\u{2066}x".to_owned()),
        ("zero width", "\u{200b}山\u{feff}田\u{2060}\u{200d}".to_owned()),
        ("nothing but zero width", "\u{200b}\u{feff}\u{2060}".to_owned()),
        ("emoji", "👩\u{200d}👩\u{200d}👧\u{fe0f}🏳\u{fe0f}\u{200d}🌈".to_owned()),
        ("half-width kana", "ﾔﾏﾀﾞ ﾊﾅｺ".to_owned()),
        ("lone combining marks", "\u{3099}\u{0301}\u{20dd}".to_owned()),
        ("a date that does not exist", "2023-02-29".to_owned()),
        ("a day of no era", "平成元年1月7日".to_owned()),
        ("line breaks", "a\r\nBcc: x@evil.example\r\n.\r\n".to_owned()),
        ("markup", "\"'><script>alert(1)</script>&amp;{{7*7}}${x}".to_owned()),
        ("blanks", " \u{3000}\t ".to_owned()),
        ("nothing", String::new()),
        ("numbers out of range", "99999999999999999999999999999999999999".to_owned()),
        ("private use and noncharacters", "\u{e000}\u{fdd0}\u{10ffff}".to_owned()),
    ]
}

/// The same of the console's forms.
const OF_CONSOLE: [(&str, &str); 16] = [
    ("first_day", "2026-08-13"),
    ("sender", "yoyaku@example.jp"),
    ("host", "smtp.example.jp"),
    ("user", "yoyaku"),
    ("account_password", "umi no mieru machi"),
    ("pin_password", staff::PIN),
    ("name", "ひなた"),
    ("kana", "ヒナタ"),
    ("department", "naika"),
    ("family_name", "日向"),
    ("given_name", "葵"),
    ("family_kana", "ヒナタ"),
    ("given_kana", "アオイ"),
    ("phone", "03-1234-5678"),
    ("address", "東京都"),
    ("id", "hinata"),
];

/// Values that are right, so that only the field under test can be wrong.
fn filled(form: Form) -> Form {
    let email = if form.action == "/sign-in" { HANAKO } else { "somebody.else@example.jp" };
    let names: Vec<String> = form.fields.iter().map(|input| input.name.clone()).collect();
    let password = if form.asks_password() && !names.iter().any(|name| name == "current_password") {
        people::password(HANAKO)
    } else {
        NEW_PASSWORD
    };
    let password = if form.action.starts_with(AGAIN) { staff::PASSWORD } else { password };
    let values = [
        ("email", email),
        ("password", password),
        ("current_password", people::password(HANAKO)),
        ("reason", "other"),
        ("reason_words", "引っ越すため"),
        ("agree", "on"),
        ("relation", "child"),
        ("service", "naika.first"),
        ("consent", "on"),
    ];
    let of_console = form.action.starts_with("/console");
    let values = values.into_iter().chain(OF_CONSOLE.into_iter().filter(|_| of_console));
    // How many come together; who they are stands in the forms of their calendars.
    let many = form.fields.iter().any(|input| input.name == "people" && input.kind == "radio");
    let form = if many { form.forge("people", "2") } else { form };
    let form = if form.action.ends_with("/people/2") { form.forge("for_whom", "child") } else { form };
    let of_person = names.iter().any(|name| name == "relation") && names.iter().any(|name| name == "family_name");
    let form = if of_person { fill_in(form, TARO) } else { form };
    let values = values.filter(|(name, _)| names.iter().any(|known| known == name));
    let mut form = values.fold(form, |form, (name, value)| form.forge(name, value));
    // A usual reason, so that the words beside it may be empty.
    if let Some(usual) = form.fields.iter_mut().find(|input| input.name == "preset") {
        usual.on = true;
    }
    // Those who come together: everybody.
    for input in form.fields.iter_mut().filter(|input| input.name.starts_with("who-")) {
        input.on = true;
    }
    form.pressing_any()
}

/// What is not right about the answer to `field`, in words; nothing if all is.
fn judge(page: &Page, field: &str) -> Option<String> {
    let wrong = page.wrong_fields();
    let fault = match page.code() {
        403 => (field != "_csrf").then(|| "403".to_owned()),
        422 => {
            let named = wrong.iter().any(|name| name == field || name.is_empty());
            // Where the form does not say for whom it is, nothing is compared.
            let named = named || field == "whom";
            let titled = page.title().starts_with("エラー");
            (!named || !titled).then(|| format!("only {wrong:?} is said to be wrong, below {:?}", page.title()))
        }
        // What names a thing that is not there, or a slot that is not free.
        404 => (!["menu", "visit", "people", "order", "number"].contains(&field)).then(|| "404".to_owned()),
        // A place that is taken, and what the page had shown: the visit's sequence and status, and what stood against it.
        409 => (!["slot", "whom", "seen", "sequence", "to"].contains(&field)).then(|| "409".to_owned()),
        // Accepted, or led to where it goes on.
        200 | 204 | 303 => None,
        other => Some(other.to_string()),
    };
    // What was typed is shown as text: no element comes of it.
    let came_back = page.html().root_element().text().any(|text| text.contains("\u{0}"));
    let alive = !each(page.html().root_element(), "script:not([src])").is_empty();
    let back = came_back.then_some("a NUL came back").or(alive.then_some("markup came back alive"));
    fault.or(back.map(str::to_owned))
}

#[tokio::test]
async fn every_field_of_every_form_takes_everything_or_says_what_is_wrong() {
    let engine = Rewind::new();
    let stage = Stage::open(Setup { store: engine.store(), ..Setup::default() }).await;
    let store = &stage.clinic.floor.store;
    let forms = stage.forms().await;
    assert!(forms.len() >= 14, "only {} forms were found", forms.len());
    let start = rows::all(store);
    let code = staff::next_code(&stage.clinic, OWNER);
    let (mut judged, mut faults) = (0, Vec::new());
    for (browser, form) in forms {
        let form = filled(form);
        let form = if form.action.starts_with(AGAIN) { form.forge("code", &code) } else { form };
        let names: BTreeSet<String> = form.fields.iter().map(|input| input.name.clone()).collect();
        for (name, (what, value)) in names.iter().flat_map(|name| hostile().into_iter().map(move |value| (name, value)))
        {
            let mut browser = browser.clone();
            browser.following = false;
            let page = browser.send(Ask::posting(&form.action, &form.clone().forge(name, &value).sent())).await;
            faults.extend(judge(&page, name).map(|fault| format!("{}: {name} with {what}: {fault}", form.action)));
            judged += 1;
            // What was accepted may have used up a link, or the account.
            engine.to(store, &start);
        }
    }
    assert!(judged > 500, "only {judged}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn bytes_that_are_not_text_are_refused_beside_the_field() {
    let stage = Stage::new().await;
    let mut browser = stage.applicant.clone();
    let page = browser.get("/sign-up/person").await;
    let mut ask = Ask::posting("/sign-up/person", &page.form("確認へ").without("family_name").sent());
    ask.body.extend_from_slice(b"&family_name=%ff%fe%80");
    let page = browser.send(ask).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["family_name".to_owned()]));
}

#[tokio::test]
async fn what_was_typed_stays_and_passwords_do_not() {
    let stage = Stage::new().await;
    let mut browser = stage.applicant.clone();
    let form = browser.get("/sign-up/person").await.form("確認へ").fill("姓", "髙<b>橋").fill("生年月日", "2023-02-29");
    let page = browser.submit(form).await;
    let again = page.form("確認へ");
    assert_eq!((again.value("family_name").as_str(), again.value("birth_date").as_str()), ("髙<b>橋", "2023-02-29"));
    let mut signing_in = stage.nobody.clone();
    let page = signing_in.sign_in(APPLICANT, "a wrong password").await;
    assert_eq!(page.form("ログイン").value("email"), APPLICANT);
    assert_eq!(page.form("ログイン").value("password"), "");
    assert!(!String::from_utf8(page.body.clone()).unwrap().contains("a wrong password"));
}
