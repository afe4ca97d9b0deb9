//! Makes the picture that pages show of one that a clinic gives: read within limits, at the size of the pages, and written anew
//! without anything else that was in the file. It is done when a clinic comes in, never for a request.

use super::PictureId;
use image::imageops::FilterType;
use image::{ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::Cursor;

/// The most bytes of a file.
pub const LARGEST_FILE: u64 = 1 << 20;
/// The most pixels in each direction, and the most bytes that reading one may take.
const LARGEST: u32 = 4_000;
const MEMORY: u64 = 96 << 20;
/// The size of a logo: three times that of the pages, for sharp screens.
const SIDE: u32 = 144;

/// A picture as it is stored, in PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name.
    pub id: PictureId,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Picture {
    /// The picture of a logo.
    ///
    /// # Errors
    /// Why it cannot be taken, in words that follow the name of its file.
    pub fn of_logo(file: &[u8]) -> Result<Self, String> {
        if u64::try_from(file.len()).map_or(true, |bytes| LARGEST_FILE < bytes) {
            return Err("has more than 1 MiB; make it smaller".to_owned());
        }
        let mut reader =
            ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|error| error.to_string())?;
        if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) {
            return Err("is no picture in PNG, JPEG or WebP".to_owned());
        }
        let mut limits = Limits::default();
        limits.max_image_width = Some(LARGEST);
        limits.max_image_height = Some(LARGEST);
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        let drawn = reader.decode().map_err(|error| match error {
            image::ImageError::Limits(_) => {
                format!("is too large; a picture has at most {LARGEST} × {LARGEST} pixels")
            }
            error => format!("cannot be read as a picture: {error}"),
        })?;
        let drawn = if SIDE < drawn.width().max(drawn.height()) {
            drawn.resize(SIDE, SIDE, FilterType::Lanczos3)
        } else {
            drawn
        };
        let mut bytes = Vec::new();
        // As eight bits of each colour, whatever the file has, so that no profile and nothing else of it comes along.
        let plain = image::DynamicImage::ImageRgba8(drawn.to_rgba8());
        plain.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(|error| error.to_string())?;
        Ok(Self { id: name_of(&bytes)?, bytes })
    }
}

fn name_of(bytes: &[u8]) -> Result<PictureId, String> {
    let mut text = String::new();
    for byte in Sha256::digest(bytes).iter().take(16) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    PictureId::parse(&text).ok_or_else(|| "has no name".to_owned())
}
