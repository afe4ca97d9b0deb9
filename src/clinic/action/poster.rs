//! What a clinic hangs up in its waiting room: the poster, and the QR code by itself for its own print.
//!
//! Everybody who has the code may print it; it says nothing but what the clinic says of itself.

use crate::clinic::page::{poster, registration as page};
use crate::clinic::qr::Qr;
use crate::clinic::registration_code::{CodeMatch, find};
use crate::clinic::{Clinic, RegistrationCode, path};
use crate::web::{Anyone, Cx, Failure, Result};
use std::sync::Arc;

/// The poster.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    Ok(match cx.read(|r| find(r, cx.param("code"))).await? {
        CodeMatch::Current(code, clinic) => cx.page(poster::show(&cx, code, &clinic, &url(&cx, code))),
        CodeMatch::Retired(_, clinic) => cx.gone(page::retired(&cx, &clinic)),
        CodeMatch::Unknown => cx.missing(page::unknown(&cx)),
    })
}

/// The QR code for paper.
pub async fn svg(cx: Cx, _: Anyone) -> Result {
    let (clinic, qr) = drawn(&cx).await?;
    Ok(cx.file(&format!("qr-{}.svg", clinic.id), "image/svg+xml", qr.svg()).impersonal())
}

/// The QR code for programs that take no SVG.
pub async fn png(cx: Cx, _: Anyone) -> Result {
    let (clinic, qr) = drawn(&cx).await?;
    let bytes = qr.png().map_err(|error| Failure::Fault(error.to_string()))?;
    Ok(cx.file(&format!("qr-{}.png", clinic.id), "image/png", bytes).impersonal())
}

async fn drawn(cx: &Cx) -> std::result::Result<(Arc<Clinic>, Qr), Failure> {
    let CodeMatch::Current(code, clinic) = cx.read(|r| find(r, cx.param("code"))).await? else {
        return Err(Failure::NotFound);
    };
    let qr = Qr::of(&url(cx, code)).map_err(|error| Failure::Fault(error.to_string()))?;
    Ok((clinic, qr))
}

fn url(cx: &Cx, code: RegistrationCode) -> String {
    cx.link(&path::of_code(path::REGISTRATION, code))
}
