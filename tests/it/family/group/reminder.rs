//! One mail reminds of all who come together, and nobody of whom they may not know.

use super::*;
use crate::family::share::{Shared, share_both};
use crate::harness::booking::sakura;
use crate::harness::people::{HANAKO, TARO};
use mypage::clinic::TimeOfDay;
use mypage::clock::Moment;
use mypage::reservation::{Reminded, ReservationId, remind};
use mypage::store::Table;
use time::macros::date;

/// When those of Friday are reminded.
fn due() -> Moment {
    TimeOfDay::of_hour(18).on(date!(2026 - 04 - 02))
}

async fn remind_at(clinic: &Clinic, now: Moment) -> Reminded {
    clinic.floor.clock.advance_to(now);
    remind(&clinic.floor, 100).await.unwrap()
}

/// Stores a reservation as it is made by `change`, and what is stored beside it stays.
async fn stored_as(clinic: &Clinic, of: &Reservation, change: impl Fn(Reservation) -> Reservation) {
    let (id, changed) = (of.id, change(of.clone()));
    let table: Table<ReservationId, Reservation> = Table::new("reservation");
    clinic.floor.store.write(clinic.now(), move |tx| table.put(tx, &id, &changed)).await.unwrap();
}

/// How many visits a letter is about, and how many links are in it.
fn told(letter: &mypage::mail::Letter) -> (usize, usize) {
    let text = letter.text();
    (text.matches("予約番号").count(), text.matches("/r/").count())
}

#[tokio::test]
async fn m4_both_children_are_in_one_reminder_with_a_link_for_each() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    clinic.mails_to(TARO).await;
    assert_eq!(remind_at(&clinic, due()).await, Reminded { due: 2, letters: 1 });
    let letter = clinic.mail_to(TARO).await;
    assert!(letter.subject().contains("ご予約の日が近づいています"), "{}", letter.subject());
    assert_eq!((told(&letter), letter.attachments().len()), ((2, 2), 0), "{}", letter.text());
    assert!(letter.in_a_few_words().is_some_and(|gist| gist.contains("2人")), "{:?}", letter.in_a_few_words());
    for given in ["さくら", "悠真"] {
        let of = of(&clinic, given);
        assert!(letter.text().contains(&of.number.to_string()) && !letter.text().contains("鈴木"));
        assert_eq!(of.reminder, None);
    }
    let links: Vec<String> = letter
        .text()
        .lines()
        .filter_map(|line| line.strip_prefix("http://my.localhost/r/").map(str::to_owned))
        .collect();
    let mut holder = clinic.plain();
    for link in &links {
        assert_eq!(holder.get(&format!("/r/{link}")).await.code(), 200);
    }
    for hours in 0..15 {
        assert_eq!(remind_at(&clinic, due().plus_hours(hours)).await, Reminded::default());
    }
}

#[tokio::test]
async fn m4_who_need_not_come_on_that_day_is_in_no_reminder_of_it() {
    for cancelled in [true, false] {
        let clinic = sakura().await;
        family(&clinic).await;
        let mut browser = clinic.signed_in(TARO).await;
        booked(&mut browser, "9:30").await;
        let page = detail(&mut browser, &clinic, "悠真").await;
        if cancelled {
            let page = browser.follow(&page, "予約をキャンセル").await;
            browser.submit(page.form("鈴木 悠真さんの予約だけキャンセルする")).await;
        } else {
            let page = browser.submit(page.form("この予約だけ変更")).await;
            let page = browser.get(&format!("{}?day=2026-04-06", page.path())).await;
            let page = choose(&mut browser, &page, "4月6日(月)", "9:00").await;
            browser.submit(page.form("変更を確定する")).await;
        }
        clinic.mails_to(TARO).await;
        assert_eq!(remind_at(&clinic, due()).await, Reminded { due: 1, letters: 1 });
        assert_eq!(told(&clinic.mail_to(TARO).await), (1, 1));
        let monday = TimeOfDay::of_hour(18).on(date!(2026 - 04 - 05));
        assert_eq!(remind_at(&clinic, monday).await.letters, usize::from(!cancelled));
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn a2_who_shares_one_of_them_is_reminded_of_nobody_else_and_never_of_what_is_only_for_oneself() {
    for (shares_both, self_only, expected) in [(false, false, Some(1)), (true, false, Some(2)), (true, true, Some(1))] {
        let mut shared = Shared::new().await;
        share_both(&mut shared, shares_both).await;
        booked(&mut shared.taro, "9:30").await;
        let clinic = &shared.clinic;
        if self_only {
            stored_as(clinic, &of(clinic, "悠真"), |mut of| {
                of.service.self_only = true;
                of
            })
            .await;
        }
        for address in [TARO, HANAKO] {
            clinic.mails_to(address).await;
        }
        assert_eq!(remind_at(clinic, due()).await, Reminded { due: 2, letters: 1 });
        assert_eq!(told(&clinic.mail_to(TARO).await), (2, 2));
        let letters = clinic.mails_to(HANAKO).await;
        assert_eq!(letters.first().map(|letter| told(letter).0), expected);
        let text = letters[0].text();
        assert!(letters.len() == 1 && text.contains("ス・サ…ラ") && !text.contains("/r/"), "{text}");
        assert_eq!(text.contains("ス・ユ…マ"), shares_both && !self_only, "{text}");
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn a2_who_came_under_no_account_is_in_a_reminder_of_their_own() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    clinic.mails_to(TARO).await;
    stored_as(&clinic, &of(&clinic, "悠真"), |of| Reservation { link: None, ..of }).await;
    assert_eq!(remind_at(&clinic, due()).await, Reminded { due: 2, letters: 2 });
    let letters = clinic.mails_to(TARO).await;
    assert!(letters.len() == 2 && letters.iter().all(|letter| told(letter) == (1, 1)));
}

#[tokio::test]
async fn one_whose_rows_are_damaged_costs_the_others_nothing() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    clinic.mails_to(TARO).await;
    let id = of(&clinic, "悠真").id;
    let other_shape: Table<ReservationId, u64> = Table::new("reservation");
    clinic.floor.store.write(clinic.now(), move |tx| other_shape.put(tx, &id, &7)).await.unwrap();
    assert_eq!(remind_at(&clinic, due()).await, Reminded { due: 2, letters: 1 });
    assert_eq!(told(&clinic.mail_to(TARO).await), (1, 1));
}
