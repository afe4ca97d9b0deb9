//! B2: what the product books is what the reference says, over many random operations at one clinic.

use super::model_at_desk::{cancel_at_desk, make_at_desk};
use super::model_of_day::compare_a_day;
use super::reference::{Answer, Question, Visit as Expected};
use super::world::{BOOKERS, KEPT, PEOPLE, World, clock, offers, read};
use crate::harness::clinic::START;
use crate::harness::engine::dice::cases;
use crate::harness::work::done as in_work;
use mypage::account::BookingRight;
use mypage::booking::rows::{end_booking, put_booking};
use mypage::booking::{Booking, Choice, Done, Purpose, Stage};
use mypage::clinic::{Visit, rows as clinics};
use mypage::reservation::cancellation::without_mail;
use mypage::reservation::rows::find;
use mypage::reservation::{
    Attendee, NotMoved, Refusal, Request, Reservation, ReservationId, book, check_indexes, reschedule,
};
use mypage::slots::{Asker, WantedSlot, choose};
use mypage::store::{Result, Store, Tx};
use mypage::work::Actor;
use std::sync::{Arc, Mutex};
use time::Duration;

const OPERATIONS: usize = 100_000;
/// How many share a write.
const TOGETHER: usize = 100;

#[test]
fn b2_a_hundred_thousand_operations_do_what_the_reference_says() {
    cases(1, |seed| {
        let (store, world) = (Store::memory(), Arc::new(Mutex::new(World::new(seed))));
        for _ in 0..OPERATIONS / TOGETHER {
            let shared = world.clone();
            // The store in memory runs each closure once, so that both sides take the same steps.
            let done = store.write_blocking(START, move |tx| {
                let mut world = shared.lock().unwrap();
                clinics::put(tx, &world.offers.clinic, &world.offers.menus)?;
                (0..TOGETHER).try_for_each(|_| {
                    let now = world.now();
                    tx.at(now, |tx| step(tx, &mut world))
                })
            });
            done.unwrap();
        }
        let world = world.lock().unwrap();
        assert!(world.met.iter().all(|met| *met > 100), "every answer is met: {:?}", world.met);
        assert_eq!(store.read_blocking(START, check_indexes).unwrap(), []);
    });
}

fn step(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    match world.dice.below(100) {
        0..45 => make(tx, world),
        45..56 => move_one(tx, world),
        56..66 => cancel_one(tx, world),
        66..78 => keep(tx, world),
        78..82 => leave(tx, world),
        82..87 => change_rules(world),
        87..90 => compare_a_day(tx, world),
        90..92 => make_at_desk(tx, world),
        92..93 => cancel_at_desk(tx, world),
        _ => {
            let minutes = world.dice.below(80) as i64;
            world.pass(minutes);
            Ok(())
        }
    }
}

/// A slot that somebody asks for; now and then one that is none.
pub fn question(world: &mut World, moving: Option<usize>) -> Question {
    let day = world.today() + Duration::days(world.dice.below(13) as i64 - 1);
    let menu = moving.map_or(world.dice.below(4) as usize, |visit| world.reference.visits[visit].menu);
    let starts = world.reference.starts(menu, day);
    let start = match starts.len() as u64 {
        0 => 600,
        _ if world.dice.chance(4) => world.dice.below(1440) as i64,
        many => starts[world.dice.below(many) as usize],
    };
    let person = Some(world.dice.below(PEOPLE as u64) as usize);
    // Now and then somebody wants what they have already.
    if moving.is_none()
        && world.dice.chance(30)
        && let Some(had) = any(world).map(|visit| world.reference.visits[visit].clone())
    {
        let (person, booker) = (Some(had.person), world.dice.below(BOOKERS as u64) as usize);
        return Question { menu: had.menu, person, booker, moving, day: had.day, start: had.start };
    }
    Question { menu, person, booker: world.dice.below(BOOKERS as u64) as usize, moving, day, start }
}

pub fn expected(world: &World, question: Question) -> Expected {
    let Question { menu, person, day, start, .. } = question;
    Expected { menu, person: person.unwrap(), day, start, rule: world.reference.rules[menu].clone(), cancelled: false }
}

/// Whatever was free is one answer; how many places there were is compared by the day.
fn whether<T>(outcome: std::result::Result<T, Answer>) -> Answer {
    outcome.map_or_else(|reason| reason, |_| Answer::Free(0))
}

fn plain(answer: Answer) -> Answer {
    if matches!(answer, Answer::Free(_)) { Answer::Free(0) } else { answer }
}

fn make(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let asked = question(world, None);
    let person = asked.person.unwrap();
    let request = Request {
        right: BookingRight::Unasked,
        key: world.bookers[asked.booker].1,
        visit: Visit::Return,
        day: asked.day,
        start: clock(asked.start),
        attendee: world.visitors[person].clone(),
        account: None,
        group: None,
    };
    let made = in_work(tx, |work| book(work, world.offer(asked.menu), &request))?.map_err(|reason| read(&reason));
    let answer = plain(world.reference.answer_to_booking(asked));
    if let Ok(made) = &made {
        world.reference.visits.push(expected(world, asked));
        world.ids.push(made.id);
        done(tx, world, asked, made.id)?;
    }
    world.same(answer, whether(made), &(asked.day, asked.start, asked.menu));
    Ok(())
}

fn under_way(world: &World, asked: Question, stage: Stage) -> Booking {
    let (clinic, menu) = (world.offers.clinic.id.clone(), world.offers.menus[asked.menu].id.clone());
    let purpose = Purpose::New(Box::default());
    Booking { clinic, menu, visit: Visit::Return, unit: None, account: None, purpose, stage }
}

