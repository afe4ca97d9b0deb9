//! Those for whom an account books, as they were chosen for a booking under way and as they are now.

use super::filled::Filled;
use super::model::{Booking, ChosenMember};
use super::party::Party;
use crate::account::{Account, BookingRight, Consent, Member, care};
use crate::clinic::{ClinicId, chart_number};
use crate::person::PersonId;
use crate::store::{self, Reader};
use crate::work::{Outcome, Work};

/// Everybody who was chosen, as they are now; nobody when one of them is not there any more. Those who were typed, because it was begun
/// as a guest for several people, are whom the account has of them already, and otherwise as they were typed.
pub fn chosen_members(r: &dyn Reader, account: &Account, booking: &Booking) -> store::Result<Vec<Filled>> {
    if let Some(form) = booking.form().filter(|_| booking.is_typed()) {
        let known = care::members(r, account.id)?;
        let people = form.filled(r.now().jst_date()).into_iter().map(|filled| as_known(filled, &known));
        return Ok(people.collect());
    }
    let mut found = Vec::new();
    let of_party = booking.party().into_iter().flat_map(Party::people);
    let of_party = of_party.map(|person| ChosenMember { person, chart_number: None });
    for chosen in booking.member().cloned().into_iter().chain(of_party) {
        match chosen_member(r, account, &booking.clinic, &chosen)? {
            Some(member) => found.push(member),
            None => return Ok(Vec::new()),
        }
    }
    Ok(found)
}

/// Somebody who was typed, as a person of the account if it is one: with the right that the account has to book for them.
fn as_known(typed: Filled, known: &[Member]) -> Filled {
    // The mails go to the account's own address.
    let typed = Filled { address: None, ..typed };
    match known.iter().find(|member| member.person.is_same_as(&typed.person)) {
        Some(member) => Filled { person_id: Some(member.id), right: member.right, ..typed },
        None => typed,
    }
}

/// Keeps that those of these people consent of whom that was to be said again.
///
/// # Errors
/// What the store says.
pub fn renew_consents<R>(work: &mut Work<'_>, account: &Account, people: &[PersonId]) -> Outcome<(), R> {
    let at = work.now();
    for id in people {
        if care::member(work, account.id, *id)?.is_some_and(|member| member.right == BookingRight::Consent) {
            care::put_consent(work, account.id, *id, &Consent { at, own_address: None })?;
        }
    }
    Ok(())
}

/// Somebody for whom an account books, with the 診察券番号 that was typed, or else the one that was given at the clinic before.
pub fn chosen_member(
    r: &dyn Reader,
    account: &Account,
    clinic: &ClinicId,
    chosen: &ChosenMember,
) -> store::Result<Option<Filled>> {
    let Some(member) = care::member(r, account.id, chosen.person)? else { return Ok(None) };
    let chart_number = match &chosen.chart_number {
        Some(typed) => Some(typed.clone()),
        None => chart_number::find(r, member.id, clinic)?,
    };
    let (person_id, right) = (Some(member.id), member.right);
    Ok(Some(Filled { person: member.person, person_id, chart_number, address: None, relation: None, right }))
}
