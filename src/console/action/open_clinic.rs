//! Opening a clinic, and what comes next for it: where patients book, and what is hung up.

use crate::clinic::path::{of_clinic, of_code};
use crate::clinic::{self, Qr, path as clinic_path, registration_code};
use crate::console::opening::{self, IdTaken};
use crate::console::opening_form::{OpeningField, OpeningForm, OpeningProblem};
use crate::console::page::open_clinic::OpenedRights;
use crate::console::{page, path, words};
use crate::staff::{ClinicOpener, ClinicStaff, Role};
use crate::ui::{Page, Problems};
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
        Done(()) => Ok(cx.go_to(format!("{}?done=opened", of_clinic(path::OPENED, &id)))),
        Refused(IdTaken) => {
            let problems = Problems::one(OpeningField::Id, OpeningProblem::IdTaken);
            Ok(cx.refuse(page::open_clinic::show(&cx, &form, &problems)))
        }
    }
}

/// Where patients book, and what is hung up.
pub async fn opened(cx: Cx, me: ClinicStaff) -> Result {
    let code = cx.read(|r| registration_code::present(r, &me.clinic.id)).await?;
    let rights = OpenedRights { changes_hours: me.role == Role::Owner, sets_mail: me.staff.sets_mail() };
    Ok(cx.page(page::open_clinic::opened(&cx, &me.clinic, &url(&cx, &me), code.is_some(), rights)))
}

/// The poster that leads there.
pub async fn booking_poster(cx: Cx, me: ClinicStaff) -> Result {
    let [svg, png] = [path::BOOKING_QR, path::BOOKING_QR_PNG].map(|route| of_clinic(route, &me.clinic.id));
    let poster = clinic::booking_poster(&cx, &me.clinic, &url(&cx, &me), &svg, &png);
    Ok(cx.page(back_to_posters(&cx, &me, poster)))
}

/// The poster for マイクリニック, as everybody finds it who has the code; here with the way back.
pub async fn registration_poster(cx: Cx, me: ClinicStaff) -> Result {
    let code = cx.read(|r| registration_code::present(r, &me.clinic.id)).await?.ok_or(Failure::NotFound)?;
    let url = cx.link(&of_code(clinic_path::REGISTRATION, code));
    let poster = clinic::registration_poster(&cx, code, &me.clinic, &url);
    Ok(cx.page(back_to_posters(&cx, &me, poster)))
}

/// The QR code of the page where patients book.
pub async fn qr(cx: Cx, me: ClinicStaff) -> Result {
    let drawn = Qr::of(&url(&cx, &me)).map_err(|error| Failure::Fault(error.to_string()))?;
    Ok(cx.file(&format!("booking-{}.svg", me.clinic.id), "image/svg+xml", drawn.svg()))
}

/// The same as a picture of dots.
pub async fn qr_png(cx: Cx, me: ClinicStaff) -> Result {
    let drawn = Qr::of(&url(&cx, &me)).map_err(|error| Failure::Fault(error.to_string()))?;
    let bytes = drawn.png().map_err(|error| Failure::Fault(error.to_string()))?;
    Ok(cx.file(&format!("booking-{}.png", me.clinic.id), "image/png", bytes))
}

/// Where patients book.
fn url(cx: &Cx, me: &ClinicStaff) -> String {
    cx.link(&of_clinic(clinic_path::MENUS, &me.clinic.id))
}

fn back_to_posters(cx: &Cx, me: &ClinicStaff, poster: Page) -> Page {
    poster.back(words::of(cx.lang).open_clinic.posters, of_clinic(path::OPENED, &me.clinic.id))
}
