//! A booking under way with everything around it, found for the visitor whose it is. Somebody else's key is answered like one that
//! does not exist.

use super::filled::Filled;
use super::guest_group::TypedPerson;
use super::members::{chosen_member, chosen_members};
use super::model::{Booking, ChosenMember, Details, Moving, ProvedAddress, Purpose, Stage};
use super::next::Next;
use super::party::PartyMember;
use super::{moving, path, rows};
use crate::account::Account;
use crate::clinic::ClinicId;
use crate::mail::EmailAddress;
use crate::reservation::{self, Reservation};
use crate::secret::TokenHash;
use crate::slots::{BookingKey, Offer, Offers};
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Work};
use std::convert::Infallible;
use time::Date;

/// A booking as addresses name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingRef {
    /// The clinic.
    pub clinic: ClinicId,
    /// The booking's key among the visitor's own.
    pub key: BookingKey,
}

/// A booking under way.
pub struct UnderWay {
    /// The clinic and its menus.
    pub offers: Offers,
    /// Its key.
    pub key: BookingKey,
    /// The browser under whose token it is kept.
    pub visitor: TokenHash,
    /// What was chosen and typed so far.
    pub booking: Booking,
    /// The reservation that is to be moved.
    pub moving: Option<Reservation>,
    /// Those that are moved along with it.
    pub along: Vec<Reservation>,
    /// The address of the account under which it was begun.
    pub(super) account_address: Option<EmailAddress>,
    /// Who was chosen of those for whom the account books, as they are now.
    pub(super) members: Vec<Filled>,
    /// What a guest has proved not long ago in the same browser, in whichever booking: see [`rows::proved`].
    pub(super) proved: Vec<ProvedAddress>,
}

/// What was found under a key.
pub enum Opened {
    /// The booking.
    UnderWay(Box<UnderWay>),
    /// One that was begun by somebody who has to sign in again.
    SignIn,
    /// None of this visitor's.
    Nothing,
}

impl Opened {
    /// The booking, or why it is not there for this visitor.
    ///
    /// # Errors
    /// Not found, or they have to sign in again.
    pub fn or_denied(self) -> Result<UnderWay, Denied> {
        match self {
            Self::UnderWay(under_way) => Ok(*under_way),
            Self::SignIn => Err(Denied::SignIn),
            Self::Nothing => Err(Denied::NotFound),
        }
    }
}

/// Looks a visitor's booking up; `account` is the one that is signed in.
///
/// # Errors
/// What the store says.
pub fn find(
    r: &dyn Reader,
    visitor: TokenHash,
    named: &BookingRef,
    account: Option<&Account>,
) -> store::Result<Opened> {
    let booking = rows::booking(r, visitor, named.key)?.filter(|booking| booking.clinic == named.clinic);
    let Some(booking) = booking else { return Ok(Opened::Nothing) };
    let several = booking.party().is_some() || booking.moving().is_some_and(|moving| moving.whole_group);
    let offers = match several {
        true => Offers::of(r, &named.clinic)?,
        false => Offers::of_menu(r, &named.clinic, &booking.menu)?,
    };
    let Some(offers) = offers else { return Ok(Opened::Nothing) };
    let account = account.filter(|account| booking.account == Some(account.id));
    if booking.account.is_some() && account.is_none() {
        return Ok(Opened::SignIn);
    }
    let account_address = account.map(|account| account.address.clone());
    let moving = match booking.moving() {
        Some(moving) => match moving::to_be_moved(r, &booking, moving)? {
            Some(old) => Some(old),
            None => return Ok(Opened::Nothing),
        },
        None => None,
    };
    let along = match (&moving, booking.moving()) {
        (Some(old), Some(Moving { whole_group: true, .. })) => reservation::moved_along(r, old, booking.viewer())?,
        _ => Vec::new(),
    };
    let members = match account {
        Some(account) => chosen_members(r, account, &booking)?,
        None => Vec::new(),
    };
    if booking.party().is_some_and(|party| !party.is_of_guest() && party.people().count() != members.len()) {
        return Ok(Opened::Nothing);
    }
    let proved = if account_address.is_none() { rows::proved(r, visitor)? } else { Vec::new() };
    let mut found =
        UnderWay { offers, key: named.key, visitor, booking, moving, along, account_address, members, proved };
    found.drop_stale_choice();
    Ok(Opened::UnderWay(Box::new(found)))
}

/// Leaves a booking: its slot is given back at once, and what was typed is forgotten. Says whether there was something to
/// leave: what is booked is not undone by leaving.
///
/// # Errors
/// Denied when it is not this visitor's.
pub fn leave(work: &mut Work<'_>, named: &BookingRef, account: Option<&Account>) -> Outcome<bool, Infallible> {
    let under_way = UnderWay::find(work, named, account)?;
    if under_way.booking.done().is_some() {
        return Ok(false);
    }
    rows::end_booking(work, under_way.visitor, under_way.key, &under_way.booking)?;
    Ok(true)
}

