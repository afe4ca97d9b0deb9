//! The booking that the path names, opened for the visitor whose it is.

use crate::account::MaybePatient;
use crate::booking::page::ended;
use crate::booking::under_way::{self, BookingRef, UnderWay};
use crate::clinic::{self, ClinicId};
use crate::slots::BookingKey;
use crate::web::{Cx, Failure, Result};

/// What an action gives that has still to draw a page, or the failure that is drawn instead.
pub type OrFailure<T> = std::result::Result<T, Failure>;

/// The booking that the path names.
///
/// # Errors
/// Not found, when that is no name at all.
pub fn named_booking(cx: &Cx) -> OrFailure<BookingRef> {
    let named = ClinicId::parse(cx.param("clinic")).zip(BookingKey::parse(cx.param("key")));
    named.map(|(clinic, key)| BookingRef { clinic, key }).ok_or(Failure::NotFound)
}

/// The booking of the path, for the visitor who asks.
///
/// # Errors
/// Not found; or the account that began it has to sign in again.
pub async fn open(cx: &Cx, me: &MaybePatient) -> OrFailure<UnderWay> {
    look_up(cx, me, &named_booking(cx)?).await
}

/// A booking of the visitor who asks.
///
/// # Errors
/// As [`open`].
pub async fn look_up(cx: &Cx, me: &MaybePatient, named: &BookingRef) -> OrFailure<UnderWay> {
    let found = cx.read(|r| under_way::find(r, cx.visitor(), named, me.account.as_deref())).await?;
    Ok(found.or_denied()?)
}

/// An action within a booking. One that was left, has ended or is somebody else's is not found, and that is said in the
/// same words for all of them, with the way to begin anew.
pub async fn within<F: Future<Output = Result>>(
    cx: Cx,
    me: MaybePatient,
    action: impl FnOnce(Cx, MaybePatient) -> F,
) -> Result {
    let answer = action(cx.clone(), me).await;
    let Err(Failure::NotFound) = answer else { return answer };
    let id = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
    let clinic = cx.read(|r| clinic::rows::find(r, &id)).await?.ok_or(Failure::NotFound)?;
    Ok(cx.missing(ended::show(&cx, &clinic)))
}
