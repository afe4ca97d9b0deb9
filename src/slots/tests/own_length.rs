//! Visits to which the staff gave more or less time than their menu has.

use super::{Paper, TUESDAY, early, menu, time};
use crate::clinic::Menu;
use crate::slots::arrangement::{Arrangement, Spacing};
use crate::slots::availability::Availability;
use crate::slots::occupancy::Taken;
use crate::slots::slot::Slot;

fn starts(arrangement: &Arrangement<'_>, taken: &Taken) -> Vec<String> {
    arrangement.day(TUESDAY, taken).free().map(|(start, _)| start.to_string()).collect()
}

#[test]
fn each_is_judged_by_the_length_of_their_own_visit() {
    let quick = Menu { minutes: 10, every: Some(15), places: 2, ..menu("quick") };
    let paper = Paper::with(vec![quick]);
    let person = || Availability::of(paper.offer_of(0), None, early());
    let longer = || person().lasting(25);
    let mut full = Taken::default();
    for _ in 0..2 {
        full.add(&Slot::of(&paper.menus[0], TUESDAY, time("9:15")));
    }
    for two in [(person(), longer()), (longer(), person())] {
        let two = Arrangement::of(two.0, vec![two.1], Spacing::AtOnce);
        assert_eq!(starts(&two, &full)[..2], ["9:30", "9:45"]);
    }
    let two = Arrangement::of(person(), vec![person()], Spacing::AtOnce);
    assert_eq!(starts(&two, &full)[..2], ["9:00", "9:30"]);
}
