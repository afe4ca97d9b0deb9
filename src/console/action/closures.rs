//! Closing a clinic for some days, and taking a rule away by which it is closed.

use super::of_path::offers_of;
use crate::clinic::path::of_clinic;
use crate::clinic::{Clinic, Closure};
use crate::console::closure_form::{ClosureField, ClosureForm, ClosureProblem};
use crate::console::concerned::concerned;
use crate::console::form::SEEN;
use crate::console::hours_change::{self, ClosureChanged, TooManyClosures, mark};
use crate::console::{page, path};
use crate::staff::{ClinicOwner, Recent};
use crate::ui::{Form, FormField, Problems};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The form, with what was typed before.
pub async fn show(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let form = cx.kept_form().await?.unwrap_or_else(|| in_address(&cx));
    Ok(cx.page(page::closures::form(&cx, &me.clinic, &form, &Problems::default())))
}

/// What was typed, on the way to or from what is to be confirmed.
fn in_address(cx: &Cx) -> ClosureForm {
    ClosureForm::read(|field| cx.query(field.name()))
}

/// Who is booked on the days that are to be closed. They are in the address, because nothing is stored yet.
pub async fn confirm(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let form = in_address(&cx);
    let Ok(closure) = form.check(cx.now.jst_date()) else {
        return Ok(cx.go_to(path::with_typed(&of_clinic(path::CLOSURES, &me.clinic.id), &form)));
    };
    let before = offers_of(&cx, &me.clinic.id).await?;
    let mut after = Clinic::clone(&before.clinic);
    after.closures.push(closure.clone());
    let days = cx.read(|r| concerned(r, &before, &after)).await?;
    Ok(cx.page(page::closures::confirm(&cx, &before.clinic, &form, &closure, &days)))
}

/// Shows first who is booked there, and closes the days once that was confirmed.
pub async fn close(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let form: ClosureForm = cx.typed();
    let closure = match form.check(cx.now.jst_date()) {
        Ok(closure) => closure,
        Err(problems) => return Ok(cx.refuse(page::closures::form(&cx, &me.clinic, &form, &problems))),
    };
    if form.confirmed.is_empty() {
        return Ok(cx.go_to(path::with_typed(&of_clinic(path::CONFIRM_CLOSURE, &me.clinic.id), &form)));
    }
    match cx.work(move |work, Recent(me): Recent<ClinicOwner>| hours_change::close(work, &me.clinic, &closure)).await? {
        Done(()) => Ok(cx.go_to(format!("{}?done=closed", of_clinic(path::HOURS, &me.clinic.id)))),
        Refused(TooManyClosures) => {
            let problems = Problems::one(ClosureField::First, ClosureProblem::TooMany);
            Ok(cx.refuse(page::closures::form(&cx, &me.clinic, &form, &problems)))
        }
    }
}

/// A rule that is to be taken away.
pub async fn show_removal(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let at = place_of(&cx)?;
    let closure = named(&me.clinic, at)?;
    Ok(cx.page(page::closures::removal(&cx, &me.clinic, at, closure, &mark(closure))))
}

/// Takes it away.
pub async fn remove(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let (at, seen) = (place_of(&cx)?, cx.form().get(SEEN).to_owned());
    match cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| hours_change::reopen(work, &me.clinic, at, &seen))
        .await?
    {
        Done(()) => Ok(cx.go_to(format!("{}?done=removed", of_clinic(path::HOURS, &me.clinic.id)))),
        Refused(ClosureChanged) => Ok(cx.conflict(page::closures::not_there(&cx, &me.clinic))),
    }
}

fn place_of(cx: &Cx) -> std::result::Result<usize, Failure> {
    cx.param("closure").parse().map_err(|_| Failure::NotFound)
}

fn named(clinic: &Clinic, at: usize) -> std::result::Result<&Closure, Failure> {
    clinic.closures.get(at).ok_or(Failure::NotFound)
}
