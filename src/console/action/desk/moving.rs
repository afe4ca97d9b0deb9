//! Moving a visit: a time is chosen, then confirmed.

use super::reason::{insistence, kept_reason, typed_reason};
use crate::console::action::of_path::{chosen_day, day_of, menu_of, offers_of, seen_visit_of, start_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::form::{MINUTES, SEQUENCE, TELL, UNIT};
use crate::console::page::desk::moving::{Choosing, MoveView, choose, confirm};
use crate::console::page::desk::undone::not_done;
use crate::console::reason_form::TypedReason;
use crate::console::{length, path};
use crate::reservation::Reservation;
use crate::reservation::desk::{self, DeskMove, NotAtDesk};
use crate::slots::{Objection, Offers, Slot, desk_places, units_at};
use crate::staff::DeskStaff;
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};

/// The times of a day.
pub async fn choose_time(cx: Cx, me: DeskStaff) -> Result {
    let (day, visit, offers) =
        (day_of(&cx)?, visit_of(&cx, &me.clinic.id).await?, offers_of(&cx, &me.clinic.id).await?);
    if !visit.is_expected() {
        let why = if visit.is_booked() { NotAtDesk::Begun } else { NotAtDesk::Cancelled };
        return Ok(cx.conflict(not_done(&cx, &why, &DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, visit.id))));
    }
    let menus = cx.read(|r| desk_places(r, &offers, day, Some(&visit.slot))).await?;
    Ok(cx.page(choose(&cx, &Choosing { clinic: &me.clinic, visit: &visit, day, menus: &menus })))
}

/// Another day.
pub async fn choose_day(cx: Cx, me: DeskStaff) -> Result {
    let (day, visit) = (chosen_day(&cx)?, visit_of(&cx, &me.clinic.id).await?);
    Ok(cx.go_to(DayView::of(&cx).named_in(&path::of_move(&me.clinic.id, visit.id, day))))
}

/// What the move means.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    let typed = kept_reason(&cx).await?;
    let is_kept = !cx.kept_text(SEQUENCE).await?.is_empty();
    let asked = Some(cx.query(UNIT)).filter(|unit| !unit.is_empty());
    let unit = if is_kept { Some(cx.kept_text(UNIT).await?) } else { asked };
    let minutes = cx.kept_text(MINUTES).await?;
    Ok(cx.page(page(&cx, &me, &visit, None, MoveForm { typed, tell: true, unit, minutes }).await?))
}

/// Moves it.
pub async fn reschedule(cx: Cx, me: DeskStaff) -> Result {
    let (day, menu, start) = (day_of(&cx)?, menu_of(&cx)?, start_of(&cx)?);
    let (unit, minutes) = (cx.form().get(UNIT).to_owned(), cx.form().get(MINUTES).to_owned());
    let (visit, seen) = (visit_of(&cx, &me.clinic.id).await?, seen_visit_of(&cx, &me.clinic.id)?);
    let tell = cx.form().has(TELL);
    let Ok(insistence) = insistence(&cx) else {
        let typed = typed_reason(&cx);
        return Ok(cx.refuse(page(&cx, &me, &visit, None, MoveForm { typed, tell, unit: Some(unit), minutes }).await?));
    };
    let (chosen, now_takes) = ((unit.clone(), minutes.clone()), visit.slot.clone());
    let moved = cx.work(move |work, me: DeskStaff| {
        let offers = Offers::of(work, &me.clinic.id)?.ok_or(Denied::NotFound)?;
        let offer = offers.any(&menu).ok_or(Denied::NotFound)?;
        let (unit, minutes) = &chosen;
        let slot = Slot::of(offer.menu, day, start).asking(offer.named_unit(unit).as_ref());
        let slot = slot.lasting(length::chosen(offer.menu, length::usual(offer.menu, &now_takes), minutes));
        let wanted = DeskMove { visit: seen.clone(), slot, insistence: insistence.clone(), tell };
        desk::reschedule(work, offer, &wanted)
    });
    match moved.await? {
        Done(moved) => Ok(cx.go_to(DayView::of(&cx).path_at(&me.clinic.id, moved.slot.day, moved.id))),
        Refused(NotAtDesk::Objections(found)) => {
            let typed = typed_reason(&cx);
            Ok(cx.refuse(
                page(&cx, &me, &visit, Some(found), MoveForm { typed, tell, unit: Some(unit), minutes }).await?,
            ))
        }
        Refused(why) => {
            Ok(cx.conflict(not_done(&cx, &why, &DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, visit.id))))
        }
    }
}

/// What stands in the form of a move.
struct MoveForm {
    /// The reason as typed.
    typed: TypedReason,
    /// Whether the patient is told.
    tell: bool,
    /// The name of the unit, where the form was sent; empty for any.
    unit: Option<String>,
    /// How many minutes it takes, as sent; empty where the form was not.
    minutes: String,
}

async fn page(
    cx: &Cx,
    me: &DeskStaff,
    visit: &Reservation,
    known: Option<Vec<Objection>>,
    form: MoveForm,
) -> std::result::Result<Page, Failure> {
    let (day, menu, start) = (day_of(cx)?, menu_of(cx)?, start_of(cx)?);
    let offers = offers_of(cx, &me.clinic.id).await?;
    let offer = offers.any(&menu).ok_or(Failure::NotFound)?;
    // The page that is opened proposes the unit that was asked for before.
    let asked_before = visit.slot.asked_unit().filter(|_| visit.slot.pool == offer.menu.pool);
    let MoveForm { typed, tell, unit, minutes } = form;
    let unit = unit.unwrap_or_else(|| asked_before.map(ToString::to_string).unwrap_or_default());
    let minutes = length::chosen(offer.menu, length::usual(offer.menu, &visit.slot), &minutes);
    let slot = Slot::of(offer.menu, day, start).lasting(minutes).asking(offer.named_unit(&unit).as_ref());
    let (found, units) = cx
        .read(|r| {
            let found = known.map_or_else(|| desk::move_objections(r, visit, offer, &slot), Ok)?;
            Ok((found, units_at(r, offer, &slot, Some(&visit.slot))?))
        })
        .await?;
    let from = DayView::of(cx);
    let here = from.named_in(&path::of_move_to(&me.clinic.id, visit.id, day, &menu, start));
    Ok(confirm(cx, &MoveView { from, visit, offer, slot: &slot, objections: &found, units, unit, typed, tell, here }))
}
