//! 日時を選ぶ: before a booking has begun, and within one.

use super::look::{View, look};
use super::opened::OrFailure;
use super::who;
use crate::account::{MaybePatient, Member};
use crate::booking::model::Booking;
use crate::booking::page::calendar::{self as page, CalendarSubject, Heading, PartyHeading, ShownAgain};
use crate::booking::page::course::{Course, StayingVisit, Unfinished};
use crate::booking::page::name_today;
use crate::booking::page::unit::UnitChoice;
use crate::booking::under_way::UnderWay;
use crate::booking::{moving, path, rows, words};
use crate::clinic::{ClinicId, MenuId, UnitName, Visit, path as clinic_path};
use crate::reservation::{Reservation, Viewer, name_of};
use crate::slots::{Asker, BookingKey, Days, Offer, Offers, Participant};
use crate::store::Reader;
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};

/// What somebody wants to book who has not chosen a time.
pub struct MenuChoice {
    /// The clinic and its menus.
    pub offers: Offers,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
    /// 指名: the unit that is asked for, if one is.
    pub unit: Option<UnitName>,
}

impl MenuChoice {
    /// Of a menu's and a visit's names, and that of a unit. Any unit will do where patients may not ask for that one.
    ///
    /// # Errors
    /// Not found when patients cannot book that.
    pub async fn of(cx: &Cx, menu: &str, visit: &str, unit: &str) -> OrFailure<Self> {
        let clinic = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
        let named = MenuId::parse(menu).zip(Visit::from_value(visit)).ok_or(Failure::NotFound)?;
        let offers = cx.read(|r| Offers::of_menu(r, &clinic, &named.0)).await?.ok_or(Failure::NotFound)?;
        let choice = Self { offers, menu: named.0, visit: named.1, unit: None };
        let unit = choice.offer()?.choosable_unit(unit).cloned();
        Ok(Self { unit, ..choice })
    }

    /// The menu among those of its clinic.
    ///
    /// # Errors
    /// Not found when patients cannot book it.
    pub fn offer(&self) -> OrFailure<Offer<'_>> {
        let offer = self.offers.offer(&self.menu, self.visit).ok_or(Failure::NotFound)?;
        Ok(offer.with(self.unit.as_ref()))
    }
}

/// The calendar of a menu.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let choice = MenuChoice::of(&cx, cx.param("menu"), &cx.query("visit"), &cx.query(path::UNIT)).await?;
    let who = who::named(&cx, &me).await?;
    Ok(cx.page(fresh(&cx, &choice, who.as_ref(), View::of(&cx), None).await?))
}

/// The calendar before a booking has begun, for a person if one was chosen. A slot that the visitor holds already does not stand
/// in their own way.
pub async fn fresh(
    cx: &Cx,
    choice: &MenuChoice,
    who: Option<&Member>,
    wanted: View,
    notice: Option<ShownAgain>,
) -> OrFailure<Page> {
    let (offer, clinic) = (choice.offer()?, &choice.offers.clinic);
    let (calendar, wrong, own, begun) = cx
        .read(|r| {
            let own = rows::unfinished_bookings(r, cx.visitor(), &clinic.id)?;
            let untouched =
                own.iter().find(|(_, booking)| booking.is_begun_for(who.map(|who| who.id), &choice.menu, choice.visit));
            let key = untouched.map(|(key, _)| *key);
            let asker = Asker {
                key,
                person: who.map(|who| who.person.identity()),
                person_id: who.map(|who| who.id),
                knows_visits: true,
                ..Asker::default()
            };
            let (calendar, wrong) = look(Days::of(r, offer, asker)?, wanted)?;
            Ok((calendar, wrong, own, key))
        })
        .await?;
    // What this calendar goes on with itself is no other booking.
    let going_on = own.into_iter().filter(|(key, booking)| Some(*key) != begun && booking.goes_on(cx.now));
    // What was begun signed in is not shown once the session has ended.
    let going_on = going_on.filter(|(_, booking)| booking.account.is_none() || cx.session().is_some());
    let mut hidden = vec![("menu", choice.menu.to_string()), ("visit", choice.visit.value().to_owned())];
    hidden.extend(who.map(|who| (path::FOR, who.id.text())));
    let here = path::menu(&clinic.id, &choice.menu, choice.visit, who.map(|who| who.id));
    let units = UnitChoice::of(offer, &here);
    hidden.extend(units.as_ref().map(UnitChoice::hidden));
    let course = Course {
        here: units.as_ref().map_or(here, UnitChoice::here),
        units,
        action: clinic_path::of_clinic(path::BOOKINGS, &clinic.id),
        hidden,
        back: Some((words::of(cx.lang).calendar.back, path::menus(&clinic.id, who.map(|who| who.id)))),
        release: None,
        moving: None,
        staying: Vec::new(),
        refused: wanted.refused,
        going_on: going_on.filter_map(|(key, booking)| unfinished(key, &booking)).collect(),
        together: false,
        instead: Vec::new(),
    };
    let (menu, visit) = (offer.menu, choice.visit);
    let subject = Heading {
        clinic,
        of: CalendarSubject::One { menu, visit, who: who.map(|who| name_today(cx, who.person.identity())) },
    };
    let notice = notice.or(wrong.then_some(ShownAgain::WrongDay));
    Ok(page::show(cx, &subject, &course, &calendar, notice.as_ref()))
}

