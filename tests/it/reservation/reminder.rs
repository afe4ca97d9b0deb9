//! Reminding patients: each of them exactly once, and nobody who need not come.

use crate::harness::booked::book_without_address as without_address;
use crate::harness::clinic::{Clinic, START, Setup};
use crate::harness::clinics::{self, GENERAL};
use crate::harness::engine::failing::Failing;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::process::Home;
use crate::harness::reservations::{book, cancel, reschedule, stored};
use mypage::clinic::{BookingPolicy, Reminder, TimeOfDay};
use mypage::clock::{Clock, Moment};
use mypage::mail::{Letter, outbox};
use mypage::reservation::{self, ReceiptToken, Reminded, Reservation, rows};
use mypage::store::{Options, Store, Table};
use time::macros::date;
use time::{Date, Weekday};

const LIMIT: usize = 100;
/// Friday; its reminder is due on Thursday at 18:00.
pub(super) const FRIDAY: Date = date!(2026 - 04 - 10);

async fn open() -> Clinic {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    clinic
}

async fn booked(clinic: &Clinic, email: &str, start: &str) -> Reservation {
    book(&clinic.floor.store, clinic.now(), email, (GENERAL, FRIDAY, start)).await
}

/// Thursday before [`FRIDAY`] at 18:00, when its reminders are due.
fn due() -> Moment {
    TimeOfDay::of_hour(18).on(FRIDAY.previous_day().unwrap())
}

async fn remind_at(clinic: &Clinic, now: Moment) -> Reminded {
    clinic.floor.clock.advance_to(now);
    reservation::remind(&clinic.floor, LIMIT).await.unwrap()
}

pub(super) fn rows_due(store: &Store) -> usize {
    store
        .read_blocking(Moment::from_millis(i64::MAX - 1), |r| mypage::reservation::due_reminders(r, 1_000))
        .unwrap()
        .len()
}

pub(super) fn waiting(store: &Store) -> Vec<(Letter, Moment)> {
    let rows = store.read_blocking(START, |r| outbox::list(r, 1_000)).unwrap();
    rows.into_iter().map(|(_, waiting)| (waiting.letter, waiting.written)).collect()
}

#[tokio::test]
async fn m4_a_patient_is_reminded_at_the_clinics_time_once_and_can_follow_the_letter() {
    let clinic = open().await;
    let booked = booked(&clinic, HANAKO, "9:30").await;
    assert_eq!(remind_at(&clinic, due().plus_seconds(-1)).await, Reminded { due: 0, letters: 0 });
    assert_eq!(remind_at(&clinic, due()).await, Reminded { due: 1, letters: 1 });
    assert_eq!(remind_at(&clinic, due().plus_minutes(1)).await, Reminded { due: 0, letters: 0 });
    let letter = clinic.mail_to(HANAKO).await;
    assert!(letter.text().contains("2026年4月10日(金)9:30"), "{}", letter.text());
    let text = letter.text();
    let token = text
        .lines()
        .find_map(|line| line.strip_prefix("http://my.localhost/r/"))
        .and_then(ReceiptToken::parse)
        .unwrap();

    let found = clinic.floor.store.read_blocking(clinic.now(), |r| rows::of_token(r, &token.key())).unwrap();
    assert_eq!(found, Some(Reservation { reminder: None, ..booked.clone() }));
    assert_eq!(stored(&clinic.floor.store, &booked).sequence, 0, "a reminder is no change");
    assert_eq!(rows_due(&clinic.floor.store), 0);
}

#[tokio::test]
async fn m4_nobody_is_reminded_of_what_was_cancelled_or_booked_after_its_reminder_time() {
    let clinic = open().await;
    let gone = booked(&clinic, HANAKO, "9:30").await;
    cancel(&clinic.floor.store, clinic.now(), &gone).await;
    clinic.floor.clock.advance_to(due());
    let late = booked(&clinic, "late@example.jp", "11:00").await;
    assert_eq!(late.reminder, None);
    for hour in 0..24 {
        assert_eq!(remind_at(&clinic, due().plus_hours(hour)).await, Reminded::default());
    }
}

#[tokio::test]
async fn m4_a_moved_visit_is_reminded_of_at_its_new_time_and_again_after_a_reminder() {
    let clinic = open().await;
    let (store, later) = (&clinic.floor.store, date!(2026 - 04 - 15));
    let moved = booked(&clinic, HANAKO, "9:30").await;
    reschedule(store, clinic.now(), &moved, (later, "14:30")).await;
    assert_eq!(remind_at(&clinic, due()).await, Reminded::default(), "not at the old time");
    let new_due = TimeOfDay::of_hour(18).on(date!(2026 - 04 - 14));
    assert_eq!(remind_at(&clinic, new_due).await, Reminded { due: 1, letters: 1 });
    assert!(clinic.mail_to(HANAKO).await.text().contains("2026年4月15日(水)14:30"));
}

