use super::*;
use crate::slots::occupancy::Taken;
use crate::slots::slot::Slot;

fn slot(menu: &str, pool: Option<&str>, start: &str, minutes: u16) -> Slot {
    let pool = pool.map(|id| PoolId::parse(id).unwrap());
    let (menu, day, start) = (MenuId::parse(menu).unwrap(), TUESDAY, time(start));
    Slot { menu, pool, day, start, minutes, buffer_before: 0, buffer_after: 0 }
}

#[test]
fn the_same_visits_make_the_same_row_in_whatever_order_they_come() {
    let slots = [
        slot("b", None, "9:00", 30),
        slot("a", Some("chairs"), "10:00", 30),
        slot("a", None, "9:00", 30),
        slot("a", None, "9:00", 20),
        slot("b", None, "9:00", 30),
    ];
    let (mut one, mut other) = (Taken::default(), Taken::default());
    slots.iter().for_each(|slot| one.add(slot));
    slots.iter().rev().for_each(|slot| other.add(slot));
    assert_eq!(one, other);
    assert_eq!(one.on_day(&MenuId::parse("a").unwrap()), 3);
    for slot in &slots {
        assert!(one.remove(slot));
    }
    assert!(one.is_empty());
}

#[test]
fn only_what_was_taken_is_given_back() {
    let mut taken = Taken::default();
    taken.add(&slot("a", None, "9:00", 30));
    for other in [
        slot("b", None, "9:00", 30),
        slot("a", Some("chairs"), "9:00", 30),
        slot("a", None, "9:30", 30),
        slot("a", None, "9:00", 20),
    ] {
        assert!(!taken.remove(&other), "{other:?}");
    }
    assert!(taken.remove(&slot("a", None, "9:00", 30)));
    assert!(!taken.remove(&slot("a", None, "9:00", 30)));
    assert!(taken.is_empty());
}
