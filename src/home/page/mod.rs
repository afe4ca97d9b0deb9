//! The screens of what comes together for a patient, one a file, and 予約一覧, which two of them show.

pub mod clinic;
pub mod dashboard;
pub mod device_copy;
pub mod removal;
pub mod reservations;
pub mod ways_on;

use crate::home::open_parts::PressedPart;

/// The part of a page whose id this is, if it is one that opens or closes by itself.
pub fn pressed(part: &str) -> Option<PressedPart> {
    reservations::pressed(part).or_else(|| clinic::pressed(part))
}