impl UnderWay {
    /// The booking inside a unit of work of the visitor whose it is.
    ///
    /// # Errors
    /// Denied when it is not theirs.
    pub fn find<R>(work: &Work<'_>, named: &BookingRef, account: Option<&Account>) -> Outcome<Self, R> {
        Ok(find(work, work.visitor(), named, account)?.or_denied()?)
    }

    /// Goes back to before the choice where that was made for reservations that are not all as they were, or not the same.
    fn drop_stale_choice(&mut self) {
        let moved = self.moved_together();
        if matches!(&self.booking.stage, Stage::Chosen(choice) if !choice.is_of(&moved)) {
            self.booking.stage = Stage::Begun;
        }
    }

    /// Stores what was changed of it.
    ///
    /// # Errors
    /// What the store says.
    pub fn store(&self, work: &mut Work<'_>) -> store::Result<()> {
        rows::put_booking(work, self.visitor, self.key, &self.booking)
    }

    /// The menu among those of its clinic.
    ///
    /// # Errors
    /// Not found when patients cannot book it any more.
    pub fn offer(&self) -> Result<Offer<'_>, Denied> {
        let offer = self.offers.offer(&self.booking.menu, self.booking.visit).ok_or(Denied::NotFound)?;
        Ok(offer.with_known(self.booking.unit.as_ref()))
    }

    /// Asks for the unit of that name, or for any where none is named or there is none that patients may choose. Says whether what is
    /// named can be asked for.
    pub fn ask_unit(&mut self, name: &str) -> bool {
        self.booking.unit = self.offer().ok().and_then(|offer| offer.choosable_unit(name)).cloned();
        name.is_empty() || self.booking.unit.is_some()
    }

    /// The menu of the person at this place in the group, counted from 0.
    ///
    /// # Errors
    /// Not found when patients cannot book it any more, or several people not in one go.
    pub fn offer_of(&self, at: usize) -> Result<Offer<'_>, Denied> {
        match self.booking.party().and_then(|party| party.members.get(at)) {
            Some(PartyMember { menu, visit, .. }) => {
                let offer = self.offers.offer(menu, *visit).filter(|offer| offer.menu.is_for_several());
                offer.ok_or(Denied::NotFound)
            }
            None => self.offer(),
        }
    }

    /// 受診者, to be changed.
    ///
    /// # Errors
    /// Not found when a reservation is moved: its person stays; or when it is for several people, who were chosen before.
    pub fn form(&mut self) -> Result<&mut Details, Denied> {
        match &mut self.booking.purpose {
            Purpose::New(form) => Ok(form),
            Purpose::Group(_) | Purpose::Move(_) => Err(Denied::NotFound),
        }
    }

    /// Who comes, or the first of several.
    pub fn filled(&self, today: Date) -> Option<Filled> {
        self.everybody(today).into_iter().next()
    }

    /// Everybody who comes, in the order of their slots, as far as that is known: for whom a guest books once that has been typed
    /// without a fault, otherwise who was chosen.
    pub fn everybody(&self, today: Date) -> Vec<Filled> {
        match self.booking.form().filter(|_| self.is_guest()) {
            Some(form) => form.filled(today),
            None => self.members.clone(),
        }
    }

    /// Keeps what was typed of one person.
    ///
    /// # Errors
    /// Denied when a reservation is moved, or when it is for people of the account, who were chosen.
    pub fn put_typed<R>(&mut self, r: &dyn Reader, account: Option<&Account>, of: TypedPerson<'_>) -> Outcome<(), R> {
        self.form()?.put_typed(of);
        if let Some(account) = account.filter(|own| self.booking.account == Some(own.id)) {
            self.members = chosen_members(r, account, &self.booking)?;
        }
        Ok(())
    }

    /// Takes somebody for whom the account books in the place of who was chosen before. What was typed as a guest stays.
    ///
    /// # Errors
    /// Denied when the account books for nobody of that id.
    pub fn choose_member<R>(&mut self, r: &dyn Reader, account: &Account, chosen: ChosenMember) -> Outcome<(), R> {
        let member = chosen_member(r, account, &self.booking.clinic, &chosen)?.ok_or(Denied::NotFound)?;
        self.members = vec![member];
        self.form()?.member = Some(chosen);
        Ok(())
    }

    /// Which page is next today.
    pub fn next(&self, today: Date) -> Next {
        Next::of(&self.booking, self.everybody(today), self.moving.as_ref())
    }

    /// Whether there is everything that is to be confirmed.
    pub fn is_ready(&self, today: Date) -> bool {
        matches!(self.next(today), Next::Confirmation(_))
    }

    /// The path of that page.
    pub fn next_path(&self, today: Date) -> String {
        self.path(self.next(today).route())
    }

    /// Whether a guest has proved this address, not long ago and in the same browser.
    pub fn has_proved(&self, address: &EmailAddress) -> bool {
        self.proof_of(address).is_some()
    }

    /// When and how that was done.
    pub fn proof_of(&self, address: &EmailAddress) -> Option<&ProvedAddress> {
        self.proved.iter().find(|proved| proved.is(address))
    }

    /// Whether a reservation is moved whose person is named: who moves it by the URL of a mail sees initials only.
    pub fn is_named(&self) -> bool {
        self.booking.moving().is_some_and(|moving| !moving.is_by_url())
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
