//! Another mail address: asking for it, and moving the account there once the new address has been proved.

use super::link::{self, DeadLink, LinkPurpose};
use super::model::Account;
use super::ties::Ties;
use super::{credential, letter, parting, path, patient, rows};
use crate::mail::EmailAddress;
use crate::secret::{Token, TokenHash};
use crate::session;
use crate::work::{Outcome, Refuse, Work};
use std::convert::Infallible;

/// Mails a link to the new address. Whether that belongs to somebody else shows in the mail only.
///
/// # Errors
/// Denied when too many mails were asked for.
pub fn ask(work: &mut Work<'_>, account: &Account, to: &EmailAddress, token: &Token) -> Outcome<(), Infallible> {
    credential::count_mail(work, to)?;
    let (from, purpose) = (letter::LetterContext::to_visitor(work), LinkPurpose::EmailChange(account.id));
    link::issue(work, token, purpose.clone(), to.clone())?;
    let letter = match rows::of_address(work, to)? {
        Some(_) => letter::email_taken(&from, to, &work.link(path::SIGN_IN)),
        None => {
            let url = work.link(&path::of_link(path::EMAIL_LINK, token, path::DASHBOARD));
            link::holding(letter::email_confirmation(&from, to, &url), token)
        }
    };
    let letter = link::timed(letter, work.now(), &purpose);
    Ok(work.send(&letter)?)
}

/// Moves the account to the link's address and tells the old one. Every session and link of the account ends but the one
/// that starts here, and what the old address held of it goes along or is deleted: it may be somebody else's one day.
///
/// # Errors
/// Refused when the link does not work any more, or its address has an account by now.
pub fn confirm(
    work: &mut Work<'_>,
    account: &Account,
    token: &Token,
    session: TokenHash,
    ties: &dyn Ties,
) -> Outcome<(), DeadLink> {
    let link = link::consume(work, token)?.ok_or(DeadLink).or_refuse()?;
    if rows::of_address(work, &link.address)?.is_some() {
        return Err(DeadLink).or_refuse();
    }
    let (id, old) = (account.id, account.address.clone());
    // What still waits for the old address was not taken there; what it was to say is on the account's own pages.
    parting::forget_mail(work, account)?;
    let account = rows::readdress(work, account.clone(), link.address)?;
    ties.moved(work, &account, &old)?;
    let visitor = work.visitor();
    session::end_all_but(work, id.subject(), visitor)?;
    ties.handed_on(work, visitor, session, Some(&account))?;
    session::go_on(work, &patient::SESSIONS, &visitor, session)?;
    let from = letter::LetterContext::to_account(work, id)?;
    work.record(account.event("address_changed"));
    let told = letter::email_changed(&from, &old, work.now());
    Ok(work.send(&told)?)
}
