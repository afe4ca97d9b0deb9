//! 診療時間 of a clinic: shown and changed by its owners.

use super::of_path::offers_of;
use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::console::concerned::{ConcernedDay, concerned};
use crate::console::form::SEEN;
use crate::console::hours_change::{self, HoursChanged};
use crate::console::hours_form::{HoursForm, version};
use crate::console::page::hours::HoursView;
use crate::console::week_hours::WeekHours;
use crate::console::{page, path};
use crate::slots::Offers;
use crate::staff::{ClinicOwner, Recent};
use crate::ui::{Form, FormField, Problems};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The hours and the closures, with what was typed before.
pub async fn show(cx: Cx, me: ClinicOwner) -> Result {
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let typed = match cx.kept_form().await? {
        // The way back from what is to be confirmed.
        None if !cx.query(SEEN).is_empty() => Some(in_address(&cx)),
        typed => typed,
    };
    let form = HoursForm::of(&offers.clinic).map(|stored| typed.unwrap_or(stored));
    let view = HoursView { offers: &offers, form: form.as_ref(), changed: false };
    Ok(cx.page(page::hours::show(&cx, view, &Problems::default())))
}

fn in_address(cx: &Cx) -> HoursForm {
    HoursForm::read(|field| cx.query(field.name()))
}

/// Changes the hours, once who is booked outside them has been seen.
pub async fn change(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let form: HoursForm = cx.typed();
    let fits = HoursForm::of(&offers.clinic).is_some();
    let view = HoursView { offers: &offers, form: Some(&form).filter(|_| fits), changed: false };
    let week = match form.week.check() {
        Ok(week) => week,
        Err(problems) if fits => return Ok(cx.refuse(page::hours::show(&cx, view, &problems))),
        Err(_) => {
            return Ok(cx.conflict(page::hours::show(&cx, HoursView { changed: true, ..view }, &Problems::default())));
        }
    };
    let is_current = fits && version(&offers.clinic) == form.seen;
    if is_current && form.confirmed.is_empty() && !concerned_by(&cx, &offers, &week).await?.is_empty() {
        return Ok(cx.go_to(path::with_typed(&of_clinic(path::CONFIRM_HOURS, &me.clinic.id), &form)));
    }
    let seen = form.seen.clone();
    match cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| hours_change::change(work, &me.clinic, &seen, &week))
        .await?
    {
        Done(()) => Ok(cx.go_to(format!("{}?done=hours", of_clinic(path::HOURS, &me.clinic.id)))),
        // Sent once more, it takes the place of what stands there now.
        Refused(HoursChanged) => {
            let offers = offers_of(&cx, &me.clinic.id).await?;
            let form = HoursForm { seen: version(&offers.clinic), confirmed: String::new(), ..form };
            let form = HoursForm::of(&offers.clinic).map(|_| form);
            let view = HoursView { offers: &offers, form: form.as_ref(), changed: true };
            Ok(cx.conflict(page::hours::show(&cx, view, &Problems::default())))
        }
    }
}

/// Who is booked outside the hours that are to be confirmed. They are in the address, because nothing is stored yet.
pub async fn confirm(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let form = in_address(&cx);
    let Ok(week) = form.week.check() else { return Ok(cx.go_to(of_clinic(path::HOURS, &me.clinic.id))) };
    let days = concerned_by(&cx, &offers, &week).await?;
    Ok(cx.page(page::hours::confirm(&cx, &offers.clinic, &form, &days)))
}

async fn concerned_by(cx: &Cx, offers: &Offers, week: &WeekHours) -> std::result::Result<Vec<ConcernedDay>, Failure> {
    let mut after = Clinic::clone(&offers.clinic);
    week.apply(&mut after);
    Ok(cx.read(|r| concerned(r, offers, &after)).await?)
}
