//! What stands against a visit that a clinic's staff book. Nothing forbids the visit: every objection is shown, and most ask for a
//! reason.
//!
//! The rules are those by which patients book, each judged by itself: patients are told the first that holds, the staff all.

use super::interval::{CountedVisit, SaidOfVisit, TooNear, too_near};
use super::occupancy::Taken;
use super::offer::Offer;
use super::place::Place;
use super::reason::Reason;
use super::room::{Overfull, PlaceKind, Room};
use super::slot::Slot;
use super::suspension::Suspended;
use super::unit_choice::taken_beside;
use super::units::UnitState;
use super::visits::{self, PersonVisit};
use crate::clinic::schedule::{self, Timetable};
use crate::clinic::{AgeRange, Menu, MenuId, TimeOfDay, UnitName};
use crate::clock::Moment;
use crate::person::Identity;
use crate::store::{Reader, Result};

/// What stands against a visit that the staff book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Objection {
    /// The day: closed, a holiday, without hours, or one on which the menu is not offered.
    Day(Reason),
    /// It lies outside the menu's hours.
    Hours,
    /// The staff have closed these slots, for this reason if they gave one.
    Closed(Option<String>),
    /// It begins in the past.
    Past,
    /// So many places are taken already, without this visit, of so many.
    Full(Overfull),
    /// The unit that is asked for has another visit then, or is not there.
    Unit {
        /// Which unit.
        unit: UnitName,
        /// Whether it is not there.
        is_away: bool,
    },
    /// The person is not of the age.
    Age(AgeRange),
    /// The person has as many visits of the menu before them as the limit allows, or more.
    Limit {
        /// How many.
        coming: usize,
        /// The limit.
        limit: u16,
    },
    /// The person has another visit on that day.
    SameDay {
        /// When.
        starts: Moment,
        /// Of which menu.
        menu: MenuId,
    },
    /// It is too near to another visit of the person.
    TooNear(TooNear),
    /// Patients cannot book it yet, or not any more. Their deadlines do not bind the staff.
    Web,
}

impl Objection {
    /// The word of [`Objection::Full`].
    pub const FULL: &str = "full";

    /// The word by which forms and stored visits name it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Day(_) => "day",
            Self::Hours => "hours",
            Self::Closed(_) => "closed",
            Self::Past => "past",
            Self::Full(_) => Self::FULL,
            Self::Unit { .. } => "unit",
            Self::Age(_) => "age",
            Self::Limit { .. } => "limit",
            Self::SameDay { .. } => "same-day",
            Self::TooNear(_) => "too-near",
            Self::Web => "web",
        }
    }

    /// Whether going on asks for a reason.
    pub const fn needs_reason(&self) -> bool {
        !matches!(self, Self::Web)
    }
}

/// A visit that the staff want to book, or to move.
#[derive(Clone, Copy, Debug)]
pub struct DeskVisit<'a> {
    /// The menu.
    pub offer: Offer<'a>,
    /// When, and how long.
    pub slot: &'a Slot,
    /// Who comes, if that is known yet.
    pub person: Option<Identity<'a>>,
    /// The place that is given up for it.
    pub instead_of: Option<Place<'a>>,
    /// Whether nobody is asked about its time, be it past or beyond a deadline: the person is there and comes in now, or the visit
    /// keeps or gets back a time that it had.
    pub is_now: bool,
}

/// All that stands against it.
///
/// # Errors
/// What the store says.
pub fn objections(r: &dyn Reader, visit: DeskVisit<'_>) -> Result<Vec<Objection>> {
    let DeskVisit { slot, instead_of, is_now, .. } = visit;
    let offer = visit.offer.with(slot.asked_unit());
    let taken = taken_beside(r, &offer.clinic.id, slot.day, instead_of.map(|old| old.slot))?;
    let mut found: Vec<Objection> = of_time(offer, slot).into_iter().collect();
    found.extend(closed(offer, slot, &taken));
    if slot.starts() <= r.now() && !is_now {
        found.push(Objection::Past);
    }
    found.extend(of_places(&offer, slot, &taken));
    if let Some(person) = visit.person {
        of_person(r, visit, person, &mut found)?;
    }
    let menu = offer.menu;
    let is_shut = r.now() < menu.opens.of(slot.day) || menu.closes.of(slot.starts()) <= r.now();
    if is_shut && !is_now && !found.contains(&Objection::Past) {
        found.push(Objection::Web);
    }
    Ok(found)
}

