//! 予約詳細, for whoever is signed in and for whoever holds the URL of a mail; cancelling, and asking for another time.
//!
//! Both go the same ways through an [`Access`]; the second proves with each change that they know the phone number.

mod calendar;
mod cancel;
mod change;
mod show;

use crate::account::Patient;
use crate::clinic;
use crate::clock::Moment;
use crate::reservation::access::{Access, NotDone};
use crate::reservation::change::Refusal;
use crate::reservation::four_digits::Problem;
use crate::reservation::page::detail::{self, Eyes, Refused, Sheet};
use crate::reservation::{ReservationId, path};
use crate::secret::Token;
use crate::ui::Page;
use crate::web::{Anyone, Cx, Failure, Result, Route, get, post};
use crate::work::{Ended, Outcome, Work};
use std::sync::Arc;

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

async fn of_patient<F: Future<Output = Result>>(cx: Cx, me: Patient, action: impl FnOnce(Cx, Access) -> F) -> Result {
    let access = Access::Patient(me.account.id, ReservationId::parse(cx.param("id")).ok_or(Failure::NotFound)?);
    action(cx, access).await
}

async fn of_holder<F: Future<Output = Result>>(cx: Cx, _: Anyone, action: impl FnOnce(Cx, Access) -> F) -> Result {
    let access = Token::parse(cx.param("token")).map(Access::Holder).ok_or(Failure::NotFound)?;
    action(cx, access).await
}

/// The reservation as whoever came through the access sees it.
async fn look(cx: &Cx, access: &Access) -> std::result::Result<Sheet, Failure> {
    let found = cx
        .read(|r| {
            let Some(reservation) = access.open(r)? else { return Ok(None) };
            Ok(clinic::rows::find(r, &reservation.clinic)?.map(|clinic| (clinic, reservation)))
        })
        .await?;
    let (clinic, reservation) = found.ok_or(Failure::NotFound)?;
    let eyes = match access {
        Access::Patient(..) => Eyes::Patient,
        Access::Holder(_) => Eyes::Holder,
    };
    Ok(Sheet { clinic: Arc::new(clinic), reservation, eyes, ways: access.ways() })
}

/// Does a unit of work for whoever has access: a patient has to be signed in still, and the holder of a URL need not be.
async fn work<T: Send + 'static>(
    cx: &Cx,
    access: &Access,
    mut verb: impl FnMut(&mut Work<'_>) -> Outcome<T, NotDone> + Send + 'static,
) -> std::result::Result<Ended<T, NotDone>, Failure> {
    match access {
        Access::Patient(..) => cx.work(move |work, _: Patient| verb(work)).await,
        Access::Holder(_) => cx.work(move |work, _: Anyone| verb(work)).await,
    }
}

/// The answer when nothing was done. `again` draws the page that asks for the digits, `late` names what was asked for.
async fn stopped(
    cx: &Cx,
    access: &Access,
    why: NotDone,
    again: fn(&Cx, &Sheet, Option<Problem>) -> Page,
    late: fn(Moment) -> Refused,
) -> Result {
    let why = match why {
        NotDone::Refused(Refusal::NotBooked) => return Ok(cx.done(already(access))),
        NotDone::Spent => return Ok(cx.exhausted(detail::refused(cx, &look(cx, access).await?, Refused::Guessed))),
        NotDone::Unproved(problem) => return Ok(cx.refuse(again(cx, &look(cx, access).await?, Some(problem)))),
        NotDone::Refused(Refusal::TooLate { until }) => late(until),
        NotDone::NotOffered => Refused::NotOffered,
    };
    Ok(cx.refuse(detail::refused(cx, &look(cx, access).await?, why)))
}

/// The reservation's page, which says that it has been cancelled already.
fn already(access: &Access) -> String {
    format!("{}?done=already", access.ways().detail)
}
