//! The account's tables, and the queries over them inside a given transaction.
//!
//! Indexes are kept here, in the same transaction as what they index.

use super::care::{self, CARES, PEOPLE};
use super::coming_of_age::DUE;
use super::customer_id::CustomerId;
use super::model::{Account, AccountId};
use super::readings::Readings;
use super::relation::Relation;
use super::share::SHARED;
use super::ties::{KnownPerson, Origin};
use super::{known_device, link, unconfirmed};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person::{self, Person};
use crate::secret::{TokenHash, random_bytes};
use crate::store::{Expiring, Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

pub(super) const ACCOUNTS: Table<AccountId, Account> = Table::new("account");
pub(super) const BY_ADDRESS: Table<String, AccountId> = Table::new("account-by-address");
pub(super) const BY_CUSTOMER_ID: Table<CustomerId, AccountId> = Table::new("account-by-customer-id");
const SIGN_UPS: Expiring<TokenHash, SignUp> = Expiring::new("sign-up");
const KNOWN_PEOPLE: Expiring<TokenHash, KnownPerson> = Expiring::new("sign-up-known-person");
const EDITS: Expiring<(AccountId, TokenHash), person::Draft> = Expiring::new("person-edit");
const FAREWELLS: Table<(Moment, [u8; 8]), String> = Table::new("farewell");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 9] = [
    ACCOUNTS.name(),
    BY_ADDRESS.name(),
    BY_CUSTOMER_ID.name(),
    PEOPLE.name(),
    CARES.name(),
    SHARED.name(),
    DUE.name(),
    FAREWELLS.name(),
    unconfirmed::TABLE,
];

/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 7] = [
    SIGN_UPS.name(),
    KNOWN_PEOPLE.name(),
    EDITS.name(),
    link::TABLES[0],
    link::TABLES[1],
    known_device::TABLES[0],
    known_device::TABLES[1],
];

/// How long a half-done sign-up or change is kept.
const DRAFT_HOURS: i64 = 24;

/// A sign-up between the proof of the address and its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignUp {
    /// The proved address.
    pub address: EmailAddress,
    /// The password's hash, once it is chosen.
    pub password: Option<String>,
    /// What has been typed of the person so far.
    pub person: Option<person::Draft>,
    /// What is to become the account's.
    #[serde(default)]
    pub origin: Option<Origin>,
    /// Where to go on at the end, if not on the dashboard.
    #[serde(default)]
    pub next: Option<String>,
    /// See [`KnownPerson::relatives`].
    #[serde(default)]
    pub relatives: Vec<String>,
}

impl SignUp {
    /// The sign-up of somebody known from elsewhere, who has proved the address.
    pub fn of(known: KnownPerson) -> Self {
        Self {
            address: known.address,
            password: None,
            person: Some(known.person),
            origin: Some(known.origin),
            next: None,
            relatives: known.relatives,
        }
    }
}

/// The account of this id.
pub fn find(r: &dyn Reader, id: AccountId) -> Result<Option<Account>> {
    ACCOUNTS.get(r, &id)
}

/// The account that signs in with this address.
pub fn of_address(r: &dyn Reader, address: &EmailAddress) -> Result<Option<Account>> {
    match BY_ADDRESS.get(r, &address.key())? {
        Some(id) => find(r, id),
        None => Ok(None),
    }
}

/// The account of this customer number.
pub fn of_customer_id(r: &dyn Reader, number: CustomerId) -> Result<Option<Account>> {
    match BY_CUSTOMER_ID.get(r, &number)? {
        Some(id) => find(r, id),
        None => Ok(None),
    }
}

/// At most `limit` accounts in the order of their addresses, after the given one.
pub fn list(r: &dyn Reader, after: Option<&str>, limit: usize) -> Result<Vec<Account>> {
    let from = after.map_or(std::ops::Bound::Unbounded, |key| std::ops::Bound::Excluded(key.to_owned()));
    let ids = BY_ADDRESS.range(r, (from, std::ops::Bound::Unbounded), limit)?;
    let mut accounts = Vec::with_capacity(ids.len());
    for (_, id) in ids {
        accounts.extend(find(r, id)?);
    }
    Ok(accounts)
}

/// Stores a new account and its owner. The caller has made sure that the address is free.
pub fn add(tx: &mut Tx<'_>, account: &Account, own: &Person) -> Result<()> {
    BY_CUSTOMER_ID.put(tx, &account.customer_id, &account.id)?;
    BY_ADDRESS.put(tx, &account.address.key(), &account.id)?;
    care::add(tx, account.id, Relation::Own, own)?;
    ACCOUNTS.put(tx, &account.id, account)
}

/// A customer number that no account has.
pub fn free_customer_id(r: &dyn Reader) -> Result<CustomerId> {
    loop {
        let number = CustomerId::mint();
        if BY_CUSTOMER_ID.get(r, &number)?.is_none() {
            return Ok(number);
        }
    }
}

/// Stores a changed account under its unchanged address.
pub fn put(tx: &mut Tx<'_>, account: &Account) -> Result<()> {
    ACCOUNTS.put(tx, &account.id, account)
}

