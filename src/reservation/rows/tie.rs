//! What a booking in some browser belongs to beside that browser: the account under which it was begun, and the
//! reservation that was made of it. By these it is found when they go another way.
//!
//! An entry ends with its booking. One that is left over is harmless: whoever follows it asks the booking itself.

use crate::account::AccountId;
use crate::clock::Moment;
use crate::reservation::model::ReservationId;
use crate::reservation::progress::Booking;
use crate::secret::TokenHash;
use crate::slots::BookingKey;
use crate::store::{Expiring, Key, Reader, Result, Tx};

const TIES: Expiring<(Tie, TokenHash, BookingKey), ()> = Expiring::new("reservation-booking-tie");

/// The name of this file's table.
pub(super) const TABLE: &str = TIES.name();

/// What a booking belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The account of whoever was signed in when it began.
    Account(AccountId),
    /// The reservation that was made of it, or moved.
    Reservation(ReservationId),
}

impl Tie {
    /// Whether a booking belongs to it.
    pub(super) fn holds(self, booking: &Booking) -> bool {
        of(booking).any(|tie| tie == self)
    }
}

impl Key for Tie {
    fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Self::Account(id) => (0_u8, *id).encode(out),
            Self::Reservation(id) => (1_u8, *id).encode(out),
        }
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        match u8::decode(input)? {
            0 => AccountId::decode(input).map(Self::Account),
            1 => ReservationId::decode(input).map(Self::Reservation),
            _ => None,
        }
    }
}

/// Lets a booking be found by all that it belongs to, until it ends.
pub(super) fn put(
    tx: &mut Tx<'_>,
    (visitor, key): (TokenHash, BookingKey),
    booking: &Booking,
    ends: Moment,
) -> Result<()> {
    for tie in of(booking) {
        TIES.put(tx, &(tie, visitor, key), (), ends)?;
    }
    Ok(())
}

/// Takes what [`put`] wrote away.
pub(super) fn delete(tx: &mut Tx<'_>, (visitor, key): (TokenHash, BookingKey), booking: &Booking) -> Result<()> {
    for tie in of(booking) {
        TIES.delete(tx, &(tie, visitor, key))?;
    }
    Ok(())
}

/// The first `limit` bookings that belonged to it when they were stored.
pub(super) fn bookings(r: &dyn Reader, tie: Tie, limit: usize) -> Result<Vec<(TokenHash, BookingKey)>> {
    let found = TIES.prefix(r, &tie, limit)?;
    Ok(found.into_iter().map(|((_, visitor, key), ())| (visitor, key)).collect())
}

/// Drops an entry whose booking has been dealt with, or is there no more.
pub(super) fn drop_entry(tx: &mut Tx<'_>, tie: Tie, (visitor, key): (TokenHash, BookingKey)) -> Result<()> {
    TIES.delete(tx, &(tie, visitor, key))
}

fn of(booking: &Booking) -> impl Iterator<Item = Tie> {
    let account = booking.account.map(Tie::Account);
    account.into_iter().chain(booking.booked.map(Tie::Reservation))
}
