//! Reminding patients through a hundred restarts, every other one of which ends in a power cut.

use super::reminder::{FRIDAY, rows_due, waiting};
use crate::harness::clinic::{Clinic, START, Setup};
use crate::harness::clinics::{self, GENERAL};
use crate::harness::engine::dice::{Dice, cases};
use crate::harness::engine::power::Power;
use crate::harness::reservations::{book, cancel, reschedule};
use mypage::clinic::TimeOfDay;
use mypage::clock::Moment;
use mypage::reservation::{self, Reservation};
use mypage::store::{Options, RedbEngine, Store};
use time::macros::date;

/// Books after the moment of the reminder.
const LATE: &str = "late@example.jp";

/// A clinic over what a disk holds, at a moment. Its mail stays in the outbox.
fn restarted(disk: &Power, now: Moment) -> Clinic {
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).unwrap();
    let store = Store::start(engine, Options::default()).unwrap();
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    clinic.ignore_mail();
    clinic.floor.clock.advance_to(now);
    clinic
}

/// Ends what runs on a disk, and gives what the disk holds then.
fn ended(clinic: Clinic, disk: &Power, dice: &mut Dice) -> Power {
    let store = clinic.floor.store.clone();
    drop(clinic);
    store.close();
    Power::with(disk.after_the_cut(dice), false)
}

/// Books for forty patients; gives who is to be reminded, and of which visit.
async fn forty(clinic: &Clinic) -> Vec<(String, Option<Reservation>)> {
    let (store, now) = (&clinic.floor.store, clinic.now());
    let days = [date!(2026 - 04 - 03), date!(2026 - 04 - 07), FRIDAY, date!(2026 - 04 - 13)];
    let afternoon = ["14:00", "14:30", "15:00", "15:30"];
    let mut expected = Vec::new();
    for number in 0..40_usize {
        let (email, day) = (format!("p{number}@example.jp"), days[number % 4]);
        let start = ["9:00", "9:30", "10:00", "10:30", "11:00"][number / 8];
        let visit = book(store, now, &email, (GENERAL, day, start)).await;
        let visit = match number % 5 {
            3 => reschedule(store, now, &visit, (date!(2026 - 04 - 09), afternoon[number / 10])).await,
            4 => cancel(store, now, &visit).await,
            _ => visit,
        };
        expected.push((email, visit.is_booked().then_some(visit)));
    }
    expected
}

/// A hundred starts: twenty on each evening with reminders, a minute apart. Each deals with one row at most, and every
/// other one is killed at it, wherever that is.
async fn a_hundred_restarts(seed: u64) -> usize {
    let mut dice = Dice::new(seed);
    let mut disk = Power::with(Vec::new(), false);
    let clinic = restarted(&disk, START);
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    let mut expected = forty(&clinic).await;
    disk = ended(clinic, &disk, &mut dice);
    let mut killed = 0;
    for evening in [2, 6, 8, 9, 12] {
        for minute in 0..20 {
            let now = TimeOfDay::of_hour(18).on(date!(2026 - 04 - 01)).plus_days(evening - 1).plus_minutes(minute);
            let clinic = restarted(&disk, now);
            if (evening, minute) == (6, 5) {
                let wish = (GENERAL, date!(2026 - 04 - 07), "14:30");
                assert_eq!(book(&clinic.floor.store, now, LATE, wish).await.reminder, None);
                expected.push((LATE.to_owned(), None));
            }
            if minute % 2 == 0 {
                disk.cut_after(dice.below(40));
            }
            killed += usize::from(reservation::remind(&clinic.floor, 1).await.is_err());
            disk = ended(clinic, &disk, &mut dice);
        }
    }
    judge(&restarted(&disk, START.plus_days(20)), &expected);
    killed
}

/// Each who is expected to be reminded has one letter, written when it was due; nobody else has any.
fn judge(clinic: &Clinic, expected: &[(String, Option<Reservation>)]) {
    let store = &clinic.floor.store;
    assert_eq!(rows_due(store), 0);
    let letters = waiting(store);
    for (email, visit) in expected {
        let own: Vec<_> = letters.iter().filter(|(letter, _)| letter.to().as_str() == email).collect();
        match (visit, own.as_slice()) {
            (None, []) => {}
            (Some(visit), [(letter, written)]) => {
                assert!(visit.reminder.unwrap() <= *written && *written < visit.slot.starts(), "{email}");
                assert!(letter.is_stale(visit.slot.starts()));
            }
            (visit, own) => panic!("{email}: {} letters about {visit:?}", own.len()),
        }
    }
}

#[test]
fn m4_a_hundred_restarts_remind_each_patient_exactly_once() {
    let mut killed = 0;
    cases(1, |seed| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        killed += runtime.block_on(a_hundred_restarts(seed));
    });
    assert!(killed > 0, "the cuts came too late");
}
