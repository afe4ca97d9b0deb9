//! The colour of a clinic, by which a patient with several of them tells them apart, and whether it can be seen.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// Whether the pages are dark on light, or light on dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// What stands behind a clinic's sign: ground, surface and tint of `assets/css/tokens.css`.
    const fn grounds(self) -> [Colour; 3] {
        match self {
            Self::Light => [Colour::of(0xf1_f5_f4), Colour::of(0xff_ff_ff), Colour::of(0xe3_f1_ef)],
            Self::Dark => [Colour::of(0x0e_16_18), Colour::of(0x17_22_25), Colour::of(0x1d_3a_3c)],
        }
    }
}

/// The least contrast of what is no text (WCAG 2.2, 1.4.11).
const LEAST: f64 = 3.0;

impl Colour {
    const WHITE: Self = Self::of(0xff_ff_ff);
    const BLACK: Self = Self::of(0);

    const fn of(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self { red, green, blue }
    }

    /// Reads `#0b5c63`, in either case.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let all_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| all_hex).map(Self::of)
    }

    /// Whether it can be seen on the pages of a scheme.
    pub fn is_seen_in(self, scheme: Scheme) -> bool {
        scheme.grounds().into_iter().all(|ground| LEAST <= self.contrast(ground))
    }

    /// Whether black can be read better on it than white. The better one of the two has a contrast of 4.5 at least.
    pub fn is_bright(self) -> bool {
        self.contrast(Self::WHITE) < self.contrast(Self::BLACK)
    }

    /// The contrast ratio, from 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| LINEAR[usize::from(part)];
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// The linear value of each part of sRGB. Computed once: each sign of a clinic compares a dozen colours.
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|part| {
        let part = part as f64 / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
});

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}
