//! 診療時間 as typed: what a clinic's sign shows becomes its hours, and its hours fill the form again.

use crate::clinic::tests::{band, clinic, time};
use crate::clinic::{Clinic, ClosedDays, Opening};
use crate::console::week_hours::{by_weekday, is_closed_on_holidays};
use crate::console::week_hours_form::{PartOfDay, WeekHoursField, WeekHoursForm, WeekHoursProblem};
use crate::ui::{Form, FormField};
use time::Weekday;

/// The usual hours, with some fields typed anew.
fn typed(changes: &[(&str, &str)]) -> WeekHoursForm {
    let usual = WeekHoursForm::default();
    WeekHoursForm::read(|field| {
        let change = changes.iter().find(|(name, _)| *name == field.name());
        change.map_or_else(|| usual.value(field).to_owned(), |(_, text)| (*text).to_owned())
    })
}

/// The hours of each weekday, such as `mon 9:00-12:30`.
fn hours(form: &WeekHoursForm) -> Vec<String> {
    let week = form.check().expect("hours");
    let written = |(day, from, until, last): (u8, _, _, Option<_>)| {
        let day = crate::clinic::file::weekday_name(Weekday::Monday.nth_next(day));
        let last = last.map(|last| format!(" last {last}")).unwrap_or_default();
        format!("{day} {from}-{until}{last}")
    };
    by_weekday(&week.hours).into_iter().map(written).collect()
}

fn problems(form: &WeekHoursForm) -> Vec<(WeekHoursField, WeekHoursProblem)> {
    form.check().expect_err("problems").iter().map(|(field, problem)| (field, *problem)).collect()
}

#[test]
fn the_usual_week_has_no_saturday_afternoon_and_no_sunday() {
    let usual = hours(&WeekHoursForm::default());
    assert_eq!(usual.len(), 11);
    assert!(usual.contains(&"sat 9:00-12:30".to_owned()) && usual.contains(&"fri 14:30-18:00".to_owned()), "{usual:?}");
    assert!(!usual.contains(&"sat 14:30-18:00".to_owned()));
    assert!(WeekHoursForm::default().check().unwrap().closed_on_holidays);
}

#[test]
fn an_afternoon_is_off_where_its_box_is_not_ticked() {
    let form =
        typed(&[("afternoon_wed", ""), ("morning_from", "８時半"), ("afternoon_last", "1730"), ("holidays", "")]);
    let hours = hours(&form);
    assert!(hours.contains(&"wed 8:30-12:30".to_owned()), "{hours:?}");
    assert!(!hours.iter().any(|one| one.starts_with("wed 14")), "{hours:?}");
    assert!(hours.contains(&"tue 14:30-18:00 last 17:30".to_owned()), "{hours:?}");
    assert!(!form.check().unwrap().closed_on_holidays);
}

#[test]
fn hours_of_the_afternoon_may_be_counted_from_noon_on() {
    let form = typed(&[("afternoon_from", "2時半"), ("afternoon_until", " ７時"), ("afternoon_last", "6:30")]);
    assert!(hours(&form).contains(&"mon 14:30-19:00 last 18:30".to_owned()), "{:?}", hours(&form));
    let form = typed(&[("morning_until", "11:00"), ("afternoon_from", "11:30"), ("afternoon_until", "9時")]);
    assert!(hours(&form).contains(&"mon 11:30-21:00".to_owned()), "{:?}", hours(&form));
    // What can be meant as it stands is.
    let form = typed(&[
        ("morning_until", "9:00"),
        ("morning_from", "7:30"),
        ("afternoon_from", "9:30"),
        ("afternoon_until", "11:45"),
    ]);
    assert!(hours(&form).contains(&"mon 9:30-11:45".to_owned()), "{:?}", hours(&form));
    let until = WeekHoursField::Until(PartOfDay::Afternoon);
    assert_eq!(problems(&typed(&[("afternoon_until", "午前6時")])), [(until, WeekHoursProblem::Order)]);
    assert!(hours(&typed(&[("morning_from", "6:30")])).contains(&"mon 6:30-12:30".to_owned()));
}

#[test]
fn times_that_no_weekday_has_are_not_looked_at() {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let names: Vec<String> = days.iter().map(|day| format!("afternoon_{day}")).collect();
    let mut changes: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    changes.extend([("afternoon_from", "x"), ("afternoon_until", ""), ("afternoon_last", "?")]);
    assert_eq!(hours(&typed(&changes)).len(), 6);
    let names: Vec<String> = days.iter().map(|day| format!("morning_{day}")).collect();
    changes.extend(names.iter().map(|name| (name.as_str(), "")));
    let first = WeekHoursField::Open(PartOfDay::Morning, Weekday::Monday);
    assert_eq!(problems(&typed(&changes)), [(first, WeekHoursProblem::NoDay)]);
}

