//! 所要時間: the staff give a visit more time, when they book it or later, and what follows it is judged by that.

use super::*;

fn minutes(clinic: &Clinic, of: &Reservation) -> u16 {
    booked::stored(clinic, of.id).slot.minutes
}

#[tokio::test]
async fn who_needs_more_time_gets_it_when_they_are_booked() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&at(GENERAL, "10-00")).await;
    browser.submit(caller(&page).select("所要時間", "60分")).await;
    let made = visit_at(&clinic, "10:00");
    assert_eq!(made.slot.minutes, 60);
    let page = browser.get(&visit(&made, "")).await;
    assert_eq!(page.overview("所要時間").as_deref(), Some("60分"));
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn b7_a_longer_visit_stands_in_the_way_of_what_comes_after_it() {
    let (clinic, mut browser) = open().await;
    booked::book_for_others(&clinic, "10:30", 2).await;
    let page = browser.get(&at(GENERAL, "10-00")).await;
    let refused = browser.submit(caller(&page).select("所要時間", "60分")).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.text().contains(FULL), "{}", refused.text());
    let html = String::from_utf8_lossy(&refused.body);
    assert_eq!(html.matches("autofocus").count(), 1, "who is asked for a reason has nothing else before their eyes");
    assert!(html.contains("class=\"alert alert-warning\" tabindex=\"-1\" autofocus"), "{html}");
    assert_eq!(html.matches("どちらか必須").count(), 4, "of the kana, and of the reason");
    assert_eq!(refused.form("理由を付けて予約する").value("minutes"), "60", "nothing is lost");
    browser.submit(refused.form("理由を付けて予約する").select("所要時間", "30分(通常)")).await;
    assert_eq!(visit_at(&clinic, "10:00").slot.minutes, 30);
    no_index_is_wrong(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn b7_what_was_accepted_of_a_visit_says_nothing_of_the_time_by_which_it_becomes_longer() {
    let (clinic, mut browser) = open().await;
    booked::book_for_others(&clinic, "10:00", 2).await;
    let page = browser.get(&at(GENERAL, "10-00")).await;
    let form = page.form("理由を付けて予約する").fill("セイ", "やまもと").fill("メイ", "ﾊﾅ");
    browser.submit(form.fill("電話番号", "090-9999-0000").choose("患者さんと相談済み")).await;
    let is_caller = |of: &Reservation| of.attendee.person.kana.family == "ヤマモト";
    let of = of_day(&clinic, FRIDAY).into_iter().find(is_caller).expect("the third at that time");
    let to = visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/10-00"));
    let page = browser.get(&to).await;
    browser.submit(page.form("変更する").select("所要時間", "45分")).await;
    assert_eq!(minutes(&clinic, &of), 45, "nobody comes after them");
    booked::book_for_others(&clinic, "11:00", 2).await;
    let page = browser.get(&to).await;
    let refused = browser.submit(page.form("変更する").select("所要時間", "90分")).await;
    assert_eq!(refused.code(), 422, "{}", refused.text());
    assert!(refused.text().contains(FULL), "{}", refused.text());
    assert_eq!(minutes(&clinic, &of), 45);
    browser.submit(refused.form("変更する").choose("患者さんと相談済み")).await;
    assert_eq!(minutes(&clinic, &of), 90);
    no_index_is_wrong(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn it_changes_at_the_same_time_and_nobody_is_mailed() {
    let (clinic, mut browser) = open().await;
    let of = booked::book(&clinic, HANAKO, "10:00", true).await;
    clinic.mails_to(HANAKO).await;
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "所要時間を変える").await;
    browser.submit(page.form("変更する").select("所要時間", "60分")).await;
    assert_eq!((minutes(&clinic, &of), booked::stored(&clinic, of.id).slot.start), (60, of.slot.start));
    let page = browser.get(&visit(&of, "")).await;
    assert!(page.text().contains("所要時間を30分から60分に変更しました。"), "{}", page.text());
    // A visit that is moved keeps it.
    let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/15-00"))).await;
    assert_eq!(page.form("移動する").value("minutes"), "60");
    let page = browser.get(&visit(&of, "")).await;
    browser.submit(page.form("元に戻す")).await;
    assert_eq!(minutes(&clinic, &of), 30);
    clinic.minutes_pass(2);
    assert!(clinic.mails_to(HANAKO).await.is_empty());
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn it_can_be_given_although_the_hour_has_begun_and_what_stood_against_the_visit_is_not_said_again() {
    let (clinic, _) = open().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    booked::book_without_address(&clinic, HANAKO, "15:00").await;
    clinic.floor.clock.advance_to(clinics::time("10:05").on(FRIDAY));
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/10-00"))).await;
    assert!(!page.text().contains("ご確認ください"), "{}", page.text());
    browser.submit(page.form("変更する").select("所要時間", "60分")).await;
    assert_eq!(minutes(&clinic, &of), 60);
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_visit_keeps_the_length_that_its_menu_had_when_it_was_booked() {
    let (clinic, mut browser) = open().await;
    let (of_clinic, menus) = clinics::with_units();
    let mut longer = menus.clone();
    longer[0].minutes = 35;
    clinics::open(&clinic.floor, of_clinic.clone(), longer).await;
    let of = booked::book_without_address(&clinic, HANAKO, "9:00").await;
    clinics::open(&clinic.floor, of_clinic, menus).await;
    let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/15-00"))).await;
    assert_eq!(page.form("移動する").value("minutes"), "35");
    browser.submit(page.form("移動する")).await;
    assert_eq!((minutes(&clinic, &of), booked::stored(&clinic, of.id).slot.start), (35, clinics::time("15:00")));
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_length_that_the_form_does_not_offer_is_the_usual_one() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&at(GENERAL, "10-00")).await;
    browser.submit(caller(&page).forge("minutes", "65535")).await;
    assert_eq!(visit_at(&clinic, "10:00").slot.minutes, 30);
}

#[tokio::test]
async fn b7_who_gets_more_time_keeps_their_doctor_or_is_told_what_stands_against_it() {
    let (clinic, mut browser) = super::unit::with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "10:00").await;
    booked::book_for_others(&clinic, "10:30", 1).await;
    let page = browser.get(&visit(&of, &format!("/move/{FRIDAY}/{GENERAL}/10-00"))).await;
    let refused = browser.submit(page.form("変更する").select("所要時間", "90分")).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.text().contains("「A」には、この時間に別の予約があります。"), "{}", refused.text());
    browser.submit(refused.form("変更する").choose("患者さんと相談済み")).await;
    let now = booked::stored(&clinic, of.id).slot;
    assert_eq!((now.minutes, now.unit_name(), now.asked_unit()), (90, of.slot.unit_name(), None));
    let grid = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}/grid")).await;
    assert!(grid.text().contains(&format!("↑ {}", of.attendee.person.full_name())), "{}", grid.text());
    no_index_is_wrong(&clinic);
    clinic.ignore_mail();
}
