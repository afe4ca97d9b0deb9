//! A whole day at the desk: sixty visits, booked by phone and received at the counter from two tablets, one of them with htmx, and
//! closed in the evening.

use super::*;
use mypage::reservation::Attendance;
use std::collections::BTreeMap;

/// What becomes of a visit, by its number.
#[derive(Clone, Copy, PartialEq)]
enum Story {
    Comes,
    NeverComes,
    IsCancelledByMistake,
    IsMoved,
}

impl Story {
    const fn of(number: usize) -> Self {
        match number % 10 {
            3 => Self::NeverComes,
            5 => Self::IsCancelledByMistake,
            7 => Self::IsMoved,
            _ => Self::Comes,
        }
    }
}

const BOOKED: usize = 48;
const WALK_INS: usize = 12;
const PLACES: u16 = 5;

/// A name in kana that no other number has.
fn kana(number: usize) -> String {
    let [family, given] = [number / 10, number % 10].map(|digit| "アイウエオカキクケコ".chars().nth(digit).unwrap());
    format!("タ{family}{given}")
}

fn path_of_day(rest: &str) -> String {
    format!("/console/c/{SAKURA}/days/{FRIDAY}{rest}")
}

/// Types who calls, and books.
async fn books(tablet: &mut Browser, page: &Page, button: &str, number: usize) -> Page {
    assert!(page.has_button(button), "{}", page.text());
    let form = page.form(button).fill("セイ", &kana(number)).fill("メイ", "ハナ");
    let form = form.fill("電話番号", &format!("090-1234-{number:04}"));
    let form = if button == "理由を付けて予約する" { form.choose("急患・症状が強い") } else { form };
    tablet.submit(form).await
}

/// Presses a status of a visit on its page.
async fn sets(tablet: &mut Browser, of: &Reservation, button: &str) {
    let page = tablet.get(&visit(of, "")).await;
    let page = tablet.submit(page.form(button).pressing(button).expect("the button")).await;
    assert_eq!(page.code(), 200, "{button}: {}", page.text());
}

/// The visits of the day by the number of their patient.
fn by_number(clinic: &Clinic) -> BTreeMap<usize, Reservation> {
    let number = |of: &Reservation| of.attendee.person.phone.hyphenated()[9..].parse().expect("a number");
    of_day(clinic, FRIDAY).into_iter().map(|of| (number(&of), of)).collect()
}

/// Books by phone, each at the first free place of the grid, from both tablets in turn.
async fn by_phone(tablets: &mut [Browser; 2]) {
    for number in 0..BOOKED {
        let tablet = &mut tablets[number % 2];
        let grid = tablet.get(&path_of_day("/grid")).await;
        let free = scraper::Selector::parse(".grid [data-place] a").unwrap();
        let is_place = |href: &&str| href.contains(&format!("/bookings/{GENERAL}/"));
        let place = grid.html().select(&free).filter_map(|link| link.attr("href")).find(is_place).map(str::to_owned);
        let page = tablet.get(&place.expect("a place")).await;
        let page = books(tablet, &page, "予約する", number).await;
        assert_eq!(page.path(), path_of_day("/grid"), "{}", page.text());
    }
}

/// Has somebody come and go who was booked, as their story says.
async fn comes(clinic: &Clinic, [one, other]: &mut [Browser; 2], number: usize, of: &Reservation) {
    match Story::of(number) {
        Story::NeverComes => return,
        Story::IsMoved if of.desk.len() == 1 => {
            let page = other.get(&visit(of, &format!("/move/{FRIDAY}/{GENERAL}/16-30"))).await;
            let button = if page.has_button("移動する") { "移動する" } else { panic!("{}", page.text()) };
            let moved = other.submit(page.form(button)).await;
            assert_eq!(moved.path(), path_of_day(""), "{}", moved.text());
            return;
        }
        Story::IsCancelledByMistake => {
            let page = one.get(&visit(of, "/cancellation")).await;
            let page = one.submit(page.form("予約を取り消す").choose("患者さんからの連絡")).await;
            let is_way_back = |form: &crate::harness::form::Form| {
                form.buttons().contains(&"元に戻す".to_owned()) && form.action.contains(&of.id.text())
            };
            let back = one.submit(page.forms().into_iter().find(is_way_back).expect("the way back")).await;
            // Somebody who walked in may be in its place.
            if back.code() == 422 {
                one.submit(back.form("元に戻す").choose("患者さんと相談済み")).await;
            }
        }
        Story::Comes | Story::IsMoved => {}
    }
    sets(one, of, "来院").await;
    sets(other, of, "診察へ").await;
    sets(one, of, "終了").await;
    assert_eq!(Attendance::of(booked::stored(clinic, of.id).status), Some(Attendance::Fulfilled));
}