#[test]
fn what_is_wrong_with_the_times_is_said_of_their_fields() {
    let (morning, afternoon) = (PartOfDay::Morning, PartOfDay::Afternoon);
    let cases = [
        (("morning_from", "9:5"), WeekHoursField::From(morning), WeekHoursProblem::Time),
        (("morning_until", " "), WeekHoursField::Until(morning), WeekHoursProblem::Missing),
        (("morning_until", "9:00"), WeekHoursField::Until(morning), WeekHoursProblem::Order),
        (("morning_until", "15時"), WeekHoursField::From(afternoon), WeekHoursProblem::Overlap),
        (("afternoon_last", "18:00"), WeekHoursField::Last(afternoon), WeekHoursProblem::LastOutside),
        (("afternoon_last", "14:00"), WeekHoursField::Last(afternoon), WeekHoursProblem::LastOutside),
        (("afternoon_last", "x"), WeekHoursField::Last(afternoon), WeekHoursProblem::Time),
        (("afternoon_until", "24:30"), WeekHoursField::Until(afternoon), WeekHoursProblem::Time),
    ];
    for (change, field, problem) in cases {
        assert_eq!(problems(&typed(&[change])), [(field, problem)], "{change:?}");
    }
    assert_eq!(hours(&typed(&[("morning_until", "14:30")])).len(), 11, "without a break");
}

fn opening(days: &[Weekday], from: &str, until: &str, last: Option<&str>) -> Opening {
    Opening { band: band(days, from, until), last_reception: last.map(time) }
}

#[test]
fn the_hours_of_a_clinic_fill_the_form_and_come_back_from_it() {
    let (mon, wed, sat) = (Weekday::Monday, Weekday::Wednesday, Weekday::Saturday);
    let fits: [&[Opening]; 5] = [
        &[opening(&[mon, wed, sat], "9:00", "12:00", Some("11:30")), opening(&[mon], "14:00", "17:00", None)],
        // In several pieces, the afternoon first.
        &[
            opening(&[mon], "15:00", "19:00", None),
            opening(&[wed], "9:00", "12:00", None),
            opening(&[sat], "9:00", "12:00", None),
        ],
        &[opening(&[mon, sat], "10:00", "19:00", None)],
        &[opening(&[wed], "13:00", "24:00", None)],
        &[],
    ];
    for hours in fits {
        let before = Clinic { hours: hours.to_vec(), ..clinic() };
        let form = WeekHoursForm::of(&before).unwrap_or_else(|| panic!("{hours:?}"));
        let mut after = before.clone();
        if let Ok(week) = form.check() {
            week.apply(&mut after);
        }
        assert_eq!(by_weekday(&after.hours), by_weekday(&before.hours));
        assert_eq!(after.closures, before.closures);
    }
    assert_eq!(typed(&[]), WeekHoursForm::of(&opened()).expect("what opens a clinic"));
}

/// A clinic with the usual hours.
fn opened() -> Clinic {
    let mut opened = clinic();
    WeekHoursForm::default().check().unwrap().apply(&mut opened);
    opened
}

#[test]
fn hours_that_the_form_cannot_show_are_not_put_into_it() {
    let (mon, sat) = (Weekday::Monday, Weekday::Saturday);
    let fits_not: [&[Opening]; 4] = [
        &[opening(&[mon], "9:00", "12:00", None), opening(&[sat], "9:00", "13:00", None)],
        &[opening(&[mon], "9:00", "12:00", None), opening(&[sat], "9:00", "12:00", Some("11:30"))],
        &[
            opening(&[mon], "9:00", "12:00", None),
            opening(&[mon], "13:00", "15:00", None),
            opening(&[mon], "17:00", "19:00", None),
        ],
        &[opening(&[mon], "9:00", "12:00", None), opening(&[mon], "11:00", "15:00", None)],
    ];
    for hours in fits_not {
        assert_eq!(WeekHoursForm::of(&Clinic { hours: hours.to_vec(), ..clinic() }), None, "{hours:?}");
    }
}

#[test]
fn closing_on_holidays_is_one_rule_and_other_rules_stay() {
    let mut clinic = opened();
    let week = WeekHoursForm::default().check().unwrap();
    week.apply(&mut clinic);
    let of_holidays = |clinic: &Clinic| clinic.closures.iter().filter(|one| one.days == ClosedDays::Holidays).count();
    assert_eq!(of_holidays(&clinic), 1, "not twice");
    let weekly = crate::clinic::Closure { days: ClosedDays::Weekly(Weekday::Friday), ..clinic.closures[0].clone() };
    clinic.closures.push(weekly.clone());
    let open = typed(&[("holidays", "")]).check().unwrap();
    open.apply(&mut clinic);
    assert!(!is_closed_on_holidays(&clinic));
    assert_eq!(clinic.closures, [weekly]);
}
