use super::week::of_weekday;
use super::*;
use crate::clinic::OwnText;
use crate::clinic::tests::{self, WEEK, time};
use crate::clinic::{Band, ClosedDays, Closure};
use crate::lang::Words;
use time::Weekday;
use time::macros::date;

fn stretch(from: &str, until: &str, last: &str) -> Stretch {
    Stretch { from: time(from), until: time(until), last: TimeOfDay::parse(last) }
}

/// Monday to Friday 9:00 to 12:00 and 14:00 to 18:00, taken until 17:30; Saturdays 9:00 to 12:00.
fn clinic(closures: Vec<Closure>) -> Clinic {
    let opening = |days: &[Weekday], from, until, last| Opening {
        band: Band { days: days.to_vec(), from: time(from), until: time(until) },
        last_reception: TimeOfDay::parse(last),
    };
    let hours = vec![
        opening(&WEEK, "14:00", "18:00", "17:30"),
        opening(&WEEK, "9:00", "12:00", ""),
        opening(&[Weekday::Saturday], "9:00", "12:00", ""),
    ];
    Clinic { hours, closures, ..tests::clinic() }
}

fn closed(days: ClosedDays, part: Option<(&str, &str)>, reason: Option<&str>) -> Closure {
    Closure {
        days,
        part: part.map(|(from, until)| (time(from), time(until))),
        reason: reason.map(str::to_owned),
        reason_in_english: None,
    }
}

/// 2026-04-01, a Wednesday.
const DAY: Date = date!(2026 - 04 - 01);

#[test]
fn whether_somebody_is_taken_turns_at_the_edges_of_the_bands() {
    let clinic = clinic(Vec::new());
    let cases = [
        ("8:59", Reception::Later { from: time("9:00") }),
        ("9:00", Reception::Open { until: time("12:00") }),
        ("11:59", Reception::Open { until: time("12:00") }),
        ("12:00", Reception::Later { from: time("14:00") }),
        ("13:59", Reception::Later { from: time("14:00") }),
        ("14:00", Reception::Open { until: time("17:30") }),
        ("17:30", Reception::Open { until: time("17:30") }),
        ("17:31", Reception::Over),
        ("23:59", Reception::Over),
    ];
    for (at, expected) in cases {
        assert_eq!(reception(&clinic, time(at).on(DAY)), expected, "{at}");
    }
    let last_second = time("12:00").on(DAY).plus_seconds(-1);
    assert_eq!(reception(&clinic, last_second), Reception::Open { until: time("12:00") });
}

#[test]
fn b5_a_day_begins_at_midnight_in_japan() {
    let clinic = clinic(vec![closed(ClosedDays::Weekly(Weekday::Wednesday), None, None)]);
    let midnight = time("0:00").on(DAY);
    assert_eq!(reception(&clinic, midnight.plus_seconds(-1)), Reception::Over);
    assert_eq!(reception(&clinic, midnight), Reception::Closed(NoSlots::Closed(None)));
}

#[test]
fn a_whole_day_is_closed_with_the_reason_that_says_most() {
    let clinic = clinic(vec![
        closed(ClosedDays::Weekly(Weekday::Wednesday), None, None),
        closed(ClosedDays::Span { from: DAY, until: DAY }, None, Some("院長出張")),
        closed(ClosedDays::Holidays, None, None),
    ]);
    assert_eq!(
        reception(&clinic, time("10:00").on(DAY)),
        Reception::Closed(NoSlots::Closed(Some(OwnText::new("院長出張", None))))
    );
    assert_eq!(
        schedule::closed(&clinic, date!(2026 - 11 - 23)),
        Some(NoSlots::Holiday(Words("勤労感謝の日", "Labour Thanksgiving Day")))
    );
    assert_eq!(schedule::closed(&clinic, date!(2026 - 04 - 02)), None);
    // A Sunday, on which there are no hours.
    assert_eq!(stretches(&clinic, date!(2026 - 04 - 05)), Err(NoSlots::NoHours));
}

