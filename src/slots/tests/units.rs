//! Units: they add no places, take theirs with them, and each has one visit at a time.

use super::*;
use crate::clinic::{DayOff, UnitName};
use crate::slots::UnitState::{self, Away, Free, Taken as Busy};
use crate::slots::suspension::{Suspended, SuspendedMenus, Suspension};
use crate::slots::units::{UnitsOfDay, with_units};
use crate::slots::{WhyClosed, places_of_day};

fn unit(name: &str) -> UnitName {
    UnitName::new(name.to_owned())
}

/// One menu that takes two chairs with a name each; the second one is not there on Tuesday from 10:00 to 11:00.
fn paper() -> Paper {
    let mut paper = Paper::with(vec![Menu { pool: chairs(), places: 3, ..menu("naika") }]);
    let days = ClosedDays::Weekly(TUESDAY.weekday());
    let part = Some((time("10:00"), time("11:00")));
    paper.clinic.pools = vec![Pool {
        units: vec![unit("A"), unit("B")],
        days_off: vec![DayOff { unit: unit("B"), days, part }],
        ..Pool::of(chairs().unwrap(), 2)
    }];
    paper
}

fn booked(paper: &Paper, visits: &[(&str, Option<&str>)]) -> Taken {
    let mut taken = Taken::default();
    for (start, with) in visits {
        taken.add(&Slot::of(&paper.menus[0], TUESDAY, time(start)).asking(with.map(unit).as_ref()));
    }
    taken
}

fn places(paper: &Paper, asked: Option<&str>, taken: &Taken, start: &str) -> Result<u32, Reason> {
    let asked = asked.map(unit);
    let plan = day(paper.offer().with(asked.as_ref()), None, early(), TUESDAY, taken);
    plan.slots.into_iter().find(|slot| slot.start == time(start)).unwrap().places
}

fn states(paper: &Paper, taken: &Taken, start: &str) -> Vec<UnitState> {
    let units = UnitsOfDay::of(paper.offer(), TUESDAY, taken).unwrap();
    units.states(time(start), paper.offer().menu).map(|(_, state)| state).collect()
}

/// The units that visits get which are booked together at these times.
fn given(paper: &Paper, taken: &Taken, wanted: &[(&str, Option<&str>)]) -> Vec<Option<String>> {
    let slot = |(start, with): &(&str, Option<&str>)| {
        Slot::of(&paper.menus[0], TUESDAY, time(start)).asking(with.map(unit).as_ref())
    };
    let slots = wanted.iter().map(|one| (paper.offer(), slot(one))).collect();
    with_units(slots, taken).iter().map(|slot| slot.unit_name().map(ToString::to_string)).collect()
}

#[test]
fn units_add_no_places_and_take_theirs_with_them() {
    let paper = paper();
    let none = Taken::default();
    assert_eq!(places(&paper, None, &none, "9:00"), Ok(2));
    assert_eq!(places(&paper, None, &none, "10:30"), Ok(1), "one of the two is not there");
    assert_eq!(places(&paper, None, &none, "9:30"), Ok(2), "who leaves at 10:00 is there until then");
    assert_eq!(places(&paper, None, &none, "11:00"), Ok(2));
    let many = Paper {
        clinic: Clinic { pools: vec![Pool { places: 1, ..paper.clinic.pools[0].clone() }], ..paper.clinic.clone() },
        ..paper
    };
    assert_eq!(places(&many, None, &none, "9:00"), Ok(1), "two units of one place");
    assert_eq!(places(&many, None, &none, "10:00"), Ok(1), "the other one is there");
}

#[test]
fn one_that_is_asked_for_has_one_visit_at_a_time() {
    let paper = paper();
    let taken = booked(&paper, &[("9:00", Some("A"))]);
    assert_eq!(places(&paper, Some("A"), &taken, "9:00"), Err(Reason::Full));
    assert_eq!(places(&paper, Some("B"), &taken, "9:00"), Ok(1));
    assert_eq!(places(&paper, None, &taken, "9:00"), Ok(1));
    assert_eq!(places(&paper, Some("A"), &taken, "9:30"), Ok(1));
    assert_eq!(places(&paper, Some("B"), &taken, "10:00"), Err(Reason::Away { unit: Some(unit("B")), words: None }));
    assert_eq!(
        places(&paper, Some("C"), &taken, "9:00"),
        Err(Reason::Away { unit: Some(unit("C")), words: None }),
        "no such unit"
    );
    let full = booked(&paper, &[("9:00", None), ("9:00", None)]);
    assert_eq!(places(&paper, Some("A"), &full, "9:00"), Err(Reason::Full), "visits without a unit take places too");
}

