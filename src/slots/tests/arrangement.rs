//! People who come together: only starts at which all of them fit are offered, and every one that is.

use super::{Paper, chairs, time};
use super::{TUESDAY, at, early, menu};
use crate::clinic::{Age, AgeRange, Menu, Opens, TimeOfDay};
use crate::slots::Reason;
use crate::slots::arrangement::{Arrangement, Spacing};
use crate::slots::availability::{Availability, Client};
use crate::slots::occupancy::Taken;
use crate::slots::slot::Slot;
use proptest::prelude::*;
use time::macros::date;

/// Ten minutes, one at a time, every quarter of an hour.
fn quick() -> Menu {
    Menu { minutes: 10, every: Some(15), places: 1, ..menu("quick") }
}

fn arrangement<'a>(paper: &'a Paper, menus: &[usize], spacing: Spacing) -> Arrangement<'a> {
    let mut people = menus.iter().map(|at| Availability::of(paper.offer_of(*at), None, early()));
    let first = people.next().unwrap();
    Arrangement::of(first, people.collect(), spacing)
}

fn starts(arrangement: &Arrangement<'_>, taken: &Taken) -> Vec<String> {
    arrangement.day(TUESDAY, taken).free().map(|(start, _)| start.to_string()).collect()
}

fn slots(arrangement: &Arrangement<'_>, taken: &Taken, start: &str) -> Result<Vec<String>, Reason> {
    let slots = arrangement.slots(TUESDAY, time(start), taken)?;
    Ok(slots.iter().map(|slot| slot.start.to_string()).collect())
}

fn taken(paper: &Paper, of: &[(usize, &str)]) -> Taken {
    let mut taken = Taken::default();
    of.iter().for_each(|(at, start)| taken.add(&Slot::of(&paper.menus[*at], TUESDAY, time(start))));
    taken
}

#[test]
fn in_turn_each_begins_within_the_gap_behind_the_one_before() {
    let paper = Paper::with(vec![quick()]);
    let three = arrangement(&paper, &[0, 0, 0], Spacing::InTurn { gap: 10 });
    let nothing = Taken::default();
    assert_eq!(slots(&three, &nothing, "9:00").unwrap(), ["9:00", "9:15", "9:30"]);
    // The last three of the morning; at 11:30 there are only two left.
    assert_eq!(slots(&three, &nothing, "11:15").unwrap(), ["11:15", "11:30", "11:45"]);
    assert_eq!(slots(&three, &nothing, "11:30"), Err(Reason::NotTogether));
    assert_eq!(slots(&three, &taken(&paper, &[(0, "9:30")]), "9:00"), Err(Reason::NotTogether));
    assert_eq!(slots(&three, &taken(&paper, &[(0, "9:30")]), "9:45").unwrap(), ["9:45", "10:00", "10:15"]);
    // Five minutes lie between the end of a visit and the next start.
    let close = arrangement(&paper, &[0, 0], Spacing::InTurn { gap: 4 });
    assert_eq!(starts(&close, &nothing), Vec::<String>::new());
    assert_eq!(close.day(TUESDAY, &nothing).reason, Some(Reason::NotTogether));
    let wide = arrangement(&paper, &[0, 0], Spacing::InTurn { gap: 20 });
    assert_eq!(slots(&wide, &taken(&paper, &[(0, "9:15")]), "9:00").unwrap(), ["9:00", "9:30"]);
}

#[test]
fn somebody_waits_where_only_that_lets_the_next_one_follow() {
    let paper = Paper::with(vec![
        quick(),
        Menu { every: Some(15), minutes: 10, places: 2, ..menu("b") },
        Menu { every: Some(30), ..menu("c") },
    ]);
    let people = arrangement(&paper, &[0, 1, 2], Spacing::InTurn { gap: 20 });
    // At 9:15 the second one would end too long before 10:00, and 9:30 is full for the third.
    let full = taken(&paper, &[(2, "9:30"), (2, "9:30")]);
    assert_eq!(slots(&people, &full, "9:00").unwrap(), ["9:00", "9:30", "10:00"]);
}

