//! Setting the mail account, and beginning to try it out.

use crate::config::MailAccount;
use crate::mail::{Letter, Trouble, account, trial};
use crate::staff::Staff;
use crate::work::{Limit, Outcome, Remedy, Work};
use std::convert::Infallible;

/// Each has the worker turn to a server.
const ACCOUNTS: Limit = Limit { name: "mail account", most: 30, minutes: 60, remedy: Remedy::Waiting };
/// Each goes to the address of who asks for it.
const TEST_MAILS: Limit = Limit { name: "test mail", most: 10, minutes: 60, remedy: Remedy::Waiting };

/// Sets the account of the service at this address.
///
/// # Errors
/// When this person has set too many.
pub fn set(work: &mut Work<'_>, by: &Staff, account: &MailAccount, base_url: &str) -> Outcome<(), Infallible> {
    work.count(&[ACCOUNTS.of(by.address.as_str())])?;
    account::put(work, account, base_url)?;
    work.record(by.event("mail_account_set").with("server", server(account)));
    Ok(())
}

/// Counts a test mail, which the caller then hands to the server of the account. Where mails are kept, it is written here.
///
/// # Errors
/// When this person has sent too many.
pub fn begin_test(
    work: &mut Work<'_>,
    by: &Staff,
    account: Option<&MailAccount>,
    letter: &Letter,
) -> Outcome<(), Infallible> {
    work.count(&[TEST_MAILS.of(by.address.as_str())])?;
    match account {
        Some(account) => work.record(by.event("mail_tested").with("server", server(account))),
        None => work.send(letter)?,
    }
    Ok(())
}

/// Notes how a test mail ended, so that one that failed is told until another one succeeds.
///
/// # Errors
/// What the store says.
pub fn end_test(work: &mut Work<'_>, trouble: Option<&Trouble>) -> Outcome<(), Infallible> {
    Ok(trial::note(work, trouble)?)
}

fn server(account: &MailAccount) -> String {
    format!("{}:{}", account.smtp.host, account.smtp.port)
}
