//! マイクリニックから解除.

use super::{in_english, is_registered, register, with_sakura};
use crate::harness::booked::{FRIDAY, book, receipt, stored};
use crate::harness::booking;
use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::rows;
use mypage::slots;
use poem::http::Method;

const HERE: &str = "/clinics/sakura/removal";

#[tokio::test]
async fn l11_a_clinic_that_is_added_again_starts_without_the_earlier_reservations() {
    let clinic = with_sakura().await;
    let past = book(&clinic, HANAKO, "9:30", true).await;
    clinic.minutes_pass(30 * 60);
    let coming = book(&clinic, HANAKO, "11:00", true).await;
    let url = receipt(&clinic, &coming).await;
    // The next visit is not over yet, so that there is a list of both kinds.
    clinic.minutes_pass(18 * 60);
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(HERE).await;
    assert!(page.text().contains("これからの予約が1件あります。"));
    browser.submit(page.form("解除する")).await;
    register(&clinic, HANAKO, SAKURA).await;
    for path in ["/dashboard?past=1", "/clinics/sakura?past=1"] {
        let text = browser.get(path).await.text();
        assert!(!text.contains("9:30") && !text.contains("11:00") && !text.contains("過去の予約"), "{path}: {text}");
    }
    for of in [&past, &coming] {
        for path in [format!("/reservations/{}", of.id.text()), format!("/clinics/sakura?reservation={}", of.id.text())]
        {
            assert_eq!(browser.get(&path).await.code(), 404, "{path}");
        }
    }
    for of in [&past, &coming] {
        let now = stored(&clinic, of.id);
        assert!(now.is_booked() && now.link.is_none(), "the clinic has it still, under nobody's account");
    }
    let taken = clinic
        .floor
        .store
        .read_blocking(clinic.now(), |r| slots::rows::taken(r, &coming.clinic, FRIDAY..=FRIDAY, None));
    assert!(!taken.unwrap()[&FRIDAY].is_empty());
    let page = clinic.plain().get(&url).await;
    assert_eq!(page.code(), 200, "and the URL in the mail works");
    assert_eq!(page.overview("予約番号"), Some(coming.number.to_string()));
    let new = book(&clinic, HANAKO, "11:30", true).await;
    let page = browser.get("/clinics/sakura").await;
    assert!(page.text().contains("11:30") && !page.text().contains("11:00"), "new ones are shown: {}", new.number);
}

#[tokio::test]
async fn l11_the_browser_in_which_something_was_booked_does_not_show_it_either() {
    let clinic = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let booked = booking::as_patient(&mut browser, HANAKO).await.path().to_owned();
    let url = receipt(&clinic, &booking::only(&clinic)).await;
    clinic.mail_to(HANAKO).await;
    let here = [booked.clone(), booked.replace("/booked", "/calendar.ics")];
    for path in &here {
        assert_eq!(browser.get(path).await.code(), 200, "{path}");
    }
    // Another one under way at the same clinic is no reservation yet, and goes on.
    let begun = booking::to_person(&mut browser).await.path().to_owned();
    let question = browser.get(HERE).await;
    browser.submit(question.form("解除する")).await;
    for again in [false, true] {
        if again {
            register(&clinic, HANAKO, SAKURA).await;
        }
        for path in &here {
            // It says that it was booked, and nothing of it.
            let page = browser.get(path).await;
            let expected = if path.ends_with("/booked") { 200 } else { 404 };
            assert_eq!(page.code(), expected, "{path}, added again: {again}");
            assert!(!page.text().contains("山田") && !page.text().contains("9:30"), "{}", page.text());
        }
    }
    assert_eq!(browser.get(&begun).await.code(), 200);
    assert_eq!(clinic.plain().get(&url).await.code(), 200, "the URL in the mail works");
}

