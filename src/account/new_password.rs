//! Another password: for somebody who knows the present one, and for somebody who has forgotten it.

use super::link::{self, DeadLink, LinkPurpose};
use super::model::{Account, AccountId};
use super::ties::Ties;
use super::{credential, known_device, letter, path, patient, rows};
use crate::mail::EmailAddress;
use crate::secret::{Token, TokenHash};
use crate::session;
use crate::work::{Denied, Outcome, Refuse, Work};
use std::convert::Infallible;

/// Changes the password of an account to the one with this hash. Every session and link of it ends but the one that
/// starts here. `seen` is the account as its present password was checked.
///
/// # Errors
/// Denied when another change has won meanwhile: the password that was given is no longer the present one.
pub fn change(
    work: &mut Work<'_>,
    account: &Account,
    seen: &Account,
    hash: &str,
    session: TokenHash,
    ties: &dyn Ties,
) -> Outcome<(), Infallible> {
    if account.password != seen.password {
        return Err(Denied::SignIn.into());
    }
    let account = Account { password: hash.to_owned(), ..account.clone() };
    rows::put(work, &account)?;
    let visitor = work.visitor();
    session::end_all_but(work, account.id.subject(), visitor)?;
    ties.handed_on(work, visitor, session, Some(&account))?;
    session::go_on(work, &patient::SESSIONS, &visitor, session)?;
    session::renew(work, &session)?;
    work.record(account.event("password_changed"));
    let told = letter::password_changed(&letter::LetterContext::to_visitor(work), &account.address, work.now());
    Ok(work.send(&told)?)
}

/// Mails a link for a new password, or says that there is no account. `next` is where its reader wants to go on.
///
/// # Errors
/// Denied when too many mails were asked for.
pub fn ask_reset(work: &mut Work<'_>, address: &EmailAddress, token: &Token, next: &str) -> Outcome<(), Infallible> {
    credential::count_mail(work, address)?;
    let account = rows::of_address(work, address)?;
    // A link is made in every case, so that the same work is done.
    let purpose = account.as_ref().map_or(LinkPurpose::SignUp, |account| LinkPurpose::Reset(account.id));
    link::issue(work, token, purpose.clone(), address.clone())?;
    let url = |work: &Work<'_>, route| work.link(&path::of_link(route, token, next));
    let letter = match account {
        None => {
            let (from, url) = (letter::LetterContext::to_visitor(work), url(work, path::SIGN_UP_LINK));
            link::holding(letter::nobody_here(&from, address, &url), token)
        }
        Some(account) => {
            let from = letter::LetterContext::to_account(work, account.id)?;
            match account.disabled {
                None => {
                    let url = url(work, path::RESET_LINK);
                    link::holding(letter::reset(&from, &account.address, &url), token)
                }
                Some(_) => letter::disabled(&from, &account.address),
            }
        }
    };
    let letter = link::timed(letter, work.now(), &purpose);
    Ok(work.send(&letter)?)
}

/// Sets the password of an account by the link of a mail. Every session and every other link of the account ends.
///
/// # Errors
/// Refused when the link does not work any more.
pub fn reset(work: &mut Work<'_>, id: AccountId, token: &Token, hash: &str) -> Outcome<(), DeadLink> {
    link::consume(work, token)?.ok_or(DeadLink).or_refuse()?;
    let account = rows::find(work, id)?.ok_or(DeadLink).or_refuse()?;
    let account = Account { password: hash.to_owned(), ..account };
    rows::put(work, &account)?;
    // The link proved that the mailbox is theirs, so the passwords typed for it count no longer.
    credential::forgive(work, &account)?;
    known_device::forget_all(work, id)?;
    session::end_all(work, id.subject())?;
    let from = letter::LetterContext::to_account(work, id)?;
    work.record(account.event("password_reset"));
    let told = letter::password_changed(&from, &account.address, work.now());
    Ok(work.send(&told)?)
}
