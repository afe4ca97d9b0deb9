//! The days between two visits of one person, where several come together: each counts alone.

use super::*;
use crate::harness::clinics::{self, GENERAL};
use crate::harness::people::TARO;

#[tokio::test]
async fn a_visit_of_one_of_them_stands_against_that_one_alone() {
    let clinic = Clinic::new();
    let mut menus = clinics::menus();
    menus[0].minimum_interval_days = Some(14);
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    clinic.ignore_mail();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let calendar = format!("/b/sakura/menus/{GENERAL}?visit=first&for={}&day=2026-04-02", sakura.text());
    let page = browser.get(&calendar).await;
    let page = choose(&mut browser, &page, "4月2日(木)", "9:30").await;
    let page = browser.submit(page.form("予約を確定する")).await;
    assert_eq!(page.h1(), "予約確定", "{}", page.text());
    // Both together cannot come on Friday; the one who has no visit can.
    let page = browser.get(FORM).await;
    let page = browser.submit(both(&page)).await;
    let free = day(&page, "4月16日(木)").expect("a day on which both can come");
    let page = browser.get(&free.replace("2026-04-16", "2026-04-03")).await;
    let why = "前回の4月2日(木)から14日あけてください。4月16日(木)から予約できます。";
    assert!(page.text().contains(why), "{}", page.text());
    let alone = page.links().into_iter().find(|(text, _)| text.contains("悠真")).expect("a way for the other one").1;
    let alone = browser.get(&alone).await;
    assert!(
        alone.forms().iter().flat_map(Form::buttons).any(|text| text.starts_with("4月3日(金)9:00")),
        "{}",
        alone.text()
    );
    // On a day on which all can come they are booked.
    let form = page.forms().into_iter().find(|form| form.buttons().iter().any(|text| text.contains("4月16日(木)9:00")));
    let button =
        form.expect("the first day that fits").buttons().into_iter().find(|text| text.contains("4月16日(木)9:00"));
    let page = browser.submit(page.form(&button.unwrap())).await;
    browser.submit(page.form(BOOK)).await;
    assert_eq!(visits(&clinic), ["さくら 9:30", "さくら 9:00", "悠真 9:30"]);
}
