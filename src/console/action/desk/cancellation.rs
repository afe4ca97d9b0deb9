//! Cancelling a visit at the desk.

use super::reason::kept_reason;
use crate::console::action::of_path::{seen_visit_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::form::TELL;
use crate::console::page::desk::cancellation::show as page;
use crate::console::page::desk::undone::not_done;
use crate::console::reason_form::{ReasonForm, TypedReason};
use crate::console::{path, words};
use crate::lang::Lang;
use crate::reservation::desk::{self, NotAtDesk};
use crate::staff::DeskStaff;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The page.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    if !visit.is_booked() {
        let back = DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, visit.id);
        return Ok(cx.conflict(not_done(&cx, &NotAtDesk::Cancelled, &back)));
    }
    Ok(cx.page(page(&cx, &visit, &kept_reason(&cx).await?, true)))
}

/// Cancels it.
pub async fn cancel(cx: Cx, me: DeskStaff) -> Result {
    let (form, tell) = (cx.typed::<ReasonForm>(), cx.form().has(TELL));
    let (seen, visit) = (seen_visit_of(&cx, &me.clinic.id)?, visit_of(&cx, &me.clinic.id).await?);
    let reason = match form.check_given(|word| words::desk::cancellation_preset(Lang::Ja, word)) {
        Ok(reason) => reason,
        Err(problems) => return Ok(cx.refuse(page(&cx, &visit, &TypedReason { form, problems }, tell))),
    };
    match cx.work(move |work, me: DeskStaff| desk::cancel(work, &me.clinic, &seen, &reason, tell)).await? {
        Done(done) => Ok(cx.go_to(DayView::of(&cx).path_at(&me.clinic.id, done.slot.day, done.id))),
        Refused(why) => {
            Ok(cx.conflict(not_done(&cx, &why, &DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, visit.id))))
        }
    }
}
