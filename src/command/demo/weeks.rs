//! Some weeks of reservations around today, the same ones for the same day, through the rules of booking.
//!
//! Nobody is written to about them: they make no letters, and no reminders.

use super::crowd;
use super::people::Patient;
use crate::account::{Account, BookingRight, care};
use crate::clinic::{BookingPolicy, Clinic, ClinicId, MenuId, TimeOfDay, Visit, Visits, schedule};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::reservation;
use crate::reservation::{Attendee, Request};
use crate::slots::{Asker, BookingKey, Days, Offer, Offers};
use crate::store::{self, Reader};
use crate::web::Floor;
use crate::work::{Actor, Caller, Outcome, Settled, Stop, Work};
use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;
use time::{Date, Duration};

/// From how many days before today until how many days after it there are reservations.
const DAYS: Range<i64> = -5..18;

/// A visit that one of the people has booked.
struct OwnVisit {
    /// The address of the account.
    account: &'static str,
    /// The given name of who comes.
    given_name: &'static str,
    chart_number: Option<&'static str>,
    clinic: &'static str,
    menu: &'static str,
    /// How many days from today it was booked.
    booked: i64,
    /// How many days from then the search for a time began.
    after: i64,
}

const OWN: [OwnVisit; 5] = [
    hanako("sakura", "naika", -20, 2),
    hanako("sakura", "echo", 0, 5),
    hanako("shika", "cleaning", 0, 12),
    // What one of two parents has booked for a child whom they share.
    for_child("taro@example.jp", "さくら", "yobou-youji", 8),
    for_child("misaki@example.jp", "葵", "shishunki", 6),
];

const fn hanako(clinic: &'static str, menu: &'static str, booked: i64, after: i64) -> OwnVisit {
    let (account, given_name, chart_number) = ("hanako@example.jp", "花子", Some("00123"));
    OwnVisit { account, given_name, chart_number, clinic, menu, booked, after }
}

const fn for_child(account: &'static str, given_name: &'static str, menu: &'static str, after: i64) -> OwnVisit {
    OwnVisit { account, given_name, chart_number: None, clinic: "kodomo", menu, booked: 0, after }
}

/// Who books: an account, and the language of its mails.
struct Booker {
    account: Account,
    lang: Lang,
}

/// Books, for the people with an account first.
pub(super) async fn book(floor: &Arc<Floor>, clinics: Vec<ClinicId>, people: &[Patient]) -> Result<(), String> {
    let booker = |patient: &Patient| Booker { account: patient.account.clone(), lang: patient.lang };
    let people: Vec<Booker> = people.iter().map(booker).collect();
    let write = move |work: &mut Work<'_>| {
        for id in &clinics {
            let Some(offers) = quiet(work, id)? else { continue };
            for visit in OWN.iter().filter(|visit| visit.clinic == id.as_str()) {
                let Some(booker) = people.iter().find(|one| one.account.address.as_str() == visit.account) else {
                    continue;
                };
                book_own(work, &offers, booker, visit)?;
            }
            fill(work, &offers)?;
        }
        Ok(())
    };
    // Everybody has booked for themselves, months ago as it were.
    let caller = Caller::without_browser(Actor::Patient, Lang::default());
    match floor.work(caller, write).await.map_err(|error| error.to_string())? {
        Settled::Done(()) => Ok(()),
        Settled::Denied(denied) => Err(format!("{denied:?}")),
    }
}

/// Books at the first free time of the search.
fn book_own(
    work: &mut Work<'_>,
    offers: &Offers,
    Booker { account, lang }: &Booker,
    visit: &OwnVisit,
) -> Outcome<(), Infallible> {
    let then = work.now().plus_days(visit.booked);
    let members = care::members(work, account.id)?;
    let member = members.into_iter().find(|member| member.person.name.given == visit.given_name);
    let Some((offer, member)) = offer(offers, visit.menu).zip(member) else { return Ok(()) };
    let attendee = Attendee {
        person: member.person.into(),
        person_id: Some(member.id),
        chart_number: visit.chart_number.map(str::to_owned),
        address: Some(account.address.clone()),
        lang: *lang,
        relation: None,
    };
    let from = then.jst_date().saturating_add(Duration::days(visit.after));
    for (day, start) in work.at(then, |work| Days::of(work, offer, Asker::default())?.next_free(from, 1))? {
        let request = Request { account: Some(account.id), ..request(offer, attendee.clone(), day, start) };
        at_then(work, then, offer, &request)?;
    }
    Ok(())
}

