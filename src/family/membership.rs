//! Adding, changing and removing a member of the family.

use crate::account::care;
use crate::account::{Account, MOST_RELATIVES, Member, Relation, Ties};
use crate::person::{Person, PersonId};
use crate::store::{Reader, Result};
use crate::work::{Denied, Limit, Outcome, Refuse, Uncounted, Work};
use std::convert::Infallible;

/// Members that one visitor may add, change and remove.
const CHANGES: Limit = Limit { name: "family changed by visitor", most: 60, minutes: 60 };

/// Why nobody was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// It is somebody for whom the account books already.
    Known(PersonId),
    /// There are as many as an account may have.
    Full,
}

/// Whether nobody can be added.
///
/// # Errors
/// What the store says.
pub fn is_full(r: &dyn Reader, account: &Account) -> Result<bool> {
    Ok(has_no_room(&care::members(r, account.id)?))
}

fn has_no_room(members: &[Member]) -> bool {
    MOST_RELATIVES <= members.iter().filter(|member| member.relation != Relation::Own).count()
}

/// Adds a member.
///
/// # Errors
/// Refused when it is somebody whom the account has, or when there is no room.
pub fn add(work: &mut Work<'_>, account: &Account, relation: Relation, person: &Person) -> Outcome<PersonId, NotAdded> {
    count(work)?;
    let members = care::members(work, account.id)?;
    if let Some(known) = members.iter().find(|member| member.person.is_same_as(person)) {
        return Err(NotAdded::Known(known.id)).or_refuse();
    }
    if has_no_room(&members) {
        return Err(NotAdded::Full).or_refuse();
    }
    let id = care::add(work, account.id, relation, person)?;
    work.record(account.event("family_added"));
    Ok(id)
}

/// Changes a member, and what is still to come for them where that is wanted.
///
/// # Errors
/// Denied when there is no such member; the account's own person has a page of its own. Refused when it would be somebody whom the
/// account has.
pub fn change(
    work: &mut Work<'_>,
    account: &Account,
    changed: &Member,
    change_coming: bool,
    ties: &dyn Ties,
) -> Outcome<(), NotAdded> {
    count(work)?;
    let before = relative(work, account, changed.id)?;
    let members = care::members(work, account.id)?;
    let mut others = members.iter().filter(|member| member.id != changed.id);
    if let Some(known) = others.find(|member| member.person.is_same_as(&changed.person)) {
        return Err(NotAdded::Known(known.id)).or_refuse();
    }
    care::put(work, account.id, changed)?;
    if change_coming {
        ties.changed(work, account.id, &before, &changed.person)?;
    }
    work.record(account.event("family_changed"));
    Ok(())
}

/// Removes a member: nothing is left but what clinics have. What is still to come stays booked, unless it is to be cancelled.
///
/// # Errors
/// Denied when there is no such member.
pub fn remove(
    work: &mut Work<'_>,
    account: &Account,
    id: PersonId,
    cancel_coming: bool,
    ties: &dyn Ties,
) -> Outcome<(), Infallible> {
    count(work)?;
    let member = relative(work, account, id)?;
    ties.removed(work, account.id, &member, cancel_coming)?;
    care::remove(work, account.id, id)?;
    work.record(account.event("family_removed"));
    Ok(())
}

fn count(work: &mut Work<'_>) -> std::result::Result<(), Uncounted> {
    let counter = work.from_visitor(&CHANGES);
    work.count(&[counter])
}

fn relative<R>(work: &Work<'_>, account: &Account, id: PersonId) -> Outcome<Member, R> {
    let found = care::member(work, account.id, id)?.filter(|member| member.relation != Relation::Own);
    Ok(found.ok_or(Denied::NotFound)?)
}
