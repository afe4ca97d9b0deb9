//! The one form in which a clinic is written: keys in the order of `fixtures/sakura.toml`, nothing that is as by default.

use super::menu::{AUDIENCE, INSURANCE, VISITS};
use super::rule::{at_clock, written_ages, written_deadline};
use super::value::weekday_name;
use crate::clinic::{
    Audience, Band, BookingPolicy, Clinic, ClinicInEnglish, ClosedDays, Closure, Insurance, Menu, MenuInEnglish,
    Opening, Pool, TimeOfDay, Visits,
};
use crate::person::{Phone, PostalCode};
use std::fmt::Display;
use time::{Date, Weekday};

/// Writes a clinic with its menus, which come in their order.
pub fn write(clinic: &Clinic, menus: &[Menu]) -> String {
    let mut sheet = Sheet::default();
    sheet.clinic(clinic);
    sheet.booking(&clinic.booking);
    clinic.hours.iter().for_each(|opening| sheet.opening(opening));
    clinic.closures.iter().for_each(|closure| sheet.closure(closure));
    clinic.pools.iter().for_each(|pool| sheet.pool(pool));
    menus.iter().for_each(|menu| sheet.menu(menu));
    sheet.0
}

/// The text so far.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    fn header(&mut self, header: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&format!("{header}\n"));
    }

    /// A value that is written as it is.
    fn plain(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.0.push_str(&format!("{key} = {value}\n"));
        }
    }

    fn text(&mut self, key: &str, value: Option<&impl Display>) {
        self.plain(key, value.map(|value| quoted(&value.to_string())));
    }

    fn texts(&mut self, key: &str, values: &[impl Display]) {
        let quoted: Vec<String> = values.iter().map(|value| quoted(&value.to_string())).collect();
        self.plain(key, (!values.is_empty()).then(|| format!("[{}]", quoted.join(", "))));
    }

    /// A word out of several, unless it is the usual one.
    fn word<T: PartialEq + Copy>(&mut self, key: &str, words: &[(&str, T)], value: T, usual: T) {
        let word = words.iter().find(|(_, known)| *known == value && value != usual);
        self.text(key, word.map(|(word, _)| word));
    }

    fn clinic(&mut self, clinic: &Clinic) {
        self.header("[clinic]");
        self.text("id", Some(&clinic.id));
        self.text("name", Some(&clinic.name));
        self.text("kana", Some(&clinic.kana));
        self.text("director", clinic.director.as_ref());
        self.texts("departments", &clinic.departments);
        self.text("phone", Some(&clinic.phone.hyphenated()));
        self.text("fax", clinic.fax.as_ref().map(Phone::hyphenated).as_ref());
        self.text("web_site", clinic.web_site.as_ref());
        let site = &clinic.site;
        self.text("postal_code", site.postal_code.as_ref().map(PostalCode::hyphenated).as_ref());
        self.text("address", Some(&site.address));
        self.text("access", site.access.as_ref());
        self.text("map_url", site.map_url.as_ref());
        self.text("parking", site.parking.as_ref());
        self.texts("languages", &clinic.languages);
        self.text("barrier_free", clinic.barrier_free.as_ref());
        self.texts("payment", &clinic.payment);
        self.text("announcement", clinic.announcement.as_ref());
        self.text("booking_notes", clinic.booking_notes.as_ref());
        self.text("cancellation_policy", clinic.cancellation_policy.as_ref());
        self.text("colour", clinic.colour.as_ref());
        self.text("logo", clinic.logo.as_ref().map(|logo| &logo.file));
        self.text("photo", clinic.photo.as_ref().map(|photo| &photo.file));
        self.clinic_in_english(&clinic.en);
    }

    fn clinic_in_english(&mut self, en: &ClinicInEnglish) {
        if *en == ClinicInEnglish::default() {
            return;
        }
        self.header("[clinic.en]");
        self.text("name", en.name.as_ref());
        self.text("director", en.director.as_ref());
        self.texts("departments", &en.departments);
        self.text("address", en.address.as_ref());
        self.text("access", en.access.as_ref());
        self.text("parking", en.parking.as_ref());
        self.texts("languages", &en.languages);
        self.text("barrier_free", en.barrier_free.as_ref());
        self.texts("payment", &en.payment);
        self.text("announcement", en.announcement.as_ref());
        self.text("booking_notes", en.booking_notes.as_ref());
        self.text("cancellation_policy", en.cancellation_policy.as_ref());
    }

    fn menu_in_english(&mut self, en: &MenuInEnglish) {
        if en.is_empty() {
            return;
        }
        self.header("[menu.en]");
        self.text("name", en.name.as_ref());
        self.text("description", en.description.as_ref());
        self.text("department", en.department.as_ref());
        self.text("preparation", en.preparation.as_ref());
        self.text("bring", en.bring.as_ref());
    }

    fn booking(&mut self, policy: &BookingPolicy) {
        let usual = BookingPolicy::default();
        if *policy == usual {
            return;
        }
        self.header("[booking]");
        self.plain("guest_code", (policy.guest_code != usual.guest_code).then_some(policy.guest_code));
        self.plain("hold_minutes", (policy.hold_minutes != usual.hold_minutes).then_some(policy.hold_minutes));
        let reminder = policy.reminder.map_or("false".to_owned(), |rule| at_clock(rule.days, rule.at));
        self.plain("reminder", (policy.reminder != usual.reminder).then_some(reminder));
        let gap = policy.group_gap_minutes;
        self.plain("group_gap_minutes", (gap != usual.group_gap_minutes).then_some(gap));
        let dated = policy.date_in_subject;
        self.plain("date_in_subject", (dated != usual.date_in_subject).then_some(dated));
        self.plain("guardian_under", policy.guardian_under);
    }

    fn opening(&mut self, opening: &Opening) {
        self.header("[[hours]]");
        self.plain("days", Some(days(&opening.band.days)));
        self.text("from", Some(&opening.band.from));
        self.text("until", Some(&opening.band.until));
        self.text("last", opening.last_reception.as_ref());
    }

    fn pool(&mut self, pool: &Pool) {
        self.header("[[pool]]");
        self.text("id", Some(&pool.id));
        self.plain("places", Some(pool.places));
        self.text("name", pool.name.as_ref());
        self.texts("units", &pool.units);
        for rule in &pool.days_off {
            self.header("[[pool.day_off]]");
            self.text("unit", Some(&rule.unit));
            self.closed_days(&rule.days);
            self.part(rule.part);
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.header("[[closed]]");
        self.closed_days(&closure.days);
        self.part(closure.part);
        self.text("reason", closure.reason.as_ref());
        self.text("reason_en", closure.reason_in_english.as_ref());
    }

    fn part(&mut self, part: Option<(TimeOfDay, TimeOfDay)>) {
        self.plain("part", part.map(|(from, until)| format!("[\"{from}\", \"{until}\"]")));
    }

    fn closed_days(&mut self, days: &ClosedDays) {
        match days {
            ClosedDays::Weekly(weekday) => self.text("weekday", Some(&weekday_name(*weekday))),
            ClosedDays::Nth { weekday, nth } => {
                self.text("weekday", Some(&weekday_name(*weekday)));
                self.plain("nth", Some(format!("{nth:?}")));
            }
            ClosedDays::Holidays => self.plain("holidays", Some(true)),
            ClosedDays::Span { from, until } if from == until => self.plain("on", Some(from)),
            ClosedDays::Span { from, until } => {
                self.plain("from", Some(from));
                self.plain("until", Some(until));
            }
        }
    }

    fn menu(&mut self, menu: &Menu) {
        self.header("[[menu]]");
        self.text("id", Some(&menu.id));
        self.text("name", Some(&menu.name));
        self.text("description", menu.description.as_ref());
        self.text("department", menu.department.as_ref());
        self.word("insurance", &INSURANCE, menu.insurance, Insurance::Insured);
        self.word("visits", &VISITS, menu.visits, Visits::Both);
        self.word("audience", &AUDIENCE, menu.audience, Audience::Patients);
        self.plain("group_booking", (!menu.group_booking).then_some(false));
        self.plain("self_only", menu.self_only.then_some(true));
        self.plain("guardian_under", menu.guardian_under);
        self.plain("minutes", Some(menu.minutes));
        self.plain("buffer_before", (menu.buffer_before > 0).then_some(menu.buffer_before));
        self.plain("buffer_after", (menu.buffer_after > 0).then_some(menu.buffer_after));
        self.plain("every", menu.every);
        self.plain("places", Some(menu.places));
        self.plain("places_per_day", menu.places_per_day);
        self.text("pool", menu.pool.as_ref());
        self.plain("choose_unit", menu.choose_unit.then_some(true));
        self.plain("hours", menu.hours.as_deref().map(bands));
        self.plain("valid_from", menu.valid_from.as_ref().map(Date::to_string));
        self.plain("valid_until", menu.valid_until.as_ref().map(Date::to_string));
        self.plain("opens", Some(at_clock(menu.opens.days, menu.opens.at)));
        self.plain("closes", Some(written_deadline(menu.closes)));
        self.plain("cancel_until", Some(written_deadline(menu.cancel_until)));
        self.plain("change_until", Some(written_deadline(menu.change_until)));
        self.plain("ages", written_ages(menu.ages));
        self.plain("open_limit", menu.open_limit);
        self.plain("minimum_interval_days", menu.minimum_interval_days);
        self.text("series", menu.series.as_ref());
        self.text("preparation", menu.preparation.as_ref());
        self.text("bring", menu.bring.as_ref());
        self.menu_in_english(&menu.en);
    }
}

fn days(days: &[Weekday]) -> String {
    let names: Vec<String> = days.iter().map(|day| quoted(weekday_name(*day))).collect();
    format!("[{}]", names.join(", "))
}

fn bands(bands: &[Band]) -> String {
    let band = |band: &Band| {
        format!("    {{ days = {}, from = \"{}\", until = \"{}\" }},\n", days(&band.days), band.from, band.until)
    };
    match bands {
        [] => "[]".to_owned(),
        _ => format!("[\n{}]", bands.iter().map(band).collect::<String>()),
    }
}

/// A text of TOML: on one line, or on as many as it has.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    if text.contains('\n') { format!("\"\"\"\n{escaped}\"\"\"") } else { format!("\"{escaped}\"") }
}