/// Changes what an account's owner has read, and nothing else of the account as it is inside this write.
pub fn change_readings(tx: &mut Tx<'_>, id: AccountId, change: impl FnOnce(&mut Readings)) -> Result<()> {
    let Some(mut account) = find(tx, id)? else { return Ok(()) };
    change(&mut account.readings);
    put(tx, &account)
}

/// Moves an account to another address, which the caller knows to be free.
pub fn readdress(tx: &mut Tx<'_>, account: Account, address: EmailAddress) -> Result<Account> {
    BY_ADDRESS.delete(tx, &account.address.key())?;
    BY_ADDRESS.put(tx, &address.key(), &account.id)?;
    let account = Account { address, ..account };
    put(tx, &account)?;
    Ok(account)
}

/// Deletes an account with all its people and the changes of them under way. What clinics keep of them is theirs and stays.
pub fn remove(tx: &mut Tx<'_>, account: &Account) -> Result<()> {
    care::remove_all(tx, account.id)?;
    EDITS.delete_prefix(tx, &account.id, 100)?;
    known_device::forget_all(tx, account.id)?;
    BY_ADDRESS.delete(tx, &account.address.key())?;
    BY_CUSTOMER_ID.delete(tx, &account.customer_id)?;
    ACCOUNTS.delete(tx, &account.id).map(drop)
}

/// The account's owner.
pub fn own_person(r: &dyn Reader, id: AccountId) -> Result<Option<Person>> {
    Ok(care::own(r, id)?.map(|own| own.person))
}

/// The sign-up under way in a visitor's browser.
pub fn sign_up(r: &dyn Reader, visitor: TokenHash) -> Result<Option<SignUp>> {
    SIGN_UPS.get(r, &visitor)
}

/// Keeps a sign-up on its way.
pub fn put_sign_up(tx: &mut Tx<'_>, visitor: TokenHash, sign_up: SignUp) -> Result<()> {
    let now = tx.now();
    SIGN_UPS.put(tx, &visitor, sign_up, now.plus_hours(DRAFT_HOURS))
}

/// Keeps what was typed of the person, while the sign-up is still under way; its end stays.
pub fn put_sign_up_person(tx: &mut Tx<'_>, visitor: TokenHash, draft: person::Draft) -> Result<()> {
    SIGN_UPS.amend(tx, &visitor, |sign_up| sign_up.person = Some(draft))
}

/// Ends a sign-up.
pub fn end_sign_up(tx: &mut Tx<'_>, visitor: TokenHash) -> Result<()> {
    SIGN_UPS.delete(tx, &visitor)
}

/// Hands a sign-up under way on to the next token of the same browser, with what is known of who begins one.
pub fn sign_up_goes_along(tx: &mut Tx<'_>, old: TokenHash, new: TokenHash) -> Result<()> {
    if let Some(under_way) = sign_up(tx, old)? {
        put_sign_up(tx, new, under_way)?;
        end_sign_up(tx, old)?;
    }
    if let Some(known) = KNOWN_PEOPLE.get(tx, &old)? {
        put_known_person(tx, new, &known)?;
        KNOWN_PEOPLE.delete(tx, &old)?;
    }
    Ok(())
}

/// Keeps in a visitor's browser that somebody known from elsewhere has asked for the mail that begins a sign-up.
pub fn put_known_person(tx: &mut Tx<'_>, visitor: TokenHash, known: &KnownPerson) -> Result<()> {
    let now = tx.now();
    KNOWN_PEOPLE.put(tx, &visitor, known.clone(), now.plus_hours(DRAFT_HOURS))
}

/// Takes what this browser holds of the person who has proved this address. What it holds of another is deleted.
pub fn take_known_person(tx: &mut Tx<'_>, visitor: TokenHash, proved: &EmailAddress) -> Result<Option<KnownPerson>> {
    let known = KNOWN_PEOPLE.get(tx, &visitor)?;
    KNOWN_PEOPLE.delete(tx, &visitor)?;
    Ok(known.filter(|known| known.address.key() == proved.key()))
}

/// The change of the person that is being looked over in a visitor's browser.
pub fn edit(r: &dyn Reader, id: AccountId, visitor: TokenHash) -> Result<Option<person::Draft>> {
    EDITS.get(r, &(id, visitor))
}

/// Keeps a change until it is confirmed.
pub fn put_edit(tx: &mut Tx<'_>, id: AccountId, visitor: TokenHash, draft: person::Draft) -> Result<()> {
    let now = tx.now();
    EDITS.put(tx, &(id, visitor), draft, now.plus_hours(DRAFT_HOURS))
}

/// Ends a change.
pub fn end_edit(tx: &mut Tx<'_>, id: AccountId, visitor: TokenHash) -> Result<()> {
    EDITS.delete(tx, &(id, visitor))
}

/// Keeps why somebody left, and nothing of who it was.
pub fn add_farewell(tx: &mut Tx<'_>, reason: &str) -> Result<()> {
    let now = tx.now();
    // The day is enough; the exact moment would tie the reason to an entry of the log.
    let day = Moment::from_millis(now.millis() - now.millis().rem_euclid(86_400_000));
    FAREWELLS.put(tx, &(day, random_bytes()), &reason.to_owned())
}
