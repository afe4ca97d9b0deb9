//! A clinic on paper for the tests of the rules: Monday to Friday 9:00 to 12:00 and 14:00 to 18:00, closed on holidays.

mod arrangement;
mod availability;
mod buffers;
mod dates;
mod interval;
mod menu_limits;
mod occupancy;
mod offers;
mod outlook;
mod own_length;
mod room;
mod suspension;
mod units;

use super::availability::{Availability, Client, DayPlan, Outlook};
use super::occupancy::Taken;
use super::slot::Slot;
use super::{Offer, Reason};
use crate::clinic::tests::{self as clinics, WEEK, time};
use crate::clinic::{
    Band, Clinic, ClosedDays, Closure, Deadline, Menu, MenuId, Opening, Opens, Pool, PoolId, TimeOfDay,
};
use crate::clock::Moment;
use time::Date;
use time::macros::date;

/// A Tuesday.
pub const TUESDAY: Date = date!(2026 - 11 - 24);

/// A time in Japan.
pub fn at(day: Date, text: &str) -> Moment {
    time(text).on(day)
}

/// Long before the Tuesday, and after everything has opened.
pub fn early() -> Moment {
    at(date!(2026 - 11 - 02), "12:00")
}

pub fn band(from: &str, until: &str) -> Band {
    Band { days: WEEK.to_vec(), from: time(from), until: time(until) }
}

pub fn closed(from: Date, until: Date, part: Option<(&str, &str)>, reason: Option<&str>) -> Closure {
    let part = part.map(|(from, until)| (time(from), time(until)));
    Closure { days: ClosedDays::Span { from, until }, part, reason: reason.map(str::to_owned), reason_in_english: None }
}

/// A day with all its slots. What is said of it in brief agrees with them, however much of it is asked for.
pub fn day(offer: Offer<'_>, client: Option<Client>, now: Moment, on: Date, taken: &Taken) -> DayPlan {
    let availability = Availability::of(offer, client, now);
    let plan = availability.day(on, taken);
    let free: Vec<(TimeOfDay, u32)> = plan.free().collect();
    for enough in [1, 2, 3, 4, 9, u32::MAX] {
        let Outlook { day, places } = availability.outlook(on, taken, enough);
        let all: u32 = free.iter().map(|(_, places)| places).sum();
        assert_eq!((day, places.as_ref().err()), (on, plan.reason.as_ref()));
        let counted = places.unwrap_or(0);
        assert!(enough.min(all) <= counted && counted <= all, "{counted} of {all}, and {enough} are enough");
        let limit = usize::try_from(enough).unwrap();
        let first: Vec<TimeOfDay> = free.iter().map(|(start, _)| *start).take(limit).collect();
        assert_eq!(availability.first_free(on, taken, limit), first);
    }
    plan
}

/// A clinic and the menus of one test; the first one is the one that is asked for.
#[derive(Clone, Debug)]
pub struct Paper {
    pub clinic: Clinic,
    pub menus: Vec<Menu>,
}

impl Paper {
    pub fn with(menus: Vec<Menu>) -> Self {
        Self { clinic: clinic(), menus }
    }

    pub fn offer(&self) -> Offer<'_> {
        self.offer_of(0)
    }

    pub fn offer_of(&self, at: usize) -> Offer<'_> {
        Offer::of(&self.clinic, &self.menus, &self.menus[at])
    }
}

pub fn clinic() -> Clinic {
    let opening = |from, until| Opening { band: band(from, until), last_reception: None };
    Clinic {
        hours: vec![opening("9:00", "12:00"), opening("14:00", "18:00")],
        closures: vec![Closure { days: ClosedDays::Holidays, part: None, reason: None, reason_in_english: None }],
        pools: vec![Pool::of(PoolId::parse("chairs").unwrap(), 2)],
        ..clinics::clinic()
    }
}

/// 30 minutes, two at a time, bookable 60 days ahead until the visit begins.
pub fn menu(id: &str) -> Menu {
    Menu {
        id: MenuId::parse(id).unwrap(),
        name: id.to_owned(),
        places: 2,
        opens: Opens { days: 60, at: time("0:00") },
        closes: Deadline::Before { minutes: 0 },
        cancel_until: Deadline::Before { minutes: 60 },
        change_until: Deadline::Before { minutes: 120 },
        ..clinics::menu()
    }
}

pub fn chairs() -> Option<PoolId> {
    PoolId::parse("chairs")
}
