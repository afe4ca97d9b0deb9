//! The calendar file of a reservation: from the verb to the letter, and from the letter to the calendar that imports it.

use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL};
use crate::harness::people::HANAKO;
use crate::harness::reservations::{book, cancel, reschedule};
use mypage::lang::Lang;
use mypage::mail::Attachment;
use mypage::reservation::{Reservation, calendar_file, letter};
use time::macros::date;

const URL: &str = "http://my.localhost/r/0123456789";

/// The values of a property, unfolded and as they stand in the file.
fn values(file: &Attachment, name: &str) -> Vec<String> {
    let unfolded = file.text().replace("\r\n ", "");
    let lines = unfolded.split("\r\n").filter_map(|line| line.split_once([':', ';']));
    lines.filter(|(own, _)| *own == name).map(|(_, value)| value.to_owned()).collect()
}

fn value(file: &Attachment, name: &str) -> String {
    let [value] = values(file, name).try_into().unwrap_or_else(|all| panic!("{name}: {all:?}"));
    value
}

async fn open(clinic: &Clinic) -> Reservation {
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    book(&clinic.floor.store, clinic.now(), HANAKO, (GENERAL, date!(2026 - 04 - 10), "9:30")).await
}

#[tokio::test]
async fn one_entry_is_put_in_moved_and_taken_out_under_the_same_name() {
    let clinic = Clinic::new();
    let head = clinic.floor.letterhead(Lang::Ja);
    let file = |of: &Reservation| calendar_file(&head, &clinics::sakura(), of, Some(URL));
    let booked = open(&clinic).await;
    clinic.minutes_pass(5);
    let moved = reschedule(&clinic.floor.store, clinic.now(), &booked, (date!(2026 - 04 - 13), "14:00")).await;
    clinic.minutes_pass(5);
    let gone = cancel(&clinic.floor.store, clinic.now(), &moved).await;
    let uid = format!("{}@my.localhost", booked.id.text());
    let story = [
        (file(&booked), ["PUBLISH", "CONFIRMED", "0", "20260401T010000Z", "20260410T003000Z", "20260410T010000Z"]),
        (file(&moved), ["PUBLISH", "CONFIRMED", "1", "20260401T010500Z", "20260413T050000Z", "20260413T053000Z"]),
        (file(&gone), ["CANCEL", "CANCELLED", "2", "20260401T011000Z", "20260413T050000Z", "20260413T053000Z"]),
    ];
    for (file, [method, status, sequence, stamp, start, end]) in story {
        assert_eq!(file.content_type(), format!("text/calendar; method={method}; charset=utf-8"));
        assert_eq!(value(&file, "UID"), uid);
        assert_eq!((value(&file, "METHOD").as_str(), value(&file, "STATUS").as_str()), (method, status));
        assert_eq!((value(&file, "SEQUENCE").as_str(), value(&file, "DTSTAMP").as_str()), (sequence, stamp));
        assert_eq!((value(&file, "DTSTART").as_str(), value(&file, "DTEND").as_str()), (start, end));
        let sender = clinic.floor.config.mail.from().email.to_string();
        assert_eq!(value(&file, "ORGANIZER"), format!("CN=\"さくら内科クリニック\":mailto:{sender}"));
    }
}

#[tokio::test]
async fn a_shared_calendar_shows_the_clinic_and_neither_menu_nor_name() {
    let clinic = Clinic::new();
    let booked = open(&clinic).await;
    let file = |url| calendar_file(&clinic.floor.letterhead(Lang::Ja), &clinics::sakura(), &booked, url);
    let with = file(Some(URL));
    assert_eq!(value(&with, "SUMMARY"), "さくら内科クリニック ご予約");
    assert_eq!(value(&with, "LOCATION"), "東京都渋谷区神宮前1-2-3");
    assert_eq!(value(&with, "CLASS"), "PRIVATE");
    let number = booked.number;
    let told = format!("予約番号: {number}\\n受診者: ヤ・ハ…コ\\n電話番号: 03-1111-2222\\n予約確認URL: {URL}");
    assert_eq!(value(&with, "DESCRIPTION"), told);
    assert!(!file(None).text().contains("/r/"));
    for secret in ["一般内科", "山田", "ヤマダ", "花子", "ハナコ"] {
        assert!(!with.text().contains(secret), "{secret}");
    }
    let english = calendar_file(&clinic.floor.letterhead(Lang::En), &clinics::sakura(), &booked, None);
    assert_eq!(value(&english, "SUMMARY"), "さくら内科クリニック: appointment");
}

#[tokio::test]
async fn the_letters_carry_the_file_as_it_is_on_the_pages() {
    let clinic = Clinic::new();
    let (head, sakura) = (clinic.floor.letterhead(Lang::Ja), clinics::sakura());
    let booked = open(&clinic).await;
    let moved = reschedule(&clinic.floor.store, clinic.now(), &booked, (date!(2026 - 04 - 13), "14:00")).await;
    let gone = cancel(&clinic.floor.store, clinic.now(), &moved).await;
    let reminder = letter::reminder(&head, &sakura, &moved, URL, clinic.now()).unwrap();
    assert!(reminder.attachments().is_empty(), "the calendar has it already");
    for (letter, file) in [
        (letter::confirmed(&head, &sakura, &booked, URL), calendar_file(&head, &sakura, &booked, Some(URL))),
        (letter::changed(&head, &sakura, &moved, URL), calendar_file(&head, &sakura, &moved, Some(URL))),
        (letter::cancelled(&head, &sakura, &gone), calendar_file(&head, &sakura, &gone, None)),
    ] {
        let letter = letter.unwrap();
        assert!(letter.attachments() == [file], "{}", letter.subject());
    }
}
