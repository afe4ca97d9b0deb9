//! What was booked together stays together, and each is a reservation of its own.

use super::*;
use crate::harness::booked::{book_for_others, receipt};
use crate::harness::booking::sakura;
use crate::harness::clinics;
use crate::harness::people::TARO;
use mypage::clinic::{Deadline, Menu};
use mypage::reservation::Status;

/// The times of Friday, for another time of that child's reservation or of all, as the button says.
async fn new_times(browser: &mut Browser, clinic: &Clinic, given: &str, button: &str) -> Page {
    let page = detail(browser, clinic, given).await;
    let page = browser.submit(page.form(button)).await;
    browser.get(&format!("{}?day=2026-04-03", page.path())).await
}

#[tokio::test]
async fn one_is_cancelled_and_the_other_stays_then_all_are() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    clinic.mails_to(TARO).await;
    let page = detail(&mut browser, &clinic, "悠真").await;
    assert!(page.text().contains("2人のご予約") && page.text().contains("鈴木 さくら(4歳)"), "{}", page.text());
    let page = browser.follow(&page, "予約をキャンセル").await;
    for said in ["鈴木 さくら(4歳)", "鈴木 悠真(7歳)"] {
        assert!(page.text().contains(said), "{}", page.text());
    }
    assert!(page.text().contains("鈴木 悠真さんの予約だけをキャンセルするか"), "{}", page.text());
    browser.submit(page.form("鈴木 悠真さんの予約だけキャンセルする")).await;
    assert_eq!(visits(&clinic), ["さくら 9:30"]);
    assert_eq!(clinic.mails_to(TARO).await.len(), 1);
    let page = detail(&mut browser, &clinic, "さくら").await;
    assert!(!page.text().contains("2人のご予約"), "nobody else comes: {}", page.text());
    booked(&mut browser, "11:00").await;
    clinic.mails_to(TARO).await;
    let page = detail(&mut browser, &clinic, "悠真").await;
    let page = browser.follow(&page, "予約をキャンセル").await;
    let form = page.form("2人の予約をすべてキャンセルする");
    let page = browser.submit(form.clone()).await;
    assert!(page.role("status").unwrap().contains("すべてキャンセルしました"), "{}", page.text());
    assert_eq!(visits(&clinic), ["さくら 9:30"], "what was booked at another time stays");
    let letters = clinic.mails_to(TARO).await;
    let [letter] = letters.as_slice() else { panic!("{} mails", letters.len()) };
    assert_eq!(letter.attachments().len(), 2, "a file for each: a calendar takes one out at a time");
    let names: Vec<&str> = letter.attachments().iter().map(|file| file.name()).collect();
    assert!(
        names[0] != names[1] && names.iter().all(|name| name.starts_with("reservation-2026-04-03-11")),
        "{names:?}"
    );
    for file in letter.attachments() {
        assert_eq!((file.text().matches("BEGIN:VEVENT").count(), file.text().matches("METHOD:CANCEL").count()), (1, 1));
    }
    let page = browser.submit(form).await;
    assert!(page.text().contains("キャンセル済み"), "pressed twice: {}", page.text());
    assert!(clinic.mails_to(TARO).await.is_empty());
}

