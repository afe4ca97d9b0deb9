//! Keys as bytes whose order is the order of the values they stand for.
//!
//! Numbers are big-endian, text and tuples delimit themselves, so that the encoding of a tuple's first parts is a
//! prefix of the whole and a scan by prefix finds what belongs together.

use crate::clock::Moment;
use time::Date;

/// A type that can be a key. The encoding keeps the order: `a < b` exactly when its bytes are smaller.
///
/// A newtype delegates to what it wraps:
///
/// ```
/// use mypage::store::Key;
///
/// struct AccountId(u64);
///
/// impl Key for AccountId {
///     fn encode(&self, out: &mut Vec<u8>) {
///         self.0.encode(out);
///     }
///     fn decode(input: &mut &[u8]) -> Option<Self> {
///         u64::decode(input).map(Self)
///     }
/// }
/// ```
pub trait Key: Sized {
    /// Appends the encoding to `out`.
    fn encode(&self, out: &mut Vec<u8>);

    /// Takes one key off the front of `input`; `None` when the bytes are not one.
    fn decode(input: &mut &[u8]) -> Option<Self>;
}

/// Says that the encoding of a `P` is a prefix of the encoding of this key, so that rows can be found by it.
pub trait StartsWith<P: Key>: Key {}

impl<A: Key, B: Key> StartsWith<A> for (A, B) {}
impl<A: Key, B: Key, C: Key> StartsWith<A> for (A, B, C) {}
impl<A: Key, B: Key, C: Key> StartsWith<(A, B)> for (A, B, C) {}

impl Key for () {
    fn encode(&self, _out: &mut Vec<u8>) {}

    fn decode(_input: &mut &[u8]) -> Option<Self> {
        Some(())
    }
}

impl<const N: usize> Key for [u8; N] {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let (taken, rest) = input.split_first_chunk::<N>()?;
        *input = rest;
        Some(*taken)
    }
}

impl Key for u8 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 1]>::decode(input).map(Self::from_be_bytes)
    }
}

impl Key for u32 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 4]>::decode(input).map(Self::from_be_bytes)
    }
}

impl Key for u64 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_be_bytes());
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        <[u8; 8]>::decode(input).map(Self::from_be_bytes)
    }
}

/// Two's complement sorts negative numbers last; with the sign bit flipped they come first.
const SIGN: u64 = 1 << 63;

impl Key for i64 {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.cast_unsigned() ^ SIGN).encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        u64::decode(input).map(|bits| (bits ^ SIGN).cast_signed())
    }
}

impl Key for Moment {
    fn encode(&self, out: &mut Vec<u8>) {
        self.millis().encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        i64::decode(input).map(Self::from_millis)
    }
}

/// A day by its Julian day number.
impl Key for Date {
    fn encode(&self, out: &mut Vec<u8>) {
        i64::from(self.to_julian_day()).encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Self::from_julian_day(i32::try_from(i64::decode(input)?).ok()?).ok()
    }
}

/// Text ends with two zero bytes. A zero byte within it is followed by a one, so that it never looks like the end
/// and still sorts after it.
impl Key for String {
    fn encode(&self, out: &mut Vec<u8>) {
        for byte in self.bytes() {
            out.push(byte);
            if byte == 0 {
                out.push(1);
            }
        }
        out.extend_from_slice(&[0, 0]);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let mut text = Vec::new();
        loop {
            match **input {
                [0, 0, ref rest @ ..] => {
                    *input = rest;
                    return Self::from_utf8(text).ok();
                }
                [0, 1, ref rest @ ..] => {
                    text.push(0);
                    *input = rest;
                }
                [0, ..] | [] => return None,
                [byte, ref rest @ ..] => {
                    text.push(byte);
                    *input = rest;
                }
            }
        }
    }
}

impl<A: Key, B: Key> Key for (A, B) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some((A::decode(input)?, B::decode(input)?))
    }
}

impl<A: Key, B: Key, C: Key> Key for (A, B, C) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
        self.2.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some((A::decode(input)?, B::decode(input)?, C::decode(input)?))
    }
}
