//! この端末の記録を消す: a guest leaves a device that others use. What is booked stays booked.

use crate::account::{self, MaybePatient};
use crate::booking::handing_on::forget;
use crate::clinic::{ClinicId, path as clinic_path};
use crate::secret::Token;
use crate::session;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;
use crate::work::Stop;
use std::convert::Infallible;

/// Forgets what this browser has under way and has booked, ends its session if there is one, and gives it a token that
/// nobody has seen before.
pub async fn forget_device(cx: Cx, _: MaybePatient) -> Result {
    let clinic = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
    let device = cx.device().map(Token::hash);
    let Done(()) = cx
        .work(move |work, _: MaybePatient| {
            if let Some(device) = device {
                account::forget_device(work, device)?;
            }
            let visitor = work.visitor();
            forget(work, visitor)?;
            Ok::<_, Stop<Infallible>>(session::end(work, &visitor)?)
        })
        .await?;
    let menus = clinic_path::of_clinic(clinic_path::MENUS, &clinic);
    Ok(cx.go_to(format!("{menus}?done=forgotten")).anonymous().on_unknown_device())
}
