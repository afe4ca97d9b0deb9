use super::*;
use crate::slots::starts::Starts;

fn slot(menu: &str, pool: Option<&str>, start: &str, minutes: u16) -> Slot {
    let pool = pool.map(|id| PoolId::parse(id).unwrap());
    let (menu, day, start) = (MenuId::parse(menu).unwrap(), TUESDAY, time(start));
    Slot { menu, pool, day, start, minutes, has_own_length: false, buffer_before: 0, buffer_after: 0, unit: None }
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

#[test]
fn a_row_is_read_as_it_was_written_and_is_small() {
    let mut taken = Taken::default();
    for start in ["9:00", "9:00", "9:30", "23:55", "0:00"] {
        taken.add(&slot("general", Some("chairs"), start, 30));
        taken.add(&Slot { buffer_before: 5, buffer_after: 1440, ..slot("general", None, start, u16::MAX) });
    }
    let stored = rmp_serde::to_vec_named(&taken).unwrap();
    assert_eq!(rmp_serde::from_slice::<Taken>(&stored).unwrap(), taken);
    let mut more = taken.clone();
    more.add(&slot("general", None, "12:00", u16::MAX));
    assert!(rmp_serde::to_vec_named(&more).unwrap().len() < stored.len() + 100, "another kind of visit");
    taken.add(&slot("general", Some("chairs"), "12:00", 30));
    assert_eq!(rmp_serde::to_vec_named(&taken).unwrap().len(), stored.len() + 6, "another start");
}

#[test]
fn start_times_that_are_cut_off_or_no_times_of_a_day_are_an_error() {
    let read = |bytes: &[u8]| {
        let stored = [&[0xc4, u8::try_from(bytes.len()).unwrap()], bytes].concat();
        rmp_serde::from_slice::<Starts>(&stored)
    };
    let start = |minutes: u16| [&minutes.to_be_bytes()[..], &7_u32.to_be_bytes()].concat();
    assert_eq!(read(&start(540)).unwrap().iter().collect::<Vec<_>>(), [(time("9:00"), 7)]);
    assert!(read(&[]).unwrap().is_empty());
    assert!(read(&start(1441)).is_err());
    assert!(read(&start(540)[..5]).is_err());
    assert!(rmp_serde::from_slice::<Starts>(&[0x93, 1, 2, 3]).is_err());
}

#[test]
fn a_row_survives_a_field_that_is_appended_to_what_a_visit_takes() {
    #[derive(serde::Deserialize)]
    struct Later {
        visits: Vec<(LaterShare, Starts)>,
    }
    #[derive(serde::Deserialize)]
    struct LaterShare {
        menu: MenuId,
        pool: Option<PoolId>,
        minutes: u16,
        before: u16,
        after: u16,
        #[serde(default)]
        chair: Option<u8>,
    }
    let mut taken = Taken::default();
    taken.add(&slot("general", Some("chairs"), "9:00", 30));
    let later: Later = rmp_serde::from_slice(&rmp_serde::to_vec_named(&taken).unwrap()).unwrap();
    let (share, starts) = &later.visits[0];
    assert_eq!((share.menu.as_str(), share.pool.clone(), share.chair), ("general", PoolId::parse("chairs"), None));
    assert_eq!((share.minutes, share.before, share.after), (30, 0, 0));
    assert_eq!(starts.iter().count(), 1);
}