#[tokio::test]
async fn m4_who_has_no_address_is_reminded_of_nothing_after_a_move_either() {
    let clinic = open().await;
    let booked = without_address(&clinic, TARO, "9:30").await;
    assert_eq!(rows_due(&clinic.floor.store), 0);
    reschedule(&clinic.floor.store, clinic.now(), &booked, (FRIDAY, "14:30")).await;
    assert_eq!(rows_due(&clinic.floor.store), 0);
}

#[tokio::test]
async fn m4_two_processes_at_once_write_one_letter() {
    let clinic = open().await;
    for (number, start) in ["9:00", "9:30", "10:00", "10:30"].into_iter().enumerate() {
        booked(&clinic, &format!("p{number}@example.jp"), start).await;
    }
    clinic.floor.clock.advance_to(due());
    let go = || reservation::remind(&clinic.floor, LIMIT);
    let (one, other) = tokio::join!(go(), go());
    assert_eq!(one.unwrap().letters + other.unwrap().letters, 4);
    for number in 0..4 {
        clinic.mail_to(&format!("p{number}@example.jp")).await;
    }
}

#[tokio::test]
async fn m6_when_the_clock_jumps_over_the_visit_its_reminder_is_dropped() {
    let clinic = open().await;
    booked(&clinic, HANAKO, "9:30").await;
    booked(&clinic, "noon@example.jp", "11:30").await;
    let between = TimeOfDay::of_hour(10).on(FRIDAY);
    assert_eq!(remind_at(&clinic, between).await, Reminded { due: 2, letters: 1 });
    clinic.mail_to("noon@example.jp").await;
    assert_eq!(rows_due(&clinic.floor.store), 0);
    assert_eq!(remind_at(&clinic, START).await, Reminded::default(), "a clock set back revives nothing");
}

#[tokio::test]
async fn m1_a_letter_is_written_exactly_if_the_reminder_is_off_the_list() {
    // The first three commits are the clinic and two visits.
    for failing in [3, 4] {
        let store = Store::with_engine(Failing::at(failing)).unwrap();
        let clinic = Clinic::open(Setup { store: store.clone(), ..Setup::default() });
        clinic.ignore_mail();
        clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
        let all = [booked(&clinic, "a@example.jp", "9:00").await, booked(&clinic, "b@example.jp", "9:30").await];
        clinic.floor.clock.advance_to(due());
        let mut failed = 0;
        for _ in 0..3 {
            failed += usize::from(reservation::remind(&clinic.floor, LIMIT).await.is_err());
            let taken = all.iter().filter(|booked| stored(&store, booked).reminder.is_none()).count();
            assert_eq!(waiting(&store).len(), taken);
            assert_eq!(rows_due(&store), all.len() - taken);
            store.recover().unwrap();
        }
        assert_eq!((failed, waiting(&store).len()), (1, 2), "failing at commit {failing}");
    }
}

#[tokio::test]
async fn a_damaged_reservation_costs_its_own_reminder_and_no_other() {
    let clinic = open().await;
    let damaged = booked(&clinic, "damaged@example.jp", "9:00").await;
    booked(&clinic, HANAKO, "9:30").await;
    let other_shape: Table<mypage::reservation::ReservationId, u64> = Table::new("reservation");
    clinic.floor.store.write(clinic.now(), move |tx| other_shape.put(tx, &damaged.id, &7)).await.unwrap();
    assert_eq!(remind_at(&clinic, due()).await, Reminded { due: 2, letters: 1 });
    clinic.mail_to(HANAKO).await;
    assert_eq!(rows_due(&clinic.floor.store), 0);
    assert!(clinic.floor.log.lines().iter().any(|line| line.contains("event=reminder_dropped")));
}

#[tokio::test(flavor = "multi_thread")]
async fn m4_the_server_reminds_by_itself_and_not_again_after_a_restart() {
    let home = Home::new();
    let today = Clock::System.now().jst_date();
    let mut every_day = mypage::clinic::Clinic { closures: Vec::new(), ..clinics::sakura() };
    every_day.hours.truncate(2);
    for opening in &mut every_day.hours {
        opening.band.days.extend([Weekday::Saturday, Weekday::Sunday]);
    }
    every_day.booking =
        BookingPolicy { reminder: Some(Reminder { days: 1, at: TimeOfDay::of_hour(0) }), ..Default::default() };
    let store = Store::open(&home.data(), Options::default()).unwrap();
    store.write_blocking(START, move |tx| mypage::clinic::rows::put(tx, &every_day, &clinics::menus())).unwrap();
    let yesterday = TimeOfDay::of_hour(12).on(today).plus_days(-1);
    book(&store, yesterday, HANAKO, (GENERAL, today.next_day().unwrap(), "14:00")).await;
    store.close();
    let serving = home.serve();
    serving.log().wait_for(|line| line.contains("event=mail_kept"));
    serving.stop();
    let again = home.serve().stop();
    assert!(!again.log.iter().any(|line| line.contains("mail_kept")), "{:?}", again.log);
    let store = Store::open(&home.data(), Options::default()).unwrap();
    assert_eq!(rows_due(&store), 0);
    assert_eq!(store.read_blocking(START, |r| mypage::mail::kept::list(r, 9)).unwrap().len(), 1);
}