#[test]
fn a_closed_part_cuts_the_hours() {
    let cut = |from, until| {
        let day = ClosedDays::Span { from: DAY, until: DAY };
        stretches(&clinic(vec![closed(day, Some((from, until)), None)]), DAY).unwrap()
    };
    let (morning, afternoon) = (stretch("9:00", "12:00", ""), stretch("14:00", "18:00", "17:30"));
    assert_eq!(cut("12:00", "14:00"), [morning, afternoon], "nothing is lost between the bands");
    assert_eq!(cut("9:00", "10:00"), [stretch("10:00", "12:00", ""), afternoon]);
    assert_eq!(cut("10:00", "10:30"), [stretch("9:00", "10:00", ""), stretch("10:30", "12:00", ""), afternoon]);
    assert_eq!(cut("11:00", "15:00"), [stretch("9:00", "11:00", ""), stretch("15:00", "18:00", "17:30")]);
    assert_eq!(cut("17:00", "18:00"), [morning, stretch("14:00", "17:00", "")], "it ends before the last reception");
    assert_eq!(cut("14:00", "17:45"), [morning], "after the last reception nobody is taken");
}

#[test]
fn the_next_open_day_lies_behind_all_that_is_closed() {
    let clinic = clinic(vec![
        closed(ClosedDays::Holidays, None, None),
        closed(ClosedDays::Span { from: date!(2026 - 04 - 30), until: date!(2026 - 05 - 02) }, None, None),
        closed(ClosedDays::Weekly(Weekday::Thursday), Some(("9:00", "12:00")), None),
    ]);
    // 29 April is a holiday, then the span, a Sunday, and holidays until 6 May, a substitute.
    assert_eq!(next_open(&clinic, date!(2026 - 04 - 28)), Some((date!(2026 - 05 - 07), time("14:00"))));
    assert_eq!(next_open(&clinic, DAY), Some((date!(2026 - 04 - 02), time("14:00"))));
    let always = self::clinic(vec![closed(ClosedDays::Span { from: DAY, until: Date::MAX }, None, None)]);
    assert_eq!(next_open(&always, DAY), None);
}

#[test]
fn the_week_is_a_grid_of_bands_and_weekdays() {
    let clinic = clinic(vec![
        closed(ClosedDays::Weekly(Weekday::Thursday), Some(("13:00", "18:00")), None),
        closed(ClosedDays::Weekly(Weekday::Friday), Some(("16:00", "18:00")), None),
        closed(ClosedDays::Weekly(Weekday::Saturday), None, None),
    ]);
    use Hours::{Closed as C, Open as O, Part as P};
    let rows: Vec<_> = grid(&clinic).into_iter().map(|row| (row.hours, row.days)).collect();
    let morning = (stretch("9:00", "12:00", ""), [O, O, O, O, O, C, C]);
    let afternoon = (stretch("14:00", "18:00", "17:30"), [O, O, O, C, P, C, C]);
    assert_eq!(rows, [morning, afternoon]);
    assert_eq!(of_weekday(&clinic, Weekday::Friday), [stretch("14:00", "16:00", ""), stretch("9:00", "12:00", "")]);
}

