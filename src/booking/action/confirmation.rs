//! 確認: everything once more, and 予約を確定する.

use super::calendar;
use super::contact::{code_words, contact, too_many_codes};
use super::limited;
use super::look;
use super::opened::{OrFailure, named_booking, open};
use crate::account::{self, MaybePatient};
use crate::booking::commit::{self, NotCommitted, Sent};
use crate::booking::filled::Filled;
use crate::booking::next::{Next, Planned, Ready};
use crate::booking::page::confirmation as page;
use crate::booking::page::party_confirmation::{MovedVisit, OtherVisit, PartyToConfirm, TypedOf, VisitToConfirm};
use crate::booking::page::proof::{CODE, ContactToConfirm};
use crate::booking::page::slot_value;
use crate::booking::page::to_confirm::{Confirmation, NotConfirmed, ToConfirm};
use crate::booking::under_way::UnderWay;
use crate::booking::{path, rows, words};
use crate::clinic::{self, path as clinic_path};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::reservation::{self, Deadlines, Refusal, Reservation};
use crate::slots::{self, NotFree, Obstacle, Reason, WantedSlot};
use crate::store::{self, Reader};
use crate::ui::{Link, Page};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{self, Done, Refused};
use time::Date;

/// The page.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    match under_way.next(cx.now.jst_date()) {
        Next::Confirmation(ready) => match visits_against(&cx, &under_way, &ready).await? {
            Some(reason) => Ok(cx.page(limited::show(&cx, &me, &under_way, &reason).await?)),
            None => {
                let too_many = too_many_codes(&cx, &under_way, &ready).await?;
                Ok(cx.page(draw(&cx, &me, &under_way, &ready, too_many.as_ref()).await?))
            }
        },
        first => Ok(cx.go_to(under_way.path(first.route()))),
    }
}

/// What stands against booking for somebody of the account because of what is booked for them already: it is said before
/// anything is confirmed. A guest's address may be anybody's.
async fn visits_against(cx: &Cx, under_way: &UnderWay, ready: &Ready) -> OrFailure<Option<Reason>> {
    let Planned::New(filled) = &ready.what else { return Ok(None) };
    if under_way.is_guest() {
        return Ok(None);
    }
    let offer = under_way.offer()?;
    let wanted = WantedSlot { key: under_way.key, day: ready.slot.day, start: ready.slot.start };
    let asker = under_way.asker(Some(filled));
    match cx.read(|r| Ok(slots::free(r, offer, asker, wanted))).await? {
        Err(NotFree::Reason(reason)) if reason.obstacle() == Obstacle::Reservations => Ok(Some(reason)),
        Err(NotFree::Store(error)) => Err(error.into()),
        Ok(_) | Err(NotFree::Reason(_)) => Ok(None),
    }
}

/// Books or moves; says why not otherwise. A second time it leads to what was booked the first time.
pub async fn commit(cx: Cx, me: MaybePatient) -> Result {
    let named = named_booking(&cx)?;
    let [whom, code] = [page::WHOM, CODE].map(|name| cx.form().get(name).to_owned());
    let sent = Sent { slot: look::slot(cx.form().get("slot")), whom, code };
    let (clinic, key, fresh) = (named.clinic.clone(), named.key, cx.new_token());
    let next_visitor = fresh.hash();
    let outcome = cx
        .work(move |work, me: MaybePatient| commit::commit(work, &named, me.account.as_deref(), &sent, next_visitor))
        .await?;
    if cx.read(|r| rows::booking(r, next_visitor, key)).await?.is_some() {
        let cx = cx.going_on_as(&fresh);
        let slots = path::of_booking(path::SLOTS, &clinic, key);
        // Whatever fails from here on, the browser must get its new token, or it loses the booking.
        return Ok(answer(&cx, &me, outcome).await.unwrap_or_else(|_| cx.go_to(slots)).going_on_as(fresh));
    }
    answer(&cx, &me, outcome).await
}

