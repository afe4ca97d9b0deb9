//! The own word of somebody who came of age stays needed: neither removing and adding them again nor another birthday replaces it.

use super::own_word::{GIVE, OWN, SEND, book, days_pass, with_son};
use super::*;
use crate::harness::browser::Browser;
use crate::harness::page::Page;
use mypage::account::{Account, BookingRight, Relation};
use mypage::person::PersonId;

const BOX: &str = "本人の同意を得ています";

/// What Taro may book anew for the son, who has this id now.
fn right(clinic: &Clinic) -> (PersonId, BookingRight) {
    right_of(clinic, &people::find(&clinic.floor, TARO).unwrap())
}

fn right_of(clinic: &Clinic, account: &Account) -> (PersonId, BookingRight) {
    let members = members(clinic, account);
    let son = members.into_iter().find(|member| member.person.name.given == "翔").expect("the son");
    (son.id, son.right)
}

/// Taro, whose son is 18 today and has not said anything.
async fn with_adult() -> (Clinic, Browser, PersonId) {
    let clinic = crate::harness::booking::sakura().await;
    let son = with_son(&clinic).await;
    days_pass(&clinic, 121);
    let taro = clinic.signed_in(TARO).await;
    clinic.ignore_mail();
    assert_eq!(right(&clinic), (son, BookingRight::OwnWord));
    (clinic, taro, son)
}

async fn remove(browser: &mut Browser, son: PersonId) -> Page {
    let page = browser.get(&format!("/family/{}/removal", son.text())).await;
    assert!(page.text().contains("もう一度追加しても"), "{}", page.text());
    browser.submit(page.form("削除する")).await
}

/// Adds the son, with his consent as it is said of any adult.
async fn add(browser: &mut Browser) -> Page {
    let page = browser.get("/family/new").await;
    let form = page.form("追加する").choose("お子さま").fill("姓", "鈴木").fill("名", "翔").fill("セイ", "スズキ");
    let form = form.fill("メイ", "ショウ").fill("生年月日", "2008-08-01").choose("女性").forge("consent", "on");
    browser.submit(form).await
}

/// Changes his birthday.
async fn change(browser: &mut Browser, son: PersonId, born: &str) -> Page {
    let page = browser.get(&format!("/family/{}", son.text())).await;
    browser.submit(page.form("変更する").fill("生年月日", born)).await
}

#[tokio::test]
async fn who_is_removed_and_added_again_is_asked_themselves_all_the_same() {
    let (clinic, mut taro, son) = with_adult().await;
    assert_eq!(remove(&mut taro, son).await.path(), "/family");
    let page = add(&mut taro).await;
    assert_eq!(page.role("status").as_deref(), Some("ご家族を追加しました。予約のときに選べます。"));
    assert!(page.text().contains("ご本人の確認が必要です"), "{}", page.text());
    let (again, missing) = right(&clinic);
    assert_eq!((again == son, missing), (false, BookingRight::OwnWord));
    let page = book(&mut taro, again).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who".to_owned()]));
    // Once more, and he says so himself: then no more than of any adult is asked.
    remove(&mut taro, again).await;
    add(&mut taro).await;
    let (again, missing) = right(&clinic);
    assert_eq!(missing, BookingRight::OwnWord);
    let page = taro.get(&format!("/family/{}/own-word", again.text())).await;
    taro.submit(page.form(SEND).fill("ご本人のメールアドレス", OWN)).await;
    let (link, mut sho) = (clinic.link_to(OWN).await, clinic.plain().at("203.0.113.77"));
    let page = sho.get(&link).await;
    sho.submit(page.form(GIVE)).await;
    assert_eq!(right(&clinic).1, BookingRight::Relative);
    // His word was for the record that is removed, as is the link by which he takes it back.
    remove(&mut taro, again).await;
    add(&mut taro).await;
    assert_eq!(right(&clinic).1, BookingRight::OwnWord);
    clinic.ignore_mail();
    super::super::share::sound(&clinic);
}

