use crate::clinic::picture::Picture;
use crate::clinic::tests::clinic;
use crate::clinic::{Clinic, PictureFile, pictures};
use crate::clock::Moment;
use crate::store::Store;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use std::io::Cursor;

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// Noise, which does not become smaller.
fn noise(side: u32) -> DynamicImage {
    let mut state = 1_u32;
    DynamicImage::ImageRgba8(RgbaImage::from_fn(side, side, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Rgba(state.to_be_bytes())
    }))
}

#[test]
fn each_kind_of_picture_is_written_anew_in_the_size_of_the_pages() {
    let wide = DynamicImage::ImageRgb8(RgbImage::from_pixel(600, 300, image::Rgb([200, 30, 60])));
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let picture = Picture::of_logo(&file(&wide, format)).unwrap();
        let read = image::load_from_memory_with_format(&picture.bytes, ImageFormat::Png).unwrap();
        assert_eq!((read.width(), read.height()), (144, 72), "{format:?}");
        assert_eq!(Picture::of_logo(&file(&wide, format)).unwrap(), picture, "the same name for the same content");
    }
}

#[test]
fn a_photo_is_cut_to_the_form_of_the_pages_and_stands_upright() {
    let tall = DynamicImage::ImageRgb8(RgbImage::from_fn(300, 600, |_, y| {
        image::Rgb(if y < 300 { [255, 0, 0] } else { [0, 0, 255] })
    }));
    let mut bytes = file(&tall, ImageFormat::Jpeg);
    // An Exif segment that says: turn it by a quarter to the right (orientation 6).
    let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    bytes.splice(2..2, exif.iter().copied());
    let picture = Picture::of_photo(&bytes).unwrap();
    assert_eq!(Picture::content_type(&picture.bytes), "image/jpeg");
    assert!(!picture.bytes.windows(4).any(|part| part == b"Exif"));
    let read = image::load_from_memory_with_format(&picture.bytes, ImageFormat::Jpeg).unwrap().to_rgb8();
    assert_eq!((read.width(), read.height()), (960, 540));
    let (left, right) = (read.get_pixel(10, 270), read.get_pixel(950, 270));
    assert!(left[2] > 200 && right[0] > 200, "what was above is on the right: {left:?} {right:?}");
}

#[test]
fn nothing_that_came_along_with_a_picture_is_kept() {
    let mut bytes = file(&noise(10), ImageFormat::Png);
    // A tEXt chunk behind the header, with its checksum.
    let chunk = [b"tEXt".as_slice(), b"Comment\0at home"].concat();
    let sum = crc32fast::hash(&chunk).to_be_bytes();
    let length = u32::try_from(chunk.len() - 4).unwrap().to_be_bytes();
    bytes.splice(33..33, [length.as_slice(), &chunk, &sum].concat());
    let picture = Picture::of_logo(&bytes).unwrap();
    assert!(!picture.bytes.windows(7).any(|part| part == b"at home" || part == b"Comment"));
}

#[test]
fn what_is_no_picture_or_too_large_is_refused() {
    let refused = |file: &[u8]| Picture::of_logo(file).unwrap_err();
    assert_eq!(refused(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "is no picture in PNG, JPEG or WebP");
    assert_eq!(refused(b"GIF89a, and so on"), "is no picture in PNG, JPEG or WebP");
    assert_eq!(refused(b""), "is no picture in PNG, JPEG or WebP");
    assert_eq!(refused(&vec![0; (1 << 20) + 1]), "has more than 1 MiB; make it smaller");
    // The header of one of 20,000 by 20,000 pixels, which is read before anything else.
    let mut large = file(&noise(1), ImageFormat::Png);
    large.splice(16..24, [20_000_u32.to_be_bytes(), 20_000_u32.to_be_bytes()].concat());
    let sum = crc32fast::hash(&large[12..29]).to_be_bytes();
    large.splice(29..33, sum);
    assert_eq!(refused(&large), "is too large; a picture has at most 6000 × 6000 pixels, and 24 million in all");
    let cut = file(&noise(100), ImageFormat::Png);
    assert!(refused(&cut[..cut.len() / 2]).starts_with("cannot be read as a picture"));
}

#[test]
fn the_largest_picture_is_stored_in_pieces_and_the_one_before_goes() {
    let (store, clinic) = (Store::memory(), clinic());
    let [old, new] =
        [noise(40), noise(144)].map(|picture| Picture::of_logo(&file(&picture, ImageFormat::Png)).unwrap());
    assert!(60_000 < new.bytes.len(), "it takes several pieces");
    let with = |picture: &Picture| Clinic {
        logo: Some(PictureFile { file: "logo.png".to_owned(), picture: Some(picture.id.clone()) }),
        ..clinic.clone()
    };
    for picture in [&old, &new] {
        let (clinic, picture) = (with(picture), picture.clone());
        let put = move |tx: &mut crate::store::Tx<'_>| {
            crate::clinic::rows::put(tx, &clinic, &[])?;
            pictures::put(tx, &clinic.id, &picture)
        };
        store.write_blocking(Moment::from_millis(0), put).unwrap();
    }
    let find = |picture: &Picture| {
        store.read_blocking(Moment::from_millis(0), |r| pictures::find(r, &clinic.id, &picture.id)).unwrap()
    };
    assert_eq!((find(&old), find(&new)), (None, Some(new.bytes.clone())));
}