#[tokio::test]
async fn all_are_moved_with_their_order_and_their_gap_even_into_each_others_places() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        family(&clinic).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, TARO).await;
        // One place is left at each time, so that the one who goes first must make room.
        for start in ["9:00", "9:30", "10:00", "10:30", "11:00"] {
            book_for_others(&clinic, start, 1).await;
        }
        booked(&mut browser, "9:30").await;
        clinic.mails_to(TARO).await;
        let numbers = ["さくら", "悠真"].map(|given| of(&clinic, given).number);
        for (start, expected) in [("10:00", ["さくら 10:00", "悠真 10:30"]), ("9:00", ["さくら 9:00", "悠真 9:30"])]
        {
            let page = new_times(&mut browser, &clinic, "さくら", "2人まとめて変更").await;
            assert!(page.text().contains("鈴木 悠真(7歳)"), "{}", page.text());
            let page = choose(&mut browser, &page, DAY, start).await;
            assert_eq!(page.h1(), "変更内容の確認");
            assert_eq!(page.text().matches("変更後の日時").count(), 2, "{}", page.text());
            let page = browser.submit(page.form("2人の変更を確定する")).await;
            assert_eq!(page.h1(), "予約を変更しました", "{}", page.text());
            let mut booked = visits(&clinic);
            booked.retain(|visit| !visit.starts_with("太郎"));
            assert_eq!(booked, expected);
            let letters = clinic.mails_to(TARO).await;
            let [letter] = letters.as_slice() else { panic!("{} mails", letters.len()) };
            assert_eq!(letter.text().matches("変更後の日時").count(), 2, "{}", letter.text());
        }
        assert_eq!(["さくら", "悠真"].map(|given| of(&clinic, given).number), numbers);
        assert_eq!(in_its_group(&clinic, &of(&clinic, "さくら")), 2);
    }
}

#[tokio::test]
async fn the_deadlines_of_those_who_are_moved_stand_once_or_with_each() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let page = new_times(&mut browser, &clinic, "さくら", "2人まとめて変更").await;
    let page = choose(&mut browser, &page, DAY, "10:00").await;
    let deadlines = |page: &Page| page.text().matches("期限").count();
    assert_eq!(deadlines(&page), 1, "{}", page.text());
    assert_eq!(page.overview("変更・キャンセル期限").as_deref(), Some("2026年4月2日(木)18:00まで"));
    let menus =
        clinics::menus().into_iter().map(|menu| Menu { change_until: Deadline::Before { minutes: 90 }, ..menu });
    clinics::open(&clinic.floor, clinics::sakura(), menus.collect()).await;
    let page = browser.get(page.path()).await;
    assert_eq!(page.h1(), "変更内容の確認");
    assert_eq!(deadlines(&page), 4, "{}", page.text());
    for until in ["2026年4月3日(金)8:30まで", "2026年4月3日(金)9:00まで"] {
        assert_eq!(page.text().matches(until).count(), 1, "{until}: {}", page.text());
    }
    clinic.ignore_mail();
}

#[tokio::test]
async fn the_time_that_is_chosen_for_all_is_that_of_the_first_whichever_was_opened() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let page = new_times(&mut browser, &clinic, "悠真", "2人まとめて変更").await;
    assert!(page.text().contains("選ぶ時間は、鈴木 さくら(4歳)さんの予約の時間です"), "{}", page.text());
    let page = choose(&mut browser, &page, DAY, "11:00").await;
    browser.submit(page.form("2人の変更を確定する")).await;
    assert_eq!(visits(&clinic), ["さくら 11:00", "悠真 11:30"]);
    // By the URL of a mail it is that of the one that it opens, and says so.
    let path = receipt(&clinic, &of(&clinic, "悠真")).await;
    let mut holder = clinic.plain();
    let page = holder.get(&path).await;
    let page = holder.follow(&page, "予約を変更").await;
    let page = holder.submit(page.form("2人まとめて変更").fill("電話番号の下4桁", "5678")).await;
    assert!(page.text().contains("選ぶ時間は、ス・ユ…マ (7歳)さんの予約の時間です"), "{}", page.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn where_one_cannot_be_moved_nobody_is() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let page = new_times(&mut browser, &clinic, "さくら", "2人まとめて変更").await;
    let page = choose(&mut browser, &page, DAY, "11:00").await;
    clinic.minutes_pass(11);
    book_for_others(&clinic, "11:30", 2).await;
    let page = browser.submit(page.form("2人の変更を確定する")).await;
    assert_eq!(page.code(), 409);
    let mut booked = visits(&clinic);
    booked.retain(|visit| !visit.starts_with("太郎"));
    assert_eq!(booked, ["さくら 9:30", "悠真 10:00"]);
    clinic.ignore_mail();
}

