//! What is left under an address from which an account has moved away: nothing that the next owner of it could find.

use crate::harness::booked::{self, FRIDAY, book, receipt, stored};
use crate::harness::booking;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::{FUTURE, ask_for_link, leaving};
use crate::harness::work::done;
use mypage::app;
use mypage::clinic::TimeOfDay;
use mypage::mail::{EmailAddress, kept, outbox};
use mypage::reservation::{self, Reservation};
use mypage::slots;
use mypage::store::Sweeper;
use mypage::work::Actor;

/// Changes the address of the signed-in account; the letter to the former address is still unread.
async fn move_away(clinic: &Clinic, browser: &mut Browser) {
    let link = ask_for_link(clinic, browser, "/account/email", FUTURE).await;
    confirm(browser, &link).await;
}

async fn confirm(browser: &mut Browser, link: &str) {
    let page = browser.get(link).await;
    assert_eq!(browser.submit(page.form("変更する")).await.path(), "/account");
}

/// The tables with a row that holds a text, in its key or in its value.
fn holding(clinic: &Clinic, text: &str) -> Vec<String> {
    let within = |bytes: &[u8]| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    let found = rows::all(&clinic.floor.store).into_iter().filter(|(key, value)| within(key) || within(value));
    let table = |key: Vec<u8>| String::from_utf8_lossy(key.split(|byte| *byte == 0).next().unwrap()).into_owned();
    found.map(|(key, _)| table(key)).collect()
}

fn rows_of(clinic: &Clinic, table: &str) -> usize {
    let prefix = format!("{table}\0");
    rows::all(&clinic.floor.store).keys().filter(|key| key.starts_with(prefix.as_bytes())).count()
}

fn no_index_is_wrong(clinic: &Clinic) {
    let findings: Vec<_> = app::INDEXES
        .iter()
        .flat_map(|check| clinic.floor.store.read_blocking(clinic.now(), *check).expect("rows that can be read"))
        .collect();
    assert!(findings.is_empty(), "{findings:?}");
}

