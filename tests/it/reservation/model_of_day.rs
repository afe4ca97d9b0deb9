//! What a day looks like in B2: its calendar, and its units.

use super::model::{any, is_promised, question, stored, who};
use super::reference::{Answer, Question, minute};
use super::world::{World, read};
use mypage::reservation::Reservation;
use mypage::reservation::rows::find;
use mypage::slots::{Asker, Days};
use mypage::store::{Result, Tx};
use time::{Date, Duration};

/// That no unit has two visits at the same time: nobody here asks for one.
fn no_unit_is_taken_twice(tx: &Tx<'_>, world: &World) -> Result<()> {
    let mut taken: Vec<(String, i64, i64)> = Vec::new();
    for id in &world.ids {
        let slot = find(tx, *id)?.filter(Reservation::is_booked).map(|of| of.slot);
        if let Some((unit, slot)) = slot.as_ref().and_then(|slot| Some((slot.unit_name()?, slot))) {
            let start = minute(slot.day, i64::from(slot.start.minutes()));
            let from = start - i64::from(slot.buffer_before);
            taken.push((unit.to_string(), from, start + i64::from(slot.minutes) + i64::from(slot.buffer_after)));
        }
    }
    taken.sort_unstable();
    for pair in taken.windows(2) {
        assert!(pair[0].0 != pair[1].0 || pair[0].2 <= pair[1].1, "{pair:?} at {:?}", world.now().jst());
    }
    Ok(())
}

/// The calendar of a day, slot by slot and place by place.
pub fn compare_a_day(tx: &Tx<'_>, world: &mut World) -> Result<()> {
    no_unit_is_taken_twice(tx, world)?;
    let half = world.dice.chance(50);
    let moving = any(world).filter(|visit| half && is_promised(world, *visit));
    let asked = question(world, moving);
    let old = moving.map(|visit| stored(tx, world, visit)).transpose()?;
    let visitor = asked.person.map(|at| world.visitors[at].clone()).filter(|_| moving.is_none());
    let key = Some(world.bookers[asked.booker].1);
    let asker = match &old {
        Some(old) => Asker { key, ..old.asker() },
        None => Asker { key, ..who(visitor.as_ref()) },
    };
    let days: Vec<Date> = (0..2).map(|n| asked.day + Duration::days(n)).collect();
    let plans = Days::of(tx, world.offer(asked.menu), asker)?.plans(days[0]..=days[1])?;
    for (plan, day) in plans.into_iter().zip(days) {
        let starts = world.reference.starts(asked.menu, day);
        let shown: Vec<i64> = plan.slots.iter().map(|slot| i64::from(slot.start.minutes())).collect();
        assert_eq!(shown, starts, "the slots of {day}, product and reference");
        let none = plan.slots.iter().all(|slot| slot.places.is_err());
        assert_eq!(plan.reason.is_some(), none);
        for slot in plan.slots {
            let start = i64::from(slot.start.minutes());
            let answer = world.reference.answer(Question { day, start, ..asked });
            world.same(
                answer,
                slot.places.map_or_else(|reason| read(&reason), Answer::Free),
                &(day, start, asked.menu),
            );
        }
    }
    Ok(())
}
