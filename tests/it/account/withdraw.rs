//! 退会.

use super::{asks_to_sign_in, is_signed_in, opens};
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::{FUTURE, ask_for_link};

const AGREE: &str = "規約に同意して退会する";
const REASON: &str = "別のクリニックに通うことになった";

#[tokio::test]
async fn s4_leaving_deletes_the_account_and_ends_every_session_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let mut elsewhere = clinic.signed_in(HANAKO).await;
        people::register(&clinic.floor, TARO).await;
        let change = ask_for_link(&clinic, &mut elsewhere, "/account/email", FUTURE).await;
        let old = browser.clone();
        let page = browser.get("/account").await;
        let page = browser.follow(&page, "ご利用のアカウントを削除して退会する").await;
        assert_eq!(page.h1(), "退会");
        assert_eq!(page.link("退会しない"), "/account");
        assert!(page.text().contains("※クリニックに登録されている患者情報は削除されません。"));
        let form =
            page.form("送信して退会する").choose(REASON).fill("ご意見・ご要望", "遠くへ引っ越すため").tick(AGREE);
        let page = browser.submit(form.fill("現在のパスワード", people::password(HANAKO))).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/withdrawn", "退会しました"));
        assert!(clinic.mail_to(HANAKO).await.subject().contains("退会の手続きが完了しました"));
        assert_eq!(people::find(&clinic.floor, HANAKO), None);
        assert!(people::find(&clinic.floor, TARO).is_some());
        for mut dead in [browser.clone(), elsewhere, old] {
            assert!(!is_signed_in(&mut dead).await);
        }
        assert_eq!(browser.get(&change).await.path(), "/sign-in", "there is nobody whose address could be changed");
        assert!(!opens(&browser, HANAKO, people::password(HANAKO)).await);
        let rows = rows::all(&clinic.floor.store);
        let kept = |text: &str| rows::hold(&rows, text);
        assert!(kept("遠くへ引っ越すため"), "the reason is kept");
        assert!(!kept("花子") && !kept("0312345678"), "and nothing of who it was");
        assert_eq!(
            mypage::app::INDEXES
                .iter()
                .map(|check| clinic.floor.store.read_blocking(clinic.now(), *check).unwrap().len())
                .sum::<usize>(),
            0
        );
    }
}

#[tokio::test]
async fn s6_leaving_always_asks_for_the_password_and_the_terms() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let form = browser.get("/account/withdrawal").await.form("送信して退会する");
        let page = browser.submit(form.clone()).await;
        assert_eq!(
            (page.code(), page.wrong_fields()),
            (422, vec!["reason".to_owned(), "current_password".to_owned(), "agree".to_owned()])
        );
        let form = form.choose(REASON);
        let page = browser.submit(form.clone().fill("現在のパスワード", "wrong wrong wrong").tick(AGREE)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["current_password".to_owned()]));
        let right = form.fill("現在のパスワード", people::password(HANAKO));
        let page = browser.submit(right.clone().fill("ご意見・ご要望", "理由")).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["agree".to_owned()]));
        assert_eq!(page.form("送信して退会する").value("reason_words"), "理由");
        assert_eq!(page.form("送信して退会する").value("reason"), "other-clinic");
        let page = browser.submit(right.fill("ご意見・ご要望", &"あ".repeat(1001)).tick(AGREE)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["reason_words".to_owned()]));
        assert!(people::find(&clinic.floor, HANAKO).is_some());
    }
}

#[tokio::test]
async fn the_address_can_sign_up_anew_and_finds_nothing_of_before() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let number = people::find(&clinic.floor, HANAKO).unwrap().customer_id;
    let form = browser.get("/account/withdrawal").await.form("送信して退会する").choose(REASON).tick(AGREE);
    browser.submit(form.fill("現在のパスワード", people::password(HANAKO))).await;
    clinic.mail_to(HANAKO).await;
    let mut fresh = clinic.signed_in(HANAKO).await;
    assert_ne!(people::find(&clinic.floor, HANAKO).unwrap().customer_id, number);
    assert!(is_signed_in(&mut fresh).await);
    assert!(!is_signed_in(&mut browser).await, "the old session is not the new account's");
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first() {
    let clinic = Clinic::new();
    asks_to_sign_in(&clinic, "/account/withdrawal").await;
    assert_eq!(clinic.plain().get("/withdrawn").await.h1(), "退会しました");
}
