use super::*;
use crate::clinic::{Age, AgeRange};
use crate::lang::Words;
use crate::slots::WhyClosed;
use crate::slots::availability::{Client, DayPlan};

/// Somebody of 38 years who has no visit before them.
const ADULT: Client = Client { birth_date: Some(date!(1988 - 02 - 03)), coming: 0, visits: Vec::new() };

fn taken(menu: &Menu, starts: &[&str]) -> Taken {
    let mut taken = Taken::default();
    starts.iter().for_each(|start| taken.add(&Slot::of(menu, TUESDAY, time(start))));
    taken
}

fn plan(paper: &Paper, now: Moment, on: Date) -> DayPlan {
    day(paper.offer(), Some(ADULT), now, on, &Taken::default())
}

/// Why the slot at 9:30 on Tuesday cannot be booked; it agrees with the calendar.
fn judged(paper: &Paper, client: Option<Client>, now: Moment, taken: &Taken) -> Result<(), Reason> {
    let judged = Availability::of(paper.offer(), client.clone(), now).slot(TUESDAY, time("9:30"), taken).map(drop);
    let shown = day(paper.offer(), client, now, TUESDAY, taken);
    let shown = shown.slots.into_iter().find(|slot| slot.start == time("9:30")).unwrap().places;
    assert_eq!(shown.map(drop), judged, "calendar and commit say the same");
    judged
}

#[test]
fn a_slot_says_how_many_places_are_left() {
    let paper = Paper::with(vec![menu("naika")]);
    let full = day(paper.offer(), None, early(), TUESDAY, &taken(&paper.menus[0], &["9:00", "9:30", "9:30"]));
    let places: Vec<_> = full.slots.iter().take(3).map(|slot| slot.places.clone()).collect();
    assert_eq!(places, [Ok(1), Err(Reason::Full), Ok(2)]);
    assert_eq!(full.reason, None);
    assert_eq!(full.slots.len(), 14);
    assert_eq!(full.free().next(), Some((time("9:00"), 1)));
}

#[test]
fn a_day_without_slots_says_why() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.clinic.closures.push(closed(TUESDAY, TUESDAY, None, Some("研修のため")));
    paper.menus[0].valid_until = Some(date!(2026 - 11 - 27));
    let cases = [
        (TUESDAY, Reason::Closed(Some(WhyClosed { ja: "研修のため".to_owned(), en: None }))),
        (date!(2026 - 11 - 23), Reason::Holiday(Words("勤労感謝の日", "Labour Thanksgiving Day"))),
        (date!(2026 - 11 - 22), Reason::Closed(None)),
        (date!(2026 - 11 - 30), Reason::NotOffered),
    ];
    for (on, reason) in cases {
        let plan = plan(&paper, early(), on);
        assert_eq!((plan.slots.len(), plan.reason), (0, Some(reason.clone())));
        assert_eq!(
            Availability::of(paper.offer(), None, early()).slot(on, time("9:00"), &Taken::default()),
            Err(reason)
        );
    }
}

#[test]
fn a_time_that_is_no_slot_is_refused() {
    let paper = Paper::with(vec![menu("naika")]);
    for start in ["9:07", "8:30", "12:00", "13:30", "18:00", "24:00", "0:00"] {
        let asked = Availability::of(paper.offer(), None, early()).slot(TUESDAY, time(start), &Taken::default());
        assert_eq!(asked, Err(Reason::NoSuchSlot), "{start}");
    }
    let found = Availability::of(paper.offer(), None, early()).slot(TUESDAY, time("9:30"), &Taken::default()).unwrap();
    assert_eq!(found, Slot::of(&paper.menus[0], TUESDAY, time("9:30")));
}

#[test]
fn booking_opens_at_a_clock_time_so_many_days_before() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.menus[0].opens = Opens { days: 3, at: time("7:30") };
    let opens = at(date!(2026 - 11 - 21), "7:30");
    let before = Moment::from_millis(opens.millis() - 1);
    let none = Taken::default();
    assert_eq!(judged(&paper, Some(ADULT), before, &none), Err(Reason::NotYetOpen(opens)));
    assert_eq!(plan(&paper, before, TUESDAY).reason, Some(Reason::NotYetOpen(opens)));
    assert_eq!(judged(&paper, Some(ADULT), opens, &none), Ok(()));
}

#[test]
fn booking_closes_minutes_before_or_at_a_clock_time_on_a_day_before() {
    let mut paper = Paper::with(vec![menu("naika")]);
    let cases = [
        (Deadline::Before { minutes: 90 }, at(TUESDAY, "8:00")),
        (Deadline::Before { minutes: 0 }, at(TUESDAY, "9:30")),
        (Deadline::Before { minutes: 3 * 1440 }, at(date!(2026 - 11 - 21), "9:30")),
        (Deadline::AtClock { days: 1, at: time("18:00") }, at(date!(2026 - 11 - 23), "18:00")),
        (Deadline::AtClock { days: 0, at: time("7:00") }, at(TUESDAY, "7:00")),
        // Nothing is booked after it has begun, whatever the clock time.
        (Deadline::AtClock { days: 0, at: time("20:00") }, at(TUESDAY, "9:30")),
    ];
    for (closes, last) in cases {
        paper.menus[0].closes = closes;
        let (before, none) = (Moment::from_millis(last.millis() - 1), Taken::default());
        assert_eq!(judged(&paper, Some(ADULT), before, &none), Ok(()), "{closes:?}");
        assert_eq!(judged(&paper, Some(ADULT), last, &none), Err(Reason::Over), "{closes:?}");
    }
}

