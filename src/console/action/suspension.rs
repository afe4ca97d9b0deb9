//! Stopping Web受付, closing slots, and taking that back.

use super::of_path::{day_of, offers_of};
use crate::console::form::NUMBER;
use crate::console::page::suspension::{NamedSuspension, SuspensionView};
use crate::console::suspension_form::{SuspensionField, SuspensionForm, SuspensionProblem};
use crate::console::{page, path};
use crate::reservation::{self, Reservation};
use crate::slots::{self, NotSuspended, Suspended, Suspension, resume, suspend};
use crate::staff::{self, DeskStaff};
use crate::store::{Reader, Result as Read};
use crate::ui::{Form, FormField, Problems};
use crate::web::{Cx, Failure, Reply, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::StaffId;
use time::Date;

/// What is stopped on a day.
pub async fn list(cx: Cx, me: DeskStaff) -> Result {
    let day = day_of(&cx)?;
    let all = cx
        .read(|r| {
            let all = slots::rows::suspensions_of(r, &me.clinic.id, day)?;
            all.into_iter().rev().map(|one| named(r, one)).collect::<Read<Vec<NamedSuspension>>>()
        })
        .await?;
    let offers = offers_of(&cx, &me.clinic.id).await?;
    Ok(cx.page(page::suspension::list(&cx, &offers, day, &all)))
}

fn named(r: &dyn Reader, suspension: Suspension) -> Read<NamedSuspension> {
    let name = |staff: Option<StaffId>| match staff {
        Some(staff) => Ok(staff::rows::find(r, staff)?.map(|staff| staff.name)),
        None => Ok(None),
    };
    let begun_by = name(suspension.begun.1)?;
    let ended_by = name(suspension.ended.and_then(|(_, staff)| staff))?;
    Ok(NamedSuspension { suspension, begun_by, ended_by })
}

/// The form that stops Web受付.
pub async fn show_web(cx: Cx, me: DeskStaff) -> Result {
    show(cx, me, Suspended::Web).await
}

/// The form that closes slots.
pub async fn show_slots(cx: Cx, me: DeskStaff) -> Result {
    show(cx, me, Suspended::Slots).await
}

/// Stops Web受付.
pub async fn suspend_web(cx: Cx, me: DeskStaff) -> Result {
    stop(cx, me, Suspended::Web).await
}

/// Closes slots.
pub async fn suspend_slots(cx: Cx, me: DeskStaff) -> Result {
    stop(cx, me, Suspended::Slots).await
}

/// Who is booked in the time for which Web受付 would be stopped.
pub async fn confirm_web(cx: Cx, me: DeskStaff) -> Result {
    confirm(cx, me, Suspended::Web).await
}

/// Who is booked in the slots that would be closed.
pub async fn confirm_slots(cx: Cx, me: DeskStaff) -> Result {
    confirm(cx, me, Suspended::Slots).await
}

/// Takes it back, and goes on in the book.
pub async fn end(cx: Cx, me: DeskStaff) -> Result {
    let day = day_of(&cx)?;
    let number = cx.form().get(NUMBER).parse().map_err(|_| Failure::NotFound)?;
    let Done(()) = cx.work(move |work, me: DeskStaff| resume(work, &me.clinic.id, day, number)).await?;
    Ok(cx.go_to(path::of_day(&me.clinic.id, day)))
}

async fn show(cx: Cx, me: DeskStaff, what: Suspended) -> Result {
    let day = day_for(&cx, what)?;
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let proposed = || {
        let chosen = SuspensionForm::read(|field| cx.query(field.name()));
        SuspensionForm::proposed(what, &offers.clinic, day, cx.now).with_chosen(chosen)
    };
    let form = cx.kept_form().await?.unwrap_or_else(proposed);
    let view = SuspensionView { what, offers: &offers, day, form: &form };
    Ok(cx.page(page::suspension::form(&cx, view, &Problems::default())))
}

/// Web受付 is stopped from now on, and so today.
fn day_for(cx: &Cx, what: Suspended) -> std::result::Result<Date, Failure> {
    let day = day_of(cx)?;
    if what == Suspended::Web && day != cx.now.jst_date() { Err(Failure::NotFound) } else { Ok(day) }
}

/// What is booked there, before it is stopped. What was typed is in the address, because nothing is stored yet.
async fn confirm(cx: Cx, me: DeskStaff, what: Suspended) -> Result {
    let day = day_for(&cx, what)?;
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let form = SuspensionForm::read(|field| cx.query(field.name()));
    let Ok(new) = form.check(what, &offers, day, cx.now) else {
        return Ok(cx.go_to(page::suspension::action(&me.clinic, day, what)));
    };
    let booked = cx.read(|r| booked(r, &me, day, &new)).await?;
    let view = SuspensionView { what, offers: &offers, day, form: &form };
    Ok(cx.page(page::suspension::confirm(&cx, view, &new, &booked)))
}

/// Shows what is booked there first, and stops it once that was confirmed.
async fn stop(cx: Cx, me: DeskStaff, what: Suspended) -> Result {
    let day = day_for(&cx, what)?;
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let mut form: SuspensionForm = cx.typed();
    let span = cx.form().get(SuspensionField::Span.name()).to_owned();
    if !span.is_empty() {
        form = form.with_span(&span);
        let view = SuspensionView { what, offers: &offers, day, form: &form };
        return Ok(cx.page(page::suspension::form(&cx, view, &Problems::default())));
    }
    let view = SuspensionView { what, offers: &offers, day, form: &form };
    let new = match form.check(what, &offers, day, cx.now) {
        Ok(new) => new,
        Err(problems) => return Ok(cx.refuse(page::suspension::form(&cx, view, &problems))),
    };
    if form.confirmed.is_empty() {
        return Ok(cx.go_to(page::suspension::confirmation(&me.clinic, day, what, &form)));
    }
    match cx.work(move |work, me: DeskStaff| suspend(work, &me.clinic.id, day, &new)).await? {
        Done(()) => Ok(cx.go_to(path::of_that_day(path::SUSPENSIONS, &me.clinic.id, day))),
        Refused(why) => Ok(refuse(&cx, view, why)),
    }
}

/// Who is expected in that time.
fn booked(r: &dyn Reader, me: &DeskStaff, day: Date, new: &Suspension) -> Read<Vec<Reservation>> {
    let all = reservation::rows::of_day(r, &me.clinic.id, day)?;
    Ok(all.into_iter().filter(|visit| visit.is_expected() && new.holds(&visit.slot)).collect())
}

fn refuse(cx: &Cx, view: SuspensionView<'_>, why: NotSuspended) -> Reply {
    let problem = match why {
        NotSuspended::Over => Problems::one(SuspensionField::Until, SuspensionProblem::Over),
        NotSuspended::TooMany => Problems::one(SuspensionField::Whole, SuspensionProblem::TooMany),
    };
    cx.refuse(page::suspension::form(cx, view, &problem))
}
