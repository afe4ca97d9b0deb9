//! What becomes of reservations when their patient has an account made out of one, another address, or leaves.

use crate::account::{self, Account, AccountId, Member, Origin, care, share};
use crate::clinic;
use crate::clock::Moment;
use crate::mail::{self, EmailAddress, Letterhead};
use crate::person::{Person, PersonId};
use crate::reservation::holdings::Held;
use crate::reservation::ownership::{
    adopt, along_with, become_person, hand_to_holder, list_person, part, part_person, readdress, rename,
};
use crate::reservation::{Reservation, ReservationId, cancellation, holdings, letter, page, path, rows, words};
use crate::session;
use crate::store::{Reader, Result, Tx};
use crate::web::Cx;
use crate::work::{Stop, Work};
use maud::Markup;

/// The ties of reservations to accounts: what [`Ties`](crate::account::Ties) asks of them.
pub struct Reservations;

impl Reservations {
    /// Puts the reservation out of which an account was made under it.
    ///
    /// # Errors
    /// What the store says.
    pub fn made(&self, tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<()> {
        let Some(id) = ReservationId::parse(&origin.0) else { return Ok(()) };
        // It was booked with the very address that the account has proved; a reservation of another one stays where it is.
        let Some(booked) = rows::find(tx, id)?.filter(|of| of.attendee.is_reached_at(&account.address)) else {
            return Ok(());
        };
        // Whom the guest has booked for becomes a member of the family, never the owner. Nobody is who has been typed as oneself.
        for Reservation { attendee, .. } in std::iter::once(&booked).chain(&along_with(tx, &booked)?) {
            if let Some(relation) = attendee.relation_to_guest(tx.now().jst_date())
                && let Some(person) = attendee.person.person()
                && care::members(tx, account.id)?.iter().all(|member| !member.person.is_same_as(&person))
            {
                care::add(tx, account.id, relation, &person)?;
            }
        }
        adopt(tx, id, account.id)?;
        Ok(())
    }

    /// Lets what is to come go along to the account's new address, which gets URLs of its own.
    ///
    /// # Errors
    /// What the store says.
    pub fn moved(&self, work: &mut Work<'_>, account: &Account, former: &EmailAddress) -> Result<()> {
        for (clinic, reservation) in readdress(work, account, former)? {
            let (url, head, now) = with_url(work, &reservation)?;
            letter::post(work, letter::readdressed(&head, &clinic, &reservation, &url, now).as_ref())?;
        }
        Ok(())
    }

    /// Lists what is booked for a person by who they are, now that they are shared.
    ///
    /// # Errors
    /// What the store says.
    pub fn shared(&self, tx: &mut Tx<'_>, holder: AccountId, person: &Member) -> Result<()> {
        list_person(tx, holder, person)
    }

    /// Puts what an account has booked for a person, whom it shares no longer, under the holder, who gets URLs of their own. The
    /// notices of these visits are taken from the account.
    ///
    /// # Errors
    /// What the store says.
    pub fn share_ended(
        &self,
        work: &mut Work<'_>,
        account: AccountId,
        person: &Member,
        holder: &Account,
    ) -> Result<()> {
        if let Some(former) = account::find(work, account)? {
            forget_notices(work, &former.address, person.id)?;
        }
        let lang = session::standing(work, holder.id.subject())?.map_or(work.lang(), |standing| standing.lang);
        for (clinic, reservation) in hand_to_holder(work, account, person, holder, lang)? {
            let (url, head, now) = with_url(work, &reservation)?;
            letter::post(work, letter::taken_over(&head, &clinic, &reservation, &url, now).as_ref())?;
        }
        Ok(())
    }

    /// Takes what is booked for a person, whom nobody shares any more, off the list by person.
    ///
    /// # Errors
    /// What the store says.
    pub fn unshared(&self, tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
        rows::unlist_person(tx, person)
    }

    /// Lets what an account has booked for a person be booked for another one, who turned out to be the same.
    ///
    /// # Errors
    /// What the store says.
    pub fn merged(&self, tx: &mut Tx<'_>, account: AccountId, person: &Member, into: PersonId) -> Result<()> {
        become_person(tx, account, person, into)
    }

    /// What somebody has to know of what is to come who is about to change the details of these people.
    ///
    /// # Errors
    /// What the store says.
    pub fn changing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, people: &[Member]) -> Result<Markup> {
        Ok(page::changing::show(cx, &holdings::coming_for_any(r, account, people)?, 1 < people.len()))
    }