#[test]
fn a_day_on_which_nobody_is_there_is_not_full() {
    let days = ClosedDays::Weekly(TUESDAY.weekday());
    let off = |name: &str, part| DayOff { unit: unit(name), days: days.clone(), part };
    let mut paper = paper();
    paper.clinic.pools[0].days_off = vec![off("B", None)];
    let none = Taken::default();
    let reason = |paper: &Paper, asked: Option<&str>, taken: &Taken| {
        let asked = asked.map(unit);
        day(paper.offer().with(asked.as_ref()), None, early(), TUESDAY, taken).reason
    };
    assert_eq!(reason(&paper, Some("B"), &none), Some(Reason::Away { unit: Some(unit("B")), words: None }));
    assert_eq!(reason(&paper, None, &none), None, "A is there");
    paper.clinic.pools[0].days_off = vec![off("A", None), off("B", None)];
    assert_eq!(reason(&paper, None, &none), Some(Reason::Away { unit: None, words: None }));
    // There in the morning alone, and booked then.
    paper.clinic.pools[0].days_off = vec![off("B", Some((time("9:30"), time("23:00"))))];
    let taken = booked(&paper, &[("9:00", Some("B"))]);
    assert_eq!(reason(&paper, Some("B"), &taken), Some(Reason::Full));
    // There in the afternoon alone.
    paper.clinic.pools[0].days_off = vec![off("B", Some((time("8:00"), time("9:30"))))];
    let starts = day(paper.offer(), None, early(), TUESDAY, &none).slots;
    let all: Vec<(String, Option<&str>)> =
        starts.iter().skip(1).map(|slot| (slot.start.to_string(), Some("B"))).collect();
    let all: Vec<(&str, Option<&str>)> = all.iter().map(|(start, with)| (start.as_str(), *with)).collect();
    assert_eq!(reason(&paper, Some("B"), &booked(&paper, &all)), Some(Reason::Full));
}

#[test]
fn a_visit_gets_the_first_unit_that_is_free_the_whole_time() {
    let paper = paper();
    let taken = booked(&paper, &[("9:00", Some("A"))]);
    assert_eq!(states(&paper, &taken, "9:00"), [Busy, Free]);
    assert_eq!(states(&paper, &taken, "10:30"), [Free, Away]);
    let named = |names: &[&str]| -> Vec<Option<String>> { names.iter().map(|name| Some((*name).to_owned())).collect() };
    assert_eq!(given(&paper, &taken, &[("9:00", None)]), named(&["B"]));
    assert_eq!(given(&paper, &taken, &[("9:30", None), ("9:30", None)]), named(&["A", "B"]));
    assert_eq!(
        given(&paper, &taken, &[("9:30", None), ("9:30", Some("A"))]),
        named(&["B", "A"]),
        "what is asked for first"
    );
    assert_eq!(given(&paper, &taken, &[("9:00", Some("A"))]), named(&["A"]), "the staff may insist");
    assert_eq!(given(&paper, &taken, &[("10:00", None), ("10:00", None)]), [Some("A".to_owned()), None]);
}

#[test]
fn a_visit_keeps_its_unit_where_that_is_free() {
    let paper = paper();
    let had = Slot::of(&paper.menus[0], TUESDAY, time("9:00")).asking(Some(&unit("B")));
    let wanted = |start| Slot::of(&paper.menus[0], TUESDAY, time(start)).with_unit_of(Some(&had));
    let get = |start, taken: &Taken| with_units(vec![(paper.offer(), wanted(start))], taken).remove(0);
    assert_eq!(get("9:30", &Taken::default()).unit_name(), Some(&unit("B")));
    assert_eq!(get("9:30", &Taken::default()).asked_unit(), None);
    assert_eq!(get("9:30", &booked(&paper, &[("9:30", Some("B"))])).unit_name(), Some(&unit("A")));
}

