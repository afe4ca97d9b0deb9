//! What is kept of forms that got no answer is small, and has an end.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use crate::harness::rows;
use mypage::store::Store;
use mypage::web::KEPT_IN_ALL;

#[tokio::test]
async fn p8_what_is_kept_of_forms_is_small_and_has_an_end() {
    let clinic = Clinic::open(Setup { store: Store::memory(), ..Setup::default() });
    let keep = async |browser: &mut Browser, text: &str, page: &str| {
        let form = browser.get("/sign-up").await.kept_form().expect("a form").fill("メールアドレス", text);
        let action = form.action.replace("sign-up", page);
        browser.send(Ask::posting(&action, &form.sent())).await.code()
    };
    let held = || rows::all(&clinic.floor.store).keys().filter(|key| key.starts_with(b"kept-form")).count();
    let mut browser = clinic.plain();
    let largest = |page: &Page| page.form("送信して退会する").value("reason_words").chars().count();
    let mut patient = clinic.signed_in(HANAKO).await;
    let words = "辞".repeat(1000);
    let left = patient.get("/account/withdrawal").await.kept_form().expect("a form").forge("reason_words", &words);
    patient.send(Ask::posting(&left.action, &left.sent())).await;
    assert_eq!(largest(&patient.get("/account/withdrawal").await), 1000, "the longest text that any form takes");
    let long = clinic.plain().get("/sign-up").await.kept_form().expect("a form").forge("more", &"x".repeat(4_000));
    let before = held();
    browser.send(Ask::posting(&long.action, &long.sent())).await;
    assert_eq!(held(), before, "what is longer than any form of ours is not kept");
    // Somebody with many browsers at many addresses.
    let mut kept = 0;
    for number in 0..=KEPT_IN_ALL.most {
        let mut other = clinic.plain().at(&format!("2001:db8:{:x}:{:x}::1", number / 100, number));
        kept += u32::from(keep(&mut other, "x", "sign-up").await == 204);
    }
    assert_eq!(kept, KEPT_IN_ALL.most, "with the one before");
    assert_eq!(patient.send(Ask::posting(&left.action, &left.sent())).await.code(), 204, "patients have their own");
    clinic.minutes_pass(30);
    assert_eq!(keep(&mut browser, "x", "sign-up").await, 204);
}

/// A page of the data file, less what is noted in it beside a row.
const PAGE: usize = 4_000;

#[tokio::test]
async fn p8_a_form_that_is_kept_takes_one_page_of_the_data_file() {
    let clinic = Clinic::new();
    for path in ["sign-up".to_owned(), "x".repeat(500)] {
        for bytes in (0..5_000).step_by(100) {
            let large = vec![("more".to_owned(), "x".repeat(bytes))];
            let many = (0..60).map(|number| (number.to_string(), "x".repeat(bytes / 60))).collect();
            for more in [large, many] {
                let mut browser = clinic.plain();
                let form = browser.get("/sign-up").await.kept_form().expect("a form");
                let action = form.action.replace("sign-up", &path);
                let sent = Ask::posting(&action, &[form.sent(), more].concat());
                assert_eq!(browser.send(sent).await.code(), 204);
            }
        }
    }
    let rows = rows::all(&clinic.floor.store).into_iter().filter(|(key, _)| key.starts_with(b"kept-form"));
    let kept: Vec<usize> = rows.map(|(key, value)| key.len() + value.len()).collect();
    assert!(kept.len() > 60, "only {}", kept.len());
    assert!(kept.iter().all(|bytes| *bytes <= PAGE), "{:?}", kept.iter().max());
}