    /// Changes what is to come for somebody whose details have been changed.
    ///
    /// # Errors
    /// What the store says.
    pub fn changed(&self, work: &mut Work<'_>, account: AccountId, before: &Member, now: &Person) -> Result<()> {
        rename(work, account, before, now)
    }

    /// What somebody has to know of what is to come for a member of the family who is about to be removed.
    ///
    /// # Errors
    /// What the store says.
    pub fn removing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, person: &Member) -> Result<Markup> {
        let stay = words::of(cx.lang).leaving.stay_removed;
        Ok(page::leaving::show(cx, &holdings::coming_for(r, account, person)?, stay))
    }

    /// Cancels what is to come for a member of the family who is about to be removed.
    ///
    /// # Errors
    /// What the store says.
    pub fn cancel_coming(&self, work: &mut Work<'_>, account: AccountId, person: &Member) -> Result<()> {
        cancel(work, holdings::coming_for(work, account, person)?)
    }

    /// Parts reservations from an account that books for their person no longer.
    ///
    /// # Errors
    /// What the store says.
    pub fn removed(&self, tx: &mut Tx<'_>, account: AccountId, person: &Member) -> Result<()> {
        part_person(tx, account, person)
    }

    /// What somebody who is about to leave has to know of what is to come.
    ///
    /// # Errors
    /// What the store says.
    pub fn leaving(&self, cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<Markup> {
        let shared = share::people_of(r, account)?;
        let mut coming = holdings::coming(r, account)?;
        coming.retain(|(_, of)| of.attendee.person_id.is_none_or(|person| !shared.contains(&person)));
        Ok(page::leaving::show(cx, &coming, words::of(cx.lang).leaving.stay))
    }

    /// Parts reservations from an account that is removed.
    ///
    /// # Errors
    /// What the store says.
    pub fn left(&self, work: &mut Work<'_>, account: &Account, cancel_coming: bool) -> Result<()> {
        if cancel_coming {
            cancel(work, holdings::coming(work, account.id)?)?;
        }
        for link in clinic::rows::links(work, account.id)? {
            part(work, account.id, link.id)?;
            clinic::rows::remove_link(work, account.id, &link.clinic)?;
        }
        Ok(())
    }
}

/// Takes the notices of a person's visits, and of those that were booked along with them, from an address.
fn forget_notices(tx: &mut Tx<'_>, address: &EmailAddress, person: PersonId) -> Result<()> {
    let is_theirs = |of: &Reservation| of.attendee.person_id == Some(person);
    mail::copy::forget_about(tx, address, |r, about| {
        let Some(of) = ReservationId::parse(about).map(|id| rows::find(r, id)).transpose()?.flatten() else {
            return Ok(false);
        };
        match of.group.filter(|_| !is_theirs(&of)) {
            Some(group) => Ok(rows::of_group(r, group)?.iter().any(is_theirs)),
            None => Ok(is_theirs(&of)),
        }
    })
}

/// The URL by which a reservation is opened from now on, and what a mail that tells it needs.
fn with_url(work: &mut Work<'_>, reservation: &Reservation) -> Result<(String, Letterhead, Moment)> {
    let token = rows::issue_token(work, reservation)?;
    let url = work.link(&path::of_receipt(path::RECEIPT, &token.text()));
    Ok((url, work.letterhead(reservation.attendee.lang), work.now()))
}

/// Cancels what may still be cancelled. What is past its deadline stays booked; the page has said so.
fn cancel(work: &mut Work<'_>, coming: Vec<Held>) -> Result<()> {
    let by = work.caller().actor;
    for (_, reservation) in coming {
        if let Err(Stop::Store(error)) = cancellation::with_mail(work, &reservation, by) {
            return Err(error);
        }
    }
    Ok(())
}
