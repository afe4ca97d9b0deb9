//! A text as a QR code (ISO/IEC 18004) at level M, drawn as SVG for paper and as PNG for programs that take nothing else.
//!
//! Black on white whatever the page's colours are, with the quiet zone of four modules that readers need.

use png::{BitDepth, ColorType, Encoder, EncodingError};
use qrcodegen::{DataTooLong, Mask, QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The white border that belongs to the symbol, in modules.
const QUIET: i32 = 4;
/// How many pixels wide a module is in the PNG, which makes some 800 for a URL: 10 cm in print.
const PIXELS: i32 = 20;

/// A QR code.
pub struct Qr(QrCode);

impl Qr {
    /// The smallest code of level M that holds the text.
    ///
    /// # Errors
    /// When no code holds so much: about 2,300 bytes.
    pub fn of(text: &str) -> Result<Self, DataTooLong> {
        let segments = QrSegment::make_segments(text);
        let level = QrCodeEcc::Medium;
        let code = QrCode::encode_segments_advanced(&segments, level, Version::MIN, Version::MAX, None::<Mask>, false)?;
        Ok(Self(code))
    }

    /// Modules along each side, border included.
    fn side(&self) -> i32 {
        self.0.size() + 2 * QUIET
    }

    /// Whether the module is black; outside the symbol none is.
    fn black(&self, x: i32, y: i32) -> bool {
        self.0.get_module(x - QUIET, y - QUIET)
    }

    /// The code as a drawing of its own, one unit a module.
    pub fn svg(&self) -> String {
        let (side, mut runs) = (self.side(), String::new());
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let start = x;
                while x < side && self.black(x, y) {
                    x += 1;
                }
                if x > start {
                    // Writing to a string cannot fail.
                    let _ = write!(runs, "M{start} {y}h{}v1h-{}z", x - start, x - start);
                }
                x += 1;
            }
        }
        let pixels = side * PIXELS;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{pixels}\" \
             height=\"{pixels}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
             <path fill=\"#000\" d=\"{runs}\"/></svg>\n"
        )
    }

    /// The code as a PNG of one bit a pixel.
    ///
    /// # Errors
    /// Never for a code; the encoder checks what it is given.
    pub fn png(&self) -> Result<Vec<u8>, EncodingError> {
        let pixels = self.side() * PIXELS;
        let mut rows = Vec::new();
        for y in 0..pixels {
            for byte in (0..pixels).step_by(8) {
                let bits = (byte..byte + 8).map(|x| u8::from(x >= pixels || !self.black(x / PIXELS, y / PIXELS)));
                rows.push(bits.fold(0, |bits, white| (bits << 1) | white));
            }
        }
        let mut file = Vec::new();
        let width = pixels.unsigned_abs();
        let mut encoder = Encoder::new(&mut file, width, width);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::One);
        encoder.write_header()?.write_image_data(&rows)?;
        Ok(file)
    }
}
