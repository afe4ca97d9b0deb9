//! A day in brief and a day with all its slots: whatever the rules, what is taken and who asks, both say the same.

use super::*;
use proptest::prelude::*;

const MENUS: usize = 3;

/// Minutes from one thing to another, in steps that make slots and visits meet.
fn minutes(from: u16, until: u16) -> impl Strategy<Value = u16> {
    (from / 5..=until / 5).prop_map(|fives| fives * 5)
}

prop_compose! {
    fn any_menu(id: usize)(
        minutes in minutes(5, 90),
        buffer_before in minutes(0, 20),
        buffer_after in minutes(0, 20),
        every in prop::option::of(minutes(10, 60)),
        places in 0..4_u16,
        places_per_day in prop::option::of(0..8_u32),
        pooled in any::<bool>(),
        opens in 0..20_u16,
        closes in 0..4_u16,
        by_clock in any::<bool>(),
        own_hours in prop::option::of((minutes(0, 1200), minutes(0, 1440))),
        open_limit in prop::option::of(1..3_u16),
    ) -> Menu {
        let clock = |minutes| TimeOfDay::of_minutes(minutes).unwrap();
        let hours = own_hours.map(|(from, until)| vec![Band { days: WEEK.to_vec(), from: clock(from), until: clock(until) }]);
        let closes = match by_clock {
            true => Deadline::AtClock { days: closes, at: time("15:00") },
            false => Deadline::Before { minutes: u32::from(closes) * 45 },
        };
        Menu {
            minutes, buffer_before, buffer_after, every, places, places_per_day, closes, hours, open_limit,
            pool: chairs().filter(|_| pooled),
            opens: Opens { days: opens, at: time("10:00") },
            ..menu(&format!("menu-{id}"))
        }
    }
}

prop_compose! {
    fn any_paper()(
        menus in (any_menu(0), any_menu(1), any_menu(2)),
        chairs in 0..5_u16,
        closed_part in prop::option::of((minutes(480, 900), minutes(600, 1200))),
    ) -> Paper {
        let mut paper = Paper::with(vec![menus.0, menus.1, menus.2]);
        paper.clinic.pools[0].places = chairs;
        let clock = |minutes| TimeOfDay::of_minutes(minutes).unwrap();
        let part = closed_part.map(|(from, until)| (clock(from), clock(until)));
        if part.is_some() {
            paper.clinic.closures.push(Closure { days: ClosedDays::Span { from: TUESDAY, until: TUESDAY }, part, reason: None, reason_in_english: None });
        }
        paper
    }
}

proptest! {
    #[test]
    fn a_day_in_brief_says_what_its_slots_say(
        paper in any_paper(),
        booked in prop::collection::vec((0..MENUS, minutes(420, 1200), 1..4_usize), 0..40),
        coming in prop::option::of(0..3_u16),
        days_before in 0..20_i64,
        hour in 0..24_u16,
    ) {
        let mut taken = Taken::default();
        for (of, start, times) in booked {
            let slot = Slot::of(&paper.menus[of], TUESDAY, TimeOfDay::of_minutes(start).unwrap());
            (0..times).for_each(|_| taken.add(&slot));
        }
        let client = coming.map(|coming| Client { birth_date: Some(date!(1988 - 02 - 03)), coming, visits: Vec::new() });
        let now = TimeOfDay::of_hour(hour).on(TUESDAY).plus_days(-days_before);
        for menu in 0..MENUS {
            // `day` compares what is said in brief.
            let plan = day(paper.offer_of(menu), client.clone(), now, TUESDAY, &taken);
            prop_assert_eq!(plan.reason.is_none(), plan.free().next().is_some());
            for slot in &plan.slots {
                let judged = Availability::of(paper.offer_of(menu), client.clone(), now).slot(TUESDAY, slot.start, &taken);
                prop_assert_eq!(judged.map(drop), slot.places.clone().map(drop));
            }
        }
    }
}
