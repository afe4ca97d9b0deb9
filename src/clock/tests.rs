use super::{JST, Jumps, Moment};
use proptest::prelude::*;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use time::macros::datetime;

#[test]
fn japan_is_nine_hours_ahead_to_the_millisecond() {
    for (millis, wall) in [
        (0, datetime!(1970-01-01 9:00 +9)),
        (-1, datetime!(1970-01-01 8:59:59.999 +9)),
        (-999, datetime!(1970-01-01 8:59:59.001 +9)),
        (1_795_999_999_999, datetime!(2026-11-30 9:53:19.999 +9)),
    ] {
        assert_eq!(Moment::from_millis(millis).jst(), wall);
        assert_eq!(Moment::from_millis(millis).jst().offset(), JST);
    }
}

#[test]
fn a_moment_beyond_the_calendar_is_the_epoch() {
    let last = datetime!(9999-12-31 23:59:59.999 +9);
    let end = last.unix_timestamp() * 1000 + 999;
    assert_eq!(Moment::from_millis(end).jst(), last);
    for millis in [end + 1, i64::MAX, i64::MIN] {
        assert_eq!(Moment::from_millis(millis).jst(), datetime!(1970-01-01 9:00 +9));
    }
}

#[test]
fn m6_a_clock_that_jumps_by_more_than_a_minute_is_noticed_once() {
    let (start, steady) = (Moment::from_millis(1_795_999_999_999), Instant::now());
    let mut jumps = Jumps::from(start, steady);
    let mut look = |jumped: i64, passed: u64| {
        let at = Moment::from_millis(1_795_999_999_999).plus_seconds(jumped + i64::try_from(passed).unwrap());
        jumps.look(at, steady + Duration::from_secs(passed))
    };
    assert_eq!(look(0, 10), None);
    assert_eq!(look(60, 20), None, "kept right");
    assert_eq!(look(60 + 86_400 * 400, 30), Some(86_400 * 400));
    assert_eq!(look(60 + 86_400 * 400, 40), None, "said once");
    assert_eq!(look(0, 50), Some(-60 - 86_400 * 400), "and when it is put right");
    assert_eq!(look(0, 3_600), None, "a long time between two looks is none");
}

proptest! {
    #[test]
    fn the_wall_clock_shows_the_same_instant(millis in -60_000_000_000_000_i64..200_000_000_000_000) {
        let wall = Moment::from_millis(millis).jst();
        let instant = OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000).unwrap();
        prop_assert_eq!(wall, instant);
        prop_assert_eq!(wall.offset(), JST);
    }
}
