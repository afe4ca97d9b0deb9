//! Where a copy stands among those of its address, and when it ends.
//!
//! Copies end together with all that were written in the same thirty days, so that their number follows from a count of
//! each such stretch and from the time alone.

use crate::clock::Moment;
use crate::secret::random_bytes;
use crate::store::Key;
use std::fmt;
use std::str::FromStr;

/// The length of a stretch, in milliseconds.
const STRETCH: i64 = 30 * 24 * 60 * 60 * 1000;
/// For how many stretches a copy is kept beyond its own: 390 days at least.
const KEPT: i64 = 13;

/// A copy's place among those of its address: later ones are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct CopyId(Moment, [u8; 8]);

impl CopyId {
    /// Before every copy.
    pub const FIRST: Self = Self(Moment::from_millis(i64::MIN), [0; 8]);
    /// After every copy.
    pub const LAST: Self = Self(Moment::from_millis(i64::MAX), [u8::MAX; 8]);

    /// A new place at a moment. Its random part is no secret; it tells the copies of different addresses apart.
    pub fn at(moment: Moment) -> Self {
        Self(moment, random_bytes())
    }

    /// The first place that a copy of this moment can have.
    pub const fn first_at(moment: Moment) -> Self {
        Self(moment, [0; 8])
    }

    /// The last place that a copy of this moment can have.
    pub const fn last_at(moment: Moment) -> Self {
        Self(moment, [u8::MAX; 8])
    }

    /// The moment of the place.
    pub const fn moment(self) -> Moment {
        self.0
    }

    /// The first moment after this place.
    pub(super) const fn after(self) -> Moment {
        Moment::from_millis(self.0.millis().saturating_add(1))
    }

    /// When the copy ends.
    pub(super) const fn ends(self) -> Moment {
        end_of(self.stretch())
    }

    /// The number of its stretch.
    pub(super) const fn stretch(self) -> i64 {
        self.0.millis().div_euclid(STRETCH)
    }
}

/// When the copies of a stretch end.
pub(super) const fn end_of(stretch: i64) -> Moment {
    Moment::from_millis(stretch.saturating_add(1 + KEPT).saturating_mul(STRETCH))
}

/// 32 hexadecimal digits: the moment, then the random part.
impl fmt::Display for CopyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{:016x}", self.0.millis().cast_unsigned(), u64::from_be_bytes(self.1))
    }
}

impl FromStr for CopyId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = |part: Option<&str>| {
            let part = part.filter(|part| part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))).ok_or(())?;
            u64::from_str_radix(part, 16).map_err(|_| ())
        };
        if text.len() != 32 {
            return Err(());
        }
        let (moment, random) = (digits(text.get(..16))?, digits(text.get(16..))?);
        Ok(Self(Moment::from_millis(moment.cast_signed()), random.to_be_bytes()))
    }
}

impl Key for CopyId {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some(Self(Moment::decode(input)?, Key::decode(input)?))
    }
}
