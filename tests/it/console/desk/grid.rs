//! The grid of a day: what stands in it beside visits and free places, and the ways that lead back to it.

use super::unit::with_units;
use super::*;

fn grid() -> String {
    format!("/console/c/{SAKURA}/days/{FRIDAY}/grid")
}

/// The texts of the cells of a row.
fn cells(page: &Page, row: &str) -> Vec<String> {
    let rows = scraper::Selector::parse(".grid tbody tr").unwrap();
    let cells = scraper::Selector::parse("td").unwrap();
    let head = scraper::Selector::parse("th").unwrap();
    let html = page.html();
    let of = html.select(&rows).find(|tr| tr.select(&head).any(|th| th.text().collect::<String>() == row));
    let text = |td: scraper::ElementRef<'_>| td.text().collect::<String>().trim().to_owned();
    of.map_or_else(Vec::new, |tr| tr.select(&cells).map(text).collect())
}

#[tokio::test]
async fn it_says_why_a_place_is_empty() {
    let (_clinic, mut browser) = with_units().await;
    let page = browser.get(&grid()).await;
    // B comes at 10:00 on Fridays.
    let early = cells(&page, "9:30");
    assert!(early[0].starts_with("9:30") && early[1] == "休み", "{early:?}");
    assert!(cells(&page, "10:00")[1].starts_with("10:00"), "{:?}", cells(&page, "10:00"));
    let text = page.text();
    let (rest, before) = (text.find("12:00〜14:00 休憩").expect("the break"), text.rfind("11:30").expect("11:30"));
    assert!(before < rest && rest < text.rfind("14:00 ").expect("14:00"), "{text}");
}

#[tokio::test]
async fn who_books_from_it_comes_back_to_it_and_can_take_that_back_there() {
    let (clinic, mut browser) = with_units().await;
    let page = browser.get(&grid()).await;
    let free = page.links().into_iter().map(|(_, href)| href).find(|href| href.contains("/10-00")).expect("a place");
    let page = browser.get(&free).await;
    assert_eq!(page.link("予約台帳へ戻る"), grid());
    let page = browser.submit(caller(&page)).await;
    assert_eq!(page.path(), grid());
    let made = visit_at(&clinic, "10:00");
    let said = page.text();
    let name = made.attendee.person.full_name();
    assert!(
        said.contains(&format!("10:00 {name}")) && said.contains("30分") && said.contains("予約を入れました。"),
        "{said}"
    );
    let page = browser.submit(page.form("元に戻す")).await;
    assert_eq!(page.path(), grid());
    assert!(page.text().contains("の予約の追加を元に戻しました。"), "{}", page.text());
    assert!(!booked::stored(&clinic, made.id).is_booked());
}