#[tokio::test]
async fn it_is_asked_first_naming_what_is_booked() {
    let clinic = with_sakura().await;
    let [first, second] = [book(&clinic, HANAKO, "9:30", true).await, book(&clinic, HANAKO, "11:00", true).await];
    book(&clinic, TARO, "10:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let before = rows::all(&clinic.floor.store);
    let page = browser.get("/clinics/sakura").await;
    let page = browser.follow(&page, "マイクリニックから解除").await;
    assert_eq!((page.path(), page.h1()), (HERE, "マイクリニックから解除".to_owned()));
    let text = page.text();
    for expected in ["これからの予約が2件あります。", "予約確認URL", "これまでの予約はマイページに表示されません。"]
    {
        assert!(text.contains(expected), "{expected}");
    }
    for of in [&first, &second] {
        assert!(text.contains(&format!("予約番号 {}", of.number)));
    }
    assert!(!text.contains("10:00"), "nothing of others");
    assert_eq!(page.link("解除しない"), "/clinics/sakura");
    assert_eq!(
        rows::differences(&before, &rows::all(&clinic.floor.store)),
        [] as [String; 0],
        "asking changes nothing"
    );
}

#[tokio::test]
async fn plain_and_in_place_it_ends_on_the_dashboard() {
    let clinic = with_sakura().await;
    for mut browser in clinic.both() {
        register(&clinic, HANAKO, SAKURA).await;
        clinic.sign_in(&mut browser, HANAKO).await;
        let question = browser.get(HERE).await;
        let text = question.text();
        assert!(!text.contains("件あります") && !text.contains("これまでの予約"), "nothing was ever booked: {text}");
        let page = browser.submit(question.form("解除する")).await;
        assert_eq!(page.path(), "/dashboard");
        assert_eq!(page.role("status").as_deref(), Some("さくら内科クリニックをマイクリニックから解除しました。"));
        assert!(!is_registered(&clinic, HANAKO, SAKURA));
        let again = browser.submit(question.form("解除する")).await;
        assert_eq!(again.code(), 404, "what is gone is not there");
        assert_eq!(again.h1(), "マイクリニックに登録されていません");
        assert_eq!(browser.get("/clinics/sakura").await.code(), 404);
        register(&clinic, HANAKO, SAKURA).await;
        assert_eq!(browser.get("/dashboard?removed=sakura").await.role("status"), None, "it is there again");
        for name in ["kumo", "%FF", ""] {
            assert_eq!(browser.get(&format!("/dashboard?removed={name}")).await.role("status"), None, "{name}");
        }
    }
}

#[tokio::test]
async fn an_address_that_was_made_up_does_not_say_that_anything_was_removed() {
    const SAYS_SO: &str = "/dashboard?removed=sakura";
    let clinic = with_sakura().await;
    let mut never = clinic.signed_in(TARO).await;
    assert_eq!(never.get(SAYS_SO).await.role("status"), None, "nobody of this account has had it");
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let question = browser.get(HERE).await;
    let page = browser.submit(question.form("解除する")).await;
    assert!(page.role("status").is_some());
    assert_eq!(browser.get(SAYS_SO).await.role("status"), page.role("status"), "a reload says the same again");
    for mut other in [never, clinic.signed_in(HANAKO).await] {
        assert_eq!(other.get(SAYS_SO).await.role("status"), None, "another browser has removed nothing");
    }
    clinic.minutes_pass(10);
    assert_eq!(browser.get(SAYS_SO).await.role("status"), None, "nor is it news for ever");
}

#[tokio::test]
async fn what_is_over_is_not_shown_again_either() {
    let clinic = with_sakura().await;
    book(&clinic, HANAKO, "9:30", true).await;
    let mut english = in_english(&clinic, HANAKO).await;
    let text = english.get(HERE).await.text();
    assert!(
        text.contains("one reservation to come") && text.contains("It stays booked") && !text.contains("them"),
        "{text}"
    );
    clinic.minutes_pass(3 * 24 * 60);
    let text = english.get(HERE).await.text();
    assert!(!text.contains("to come") && text.contains("until now will not be shown here"), "{text}");
}

#[tokio::test]
async fn a2_nobody_removes_what_is_not_theirs() {
    let clinic = with_sakura().await;
    register(&clinic, TARO, SAKURA).await;
    let of = book(&clinic, TARO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let csrf = browser.get("/dashboard").await.forms()[0].value("_csrf");
    let fields = [("_csrf".to_owned(), csrf), ("account".to_owned(), "1".to_owned())];
    let before = rows::all(&clinic.floor.store);
    for path in [HERE, "/clinics/kumo/removal", "/clinics/%2e%2e/removal"] {
        assert_eq!(browser.send(Ask::posting(path, &fields)).await.code(), 404, "{path}");
        assert_eq!(browser.get(path).await.code(), 404, "{path}");
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), [] as [String; 0]);
    assert!(is_registered(&clinic, TARO, SAKURA) && stored(&clinic, of.id).link.is_some());
}

#[tokio::test]
async fn signed_out_nothing_is_removed() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    assert_eq!(clinic.plain().get(HERE).await.path(), "/sign-in");
    let mut browser = clinic.signed_in(HANAKO).await;
    let question = browser.get(HERE).await;
    // The session ends on another device while the question is open.
    ends(&clinic).await;
    assert_eq!(browser.submit(question.form("解除する")).await.path(), "/sign-in");
    assert!(is_registered(&clinic, HANAKO, SAKURA));
}

async fn ends(clinic: &Clinic) {
    let account = crate::harness::people::find(&clinic.floor, HANAKO).expect("an account");
    let subject = account.id.subject();
    clinic.floor.store.write(clinic.now(), move |tx| mypage::session::forget(tx, subject)).await.unwrap();
}

#[tokio::test]
async fn it_is_removed_by_post_alone() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.send(Ask::of(Method::DELETE, HERE)).await;
    assert_eq!(page.code(), 405);
    let page = browser.send(Ask::posting(HERE, &[])).await;
    assert_eq!(page.code(), 403, "and with the proof of its form");
    assert!(is_registered(&clinic, HANAKO, SAKURA));
}
