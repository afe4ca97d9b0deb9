//! The moment at the beginning of every line.

use crate::clock::Moment;

/// RFC 3339 in Japanese time with milliseconds: `2026-11-22T09:30:00.123+09:00`.
pub(super) fn timestamp(now: Moment) -> String {
    let at = now.jst();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}+09:00",
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second(),
        at.millisecond()
    )
}
