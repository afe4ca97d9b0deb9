//! Links in mails: what each kind opens, for how long, and that only the newest one does.
//!
//! A link is a random token of which the store keeps the hash. It is mailed with another token than it waits with in its letter. Looking
//! at one changes nothing, since mail scanners open every link; only a posted form uses it up. A link of an account dies with the
//! account's epoch.

use super::care;
use super::model::{Account, AccountId};
use crate::clock::Moment;
use crate::mail::{EmailAddress, Letter, successor};
use crate::person::PersonId;
use crate::secret::{Token, TokenHash};
use crate::session;
use crate::store::{self, Expiring, Reader, Tx};
use serde::{Deserialize, Serialize};

const LINKS: Expiring<TokenHash, MailLink> = Expiring::new("mail-link");
/// The newest link of a kind for each owner; the others are dead.
const NEWEST: Expiring<TokenHash, TokenHash> = Expiring::new("mail-link-newest");

/// What a letter calls such a link where it names the token in it.
const HELD: &str = "account-link";

/// The names of this file's tables.
pub(super) const TABLES: [&str; 2] = [LINKS.name(), NEWEST.name()];

/// What a link is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkPurpose {
    /// Going on with a sign-up under the link's address.
    SignUp,
    /// Choosing a new password for an account.
    Reset(AccountId),
    /// Moving an account to the link's address.
    EmailChange(AccountId),
    /// Sharing a person of an account with the account of the link's address.
    Share(AccountId, PersonId),
    /// Saying, from the link's address, that an account may go on booking for this person, who is of full age.
    OwnWord(AccountId, PersonId),
    /// Taking a person of an account along to the account of the link's address, whose own person they are.
    OwnAccount(AccountId, PersonId, OfferedShare),
    /// Taking back, from the link's address, that an account may go on booking for this person.
    WordWithdrawal(AccountId, PersonId),
}

/// Whether who hands a person over wants to go on booking for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfferedShare {
    /// They do, if the person agrees.
    Wanted,
    /// They do not.
    Unwanted,
}

impl LinkPurpose {
    /// For how many minutes a link works.
    pub const fn minutes(&self) -> i64 {
        match self {
            Self::SignUp => 24 * 60,
            Self::Reset(_) => 30,
            Self::EmailChange(_) => 60,
            Self::Share(..) | Self::OwnWord(..) | Self::OwnAccount(..) => 72 * 60,
            // Longer than anybody keeps the mail: a word can be taken back for as long as it counts.
            Self::WordWithdrawal(..) => 10 * 365 * 24 * 60,
        }
    }

    /// Those about a person of an account.
    pub const fn of_person(account: AccountId, person: PersonId) -> [Self; 4] {
        let [share, own_word, own_account] = Self::offers_of_person(account, person);
        [share, own_word, own_account, Self::WordWithdrawal(account, person)]
    }

    /// Those that wait for an answer about a person whom the account holds.
    pub const fn offers_of_person(account: AccountId, person: PersonId) -> [Self; 3] {
        let own_account = Self::OwnAccount(account, person, OfferedShare::Unwanted);
        [Self::Share(account, person), Self::OwnWord(account, person), own_account]
    }

    /// The account whose new password ends it. What somebody else has said outlasts the password of the account that books for them.
    const fn account(&self) -> Option<AccountId> {
        match self {
            Self::SignUp | Self::WordWithdrawal(..) => None,
            Self::Reset(id)
            | Self::EmailChange(id)
            | Self::Share(id, _)
            | Self::OwnWord(id, _)
            | Self::OwnAccount(id, ..) => Some(*id),
        }
    }
}

/// A link that has been used, has expired, or was never there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeadLink;

/// What is stored of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailLink {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// The address that it was sent to. The holder of the token has proved it.
    pub address: EmailAddress,
    epoch: u32,
}

/// Makes `token` the newest link for this purpose; earlier ones die.
pub fn issue(tx: &mut Tx<'_>, token: &Token, purpose: LinkPurpose, address: EmailAddress) -> store::Result<()> {
    let now = tx.now();
    let expires = now.plus_minutes(purpose.minutes());
    let epoch = epoch(tx, &purpose)?;
    let owner = owner(&purpose, &address);
    // It is dead from here on; deleted, it does not keep its address until it expires.
    delete(tx, &owner)?;
    NEWEST.put(tx, &owner, token.hash(), expires)?;
    LINKS.put(tx, &token.hash(), MailLink { purpose, address, epoch }, expires)
}

/// A letter with such a link in it, which is of no use once the link has ended.
pub fn timed(letter: Letter, now: Moment, purpose: &LinkPurpose) -> Letter {
    letter.useful_until(now.plus_minutes(purpose.minutes()))
}

