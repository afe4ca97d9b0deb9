//! A reservation as it is opened by its patient, or by the URL of a mail: reading it, a unit of work on it, and the answer
//! when that is refused.

use crate::account::{AccountId, Patient};
use crate::clinic;
use crate::clock::Moment;
use crate::reservation::access::{Access, NotChanged};
use crate::reservation::change::Refusal;
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::group;
use crate::reservation::holdings;
use crate::reservation::model::{Reservation, ReservationId};
use crate::reservation::page::detail::{self, NotPossible, Sheet, Viewer};
use crate::reservation::receipt_token::ReceiptToken;
use crate::store::{self, Reader};
use crate::ui::Page;
use crate::web::{Anyone, Cx, Failure, Result};
use crate::work::{Ended, Outcome, Work};

/// An action on the reservation that the path names, for its patient.
///
/// # Errors
/// Not found when there is no such reference.
pub async fn by_patient<F: Future<Output = Result>>(
    cx: Cx,
    me: Patient,
    action: impl FnOnce(Cx, Access) -> F,
) -> Result {
    let access = Access::Patient(me.account.id, ReservationId::parse(cx.param("id")).ok_or(Failure::NotFound)?);
    action(cx, access).await
}

/// An action on the reservation that the token in the path opens.
///
/// # Errors
/// Not found when that is no token.
pub async fn by_holder<F: Future<Output = Result>>(cx: Cx, _: Anyone, action: impl FnOnce(Cx, Access) -> F) -> Result {
    let access = ReceiptToken::parse(cx.param("token")).map(Access::Holder).ok_or(Failure::NotFound)?;
    action(cx, access).await
}

/// The reservation that the path names, whatever page of it that is, if it opens to the visitor.
///
/// # Errors
/// What the store says.
pub fn of_path(cx: &Cx, r: &dyn Reader) -> store::Result<Option<Reservation>> {
    if let Some(token) = ReceiptToken::parse(cx.param("token")) {
        return Access::Holder(token).open(r);
    }
    let account = cx.session().map(|session| AccountId::of_subject(session.subject));
    match account.zip(ReservationId::parse(cx.param("id"))) {
        Some((account, id)) => Access::Patient(account, id).open(r),
        None => Ok(None),
    }
}

/// The reservation as it is seen through the access.
pub async fn look(cx: &Cx, access: &Access) -> std::result::Result<Sheet, Failure> {
    let found = cx
        .read(|r| {
            let Some(reservation) = access.open(r)? else { return Ok(None) };
            let companions = group::companions(r, &reservation, access.account())?;
            let booker =
                access.account().map(|account| holdings::booker(r, account, &reservation)).transpose()?.flatten();
            Ok(clinic::rows::find(r, &reservation.clinic)?.map(|clinic| (clinic, reservation, companions, booker)))
        })
        .await?;
    let (clinic, reservation, companions, booker) = found.ok_or(Failure::NotFound)?;
    let viewer = match access {
        Access::Patient(..) => Viewer::Patient,
        Access::Holder(_) => Viewer::Holder,
    };
    Ok(Sheet { clinic, reservation, companions, booker, viewer, ways: access.ways() })
}

/// Does a unit of work through the access: a patient has to be signed in still, and the holder of a URL need not be.
pub async fn work<T: Send + 'static>(
    cx: &Cx,
    access: &Access,
    mut verb: impl FnMut(&mut Work<'_>) -> Outcome<T, NotChanged> + Send + 'static,
) -> std::result::Result<Ended<T, NotChanged>, Failure> {
    match access {
        Access::Patient(..) => cx.work(move |work, _: Patient| verb(work)).await,
        Access::Holder(_) => cx.work(move |work, _: Anyone| verb(work)).await,
    }
}

/// The answer when nothing was done. `again` draws the page that asks for the digits, `late` names what was asked for.
pub async fn refused_page(
    cx: &Cx,
    access: &Access,
    why: NotChanged,
    again: fn(&Cx, &Sheet, Option<DigitsProblem>) -> Page,
    late: fn(Moment) -> NotPossible,
) -> Result {
    let why = match why {
        NotChanged::Refused(Refusal::NotBooked) => return Ok(cx.go_to(already(access))),
        NotChanged::Spent => {
            return Ok(cx.exhausted(detail::refused(cx, &look(cx, access).await?, NotPossible::Guessed)));
        }
        NotChanged::Unproved(problem) => return Ok(cx.refuse(again(cx, &look(cx, access).await?, Some(problem)))),
        NotChanged::Refused(Refusal::TooLate { until }) => late(until),
        NotChanged::NotOffered => NotPossible::NotOffered,
    };
    Ok(cx.refuse(detail::refused(cx, &look(cx, access).await?, why)))
}

/// The reservation's page, which says that it has been cancelled already.
pub fn already(access: &Access) -> String {
    format!("{}?done=already", access.ways().detail)
}
