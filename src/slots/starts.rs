//! When visits of one kind start on a day, and how many at each time.
//!
//! A row of a busy day holds hundreds of these, and a month of them is read for one page: they are stored as one string of
//! bytes, six for each time.

use crate::clinic::TimeOfDay;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Start times in order, each with the number of visits that start then. They stay packed: of the rows that a page reads, it
/// looks at few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Starts(Vec<Packed>);

/// The minute of the day in two bytes, the number of visits in four.
type Packed = [u8; 6];

impl Starts {
    /// One more visit.
    pub fn add(&mut self, start: TimeOfDay) {
        match self.find(start) {
            Ok(at) => self.0[at] = pack(start, visits_of(self.0[at]).saturating_add(1)),
            Err(at) => self.0.insert(at, pack(start, 1)),
        }
    }

    /// One visit less; says whether there was one.
    pub fn remove(&mut self, start: TimeOfDay) -> bool {
        let Ok(at) = self.find(start) else { return false };
        match visits_of(self.0[at]).saturating_sub(1) {
            0 => drop(self.0.remove(at)),
            visits => self.0[at] = pack(start, visits),
        }
        true
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is as [`Starts::add`] and [`Starts::remove`] leave it: in order, and at least one visit at each time.
    pub fn is_tidy(&self) -> bool {
        let in_order = self.0.is_sorted_by(|one, next| minutes_of(*one) < minutes_of(*next));
        in_order && !self.is_empty() && self.0.iter().all(|packed| 0 < visits_of(*packed))
    }

    /// Each time with the number of visits.
    pub fn iter(&self) -> impl Iterator<Item = (TimeOfDay, u32)> {
        self.0.iter().filter_map(|packed| Some((TimeOfDay::of_minutes(minutes_of(*packed))?, visits_of(*packed))))
    }

    fn find(&self, start: TimeOfDay) -> Result<usize, usize> {
        self.0.binary_search_by_key(&start.minutes(), |packed| minutes_of(*packed))
    }
}

fn pack(start: TimeOfDay, visits: u32) -> Packed {
    let ([a, b], [c, d, e, f]) = (start.minutes().to_be_bytes(), visits.to_be_bytes());
    [a, b, c, d, e, f]
}

fn minutes_of([a, b, ..]: Packed) -> u16 {
    u16::from_be_bytes([a, b])
}

fn visits_of([_, _, visits @ ..]: Packed) -> u32 {
    u32::from_be_bytes(visits)
}

impl Serialize for Starts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_flattened())
    }
}

impl<'de> Deserialize<'de> for Starts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(PackedStarts)
    }
}

struct PackedStarts;

impl Visitor<'_> for PackedStarts {
    type Value = Starts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("start times, each with a number of visits, in six bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Starts, E> {
        let (whole, rest) = bytes.as_chunks();
        let is_time = |packed: &Packed| TimeOfDay::of_minutes(minutes_of(*packed)).is_some();
        if rest.is_empty() && whole.iter().all(is_time) {
            Ok(Starts(whole.to_vec()))
        } else {
            Err(E::invalid_value(Unexpected::Bytes(bytes), &self))
        }
    }
}
