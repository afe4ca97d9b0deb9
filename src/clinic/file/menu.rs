//! `[[menu]]`: what can be booked.

use super::booking::GUARDED;
use super::pool::pool_id;
use super::value::{day, id, line, text};
use super::{english, hours, rule};
use crate::clinic::{Audience, Insurance, Menu, MenuId, SeriesId, Visits};
use crate::toml::{Section, number, one_of, truth};

/// The most characters of a menu's name, and of its 診療科.
const NAME: usize = 30;
/// The longest visit, buffer or step, in minutes.
const DAY: i64 = 24 * 60;
/// The most places, on a day, and the most open reservations of a person.
const PLACES: i64 = 1000;
const PLACES_PER_DAY: i64 = 10_000;
const OPEN_LIMIT: i64 = 100;
/// The longest interval between two visits of a person, in days.
const INTERVAL: i64 = 365;

/// For which visits.
pub(super) const VISITS: [(&str, Visits); 3] =
    [("both", Visits::Both), ("first", Visits::First), ("return", Visits::Return)];
/// Who pays.
pub(super) const INSURANCE: [(&str, Insurance); 3] =
    [("insured", Insurance::Insured), ("private", Insurance::Private), ("public", Insurance::Public)];
/// Who books.
pub(super) const AUDIENCE: [(&str, Audience); 2] = [("patients", Audience::Patients), ("staff", Audience::Staff)];

/// Reads a menu. `order` is its place among the menus, from 0.
pub(super) fn read(own: &Section<'_>, order: u32) -> Option<Menu> {
    let series = own.optional("series", |value| id(value, SeriesId::parse));
    let (id, name) = (own.required("id", |value| id(value, MenuId::parse)), own.required("name", line(NAME)));
    let (minutes, places) = (own.required("minutes", number(1..=DAY)), own.required("places", number(1..=PLACES)));
    let (opens, closes) = (rule::opens(own, "opens"), rule::deadline(own, "closes"));
    let (cancel_until, change_until) = (rule::deadline(own, "cancel_until"), rule::deadline(own, "change_until"));
    let (valid_from, valid_until) = (own.optional("valid_from", day), own.optional("valid_until", day));
    if valid_from.zip(valid_until).is_some_and(|(from, until)| until < from) {
        own.problem("valid_until", "must not be before valid_from");
    }
    let (description, department) = (own.optional("description", text), own.optional("department", line(NAME)));
    let (insurance, visits) = (own.optional("insurance", one_of(&INSURANCE)), own.optional("visits", one_of(&VISITS)));
    let (before, after) =
        (own.optional("buffer_before", number(0..=DAY)), own.optional("buffer_after", number(0..=DAY)));
    let (every, places_per_day) =
        (own.optional("every", number(1..=DAY)), own.optional("places_per_day", number(1..=PLACES_PER_DAY)));
    let (pool, choose_unit) = (own.optional("pool", pool_id), own.optional("choose_unit", truth));
    let (audience, open_limit) =
        (own.optional("audience", one_of(&AUDIENCE)), own.optional("open_limit", number(1..=OPEN_LIMIT)));
    let minimum_interval_days = own.optional("minimum_interval_days", number(1..=INTERVAL));
    let (group_booking, self_only) = (own.optional("group_booking", truth), own.optional("self_only", truth));
    let guardian_under = own.optional("guardian_under", number(0..=GUARDED));
    let (preparation, bring) = (own.optional("preparation", text), own.optional("bring", text));
    Some(Menu {
        id: id?,
        order,
        name: name?,
        description,
        department,
        insurance: insurance.unwrap_or(Insurance::Insured),
        visits: visits.unwrap_or(Visits::Both),
        minutes: minutes?,
        buffer_before: before.unwrap_or(0),
        buffer_after: after.unwrap_or(0),
        every,
        places: places?,
        places_per_day,
        pool,
        choose_unit: choose_unit.unwrap_or(false),
        hours: hours::of_menu(own),
        valid_from,
        valid_until,
        audience: audience.unwrap_or(Audience::Patients),
        group_booking: group_booking.unwrap_or(true),
        self_only: self_only.unwrap_or(false),
        guardian_under,
        opens: opens?,
        closes: closes?,
        cancel_until: cancel_until?,
        change_until: change_until?,
        ages: rule::ages(own, "ages"),
        open_limit,
        minimum_interval_days,
        series,
        preparation,
        bring,
        en: english::of_menu(own),
    })
}
