//! How many rows a booking writes, by table: each costs pages of the data file at every commit, so a further one has to
//! be worth it.

use crate::harness::booking::{cancel_all, code, to_confirmation};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics;
use crate::harness::engine::watched::{Reads, Watched};
use crate::harness::people::{HANAKO, TARO};
use mypage::store::Store;
use std::collections::BTreeMap;
use std::sync::Arc;

async fn watched() -> (Clinic, Arc<Reads>) {
    let reads = Arc::<Reads>::default();
    let store = Store::with_engine(Watched::into(Arc::clone(&reads))).unwrap();
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    clinic.ignore_mail();
    (clinic, reads)
}

/// What every booking writes, one row each.
const EVERY: [&str; 12] = [
    "booking",
    "mail_copy",
    "mail_outbox",
    "reservation",
    "reservation-by-number",
    "reservation-by-start",
    "reservation-reminder",
    "reservation-token",
    "slot-coming",
    "slot-hold",
    "slot-taken",
    "slot-visit",
];

/// What the first booking of somebody at a clinic writes further: their record, and the words by which the reception finds it.
const FIRST_AT_CLINIC: [&str; 5] =
    ["patient", "patient-by-word", "patient-by-word", "patient-by-word", "patient-by-word"];

/// That there was one commit since the last look, which wrote one row of each of [`EVERY`] table and of these.
fn wrote_one_of_each(reads: &Reads, further: &[&str]) {
    let mut expected = BTreeMap::<String, usize>::new();
    for table in EVERY.iter().chain(further) {
        *expected.entry((*table).to_owned()).or_default() += 1;
    }
    assert_eq!(reads.commits(), [expected]);
}

#[tokio::test]
async fn a_guests_booking_writes_these_rows_and_no_others() {
    let (clinic, reads) = watched().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, TARO).await;
    let code = code(&clinic, TARO).await;
    reads.commits();
    let done = browser.submit(page.form("予約を確定する").fill("確認コード", &code)).await;
    assert!(done.path().ends_with("/booked"));
    // The booking moves to a new token. A row under the old token says only that it is done.
    wrote_one_of_each(&reads, &[&["throttle", "booking"], &FIRST_AT_CLINIC[..]].concat());
}

#[tokio::test]
async fn a_patients_booking_writes_these_rows_and_no_others() {
    let (clinic, reads) = watched().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    // The first booking at a clinic registers it as the patient's. Their visits stand under the name and under the person's id.
    let first = [&["reservation-by-link", "slot-visit", "clinic-link"], &FIRST_AT_CLINIC[..]].concat();
    for further in [first.as_slice(), &["reservation-by-link", "slot-visit"]] {
        let page = to_confirmation(&mut browser, HANAKO).await;
        reads.commits();
        let done = browser.submit(page.form("予約を確定する")).await;
        assert!(done.path().ends_with("/booked"));
        wrote_one_of_each(&reads, further);
        cancel_all(&clinic).await;
    }
}
