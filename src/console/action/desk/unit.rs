//! 担当を変える: a visit gets another unit at the same time.

use super::reason::{insistence, kept_reason, typed_reason};
use crate::console::action::of_path::{offers_of, seen_visit_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::form::{SEQUENCE, TELL, UNIT};
use crate::console::page::desk::undone::not_done;
use crate::console::page::desk::unit_change::{UnitForm, UnitView, show as page};
use crate::console::path;
use crate::reservation::desk::{self, NotAtDesk, UnitChange};
use crate::slots::{Objection, Offers, units_at};
use crate::staff::DeskStaff;
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};

/// The page.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let is_kept = !cx.kept_text(SEQUENCE).await?.is_empty();
    let chosen = if is_kept { Some(cx.kept_text(UNIT).await?) } else { None };
    let form = UnitForm { chosen, typed: kept_reason(&cx).await?, tell: true, is_missing: false };
    Ok(cx.page(draw(&cx, &me, &[], &form).await?))
}

/// Gives the visit the unit that was chosen.
pub async fn change(cx: Cx, me: DeskStaff) -> Result {
    let (unit, tell) = (cx.form().get(UNIT).to_owned(), cx.form().has(TELL));
    let seen = seen_visit_of(&cx, &me.clinic.id)?;
    let mut form = UnitForm { chosen: Some(unit.clone()), typed: typed_reason(&cx), tell, is_missing: false };
    let Ok(insistence) = insistence(&cx) else { return Ok(cx.refuse(draw(&cx, &me, &[], &form).await?)) };
    let back = DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, seen.id);
    let wanted = UnitChange { visit: seen, unit, insistence, tell };
    let changed = cx.work(move |work, me: DeskStaff| {
        let offers = Offers::of(work, &me.clinic.id)?.ok_or(Denied::NotFound)?;
        desk::change_unit(work, &offers, &wanted)
    });
    match changed.await? {
        Done(changed) => Ok(cx.go_to(DayView::of(&cx).path_at(&me.clinic.id, changed.slot.day, changed.id))),
        Refused(NotAtDesk::Objections(found)) => Ok(cx.refuse(draw(&cx, &me, &found, &form).await?)),
        Refused(NotAtDesk::NoUnit) => {
            form.is_missing = true;
            Ok(cx.refuse(draw(&cx, &me, &[], &form).await?))
        }
        Refused(why) => Ok(cx.conflict(not_done(&cx, &why, &back))),
    }
}

/// The form with what stands against the unit that was chosen.
async fn draw(
    cx: &Cx,
    me: &DeskStaff,
    objections: &[Objection],
    form: &UnitForm,
) -> std::result::Result<Page, Failure> {
    let (visit, offers) = (visit_of(cx, &me.clinic.id).await?, offers_of(cx, &me.clinic.id).await?);
    let offer = offers.any(&visit.slot.menu).filter(|_| visit.holds_place()).ok_or(Failure::NotFound)?;
    let others: Vec<_> = visit.other_units(offer).collect();
    let mut units = cx.read(|r| units_at(r, offer, &visit.slot, Some(&visit.slot))).await?;
    units.retain(|(unit, _)| others.contains(unit));
    if units.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(page(cx, &UnitView { visit: &visit, offer, units, objections, form }))
}
