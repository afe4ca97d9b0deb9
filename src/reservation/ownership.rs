//! Under which account a reservation is: a guest's is taken over, it goes along to another address of the account, and it is
//! parted from a registration that is removed. None of it changes when somebody comes, or for what.

use super::model::{Attendee, Reservation, ReservationId};
use super::{holdings, rows};
use crate::account::{self, Account, AccountId, Member, care, share};
use crate::clinic::{self, Clinic, LinkId};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{PatientDetails, Person, PersonId};
use crate::store::{Reader, Result, Tx};
use crate::work::Work;
use std::sync::Arc;

/// Puts a guest's reservation, and those that were booked together with it, under an account, whose clinic it becomes; gives the first.
/// Nothing happens to one that is under an account already.
///
/// # Errors
/// What the store says.
pub fn adopt(tx: &mut Tx<'_>, id: ReservationId, account: AccountId) -> Result<Option<Reservation>> {
    let Some(guests) = rows::find(tx, id)?.filter(|of| of.link.is_none()) else { return Ok(None) };
    for along in along_with(tx, &guests)? {
        let along = under(tx, along, account)?;
        rows::put(tx, &along)?;
    }
    let own = under(tx, guests, account)?;
    rows::put(tx, &own)?;
    Ok(Some(own))
}

/// Those that a guest has booked together with a reservation.
///
/// # Errors
/// What the store says.
pub fn along_with(r: &dyn Reader, of: &Reservation) -> Result<Vec<Reservation>> {
    let Some(group) = of.group else { return Ok(Vec::new()) };
    let same_guest = |one: &Reservation| one.link.is_none() && one.attendee.has_address_of(&of.attendee);
    let mut along = rows::of_group(r, group)?;
    along.retain(|one| one.id != of.id && same_guest(one));
    Ok(along)
}

/// A reservation that is under no account as it is under this one, which registers the clinic with it. It is not stored yet.
pub(super) fn under(tx: &mut Tx<'_>, guests: Reservation, account: AccountId) -> Result<Reservation> {
    let link = clinic::rows::register(tx, account, &guests.clinic)?;
    let mut reservation = guests.transferred(Some(link.id));
    let members = care::members(tx, account)?;
    let who = members.iter().find(|member| member.person.identity() == reservation.attendee.person.identity());
    reservation.attendee.person_id = who.map(|member| member.id);
    Ok(reservation)
}

/// Lets the mails about what is still to come under an account go to its present address, where they went to the former
/// one; gives these reservations. The URLs of earlier mails open nothing from here on: the former address may be somebody
/// else's. What is over or cancelled stays as the clinic has it.
pub fn readdress(tx: &mut Tx<'_>, account: &Account, former: &EmailAddress) -> Result<Vec<(Arc<Clinic>, Reservation)>> {
    let mut readdressed = Vec::new();
    for (clinic, of) in holdings::coming(tx, account.id)? {
        if of.attendee.is_reached_at(former) {
            let attendee = Attendee { address: Some(account.address.clone()), ..of.attendee };
            let reservation = Reservation { attendee, readdressed: of.readdressed.saturating_add(1), ..of };
            rows::put(tx, &reservation)?;
            readdressed.push((clinic, reservation));
        }
    }
    Ok(readdressed)
}

/// Gives what is still to come for a person, whose details have been changed, the details as they are now.
pub fn rename(work: &mut Work<'_>, account: AccountId, before: &Member, now: &Person) -> Result<()> {
    let by = work.caller().actor;
    for (_, of) in holdings::coming_for(work, account, before)? {
        let is_own = holdings::is_under(work, account, &of.clinic, of.link)?;
        // About what another account has booked, the clinic goes on reaching that one.
        let contact = if is_own { now.contact() } else { of.attendee.person.contact() };
        let person = PatientDetails::from(now.clone()).reached_by(contact);
        let attendee = Attendee { person, person_id: Some(before.id), ..of.attendee };
        let reservation = Reservation { attendee, ..of };
        rows::put(work, &reservation)?;
        work.record(reservation.event("attendee_changed", by));
    }
    Ok(())
}

/// Parts every reservation from an account's link that is removed; they stay booked at the clinic. What is for a person whom the
/// account shares comes under the link of another one that shares them, and those see it as before. No browser in
/// which one was booked shows it any more, because it has been transferred. Says how many there were.
pub fn part(tx: &mut Tx<'_>, account: AccountId, link: LinkId) -> Result<usize> {
    let mut parted = 0;
    loop {
        let page = rows::of_link(tx, link, PARTED_AT_ONCE)?;
        if page.is_empty() {
            return Ok(parted);
        }
        for reservation in page {
            let parted_one = match sharing_with(tx, account, &reservation)? {
                Some(next) => go_over(tx, reservation, &next)?,
                None => reservation.transferred(None),
            };
            rows::put(tx, &parted_one)?;
            parted += 1;
        }
    }
}

