//! What the staff do in B2: they book above every rule, and cancel after every deadline.

use super::model::{any, expected, question, stored};
use super::world::{World, clock};
use crate::harness::work::done as in_work;
use mypage::clinic::Visit;
use mypage::reservation::desk::{self, Channel, DeskRequest, Insistence, NotAtDesk, SeenVisit};
use mypage::slots::{DeskVisit, Objection, Slot, objections};
use mypage::store::{Result, Tx};

/// The staff book whatever stands against it, and it counts for everybody as any other visit does.
pub fn make_at_desk(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let asked = question(world, None);
    let (offer, attendee) = (world.offer(asked.menu), world.visitors[asked.person.unwrap()].clone());
    let slot = Slot::of(offer.menu, asked.day, clock(asked.start));
    let visit =
        DeskVisit { offer, slot: &slot, person: Some(attendee.person.identity()), instead_of: None, is_now: false };
    let against = objections(tx, visit)?;
    let wanted = |insistence| DeskRequest {
        slot: slot.clone(),
        visit: Visit::Return,
        attendee: attendee.clone(),
        patient: None,
        channel: Channel::Phone,
        is_now: false,
        insistence,
        tell: false,
    };
    let silently = in_work(tx, |work| desk::book(work, offer, &wanted(Insistence::default())))?;
    let made = match silently {
        Ok(made) => {
            // Nothing stood against it, unless it is a visit that had been booked before.
            let is_new = !world.ids.contains(&made.id) && made.booked == tx.now();
            assert!(!is_new || !against.iter().any(Objection::needs_reason), "{against:?}");
            made
        }
        Err(NotAtDesk::Objections(found)) => {
            assert_eq!(found, against);
            assert!(found.iter().any(Objection::needs_reason), "{found:?}");
            let insistence =
                Insistence { seen: found.iter().map(Insistence::mark).collect(), reason: "急患".to_owned() };
            in_work(tx, |work| desk::book(work, offer, &wanted(insistence)))?.expect("nothing is refused to the staff")
        }
        Err(other) => panic!("{other:?}"),
    };
    // The same once more is the same press.
    if !world.ids.contains(&made.id) {
        world.reference.visits.push(expected(world, asked));
        world.ids.push(made.id);
    }
    Ok(())
}

/// The staff cancel after every deadline as well.
pub fn cancel_at_desk(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let Some(visit) = any(world) else { return Ok(()) };
    let old = stored(tx, world, visit)?;
    let seen = SeenVisit { clinic: old.clinic.clone(), id: old.id, sequence: old.sequence };
    let outcome = in_work(tx, |work| desk::cancel(work, &world.offers.clinic, &seen, "重複", false))?;
    assert_eq!(outcome.is_ok(), !world.reference.visits[visit].cancelled, "{outcome:?}");
    world.reference.visits[visit].cancelled = true;
    Ok(())
}
