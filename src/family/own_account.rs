//! An account of one's own: from 15 on, a member of the family can take their record along to it, by a link that is mailed to its address.
//!
//! The link opens for the account of that very address only, and only for who is its own person already by name, date of birth and sex: to
//! know these alone opens nothing. Opening it changes nothing; accepting or declining uses it up.

use super::allowance::{count, count_invitation, held};
use super::invitation::is_full;
use super::mailed_offer::{self, Closed, MailedOffer, OpenedOffer};
use super::{letter, path, sharing};
use crate::account::link::{self, LinkPurpose, MailLink, OfferedShare};
use crate::account::share::{self, Joining};
use crate::account::{self, Account, Consent, Member, Relation, Ties, care};
use crate::mail::EmailAddress;
use crate::person::{self, PersonId};
use crate::secret::Token;
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Refuse, Work};
use std::convert::Infallible;
use time::Date;

/// From this age on a person can have an account of their own, and clinics ask for their own word.
pub const OWN_ACCOUNT_AGE: u8 = 15;

/// Whether a member of the family is old enough for an account of their own.
pub fn is_old_enough(member: &Member, today: Date) -> bool {
    person::has_reached(member.person.birth_date, OWN_ACCOUNT_AGE, today)
}

/// To whom a member of the family is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccountRequest {
    /// The address of the person's own account.
    pub to: EmailAddress,
    /// Whether the holder wants to go on booking for them.
    pub share: OfferedShare,
}

/// The address is the account's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oneself;

/// Mails a link to the person's address. An earlier one for the same person is dead from here on.
///
/// # Errors
/// Denied when the account does not hold such a person of that age, or too many mails were asked for.
pub fn offer(
    work: &mut Work<'_>,
    account: &Account,
    id: PersonId,
    asked: &OwnAccountRequest,
    token: &Token,
) -> Outcome<(), Oneself> {
    let member = held(work, account, id)?;
    if !is_old_enough(&member, work.now().jst_date()) {
        return Err(Denied::NotFound.into());
    }
    let OwnAccountRequest { to, share } = asked;
    if to.key() == account.address.key() {
        return Err(Oneself).or_refuse();
    }
    count_invitation(work, account)?;
    account::count_mail(work, to)?;
    let purpose = LinkPurpose::OwnAccount(account.id, id, *share);
    link::issue(work, token, purpose.clone(), to.clone())?;
    let url = work.link(&path::of_invitation(path::TAKING_ALONG, &token.text()));
    let letter = letter::own_account(&work.letterhead(work.lang()), to, &url);
    work.send(&link::timed(letter, work.now(), &purpose))?;
    work.record(account.event("own_account_offered"));
    Ok(())
}

const fn purpose(account: &Account, id: PersonId) -> LinkPurpose {
    LinkPurpose::OwnAccount(account.id, id, OfferedShare::Unwanted)
}

/// To which address a person was offered, as long as that can be accepted.
///
/// # Errors
/// What the store says.
pub fn pending(r: &dyn Reader, account: &Account, id: PersonId) -> store::Result<Option<EmailAddress>> {
    Ok(link::newest(r, account, &purpose(account, id))?.map(|link| link.address))
}

/// Takes an offer back.
///
/// # Errors
/// Denied when the account does not hold such a person.
pub fn revoke(work: &mut Work<'_>, account: &Account, id: PersonId) -> Outcome<(), Infallible> {
    count(work)?;
    held(work, account, id)?;
    Ok(link::revoke(work, account, &purpose(account, id))?)
}

/// An offer as its addressee sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccountOffer {
    /// Who offers whom.
    pub offer: MailedOffer,
    /// Whether the holder wants to go on booking for the person.
    pub share: OfferedShare,
    /// The own person of who is asked, if that is the same one by name, date of birth and sex, and can give way.
    pub own: Option<Member>,
}

/// The offer behind a token.
///
/// # Errors
/// What the store says.
pub fn open(r: &dyn Reader, account: &Account, token: &Token) -> store::Result<OpenedOffer<OwnAccountOffer>> {
    let Some(MailLink { purpose: LinkPurpose::OwnAccount(holder, id, share), address, .. }) = link::find(r, token)?
    else {
        return Ok(OpenedOffer::Closed(Closed::Dead));
    };
    let offered = mailed_offer::of_person(r, account, holder, id, &address)?;
    let own = care::own(r, account.id)?.filter(|own| own.sharing.is_none());
    Ok(offered.map(|offer| {
        let own = own.filter(|own| own.person.is_same_as(&offer.member.person));
        OwnAccountOffer { offer, share, own }
    }))
}

/// Why a person is not taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The offer does not open.
    Closed(Closed),
    /// The own person of the account is another one.
    AnotherPerson,
    /// The person is shared with as many as may be.
    TooMany,
}

/// Accepts an offer: from here on the person is the account's own. The former holder goes on booking for them where both want it;
/// otherwise nobody else does any more.
///
/// # Errors
/// Refused when the offer does not open, or is about somebody else; it can be accepted later then.
pub fn accept(
    work: &mut Work<'_>,
    account: &Account,
    token: &Token,
    shares: bool,
    ties: &dyn Ties,
) -> Outcome<(), NotTaken> {
    let admitted = admit(work, account, token).map_err(|stop| stop.map(NotTaken::Closed))?;
    let OwnAccountOffer { offer: MailedOffer { holder, member, .. }, share, own } = admitted;
    let own = own.ok_or(NotTaken::AnotherPerson).or_refuse()?;
    let shares = shares && share == OfferedShare::Wanted;
    if shares && is_full(work, member.id)? {
        return Err(NotTaken::TooMany).or_refuse();
    }
    if let Some(former) = account::find(work, holder)? {
        for purpose in LinkPurpose::of_person(holder, member.id) {
            link::revoke(work, &former, &purpose)?;
        }
    }
    let is_first = share::find(work, member.id)?.is_none();
    let joining = Joining { relation: Relation::Other, contact: own.person.contact(), former: None };
    share::begin(work, member.id, holder, account.id, joining)?;
    if is_first {
        ties.shared(work, holder, &member)?;
    }
    share::hand_over(work, member.id, account.id)?;
    ties.merged(work, account.id, &own, member.id)?;
    care::remove(work, account.id, own.id)?;
    care::become_own(work, account.id, member.id)?;
    if shares {
        // What the person says now is their own word.
        let consent = Consent { at: work.now(), own_address: Some(account.address.clone()) };
        care::put_consent(work, holder, member.id, &consent)?;
        sharing::tell(work, holder, letter::handed_over)?;
        // Nobody goes on seeing the record whom the person has not been told of.
        sharing::end_all_but(work, account, &member, holder, ties)?;
    } else {
        sharing::end_all(work, account, &member, ties)?;
    }
    work.record(account.event("own_account_taken"));
    Ok(())
}

/// Declines an offer, which is used up by it.
///
/// # Errors
/// Refused when it does not open.
pub fn decline(work: &mut Work<'_>, account: &Account, token: &Token) -> Outcome<(), Closed> {
    admit(work, account, token)?;
    link::consume(work, token)?;
    Ok(())
}

/// The offer behind a token, counted against the attempts of the client unless it is live.
fn admit(work: &mut Work<'_>, account: &Account, token: &Token) -> Outcome<OwnAccountOffer, Closed> {
    account::count_link(work)?;
    let offer = open(work, account, token)?.or_closed().or_refuse()?;
    account::give_link_back(work)?;
    Ok(offer)
}
