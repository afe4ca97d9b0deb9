//! What the mails about a reservation say, and what they keep to themselves.

use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, VACCINE};
use crate::harness::people::{self, HANAKO};
use crate::harness::reservations::{book, cancel, reschedule};
use mypage::booking::{self, letter::VisitToCome};
use mypage::lang::Lang;
use mypage::mail::{EmailAddress, Letter, Letterhead};
use mypage::reservation::{Reservation, letter};
use time::macros::date;

const URL: &str = "http://my.localhost/r/0123456789";

/// Every letter about one visit that was booked, moved and cancelled.
struct Letters {
    reservation: Reservation,
    confirmed: Letter,
    changed: Letter,
    reminder: Letter,
    cancelled: Letter,
}

impl Letters {
    async fn of(clinic: &Clinic, lang: Lang) -> Self {
        let (floor, store, now) = (&clinic.floor, &clinic.floor.store, clinic.now());
        clinics::open(floor, clinics::sakura(), clinics::menus()).await;
        let (head, sakura) = (floor.letterhead(lang), clinics::sakura());
        let booked = book(store, now, HANAKO, (GENERAL, date!(2026 - 04 - 10), "9:30")).await;
        let moved = reschedule(store, now, &booked, (date!(2026 - 04 - 13), "14:00")).await;
        let gone = cancel(store, now, &moved).await;
        Self {
            confirmed: letter::confirmed(&head, &sakura, &booked, URL).unwrap(),
            changed: letter::changed(&head, &sakura, &moved, URL).unwrap(),
            reminder: letter::reminder(&head, &sakura, &moved, URL, now).unwrap(),
            cancelled: letter::cancelled(&head, &sakura, &gone).unwrap(),
            reservation: booked,
        }
    }

    fn all(&self) -> [&Letter; 4] {
        [&self.confirmed, &self.changed, &self.reminder, &self.cancelled]
    }
}

fn has_line(letter: &Letter, line: &str) -> bool {
    letter.text().lines().any(|own| own == line)
}

#[tokio::test]
async fn each_letter_names_number_clinic_menu_time_and_whom_to_call() {
    let letters = Letters::of(&Clinic::new(), Lang::Ja).await;
    let number = letters.reservation.number;
    for letter in letters.all() {
        assert_eq!(letter.to().as_str(), HANAKO);
        for line in [
            format!("予約番号: {number}"),
            "クリニック: さくら内科クリニック".to_owned(),
            "診療メニュー: 一般内科(再診)".to_owned(),
            "受診者: ヤ・ハ…コ".to_owned(),
            "クリニックの電話番号: 03-1111-2222".to_owned(),
        ] {
            assert!(has_line(letter, &line), "{line} is missing in\n{}", letter.text());
        }
    }
    assert!(has_line(&letters.confirmed, "日時: 2026年4月10日(金)9:30"));
    assert!(has_line(&letters.changed, "変更前の日時: 2026年4月10日(金)9:30"));
    assert!(has_line(&letters.changed, "変更後の日時: 2026年4月13日(月)14:00"));
    assert!(has_line(&letters.reminder, "日時: 2026年4月13日(月)14:00"));
    assert!(has_line(&letters.cancelled, "日時: 2026年4月13日(月)14:00"));
}

#[tokio::test]
async fn a_visit_to_come_has_its_deadlines_as_moments_and_the_way_to_its_page() {
    let letters = Letters::of(&Clinic::new(), Lang::Ja).await;
    for letter in [&letters.confirmed, &letters.changed, &letters.reminder] {
        let day = if letter == &letters.confirmed { "2026年4月9日(木)18:00" } else { "2026年4月12日(日)18:00" };
        assert!(has_line(letter, &format!("キャンセル期限: {day}")), "{}", letter.text());
        assert!(has_line(letter, &format!("変更期限: {day}")));
        assert!(has_line(letter, "持ち物: 保険証またはマイナンバーカード"));
        assert!(has_line(letter, "ご注意: 発熱のある方はお電話ください。"));
        assert!(has_line(letter, "住所: 東京都渋谷区神宮前1-2-3"));
        assert!(has_line(letter, URL));
    }
    assert!(!letters.cancelled.text().contains("/r/"), "there is nothing left to change");
}

#[tokio::test]
async fn once_a_deadline_has_passed_the_letter_says_to_call() {
    let clinic = Clinic::new();
    let booked = Letters::of(&clinic, Lang::Ja).await.reservation;
    let (head, sakura) = (clinic.floor.letterhead(Lang::Ja), clinics::sakura());
    let how = "キャンセルや日時の変更は、期限まで";
    let at = |now| letter::reminder(&head, &sakura, &booked, URL, now).unwrap();
    let until = booked.deadlines.cancel;
    assert!(at(until.plus_seconds(-1)).text().contains(how));
    let late = at(until);
    assert!(!late.text().contains(how));
    for label in ["キャンセル期限", "変更期限"] {
        assert!(has_line(&late, &format!("{label}: 過ぎました。クリニックにお電話ください。")), "{}", late.text());
    }
    let on_the_day = Reservation { booked: until.plus_hours(1), ..booked.clone() };
    assert!(!letter::confirmed(&head, &sakura, &on_the_day, URL).unwrap().text().contains(how));
}