#[tokio::test]
async fn l12_a_patient_who_changed_address_and_left_leaves_nothing_under_either_address() {
    let clinic = booking::sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    booking::as_patient(&mut browser, HANAKO).await;
    clinic.mail_to(HANAKO).await;
    let link = ask_for_link(&clinic, &mut browser, "/account/email", FUTURE).await;
    // A letter with a link in it, which waits and was never taken.
    let mut nobody = clinic.plain();
    let form = nobody.get("/password-reset").await.form("送信する").fill("メールアドレス", HANAKO);
    nobody.submit(form).await;
    // What that browser typed is its own, and has ended by then.
    clinic.minutes_pass(11);
    clinic
        .floor
        .store
        .write(clinic.now(), |tx| Sweeper::default().step(tx, &app::expiring_tables(), 10_000)?.delete(tx))
        .await
        .unwrap();
    assert!(rows_of(&clinic, "mail_copy") == 1 && holding(&clinic, HANAKO).contains(&"mail-link".to_owned()));
    confirm(&mut browser, &link).await;
    let waiting = clinic.floor.store.read_blocking(clinic.now(), |r| outbox::list(r, 100)).unwrap();
    let waiting: Vec<_> = waiting.iter().map(|(_, waiting)| waiting.letter.subject()).collect();
    let told = |text: &str| waiting.iter().any(|subject| subject.contains(text));
    assert!(
        waiting.len() == 2 && told("メールアドレスが変更されました") && told("予約確認URLのお知らせ"),
        "{waiting:?}"
    );
    assert_eq!(holding(&clinic, HANAKO), ["mail_outbox"], "the letter that tells of the change, and nothing else");
    clinic.mail_to(HANAKO).await;
    clinic.mail_to(FUTURE).await;
    let former = EmailAddress::parse(HANAKO).unwrap();
    // The demonstration keeps its mails to show them; a service that sends them has none left by now.
    clinic.floor.store.write(clinic.now(), move |tx| kept::forget(tx, &former)).await.unwrap();
    let form = leaving(&mut browser, people::password(HANAKO)).await;
    assert_eq!(browser.submit(form).await.path(), "/withdrawn");
    clinic.mail_to(FUTURE).await;
    assert_eq!(holding(&clinic, HANAKO), [] as [String; 0]);
    let own = ["patient", "patient-by-word", "reservation"];
    assert_eq!(holding(&clinic, "花子"), own, "the clinic's own records");
    assert_eq!(rows_of(&clinic, "mail_copy"), 0);
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn a_later_account_of_the_address_finds_no_notice_of_the_one_before() {
    let clinic = booking::sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    booking::as_patient(&mut browser, HANAKO).await;
    clinic.mail_to(HANAKO).await;
    assert!(browser.get("/notices").await.text().contains("予約完了のお知らせ"));
    move_away(&clinic, &mut browser).await;
    clinic.mail_to(HANAKO).await;
    clinic.mail_to(FUTURE).await;
    let mut next = clinic.signed_in(HANAKO).await;
    let page = next.get("/notices").await;
    assert!(page.text().contains("お知らせはありません"), "{}", page.text());
}

#[tokio::test]
async fn mails_about_what_is_to_come_follow_the_account_and_those_of_others_do_not() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let own = book(&clinic, HANAKO, "9:30", true).await;
    let theirs = book(&clinic, TARO, "10:00", true).await;
    // Nobody signed in has booked it: it is the address's, and not the account's.
    let guests = book(&clinic, HANAKO, "10:30", false).await;
    let url = receipt(&clinic, &own).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    move_away(&clinic, &mut browser).await;
    clinic.mail_to(HANAKO).await;
    let now = stored(&clinic, own.id);
    assert_eq!(now.attendee.address.as_ref().unwrap().as_str(), FUTURE);
    let before = Reservation { attendee: own.attendee.clone(), readdressed: own.readdressed, ..now.clone() };
    assert_eq!(before, own, "and nothing else of it changes");
    assert_eq!([stored(&clinic, theirs.id), stored(&clinic, guests.id)], [theirs, guests]);
    no_index_is_wrong(&clinic);
    let counted = |of: &Reservation| {
        let address = of.attendee.address.as_ref().unwrap();
        let (at, menu, person) = (&own.clinic, &own.slot.menu, own.attendee.person.identity());
        let store = &clinic.floor.store;
        let expected = slots::Expected { person, person_id: None, address };
        store.read_blocking(clinic.now(), |r| expected.of_menu(r, at, menu)).unwrap().len()
    };
    assert_eq!((counted(&now), counted(&own)), (1, 1), "the limit of visits follows");
    // A URL that was mailed to the former address opens nothing any more; the present address has got another.
    assert_eq!(clinic.plain().get(&url).await.code(), 404);
    assert_eq!(clinic.plain().get(&format!("{url}/cancellation")).await.code(), 404);
    let letter = clinic.mail_to(FUTURE).await.text();
    let base = clinic.floor.config.base_url();
    let url = letter.lines().find_map(|line| line.strip_prefix(base)).expect("a link").to_owned();
    assert_eq!(clinic.plain().get(&url).await.overview("予約番号"), Some(own.number.to_string()));
    clinic.floor.clock.advance_to(TimeOfDay::of_hour(18).on(FRIDAY.previous_day().unwrap()));
    assert_eq!(reservation::remind(&clinic.floor, 100).await.unwrap().letters, 3);
    assert!(clinic.mail_to(FUTURE).await.text().contains("9:30"));
    assert!(clinic.mail_to(HANAKO).await.text().contains("10:30"), "the guest's");
    clinic.mail_to(TARO).await;
}

#[tokio::test]
async fn what_is_over_or_cancelled_stays_as_the_clinic_has_it() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let past = book(&clinic, HANAKO, "9:30", true).await;
    let cancelled = book(&clinic, HANAKO, "17:00", true).await;
    let old = cancelled.clone();
    let done = clinic.floor.store.write(clinic.now(), move |tx| {
        done(tx, |work| reservation::cancellation::without_mail(work, &old, Actor::Patient))
    });
    let cancelled = done.await.unwrap().unwrap();
    clinic.floor.clock.advance_to(past.slot.ends());
    let mut browser = clinic.signed_in(HANAKO).await;
    move_away(&clinic, &mut browser).await;
    clinic.mail_to(HANAKO).await;
    assert_eq!([stored(&clinic, past.id), stored(&clinic, cancelled.id)], [past, cancelled]);
    no_index_is_wrong(&clinic);
}
