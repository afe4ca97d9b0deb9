//! Units at the desk: chosen on the grid or in the form, taken twice only for a reason, changed without a mail.

use super::*;
use mypage::clinic::UnitName;

/// The desk of a clinic whose usual menu has two units.
pub async fn with_units() -> (Clinic, Browser) {
    let (clinic, browser) = open().await;
    let (with_units, menus) = clinics::with_units();
    clinics::open(&clinic.floor, with_units, menus).await;
    (clinic, browser)
}

pub fn units(clinic: &Clinic) -> Vec<Option<String>> {
    of_day(clinic, FRIDAY)
        .iter()
        .filter(|of| of.is_booked())
        .map(|of| of.slot.unit_name().map(ToString::to_string))
        .collect()
}

pub fn named(name: &str) -> Option<String> {
    Some(name.to_owned())
}

#[tokio::test]
async fn a_free_place_of_the_grid_leads_to_the_form_with_its_unit() {
    let (clinic, mut browser) = with_units().await;
    let grid = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}/grid")).await;
    let at = |unit: &str| format!("{}?view=grid&unit={unit}", at(GENERAL, "10-00"));
    let free: Vec<String> = grid.links().into_iter().map(|(_, href)| href).collect();
    assert!(free.contains(&at("A")) && free.contains(&at("B")), "{free:?}");
    let early = |unit: &str| format!("{}?view=grid&unit={unit}", super::at(GENERAL, "9-00"));
    assert!(free.contains(&early("A")) && !free.contains(&early("B")), "B is not there: {free:?}");
    let page = browser.get(&at("B")).await;
    assert_eq!(page.form("予約する").value("unit"), "B");
    browser.submit(caller(&page)).await;
    let made = visit_at(&clinic, "10:00");
    assert_eq!(made.slot.asked_unit(), Some(&UnitName::new("B".to_owned())));
    let page = browser.get(&visit(&made, "")).await;
    assert_eq!(page.overview("担当医").as_deref(), Some("B(指定)"));
    let grid = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}/grid")).await;
    assert!(grid.links().iter().all(|(_, href)| *href != at("B")), "it is taken");
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn b7_a_unit_is_taken_twice_only_for_a_reason() {
    let (clinic, mut browser) = with_units().await;
    let page = browser.get(&format!("{}?unit=B", at(GENERAL, "10-00"))).await;
    browser.submit(caller(&page)).await;
    let page = browser.get(&format!("{}?unit=B", at(GENERAL, "10-00"))).await;
    assert!(page.text().contains("「B」には、この時間に別の予約があります。"), "{}", page.text());
    let form = page.form("理由を付けて予約する").fill("セイ", "ヤマモト").fill("電話番号", "090-8888-0000");
    let refused = browser.submit(form).await;
    assert_eq!((refused.code(), units(&clinic).len()), (422, 1));
    assert_eq!(refused.form("理由を付けて予約する").value("unit"), "B", "nothing is lost");
    browser.submit(refused.form("理由を付けて予約する").choose("院長の指示")).await;
    assert_eq!(units(&clinic), [named("B"), named("B")]);
    let page = browser.get(&format!("{}?unit=B", at(GENERAL, "9-30"))).await;
    assert!(page.text().contains("「B」は、この時間は休みに設定されています。"), "{}", page.text());
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn where_none_is_chosen_the_first_that_is_free_gets_the_visit() {
    let (clinic, mut browser) = with_units().await;
    booked::book_for_others(&clinic, "10:30", 1).await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    assert!(page.text().contains("A(予約あり)") && page.text().contains("空いている担当(B)"), "{}", page.text());
    browser.submit(caller(&page)).await;
    let mut found = units(&clinic);
    found.sort();
    assert_eq!(found, [named("A"), named("B")]);
    clinic.ignore_mail();
}

#[tokio::test]
async fn it_is_changed_at_the_same_time_and_nobody_is_mailed_who_had_not_asked_for_one() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book(&clinic, HANAKO, "10:00", true).await;
    clinic.mails_to(HANAKO).await;
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "担当医を変える").await;
    browser.submit(page.form("変更する").choose("B")).await;
    let changed = booked::stored(&clinic, of.id);
    assert_eq!((changed.slot.start, units(&clinic)), (of.slot.start, vec![named("B")]));
    assert!(changed.history.is_empty(), "the patient reads of no other time");
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty());
    // Who has asked for B is told of A.
    let page = browser.get(&format!("{}?unit=B", at(GENERAL, "15-00"))).await;
    browser.submit(caller(&page).fill("メールアドレス", HANAKO)).await;
    clinic.minutes_pass(2);
    clinic.mail_to(HANAKO).await;
    let page = browser.get(&visit(&visit_at(&clinic, "15:00"), "/unit")).await;
    browser.submit(page.form("変更する").choose("A")).await;
    clinic.minutes_pass(2);
    let mail = clinic.mail_to(HANAKO).await.text();
    assert!(mail.contains("担当医") && mail.contains('A'), "{mail}");
}

