//! Changing the account's own person: what was typed is kept until it is confirmed.

use super::care::{self, Member};
use super::model::Account;
use super::relation::Relation;
use super::rows;
use super::ties::Ties;
use crate::person::{Address, ContactDetails, Draft, Person};
use crate::work::{Outcome, Work};
use std::convert::Infallible;

/// Keeps what was typed in this browser.
///
/// # Errors
/// What the store says.
pub fn keep(work: &mut Work<'_>, account: &Account, draft: Draft) -> Outcome<(), Infallible> {
    let visitor = work.visitor();
    Ok(rows::put_edit(work, account.id, visitor, draft)?)
}

/// What goes along with a change of the account's own person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Along {
    /// What is still to come for everybody who is changed.
    pub coming: bool,
    /// The members of the family who are reached in the same way.
    pub family: bool,
}

/// The members of the family who are reached as the account's own person was `before`, as they are when they go along to how that
/// one is reached `now`.
pub fn moving_along(members: &[Member], before: &Person, now: &Person) -> Vec<Member> {
    let family = members.iter().filter(|member| member.relation != Relation::Own);
    family.filter_map(|member| Some(Member { person: moved(&member.person, before, now)?, ..member.clone() })).collect()
}

/// The person with the new phone where they have the former one, and the same of the postal address; `None` where nothing changes.
fn moved(of: &Person, before: &Person, now: &Person) -> Option<Person> {
    let postal = |contact: &ContactDetails| (contact.postal_code.clone(), contact.address.clone());
    let [was, is, mut contact] = [before, now, of].map(Person::contact);
    if contact.phone == was.phone {
        contact.phone = is.phone.clone();
    }
    if postal(&contact) == postal(&was) && was.address != Address::default() {
        (contact.postal_code, contact.address) = postal(&is);
    }
    (contact != of.contact()).then(|| of.clone().reached_by(contact))
}

/// Stores what this browser has kept, and what goes along with it. Says whether there was something that is still right.
///
/// # Errors
/// What the store says.
pub fn confirm(work: &mut Work<'_>, account: &Account, along: Along, ties: &dyn Ties) -> Outcome<bool, Infallible> {
    let (visitor, today) = (work.visitor(), work.now().jst_date());
    let draft = rows::edit(work, account.id, visitor)?;
    let Some(person) = draft.and_then(|draft| draft.check(today).ok()) else { return Ok(false) };
    let Some(own) = care::own(work, account.id)? else { return Ok(false) };
    let members = care::members(work, account.id)?;
    let mut changed = vec![(own.clone(), Member { person: person.clone(), ..own.clone() })];
    if along.family {
        for now in moving_along(&members, &own.person, &person) {
            changed.extend(members.iter().find(|member| member.id == now.id).cloned().map(|before| (before, now)));
        }
    }
    for (before, now) in &changed {
        care::put(work, account.id, now)?;
        if along.coming {
            ties.changed(work, account.id, before, &now.person)?;
        }
    }
    work.record(account.event("person_changed"));
    rows::end_edit(work, account.id, visitor)?;
    Ok(true)
}