fn unfinished(key: BookingKey, booking: &Booking) -> Option<Unfinished> {
    // 確認 leads on to 受診者 by itself when what was typed is not right yet.
    let href = path::of_booking(path::CONFIRMATION, &booking.clinic, key);
    booking.slot().map(|slot| Unfinished { slot: slot.clone(), href })
}

/// The calendar within a booking: for another time, or for what is to be moved.
pub async fn again(cx: &Cx, under_way: &UnderWay, wanted: View, notice: Option<ShownAgain>) -> OrFailure<Page> {
    let known = under_way.everybody(cx.now.jst_date());
    let people = under_way.participants(&known)?;
    let wanted = match (under_way.booking.slot(), wanted) {
        (Some(slot), View { day: None, from: None, unreadable: false, .. }) => {
            View { day: Some(slot.day).filter(|day| cx.now.jst_date() <= *day), ..wanted }
        }
        // Another time is looked for around the one that is given up.
        (None, View { day: None, from: None, unreadable: false, .. }) => {
            let old = under_way.moving.as_ref().map(|old| old.slot.day);
            View { from: old, next_from: wanted.next_from.or(old), ..wanted }
        }
        _ => wanted,
    };
    let look = |r: &dyn Reader| match Days::together(r, people.clone(), under_way.spacing())? {
        Some(days) => look(days, wanted).map(Some),
        None => Ok(None),
    };
    let (calendar, wrong) = cx.read(look).await?.ok_or(Failure::NotFound)?;
    let back = under_way.moving.is_none() && under_way.booking.slot().is_some();
    let here = under_way.path(path::SLOTS);
    let alone = people.first().filter(|_| people.len() == 1);
    let units = alone.and_then(|one| UnitChoice::of(one.offer, &here));
    let course = Course {
        action: here.clone(),
        hidden: units.as_ref().map(UnitChoice::hidden).into_iter().collect(),
        here: units.as_ref().map_or(here, UnitChoice::here),
        units,
        back: back.then(|| back_to(cx, under_way)),
        release: Some(under_way.path(path::RELEASE)),
        moving: under_way.moving.as_ref(),
        staying: staying(cx, under_way).await?,
        refused: wanted.refused,
        going_on: Vec::new(),
        together: 1 < people.len(),
        instead: Vec::new(),
    };
    let subject = Heading { clinic: &under_way.offers.clinic, of: subject(cx, under_way, &people)? };
    let notice = notice.or(wrong.then_some(ShownAgain::WrongDay));
    Ok(page::show(cx, &subject, &course, &calendar, notice.as_ref()))
}

/// Where the way back leads: to who comes.
fn back_to(cx: &Cx, under_way: &UnderWay) -> (&'static str, String) {
    match under_way.booking.party().filter(|_| !under_way.booking.is_typed()) {
        Some(party) => (words::of(cx.lang).party.change, path::of_party(path::PARTY, &under_way.booking.clinic, party)),
        None => (words::of(cx.lang).calendar.back_to_person, under_way.path(path::BOOKING)),
    }
}

/// What the calendar of a booking is about: one visit, or those of several people.
fn subject<'a>(cx: &Cx, under_way: &'a UnderWay, people: &[Participant<'a>]) -> OrFailure<CalendarSubject<'a>> {
    let order = under_way.booking.party().map(|party| party.order);
    if order.is_none() && under_way.along.is_empty() {
        let (menu, visit) = (under_way.offer()?.menu, under_way.booking.visit);
        return Ok(CalendarSubject::One { menu, visit, who: moving_whom(cx, under_way) });
    }
    let moved = |at: usize| under_way.moving.iter().chain(&under_way.along).nth(at);
    let viewer = viewer(under_way);
    let line = |(at, one): (usize, &Participant<'a>)| {
        let name = match moved(at) {
            Some(old) => name_of(cx.lang, old, viewer),
            None => one.asker.person.map_or_else(|| (words::of(cx.lang).party.nth)(1 + at), |who| name_today(cx, who)),
        };
        let visit = moved(at).map_or_else(|| under_way.booking.visit_of(at), |old| old.service.visit);
        (name, one.offer.menu, visit)
    };
    Ok(CalendarSubject::Party(PartyHeading { members: people.iter().enumerate().map(line).collect(), order }))
}

/// Whose visit is moved, as far as somebody may know.
fn moving_whom(cx: &Cx, under_way: &UnderWay) -> Option<String> {
    under_way.moving.as_ref().map(|old| name_of(cx.lang, old, viewer(under_way)))
}

/// What was booked together with what is moved, and stays where it is.
///
/// # Errors
/// What the store says.
pub async fn staying(cx: &Cx, under_way: &UnderWay) -> OrFailure<Vec<StayingVisit>> {
    let Some(old) = &under_way.moving else { return Ok(Vec::new()) };
    let visits = cx.read(|r| moving::staying(r, &under_way.booking, old, &under_way.along)).await?;
    let visit =
        |of: &Reservation| StayingVisit { name: name_of(cx.lang, of, viewer(under_way)), starts: of.slot.starts() };
    Ok(visits.iter().map(visit).collect())
}

/// Who looks at what is moved.
fn viewer(under_way: &UnderWay) -> Viewer {
    if under_way.is_named() { Viewer::Patient } else { Viewer::Holder }
}
