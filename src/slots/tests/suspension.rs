use super::*;
use crate::slots::{Suspended, SuspendedMenus, Suspension, WhyClosed};

/// From 9:30 until 11:00, for what is given.
fn closed_for(menus: SuspendedMenus) -> Suspension {
    Suspension {
        number: 1,
        what: Suspended::Slots,
        from: time("9:30"),
        until: time("11:00"),
        menus,
        words: Some(WhyClosed { ja: "院長不在".to_owned(), en: Some("The doctor is away".to_owned()) }),
        reason: None,
        begun: (early(), None),
        ended: None,
    }
}

fn taken(suspended: Suspension) -> Taken {
    let mut taken = Taken::default();
    taken.suspend(vec![suspended]);
    taken
}

/// The starts of a menu that cannot be booked, and why.
fn barred(paper: &Paper, at: usize, taken: &Taken) -> Vec<String> {
    let plan = day(paper.offer_of(at), None, early(), TUESDAY, taken);
    let barred = plan.slots.into_iter().filter_map(|slot| Some((slot.start, slot.places.err()?)));
    barred
        .map(|(start, reason)| {
            assert!(matches!(reason, Reason::Suspended(Some(_))), "{reason:?}");
            start.to_string()
        })
        .collect()
}

#[test]
fn a_visit_that_reaches_into_the_time_is_barred_in_the_calendar_and_at_the_commit() {
    let paper = Paper::with(vec![menu("naika"), Menu { minutes: 60, ..menu("kenshin") }]);
    let taken = taken(closed_for(SuspendedMenus::All));
    assert_eq!(barred(&paper, 0, &taken), ["9:30", "10:00", "10:30"]);
    assert_eq!(barred(&paper, 1, &taken), ["9:00", "10:00"], "an hour from 9:00 reaches into it");
    let commit = Availability::of(paper.offer(), None, early()).slot(TUESDAY, time("9:30"), &taken);
    let said = WhyClosed { ja: "院長不在".to_owned(), en: Some("The doctor is away".to_owned()) };
    assert_eq!(commit.unwrap_err(), Reason::Suspended(Some(said)));
    assert!(Availability::of(paper.offer(), None, early()).slot(TUESDAY, time("11:00"), &taken).is_ok());
}

#[test]
fn one_menu_or_all_that_share_something_are_barred_and_no_others() {
    let chairs = || Menu { pool: chairs(), ..menu("cleaning") };
    let paper = Paper::with(vec![menu("naika"), chairs()]);
    let one = taken(closed_for(SuspendedMenus::Menu(MenuId::parse("naika").unwrap())));
    assert_eq!((barred(&paper, 0, &one).len(), barred(&paper, 1, &one).len()), (3, 0));
    let shared = taken(closed_for(SuspendedMenus::Pool(PoolId::parse("chairs").unwrap())));
    assert_eq!((barred(&paper, 0, &shared).len(), barred(&paper, 1, &shared).len()), (0, 3));
}

#[test]
fn what_was_taken_back_bars_nothing() {
    let paper = Paper::with(vec![menu("naika")]);
    let ended = Suspension { ended: Some((early(), None)), ..closed_for(SuspendedMenus::All) };
    assert_eq!(barred(&paper, 0, &taken(ended)), Vec::<String>::new());
}

#[test]
fn the_row_of_what_is_taken_does_not_hold_what_is_stopped() {
    let suspended = taken(closed_for(SuspendedMenus::All));
    assert!(suspended.is_empty(), "nothing is taken");
    let stored = rmp_serde::to_vec_named(&suspended).unwrap();
    assert_eq!(rmp_serde::from_slice::<Taken>(&stored).unwrap(), Taken::default());
}
