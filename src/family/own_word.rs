//! 本人の確認: from full age on an account that booked for a minor books anew only once they have said so themselves, from an address of
//! their own. What is booked stays.
//!
//! The link in the mail is the only way to say so, and opening it changes nothing. The mail that confirms it has a link to take it back.

use super::allowance::{count_invitation, relative};
use super::letter::{self, Told};
use super::path;
use crate::account::link::{self, LinkPurpose, MailLink};
use crate::account::{self, Account, AccountId, Consent, Member, WordRefused, care, share};
use crate::mail::{EmailAddress, copy};
use crate::person::PersonId;
use crate::secret::Token;
use crate::session;
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Refuse, Work};

/// The address belongs to an account that books for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTheirOwn;

/// Mails a link to the person's own address. An earlier one is dead from here on.
///
/// # Errors
/// Denied when there is no such member, none whose word is needed, or too many mails were asked for.
pub fn ask(
    work: &mut Work<'_>,
    account: &Account,
    id: PersonId,
    to: &EmailAddress,
    token: &Token,
) -> Outcome<(), NotTheirOwn> {
    let member = relative(work, account, id)?;
    member.own_word_from.ok_or(Denied::NotFound)?;
    if is_of_who_books(work, account, id, to)? {
        return Err(NotTheirOwn).or_refuse();
    }
    count_invitation(work, account)?;
    account::count_mail(work, to)?;
    let purpose = LinkPurpose::OwnWord(account.id, id);
    link::issue(work, token, purpose.clone(), to.clone())?;
    let url = work.link(&path::of_invitation(path::WORD, &token.text()));
    let letter = letter::own_word(&work.letterhead(work.lang()), to, &url);
    work.send(&link::timed(link::holding(letter, token), work.now(), &purpose))?;
    work.record(account.event("own_word_asked"));
    Ok(())
}

/// Whether an address is that of an account that books for the person, and is not the person's own.
fn is_of_who_books(r: &dyn Reader, account: &Account, id: PersonId, address: &EmailAddress) -> store::Result<bool> {
    if account.address.mailbox() == address.mailbox() {
        return Ok(true);
    }
    for other in share::find(r, id)?.iter().flat_map(|shared| shared.accounts()) {
        let is_own = care::own(r, other)?.is_some_and(|own| own.id == id);
        if !is_own && account::find(r, other)?.is_some_and(|other| other.address.mailbox() == address.mailbox()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// To which address a person was asked, as long as they can answer.
///
/// # Errors
/// What the store says.
pub fn pending(r: &dyn Reader, account: &Account, id: PersonId) -> store::Result<Option<EmailAddress>> {
    Ok(link::newest(r, account, &LinkPurpose::OwnWord(account.id, id))?.map(|link| link.address))
}

/// What somebody is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Who books for them, by name.
    pub from: String,
    account: AccountId,
    member: Member,
    address: EmailAddress,
}

/// A link that has been used, has expired, or asks for nothing any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAsked;

/// The question behind a token that asks for something still.
///
/// # Errors
/// What the store says.
pub fn open(r: &dyn Reader, token: &Token) -> store::Result<Option<Question>> {
    let Some(MailLink { purpose: LinkPurpose::OwnWord(account, id), address, .. }) = link::find(r, token)? else {
        return Ok(None);
    };
    let asked = care::member(r, account, id)?.filter(|member| member.own_word_from.is_some());
    let Some((member, own)) = asked.zip(care::own(r, account)?) else { return Ok(None) };
    Ok(Some(Question { from: own.person.name.full(), account, member, address }))
}

/// Keeps the word of who holds the token, who gets a mail by which they can take it back.
///
/// # Errors
/// Refused when it does not open; denied when that was tried too often.
pub fn give(work: &mut Work<'_>, token: &Token, withdrawal: &Token) -> Outcome<(), NotAsked> {
    let Question { account, member, address, .. } = answer(work, token)?;
    let consent = Consent { at: work.now(), own_address: Some(address.clone()) };
    care::put_consent(work, account, member.id, &consent)?;
    link::issue(work, withdrawal, LinkPurpose::WordWithdrawal(account, member.id), address.clone())?;
    let url = work.link(&path::of_invitation(path::WORD_WITHDRAWAL, &withdrawal.text()));
    let letter = letter::own_word_kept(&work.letterhead(work.lang()), &address, &url);
    work.send(&link::holding(letter, withdrawal))?;
    Ok(tell(work, account, letter::own_word_given, "own_word_given")?)
}

/// Keeps that who holds the token does not give their word, and nothing else.
///
/// # Errors
/// Refused when it does not open; denied when that was tried too often.
pub fn decline(work: &mut Work<'_>, token: &Token) -> Outcome<(), NotAsked> {
    let Question { account, member, .. } = answer(work, token)?;
    care::put_refusal(work, account, member.id, WordRefused::Declined)?;
    Ok(tell(work, account, letter::own_word_declined, "own_word_declined")?)
}

/// Uses the link of a question up.
fn answer(work: &mut Work<'_>, token: &Token) -> Outcome<Question, NotAsked> {
    account::count_link(work)?;
    let question = open(work, token)?.ok_or(NotAsked).or_refuse()?;
    account::give_link_back(work)?;
    link::consume(work, token)?;
    Ok(question)
}

/// A word that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenWord {
    /// Who books for the person, by name.
    pub from: String,
    account: AccountId,
    person: PersonId,
}

/// The word that a token can take back, while it counts.
///
/// # Errors
/// What the store says.
pub fn open_given(r: &dyn Reader, token: &Token) -> store::Result<Option<GivenWord>> {
    let Some(MailLink { purpose: LinkPurpose::WordWithdrawal(account, person), .. }) = link::find(r, token)? else {
        return Ok(None);
    };
    let own = care::own(r, account)?.filter(|own| own.id != person);
    let Some(own) = own else { return Ok(None) };
    let from = own.person.name.full();
    Ok(care::has_consent(r, account, person)?.then_some(GivenWord { from, account, person }))
}

/// Takes a word back: the account books nothing anew from here on. What is booked stays.
///
/// # Errors
/// Refused when the link does not open; denied when that was tried too often.
pub fn withdraw(work: &mut Work<'_>, token: &Token) -> Outcome<(), NotAsked> {
    account::count_link(work)?;
    let GivenWord { account, person, .. } = open_given(work, token)?.ok_or(NotAsked).or_refuse()?;
    account::give_link_back(work)?;
    link::consume(work, token)?;
    care::put_refusal(work, account, person, WordRefused::Withdrawn)?;
    Ok(tell(work, account, letter::own_word_withdrawn, "own_word_withdrawn")?)
}

/// Tells who books for the person what was answered, by mail and as a notice.
fn tell(work: &mut Work<'_>, account: AccountId, letter: Told, what: &'static str) -> store::Result<()> {
    let Some(account) = account::find(work, account)? else { return Ok(()) };
    let lang = session::standing(work, account.id.subject())?.map_or(work.lang(), |standing| standing.lang);
    let letter = letter(&work.letterhead(lang), &account.address, &work.link(path::FAMILY));
    work.send(&letter)?;
    copy::keep(work, &letter)?;
    work.record(account.event(what));
    Ok(())
}
