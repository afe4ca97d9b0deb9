//! Sharing a member of the family with other accounts: how it ends, and who decides. How it begins is in [`super::invitation`].
//!
//! What an account has booked for a person whom it shares no longer passes to the account that holds them, so that nothing of the
//! person stays behind and no visit is lost.

use super::allowance::{count, held, held_or_own, relative, relative_or_own};
use super::letter;
use crate::account::link::{self, LinkPurpose};
use crate::account::share::{self, PartnerId};
use crate::account::{self, Account, AccountId, Member, Relation, Ties, care};
use crate::person::PersonId;
use crate::session;
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Work};
use std::convert::Infallible;

/// The account that decides ends sharing a person with one of the others, who is told.
///
/// # Errors
/// Denied when the account does not hold such a person, or does not share them with that one.
pub fn end_with(
    work: &mut Work<'_>,
    account: &Account,
    id: PersonId,
    partner: PartnerId,
    ties: &dyn Ties,
) -> Outcome<(), Infallible> {
    count(work)?;
    let member = held_or_own(work, account, id)?;
    let shared = share::find(work, id)?.ok_or(Denied::NotFound)?;
    let partner = shared.partner(partner).ok_or(Denied::NotFound)?.account;
    end(work, partner, &member, account, ties)?;
    tell(work, partner, letter::ended)?;
    work.record(account.event("share_ended"));
    Ok(())
}

/// One of the others ends sharing a person; who decides is told.
///
/// # Errors
/// Denied when the account shares no such person of another one.
pub fn leave(work: &mut Work<'_>, account: &Account, id: PersonId, ties: &dyn Ties) -> Outcome<(), Infallible> {
    count(work)?;
    let member = relative(work, account, id)?;
    let shared = share::find(work, id)?.filter(|_| !member.is_held()).ok_or(Denied::NotFound)?;
    let holder = account::find(work, shared.holder)?.ok_or(Denied::NotFound)?;
    end(work, account.id, &member, &holder, ties)?;
    tell(work, holder.id, letter::ended)?;
    work.record(account.event("share_ended"));
    Ok(())
}

/// Ends sharing a person of the account's with everybody, who are told.
///
/// # Errors
/// What the store says.
pub fn end_all(work: &mut Work<'_>, account: &Account, member: &Member, ties: &dyn Ties) -> store::Result<()> {
    let partners = share::find(work, member.id)?.map(|shared| shared.partners).unwrap_or_default();
    for partner in partners {
        end(work, partner.account, member, account, ties)?;
        tell(work, partner.account, letter::ended)?;
    }
    Ok(())
}

/// The same with everybody but one account.
///
/// # Errors
/// What the store says.
pub fn end_all_but(
    work: &mut Work<'_>,
    account: &Account,
    member: &Member,
    kept: AccountId,
    ties: &dyn Ties,
) -> store::Result<()> {
    let partners = share::find(work, member.id)?.map(|shared| shared.partners).unwrap_or_default();
    for partner in partners.into_iter().filter(|partner| partner.account != kept) {
        end(work, partner.account, member, account, ties)?;
        tell(work, partner.account, letter::ended)?;
    }
    Ok(())
}

/// Chooses whether the account gets the mails about what others have booked for a person.
///
/// # Errors
/// Denied when the account shares no such person.
pub fn choose_mails(work: &mut Work<'_>, account: &Account, id: PersonId, mails: bool) -> Outcome<(), Infallible> {
    count(work)?;
    let member = relative_or_own(work, account, id)?;
    member.sharing.ok_or(Denied::NotFound)?;
    Ok(share::choose_mails(work, account.id, id, mails)?)
}

/// Offers to one of the others that it decides from then on, and tells them.
///
/// # Errors
/// Denied when the account does not hold such a person, or does not share them with that one.
pub fn offer(work: &mut Work<'_>, account: &Account, id: PersonId, to: PartnerId) -> Outcome<(), Infallible> {
    count(work)?;
    held(work, account, id)?;
    let shared = share::find(work, id)?.ok_or(Denied::NotFound)?;
    let asked = shared.partner(to).ok_or(Denied::NotFound)?.account;
    if shared.offered != Some(to) {
        share::offer(work, id, Some(to))?;
        tell(work, asked, letter::offered)?;
    }
    Ok(())
}