#[test]
fn a_day_leaves_all_of_its_weekdays_hours_or_a_part_or_nothing() {
    let today = || ClosedDays::Span { from: DAY, until: DAY };
    let weekly = ClosedDays::Weekly(Weekday::Wednesday);
    let left = |closures: Vec<Closure>| of_day(&clinic(closures), DAY);
    assert_eq!(left(Vec::new()), Hours::Open);
    assert_eq!(left(vec![closed(today(), None, None)]), Hours::Closed);
    assert_eq!(left(vec![closed(today(), Some(("14:00", "18:00")), None)]), Hours::Part, "closed in the afternoon");
    assert_eq!(left(vec![closed(today(), Some(("9:00", "18:00")), None)]), Hours::Closed, "nothing is left");
    assert_eq!(left(vec![closed(today(), Some(("12:00", "14:00")), None)]), Hours::Open, "between the bands");
    let afternoons = closed(weekly.clone(), Some(("14:00", "18:00")), None);
    assert_eq!(left(vec![afternoons.clone()]), Hours::Open, "as in every week");
    let late = closed(today(), Some(("16:00", "18:00")), None);
    assert_eq!(left(vec![late, afternoons.clone()]), Hours::Open, "what every week closes is not lost today");
    assert_eq!(left(vec![closed(today(), Some(("9:00", "10:00")), None), afternoons]), Hours::Part);
    assert_eq!(left(vec![closed(weekly, None, None)]), Hours::Closed);
    let tomorrow = ClosedDays::Span { from: date!(2026 - 04 - 02), until: date!(2026 - 04 - 08) };
    assert_eq!(left(vec![closed(tomorrow, None, None)]), Hours::Open);
    let holidays = clinic(vec![closed(ClosedDays::Holidays, None, None)]);
    assert_eq!(of_day(&holidays, DAY), Hours::Open);
    assert_eq!(of_day(&holidays, date!(2026 - 11 - 23)), Hours::Closed);
    assert_eq!(of_day(&holidays, date!(2026 - 04 - 05)), Hours::Closed, "a Sunday, on which there are no hours");
}

#[test]
fn rules_are_summed_up_and_days_to_come_are_listed() {
    let nth = closed(ClosedDays::Nth { weekday: Weekday::Wednesday, nth: vec![2, 4] }, None, None);
    let span = |from, until, reason| closed(ClosedDays::Span { from, until }, None, Some(reason));
    let clinic = clinic(vec![
        closed(ClosedDays::Weekly(Weekday::Saturday), None, None),
        closed(ClosedDays::Holidays, None, None),
        nth.clone(),
        span(date!(2026 - 08 - 10), date!(2026 - 08 - 15), "夏季休診"),
        span(date!(2026 - 03 - 30), date!(2026 - 04 - 02), "学会"),
        span(date!(2026 - 03 - 01), date!(2026 - 03 - 31), "改装"),
    ]);
    let rules = regular(&clinic);
    assert_eq!(rules.weekdays, [Weekday::Saturday, Weekday::Sunday], "and Sundays, which have no hours");
    assert!(rules.holidays);
    assert_eq!(rules.others, [&nth]);
    let ahead: Vec<_> = closed_ahead(&clinic, DAY).into_iter().map(|a| (a.from, a.until, a.why)).collect();
    let showa = NoSlots::Holiday(Words("昭和の日", "Showa Day"));
    let expected = [
        (DAY, date!(2026 - 04 - 02), NoSlots::Closed(Some(OwnText::new("学会", None)))),
        (date!(2026 - 04 - 29), date!(2026 - 04 - 29), showa),
        (date!(2026 - 08 - 10), date!(2026 - 08 - 15), NoSlots::Closed(Some(OwnText::new("夏季休診", None)))),
    ];
    assert_eq!(ahead, expected);
}

#[test]
fn b5_holidays_are_listed_for_thirty_days_and_not_on_days_that_are_closed_anyway() {
    let clinic = clinic(vec![closed(ClosedDays::Holidays, None, None)]);
    let days = |today| closed_ahead(&clinic, today).into_iter().map(|closed| closed.from).collect::<Vec<_>>();
    assert_eq!(days(date!(2026 - 03 - 30)), [] as [Date; 0], "29 April is the thirty-first day");
    assert_eq!(days(date!(2026 - 03 - 31)), [date!(2026 - 04 - 29)]);
    // 3 May 2026 is a Sunday; 6 May stands in for it.
    let golden = [date!(2026 - 05 - 04), date!(2026 - 05 - 05), date!(2026 - 05 - 06)];
    assert_eq!(days(date!(2026 - 04 - 30)), golden);
}