/// Books at an earlier moment. A slot that could not be booked then stays free.
fn at_then(work: &mut Work<'_>, then: Moment, offer: Offer<'_>, request: &Request) -> Outcome<(), Infallible> {
    match work.at(then, |work| reservation::book(work, offer, request)) {
        Ok(_) | Err(Stop::Refused(_)) => Ok(()),
        Err(Stop::Denied(denied)) => Err(denied.into()),
        Err(Stop::Store(error)) => Err(error.into()),
    }
}

/// A clinic that reminds nobody.
fn quiet(r: &dyn Reader, id: &ClinicId) -> store::Result<Option<Offers>> {
    let offers = Offers::of(r, id)?;
    Ok(offers.map(|offers| {
        let booking = BookingPolicy { reminder: None, ..offers.clinic.booking.clone() };
        let clinic = Clinic { booking, ..Arc::unwrap_or_clone(offers.clinic) };
        Offers { clinic: clinic.into(), menus: offers.menus }
    }))
}

fn offer<'a>(offers: &'a Offers, menu: &str) -> Option<Offer<'a>> {
    let id = MenuId::parse(menu)?;
    offers.any(&id)
}

fn request(offer: Offer<'_>, visitor: Attendee, day: Date, start: TimeOfDay) -> Request {
    let visit = if offer.menu.visits == Visits::First { Visit::First } else { Visit::Return };
    Request {
        key: BookingKey::mint(),
        visit,
        day,
        start,
        attendee: visitor,
        account: None,
        right: BookingRight::Unasked,
        group: None,
    }
}

/// Takes places of a clinic with made-up patients: on some days all, on others few.
fn fill(work: &mut Work<'_>, offers: &Offers) -> Outcome<(), Infallible> {
    let now = work.now();
    let today = now.jst_date();
    let mut number = 0;
    for (after, menu) in DAYS.flat_map(|after| offers.for_patients().map(move |menu| (after, menu))) {
        let day = today.saturating_add(Duration::days(after));
        let offer = Offer::of(&offers.clinic, &offers.menus, menu);
        let load = load(after, roll(u64::from(menu.order) * 31 + u64::from(day.ordinal())));
        for start in schedule::slots(&offers.clinic, menu, day).unwrap_or_default() {
            for _ in 0..menu.places {
                number += 1;
                let then = booked_at(offer, now, start.on(day), number);
                if roll(number) % 100 >= load || then < menu.opens.of(day) {
                    continue;
                }
                if let Some(visitor) = crowd::patient(number, menu.ages, day) {
                    let request = request(offer, visitor, day, start);
                    at_then(work, then, offer, &request)?;
                }
            }
        }
    }
    Ok(())
}

/// Of a hundred places, how many are taken on a day: fewer the further it lies ahead, but now and then all of them.
fn load(after: i64, roll: u64) -> u64 {
    match roll % 7 {
        0 => 100,
        1 => 60,
        _ if after > 5 => 6,
        _ => 25,
    }
}

/// A moment at which somebody may have booked: before booking closed and before now, by up to two days.
fn booked_at(offer: Offer<'_>, now: Moment, start: Moment, number: u64) -> Moment {
    let latest = offer.menu.closes.of(start).plus_minutes(-1).min(now);
    let earlier = latest.plus_minutes(-i64::try_from(roll(number + 7) % (2 * 24 * 60)).unwrap_or(0));
    earlier.max(offer.menu.opens.of(start.jst_date())).min(latest)
}

/// A number that looks random, always the same for the same seed.
fn roll(seed: u64) -> u64 {
    let mixed = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 20
}
