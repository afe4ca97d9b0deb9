//! Clinics: how patients register them, and what a clinic's rules mean for what has been booked.

mod english;
mod logo;
mod poster;
mod print;
mod registration;
mod stranded;
mod way_in;

use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, SAKURA};
use crate::harness::people;
use mypage::clinic::registration_code::{give, renew};
use mypage::clinic::{ClinicId, ClinicLink, RegistrationCode, rows};

fn sakura() -> ClinicId {
    ClinicId::parse(SAKURA).unwrap()
}

/// The product with one clinic in it, and the path of its registration URL.
async fn with_sakura() -> (Clinic, String) {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    let path = path_of(clinic.floor.store.write(clinic.now(), |tx| give(tx, &sakura())).await.unwrap());
    (clinic, path)
}

/// The clinic retires its code; the path of the new one.
async fn retire(clinic: &Clinic) -> String {
    path_of(clinic.floor.store.write(clinic.now(), |tx| renew(tx, &sakura())).await.unwrap())
}

fn path_of(code: RegistrationCode) -> String {
    format!("/c/{code}")
}

/// What somebody of the fixtures has registered.
fn registered(clinic: &Clinic, email: &str) -> Vec<ClinicLink> {
    let account = people::find(&clinic.floor, email).expect("an account");
    clinic.floor.store.read_blocking(clinic.now(), |r| rows::links(r, account.id)).unwrap()
}
