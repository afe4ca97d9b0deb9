//! Inviting another account to share somebody: by a link that is mailed to the address of its owner, and by nothing
//! else. Who knows a name and a date of birth gains nothing by it.
//!
//! The link opens for the account of that very address only. Opening it changes nothing; accepting or declining uses it up.
//!
//! The own person of an account is shared in the same way, and stays its own: only they decide with whom, and nobody takes that over.

use super::allowance::{count, count_invitation, has_no_room, held_or_own};
use super::mailed_offer::{self, Closed, MailedOffer, OpenedOffer};
use super::{letter, path};
use crate::account::link::{self, LinkPurpose, MailLink};
use crate::account::share::{self, Joining, MOST_PARTNERS};
use crate::account::{self, Account, Consent, FULL_AGE, Member, Relation, Ties, care};
use crate::mail::EmailAddress;
use crate::person::{Address, ContactDetails, PersonId, Phone, has_reached};
use crate::secret::Token;
use crate::store::{self, Reader};
use crate::work::{Outcome, Refuse, Work};
use std::convert::Infallible;
use time::Date;

/// Why nobody was invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInvited {
    /// The address is the account's own.
    Oneself,
    /// The person is shared with as many as may be.
    Full,
}

/// Mails a link to an address. An earlier one for the same person is dead from here on.
///
/// # Errors
/// Denied when the account does not hold such a person, or too many mails were asked for.
pub fn invite(
    work: &mut Work<'_>,
    account: &Account,
    id: PersonId,
    to: &EmailAddress,
    token: &Token,
) -> Outcome<(), NotInvited> {
    held_or_own(work, account, id)?;
    if to.key() == account.address.key() {
        return Err(NotInvited::Oneself).or_refuse();
    }
    if is_full(work, id)? {
        return Err(NotInvited::Full).or_refuse();
    }
    count_invitation(work, account)?;
    account::count_mail(work, to)?;
    let purpose = LinkPurpose::Share(account.id, id);
    link::issue(work, token, purpose.clone(), to.clone())?;
    let url = work.link(&path::of_invitation(path::INVITATION, &token.text()));
    let letter = letter::invitation(&work.letterhead(work.lang()), to, &url);
    work.send(&link::timed(link::holding(letter, token), work.now(), &purpose))?;
    work.record(account.event("share_offered"));
    Ok(())
}

/// Whether a person is shared with as many as may be.
///
/// # Errors
/// What the store says.
pub fn is_full(r: &dyn Reader, id: PersonId) -> store::Result<bool> {
    Ok(share::find(r, id)?.is_some_and(|shared| MOST_PARTNERS <= shared.partners.len()))
}

/// To which address a person has been offered, as long as that can be accepted.
///
/// # Errors
/// What the store says.
pub fn pending(r: &dyn Reader, account: &Account, id: PersonId) -> store::Result<Option<EmailAddress>> {
    Ok(link::newest(r, account, &LinkPurpose::Share(account.id, id))?.map(|link| link.address))
}

/// Takes an invitation back.
///
/// # Errors
/// Denied when the account does not hold such a person.
pub fn revoke(work: &mut Work<'_>, account: &Account, id: PersonId) -> Outcome<(), Infallible> {
    count(work)?;
    held_or_own(work, account, id)?;
    Ok(link::revoke(work, account, &LinkPurpose::Share(account.id, id))?)
}

/// An invitation as its addressee sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Who offers whom.
    pub offer: MailedOffer,
    /// Somebody in the family of who is invited with the same name, date of birth and sex.
    pub known: Option<Member>,
    /// How who is invited is reached, as far as their account knows.
    pub contact: Option<ContactDetails>,
}

impl Invitation {
    /// Who is offered, and by whom: what somebody has seen on the page who accepts.
    pub fn shown(&self) -> String {
        let MailedOffer { from, from_address, member, .. } = &self.offer;
        let person = &member.person;
        let [name, sex] = [person.name_with_kana(), person.sex.value().to_owned()];
        [&*name, &*person.birth_date.to_string(), &*sex, from.as_str(), from_address.as_str()].join(" / ")
    }

    /// Whether consent has to be confirmed: for an adult who does not offer their record themselves.
    pub fn asks_consent(&self, today: Date) -> bool {
        let Member { relation, person, .. } = &self.offer.member;
        *relation != Relation::Own && has_reached(person.birth_date, FULL_AGE, today)
    }

    /// What the person most likely is to who is invited: a child of the one is mostly a child of the other. Nothing else is
    /// guessed.
    pub fn likely_relation(&self) -> Option<Relation> {
        let known = self.known.as_ref().map(|known| known.relation);
        known.or_else(|| Some(self.offer.member.relation).filter(|relation| *relation == Relation::Child))
    }
}

/// The invitation behind a token.
///
/// # Errors
/// What the store says.
pub fn open(r: &dyn Reader, account: &Account, token: &Token) -> store::Result<OpenedOffer<Invitation>> {
    let Some(MailLink { purpose: LinkPurpose::Share(holder, id), address, .. }) = link::find(r, token)? else {
        return Ok(OpenedOffer::Closed(Closed::Dead));
    };
    let offered = mailed_offer::of_person(r, account, holder, id, &address)?;
    let members = care::members(r, account.id)?;
    Ok(offered.map(|offer| {
        let nearest = members.iter().find(|one| one.relation == Relation::Own).or(members.first());
        let contact = nearest.map(|one| one.person.contact());
        let known = members.into_iter().find(|known| known.person.is_same_as(&offer.member.person));
        Invitation { offer, known, contact }
    }))
}

