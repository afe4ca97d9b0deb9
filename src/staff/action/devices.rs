//! 共用端末 of a clinic: registering the device that somebody is on, and revoking one.

use super::new_session::new_session;
use crate::clinic::path::of_clinic;
use crate::secret::Token;
use crate::session::Stay;
use crate::staff::form::{DeviceForm, StaffProblems};
use crate::staff::guard::{ClinicOwner, Recent};
use crate::staff::shared_device::{self, ListedDevice};
use crate::staff::{locking, page, path};
use crate::ui::{Page, Problems};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;

/// For how many minutes a browser keeps the token of its device.
const COOKIE_MINUTES: i64 = shared_device::DAYS * 24 * 60;

/// Which are registered.
pub async fn show(cx: Cx, me: ClinicOwner) -> Result {
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(list(&cx, &me, &typed, &Problems::default()).await?))
}

async fn list(
    cx: &Cx,
    me: &ClinicOwner,
    form: &DeviceForm,
    problems: &StaffProblems<crate::staff::form::SharedDeviceField>,
) -> std::result::Result<Page, Failure> {
    let all = cx.read(|r| shared_device::of_clinic(r, &me.clinic.id)).await?;
    Ok(page::devices::show(cx, &me.clinic, &all, cx.shared_device().map(Token::hash), form, problems))
}

/// Registers the device that the form was sent on.
pub async fn register(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let form: DeviceForm = cx.typed();
    let (name, minutes) = match form.check() {
        Ok(checked) => checked,
        Err(problems) => return Ok(cx.refuse(list(&cx, &me, &form, &problems).await?)),
    };
    let (shared, token) = (Token::mint(), cx.new_token());
    let device = cx.device().cloned().unwrap_or_else(|| cx.new_token());
    let session = new_session(&cx, &token, &device);
    let key = shared.hash();
    let Done(()) = cx
        .work(move |work, Recent(me): Recent<ClinicOwner>| {
            locking::register(work, &me.clinic, &me.staff, &name, minutes, key, session)
        })
        .await?;
    let next = format!("{}?done=registered", of_clinic(path::DEVICES, &me.clinic.id));
    Ok(cx.go_to(path::pin_then(&next)).signed_in(token, Stay::InBrowser).on_shared_device(shared, COOKIE_MINUTES))
}

/// Revoking one.
pub async fn revocation(cx: Cx, me: ClinicOwner) -> Result {
    let all = cx.read(|r| shared_device::of_clinic(r, &me.clinic.id)).await?;
    let named = |listed: &ListedDevice| listed.reference() == cx.param("device");
    let found = all.into_iter().find(named).ok_or(Failure::NotFound)?;
    Ok(cx.page(page::devices::revoke(&cx, &me.clinic, &found)))
}

/// Does so.
pub async fn revoke(cx: Cx, Recent(me): Recent<ClinicOwner>) -> Result {
    let reference = cx.param("device").to_owned();
    let Done(()) =
        cx.work(move |work, Recent(me): Recent<ClinicOwner>| locking::revoke(work, &me.clinic.id, &reference)).await?;
    Ok(cx.go_to(format!("{}?done=revoked", of_clinic(path::DEVICES, &me.clinic.id))))
}