#[tokio::test]
async fn a_visit_that_comes_back_gets_another_unit_where_its_own_has_gone() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    assert_eq!(units(&clinic), [named("A")]);
    let page = browser.get(&visit(&of, "/cancellation")).await;
    let cancelled = browser.submit(page.form("予約を取り消す").choose("クリニックの都合")).await;
    booked::book_for_others(&clinic, "10:00", 1).await;
    browser.submit(cancelled.form("元に戻す")).await;
    let mut found = units(&clinic);
    found.sort();
    assert_eq!(found, [named("A"), named("B")]);
    no_index_is_wrong(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn slots_that_are_closed_for_one_unit_leave_the_other() {
    let (clinic, mut browser) = with_units().await;
    let page = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}/suspensions/slots")).await;
    let form = page.form("確認へ").fill("開始", "10:00").fill("終了", "11:00").forge("menus", "unit.chairs.A");
    let page = browser.submit(form).await;
    browser.submit(page.form("枠を閉じる")).await;
    let page = browser.get(&at(GENERAL, "10-00")).await;
    assert!(page.text().contains("A(休み)"), "{}", page.text());
    browser.submit(caller(&page)).await;
    let book = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}")).await;
    assert!(book.text().contains("枠の閉鎖 A"), "{}", book.text());
    assert_eq!(units(&clinic), [named("B")]);
    let page = browser.get(&at(GENERAL, "10-00")).await;
    assert!(page.text().contains("共用の枠が満席です(1/1)。"), "it took its place with it: {}", page.text());
}

#[tokio::test]
async fn b7_a_reason_that_was_given_for_one_unit_counts_for_no_other() {
    let (clinic, mut browser) = with_units().await;
    booked::book_for_others(&clinic, "10:00", 2).await;
    let (with_units, mut menus) = clinics::with_units();
    menus[0].places = 4;
    let mut more = with_units;
    more.pools[0].places = 4;
    clinics::open(&clinic.floor, more, menus).await;
    let page = browser.get(&format!("{}?unit=A", at(GENERAL, "10-00"))).await;
    let form = page.form("理由を付けて予約する").fill("セイ", "ヤマモト").fill("電話番号", "090-8888-0000");
    let refused = browser.submit(form.choose("院長の指示").forge("unit", "B")).await;
    assert_eq!((refused.code(), units(&clinic).len()), (422, 2), "{}", refused.text());
    assert!(refused.text().contains("「B」には、この時間に別の予約があります。"), "{}", refused.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_unit_that_is_gone_is_not_replaced_unasked() {
    let (clinic, mut browser) = with_units().await;
    let page = browser.get(&format!("{}?unit=B", at(GENERAL, "10-00"))).await;
    let form = caller(&page);
    let (fewer, menus) = clinics::with_one_unit();
    clinics::open(&clinic.floor, fewer, menus).await;
    let refused = browser.submit(form).await;
    assert_eq!((refused.code(), units(&clinic).len()), (422, 0), "{}", refused.text());
    assert!(refused.text().contains("「B」"), "{}", refused.text());
}

#[tokio::test]
async fn what_was_asked_for_can_be_taken_back_at_the_same_time() {
    let (clinic, mut browser) = with_units().await;
    let page = browser.get(&format!("{}?unit=B", at(GENERAL, "10-00"))).await;
    browser.submit(caller(&page)).await;
    let made = visit_at(&clinic, "10:00");
    let page = browser.get(&visit(&made, &format!("/move/{FRIDAY}/{GENERAL}/10-00"))).await;
    assert_eq!(page.form("変更する").value("unit"), "B");
    browser.submit(page.form("変更する").forge("unit", "")).await;
    let now = booked::stored(&clinic, made.id);
    assert_eq!((now.slot.asked_unit(), now.slot.unit_name()), (None, made.slot.unit_name()), "it keeps B, as any");
    no_index_is_wrong(&clinic);
}