/// A letter with the link of this token in it, which is made anew when the letter is sent.
pub fn holding(letter: Letter, token: &Token) -> Letter {
    letter.holding(HELD, token.text())
}

/// Another token for the link that waited with a letter; see [`successor::renew`].
pub fn renew_token(tx: &mut Tx<'_>, about: &str, token: &str) -> store::Result<Option<String>> {
    if about == HELD { successor::renew(tx, &LINKS, token) } else { Ok(None) }
}

/// The live link of a token.
pub fn find(r: &dyn Reader, token: &Token) -> store::Result<Option<MailLink>> {
    let Some(row) = successor::row_of(r, token.hash())? else { return Ok(None) };
    let Some(link) = LINKS.get(r, &row)? else { return Ok(None) };
    let newest = NEWEST.get(r, &owner(&link.purpose, &link.address))? == Some(row);
    let current = epoch(r, &link.purpose)? == link.epoch;
    Ok((newest && current).then_some(link))
}

/// Uses a live link up: of many that try at once, one gets it.
pub fn consume(tx: &mut Tx<'_>, token: &Token) -> store::Result<Option<MailLink>> {
    let link = find(tx, token)?;
    if let Some(link) = &link {
        delete(tx, &owner(&link.purpose, &link.address))?;
    }
    Ok(link)
}

/// The live link that was sent last for a purpose of an account.
pub fn newest(r: &dyn Reader, account: &Account, purpose: &LinkPurpose) -> store::Result<Option<MailLink>> {
    let newest = NEWEST.get(r, &owner(purpose, &account.address))?;
    let Some(link) = newest.map(|hash| LINKS.get(r, &hash)).transpose()?.flatten() else { return Ok(None) };
    Ok((epoch(r, &link.purpose)? == link.epoch).then_some(link))
}

/// Takes that link back.
pub fn revoke(tx: &mut Tx<'_>, account: &Account, purpose: &LinkPurpose) -> store::Result<()> {
    delete(tx, &owner(purpose, &account.address))
}

/// Deletes every link of an account that is leaving, and says which other address one of them was sent to.
pub fn forget(tx: &mut Tx<'_>, account: &Account) -> store::Result<Option<EmailAddress>> {
    let change = owner(&LinkPurpose::EmailChange(account.id), &account.address);
    let sent = NEWEST.stored(tx, &change)?.map(|hash| LINKS.stored(tx, &hash)).transpose()?.flatten();
    for purpose in [LinkPurpose::SignUp, LinkPurpose::Reset(account.id)] {
        delete(tx, &owner(&purpose, &account.address))?;
    }
    delete(tx, &change)?;
    for care in care::cares(tx, account.id)? {
        for purpose in LinkPurpose::of_person(account.id, care.person) {
            delete(tx, &owner(&purpose, &account.address))?;
        }
    }
    Ok(sent.map(|link| link.address))
}

/// Deletes an owner's newest link, ended or not: its row holds an address.
fn delete(tx: &mut Tx<'_>, owner: &TokenHash) -> store::Result<()> {
    if let Some(newest) = NEWEST.stored(tx, owner)? {
        LINKS.delete(tx, &newest)?;
        NEWEST.delete(tx, owner)?;
    }
    Ok(())
}

fn epoch(r: &dyn Reader, purpose: &LinkPurpose) -> store::Result<u32> {
    let Some(account) = purpose.account() else { return Ok(0) };
    Ok(session::standing(r, account.subject())?.map_or(0, |standing| standing.epoch))
}

/// Whose newest link it is: an address's for a sign-up, an account's otherwise, or that of one of its people. Rows are found by this text, so it stays as
/// it is.
fn owner(purpose: &LinkPurpose, address: &EmailAddress) -> TokenHash {
    let account = |id: &AccountId| format!("AccountId({:?})", id.bytes());
    TokenHash::of_text(&match purpose {
        LinkPurpose::SignUp => format!("sign-up {}", address.key()),
        LinkPurpose::Reset(id) => format!("reset {}", account(id)),
        LinkPurpose::EmailChange(id) => format!("email {}", account(id)),
        LinkPurpose::Share(id, person) => format!("share {} {}", account(id), person.text()),
        LinkPurpose::OwnAccount(id, person, _) => format!("own-account {} {}", account(id), person.text()),
        LinkPurpose::OwnWord(id, person) => format!("own-word {} {}", account(id), person.text()),
        LinkPurpose::WordWithdrawal(id, person) => format!("word-withdrawal {} {}", account(id), person.text()),
    })
}