async fn answer(cx: &Cx, me: &MaybePatient, outcome: Ended<Next, NotCommitted>) -> Result {
    let under_way = open(cx, me).await?;
    let not_done = match outcome {
        Done(next) => return Ok(cx.go_to(under_way.path(next.route()))),
        Refused(not_done) => not_done,
    };
    let wrong = match not_done {
        NotCommitted::Slot(reason) => {
            return limited::refused(cx, me, &under_way, reason).await;
        }
        NotCommitted::Moving(refusal) => return Ok(cx.conflict(not_moved(cx, &under_way, refusal))),
        NotCommitted::Code(wrong) => NotConfirmed::Code(code_words(cx, wrong)),
        NotCommitted::ChangedElsewhere => NotConfirmed::ChangedElsewhere,
    };
    again_with(cx, me, &under_way, wrong).await
}

/// The page, which says that codes were asked for too often.
pub async fn with_too_many_codes(cx: &Cx, me: &MaybePatient, under_way: &UnderWay, until: Moment) -> Result {
    again_with(cx, me, under_way, NotConfirmed::TooManyCodes(until)).await
}

async fn again_with(cx: &Cx, me: &MaybePatient, under_way: &UnderWay, wrong: NotConfirmed) -> Result {
    let ready = match under_way.next(cx.now.jst_date()) {
        Next::Confirmation(ready) => ready,
        first => return Ok(cx.go_to(under_way.path(first.route()))),
    };
    // Nobody is told to ask for a code who would get none.
    let wrong = match wrong {
        NotConfirmed::Code(_) => too_many_codes(cx, under_way, &ready).await?.unwrap_or(wrong),
        wrong => wrong,
    };
    let page = draw(cx, me, under_way, &ready, Some(&wrong)).await?;
    Ok(match wrong {
        NotConfirmed::Code(_) => cx.refuse(page),
        NotConfirmed::ChangedElsewhere => cx.conflict(page),
        NotConfirmed::TooManyCodes(_) => cx.exhausted(page),
    })
}

async fn draw(
    cx: &Cx,
    me: &MaybePatient,
    under_way: &UnderWay,
    ready: &Ready,
    wrong: Option<&NotConfirmed>,
) -> OrFailure<Page> {
    let (offer, start) = (under_way.offer()?, ready.slot.starts());
    if let Some(refusal) = under_way.moving.as_ref().and_then(|old| old.may_change(cx.now).err()) {
        return Ok(not_moved(cx, under_way, refusal));
    }
    let what = match &ready.what {
        Planned::Move(old) => {
            let (visits, staying) = (moved(under_way, ready, old)?, calendar::staying(cx, under_way).await?);
            ToConfirm::Moving { visits, staying, named: under_way.is_named() }
        }
        Planned::Group(people) => ToConfirm::Group(party(cx, me, under_way, ready, people).await?),
        Planned::New(filled) => new(cx, under_way, filled, me).await?,
    };
    let deadlines = Deadlines::of(offer.menu, start);
    let deadlines_differ = match &what {
        ToConfirm::Group(_) => true,
        ToConfirm::Moving { visits, .. } => visits.iter().any(|of| of.deadlines != deadlines),
        ToConfirm::New { .. } => false,
    };
    let order = Confirmation {
        clinic: offer.clinic,
        menu: offer.menu,
        visit: under_way.booking.visit,
        unit: ready.slot.asked_unit(),
        start,
        slot: slot_value(ready.slot.day, ready.slot.start),
        whom: ready.fingerprint(),
        deadlines,
        deadlines_differ,
        kept_until: under_way.booking.kept_until(cx.now),
        what,
        action: under_way.path(path::CONFIRMATION),
        slots: under_way.path(path::SLOTS),
        release: under_way.path(path::RELEASE),
    };
    Ok(page::show(cx, &order, wrong))
}

/// What is moved, and to where.
fn moved<'a>(under_way: &'a UnderWay, ready: &Ready, first: &'a Reservation) -> OrFailure<Vec<MovedVisit<'a>>> {
    let offers = under_way.participants(&[])?.into_iter().map(|one| one.offer);
    let slots = std::iter::once(&ready.slot).chain(&ready.others);
    let visits = std::iter::once(first).chain(&under_way.along).zip(slots).zip(offers);
    Ok(visits.map(|((old, slot), offer)| MovedVisit::to(old, offer.menu, slot.starts())).collect())
}

