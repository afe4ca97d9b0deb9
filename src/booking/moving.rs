//! 予約を変更: a booking begins whose purpose is another time for a reservation, which stays as it is until the new time has been
//! committed.

use super::model::{Booking, Moving, Purpose, Stage};
use super::rows;
use crate::reservation::{self, Access, NotChanged, Reservation, holdings};
use crate::slots::{BookingKey, Offers};
use crate::store::{self, Reader};
use crate::work::{Outcome, Refuse, Work};

/// Keeps in the visitor's browser, under `key`, that this reservation is to be moved, and by which right; with those that are moved
/// along with it when the `whole_group` is. The time that is chosen then is that of the first who comes, whichever was opened; by the URL
/// of a mail, that of the one that it opens.
///
/// # Errors
/// Refused by its deadline, when its menu is no longer offered, or when nothing is proved; denied when it is not there.
pub fn begin(
    work: &mut Work<'_>,
    access: &Access,
    digits: &str,
    key: BookingKey,
    whole_group: bool,
) -> Outcome<Reservation, NotChanged> {
    let mut of = access.admit::<NotChanged>(work, digits)?;
    of.may_change(work.now()).or_refuse()?;
    let mut along = if whole_group { reservation::moved_along(work, &of, access.account())? } else { Vec::new() };
    along.sort_by_key(|along| along.slot.starts());
    let earlier =
        along.first_mut().filter(|first| access.account().is_some() && first.slot.starts() < of.slot.starts());
    if let Some(first) = earlier {
        std::mem::swap(&mut of, first);
    }
    let offers = Offers::of(work, &of.clinic)?;
    let offered = |of: &Reservation| {
        offers.as_ref().is_some_and(|offers| offers.offer(&of.slot.menu, of.service.visit).is_some())
    };
    if !std::iter::once(&of).chain(&along).all(offered) {
        return Err(NotChanged::NotOffered).or_refuse();
    }
    let (account, token) = match access {
        Access::Patient(account, _) => (Some(*account), None),
        Access::Holder(token) => (None, Some(token.key())),
    };
    let booking = Booking {
        clinic: of.clinic.clone(),
        menu: of.slot.menu.clone(),
        visit: of.service.visit,
        unit: of.slot.asked_unit().cloned(),
        account,
        purpose: Purpose::Move(Moving { id: of.id, token, whole_group }),
        stage: Stage::Begun,
    };
    let visitor = work.visitor();
    rows::put_booking(work, visitor, key, &booking)?;
    Ok(of)
}

/// The reservation that is to be moved, as long as the right to do so lasts: the URL of the mail, or that the account may open it.
///
/// # Errors
/// What the store says.
pub fn to_be_moved(r: &dyn Reader, booking: &Booking, moving: Moving) -> store::Result<Option<Reservation>> {
    let old = reservation::rows::find(r, moving.id)?.filter(|old| old.clinic == booking.clinic);
    let allowed = match (moving.token, booking.account) {
        (Some(token), _) => reservation::rows::of_token(r, &token)?.is_some_and(|own| own.id == moving.id),
        (None, Some(account)) => {
            old.as_ref().map(|old| holdings::is_open_to(r, account, old)).transpose()?.unwrap_or_default()
        }
        (None, None) => false,
    };
    Ok(old.filter(|_| allowed))
}

/// What was booked together with what is moved, and the others `along` with it, and stays where it is; as far as who moves it
/// reaches that.
///
/// # Errors
/// What the store says.
pub fn staying(
    r: &dyn Reader,
    booking: &Booking,
    old: &Reservation,
    along: &[Reservation],
) -> store::Result<Vec<Reservation>> {
    let mut found = reservation::companions(r, old, booking.viewer())?;
    found.retain(|other| along.iter().all(|along| along.id != other.id));
    Ok(found)
}