/// What was answered to whether somebody in the family is the person who is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    /// One and the same.
    Same,
    /// Somebody else.
    Another,
}

/// How an invitation is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// What the person is to the owner of the account.
    pub relation: Relation,
    /// The answer to whether somebody in the family is the same person, where that was asked.
    pub sameness: Option<Sameness>,
    /// The phone by which the account is reached about the person.
    pub phone: Phone,
    /// Whether it was said that an adult consents.
    pub consents: bool,
    /// Who was offered on the page: see [`Invitation::shown`].
    pub shown: String,
}

/// Why a person is not shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAccepted {
    /// The invitation does not open.
    Closed(Closed),
    /// It is not what stood on the page.
    Changed,
    /// There are as many people as an account may have.
    Full,
    /// The person is shared with as many as may be.
    TooMany,
    /// The person is an adult, and nobody has said that they consent.
    NoConsent,
    /// Somebody in the family has the same name, date of birth and sex, and nobody has said whether it is the same person.
    Unanswered,
    /// The same, and it is the owner of the account, or somebody who is shared: they stay as they are.
    Kept,
}

/// Accepts an invitation: from here on the account books for the person as well. Of somebody in its own family who is the same,
/// what was booked is the shared person's; who they are is kept for when sharing ends.
///
/// # Errors
/// Refused when the invitation does not open, or the person has no place; it can be accepted later then.
pub fn accept(
    work: &mut Work<'_>,
    account: &Account,
    token: &Token,
    acceptance: &Acceptance,
    ties: &dyn Ties,
) -> Outcome<PersonId, NotAccepted> {
    let admitted = admit(work, account, token).map_err(|stop| stop.map(NotAccepted::Closed))?;
    if admitted.shown() != acceptance.shown {
        return Err(NotAccepted::Changed).or_refuse();
    }
    if admitted.asks_consent(work.now().jst_date()) && !acceptance.consents {
        return Err(NotAccepted::NoConsent).or_refuse();
    }
    let Invitation { offer, known, contact } = admitted;
    let (holder, member) = (offer.holder, &offer.member);
    let same = match (known, acceptance.sameness) {
        (None, _) | (Some(_), Some(Sameness::Another)) => None,
        (Some(known), Some(Sameness::Same)) if can_be_merged(&known) => Some(known),
        (Some(known), _) if can_be_merged(&known) => return Err(NotAccepted::Unanswered).or_refuse(),
        (Some(_), _) => return Err(NotAccepted::Kept).or_refuse(),
    };
    if same.is_none() && has_no_room(&care::members(work, account.id)?) {
        return Err(NotAccepted::Full).or_refuse();
    }
    if is_full(work, member.id)? {
        return Err(NotAccepted::TooMany).or_refuse();
    }
    link::consume(work, token)?;
    let is_first = share::find(work, member.id)?.is_none();
    let known_address = contact.map(|contact| (contact.postal_code, contact.address));
    let (postal_code, address) = known_address.unwrap_or((None, Address::default()));
    let contact = ContactDetails { phone: acceptance.phone.clone(), postal_code, address };
    let former = same.as_ref().map(|same| care::as_former(work, account.id, same.id)).transpose()?.flatten();
    share::begin(work, member.id, holder, account.id, Joining { relation: acceptance.relation, contact, former })?;
    consent(work, account, &offer)?;
    if is_first {
        ties.shared(work, holder, member)?;
    }
    if let Some(same) = same {
        ties.merged(work, account.id, &same, member.id)?;
        for purpose in LinkPurpose::of_person(account.id, same.id) {
            link::revoke(work, account, &purpose)?;
        }
        care::remove(work, account.id, same.id)?;
    }
    work.record(account.event("share_accepted"));
    Ok(member.id)
}

/// Keeps that the person consents: by their own word where they offer it themselves, and otherwise as it was said of an adult.
fn consent(work: &mut Work<'_>, account: &Account, offer: &MailedOffer) -> store::Result<()> {
    let (at, id) = (work.now(), offer.member.id);
    match offer.member.relation {
        Relation::Own => {
            let own_address = Some(offer.from_address.clone());
            care::put_consent(work, account.id, id, &Consent { at, own_address })
        }
        _ => care::consent_as_adult(work, account.id, id, &Consent { at, own_address: None }),
    }
}

/// Whether somebody in the family can give way to a person who is shared with the account.
pub fn can_be_merged(known: &Member) -> bool {
    known.relation != Relation::Own && known.sharing.is_none()
}

/// Declines an invitation, which is used up by it.
///
/// # Errors
/// Refused when it does not open.
pub fn decline(work: &mut Work<'_>, account: &Account, token: &Token) -> Outcome<(), Closed> {
    admit(work, account, token)?;
    link::consume(work, token)?;
    Ok(())
}

/// The invitation behind a token, counted against the attempts of the client unless it is live.
///
/// # Errors
/// Refused when it does not open; denied when that was tried too often.
pub fn admit(work: &mut Work<'_>, account: &Account, token: &Token) -> Outcome<Invitation, Closed> {
    account::count_link(work)?;
    let invitation = open(work, account, token)?.or_closed().or_refuse()?;
    account::give_link_back(work)?;
    Ok(invitation)
}
