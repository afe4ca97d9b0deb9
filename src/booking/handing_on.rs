//! The bookings of a browser whose token changes: those under way, with what was typed and the slots that are kept for them,
//! and those that are done. They go along to the new token, or are forgotten.
//!
//! Signing in makes them the account's. What was booked as a guest comes under the account too when it was booked with the
//! account's own address, which its owner has proved.

use super::choice::Done;
use super::model::{Booking, Purpose, Stage};
use super::rows;
use crate::account::Account;
use crate::reservation::{self, adopt, holdings};
use crate::secret::TokenHash;
use crate::store::{Result, Tx};

/// Hands the bookings of a browser on to its new token, in which this account is signed in, or none. What was begun under
/// another account is left behind.
pub fn hand_on(tx: &mut Tx<'_>, old: TokenHash, new: TokenHash, account: Option<&Account>) -> Result<()> {
    for (key, booking, ends) in rows::bookings_of(tx, old)? {
        rows::forget_booking(tx, old, key, &booking)?;
        let signed_in = account.map(|account| account.id);
        if booking.account.is_some() && booking.account != signed_in {
            rows::give_back(tx, key, &booking)?;
            continue;
        }
        let mut booking = match account {
            Some(account) => under(tx, booking, account)?,
            None => booking,
        };
        // A code belongs to the token for which it was mailed.
        if let Purpose::New(form) = &mut booking.purpose {
            form.code = None;
        }
        rows::put_until(tx, new, key, &booking, ends)?;
    }
    Ok(())
}

/// Forgets the bookings of a browser, and gives back the slots that are kept for them.
pub fn forget(tx: &mut Tx<'_>, visitor: TokenHash) -> Result<()> {
    for (key, booking, _) in rows::bookings_of(tx, visitor)? {
        rows::end_booking(tx, visitor, key, &booking)?;
    }
    Ok(())
}

/// A booking as it goes on once somebody has signed in. One that moves a reservation by the URL of a mail stays a guest's.
fn under(tx: &mut Tx<'_>, booking: Booking, account: &Account) -> Result<Booking> {
    if matches!(booking.purpose, Purpose::Move(_)) {
        return Ok(booking);
    }
    let Stage::Done(done) = booking.stage else {
        return Ok(Booking { account: Some(account.id), ..booking });
    };
    let id = done.reservation;
    let own = match booking.account {
        Some(_) => holdings::of_account(tx, account.id, id)?,
        None => taken_over(tx, done, account)?,
    };
    Ok(match own {
        Some(own) => Booking {
            account: Some(account.id),
            stage: Stage::Done(Done { transfers: own.transfers, ..done }),
            ..booking
        },
        None => booking,
    })
}

/// The reservation that a guest has booked, when it is under the account, or comes under it now with those that were booked along.
fn taken_over(tx: &mut Tx<'_>, done: Done, account: &Account) -> Result<Option<reservation::Reservation>> {
    if let Some(own) = holdings::of_account(tx, account.id, done.reservation)? {
        return Ok(Some(own));
    }
    match reservation::rows::find(tx, done.reservation)? {
        Some(found) if found.transfers == done.transfers && is_of(&found, account) => adopt(tx, found.id, account.id),
        Some(_) | None => Ok(None),
    }
}

fn is_of(found: &reservation::Reservation, account: &Account) -> bool {
    found.link.is_none() && found.attendee.is_reached_at(&account.address)
}
