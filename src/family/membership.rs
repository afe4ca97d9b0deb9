//! Adding, changing and removing a member of the family.

use super::allowance::{count, has_no_room, held, relative};
use super::sharing;
use crate::account::care;
use crate::account::link::{self, LinkPurpose};
use crate::account::{Account, FULL_AGE, Member, Relation, Ties};
use crate::person::{Person, PersonId, has_reached};
use crate::store::{Reader, Result};
use crate::work::{Outcome, Refuse, Work};
use std::convert::Infallible;

/// Why nobody was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// It is somebody for whom the account books already.
    Known(PersonId),
    /// There are as many as an account may have.
    Full,
}

/// Why nobody was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberNotChanged {
    /// It is somebody for whom the account books already.
    Known(PersonId),
    /// An adult would be a minor again, for whom no consent is needed.
    Younger,
}

/// Whether nobody can be added.
///
/// # Errors
/// What the store says.
pub fn is_full(r: &dyn Reader, account: &Account) -> Result<bool> {
    Ok(has_no_room(&care::members(r, account.id)?))
}

/// Adds a member. That an adult consents has been confirmed.
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
    let id = care::add_with_consent(work, account.id, relation, person)?;
    work.record(account.event("family_added"));
    Ok(id)
}

/// Changes a member, and what is still to come for them where that is wanted. Who somebody is whom another account holds stays as
/// that account has it.
///
/// # Errors
/// Denied when there is no such member; the account's own person has a page of its own. Refused when it would be somebody whom the
/// account has, or when an adult would be a minor.
pub fn change(
    work: &mut Work<'_>,
    account: &Account,
    changed: &Member,
    change_coming: bool,
    ties: &dyn Ties,
) -> Outcome<(), MemberNotChanged> {
    count(work)?;
    let before = relative(work, account, changed.id)?;
    // Who holds the person may have changed since the form was drawn.
    let changed = &match before.is_held() {
        true => Member { sharing: before.sharing, ..changed.clone() },
        false => Member {
            person: before.person.clone().reached_by(changed.person.contact()),
            sharing: before.sharing,
            ..changed.clone()
        },
    };
    let members = care::members(work, account.id)?;
    let mut others = members.iter().filter(|member| member.id != changed.id);
    if let Some(known) = others.find(|member| member.person.is_same_as(&changed.person)) {
        return Err(MemberNotChanged::Known(known.id)).or_refuse();
    }
    let today = work.now().jst_date();
    let is_adult = |person: &Person| has_reached(person.birth_date, FULL_AGE, today);
    if is_adult(&before.person) && !is_adult(&changed.person) {
        return Err(MemberNotChanged::Younger).or_refuse();
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
/// Denied when there is no such member, or another account holds them.
pub fn remove(
    work: &mut Work<'_>,
    account: &Account,
    id: PersonId,
    cancel_coming: bool,
    ties: &dyn Ties,
) -> Outcome<(), Infallible> {
    count(work)?;
    let member = held(work, account, id)?;
    if cancel_coming {
        // Before sharing ends, so that the others who have booked or want to know are told.
        ties.cancel_coming(work, account.id, &member)?;
    }
    sharing::end_all(work, account, &member, ties)?;
    for purpose in LinkPurpose::of_person(account.id, id) {
        link::revoke(work, account, &purpose)?;
    }
    // As they are now, shared with nobody.
    let member = Member { sharing: None, ..member };
    ties.removed(work, account.id, &member)?;
    care::remove(work, account.id, id)?;
    work.record(account.event("family_removed"));
    Ok(())
}
