//! 患者情報 of a visit.

use crate::console::action::of_path::{seen_visit_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::desk_form::DeskForm;
use crate::console::page::desk::details::show as page;
use crate::console::page::desk::undone::not_done;
use crate::console::path;
use crate::reservation::desk;
use crate::staff::DeskStaff;
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    let kept = cx.kept_form().await?;
    let form = kept.unwrap_or_else(|| DeskForm::of_visit(&visit));
    Ok(cx.page(page(&cx, &visit, &form, &Problems::default())))
}

/// Stores what was filled in.
pub async fn correct(cx: Cx, me: DeskStaff) -> Result {
    let (form, visit): (DeskForm, _) = (cx.typed(), visit_of(&cx, &me.clinic.id).await?);
    let seen = match form.check_known(cx.now.jst_date(), visit.attendee.lang) {
        Ok(seen) => seen.completed_by(&visit.attendee.seen()),
        Err(problems) => return Ok(cx.refuse(page(&cx, &visit, &form, &problems))),
    };
    let which = seen_visit_of(&cx, &me.clinic.id)?;
    let back = DayView::of(&cx).of_visit(path::VISIT, &me.clinic.id, visit.id);
    match cx.work(move |work, me: DeskStaff| desk::correct(work, &me.clinic, &which, &seen)).await? {
        Done(_) => Ok(cx.go_to(back)),
        Refused(why) => Ok(cx.conflict(not_done(&cx, &why, &back))),
    }
}
