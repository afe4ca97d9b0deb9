//! The second factor is set up: its QR code, its first code, and the recovery codes.

use super::new_session::new_session;
use crate::clinic::Qr;
use crate::session::Stay;
use crate::staff::enrolment::{self, NewSignIn};
use crate::staff::form::{CodeField, CodeForm};
use crate::staff::guard::{Enrolling, SignedInStaff};
use crate::staff::under_way::{Enrolment, EnrolmentOrigin};
use crate::staff::{invitation, mint_recovery_codes, page, path, rows};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::Stop;
use std::convert::Infallible;

/// The QR code, the secret as text, and the field for the first code.
pub async fn show(cx: Cx, _: Enrolling) -> Result {
    let (enrolment, address) = under_way(&cx).await?;
    Ok(cx.page(page::authenticator::show(&cx, &enrolment, &address, &Problems::default())))
}

/// The QR code, for the browser in which it is set up alone.
pub async fn qr(cx: Cx, _: Enrolling) -> Result {
    let (enrolment, address) = under_way(&cx).await?;
    let url = enrolment.authenticator.url(&cx.floor.config.service.name, &address).unwrap_or_default();
    let qr = Qr::of(&url).map_err(|error| Failure::Fault(error.to_string()))?;
    Ok(cx.file("authenticator.svg", "image/svg+xml", qr.svg()))
}

/// Makes the sign-in by its first code.
pub async fn finish(cx: Cx, _: Enrolling) -> Result {
    let (enrolment, address) = under_way(&cx).await?;
    let form: CodeForm = cx.typed();
    let typed = match form.check() {
        Ok(typed) => typed.to_owned(),
        Err(problems) => return Ok(cx.refuse(page::authenticator::show(&cx, &enrolment, &address, &problems))),
    };
    let (token, device) = (cx.new_token(), cx.device().cloned().unwrap_or_else(|| cx.new_token()));
    let session = new_session(&cx, &token, &device);
    let new = NewSignIn { codes: mint_recovery_codes(), lang: cx.lang, session };
    match cx.work(move |work, _: Enrolling| enrolment::finish(work, &typed, &new)).await? {
        Done(()) => Ok(cx.go_to(path::RECOVERY_CODES).signed_in(token, Stay::InBrowser).on_device(device)),
        Refused(refused) => {
            let problems = Problems::one(CodeField::Code, refused.into());
            Ok(cx.refuse(page::authenticator::show(&cx, &enrolment, &address, &problems)))
        }
    }
}

/// The recovery codes, until they are noted down.
pub async fn recovery_codes(cx: Cx, me: SignedInStaff) -> Result {
    Ok(match cx.read(|r| rows::new_codes(r, me.staff.id)).await? {
        Some(codes) => cx.page(page::recovery_codes::show(&cx, &codes)),
        None => cx.go_to(path::CONSOLE),
    })
}

/// Forgets the recovery codes as text.
pub async fn noted(cx: Cx, _: SignedInStaff) -> Result {
    let Done(()) =
        cx.work(|work, me: SignedInStaff| Ok::<_, Stop<Infallible>>(rows::end_new_codes(work, me.staff.id)?)).await?;
    Ok(cx.go_to(path::CONSOLE))
}

/// What is set up in this browser, and for which address.
async fn under_way(cx: &Cx) -> std::result::Result<(Enrolment, String), Failure> {
    let found = cx
        .read(|r| {
            let Some(enrolment) = rows::enrolment(r, cx.visitor())? else { return Ok(None) };
            let address = match &enrolment.origin {
                EnrolmentOrigin::FirstStart(address) => Some(address.clone()),
                EnrolmentOrigin::Invitation(token) => {
                    invitation::find(r, *token)?.map(|(invitation, _)| invitation.address)
                }
            };
            Ok(address.map(|address| (enrolment, address.as_str().to_owned())))
        })
        .await?;
    found.ok_or(Failure::NotFound)
}
