//! Under whose account a reservation is: taken over from a guest, parted from a link that goes.
//!
//! Neither changes anything for the clinic. Who may do so is the actions' business.

use super::Booked;
use crate::account::AccountId;
use crate::clinic::{self, LinkId};
use crate::clock::Moment;
use crate::reservation::model::{Reservation, ReservationId};
use crate::reservation::store as rows;
use crate::store::{Result, Tx};

/// Puts a guest's reservation under an account, which registers the clinic as マイクリニック with it. `None` when there is no
/// such reservation, or when it is under an account already: nobody's is taken over.
pub fn adopt(tx: &mut Tx<'_>, now: Moment, id: ReservationId, account: AccountId) -> Result<Option<Booked>> {
    let Some(guests) = rows::find(tx, id)?.filter(|reservation| reservation.link.is_none()) else { return Ok(None) };
    let (link, registered) = clinic::store::register(tx, now, account, &guests.clinic)?;
    let reservation = Reservation { link: Some(link.id), ..guests };
    rows::put(tx, &reservation)?;
    Ok(Some(Booked { reservation, registered }))
}

/// Parts every reservation from a link that goes; they stay booked at the clinic. Says how many there were.
pub fn part(tx: &mut Tx<'_>, link: LinkId) -> Result<usize> {
    let mut parted = 0;
    loop {
        let page = rows::of_link(tx, link, PARTED_AT_ONCE)?;
        if page.is_empty() {
            return Ok(parted);
        }
        for reservation in page {
            rows::put(tx, &Reservation { link: None, ..reservation })?;
            parted += 1;
        }
    }
}

/// How many reservations are read at a time when a link goes.
const PARTED_AT_ONCE: usize = 100;
