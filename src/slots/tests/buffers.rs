use super::*;

fn taken(slots: &[(&Menu, &str)]) -> Taken {
    let mut taken = Taken::default();
    slots.iter().for_each(|(menu, start)| taken.add(&Slot::of(menu, TUESDAY, time(start))));
    taken
}

/// The starts that are free.
fn free(offer: Offer<'_>, taken: &Taken) -> Vec<String> {
    let plan = day(offer, None, early(), TUESDAY, taken);
    plan.free().map(|(start, _)| start.to_string()).collect()
}

/// One place, every ten minutes within an hour.
fn fine(id: &str) -> Menu {
    Menu { places: 1, every: Some(10), hours: Some(vec![band("9:00", "10:30")]), ..menu(id) }
}

#[test]
fn a_visit_keeps_its_buffers_free_on_both_sides() {
    let paper = Paper::with(vec![Menu { buffer_before: 10, buffer_after: 20, ..fine("a") }]);
    let booked = taken(&[(&paper.menus[0], "9:00")]);
    // 9:00 takes 8:50 to 9:50; the next begins its own buffer then.
    assert_eq!(free(paper.offer(), &booked), ["10:00"]);
    let booked = taken(&[(&paper.menus[0], "10:00")]);
    assert_eq!(free(paper.offer(), &booked), ["9:00"], "9:00 to 9:50 ends as the other one begins");
}

#[test]
fn without_a_step_slots_stand_as_far_apart_as_visit_and_buffers_take() {
    let paper = Paper::with(vec![Menu { buffer_before: 5, buffer_after: 10, places: 1, ..menu("a") }]);
    let starts = free(paper.offer(), &Taken::default());
    assert_eq!(starts[..4], ["9:00", "9:45", "10:30", "11:15"]);
    assert_eq!(free(paper.offer(), &taken(&[(&paper.menus[0], "9:45")]))[..2], ["9:00", "10:30"]);
}

#[test]
fn a_pool_is_shared_by_all_menus_that_name_it() {
    let both = |id| Menu { pool: chairs(), places: 2, ..fine(id) };
    let paper = Paper::with(vec![both("a"), both("b"), fine("c")]);
    let [a, b, c] = [&paper.menus[0], &paper.menus[1], &paper.menus[2]];
    assert_eq!(free(paper.offer(), &taken(&[(b, "9:00"), (c, "9:00")])).len(), 7, "one of two chairs is free");
    assert_eq!(free(paper.offer(), &taken(&[(b, "9:00"), (a, "9:20")]))[..2], ["9:30", "9:40"]);
    assert_eq!(free(paper.offer_of(2), &taken(&[(b, "9:00"), (b, "9:00")])).len(), 7, "it shares nothing");
}

#[test]
fn visits_one_after_another_take_one_place_of_a_longer_one_beside_them() {
    let long = Menu { pool: chairs(), places: 2, minutes: 60, ..fine("long") };
    let short = Menu { pool: chairs(), places: 2, ..fine("short") };
    let paper = Paper::with(vec![long, short]);
    let in_turn = taken(&[(&paper.menus[1], "9:00"), (&paper.menus[1], "9:30")]);
    assert!(free(paper.offer(), &in_turn).contains(&"9:00".to_owned()));
    let at_once = taken(&[(&paper.menus[1], "9:00"), (&paper.menus[1], "9:20")]);
    assert!(!free(paper.offer(), &at_once).contains(&"9:00".to_owned()));
}

#[test]
fn what_was_booked_under_another_length_or_pool_still_takes_its_place() {
    let before = Menu { minutes: 50, pool: PoolId::parse("old"), ..fine("a") };
    let booked = taken(&[(&before, "9:00")]);
    // Shorter now, and sharing the chairs, of which there is one.
    let mut paper = Paper::with(vec![Menu { minutes: 20, pool: chairs(), places: 5, ..fine("a") }, fine("b")]);
    paper.clinic.pools[0].places = 1;
    assert_eq!(free(paper.offer(), &booked), ["9:50", "10:00", "10:10"]);
    paper.menus[1].pool = chairs();
    assert_eq!(free(paper.offer_of(1), &booked), ["9:50", "10:00"], "for the menu that shares with it as well");
    // The menu shares nothing any more, but who booked when it did sits on a chair.
    paper.menus[0].pool = None;
    let shared = taken(&[(&Menu { pool: chairs(), ..fine("a") }, "9:00")]);
    assert_eq!(free(paper.offer_of(1), &shared)[0], "9:30");
}

#[test]
fn a_pool_that_the_clinic_does_not_have_has_no_places() {
    let paper = Paper::with(vec![Menu { pool: PoolId::parse("gone"), ..menu("a") }]);
    let asked = Availability::of(paper.offer(), None, early()).slot(TUESDAY, time("9:00"), &Taken::default());
    assert_eq!(asked, Err(Reason::Full));
}

#[test]
fn a_menu_has_its_own_bands_and_the_clinic_its_last_reception() {
    let mut paper =
        Paper::with(vec![Menu { hours: Some(vec![band("17:00", "20:00"), band("7:00", "8:00")]), ..menu("a") }]);
    let own = ["7:00", "7:30", "17:00", "17:30", "18:00", "18:30", "19:00", "19:30"];
    assert_eq!(free(paper.offer(), &Taken::default()), own);
    paper.menus[0].hours = None;
    paper.clinic.hours[1].last_reception = Some(time("15:00"));
    assert_eq!(free(paper.offer(), &Taken::default())[6..], ["14:00", "14:30", "15:00"]);
    paper.menus[0].hours = Some(Vec::new());
    assert_eq!(day(paper.offer(), None, early(), TUESDAY, &Taken::default()).reason, Some(Reason::NoHours));
}

#[test]
fn the_last_minute_of_a_day_can_be_booked_and_its_buffer_ends_there() {
    let paper = Paper::with(vec![Menu {
        buffer_after: 30,
        every: Some(30),
        hours: Some(vec![band("22:30", "24:00")]),
        ..menu("a")
    }]);
    assert_eq!(free(paper.offer(), &Taken::default()), ["22:30", "23:00", "23:30"]);
    let found = Availability::of(paper.offer(), None, early()).slot(TUESDAY, time("23:30"), &Taken::default()).unwrap();
    assert_eq!(found.ends(), at(date!(2026 - 11 - 25), "0:00"));
}