#[tokio::test]
async fn a_patient_whom_the_box_found_is_booked_from_it_as_well() {
    let (clinic, mut browser) = with_units().await;
    booked::book_without_address(&clinic, HANAKO, "15:00").await;
    let page = browser.get(&grid()).await;
    let free = page.links().into_iter().map(|(_, href)| href).find(|href| href.contains("/10-00")).expect("a place");
    let page = browser.get(&free).await;
    let kana = visit_at(&clinic, "15:00").attendee.person.kana.full();
    // Who is meant for certain is chosen at once.
    let page = browser.submit(page.form("探す").forge("q", &kana).pressing("探す").expect("the button")).await;
    assert!(page.text().contains("この方は2026年4月3日(金)15:00に"), "{}", page.text());
    let page = browser.submit(page.form("理由を付けて予約する").choose("患者さんと相談済み")).await;
    assert_eq!(page.path(), grid(), "{}", page.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_visit_that_is_opened_in_it_leads_back_to_it_whatever_is_done() {
    let (clinic, mut browser) = with_units().await;
    let of = booked::book_without_address(&clinic, HANAKO, "15:00").await;
    let name = of.attendee.person.full_name();
    let open = async |browser: &mut Browser| {
        let page = browser.get(&grid()).await;
        let links = page.links().into_iter();
        let visit = links.filter(|(text, _)| text.contains(&name)).map(|(_, href)| href).next();
        browser.get(&visit.expect("the visit")).await
    };
    let page = open(&mut browser).await;
    assert_eq!(page.link("予約台帳へ戻る"), format!("{}#v-{}", grid(), of.id.text()));
    let page = browser.follow(&page, "所要時間を変える").await;
    let page = browser.submit(page.form("変更する").select("所要時間", "60分")).await;
    assert_eq!(page.path(), grid());
    let page = open(&mut browser).await;
    let page = browser.submit(page.form("元に戻す")).await;
    assert_eq!(page.path(), grid());
    let page = open(&mut browser).await;
    let page = browser.follow(&page, "担当医を変える").await;
    let page = browser.submit(page.form("変更する")).await;
    assert_eq!(page.path(), grid());
    let page = open(&mut browser).await;
    let page = browser.follow(&page, "予約の移動").await;
    let times = page.links().into_iter().map(|(_, href)| href);
    let later = times.into_iter().find(|href| href.contains("/16-00")).expect("a time");
    let page = browser.get(&later).await;
    let page = browser.submit(page.form("移動する")).await;
    assert_eq!(page.path(), grid());
    let page = open(&mut browser).await;
    let page = browser.follow(&page, "予約の取消").await;
    let page = browser.submit(page.form("予約を取り消す").choose("クリニックの都合")).await;
    assert_eq!(page.path(), grid());
    clinic.ignore_mail();
}

#[tokio::test]
async fn what_a_colleague_did_is_not_offered_there_to_be_taken_back() {
    let (clinic, mut browser) = with_units().await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let mut colleague = staff::signed_in(&clinic, OWNER).await;
    let page = browser.get(&at(GENERAL, "10-00")).await;
    browser.submit(caller(&page)).await;
    assert!(browser.get(&grid()).await.text().contains("予約を入れました。"));
    assert!(!colleague.get(&grid()).await.text().contains("予約を入れました。"));
    clinic.ignore_mail();
}

#[tokio::test]
async fn what_concerns_the_day_stands_above_it_as_above_the_list() {
    let (clinic, mut browser) = with_units().await;
    let note = format!("/console/c/{SAKURA}/days/{FRIDAY}/note");
    let form = browser.get(&note).await.form("保存");
    browser.submit(form.type_in(|_| "B先生は10時から".to_owned())).await;
    clinic.floor.clock.advance_to(clinics::time("10:05").on(FRIDAY));
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let page = browser.get(&grid()).await;
    let text = page.text();
    for part in ["B先生は10時から", "当日受付", "受付の停止", "現在 10:05"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(page.forms().iter().any(|form| form.buttons().contains(&"探す".to_owned())), "the search");
    clinic.ignore_mail();
}

#[tokio::test]
async fn the_page_of_a_booking_names_the_doctor_whose_column_was_tapped() {
    let (_clinic, mut browser) = with_units().await;
    let page = browser.get(&format!("{}?view=grid&unit=B", at(GENERAL, "10-00"))).await;
    assert!(page.text().contains("10:00 一般内科 B"), "{}", page.text());
}

#[tokio::test]
async fn another_day_is_chosen_in_it() {
    let (_clinic, mut browser) = with_units().await;
    let page = browser.get(&grid()).await;
    let next = browser.submit(page.form("表示").forge("day", "2026-04-06")).await;
    assert_eq!(next.path(), format!("/console/c/{SAKURA}/days/2026-04-06/grid"));
    let list = browser.follow(&next, "一覧で見る").await;
    assert_eq!(list.path(), format!("/console/c/{SAKURA}/days/2026-04-06"));
}

#[tokio::test]
async fn a_day_on_which_the_clinic_is_closed_says_so_in_it() {
    let (_clinic, mut browser) = with_units().await;
    let page = browser.get(&format!("/console/c/{SAKURA}/days/2026-04-05/grid")).await;
    assert!(page.text().contains("この日は休診です。"), "{}", page.text());
}