/// Receives somebody whom nobody expected, for a reason where no place is left.
async fn walks_in(clinic: &Clinic, [one, other]: &mut [Browser; 2], number: usize) {
    let page = other.get(&format!("/console/c/{SAKURA}/walk-ins/{GENERAL}")).await;
    let insists = "理由を付けて予約する";
    let button = if page.has_button(insists) { insists } else { "受け付ける" };
    let page = books(other, &page, button, number).await;
    assert_eq!(page.path(), path_of_day(""), "{}", page.text());
    let made = by_number(clinic).remove(&number).expect("received");
    sets(one, &made, "診察へ").await;
    sets(other, &made, "終了").await;
}

/// Closes the day, and gives what its page says then.
async fn closes(clinic: &Clinic) -> String {
    clinic.floor.clock.advance_to(TimeOfDay::of_hour(19).on(FRIDAY));
    let mut reception = staff::session(clinic, RECEPTION).await;
    let page = reception.get(&path_of_day("/closing")).await;
    reception.submit(page.form("全員を無断キャンセルにする")).await;
    let page = reception.get(&path_of_day("/closing")).await;
    reception.submit(page.form("締めを記録する")).await.text()
}

#[tokio::test]
async fn sixty_visits_are_booked_received_and_closed_from_two_tablets() {
    let (clinic, one) = open().await;
    clinic.ignore_mail();
    let (mut roomy, mut menus) = (clinics::sakura(), clinics::menus());
    (roomy.pools[0].places, menus[0].places) = (PLACES, PLACES);
    clinics::open(&clinic.floor, roomy, menus).await;
    let mut tablets = [one, staff::session(&clinic, RECEPTION).await.with_htmx()];
    by_phone(&mut tablets).await;
    assert_eq!(by_number(&clinic).len(), BOOKED);

    let mut walk_ins = BOOKED..BOOKED + WALK_INS;
    for start in
        ["9:00", "9:30", "10:00", "10:30", "11:00", "11:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30"]
    {
        clinic.floor.clock.advance_to(clinics::time(start).on(FRIDAY));
        if ["9:00", "14:00"].contains(&start) {
            tablets = [staff::session(&clinic, RECEPTION).await, staff::session(&clinic, RECEPTION).await.with_htmx()];
        }
        // A tablet that is not looked at for half an hour asks who is there.
        for tablet in &mut tablets {
            tablet.get(&path_of_day("")).await;
        }
        for (number, of) in by_number(&clinic).into_iter().filter(|(_, of)| of.slot.start == clinics::time(start)) {
            comes(&clinic, &mut tablets, number, &of).await;
        }
        clinic.minutes_pass(10);
        walks_in(&clinic, &mut tablets, walk_ins.next().expect("one more")).await;
    }

    let text = closes(&clinic).await;
    let absent = (0..BOOKED).filter(|number| Story::of(*number) == Story::NeverComes).count();
    let came = BOOKED + WALK_INS - absent;
    let said = format!("来院 {came}名 (初診{came}名・再診0名)、無断キャンセル{absent}名");
    assert!(text.contains(&said) && text.contains("本日の業務は終了です"), "{said}: {text}");
    let all = by_number(&clinic);
    assert_eq!(all.len(), BOOKED + WALK_INS);
    // Where more were there than the clinic has places, somebody said why.
    for of in all.values() {
        let beside: Vec<&Reservation> = all.values().filter(|other| other.slot.start == of.slot.start).collect();
        let insisted = beside.iter().any(|other| other.desk.iter().any(|done| done.reason.is_some()));
        assert!(beside.len() <= usize::from(PLACES) || insisted, "{} at {}", beside.len(), of.slot.start);
    }
    no_index_is_wrong(&clinic);
}