#[tokio::test]
async fn an_own_word_does_not_go_along_to_another_record_of_the_same_person() {
    use mypage::account::care;
    let (clinic, mut taro, son) = with_adult().await;
    let account = people::find(&clinic.floor, TARO).unwrap().id;
    let page = taro.get(&format!("/family/{}/own-word", son.text())).await;
    taro.submit(page.form(SEND).fill("ご本人のメールアドレス", OWN)).await;
    let (link, mut sho) = (clinic.link_to(OWN).await, clinic.plain().at("203.0.113.77"));
    let page = sho.get(&link).await;
    sho.submit(page.form(GIVE)).await;
    let former = clinic.floor.store.read_blocking(clinic.now(), |r| care::as_former(r, account, son)).unwrap().unwrap();
    assert_eq!((former.consent, former.as_minor), (None, true), "he is asked anew where he comes back");
    clinic.ignore_mail();
}

#[tokio::test]
async fn an_adult_who_never_was_a_minor_here_is_added_again_with_the_consent_alone() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, TARO).await;
    days_pass(&clinic, 121);
    let mut taro = clinic.signed_in(TARO).await;
    for _ in 0..2 {
        add(&mut taro).await;
        let (son, right) = right(&clinic);
        assert_eq!(right, BookingRight::Relative);
        let page = taro.get(&format!("/family/{}/removal", son.text())).await;
        assert!(!page.text().contains("もう一度追加しても"), "{}", page.text());
        taro.submit(page.form("削除する")).await;
    }
}

#[tokio::test]
async fn no_adult_becomes_a_minor_by_another_birthday_and_the_page_says_how_to_go_on() {
    let (clinic, mut taro, son) = with_adult().await;
    let page = change(&mut taro, son, "2012-08-01").await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["birth_date".to_owned()]));
    assert!(page.beside("birth_date").unwrap().contains("正しい生年月日で追加"), "{}", page.text());
    assert_eq!(page.form("変更する").value("birth_date"), "2012-08-01", "what was typed stays");
    assert_eq!(right(&clinic), (son, BookingRight::OwnWord));
    clinic.ignore_mail();
}

#[tokio::test]
async fn an_earlier_birthday_is_no_way_around_it_before_18_or_after() {
    for days in [10, 121] {
        let clinic = crate::harness::booking::sakura().await;
        let son = with_son(&clinic).await;
        days_pass(&clinic, days);
        let mut taro = clinic.signed_in(TARO).await;
        clinic.ignore_mail();
        let page = change(&mut taro, son, "1990-01-01").await;
        assert_eq!(page.role("status").as_deref(), Some("変更しました。"));
        assert_eq!(right(&clinic), (son, BookingRight::OwnWord), "{days}");
        let page = book(&mut taro, son).await;
        assert!(!page.text().contains(BOX), "nobody else says it: {}", page.text());
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn nor_does_it_help_to_share_them_or_to_share_them_no_longer() {
    use mypage::account::share::{self, Joining};
    let (clinic, _, son) = with_adult().await;
    let (taro, hanako) = (people::find(&clinic.floor, TARO).unwrap(), people::register(&clinic.floor, HANAKO).await);
    let contact = people::own(&clinic.floor, hanako.id).person.contact();
    let joining = Joining { relation: Relation::Child, contact, former: None };
    let (holder, partner, now) = (taro.id, hanako.id, clinic.now());
    let shared = move |tx: &mut mypage::store::Tx<'_>| share::begin(tx, son, holder, partner, joining.clone());
    clinic.floor.store.write(now, shared).await.unwrap();
    assert_eq!(right_of(&clinic, &hanako), (son, BookingRight::OwnWord));
    clinic.floor.store.write(now, move |tx| share::end(tx, son, partner)).await.unwrap();
    let mut browser = clinic.signed_in(HANAKO).await;
    add(&mut browser).await;
    assert_eq!(right_of(&clinic, &hanako).1, BookingRight::OwnWord, "as if she had removed him");
    clinic.ignore_mail();
    super::super::share::sound(&clinic);
}