#[test]
fn a_unit_for_which_slots_are_closed_is_not_there() {
    let paper = paper();
    let mut taken = Taken::default();
    let closed = |menus| Suspension {
        number: 1,
        what: Suspended::Slots,
        from: time("9:00"),
        until: time("9:30"),
        menus,
        words: None,
        reason: None,
        begun: (early(), None),
        ended: None,
    };
    taken.suspend(vec![closed(SuspendedMenus::Unit(chairs().unwrap(), unit("A")))]);
    assert_eq!(states(&paper, &taken, "9:00"), [Away, Free]);
    assert_eq!(places(&paper, None, &taken, "9:00"), Ok(1));
    assert_eq!(places(&paper, None, &taken, "9:30"), Ok(2));
    let slot = |with: &str| Slot::of(&paper.menus[0], TUESDAY, time("9:00")).asking(Some(&unit(with)));
    let words = Some(WhyClosed { ja: "学会のため".to_owned(), en: None });
    let of = |name: &str| SuspendedMenus::Unit(chairs().unwrap(), unit(name));
    taken.suspend(vec![closed(of("B")), Suspension { words: words.clone(), ..closed(of("A")) }]);
    let away = |name: Option<&str>, words| Err(Reason::Away { unit: name.map(unit), words });
    assert_eq!(places(&paper, Some("A"), &taken, "9:00"), away(Some("A"), words.clone()), "patients read why");
    assert_eq!(places(&paper, Some("B"), &taken, "9:00"), away(Some("B"), None));
    assert_eq!(places(&paper, None, &taken, "9:00"), away(None, words));
    let of_a = closed(SuspendedMenus::Unit(chairs().unwrap(), unit("A")));
    assert_eq!((of_a.holds(&slot("A")), of_a.holds(&slot("B"))), (true, false));
}

#[test]
fn another_unit_is_news_to_those_only_who_asked_for_one() {
    let paper = paper();
    let asked = |with: Option<&str>| Slot::of(&paper.menus[0], TUESDAY, time("9:00")).asking(with.map(unit).as_ref());
    let given = |with: &str| asked(None).with_unit_of(Some(&asked(Some(with))));
    assert!(given("A").is_told_as(&given("B")) && given("A").is_told_as(&asked(Some("B"))));
    assert!(!asked(Some("A")).is_told_as(&given("A")));
    assert!(!asked(Some("A")).is_told_as(&asked(Some("B"))));
    assert!(given("A").is_same(&given("B")) && given("A").is_same(&asked(None)), "any will do");
    assert!(!asked(Some("A")).is_same(&asked(None)), "it is asked for no more");
    assert!(!given("A").is_same(&asked(Some("A"))), "it is to be kept for them");
}

#[test]
fn a_visit_keeps_its_unit_where_the_pool_has_another_id_by_now() {
    let mut paper = paper();
    let taken = booked(&paper, &[("9:00", Some("A"))]);
    let seats = PoolId::parse("seats");
    paper.clinic.pools[0].id = seats.clone().unwrap();
    paper.menus[0].pool = seats;
    assert_eq!(states(&paper, &taken, "9:00"), [Busy, Free]);
    assert_eq!(places(&paper, Some("A"), &taken, "9:00"), Err(Reason::Full));
}

#[test]
fn of_one_unit_half_of_its_own_starts_is_half_of_the_day() {
    let paper = paper();
    let a = unit("A");
    let starts = places_of_day(paper.offer().with(Some(&a)), TUESDAY);
    assert_eq!(places_of_day(paper.offer(), TUESDAY), 3 * starts, "the menu has three places");
}

#[test]
fn what_is_booked_with_who_is_away_takes_nobody_elses_place() {
    let paper = paper();
    let with_b = booked(&paper, &[("10:30", Some("B"))]);
    assert_eq!(places(&paper, None, &with_b, "10:30"), Ok(1), "A is there and free");
    assert_eq!(places(&paper, Some("A"), &with_b, "10:30"), Ok(1));
    let with_both = booked(&paper, &[("10:30", Some("B")), ("10:30", Some("A"))]);
    assert_eq!(places(&paper, None, &with_both, "10:30"), Err(Reason::Full));
    let with_any = booked(&paper, &[("10:30", Some("B")), ("10:30", None)]);
    assert_eq!(places(&paper, None, &with_any, "10:30"), Err(Reason::Full), "somebody has to take it");
}