#[tokio::test]
async fn what_became_of_one_of_them_meanwhile_ends_the_choice_for_all() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let page = new_times(&mut browser, &clinic, "さくら", "2人まとめて変更").await;
    let page = choose(&mut browser, &page, DAY, "11:00").await;
    let mut other_tab = browser.clone();
    let alone = new_times(&mut other_tab, &clinic, "悠真", "この予約だけ変更").await;
    let alone = choose(&mut other_tab, &alone, DAY, "9:00").await;
    other_tab.submit(alone.form("変更を確定する")).await;
    let stale = browser.submit(page.form("2人の変更を確定する")).await;
    assert_eq!(stale.h1(), "新しい日時を選ぶ", "{}", stale.text());
    assert_eq!(visits(&clinic), ["悠真 9:00", "さくら 9:30"]);
    clinic.ignore_mail();
}

#[tokio::test]
async fn one_alone_is_moved_and_then_only_those_of_the_same_day_move_together() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let page = detail(&mut browser, &clinic, "悠真").await;
    let page = browser.submit(page.form("この予約だけ変更")).await;
    let page = browser.get(&format!("{}?day=2026-04-06", page.path())).await;
    let page = choose(&mut browser, &page, "4月6日(月)", "9:00").await;
    browser.submit(page.form("変更を確定する")).await;
    let page = detail(&mut browser, &clinic, "さくら").await;
    assert!(page.text().contains("2人のご予約"), "{}", page.text());
    assert!(page.has_button("予約を変更") && !page.has_button("2人まとめて変更"), "{}", page.text());
    let page = browser.follow(&page, "予約をキャンセル").await;
    browser.submit(page.form("2人の予約をすべてキャンセルする")).await;
    assert!(visits(&clinic).is_empty());
    clinic.ignore_mail();
}

#[tokio::test]
async fn the_holder_of_a_url_sees_initials_and_cancels_all_after_the_digits() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let path = receipt(&clinic, &of(&clinic, "さくら")).await;
    let mut holder = clinic.plain();
    let page = holder.get(&path).await;
    assert!(page.text().contains("ス・ユ…マ (7歳)") && !page.text().contains("悠真"), "{}", page.text());
    let page = holder.follow(&page, "予約をキャンセル").await;
    assert!(page.has_button("ス・サ…ラ (4歳)さんの予約だけキャンセルする"), "{}", page.text());
    let wrong = page.form("2人の予約をすべてキャンセルする").fill("電話番号の下4桁", "0000");
    let page = holder.submit(wrong).await;
    assert_eq!((page.code(), visits(&clinic).len()), (422, 2));
    let page = holder.submit(page.form("2人の予約をすべてキャンセルする").fill("電話番号の下4桁", "5678")).await;
    assert!(page.text().contains("すべてキャンセルしました"), "{}", page.text());
    assert!(all(&clinic).iter().all(|of| matches!(of.status, Status::Cancelled { .. })));
    clinic.ignore_mail();
}

#[tokio::test]
async fn a2_who_is_of_the_family_no_longer_is_not_reached_through_a_group() {
    let clinic = sakura().await;
    let (_, [_, child]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let mine = of(&clinic, "さくら");
    let removal = browser.get(&format!("/family/{}/removal", child.text())).await;
    browser.submit(removal.form("削除する")).await;
    assert_eq!(visits(&clinic).len(), 2, "what is booked for the one who is removed stays");
    let page = browser.get(&format!("/reservations/{}", mine.id.text())).await;
    assert!(!page.text().contains("悠真") && !page.text().contains("2人のご予約"), "{}", page.text());
    let cancel = format!("/reservations/{}/cancellation", mine.id.text());
    let page = browser.get(&cancel).await;
    let form = page.form("キャンセルする").forge("whole_group", "1");
    browser.submit(form).await;
    assert_eq!(visits(&clinic), ["悠真 10:00"]);
    clinic.ignore_mail();
}
