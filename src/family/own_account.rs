//! An account of one's own: from 15 on, a member of the family can take their record along to it, by a link that is mailed to its address.
//!
//! The link opens for the account of that very address only, and only for who is its own person already by name, date of birth and sex: to
//! know these alone opens nothing. Opening it changes nothing; accepting or declining uses it up.
//!
//! Whether it is the same person is answered only when it is accepted, which is counted: the page would otherwise answer any number of
//! guesses.

use super::allowance::{count, count_invitation, held};
use super::invitation::is_full;
use super::mailed_offer::{self, Closed, MailedOffer, OpenedOffer};
use super::{letter, path, sharing};
use crate::account::link::{self, LinkPurpose, MailLink, OfferedShare};
use crate::account::share::{self, Joining};
use crate::account::{self, Account, AccountId, Consent, Member, Relation, Ties, care};
use crate::mail::{EmailAddress, successor};
use crate::person::{self, PersonId};
use crate::secret::Token;
use crate::store::{self, Reader};
use crate::work::{self, Denied, Limit, Outcome, Refuse, Remedy, Work};
use std::convert::Infallible;
use time::Date;

/// How often one link may be tried by who is somebody else by name, date of birth or sex, until it ends: as long as it works.
const MISMATCHES: Limit =
    Limit { name: "own account of another person", most: 5, minutes: 72 * 60, remedy: Remedy::RestOfAccount };

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
    work.send(&link::timed(link::holding(letter, token), work.now(), &purpose))?;
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

/// An offer as its addressee sees it, without the person whom the holder means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccountOffer {
    /// Who offers. Only the account that accepts is shown the member.
    pub offer: MailedOffer,
    /// Whether the holder wants to go on booking for the person.
    pub share: OfferedShare,
    /// The own person of the account that is asked.
    pub own: Member,
}

impl OwnAccountOffer {
    /// Whose record it is and who offers it, as it stood on the page that was accepted.
    pub fn shown(&self) -> String {
        let Self { offer: MailedOffer { from, from_address, .. }, share, own: Member { person, .. } } = self;
        let name = person.name_with_kana();
        let share = if *share == OfferedShare::Wanted { "shared" } else { "alone" };
        [&*name, &*person.birth_date.to_string(), person.sex.value(), from, from_address.as_str(), share].join(" / ")
    }

    /// Whether the record can take the place of the account's own person, which it cannot while others share that person.
    pub fn can_give_way(&self) -> bool {
        self.own.sharing.is_none()
    }
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
    let own = care::own(r, account.id)?;
    // No account gives its own person away.
    let is_relative = care::member(r, holder, id)?.is_none_or(|member| member.relation != Relation::Own);
    let Some(own) = own.filter(|_| is_relative) else { return Ok(OpenedOffer::Closed(Closed::Dead)) };
    Ok(offered.map(|offer| OwnAccountOffer { offer, share, own }))
}

/// Why a person is not taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The offer does not open.
    Closed(Closed),
    /// It is not what stood on the page.
    Changed,
    /// The own person of the account is shared with others.
    Shared,
    /// The own person of the account is another one.
    AnotherPerson,
    /// The same, so often that the link has ended.
    Ended,
    /// The person is shared with as many as may be.
    TooMany,
}

/// How an offer is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taking {
    /// Whether the former holder may go on booking.
    pub shares: bool,
    /// What was offered on the page: see [`OwnAccountOffer::shown`].
    pub shown: String,
}

/// Accepts an offer: from here on the person is the account's own. The former holder goes on booking for them where both want it;
/// otherwise nobody else does any more.
///
/// # Errors
/// Refused when the offer does not open, or is about somebody else, which is counted; it can be accepted later then.
pub fn accept(
    work: &mut Work<'_>,
    account: &Account,
    token: &Token,
    taking: &Taking,
    ties: &dyn Ties,
) -> Outcome<(), NotTaken> {
    let admitted = admit(work, account, token).map_err(|stop| stop.map(NotTaken::Closed))?;
    if admitted.shown() != taking.shown {
        return Err(NotTaken::Changed).or_refuse();
    }
    if !admitted.can_give_way() {
        return Err(NotTaken::Shared).or_refuse();
    }
    let OwnAccountOffer { offer: MailedOffer { holder, member, .. }, share, own } = admitted;
    if !own.person.is_same_as(&member.person) {
        return mismatch(work, holder, token);
    }
    let shares = taking.shares && share == OfferedShare::Wanted;
    if shares && is_full(work, member.id)? {
        return Err(NotTaken::TooMany).or_refuse();
    }
    take(work, account, holder, &member, &own, ties)?;
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

/// Counts an acceptance by an account whose own person is another one. The last one ends the link, and the holder is told.
fn mismatch<T>(work: &mut Work<'_>, holder: AccountId, token: &Token) -> Outcome<T, NotTaken> {
    // All copies of a mail that was sent several times count as one link.
    let link = successor::row_of(work, token.hash())?.ok_or(Denied::NotFound)?;
    let counter = MISMATCHES.of(&link.reference());
    work.count(&[counter])?;
    if !work::is_spent(work, &counter)? {
        return Err(NotTaken::AnotherPerson).or_refuse();
    }
    link::consume(work, token)?;
    sharing::tell(work, holder, letter::own_account_ended)?;
    work.keep();
    Err(NotTaken::Ended).or_refuse()
}

/// Makes the person of a holder's the account's own. The holder shares them for now.
fn take(
    work: &mut Work<'_>,
    account: &Account,
    holder: AccountId,
    member: &Member,
    own: &Member,
    ties: &dyn Ties,
) -> store::Result<()> {
    if let Some(former) = account::find(work, holder)? {
        for purpose in LinkPurpose::of_person(holder, member.id) {
            link::revoke(work, &former, &purpose)?;
        }
    }
    let is_first = share::find(work, member.id)?.is_none();
    let joining = Joining { relation: Relation::Other, contact: own.person.contact(), former: None };
    share::begin(work, member.id, holder, account.id, joining)?;
    if is_first {
        ties.shared(work, holder, member)?;
    }
    share::hand_over(work, member.id, account.id)?;
    ties.merged(work, account.id, own, member.id)?;
    care::remove(work, account.id, own.id)?;
    care::become_own(work, account.id, member.id)
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
