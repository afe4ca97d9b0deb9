//! Makes the picture that pages show of one that a clinic gives: read within limits, at the size of the pages, and written anew
//! without anything else that was in the file. It is done when a clinic comes in, never for a request.

use super::PictureId;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::Cursor;

/// The most bytes of a file.
pub const LARGEST_FILE: u64 = 1 << 20;
/// The most pixels in each direction, and the most bytes that a picture takes while it is made: 24 million pixels.
const LARGEST: u32 = 6_000;
const MEMORY: u64 = 96 << 20;
/// The size of a logo: three times that of the pages, for sharp screens.
const SIDE: u32 = 144;
/// The size of a photo, twice that of a phone's page.
pub const PHOTO: (u32, u32) = (960, 540);
/// The quality of a photo in JPEG, of 100.
const QUALITY: u8 = 80;

/// A picture as it is stored, in PNG or JPEG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name.
    pub id: PictureId,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Picture {
    /// The picture of a logo, in PNG: not larger than a logo is shown.
    ///
    /// # Errors
    /// Why it cannot be taken, in words that follow the name of its file.
    pub fn of_logo(file: &[u8]) -> Result<Self, String> {
        let read = read(file)?;
        let fits = read.width().max(read.height()) <= SIDE;
        let drawn = if fits { read } else { read.resize(SIDE, SIDE, FilterType::Lanczos3) };
        let mut bytes = Vec::new();
        // As eight bits of each colour, whatever the file has, so that no profile and nothing else of it comes along.
        let plain = DynamicImage::ImageRgba8(drawn.to_rgba8());
        plain.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(|error| error.to_string())?;
        Self::of_bytes(bytes)
    }

    /// The picture of a photo, in JPEG: its middle, in the size of the pages.
    ///
    /// # Errors
    /// The same.
    pub fn of_photo(file: &[u8]) -> Result<Self, String> {
        let (width, height) = PHOTO;
        let drawn = read(file)?.resize_to_fill(width, height, FilterType::Triangle).to_rgb8();
        let mut bytes = Vec::new();
        drawn
            .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
            .map_err(|error| error.to_string())?;
        Self::of_bytes(bytes)
    }

    fn of_bytes(bytes: Vec<u8>) -> Result<Self, String> {
        Ok(Self { id: name_of(&bytes)?, bytes })
    }

    /// Of which kind the bytes of a stored picture are.
    pub fn content_type(bytes: &[u8]) -> &'static str {
        if bytes.starts_with(&[0xff, 0xd8]) { "image/jpeg" } else { "image/png" }
    }
}

/// Reads a picture, upright as the camera has noted it.
fn read(file: &[u8]) -> Result<DynamicImage, String> {
    if u64::try_from(file.len()).map_or(true, |bytes| LARGEST_FILE < bytes) {
        return Err("has more than 1 MiB; make it smaller".to_owned());
    }
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|error| error.to_string())?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) {
        return Err("is no picture in PNG, JPEG or WebP".to_owned());
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let too_large =
        || format!("is too large; a picture has at most {LARGEST} × {LARGEST} pixels, and 24 million in all");
    let wrong = |error: ImageError| match error {
        ImageError::Limits(_) => too_large(),
        error => format!("cannot be read as a picture: {error}"),
    };
    let mut decoder = reader.into_decoder().map_err(wrong)?;
    if MEMORY < decoder.total_bytes() {
        return Err(too_large());
    }
    let orientation = decoder.orientation().map_err(wrong)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(wrong)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn name_of(bytes: &[u8]) -> Result<PictureId, String> {
    let mut text = String::new();
    for byte in Sha256::digest(bytes).iter().take(16) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    PictureId::parse(&text).ok_or_else(|| "has no name".to_owned())
}
