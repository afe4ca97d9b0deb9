//! 元に戻す: what was done last with a visit.

use super::reason::{insistence, typed_reason};
use crate::console::action::of_path::{offers_of, seen_visit_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::page::desk::undone::{insist, not_done};
use crate::console::path;
use crate::reservation::desk::{self, DeskAct, NotAtDesk};
use crate::slots::Offers;
use crate::staff::DeskStaff;
use crate::web::{Cx, Failure, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};

/// Takes it back, and goes to the visit in the book.
pub async fn undo(cx: Cx, me: DeskStaff) -> Result {
    let seen = seen_visit_of(&cx, &me.clinic.id)?;
    let insisted = insistence(&cx).unwrap_or_default();
    let undone = cx.work(move |work, me: DeskStaff| {
        let offers = Offers::of(work, &me.clinic.id)?.ok_or(Denied::NotFound)?;
        desk::undo(work, &offers, &seen, &insisted)
    });
    match undone.await? {
        Done(visit) => Ok(cx.go_to(DayView::of(&cx).path_undone(&me.clinic.id, visit.slot.day, visit.id))),
        Refused(NotAtDesk::Objections(objections)) => {
            let (visit, offers) = (visit_of(&cx, &me.clinic.id).await?, offers_of(&cx, &me.clinic.id).await?);
            let from = visit.undoable(cx.now).map(|change| &change.act);
            let menu = match from {
                // Every other change leaves the menu.
                Some(DeskAct::Moved { from }) => &from.menu,
                _ => &visit.slot.menu,
            };
            let offer = offers.any(menu).ok_or(Failure::NotFound)?;
            let typed = typed_reason(&cx);
            Ok(cx.refuse(insist(&cx, &visit, offer, &objections, &typed)))
        }
        Refused(why) => {
            let visit = visit_of(&cx, &me.clinic.id).await?;
            Ok(cx.conflict(not_done(&cx, &why, &DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, visit.id))))
        }
    }
}