/// What else is booked for that person at the clinic on the same day.
fn beside(
    r: &dyn Reader,
    under_way: &UnderWay,
    filled: &Filled,
    address: &EmailAddress,
    day: Date,
) -> store::Result<Vec<OtherVisit>> {
    let visits = filled.expected(address).on_day(r, &under_way.booking.clinic, day)?;
    let mut found = Vec::with_capacity(visits.len());
    for (starts, id) in visits {
        let menu = reservation::rows::find(r, id.cast())?.map(|of| of.service);
        let menu = menu.filter(|menu| filled.may_learn_of(menu));
        found.extend(menu.map(|menu| OtherVisit { starts, menu }));
    }
    Ok(found)
}

/// What else is booked on the same day for those who come; nothing where the address may be anybody's.
async fn beside_all(
    cx: &Cx,
    under_way: &UnderWay,
    people: &[Filled],
    contact: &ContactToConfirm<'_>,
) -> OrFailure<Vec<OtherVisit>> {
    let mut found = Vec::new();
    let is_known = !under_way.is_guest() || under_way.has_proved(contact.address);
    if let Some(slot) = under_way.booking.slot().filter(|_| is_known) {
        for filled in people {
            found.extend(cx.read(|r| beside(r, under_way, filled, contact.address, slot.day)).await?);
        }
    }
    Ok(found)
}

async fn new<'a>(
    cx: &Cx,
    under_way: &'a UnderWay,
    filled: &'a Filled,
    me: &'a MaybePatient,
) -> OrFailure<ToConfirm<'a>> {
    let contact = contact(cx, under_way, filled, me)?;
    Ok(ToConfirm::New {
        person: &filled.person,
        relation: filled.relation,
        chart_number: filled.chart_number.as_deref(),
        beside: beside_all(cx, under_way, std::slice::from_ref(filled), &contact).await?,
        contact,
        registers: registers(cx, under_way).await?,
        mend: under_way.path(path::BOOKING),
        chooses: !under_way.is_guest(),
    })
}

/// The visits of several people.
async fn party<'a>(
    cx: &Cx,
    me: &'a MaybePatient,
    under_way: &'a UnderWay,
    ready: &'a Ready,
    people: &'a [Filled],
) -> OrFailure<PartyToConfirm<'a>> {
    let booking = &under_way.booking;
    let contact = contact(cx, under_way, people.first().ok_or(Failure::NotFound)?, me)?;
    let slots = std::iter::once(&ready.slot).chain(&ready.others);
    let offers = under_way.participants(people)?.into_iter().map(|one| one.offer);
    let mut visits: Vec<_> = people
        .iter()
        .zip(slots)
        .zip(offers)
        .enumerate()
        .map(|(at, ((filled, slot), offer))| VisitToConfirm {
            person: &filled.person,
            menu: offer.menu,
            visit: booking.visit_of(at),
            start: slot.starts(),
            chart_number: filled.chart_number.as_deref(),
            typed: booking
                .is_typed()
                .then(|| TypedOf { relation: filled.relation, mend: under_way.path(path::person(at)) }),
        })
        .collect();
    visits.sort_by_key(|visit| visit.start);
    let party = booking.party().filter(|_| !booking.is_typed());
    Ok(PartyToConfirm {
        visits,
        beside: beside_all(cx, under_way, people, &contact).await?,
        contact,
        registers: registers(cx, under_way).await?,
        mend: party.map(|party| path::of_party(path::PARTY, &booking.clinic, party)),
    })
}

/// Whether booking registers the clinic as マイクリニック.
async fn registers(cx: &Cx, under_way: &UnderWay) -> OrFailure<bool> {
    match under_way.booking.account {
        Some(account) => Ok(cx.read(|r| clinic::rows::link(r, account, &under_way.booking.clinic)).await?.is_none()),
        None => Ok(false),
    }
}

fn not_moved(cx: &Cx, under_way: &UnderWay, refusal: Refusal) -> Page {
    let words = &words::of(cx.lang).booked;
    let signed_in = (!under_way.is_guest()).then(|| Link::new(words.dashboard, account::path::DASHBOARD));
    let menus = Link::new(words.another, clinic_path::of_clinic(clinic_path::MENUS, &under_way.booking.clinic));
    let ways: Vec<Link> = signed_in.into_iter().chain([menus]).collect();
    crate::booking::page::not_moved::show(cx, &under_way.offers.clinic, refusal, &ways)
}
