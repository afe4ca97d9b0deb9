//! B5: times of the day, and deadlines counted from a visit, across days, months and years.

use super::time;
use crate::clinic::{Deadline, Opens, TimeOfDay, days_before};
use crate::clock::Moment;
use proptest::prelude::*;
use time::Date;
use time::macros::date;

fn at(day: Date, clock: &str) -> Moment {
    time(clock).on(day)
}

#[test]
fn a_time_of_day_is_read_as_it_is_written() {
    for (text, minutes) in
        [("0:00", 0), ("00:00", 0), ("9:05", 545), ("09:05", 545), ("12:30", 750), ("23:59", 1439), ("24:00", 1440)]
    {
        assert_eq!(TimeOfDay::parse(text).map(TimeOfDay::minutes), Some(minutes), "{text}");
    }
    for text in ["", ":", "9", "9:5", "9:60", "24:01", "25:00", "-1:00", "+9:00", "9:00:00", " 9:00", "９:00", "009:00"]
    {
        assert_eq!(TimeOfDay::parse(text), None, "{text}");
    }
}

#[test]
fn a_time_is_read_as_people_type_it() {
    let cases: [(&[&str], u16); 8] = [
        (&["9:00", "09:00", "9時", "9時00分", "900", "0900", "9", "09", "９：００", "９時", "９００", " 9 : 00 "], 540),
        (
            &[
                "9:30",
                "9時半",
                "９時半",
                "9時30分",
                "9時30",
                "930",
                "0930",
                "９３０",
                "午前9時半",
                "9:30 AM",
                "9:30a.m.",
            ],
            570,
        ),
        (&["9:05", "905", "9時5分", "9時05分"], 545),
        (&["12:30", "12時30分", "12時半", "1230", "午後12時30分", "12:30pm"], 750),
        (
            &[
                "14:30",
                "14：30",
                "１４：３０",
                "1430",
                "14時半",
                "午後2時半",
                "午後 2:30",
                "2:30 PM",
                "PM2:30",
                "230pm",
            ],
            870,
        ),
        (&["14:00", "14", "午後2時", "2pm", "2 p.m."], 840),
        (&["0:00", "0時", "000", "0"], 0),
        (&["24:00", "24時", "2400", "\u{200b}24:00\u{feff}"], 1440),
    ];
    for (spellings, minutes) in cases {
        for text in spellings {
            assert_eq!(TimeOfDay::typed(text).map(TimeOfDay::minutes), Some(minutes), "{text}");
        }
    }
    let unclear =
        ["9:5", "9時5", "9時半分", "半", "時", "9:60", "970", "25", "25時", "24:30", "12345", "午前12時", "12am"];
    let wrong =
        ["", "  ", ":", "-9:00", "+9:00", "9:00:00", "9:00-12:00", "9時から", "午後14時", "pm", "x", "九時", "5分"];
    for text in unclear.into_iter().chain(wrong) {
        assert_eq!(TimeOfDay::typed(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn i8_no_text_makes_the_reader_of_times_panic(text in any::<String>()) {
        let _ = TimeOfDay::parse(&text);
        let _ = TimeOfDay::typed(&text);
    }

    #[test]
    fn no_text_that_looks_like_a_time_makes_the_reader_panic(text in "[0-9０-９:：時半分午前後apm. ]{0,9}") {
        let _ = TimeOfDay::typed(&text);
    }

    #[test]
    fn every_time_is_read_back(minutes in 0..=1440_u16) {
        let time = TimeOfDay::of_minutes(minutes).unwrap();
        prop_assert_eq!(TimeOfDay::parse(&time.to_string()), Some(time));
        prop_assert_eq!(TimeOfDay::typed(&time.to_string()), Some(time));
    }
}

#[test]
fn b5_a_moment_is_counted_in_japan_whatever_the_machine_thinks() {
    // Midnight in Japan is 15:00 of the day before in UTC.
    assert_eq!(at(date!(1970 - 01 - 01), "9:00").millis(), 0);
    assert_eq!(at(date!(2026 - 01 - 01), "24:00"), at(date!(2026 - 01 - 02), "0:00"));
    let night = at(date!(2026 - 11 - 24), "0:00");
    assert_eq!(night.jst_date(), date!(2026 - 11 - 24));
    assert_eq!(TimeOfDay::of(night), time("0:00"));
    assert_eq!(TimeOfDay::of(night.plus_seconds(-1)), time("23:59"));
}

#[test]
fn b5_deadlines_cross_months_years_and_29_february() {
    let hours = Deadline::Before { minutes: 36 * 60 };
    let clock = Deadline::AtClock { days: 1, at: time("17:00") };
    for (day, by_hours, by_clock) in [
        (date!(2027 - 01 - 01), date!(2026 - 12 - 30), date!(2026 - 12 - 31)),
        (date!(2028 - 03 - 01), date!(2028 - 02 - 28), date!(2028 - 02 - 29)),
        (date!(2027 - 03 - 01), date!(2027 - 02 - 27), date!(2027 - 02 - 28)),
    ] {
        let start = at(day, "9:00");
        assert_eq!(hours.of(start), at(by_hours, "21:00"), "{day}");
        assert_eq!(clock.of(start), at(by_clock, "17:00"), "{day}");
    }
}

#[test]
fn a_deadline_is_never_after_the_start() {
    let same_day = Deadline::AtClock { days: 0, at: time("12:00") };
    assert_eq!(same_day.of(at(date!(2026 - 11 - 24), "9:30")), at(date!(2026 - 11 - 24), "9:30"));
    assert_eq!(same_day.of(at(date!(2026 - 11 - 24), "15:00")), at(date!(2026 - 11 - 24), "12:00"));
    let start = at(date!(2026 - 11 - 24), "9:30");
    assert_eq!(Deadline::Before { minutes: 0 }.of(start), start);
}

#[test]
fn booking_opens_at_a_clock_time_some_days_before() {
    let opens = Opens { days: 60, at: time("8:00") };
    assert_eq!(opens.of(date!(2026 - 11 - 24)), at(date!(2026 - 09 - 25), "8:00"));
    assert_eq!(opens.reach(date!(2026 - 09 - 25)), date!(2026 - 11 - 24));
    assert_eq!(opens.reach(Date::MAX), Date::MAX);
    let today = Opens { days: 0, at: time("0:00") };
    assert_eq!(today.of(date!(2026 - 11 - 24)), at(date!(2026 - 11 - 24), "0:00"));
    assert_eq!(days_before(Date::MIN, 1), Date::MIN);
}
