use super::*;
use crate::slots::PlaceKind;
use crate::slots::room::{Overfull, Room};

/// What is left at a time, and of what none is left.
fn at_time(paper: &Paper, booked: &[&str], start: &str) -> (u32, Vec<(PlaceKind, u32, u32)>) {
    let mut taken = Taken::default();
    booked.iter().for_each(|start| taken.add(&Slot::of(&paper.menus[0], TUESDAY, time(start))));
    let room = Room::of(paper.offer(), TUESDAY, &taken);
    let overfull = room.overfull(time(start)).into_iter();
    (room.left(time(start)), overfull.map(|Overfull { of, taken, places }| (of, taken, places)).collect())
}

#[test]
fn the_scarcest_places_say_how_many_are_left_and_all_that_are_full_are_named() {
    let chairs = Some(PoolId::parse("chairs").unwrap());
    let paper = Paper::with(vec![Menu { pool: chairs, places: 3, places_per_day: Some(4), ..menu("naika") }]);
    assert_eq!(at_time(&paper, &["9:00"], "9:00"), (1, vec![]));
    assert_eq!(at_time(&paper, &["9:00"], "9:30"), (2, vec![]));
    assert_eq!(at_time(&paper, &["9:30", "9:30"], "9:30"), (0, vec![(PlaceKind::Shared, 2, 2)]));
    let day = ["9:00", "9:30", "10:00", "10:00"];
    assert_eq!(at_time(&paper, &day, "9:30"), (0, vec![(PlaceKind::Day, 4, 4)]));
}

#[test]
fn where_more_are_booked_than_there_are_places_the_real_figures_are_said() {
    let paper = Paper::with(vec![Menu { places: 1, places_per_day: Some(2), ..menu("naika") }]);
    let booked = ["9:00", "9:00", "9:00", "10:00"];
    let full = vec![(PlaceKind::Menu, 3, 1), (PlaceKind::Day, 4, 2)];
    assert_eq!(at_time(&paper, &booked, "9:00"), (0, full));
}
