//! `mypage clinic day ID [DATE]`: the patients who come to a clinic on a day, for its reception.
//!
//! Only the clinic's own reservations are read, by a range of their times.

use super::clinic::found;
use super::outcome::Output;
use crate::clinic::{ClinicId, Visit, rows as clinics};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::lang::{date, time_of};
use crate::reservation::{Reservation, rows as reservations};
use crate::store::Store;
use time::Date;

/// The reservations of a day, in the order of their times, cancelled ones included. Without a day: today in Japan.
pub fn list(store: &Store, now: Moment, id: &ClinicId, day: Option<Date>) -> Output {
    let day = day.unwrap_or_else(|| now.jst_date());
    let listed = store.read_blocking(now, |r| match clinics::find(r, id)? {
        Some(clinic) => reservations::of_day(r, &clinic.id, day).map(Some),
        None => Ok(None),
    });
    match found(listed, id) {
        Ok(all) => Output::done(written(day, &all)),
        Err(outcome) => outcome,
    }
}

fn written(day: Date, all: &[Reservation]) -> String {
    let coming = all.iter().filter(|reservation| reservation.is_booked()).count();
    let head = format!("{}: {coming} booked\n", date(Lang::Ja, day));
    all.iter().fold(head, |text, reservation| text + &line(reservation))
}

fn line(of: &Reservation) -> String {
    let visit = match of.service.visit {
        Visit::First => "初診",
        Visit::Return => "再診",
    };
    let person = &of.attendee.person;
    let state = if of.is_booked() { "" } else { "  cancelled" };
    let chart = of.attendee.chart_number.as_ref().map_or_else(String::new, |number| format!("  {number}"));
    format!(
        "{:>5}  {}  {} ({visit})  {}  {}  {}{chart}{state}\n",
        time_of(Lang::Ja, of.slot.starts()),
        of.number,
        of.service.name,
        person.name_with_kana(),
        person.birth_date.map(|born| born.to_string()).unwrap_or_default(),
        person.phone.hyphenated(),
    )
}
