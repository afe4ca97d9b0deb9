//! What somebody answers who is asked for their own word: they give it, decline, or take it back; who books for them is told.

use super::own_word::{GIVE, OWN, SEND, book, days_pass, with_son};
use super::*;
use crate::harness::browser::{Ask, Browser};
use crate::harness::page::Page;
use crate::harness::rows;
use mypage::person::PersonId;
use poem::http::Method;

const DECLINE: &str = "断る";
const WITHDRAW: &str = "同意を取り消す";

/// Taro, whose son is 18 and is asked.
struct Asked {
    clinic: Clinic,
    taro: Browser,
    sho: Browser,
    son: PersonId,
}

impl Asked {
    async fn new() -> Self {
        let clinic = crate::harness::booking::sakura().await;
        let son = with_son(&clinic).await;
        days_pass(&clinic, 121);
        let (taro, sho) = (clinic.signed_in(TARO).await, clinic.plain().at("203.0.113.77"));
        Self { clinic, taro, sho, son }
    }

    /// Asks him; gives the link of the mail.
    async fn ask(&mut self) -> String {
        self.clinic.ignore_mail();
        let page = self.taro.get(&format!("/family/{}/own-word", self.son.text())).await;
        self.taro.submit(page.form(SEND).fill("ご本人のメールアドレス", OWN)).await;
        let link = self.clinic.link_to(OWN).await;
        self.clinic.mails_to(TARO).await;
        link
    }

    /// Presses a button behind a link of his.
    async fn press(&mut self, link: &str, button: &str) -> Page {
        let page = self.sho.get(link).await;
        self.sho.submit(page.form(button)).await
    }

    /// That Taro gets a mail and a notice, which name nobody.
    async fn taro_is_told(&mut self, subject: &str) {
        let told = self.clinic.mails_to(TARO).await;
        let letter = told.iter().find(|letter| letter.subject().contains(subject)).expect(subject);
        assert!(!letter.text().contains("翔"), "{}", letter.text());
        assert!(self.taro.get("/notices").await.text().contains(subject), "{subject}");
    }

    async fn code(&mut self) -> u16 {
        book(&mut self.taro, self.son).await.code()
    }
}

/// The path of the link in the mail that confirms a word.
async fn withdrawal(clinic: &Clinic) -> String {
    let letter = clinic.mails_to(OWN).await.pop().expect("a mail");
    let text = letter.text();
    assert!(letter.subject().contains("同意を受け付けました") && !text.contains("鈴木"), "{text}");
    let (_, token) = text.split_once("/own-word/withdrawal/").expect("a link");
    format!("/own-word/withdrawal/{}", token.lines().next().unwrap().trim())
}

#[tokio::test]
async fn who_declines_is_asked_no_more_by_that_link_and_the_holder_sees_it() {
    let mut asked = Asked::new().await;
    let link = asked.ask().await;
    let page = asked.press(&link, DECLINE).await;
    assert_eq!(page.role("status").as_deref(), Some("お断りを受け付けました。"));
    assert_eq!(asked.sho.get(&link).await.code(), 410);
    assert!(asked.clinic.mails_to(OWN).await.is_empty(), "nothing is kept of who declines");
    asked.taro_is_told("同意を断りました").await;
    for path in ["/family".to_owned(), format!("/family/{}/own-word", asked.son.text())] {
        let page = asked.taro.get(&path).await;
        assert!(page.text().contains("ご本人が、予約を取ることへの同意を断りました"), "{}", page.text());
    }
    assert_eq!(asked.code().await, 422);
    // Asked again, he may think otherwise.
    let link = asked.ask().await;
    asked.press(&link, GIVE).await;
    asked.taro_is_told("ご本人の確認ができました").await;
    assert!(!asked.taro.get("/family").await.text().contains("断りました"));
    assert_eq!(asked.code().await, 200);
    asked.clinic.ignore_mail();
    super::super::share::sound(&asked.clinic);
}

#[tokio::test]
async fn a_word_is_taken_back_with_one_press_long_after_and_whatever_the_holder_does() {
    let mut asked = Asked::new().await;
    let link = asked.ask().await;
    asked.press(&link, GIVE).await;
    asked.taro_is_told("ご本人の確認ができました").await;
    let back = withdrawal(&asked.clinic).await;
    assert_eq!(asked.code().await, 200);
    // A year later, and after the holder has ended every session.
    days_pass(&asked.clinic, 365);
    asked.taro = asked.clinic.signed_in(TARO).await;
    let account = people::find(&asked.clinic.floor, TARO).unwrap();
    let ended = move |tx: &mut mypage::store::Tx<'_>| mypage::session::end_all(tx, account.id.subject());
    asked.clinic.floor.store.write(asked.clinic.now(), ended).await.unwrap();
    asked.taro = asked.clinic.signed_in(TARO).await;
    let before = rows::all(&asked.clinic.floor.store);
    for method in [Method::GET, Method::HEAD] {
        assert_eq!(asked.sho.send(Ask::of(method, &back)).await.code(), 200);
    }
    assert_eq!(rows::differences(&before, &rows::all(&asked.clinic.floor.store)), Vec::<String>::new());
    assert_eq!(asked.sho.send(Ask::posting(&back, &[])).await.code(), 403, "not without a proof");
    let page = asked.sho.get(&back).await;
    assert!(page.text().contains("鈴木 太郎さんは") && !page.text().contains("翔"), "{}", page.text());
    let page = asked.sho.submit(page.form(WITHDRAW)).await;
    assert_eq!(page.role("status").as_deref(), Some("同意を取り消しました。"));
    assert_eq!(asked.sho.get(&back).await.code(), 410, "once");
    asked.taro_is_told("同意を取り消しました").await;
    assert!(asked.taro.get("/family").await.text().contains("ご本人が、予約を取ることへの同意を取り消しました"));
    assert_eq!(asked.code().await, 422);
    asked.clinic.ignore_mail();
    super::super::share::sound(&asked.clinic);
}

#[tokio::test]
async fn with_the_person_the_links_go() {
    let mut asked = Asked::new().await;
    let link = asked.ask().await;
    asked.press(&link, GIVE).await;
    let back = withdrawal(&asked.clinic).await;
    let page = asked.taro.get(&format!("/family/{}/removal", asked.son.text())).await;
    asked.taro.submit(page.form("削除する")).await;
    assert_eq!(asked.sho.get(&back).await.code(), 410);
    asked.clinic.ignore_mail();
}