/// Another account that shares the person of a reservation with this one.
fn sharing_with(r: &dyn Reader, account: AccountId, of: &Reservation) -> Result<Option<Account>> {
    let Some(person) = of.attendee.person_id.filter(|_| !of.service.self_only) else { return Ok(None) };
    match share::find(r, person)?.and_then(|shared| shared.accounts().find(|one| *one != account)) {
        Some(other) => account::find(r, other),
        None => Ok(None),
    }
}

/// A reservation as it is under an account that it goes over to, which registers the clinic with it. About what is still to come,
/// that account is reached from now on, and the URLs of earlier mails open nothing any more.
fn go_over(tx: &mut Tx<'_>, of: Reservation, to: &Account) -> Result<Reservation> {
    let link = clinic::rows::register(tx, to.id, &of.clinic)?;
    let mut of = of.transferred(Some(link.id));
    of.readdressed = of.readdressed.saturating_add(1);
    if of.is_coming(tx.now()) {
        of.attendee.address = Some(to.address.clone());
        let member = of.attendee.person_id.map(|person| care::member(tx, to.id, person)).transpose()?.flatten();
        if let Some(member) = member {
            of.attendee.person = of.attendee.person.reached_by(member.person.contact());
        }
    }
    Ok(of)
}

/// Parts every reservation for a person whom an account books for no longer; they stay booked at the clinics.
pub fn part_person(tx: &mut Tx<'_>, account: AccountId, person: &Member) -> Result<()> {
    for of in booked_for(tx, account, person)? {
        rows::put(tx, &of.transferred(None))?;
    }
    Ok(())
}

/// Lists what is booked for a person by who they are, now that they are shared: what was booked before they were added to the
/// account is theirs from here on.
pub fn list_person(tx: &mut Tx<'_>, holder: AccountId, person: &Member) -> Result<()> {
    become_person(tx, holder, person, person.id)
}

/// Lets everything that an account has booked for a person be booked for another one, who turned out to be the same.
pub fn become_person(tx: &mut Tx<'_>, account: AccountId, person: &Member, into: PersonId) -> Result<()> {
    for of in booked_for(tx, account, person)? {
        rows::put(tx, &Reservation { attendee: Attendee { person_id: Some(into), ..of.attendee }, ..of })?;
    }
    Ok(())
}

/// Puts what an account has booked for a person under the account that holds the person, which registers the clinics with it.
/// The mails about what is still to come go there from now on, and the URLs of earlier mails open nothing any more; gives these
/// reservations.
pub fn hand_to_holder(
    tx: &mut Tx<'_>,
    account: AccountId,
    person: &Member,
    holder: &Account,
    lang: Lang,
) -> Result<Vec<(Arc<Clinic>, Reservation)>> {
    let mut readdressed = Vec::new();
    // Only what was seen by all who shared the person: a namesake of whom the account knows by itself is none of theirs.
    for of in booked_for(tx, account, person)?.into_iter().filter(|of| of.attendee.person_id == Some(person.id)) {
        let mut of = go_over(tx, of, holder)?;
        let is_coming = of.is_coming(tx.now());
        if is_coming {
            of.attendee.lang = lang;
        }
        rows::put(tx, &of)?;
        if let Some(clinic) = clinic::rows::find(tx, &of.clinic)?.filter(|_| is_coming) {
            readdressed.push((clinic, of));
        }
    }
    Ok(readdressed)
}

/// Everything that an account has booked for a person.
fn booked_for(r: &dyn Reader, account: AccountId, person: &Member) -> Result<Vec<Reservation>> {
    let mut found = Vec::new();
    for link in clinic::rows::links(r, account)? {
        let mut after = None;
        loop {
            let page = rows::of_link_after(r, link.id, after, PARTED_AT_ONCE)?;
            let Some(last) = page.last() else { break };
            after = Some((last.slot.starts(), last.id));
            found.extend(page.into_iter().filter(|of| of.attendee.is(person)));
        }
    }
    Ok(found)
}

impl Reservation {
    /// The reservation under a registration, or under none: then it is no account's person who comes.
    fn transferred(self, link: Option<LinkId>) -> Self {
        let attendee = Attendee { person_id: link.and(self.attendee.person_id), ..self.attendee };
        Self { link, attendee, transfers: self.transfers.saturating_add(1), ..self }
    }
}

/// How many reservations are read at a time when a link goes.
const PARTED_AT_ONCE: usize = 100;
