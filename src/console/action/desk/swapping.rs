//! 受診者の変更: a visit is given to another patient.

use super::booking::ask;
use super::reason::{insistence, typed_reason};
use crate::console::action::of_path::{offers_of, seen_visit_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::desk_form::DeskField;
use crate::console::form::BOX;
use crate::console::page::desk::search::PatientSearch;
use crate::console::page::desk::swapping::{insist, show as page};
use crate::console::page::desk::undone::not_done;
use crate::console::path;
use crate::patient::PatientId;
use crate::reservation::desk::{self, NotAtDesk};
use crate::slots::Offers;
use crate::staff::DeskStaff;
use crate::ui::FormField;
use crate::web::{Cx, Failure, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};

/// The page.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    if !visit.can_be_swapped() {
        return Err(Failure::NotFound);
    }
    Ok(cx.page(page(&cx, &me.clinic, &visit, &PatientSearch::default())))
}

/// Whom the box found.
async fn find(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    let typed = cx.form().get(BOX).to_owned();
    let asked = cx.read(|r| ask(r, &me, &typed)).await?;
    Ok(cx.page(page(&cx, &me.clinic, &visit, &asked)))
}

/// Gives it to the patient who was chosen.
pub async fn swap(cx: Cx, me: DeskStaff) -> Result {
    if cx.form().has(BOX) {
        return find(cx, me).await;
    }
    let chosen = cx.form().get(DeskField::Patient.name()).to_owned();
    let to = PatientId::parse(&chosen).ok_or(Failure::NotFound)?;
    let (seen, insisted) = (seen_visit_of(&cx, &me.clinic.id)?, insistence(&cx).unwrap_or_default());
    let back = DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, seen.id);
    let swapped = cx.work(move |work, me: DeskStaff| {
        let offers = Offers::of(work, &me.clinic.id)?.ok_or(Denied::NotFound)?;
        desk::swap(work, &offers, &seen, to, &insisted)
    });
    match swapped.await? {
        Done(_) => Ok(cx.go_to(back)),
        Refused(NotAtDesk::Objections(against)) => {
            let (visit, offers) = (visit_of(&cx, &me.clinic.id).await?, offers_of(&cx, &me.clinic.id).await?);
            let offer = offers.any(&visit.slot.menu).ok_or(Failure::NotFound)?;
            let typed = typed_reason(&cx);
            Ok(cx.refuse(insist(&cx, &visit, &chosen, offer, &against, &typed)))
        }
        Refused(why) => Ok(cx.conflict(not_done(&cx, &why, &back))),
    }
}
