//! Tests of the clinic's rules, one file for each, and of its file; the clinic and the menu that other tests begin with.

mod age;
mod colour;
mod deadline;
mod file;
mod holiday;
mod own_text;
mod picture;
mod schedule;

use super::*;
use crate::person::Phone;
use time::Weekday;

/// Monday to Friday.
pub const WEEK: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

pub fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

pub fn band(days: &[Weekday], from: &str, until: &str) -> Band {
    Band { days: days.to_vec(), from: time(from), until: time(until) }
}

/// Open on weekdays from 9:00 to 12:00, the last reception at 11:30, and from 14:00 to 17:00; nothing else is said.
pub fn clinic() -> Clinic {
    let opening =
        |from, until, last: Option<&str>| Opening { band: band(&WEEK, from, until), last_reception: last.map(time) };
    Clinic {
        id: ClinicId::parse("aoba").unwrap(),
        name: "あおば医院".to_owned(),
        kana: "アオバイイン".to_owned(),
        director: None,
        departments: Vec::new(),
        site: ClinicSite {
            postal_code: None,
            address: "架空市青葉町1-2-3".to_owned(),
            access: None,
            map_url: None,
            parking: None,
        },
        phone: Phone::parse("03-0000-0001").unwrap(),
        fax: None,
        web_site: None,
        hours: vec![opening("9:00", "12:00", Some("11:30")), opening("14:00", "17:00", None)],
        closures: Vec::new(),
        languages: Vec::new(),
        barrier_free: None,
        payment: Vec::new(),
        announcement: None,
        booking_notes: None,
        cancellation_policy: None,
        booking: BookingPolicy::default(),
        pools: Vec::new(),
        en: ClinicInEnglish::default(),
        colour: None,
        logo: None,
        photo: None,
    }
}

/// Half an hour, one at a time.
pub fn menu() -> Menu {
    let deadline = Deadline::Before { minutes: 60 };
    Menu {
        id: MenuId::parse("shinsatsu").unwrap(),
        order: 0,
        name: "診察".to_owned(),
        description: None,
        department: None,
        insurance: Insurance::Insured,
        visits: Visits::Both,
        minutes: 30,
        buffer_before: 0,
        buffer_after: 0,
        every: None,
        places: 1,
        places_per_day: None,
        pool: None,
        choose_unit: false,
        hours: None,
        valid_from: None,
        valid_until: None,
        audience: Audience::Patients,
        group_booking: true,
        self_only: false,
        guardian_under: None,
        opens: Opens { days: 60, at: time("8:00") },
        closes: deadline,
        cancel_until: deadline,
        change_until: deadline,
        ages: AgeRange::default(),
        open_limit: None,
        minimum_interval_days: None,
        series: None,
        preparation: None,
        bring: None,
        en: MenuInEnglish::default(),
    }
}
