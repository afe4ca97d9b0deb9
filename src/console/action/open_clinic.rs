//! Opening a clinic, and what comes next for it: where patients book, and what is hung up.

use crate::clinic::path::{of_clinic, of_code};
use crate::clinic::{Qr, path as clinic_path, registration_code};
use crate::console::opening::{self, IdTaken};
use crate::console::opening_form::{OpeningField, OpeningForm, OpeningProblem};
use crate::console::{page, path};
use crate::staff::{ClinicOpener, ClinicStaff};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The form.
pub async fn show(cx: Cx, _: ClinicOpener) -> Result {
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(page::open_clinic::show(&cx, &typed, &Problems::default())))
}

/// Opens the clinic.
pub async fn open(cx: Cx, _: ClinicOpener) -> Result {
    let form: OpeningForm = cx.typed();
    let new = match form.check() {
        Ok(new) => new,
        Err(problems) => return Ok(cx.refuse(page::open_clinic::show(&cx, &form, &problems))),
    };
    let id = new.clinic.id.clone();
    match cx.work(move |work, me: ClinicOpener| opening::open(work, &new, &me.staff)).await? {
        Done(()) => Ok(cx.go_to(of_clinic(path::OPENED, &id))),
        Refused(IdTaken) => {
            let problems = Problems::one(OpeningField::Id, OpeningProblem::IdTaken);
            Ok(cx.refuse(page::open_clinic::show(&cx, &form, &problems)))
        }
    }
}

/// Where patients book, and what is hung up.
pub async fn opened(cx: Cx, me: ClinicStaff) -> Result {
    let code = cx.read(|r| registration_code::present(r, &me.clinic.id)).await?;
    let poster = code.map(|code| of_code(clinic_path::POSTER, code));
    let url = cx.link(&of_clinic(clinic_path::MENUS, &me.clinic.id));
    Ok(cx.page(page::open_clinic::opened(&cx, &me.clinic, &url, poster.as_deref())))
}

/// The QR code of the page where patients book.
pub async fn qr(cx: Cx, me: ClinicStaff) -> Result {
    let url = cx.link(&of_clinic(clinic_path::MENUS, &me.clinic.id));
    let qr = Qr::of(&url).map_err(|error| Failure::Fault(error.to_string()))?;
    Ok(cx.file(&format!("booking-{}.svg", me.clinic.id), "image/svg+xml", qr.svg()))
}
