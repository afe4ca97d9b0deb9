//! A booking under way with everything around it, found for the visitor whose it is and for nobody else.
//!
//! Somebody else's key is answered like one that does not exist. What is done with the booking is the actions' business.

use super::filled::Filled;
use crate::account::{self, Account, SignedIn};
use crate::clinic::{self, ClinicId};
use crate::mail::EmailAddress;
use crate::reservation::ledger::{Asker, Shelf};
use crate::reservation::{Booking, BookingKey, Moving, Offer, Reservation, path, store as rows};
use crate::store::{self, Reader, Tx};
use crate::web::{Cx, Failure};

/// Whatever stands in the way of an answer besides the store itself.
pub type Settled<T> = Result<T, Failure>;

/// A booking under way.
pub struct Desk {
    /// The clinic and its menus.
    pub shelf: Shelf,
    /// Its key.
    pub key: BookingKey,
    /// What was chosen and typed so far.
    pub booking: Booking,
    /// The reservation that is to be moved.
    pub moving: Option<Reservation>,
    /// The address of the account under which it was begun.
    account_address: Option<EmailAddress>,
}

impl Desk {
    /// The booking of the path, for whoever is asking.
    ///
    /// # Errors
    /// Not found, or whoever began it has to sign in again.
    pub async fn open(cx: &Cx, me: &account::Visitor) -> Settled<Self> {
        cx.read(|r| find(r, cx, me.account.as_ref())).await?
    }

    /// The same inside a write: whoever began it signed in is still signed in.
    pub fn again(tx: &Tx<'_>, cx: &Cx) -> store::Result<Settled<Self>> {
        let account = SignedIn::again(tx, cx)?;
        find(tx, cx, account.as_ref())
    }

    /// The menu among those of its clinic.
    ///
    /// # Errors
    /// Not found when patients cannot book it any more.
    pub fn offer(&self) -> Settled<Offer<'_>> {
        self.shelf.offer(&self.booking.menu, self.booking.visit).ok_or(Failure::NotFound)
    }

    /// Who asks what is free, with an address only where it is known to be theirs: an address that a guest has typed and
    /// not proved may be anybody's.
    pub fn asker<'a>(&'a self, filled: Option<&'a Filled>) -> Asker<'a> {
        let address = match filled.and_then(|filled| filled.address.as_ref()) {
            Some(typed) => Some(typed).filter(|typed| self.has_proved(typed)),
            None => self.account_address.as_ref(),
        };
        let person = filled.map(|filled| &filled.person);
        Asker { person, address, key: Some(self.key), moving: self.moving.as_ref() }
    }

    /// Whether a guest has proved this address within the booking.
    pub fn has_proved(&self, address: &EmailAddress) -> bool {
        self.booking.proved.as_ref().is_some_and(|proved| proved.key() == address.key())
    }

    /// One of its own paths.
    pub fn path(&self, route: &str) -> String {
        path::of_booking(route, &self.booking.clinic, self.key)
    }

    /// Whether nobody is signed in who books.
    pub fn is_guest(&self) -> bool {
        self.booking.account.is_none()
    }
}

fn find(r: &dyn Reader, cx: &Cx, account: Option<&Account>) -> store::Result<Settled<Desk>> {
    let named = ClinicId::parse(cx.param("clinic")).zip(BookingKey::parse(cx.param("key")));
    let Some((clinic, key)) = named else { return Ok(Err(Failure::NotFound)) };
    let booking = rows::booking(r, cx.visitor(), key)?.filter(|booking| booking.clinic == clinic);
    let Some((booking, shelf)) = booking.zip(Shelf::of(r, &clinic)?) else { return Ok(Err(Failure::NotFound)) };
    let account = account.filter(|account| booking.account == Some(account.id));
    if booking.account.is_some() && account.is_none() {
        return Ok(Err(Failure::SignIn));
    }
    let account_address = account.map(|account| account.address.clone());
    let moving = match booking.moving {
        Some(moving) => match to_be_moved(r, &booking, moving)? {
            Some(old) => Some(old),
            None => return Ok(Err(Failure::NotFound)),
        },
        None => None,
    };
    Ok(Ok(Desk { shelf, key, booking, moving, account_address }))
}

/// The reservation that is to be moved, as long as the right to do so lasts: the URL of the mail, or the account's link.
fn to_be_moved(r: &dyn Reader, booking: &Booking, moving: Moving) -> store::Result<Option<Reservation>> {
    let old = rows::find(r, moving.id)?.filter(|old| old.clinic == booking.clinic);
    let allowed = match (moving.token, booking.account) {
        (Some(token), _) => rows::of_token(r, &token)?.is_some_and(|own| own.id == moving.id),
        (None, Some(account)) => {
            let link = clinic::store::link(r, account, &booking.clinic)?.map(|link| link.id);
            link.is_some() && old.as_ref().is_some_and(|old| old.link == link)
        }
        (None, None) => false,
    };
    Ok(old.filter(|_| allowed))
}