#[tokio::test]
async fn in_english_only_the_clinics_own_texts_stay_japanese() {
    let letters = Letters::of(&Clinic::new(), Lang::En).await;
    for letter in letters.all() {
        assert_eq!(letter.lang(), Lang::En);
        assert!(letter.subject().is_ascii() || letter.subject().starts_with('['), "{}", letter.subject());
        assert!(has_line(letter, "Clinic: さくら内科クリニック"));
        assert!(has_line(letter, "Appointment type: 一般内科 (return visit)"));
    }
    assert!(has_line(&letters.confirmed, "Date and time (Japan): Fri 10 April 2026, 9:30"));
    assert!(has_line(&letters.changed, "New time (Japan): Mon 13 April 2026, 14:00"));
    assert!(has_line(&letters.confirmed, "Cancel by: Thu 9 April 2026, 18:00"));
}

#[tokio::test]
async fn subjects_tell_no_more_than_when_and_texts_nothing_that_names_the_patient() {
    for lang in [Lang::Ja, Lang::En] {
        let letters = Letters::of(&Clinic::new(), lang).await;
        let person = people::draft(HANAKO);
        for letter in letters.all() {
            for told in ["内科", "さくら", "予防", "一般"] {
                assert!(!letter.subject().contains(told), "{}", letter.subject());
            }
            let all = format!("{}{}", letter.text(), letter.html());
            let (name, kana) = (&person.family_name, &person.family_kana);
            for told in [name, kana, &person.given_name, &person.given_kana, "1234-5678", "1948", "昭和", "千代田"]
            {
                assert!(!all.contains(told), "{told} in\n{}", letter.text());
            }
        }
    }
}

#[tokio::test]
async fn a_subject_begins_with_the_day_unless_the_clinic_does_not_want_it() {
    let clinic = Clinic::new();
    let booked = Letters::of(&clinic, Lang::Ja).await.reservation;
    let mut sakura = clinics::sakura();
    let subject = |lang, sakura: &mypage::clinic::Clinic| {
        let letter = letter::confirmed(&clinic.floor.letterhead(lang), sakura, &booked, URL).unwrap();
        (letter.subject().to_owned(), letter.title().to_owned())
    };
    let service = clinic.floor.letterhead(Lang::Ja).service;
    let (japanese, title) = subject(Lang::Ja, &sakura);
    assert_eq!(
        (japanese, title.as_str()),
        (format!("【{service}】4/10(金)9:30 予約完了のお知らせ"), "予約完了のお知らせ")
    );
    let (english, _) = subject(Lang::En, &sakura);
    assert_eq!(english, format!("[{service}] Fri 10 Apr 9:30 – Your reservation is complete"));
    sakura.booking.date_in_subject = false;
    assert_eq!(subject(Lang::Ja, &sakura).0, format!("【{service}】予約完了のお知らせ"));
}

#[tokio::test]
async fn what_to_do_before_the_visit_is_told() {
    let clinic = Clinic::new();
    let mut booked = Letters::of(&clinic, Lang::Ja).await.reservation;
    let vaccine = clinics::menus().into_iter().find(|menu| menu.id.as_str() == VACCINE).unwrap();
    booked.service.preparation = vaccine.preparation;
    let sakura = mypage::clinic::Clinic {
        cancellation_policy: Some("無断キャンセルはご遠慮ください。\n二度目からはお電話で。".to_owned()),
        ..clinics::sakura()
    };
    let letter = letter::confirmed(&clinic.floor.letterhead(Lang::Ja), &sakura, &booked, URL).unwrap();
    assert!(has_line(&letter, "受診前の準備: 母子健康手帳をご用意ください。"));
    assert!(has_line(&letter, "キャンセルポリシー: 無断キャンセルはご遠慮ください。"));
    assert!(has_line(&letter, "二度目からはお電話で。"));
}

#[tokio::test]
async fn m2_a_reminder_is_of_no_use_once_the_visit_begins_and_the_others_are() {
    let letters = Letters::of(&Clinic::new(), Lang::Ja).await;
    let starts = letters.reservation.slot.starts().plus_days(3).plus_minutes(270);
    assert!(!letters.reminder.is_stale(starts.plus_minutes(-1)));
    assert!(letters.reminder.is_stale(starts));
    for letter in [&letters.confirmed, &letters.changed, &letters.cancelled] {
        assert!(!letter.is_stale(starts.plus_days(1_000)));
    }
}

#[tokio::test]
async fn a_code_stands_alone_on_its_line_and_not_in_the_subject() {
    let clinic = Clinic::new();
    let (now, to) = (clinic.now(), EmailAddress::parse("guest@example.jp").unwrap());
    for lang in [Lang::Ja, Lang::En] {
        let head: Letterhead = clinic.floor.letterhead(lang);
        let sakura = clinics::sakura();
        let visit = VisitToCome { clinic: &sakura, starts: Some(now.plus_days(1)) };
        let letter = booking::letter::code(&head, &to, &visit, "042917", now);
        assert_eq!(letter.to(), &to);
        assert!(has_line(&letter, "042917"));
        assert!(!letter.subject().contains("042917"));
        // Two of them can be told apart.
        assert!(letter.text().contains(&sakura.name), "{}", letter.text());
        assert!(letter.subject().contains(&mypage::lang::moment(lang, now.plus_days(1))), "{}", letter.subject());
        assert!(letter.text().contains("10"), "for how many minutes it works");
        assert!(!letter.is_stale(now.plus_minutes(10).plus_seconds(-1)));
        assert!(letter.is_stale(now.plus_minutes(10)));
    }
}
