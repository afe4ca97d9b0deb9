//! By which letters the visits of one address are told apart in its mails, in calendars and behind the URLs.

use crate::harness::booking::{as_guest, calendar, choose, sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA, time};
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::fill_in;
use crate::harness::work::done;
use mypage::clinic::{BookingPolicy, Clinic as Model, ClinicId, MenuId, Visit};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::{Name, PatientDetails};
use mypage::reservation::Attendee;
use mypage::reservation::desk::{self, Channel, DeskRequest, Insistence};
use mypage::slots::{Offers, Slot};

const BOOK: &str = "予約を確定する";

/// Books for somebody of Hanako's household, with her address; gives by which letters they are named in the mail, in the file and
/// behind the URL.
async fn told(clinic: &Clinic, browser: &mut Browser, start: &str, given: &str, kana: &str) -> String {
    let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    let page = choose(browser, &page, "4月2日(木)", start).await;
    let form = fill_in(page.form("確認へ"), HANAKO).fill("名", given).fill("メイ", kana);
    let page = browser.submit(form.fill("メールアドレス", HANAKO)).await;
    let page = browser.submit(page.form(BOOK)).await;
    assert_eq!(page.h1(), "予約確定", "{}", page.text());
    let letter = clinic.mail_to(HANAKO).await;
    let text = letter.text();
    let said = text.lines().find_map(|line| line.trim().strip_prefix("受診者: ")).expect("who comes").to_owned();
    let [file] = letter.attachments() else { panic!("one file") };
    let file = file.text().replace("\r\n ", "");
    assert!(file.contains(&format!("受診者: {said}\\n")), "{said}: {file}");
    let url = text.split_whitespace().find(|word| word.contains("/r/")).expect("a link");
    let page = clinic.plain().get(&url[url.find("/r/").unwrap()..]).await;
    assert_eq!(page.overview("受診者"), Some(said.clone()));
    said
}

#[tokio::test]
async fn a_family_that_books_one_by_one_can_tell_its_mails_apart() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    as_guest(&clinic, &mut browser, HANAKO).await;
    assert!(clinic.mail_to(HANAKO).await.text().contains("受診者: ヤ・ハ…コ\n"));
    for (start, given, kana, expected) in [
        ("10:00", "春子", "ハルコ", "ヤ・ハル…コ"),
        ("10:30", "夏", "ナツ", "ヤ・ナ"),
        ("11:00", "華子", "ハナコ", "ヤ・ハ…コ②"),
        ("11:30", "波", "ナミ", "ヤ・…ミ"),
        // Who comes once more is named as before.
        ("14:00", "華子", "ハナコ", "ヤ・ハ…コ②"),
    ] {
        assert_eq!(told(&clinic, &mut browser, start, given, kana).await, expected, "{given}");
    }
}

#[tokio::test]
async fn the_letters_tell_nobody_what_an_address_has_coming_who_has_not_proved_it() {
    let clinic = Clinic::new();
    let policy = BookingPolicy { guest_code: false, reminder: None, ..BookingPolicy::default() };
    clinics::open(&clinic.floor, Model { booking: policy, ..clinics::sakura() }, clinics::menus()).await;
    assert_eq!(told(&clinic, &mut clinic.plain(), "10:00", "花子", "ハナコ").await, "ヤ・ハ…コ");
    assert_eq!(told(&clinic, &mut clinic.plain(), "10:30", "春子", "ハルコ").await, "ヤ・ハ…コ");
}

/// The staff of a clinic book for Haruko of Hanako's household, with her address; gives the letters by which she is named.
async fn told_by_phone(clinic: &Clinic, at: &str) -> String {
    let (day, at) = (clinic.now().jst_date(), ClinicId::parse(at).unwrap());
    let person: PatientDetails = people::draft(HANAKO).check(day).unwrap().into();
    let name = |family: &str, given: &str| Name { family: family.to_owned(), given: given.to_owned() };
    let attendee = Attendee {
        person: PatientDetails { name: name("山田", "春子"), kana: name("ヤマダ", "ハルコ"), ..person },
        person_id: None,
        chart_number: None,
        address: Some(EmailAddress::parse(HANAKO).unwrap()),
        lang: Lang::Ja,
        relation: None,
    };
    let made = clinic.floor.store.write(clinic.now(), move |tx| {
        let offers = Offers::of(tx, &at)?.expect("the clinic is open");
        let offer = offers.any(&MenuId::parse(GENERAL).unwrap()).expect("a menu");
        let wanted = DeskRequest {
            slot: Slot::of(offer.menu, day, time("16:00")),
            visit: Visit::Return,
            attendee: attendee.clone(),
            patient: None,
            channel: Channel::Phone,
            is_now: false,
            insistence: Insistence::default(),
            tell: false,
        };
        done(tx, |work| desk::book(work, offer, &wanted))
    });
    made.await.unwrap().expect("a free slot").initials(Lang::Ja).1
}

#[tokio::test]
async fn what_the_staff_book_is_told_apart_from_what_is_booked_there_and_tells_nothing_of_other_clinics() {
    let clinic = sakura().await;
    let other = Model { id: ClinicId::parse("other").unwrap(), ..clinics::sakura() };
    clinics::open(&clinic.floor, other, clinics::menus()).await;
    let mut browser = clinic.plain();
    as_guest(&clinic, &mut browser, HANAKO).await;
    assert_eq!(told_by_phone(&clinic, "other").await, "ヤ・ハ…コ");
    assert_eq!(told_by_phone(&clinic, SAKURA).await, "ヤ・ハル…コ");
    clinic.ignore_mail();
}
