use super::*;
use crate::lang::Lang;
use crate::slots::{CountedVisit, Neighbour, SaidOfVisit, TooNear, words};
use time::Duration;

/// A clinic whose menu wants 28 days between two visits.
fn paper() -> Paper {
    Paper::with(vec![Menu { minimum_interval_days: Some(28), ..menu("vaccine") }])
}

fn visit(day: Date, said: SaidOfVisit) -> CountedVisit {
    CountedVisit { day, apart: 28, said }
}

/// Why a day cannot be booked by somebody with these other visits.
fn reason(visits: &[CountedVisit], on: Date) -> Option<Reason> {
    let client = Client { birth_date: Some(date!(1988 - 02 - 03)), coming: 0, visits: visits.to_vec() };
    let paper = paper();
    day(paper.offer(), Some(client), early(), on, &Taken::default()).reason
}

#[test]
fn the_days_around_another_visit_are_too_near_in_both_directions() {
    let other = date!(2026 - 11 - 24);
    let visits = [visit(other, SaidOfVisit::Day)];
    for (days, neighbour) in [
        (-27, Some(Neighbour::After(other))),
        (-1, Some(Neighbour::After(other))),
        (0, Some(Neighbour::Before(other))),
        (27, Some(Neighbour::Before(other))),
        (28, None),
        (-28, None),
    ] {
        let near = super::super::interval::too_near(&visits, other + Duration::days(days));
        let expected = neighbour.map(|_| TooNear { apart: 28, visit: neighbour, from: Some(date!(2026 - 12 - 22)) });
        assert_eq!(near, expected, "{days} days away");
    }
}

#[test]
fn the_first_day_that_is_named_is_far_enough_from_all_visits() {
    let said = SaidOfVisit::Day;
    let visits =
        [visit(date!(2026 - 12 - 30), said), visit(date!(2026 - 11 - 10), said), visit(date!(2026 - 12 - 07), said)];
    let Some(Reason::TooNear(near)) = reason(&visits, TUESDAY) else { panic!("too near") };
    assert_eq!(near.from, Some(date!(2027 - 01 - 27)), "no day between them is far enough");
    assert_eq!(near.visit, Some(Neighbour::After(date!(2026 - 12 - 07))), "the nearest is named");
    assert_eq!(reason(&visits[1..2], date!(2026 - 12 - 08)), None);
}

#[test]
fn no_more_is_said_of_another_visit_than_who_asks_may_know() {
    let ja = |said| {
        let Some(reason) = reason(&[visit(date!(2026 - 11 - 20), said)], TUESDAY) else { panic!("too near") };
        (words::of(Lang::Ja).sentence)(&reason)
    };
    assert_eq!(ja(SaidOfVisit::Day), "前回の11月20日(金)から28日あけてください。12月18日(金)から予約できます。");
    assert_eq!(ja(SaidOfVisit::Rule), "同じ方の前後のご予約・受診から28日あけてください。");
}

#[test]
fn menus_of_a_series_count_together_and_the_longer_interval_holds() {
    let series = crate::clinic::SeriesId::parse("flu");
    let first = Menu { series: series.clone(), minimum_interval_days: Some(14), ..menu("first") };
    let second = Menu { series, minimum_interval_days: Some(28), ..menu("second") };
    let apart = Menu { minimum_interval_days: Some(7), ..menu("other") };
    assert_eq!((first.interval_to(&first), first.interval_to(&second), second.interval_to(&first)), (14, 28, 28));
    assert_eq!((first.interval_to(&apart), apart.interval_to(&second), apart.interval_to(&apart)), (0, 0, 7));
    assert_eq!(menu("none").interval_to(&menu("none")), 0);
}
