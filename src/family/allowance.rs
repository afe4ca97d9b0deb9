//! What every change of the family asks first: whether there were too many, and of whom the account may decide.

use crate::account::{Account, MOST_RELATIVES, Member, Relation, care};
use crate::person::PersonId;
use crate::work::{Denied, Limit, Outcome, Remedy, Uncounted, Work};

/// Members that one visitor may add, change, share and remove.
const CHANGES: Limit =
    Limit { name: "family changed by visitor", most: 60, minutes: 60, remedy: Remedy::RestOfAccount };

/// Invitations that one account may send in a day: each is a mail to somebody who has not asked for it.
const INVITATIONS: Limit =
    Limit { name: "share offered by account", most: 10, minutes: 24 * 60, remedy: Remedy::SentMail };

/// Counts an invitation.
///
/// # Errors
/// When there were too many.
pub fn count_invitation(work: &mut Work<'_>, account: &Account) -> Result<(), Uncounted> {
    work.count(&[INVITATIONS.of(&account.customer_id.to_string())])
}

/// Counts a change.
///
/// # Errors
/// When there were too many.
pub fn count(work: &mut Work<'_>) -> Result<(), Uncounted> {
    let counter = work.from_visitor(&CHANGES);
    work.count(&[counter])
}

/// Whether nobody fits in beside these.
pub fn has_no_room(members: &[Member]) -> bool {
    MOST_RELATIVES <= members.iter().filter(|member| member.relation != Relation::Own).count()
}

/// A member of the family; the account's own person is none.
///
/// # Errors
/// Denied when there is no such member.
pub fn relative<R>(work: &Work<'_>, account: &Account, id: PersonId) -> Outcome<Member, R> {
    let found = care::member(work, account.id, id)?.filter(|member| member.relation != Relation::Own);
    Ok(found.ok_or(Denied::NotFound)?)
}

/// The same, if the account holds them.
///
/// # Errors
/// Denied as well when another account holds them.
pub fn held<R>(work: &Work<'_>, account: &Account, id: PersonId) -> Outcome<Member, R> {
    let member = relative(work, account, id)?;
    if member.is_held() { Ok(member) } else { Err(Denied::NotFound.into()) }
}

/// Anybody for whom the account books: a member of the family, or its own person.
///
/// # Errors
/// Denied when there is no such person.
pub fn relative_or_own<R>(work: &Work<'_>, account: &Account, id: PersonId) -> Outcome<Member, R> {
    Ok(care::member(work, account.id, id)?.ok_or(Denied::NotFound)?)
}

/// The same, if the account holds them.
///
/// # Errors
/// Denied as well when another account holds them.
pub fn held_or_own<R>(work: &Work<'_>, account: &Account, id: PersonId) -> Outcome<Member, R> {
    let member = relative_or_own(work, account, id)?;
    if member.is_held() { Ok(member) } else { Err(Denied::NotFound.into()) }
}
