//! Booking: from a clinic's menus to 予約確定, and another time for what was booked.

mod account;
mod again;
mod begin;
mod booked;
mod calendar;
mod change;
mod choose;
mod code;
mod confirmation;
mod contact;
mod desk;
mod forget;
mod guest_party;
mod leave;
mod limited;
mod look;
mod lost;
mod member;
mod menus;
mod opened;
mod party;
mod person;
mod relative;
mod signing_in;
mod together;
mod who;

pub use signing_in::signing_in_for;

use super::path;
use crate::account::{Patient, Ties};
use crate::clinic::path::MENUS;
use crate::reservation::path::{AGAIN, CHANGE, RECEIPT_CHANGE};
use crate::reservation::{by_holder, by_patient};
use crate::web::{Route, get, post};
use opened::within;

/// The routes below `/b`, and those that lead there from a reservation. An account that is made there asks these ties.
pub fn routes(ties: &'static dyn Ties) -> Vec<Route> {
    vec![
        get(MENUS, menus::show),
        get(path::MENU, calendar::show),
        post(path::BOOKINGS, begin::begin),
        get(path::PARTY, party::show),
        post(path::PARTY, party::choose),
        get(path::PARTY_SLOTS, together::show),
        post(path::PARTY_BOOKINGS, together::begin),
        get(path::SLOTS, |cx, me| within(cx, me, choose::show)),
        post(path::SLOTS, |cx, me| within(cx, me, choose::choose)),
        get(path::BOOKING, |cx, me| within(cx, me, person::show)),
        post(path::BOOKING, |cx, me| within(cx, me, person::keep)),
        get(path::ANOTHER_PERSON, |cx, me| within(cx, me, person::show)),
        post(path::ANOTHER_PERSON, |cx, me| within(cx, me, person::keep)),
        get(path::RELATIVE, |cx, me: Patient| within(cx, me.into(), relative::show)),
        post(path::RELATIVE, |cx, me: Patient| within(cx, me.into(), relative::add)),
        get(path::CONFIRMATION, |cx, me| within(cx, me, confirmation::show)),
        post(path::CONFIRMATION, |cx, me| within(cx, me, confirmation::commit)),
        post(path::CODE, |cx, me| within(cx, me, code::send)),
        post(path::RELEASE, |cx, me| within(cx, me, leave::leave)),
        get(path::BOOKED, |cx, me| within(cx, me, booked::show)),
        get(path::BOOKED_CALENDAR, |cx, me| within(cx, me, booked::calendar)),
        post(path::ANOTHER, |cx, me| within(cx, me, booked::another)),
        post(path::BOOKED_ACCOUNT, move |cx, me| within(cx, me, move |cx, me| account::begin(cx, me, ties))),
        post(path::FORGOTTEN, forget::forget_device),
        get(AGAIN, |cx, me| by_patient(cx, me, again::lead)),
        post(CHANGE, |cx, me| by_patient(cx, me, change::begin)),
        post(RECEIPT_CHANGE, |cx, anyone| by_holder(cx, anyone, change::begin)),
    ]
}