/// What stands against the minutes by which a visit becomes longer than `so_far`: that no place is left in them, that its unit is taken or
/// away, that they lie outside the hours or in closed slots. It may be the very objection that was accepted of the visit as it was.
///
/// # Errors
/// What the store says.
pub fn objections_beyond(r: &dyn Reader, visit: DeskVisit<'_>, so_far: u16) -> Result<Vec<Objection>> {
    let (slot, offer) = (visit.slot, visit.offer.with(visit.slot.asked_unit()));
    let behind =
        |minutes: u16| TimeOfDay::of_minutes(slot.start.minutes().saturating_add(so_far).saturating_add(minutes));
    let added = slot.minutes.saturating_sub(so_far);
    let Some(end) = behind(0).filter(|_| 0 < added) else { return Ok(Vec::new()) };
    let taken = taken_beside(r, &offer.clinic.id, slot.day, visit.instead_of.map(|old| old.slot))?;
    let part = Slot { start: end, minutes: added, ..slot.clone() };
    // One that lay outside lies further outside now.
    let mut found: Vec<Objection> = of_time(offer, slot).into_iter().filter(|one| *one == Objection::Hours).collect();
    found.extend(closed(offer, &part, &taken));
    // What it kept free behind it, it has had already; and it takes no more of the day's places.
    let menu = Menu { buffer_before: 0, buffer_after: 0, ..offer.menu.clone() };
    let part = behind(slot.buffer_after).map(|start| Slot { start, ..part });
    let of_part = part.into_iter().flat_map(|part| of_places(&Offer { menu: &menu, ..offer }, &part, &taken));
    found.extend(of_part.filter(|one| !matches!(one, Objection::Full(full) if full.of == PlaceKind::Day)));
    Ok(found)
}

fn of_time(offer: Offer<'_>, slot: &Slot) -> Option<Objection> {
    let Offer { clinic, menu, .. } = offer;
    if let Err(none) = Timetable::of(clinic, menu).starts(slot.day) {
        return Some(Objection::Day(none.into()));
    }
    let is_within = schedule::is_within_hours(clinic, menu, slot.day, slot.start, slot.minutes);
    (!is_within).then_some(Objection::Hours)
}

/// That the staff have closed the slots. What they have closed for the web alone does not bind them.
fn closed(offer: Offer<'_>, slot: &Slot, taken: &Taken) -> Option<Objection> {
    let all = taken.suspended_for(offer.menu);
    let one = all.into_iter().find(|one| one.what == Suspended::Slots && one.bars(slot.start, slot.minutes))?;
    Some(Objection::Closed(one.reason))
}

fn of_places(offer: &Offer<'_>, slot: &Slot, taken: &Taken) -> Vec<Objection> {
    let menu = offer.menu.lasting(slot.minutes);
    let room = Room::of(Offer { menu: &menu, ..*offer }, slot.day, taken);
    room.overfull(slot.start).into_iter().map(Objection::Full).chain(of_unit(offer, slot, &room)).collect()
}

fn of_unit(offer: &Offer<'_>, slot: &Slot, room: &Room<'_>) -> Option<Objection> {
    let (unit, state) = offer.unit.zip(room.asked_unit(slot.start))?;
    (state != UnitState::Free).then(|| Objection::Unit { unit: unit.clone(), is_away: state == UnitState::Away })
}

fn of_person(r: &dyn Reader, visit: DeskVisit<'_>, person: Identity<'_>, found: &mut Vec<Objection>) -> Result<()> {
    let DeskVisit { offer, slot, instead_of, .. } = visit;
    let menu = offer.menu;
    if person.birth_date().is_some_and(|born| !menu.ages.hold(born, slot.day)) {
        found.push(Objection::Age(menu.ages));
    }
    let is_given_up = |other: &PersonVisit| instead_of.is_some_and(|old| old.id == other.id);
    let all = visits::all_of(r, &offer.clinic.id, person, None)?;
    let others: Vec<PersonVisit> = all.into_iter().map(|(other, _)| other).filter(|one| !is_given_up(one)).collect();
    let coming = others.iter().filter(|one| one.menu == menu.id && r.now() < one.starts).count();
    if let Some(limit) = menu.open_limit.filter(|limit| usize::from(*limit) <= coming) {
        found.push(Objection::Limit { coming, limit });
    }
    let same_day = others.iter().filter(|one| one.starts.jst_date() == slot.day);
    found.extend(same_day.map(|one| Objection::SameDay { starts: one.starts, menu: one.menu.clone() }));
    let counted: Vec<CountedVisit> = others.iter().filter_map(|one| counted(offer, one)).collect();
    found.extend(too_near(&counted, slot.day).map(Objection::TooNear));
    Ok(())
}

/// A visit as it counts for the interval, if it does.
fn counted(offer: Offer<'_>, visit: &PersonVisit) -> Option<CountedVisit> {
    let menu = offer.menus.iter().find(|menu| menu.id == visit.menu)?;
    let apart = offer.menu.interval_to(menu);
    (0 < apart).then(|| CountedVisit { day: visit.starts.jst_date(), apart, said: SaidOfVisit::Day })
}