/// Takes such an offer back, whoever has it.
///
/// # Errors
/// Denied when the account does not hold such a person.
pub fn take_offer_back(work: &mut Work<'_>, account: &Account, id: PersonId) -> Outcome<(), Infallible> {
    count(work)?;
    held(work, account, id)?;
    Ok(share::offer(work, id, None)?)
}

/// Answers such an offer: the account decides from now on, or does not want to.
///
/// # Errors
/// Denied when it is not offered to the account, or no longer.
pub fn answer_offer(work: &mut Work<'_>, account: &Account, id: PersonId, takes: bool) -> Outcome<(), Infallible> {
    count(work)?;
    let shared = share::find(work, id)?.filter(|shared| shared.is_offered_to(account.id)).ok_or(Denied::NotFound)?;
    if !takes {
        return Ok(share::offer(work, id, None)?);
    }
    // Nobody but themselves ever decides about the own person of an account.
    let is_own = care::own(work, shared.holder)?.is_some_and(|own| own.id == id);
    if is_own {
        return Err(Denied::NotFound.into());
    }
    if let Some(former) = account::find(work, shared.holder)? {
        // What the person has said to the former holder holds, and can be taken back.
        for purpose in LinkPurpose::offers_of_person(former.id, id) {
            link::revoke(work, &former, &purpose)?;
        }
    }
    share::hand_over(work, id, account.id)?;
    tell(work, shared.holder, letter::handed_over)?;
    work.record(account.event("share_handed_over"));
    Ok(())
}

/// The account is leaving. Its own person goes with it; who else it holds passes to who has shared them for the longest time and is told; whom it shares, it shares
/// no longer.
///
/// # Errors
/// What the store says.
pub fn left(work: &mut Work<'_>, account: &Account, ties: &dyn Ties) -> store::Result<()> {
    for member in care::members(work, account.id)?.into_iter().filter(|member| member.sharing.is_some()) {
        let Some(shared) = share::find(work, member.id)? else { continue };
        if member.relation == Relation::Own {
            end_all(work, account, &member, ties)?;
            continue;
        }
        let heir = shared.partners.first().filter(|_| member.is_held()).map(|partner| partner.account);
        if let Some(heir) = heir {
            share::hand_over(work, member.id, heir)?;
        }
        let Some(holder) = account::find(work, heir.unwrap_or(shared.holder))? else { continue };
        end(work, account.id, &member, &holder, ties)?;
        tell(work, holder.id, if heir.is_some() { letter::handed_over } else { letter::ended })?;
    }
    Ok(())
}

/// Ends sharing a person with an account.
fn end(
    work: &mut Work<'_>,
    partner: AccountId,
    member: &Member,
    holder: &Account,
    ties: &dyn Ties,
) -> store::Result<()> {
    ties.share_ended(work, partner, member, holder)?;
    if let Some(partner) = account::find(work, partner)? {
        for purpose in LinkPurpose::of_person(partner.id, member.id) {
            link::revoke(work, &partner, &purpose)?;
        }
    }
    if share::end(work, member.id, partner)? {
        ties.unshared(work, member.id)?;
    }
    Ok(())
}

/// Tells the owner of an account something by mail, in their own language.
///
/// # Errors
/// What the store says.
pub fn tell(work: &mut Work<'_>, to: AccountId, letter: letter::Told) -> store::Result<()> {
    let Some(account) = account::find(work, to)? else { return Ok(()) };
    let lang = session::standing(work, to.subject())?.map_or(work.lang(), |standing| standing.lang);
    let told = letter(&work.letterhead(lang), &account.address, &work.link(super::path::FAMILY));
    work.send(&told)
}

/// By name, who holds a member whom the account only shares.
///
/// # Errors
/// What the store says.
pub fn holder_of(r: &dyn Reader, member: &Member) -> store::Result<Option<String>> {
    match share::find(r, member.id)?.filter(|_| !member.is_held()) {
        Some(shared) => name_of(r, shared.holder).map(Some),
        None => Ok(None),
    }
}

/// The name of somebody who shares a person.
///
/// # Errors
/// What the store says.
pub fn name_of(r: &dyn Reader, account: AccountId) -> store::Result<String> {
    Ok(care::own(r, account)?.map(|own| own.person.name.full()).unwrap_or_default())
}