#[test]
fn at_once_all_find_a_place_at_the_same_time() {
    let paper = Paper::with(vec![
        menu("two"),
        Menu { pool: chairs(), places: 5, ..menu("a") },
        Menu { pool: chairs(), places: 5, ..menu("b") },
    ]);
    let nothing = Taken::default();
    assert_eq!(slots(&arrangement(&paper, &[0, 0], Spacing::AtOnce), &nothing, "9:00").unwrap(), ["9:00", "9:00"]);
    assert_eq!(starts(&arrangement(&paper, &[0, 0, 0], Spacing::AtOnce), &nothing), Vec::<String>::new());
    // Two chairs are shared by two menus.
    assert!(slots(&arrangement(&paper, &[1, 2], Spacing::AtOnce), &nothing, "9:00").is_ok());
    assert_eq!(
        slots(&arrangement(&paper, &[1, 2], Spacing::AtOnce), &taken(&paper, &[(1, "9:00")]), "9:00"),
        Err(Reason::NotTogether)
    );
    assert_eq!(slots(&arrangement(&paper, &[1, 2, 2], Spacing::AtOnce), &nothing, "9:00"), Err(Reason::NotTogether));
    assert!(slots(&arrangement(&paper, &[1, 2, 0], Spacing::AtOnce), &nothing, "9:00").is_ok());
}

#[test]
fn the_places_of_a_day_are_enough_for_all() {
    let paper = Paper::with(vec![Menu { places_per_day: Some(3), ..quick() }]);
    let two = arrangement(&paper, &[0, 0], Spacing::InTurn { gap: 10 });
    assert!(slots(&two, &taken(&paper, &[(0, "11:00")]), "9:00").is_ok());
    assert_eq!(slots(&two, &taken(&paper, &[(0, "11:00"), (0, "11:15")]), "9:00"), Err(Reason::NotTogether));
}

#[test]
fn what_is_moved_keeps_its_order_and_its_gaps() {
    let paper = Paper::with(vec![quick()]);
    let moved = arrangement(&paper, &[0, 0], Spacing::After(vec![30]));
    assert_eq!(slots(&moved, &Taken::default(), "10:00").unwrap(), ["10:00", "10:30"]);
    assert_eq!(slots(&moved, &taken(&paper, &[(0, "10:15")]), "10:00").unwrap(), ["10:00", "10:30"]);
    assert_eq!(slots(&moved, &taken(&paper, &[(0, "10:30")]), "10:00"), Err(Reason::NotTogether));
    let back = arrangement(&paper, &[0, 0], Spacing::After(vec![-15]));
    assert_eq!(slots(&back, &Taken::default(), "10:00").unwrap(), ["10:00", "9:45"]);
    assert_eq!(
        slots(&back, &Taken::default(), "9:00"),
        Err(Reason::NotTogether),
        "nothing starts before the clinic opens"
    );
}

#[test]
fn what_stands_against_one_of_them_is_said_of_the_day() {
    let children = AgeRange { to: Some(Age::Years(15)), ..AgeRange::default() };
    let paper = Paper::with(vec![quick(), Menu { ages: children, ..menu("children") }]);
    let client = |birth_date| Some(Client { birth_date: Some(birth_date), coming: 0, visits: Vec::new() });
    let of = |born| {
        let first = Availability::of(paper.offer_of(0), None, early());
        Arrangement::of(first, vec![Availability::of(paper.offer_of(1), client(born), early())], Spacing::AtOnce)
    };
    assert!(of(date!(2020 - 01 - 01)).day(TUESDAY, &Taken::default()).reason.is_none());
    assert_eq!(of(date!(1980 - 01 - 01)).day(TUESDAY, &Taken::default()).reason, Some(Reason::Age(children)));
}

#[test]
fn what_has_begun_is_over_for_all() {
    let paper = Paper::with(vec![quick()]);
    let now = at(TUESDAY, "10:00");
    let person = || Availability::of(paper.offer(), None, now);
    let two = Arrangement::of(person(), vec![person()], Spacing::InTurn { gap: 10 });
    assert_eq!(two.slots(TUESDAY, time("9:45"), &Taken::default()), Err(Reason::Over));
    assert_eq!(two.first_free(TUESDAY, &Taken::default(), 1), [time("10:15")]);
}

