//! What goes on at a clinic's desk, for tests that walk every route.

use super::booked;
use super::clinic::Clinic;
use super::clinics::{CLEANING, GENERAL, SAKURA, time};
use super::people::{self, TARO};
use super::staff;
use super::work::done;
use mypage::clinic::{ClinicId, MenuId, TimeOfDay, UnitName, Visit, rows};
use mypage::lang::Lang;
use mypage::reservation::attendance::{self, WantedAttendance};
use mypage::reservation::desk::{self, Channel, DeskRequest, Insistence};
use mypage::reservation::{Attendance, Attendee, Reservation};
use mypage::slots::{Offers, Slot, Suspended, SuspendedMenus, Suspension, suspend};
use std::sync::Arc;

/// Somebody of the fixtures who has come today.
const EMMA: &str = "emma@example.jp";

/// Where the parameters of the console's routes lead: to a visit of today.
pub async fn places(clinic: &Clinic) -> Vec<(&'static str, String)> {
    as_in_the_console(clinic).await;
    going_on(clinic, &booked::book_today(clinic, EMMA, "15:00").await).await;
    let reservation = at_desk(clinic).await;
    let (visit, day) = (format!("/console/c/{SAKURA}/visits/{}", reservation.id.text()), reservation.slot.day);
    let of_visits = vec![
        (
            "/console/c/:clinic/visits/:reservation/move/:day/:menu/:start",
            format!("{visit}/move/{day}/{GENERAL}/16-00"),
        ),
        ("/console/c/:clinic/visits/:reservation/move/:day", format!("{visit}/move/{day}")),
        ("/console/c/:clinic/visits/:reservation/next/:day", format!("{visit}/next/{day}")),
        (
            "/console/c/:clinic/days/:day/bookings/:menu/:start",
            format!("/console/c/{SAKURA}/days/{day}/bookings/{GENERAL}/16-30"),
        ),
        ("/console/c/:clinic/hours/closures/:closure", format!("/console/c/{SAKURA}/hours/closures/0")),
        ("/console/c/:clinic/walk-ins/:menu", format!("/console/c/{SAKURA}/walk-ins/{GENERAL}")),
        ("/console/c/:clinic/visits/:reservation", visit),
        ("/console/c/:clinic/days/:day", format!("/console/c/{SAKURA}/days/{day}")),
        ("/console/c/:clinic/weeks/:day", format!("/console/c/{SAKURA}/weeks/{day}")),
        ("/console/c/:clinic", format!("/console/c/{SAKURA}")),
    ];
    staff::places(clinic).into_iter().chain(of_visits).collect()
}

/// Has the same last reception on all days, so that the hours fit into the form of the console, and two named chairs, so that a visit can
/// get another one.
async fn as_in_the_console(clinic: &Clinic) {
    let sakura = ClinicId::parse(SAKURA).expect("an id");
    let changed = clinic.floor.store.write(clinic.now(), move |tx| {
        let mut clinic = Arc::unwrap_or_clone(rows::find(tx, &sakura)?.expect("the clinic is open"));
        clinic.hours.last_mut().expect("Saturday").last_reception = None;
        clinic.pools[0].units = ["A", "B"].map(|name| UnitName::new(name.to_owned())).to_vec();
        rows::change(tx, &clinic)
    });
    changed.await.expect("the store takes a clinic");
}

/// Has something going on at the desk: somebody has come, and slots are closed after hours.
async fn going_on(clinic: &Clinic, of: &Reservation) {
    let (id, day, at) = (of.id, of.slot.day, of.clinic.clone());
    let closed = Suspension {
        number: 0,
        what: Suspended::Slots,
        from: TimeOfDay::of_hour(20),
        until: TimeOfDay::of_hour(21),
        menus: SuspendedMenus::All,
        words: None,
        reason: None,
        begun: (clinic.now(), None),
        ended: None,
    };
    let arrived = WantedAttendance::To(Attendance::Arrived);
    let done = clinic.floor.store.write(clinic.now(), move |tx| {
        done(tx, |work| attendance::set(work, &at, id, Attendance::Booked, arrived))?.expect("set");
        done(tx, |work| suspend(work, &at, day, &closed))
    });
    done.await.unwrap().expect("closed");
}

/// A visit of today that was booked at the desk just now, so that it can be taken back.
async fn at_desk(clinic: &Clinic) -> Reservation {
    let day = clinic.now().jst_date();
    let attendee = Attendee {
        person: people::draft(TARO).check(day).unwrap().into(),
        person_id: None,
        chart_number: None,
        address: None,
        lang: Lang::Ja,
        relation: None,
    };
    let made = clinic.floor.store.write(clinic.now(), move |tx| {
        let offers = Offers::of(tx, &ClinicId::parse(SAKURA).unwrap())?.expect("the clinic is open");
        let offer = offers.any(&MenuId::parse(CLEANING).unwrap()).expect("a menu");
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
    made.await.unwrap().expect("a free slot")
}
