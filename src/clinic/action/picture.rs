//! A picture of a clinic. Its address names its content, so that browsers keep it for good.

use crate::clinic::picture::Picture;
use crate::clinic::{ClinicId, PictureId, pictures};
use crate::web::{Anyone, Cx, Failure, Result};

/// The picture.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let id = PictureId::parse(cx.param("picture"));
    let (clinic, id) = ClinicId::parse(cx.param("clinic")).zip(id).ok_or(Failure::NotFound)?;
    let bytes = cx.read(|r| pictures::find(r, &clinic, &id)).await?.ok_or(Failure::NotFound)?;
    Ok(cx.file(clinic.as_str(), Picture::content_type(&bytes), bytes).immutable())
}