#[test]
fn in_turn_they_come_in_whichever_order_fits() {
    let morning = Menu { hours: Some(vec![super::band("9:00", "9:30")]), ..menu("morning") };
    let later = Menu { hours: Some(vec![super::band("9:30", "10:00")]), ..menu("later") };
    let paper = Paper::with(vec![later, morning]);
    let listed_late_first = arrangement(&paper, &[0, 1], Spacing::InTurn { gap: 10 });
    assert_eq!(starts(&listed_late_first, &Taken::default()), ["9:00"]);
    assert_eq!(
        slots(&listed_late_first, &Taken::default(), "9:00").unwrap(),
        ["9:30", "9:00"],
        "in the order of the list"
    );
}

#[test]
fn people_who_never_fit_are_given_up_and_those_who_do_are_found() {
    let dense = |id| Menu { minutes: 1, every: Some(1), places: 1, ..menu(id) };
    let late = Menu { hours: Some(vec![super::band("14:00", "18:00")]), ..dense("late") };
    let paper = Paper::with(vec![dense("a"), late]);
    let apart = arrangement(&paper, &[0, 0, 0, 1], Spacing::InTurn { gap: 30 });
    let found = starts(&apart, &Taken::default());
    assert!(!found.is_empty() && found.iter().all(|start| time(start) >= time("14:00")), "{found:?}");
    let full = taken(&paper, &(0..240).map(|_| (1, "14:00")).collect::<Vec<_>>());
    assert!(starts(&apart, &full).iter().all(|start| time(start) >= time("14:00")));
}

#[test]
fn what_takes_long_to_find_is_offered_all_the_same() {
    let crowded = |id, minutes, places| Menu { minutes, every: Some(15), places, pool: chairs(), ..menu(id) };
    let one = Menu { buffer_before: 10, ..crowded("one", 10, 1) };
    let other = Menu { buffer_after: 10, ..crowded("other", 30, 2) };
    let paper = Paper::with(vec![one, other]);
    let four = arrangement(&paper, &[0, 1, 1, 0], Spacing::InTurn { gap: 20 });
    let mut taken = Taken::default();
    for (at, quarter) in [(0, 27), (1, 24)] {
        taken.add(&Slot::of(&paper.menus[at], TUESDAY, TimeOfDay::of_minutes(9 * 60 + 15 * quarter).unwrap()));
    }
    for slot in four.day(TUESDAY, &taken).slots {
        let found = four.slots(TUESDAY, slot.start, &taken);
        assert_eq!(slot.places.is_ok(), found.is_ok(), "{}", slot.start);
        let fit = fit_by_trying(&paper, &[0, 1, 1, 0], &Spacing::InTurn { gap: 20 }, slot.start, &taken);
        assert_eq!(found.is_ok(), fit, "{}", slot.start);
    }
}

/// A menu of an arbitrary shape, with few places, so that people get into each other's way.
fn some_menu(id: &'static str) -> impl Strategy<Value = Menu> {
    let shapes = (1..4_u16, 1..4_u16, 1..3_u16, 0..3_u16, 0..2_u16, any::<bool>(), prop::option::of(1..6_u32));
    shapes.prop_map(move |(minutes, every, places, before, after, pool, a_day)| Menu {
        minutes: 10 * minutes,
        every: Some(15 * every),
        places,
        buffer_before: 5 * before,
        buffer_after: 10 * after,
        pool: pool.then(chairs).flatten(),
        places_per_day: a_day,
        ..menu(id)
    })
}

/// Whether all find a place in some order, each order and start tried, by the rules for one person alone.
fn by_trying(paper: &Paper, waiting: &[usize], spacing: &Spacing, last: Option<&Slot>, taken: &Taken) -> bool {
    if waiting.is_empty() {
        return true;
    }
    (0..waiting.len()).any(|at| {
        let mut rest = waiting.to_vec();
        let menu = rest.remove(at);
        let availability = Availability::of(paper.offer_of(menu), None, early());
        let starts: Vec<TimeOfDay> = availability.day(TUESDAY, taken).free().map(|(start, _)| start).collect();
        starts.into_iter().filter(|start| follows(spacing, last, *start)).any(|start| {
            let slot = Slot::of(&paper.menus[menu], TUESDAY, start);
            let mut more = taken.clone();
            more.add(&slot);
            by_trying(paper, &rest, spacing, Some(&slot), &more)
        })
    })
}