/// The booking is done, and keeps nothing any more.
fn done(tx: &mut Tx<'_>, world: &mut World, asked: Question, id: ReservationId) -> Result<()> {
    let (visitor, key) = &world.bookers[asked.booker];
    put_booking(
        tx,
        visitor.hash(),
        *key,
        &under_way(world, asked, Stage::Done(Done { reservation: id, transfers: 0, stayed: false })),
    )?;
    world.reference.held[asked.booker] = None;
    Ok(())
}

pub fn any(world: &mut World) -> Option<usize> {
    let many = world.reference.visits.len() as u64;
    (many > 0).then(|| world.dice.below(many) as usize)
}

pub fn stored(tx: &Tx<'_>, world: &World, visit: usize) -> Result<Reservation> {
    Ok(find(tx, world.ids[visit])?.unwrap())
}

/// Whether a visit may still be changed or cancelled.
pub fn is_promised(world: &World, visit: usize) -> bool {
    let visit = &world.reference.visits[visit];
    !visit.cancelled && world.reference.now < visit.promised()
}

fn move_one(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let Some(visit) = any(world) else { return Ok(()) };
    let (old, asked) = (stored(tx, world, visit)?, question(world, Some(visit)));
    let to = WantedSlot { key: world.bookers[asked.booker].1, day: asked.day, start: clock(asked.start) };
    match in_work(tx, |work| reschedule(work, world.offer(asked.menu), &old, to, None, Actor::Patient))? {
        Err(NotMoved::Refused(refusal)) => {
            assert!(!is_promised(world, visit), "{refusal:?}");
            assert_eq!(refusal == Refusal::NotBooked, world.reference.visits[visit].cancelled);
        }
        outcome => {
            assert!(is_promised(world, visit));
            let answer = plain(world.reference.answer_to_booking(asked));
            let found = whether(outcome.as_ref().map_err(|not| match not {
                NotMoved::Slot(reason) => read(reason),
                NotMoved::Refused(_) => unreachable!("told apart above"),
            }));
            world.same(answer, found, &(visit, asked.day, asked.start));
            if let Ok(new) = outcome {
                assert_eq!((new.id, new.number), (old.id, old.number));
                let person = Some(world.reference.visits[visit].person);
                world.reference.visits[visit] = expected(world, Question { person, ..asked });
                done(tx, world, asked, old.id)?;
            }
        }
    }
    Ok(())
}

fn cancel_one(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let Some(visit) = any(world) else { return Ok(()) };
    let old = stored(tx, world, visit)?;
    let outcome = in_work(tx, |work| without_mail(work, &old, Actor::Patient))?;
    assert_eq!(outcome.is_ok(), is_promised(world, visit), "{outcome:?}");
    world.reference.visits[visit].cancelled |= outcome.is_ok();
    Ok(())
}

fn keep(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let asked = question(world, None);
    let (visitor, key) = (world.bookers[asked.booker].0.hash(), world.bookers[asked.booker].1);
    let of = asked.person.map(|at| world.visitors[at].clone());
    let asker = who(of.as_ref());
    let to = WantedSlot { key, day: asked.day, start: clock(asked.start) };
    let until = Some(world.now().plus_minutes(KEPT));
    let held =
        in_work(tx, |work| choose(work, world.offer(asked.menu), asker, to, until))?.map_err(|reason| read(&reason));
    let answer = plain(world.reference.answer_to_booking(asked));
    if let Ok(slot) = &held {
        put_booking(
            tx,
            visitor,
            key,
            &under_way(
                world,
                asked,
                Stage::Chosen(Choice { slot: slot.clone(), others: Vec::new(), moved: Vec::new(), kept_until: None }),
            ),
        )?;
        world.reference.held[asked.booker] = Some((expected(world, asked), world.reference.now + KEPT));
    }
    world.same(answer, whether(held), &(asked.day, asked.start, asked.menu));
    Ok(())
}

/// Somebody whose address is known.
pub fn who(visitor: Option<&Attendee>) -> Asker<'_> {
    let (person, address) = (visitor.map(|of| of.person.identity()), visitor.and_then(|of| of.address.as_ref()));
    Asker { person, address, knows_visits: true, ..Asker::default() }
}

fn leave(tx: &mut Tx<'_>, world: &mut World) -> Result<()> {
    let booker = world.dice.below(BOOKERS as u64) as usize;
    let (visitor, key) = (world.bookers[booker].0.hash(), world.bookers[booker].1);
    if let Some(booking) = mypage::booking::rows::booking(tx, visitor, key)? {
        end_booking(tx, visitor, key, &booking)?;
    }
    world.reference.held[booker] = None;
    Ok(())
}

/// The clinic closes a day or a part of one, opens it again, has more places or fewer, or other menus.
fn change_rules(world: &mut World) -> Result<()> {
    let menu = world.dice.below(4) as usize;
    let day = world.today() + Duration::days(world.dice.below(12) as i64);
    let (chosen, number) = (world.dice.below(8), world.dice.below(4));
    let reference = &mut world.reference;
    let rule = &mut reference.rules[menu];
    match chosen {
        0 => reference.closed.push((day, 0, 1440)),
        1 => reference.closed.push((day, 600 + 45 * number as i64, 900)),
        2 | 3 => reference.closed.retain(|(closed, _, _)| *closed != day),
        4 => rule.places = number as u32,
        5 => reference.chairs = number as u32,
        6 if menu == 1 => rule.per_day = Some(2 + 2 * number as u32),
        6 => rule.pool = !rule.pool,
        _ => rule.minutes = [15, 20, 30, 60][number as usize],
    }
    world.offers = offers(&world.reference);
    Ok(())
}
