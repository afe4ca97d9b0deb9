//! 本人の同意: said when an adult is added, and again every 18 months when something new is booked.

use super::*;
use crate::harness::booking::calendar;
use crate::harness::browser::Browser;
use crate::harness::clinics::GENERAL;
use crate::harness::page::Page;
use crate::harness::stage::fill_in;
use mypage::account::Relation;
use mypage::person::{Draft, PersonId};

const BOX: &str = "本人の同意を得ています";

/// Taro with his mother, 66 years old.
async fn with_mother(clinic: &Clinic) -> PersonId {
    let account = people::register(&clinic.floor, TARO).await;
    let mother = Draft { birth_date: "1959-08-20".to_owned(), ..child("和子", "カズコ", "1959-08-20") };
    people::add_relative(&clinic.floor, account.id, Relation::Parent, &mother).await
}

/// 受診する人 of a visit on the first Thursday that can be booked, once it is chosen.
async fn to_members(browser: &mut Browser) -> Page {
    let page = browser.get(&calendar(GENERAL, "first")).await;
    let (day, time) = first_free(&page);
    choose(browser, &page, &day, &time).await
}

/// The first slot that stands on a calendar, as `4月2日(木)` and `9:30`.
pub(super) fn first_free(page: &Page) -> (String, String) {
    let buttons = page.forms().iter().flat_map(|form| form.buttons()).collect::<Vec<_>>();
    let slot = buttons.iter().find_map(|button| button.split_once(" を選ぶ")).expect("something is free").0.to_owned();
    let at = slot.find(')').unwrap() + 1;
    (slot[..at].to_owned(), slot[at..].to_owned())
}

#[tokio::test]
async fn an_adult_is_added_only_with_their_consent_and_a_child_without() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(TARO).await;
    let account = people::find(&clinic.floor, TARO).unwrap();
    let form = |page: &Page| fill_in(page.form("追加する"), HANAKO).choose("配偶者");
    let page = browser.get("/family/new").await;
    let page = browser.submit(form(&page)).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["consent".to_owned()]));
    assert_eq!(page.form("追加する").value("given_name"), "花子", "what was typed stays");
    // By law full age is reached on the day before the birthday, which is the day of the tests.
    let adult = form(&page).fill("生年月日", "2008-04-02");
    assert_eq!(browser.submit(adult).await.wrong_fields(), ["consent"]);
    let minor = form(&page).fill("生年月日", "2008-04-03");
    assert_eq!(browser.submit(minor).await.path(), "/family");
    let page = browser.get("/family/new").await;
    let page = browser.submit(form(&page).forge("consent", "on")).await;
    assert_eq!((page.path(), members(&clinic, &account).len()), ("/family", 3));
}

#[tokio::test]
async fn it_is_asked_again_after_18_months_and_what_is_booked_stays() {
    let clinic = crate::harness::booking::sakura().await;
    let mother = with_mother(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_members(&mut browser).await;
    assert!(!page.text().contains(BOX), "{}", page.text());
    let page = browser.submit(page.form("確認へ").forge("who", &mother.text())).await;
    assert_eq!(browser.submit(page.form("予約を確定する")).await.h1(), "予約確定");
    // 18 months later but for a day, it is still known.
    clinic.minutes_pass((365 + 182) * 24 * 60);
    let mut browser = clinic.signed_in(TARO).await;
    assert!(!to_members(&mut browser).await.text().contains(BOX));
    clinic.minutes_pass(24 * 60);
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_members(&mut browser).await;
    assert!(page.text().contains(BOX) && page.text().contains("鈴木 和子"), "{}", page.text());
    let page = browser.submit(page.form("確認へ").forge("who", &mother.text())).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["consent".to_owned()]));
    // For anybody else it is not needed.
    let own = people::own(&clinic.floor, people::find(&clinic.floor, TARO).unwrap().id).id;
    let page = browser.submit(page.form("確認へ").forge("who", &own.text())).await;
    assert_eq!(page.h1(), "予約内容の確認");
    let page = to_members(&mut browser).await;
    let page = browser.submit(page.form("確認へ").forge("who", &mother.text()).forge("consent", "on")).await;
    let page = browser.submit(page.form("予約を確定する")).await;
    assert_eq!(page.h1(), "予約確定");
    assert!(!to_members(&mut browser).await.text().contains(BOX), "it was said");
    clinic.ignore_mail();
}

#[tokio::test]
async fn for_several_in_one_go_the_same_is_asked_and_a_link_for_her_leads_to_the_question() {
    let clinic = crate::harness::booking::sakura().await;
    let mother = with_mother(&clinic).await;
    clinic.minutes_pass(550 * 24 * 60);
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get(&format!("{}&for={}", calendar(GENERAL, "first"), mother.text())).await;
    let (day, time) = first_free(&page);
    let page = choose(&mut browser, &page, &day, &time).await;
    assert_eq!(page.h1(), "受診する人を選ぶ");
    let page = browser.get(&format!("/b/{SAKURA}/group")).await;
    let own = people::own(&clinic.floor, people::find(&clinic.floor, TARO).unwrap().id).id;
    let form = page.form("日時を選ぶ").forge("who-1", &own.text()).forge("who-2", &mother.text());
    let form = form.forge("service", "naika.first");
    let page = browser.submit(form).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["consent".to_owned()]));
    let page = browser.submit(page.form("日時を選ぶ").forge("consent", "on")).await;
    let (day, time) = first_free(&page);
    let page = choose(&mut browser, &page, &day, &time).await;
    let page = browser.submit(page.form("2人の予約を確定する")).await;
    assert_eq!(page.h1(), "予約確定");
    assert_eq!(all(&clinic).len(), 2);
    clinic.ignore_mail();
}

#[tokio::test]
async fn nothing_of_several_is_booked_past_the_question() {
    let clinic = crate::harness::booking::sakura().await;
    let mother = with_mother(&clinic).await;
    clinic.minutes_pass(550 * 24 * 60);
    let own = people::own(&clinic.floor, people::find(&clinic.floor, TARO).unwrap().id).id;
    let mut browser = clinic.signed_in(TARO).await;
    let people = format!("{}.naika.first,{}.naika.first", own.text(), mother.text());
    let page = browser.get(&format!("/b/{SAKURA}/group/slots?people={people}&order=turn")).await;
    let (day, time) = first_free(&page);
    let page = choose(&mut browser, &page, &day, &time).await;
    assert_eq!(page.code(), 409);
    assert!(page.text().contains("ご本人の同意をもう一度確認してください"), "{}", page.text());
    assert!(all(&clinic).is_empty());
}
