//! 予約をキャンセル by the patient who is signed in.

use crate::harness::booked::{self, book, book_for_others, stored};
use crate::harness::clinic::Clinic;
use crate::harness::people::HANAKO;
use crate::harness::rows;
use mypage::reservation::Status;
use mypage::work::Actor;

#[tokio::test]
async fn b4_a_reservation_is_cancelled_after_a_question_and_its_place_is_free_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", true).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
        let question = browser.follow(&page, "予約をキャンセル").await;
        assert_eq!(question.h1(), "予約のキャンセル");
        assert_eq!(question.overview("予約番号"), Some(of.number.to_string()));
        assert_eq!(stored(&clinic, of.id).status, Status::Booked, "asking does nothing");
        let form = question.form("キャンセルする");
        let page = browser.submit(form.clone()).await;
        assert_eq!(page.path(), format!("/reservations/{}", of.id.text()));
        assert!(page.role("status").unwrap().contains("予約をキャンセルしました。"));
        assert_eq!(page.overview("状態").as_deref(), Some("キャンセル済み(2026年4月1日(水)10:00)"));
        assert!(!page.has_button("予約を変更") && !page.has_link("予約をキャンセル"));
        assert_eq!(browser.get(&page.link("もう一度予約する")).await.path(), "/b/sakura/menus/naika");
        let cancelled = stored(&clinic, of.id);
        assert_eq!(
            (cancelled.status, cancelled.sequence),
            (Status::Cancelled { at: clinic.now(), by: Some(Actor::Patient) }, 1)
        );
        let letter = clinic.mail_to(HANAKO).await;
        assert!(letter.subject().contains("予約をキャンセルしました"));
        let again = browser.submit(form).await;
        assert!(again.text().contains("この予約はすでにキャンセルされています。"));
        assert_eq!(stored(&clinic, of.id), cancelled, "and no second letter");
        let question = browser.get(&format!("/reservations/{}/cancellation", of.id.text())).await;
        assert!(question.text().contains("この予約はすでにキャンセルされています。"));
        book_for_others(&clinic, "9:30", 2).await;
    }
}

#[tokio::test]
async fn b4_no_page_says_cancelled_of_what_is_not() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    for done in ["cancelled", "already"] {
        let page = browser.get(&format!("/reservations/{}?done={done}", of.id.text())).await;
        assert_eq!(page.role("status"), None);
        assert!(!page.text().contains("すでにキャンセル"));
    }
}

#[tokio::test]
async fn too_late_is_answered_with_the_deadline_and_the_number_to_call() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let path = format!("/reservations/{}/cancellation", of.id.text());
        let mut form = browser.get("/account").await.form("ログアウト");
        form.action = path.clone();
        clinic.floor.clock.advance_to(of.deadlines.cancel);
        clinic.use_noted(&mut browser).await;
        let before = rows::all(&clinic.floor.store);
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.h1().as_str()), (422, "予約はキャンセルされていません"));
        let said = page.role("alert").unwrap();
        assert!(said.contains("Webでのキャンセルは2026年4月2日(木)18:00に締め切りました。"), "{said}");
        assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
        let question = browser.get(&path).await;
        assert_eq!((question.code(), question.h1().as_str()), (200, "予約はキャンセルされていません"));
        assert!(!question.has_button("キャンセルする"));
        assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
    }
}

#[tokio::test]
async fn s4_a_session_that_has_ended_cancels_nothing() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let question = browser.get(&format!("/reservations/{}/cancellation", of.id.text())).await;
    let account = crate::harness::people::find(&clinic.floor, HANAKO).unwrap();
    let ended = clinic.floor.store.write(clinic.now(), move |tx| mypage::session::end_all(tx, account.id.subject()));
    ended.await.unwrap();
    assert_eq!(browser.submit(question.form("キャンセルする")).await.path(), "/sign-in");
    assert_eq!(stored(&clinic, of.id).status, Status::Booked);
}