#[test]
fn a_day_tells_the_reason_that_leaves_most_hope() {
    let paper = Paper::with(vec![menu("naika")]);
    let starts: Vec<String> = plan(&paper, early(), TUESDAY).slots.iter().map(|slot| slot.start.to_string()).collect();
    let twice: Vec<&str> = starts.iter().chain(&starts).map(String::as_str).collect();
    let full = taken(&paper.menus[0], &twice);
    let at_noon = day(paper.offer(), None, at(TUESDAY, "12:00"), TUESDAY, &full);
    assert_eq!(at_noon.slots[0].places, Err(Reason::Over));
    assert_eq!(at_noon.reason, Some(Reason::Full));
    assert_eq!(plan(&paper, at(TUESDAY, "18:00"), TUESDAY).reason, Some(Reason::Over));
}

#[test]
fn a_person_outside_the_ages_is_told_so_even_before_booking_opens() {
    let mut paper = Paper::with(vec![menu("yobou")]);
    let ages = AgeRange { from: Some(Age::Months(2)), to: Some(Age::Years(15)), by_law: false };
    paper.menus[0].ages = ages;
    let none = Taken::default();
    let born = |birth_date| Some(Client { birth_date: Some(birth_date), coming: 0, visits: Vec::new() });
    assert_eq!(judged(&paper, Some(ADULT), at(date!(2026 - 01 - 01), "9:00"), &none), Err(Reason::Age(ages)));
    // Both ends are counted on the day of the visit.
    let cases = [
        (date!(2026 - 09 - 24), true),
        (date!(2026 - 09 - 25), false),
        (date!(2010 - 11 - 25), true),
        (date!(2010 - 11 - 24), false),
    ];
    for (birth_date, fits) in cases {
        assert_eq!(judged(&paper, born(birth_date), early(), &none).is_ok(), fits, "{birth_date}");
    }
    assert_eq!(judged(&paper, None, early(), &none), Ok(()), "nobody is asked for yet");
}

#[test]
fn nobody_has_more_visits_before_them_than_the_limit() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.menus[0].open_limit = Some(2);
    let none = Taken::default();
    let with = |coming| Some(Client { coming, ..ADULT });
    assert_eq!(judged(&paper, with(1), early(), &none), Ok(()));
    assert_eq!(judged(&paper, with(2), early(), &none), Err(Reason::Limit(2)));
    assert_eq!(judged(&paper, with(9), early(), &none), Err(Reason::Limit(2)));
    assert_eq!(judged(&paper, None, early(), &none), Ok(()));
}

#[test]
fn a_day_has_as_many_places_as_are_set_for_it() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.menus[0].places_per_day = Some(4);
    let three = day(paper.offer(), None, early(), TUESDAY, &taken(&paper.menus[0], &["9:00", "9:00", "16:00"]));
    assert_eq!(three.slots[1].places, Ok(1), "one left on the day, though two at that time");
    let four = taken(&paper.menus[0], &["9:00", "9:00", "16:00", "17:00"]);
    assert_eq!(day(paper.offer(), None, early(), TUESDAY, &four).reason, Some(Reason::Full));
}

#[test]
fn places_that_were_lowered_below_what_is_booked_are_full_and_no_more() {
    let mut paper = Paper::with(vec![menu("naika")]);
    let three = taken(&paper.menus[0], &["9:30", "9:30", "9:30"]);
    assert_eq!(judged(&paper, None, early(), &three), Err(Reason::Full));
    paper.menus[0].places_per_day = Some(1);
    assert_eq!(judged(&paper, None, early(), &three), Err(Reason::Full));
    (paper.menus[0].places, paper.menus[0].places_per_day) = (4, Some(9));
    assert_eq!(day(paper.offer(), None, early(), TUESDAY, &three).slots[1].places, Ok(1));
}

#[test]
fn a_closed_part_of_a_day_takes_the_slots_that_it_touches() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.clinic.closures.push(closed(TUESDAY, TUESDAY, Some(("9:45", "11:00")), None));
    let starts: Vec<String> =
        plan(&paper, early(), TUESDAY).slots.iter().take(4).map(|slot| slot.start.to_string()).collect();
    assert_eq!(starts, ["9:00", "11:00", "11:30", "14:00"]);
    let cut = Availability::of(paper.offer(), None, early()).slot(TUESDAY, time("9:30"), &Taken::default());
    assert_eq!(cut, Err(Reason::NoSuchSlot));
}

#[test]
fn a_visit_that_takes_longer_starts_when_the_others_do_and_needs_its_place_the_whole_time() {
    let paper = Paper::with(vec![menu("naika")]);
    let taken = taken(&paper.menus[0], &["9:30", "9:30"]);
    let plan = Availability::of(paper.offer(), None, early()).lasting(60).day(TUESDAY, &taken);
    let starts: Vec<TimeOfDay> = plan.slots.iter().map(|slot| slot.start).collect();
    assert_eq!(starts.len(), 12, "neither 11:30 nor 17:30: {starts:?}");
    assert_eq!(plan.slots[0].places, Err(Reason::Full), "from 9:00 it would reach into the full half hour");
    assert_eq!(plan.slots[2].places, Ok(2));
    let slot = Availability::of(paper.offer(), None, early()).lasting(60).slot(TUESDAY, time("10:00"), &taken).unwrap();
    assert_eq!(slot.minutes, 60);
    let shorter = Availability::of(paper.offer(), None, early()).lasting(10).day(TUESDAY, &taken);
    assert_eq!(shorter.slots.len(), 14, "as many as the menu has");
}
