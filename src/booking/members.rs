//! Those for whom an account books, as they were chosen for a booking under way and as they are now.

use super::filled::Filled;
use super::model::{Booking, ChosenMember};
use crate::account::{Account, care};
use crate::clinic::{ClinicId, chart_number};
use crate::store::{self, Reader};

/// Everybody who was chosen, as they are now; nobody when one of them is not there any more.
pub fn chosen_members(r: &dyn Reader, account: &Account, booking: &Booking) -> store::Result<Vec<Filled>> {
    let mut found = Vec::new();
    let of_party = booking.party().map(|party| party.members.iter().map(|member| member.person)).into_iter().flatten();
    let of_party = of_party.map(|person| ChosenMember { person, chart_number: None });
    for chosen in booking.member().cloned().into_iter().chain(of_party) {
        match chosen_member(r, account, &booking.clinic, &chosen)? {
            Some(member) => found.push(member),
            None => return Ok(Vec::new()),
        }
    }
    Ok(found)
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
    let right = member.booking_right();
    Ok(Some(Filled { person: member.person, person_id: Some(member.id), chart_number, address: None, right }))
}
