//! A picture of a clinic. Its address names its content, so that browsers keep it for good.

use crate::clinic::{ClinicId, PictureId, pictures};
use crate::web::{Anyone, Cx, Failure, Result};

/// The picture.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let id = cx.param("picture").strip_suffix(".png").and_then(PictureId::parse);
    let (clinic, id) = ClinicId::parse(cx.param("clinic")).zip(id).ok_or(Failure::NotFound)?;
    let bytes = cx.read(|r| pictures::find(r, &clinic, &id)).await?.ok_or(Failure::NotFound)?;
    Ok(cx.file(&format!("{clinic}.png"), "image/png", bytes).immutable())
}