/// The same when one of them begins at that start.
fn fit_by_trying(paper: &Paper, people: &[usize], spacing: &Spacing, start: TimeOfDay, taken: &Taken) -> bool {
    (0..people.len()).any(|at| {
        let mut rest = people.to_vec();
        let first = rest.remove(at);
        let alone = Availability::of(paper.offer_of(first), None, early());
        let Ok(first) = alone.slot(TUESDAY, start, taken) else { return false };
        let mut more = taken.clone();
        more.add(&first);
        by_trying(paper, &rest, spacing, Some(&first), &more)
    })
}

fn follows(spacing: &Spacing, last: Option<&Slot>, start: TimeOfDay) -> bool {
    let minutes = |start: TimeOfDay| i32::from(start.minutes());
    match (spacing, last) {
        (Spacing::InTurn { gap }, Some(last)) => {
            let end = minutes(last.start) + i32::from(last.minutes);
            (end..=end + i32::from(*gap)).contains(&minutes(start))
        }
        (_, last) => last.is_none_or(|last| last.start == start),
    }
}

/// Whether these slots of these menus are all free together, and lie as they should.
fn is_right(paper: &Paper, menus: &[usize], spacing: &Spacing, slots: &[Slot], taken: &Taken) -> bool {
    let mut in_order: Vec<(usize, &Slot)> = menus.iter().copied().zip(slots).collect();
    in_order.sort_by_key(|(_, slot)| slot.start);
    let (mut last, mut taken) = (None, taken.clone());
    in_order.into_iter().all(|(menu, slot)| {
        let alone = Availability::of(paper.offer_of(menu), None, early());
        let right = follows(spacing, last, slot.start) && alone.slot(TUESDAY, slot.start, &taken).as_ref() == Ok(slot);
        taken.add(slot);
        last = Some(slot);
        right
    })
}

proptest! {
    #[test]
    fn exactly_those_starts_are_offered_at_which_all_fit(
        menus in (some_menu("one"), some_menu("other")),
        people in prop::collection::vec(0..2_usize, 2..5),
        busy in prop::collection::vec((0..2_usize, 0..40_u16), 0..25),
        gap in prop::option::of(0..30_u16),
    ) {
        let paper = Paper::with(vec![menus.0, menus.1]);
        let spacing = gap.map_or(Spacing::AtOnce, |gap| Spacing::InTurn { gap });
        let mut taken = Taken::default();
        for (at, quarter) in busy {
            taken.add(&Slot::of(&paper.menus[at], TUESDAY, TimeOfDay::of_minutes(9 * 60 + 15 * quarter).unwrap()));
        }
        let together = arrangement(&paper, &people, spacing.clone());
        let plan = together.day(TUESDAY, &taken);
        for slot in &plan.slots {
            let found = together.slots(TUESDAY, slot.start, &taken);
            prop_assert_eq!(slot.places.is_ok(), found.is_ok(), "{}", slot.start);
            let fit = fit_by_trying(&paper, &people, &spacing, slot.start, &taken);
            prop_assert_eq!(found.is_ok(), fit, "{}", slot.start);
            if let Ok(slots) = found {
                prop_assert!(is_right(&paper, &people, &spacing, &slots, &taken), "{slots:?}");
            }
        }
        let free: Vec<TimeOfDay> = plan.free().map(|(start, _)| start).collect();
        prop_assert_eq!(together.first_free(TUESDAY, &taken, 3), free.iter().copied().take(3).collect::<Vec<_>>());
        prop_assert_eq!(together.outlook(TUESDAY, &taken, 1).places.is_ok(), !free.is_empty());
    }
}

#[test]
fn a_day_opens_once_it_has_opened_for_all() {
    let opens = |days| Opens { days, at: time("9:00") };
    let paper = Paper::with(vec![Menu { opens: opens(20), ..quick() }, Menu { opens: opens(10), ..menu("later") }]);
    let why = |menus: &[usize]| arrangement(&paper, menus, Spacing::AtOnce).day(TUESDAY, &Taken::default()).reason;
    let last = Some(Reason::NotYetOpen(at(date!(2026 - 11 - 14), "9:00")));
    assert_eq!((why(&[0, 1]), why(&[1, 0])), (last.clone(), last));
}
