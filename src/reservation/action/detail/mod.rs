//! 予約詳細, for whoever is signed in and for whoever holds the URL of a mail; cancelling, and asking for another time.
//!
//! Both go the same ways through a [`Door`]; the second proves with each change that they know the phone number.

mod calendar;
mod cancel;
mod change;
mod show;

pub use cancel::with_mail as cancel_with_mail;

use crate::account::{self, Patient};
use crate::clinic;
use crate::clock::Moment;
use crate::reservation::change::Refusal;
use crate::reservation::door::Door;
use crate::reservation::four_digits::{self, Problem, Unproved};
use crate::reservation::page::detail::{self, DIGITS, Eyes, Refused, Sheet};
use crate::reservation::{Reservation, path};
use crate::store::{self, Tx};
use crate::ui::Page;
use crate::web::{Anyone, Cx, Failure, Result, Route, get, post};

/// The routes below `/reservations` and `/r`.
pub fn routes() -> Vec<Route> {
    vec![
        get(path::RESERVATION, |cx, me| of_patient(cx, me, show::show)),
        get(path::CANCELLATION, |cx, me| of_patient(cx, me, cancel::confirm)),
        post(path::CANCELLATION, |cx, me| of_patient(cx, me, cancel::cancel)),
        post(path::CHANGE, |cx, me| of_patient(cx, me, change::begin)),
        get(path::CALENDAR, |cx, me| of_patient(cx, me, calendar::file)),
        get(path::RECEIPT, |cx, anyone| of_holder(cx, anyone, show::show)),
        get(path::RECEIPT_CALENDAR, |cx, anyone| of_holder(cx, anyone, calendar::file)),
        get(path::RECEIPT_CANCELLATION, |cx, anyone| of_holder(cx, anyone, cancel::confirm)),
        post(path::RECEIPT_CANCELLATION, |cx, anyone| of_holder(cx, anyone, cancel::cancel)),
        get(path::RECEIPT_CHANGE, |cx, anyone| of_holder(cx, anyone, change::ask)),
        post(path::RECEIPT_CHANGE, |cx, anyone| of_holder(cx, anyone, change::begin)),
    ]
}

async fn of_patient<F: Future<Output = Result>>(cx: Cx, me: Patient, action: impl FnOnce(Cx, Door) -> F) -> Result {
    let door = Door::of_patient(&cx, &me)?;
    action(cx, door).await
}

async fn of_holder<F: Future<Output = Result>>(cx: Cx, _: Anyone, action: impl FnOnce(Cx, Door) -> F) -> Result {
    let door = Door::of_holder(&cx)?;
    action(cx, door).await
}

/// The reservation as whoever came through the door sees it.
async fn look(cx: &Cx, door: &Door) -> std::result::Result<Sheet, Failure> {
    let found = cx.read(|r| {
        let Some(reservation) = door.open(r)? else { return Ok(None) };
        Ok(clinic::store::find(r, &reservation.clinic)?.map(|clinic| (clinic, reservation)))
    }).await?;
    let (clinic, reservation) = found.ok_or(Failure::NotFound)?;
    let eyes = match door {
        Door::Patient(..) => Eyes::Patient,
        Door::Holder(_) => Eyes::Holder,
    };
    Ok(Sheet { clinic, reservation, eyes, ways: door.ways() })
}

/// Why something that was asked for was not done.
enum Stop {
    /// It is no business of whoever asks, or they asked too often.
    Failed(Failure),
    /// The four digits are not right.
    Unproved(Problem),
    /// The digits were guessed at so often that they prove nothing any more.
    Spent,
    /// The rules of the reservation.
    Refused(Refusal),
    /// The clinic does not offer the menu any more.
    NotOffered,
}

/// The reservation inside a write, for whoever has proved that they may change it.
fn admit(tx: &mut Tx<'_>, cx: &Cx, door: &Door) -> store::Result<std::result::Result<Reservation, Stop>> {
    if let Door::Holder(_) = door
        && let Err(until) = account::count_link(tx, cx)?
    {
        return Ok(Err(Stop::Failed(until.into())));
    }
    let reservation = match door.again(tx, cx)? {
        Ok(reservation) => reservation,
        Err(failure) => return Ok(Err(Stop::Failed(failure))),
    };
    let proved = match door {
        Door::Patient(..) => Ok(()),
        Door::Holder(_) => four_digits::prove(tx, cx, &reservation, cx.form().get(DIGITS))?,
    };
    Ok(match proved {
        Ok(()) => Ok(reservation),
        Err(Unproved::By(problem)) => Err(Stop::Unproved(problem)),
        Err(Unproved::Spent) => Err(Stop::Spent),
        Err(Unproved::TooMany(until)) => Err(Stop::Failed(until.into())),
    })
}

/// The answer when nothing was done. `again` draws the page that asks for the digits, `late` names what was asked for.
async fn stopped(
    cx: &Cx,
    door: &Door,
    stop: Stop,
    again: fn(&Cx, &Sheet, Option<Problem>) -> Page,
    late: fn(Moment) -> Refused,
) -> Result {
    let why = match stop {
        Stop::Failed(failure) => return Err(failure),
        Stop::Refused(Refusal::NotBooked) => return Ok(cx.done(already(door))),
        Stop::Spent => return Ok(cx.exhausted(detail::refused(cx, &look(cx, door).await?, Refused::Guessed))),
        Stop::Unproved(problem) => return Ok(cx.refuse(again(cx, &look(cx, door).await?, Some(problem)))),
        Stop::Refused(Refusal::TooLate { until }) => late(until),
        Stop::NotOffered => Refused::NotOffered,
    };
    Ok(cx.refuse(detail::refused(cx, &look(cx, door).await?, why)))
}

/// The reservation's page, which says that it has been cancelled already.
fn already(door: &Door) -> String {
    format!("{}?done=already", door.ways().detail)
}
