use super::*;
use crate::account::model::{Account, AccountId};
use crate::account::{CustomerId, Readings, known_device};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::secret::TokenHash;
use crate::store::{Store, Tx};

const NOW: Moment = Moment::from_millis(0);

fn account(name: &str) -> Account {
    Account {
        id: AccountId::mint(),
        customer_id: CustomerId::mint(),
        address: EmailAddress::parse(&format!("{name}@example.jp")).unwrap(),
        password: String::new(),
        created: NOW,
        agreements: Vec::new(),
        disabled: None,
        readings: Readings::default(),
    }
}

type Damage = fn(&mut Tx<'_>, &Account) -> Result<()>;

/// The findings after some damage to one of three accounts.
fn found(damage: Damage) -> Vec<String> {
    let (store, one) = (Store::memory(), account("hanako"));
    let all = [one.clone(), account("taro"), account("jiro")];
    let put = move |tx: &mut Tx<'_>| {
        all.iter().try_for_each(|account| {
            BY_ADDRESS.put(tx, &account.address.key(), &account.id)?;
            BY_CUSTOMER_ID.put(tx, &account.customer_id, &account.id)?;
            ACCOUNTS.put(tx, &account.id, account)
        })
    };
    store.write_blocking(NOW, put).unwrap();
    assert_eq!(store.read_blocking(NOW, check_indexes).unwrap(), []);
    store.write_blocking(NOW, move |tx| damage(tx, &one)).unwrap();
    store.read_blocking(NOW, check_indexes).unwrap().iter().map(Finding::to_string).collect()
}

#[test]
fn check_finds_an_account_that_an_index_lacks() {
    let cases: [(&str, Damage); 2] = [
        ("account-by-address: lacks an account, which cannot sign in", |tx, one| {
            BY_ADDRESS.delete(tx, &one.address.key()).map(drop)
        }),
        ("account-by-customer-id: lacks an account", |tx, one| BY_CUSTOMER_ID.delete(tx, &one.customer_id).map(drop)),
    ];
    for (finding, damage) in cases {
        assert_eq!(found(damage), [finding]);
    }
}

#[test]
fn check_finds_what_an_index_has_and_should_not() {
    let address = "account-by-address: names an account that is not there or has another address";
    let number = "account-by-customer-id: names an account that is not there or has another number";
    let cases: [(&[&str], Damage); 3] = [
        (&[address], |tx, one| BY_ADDRESS.put(tx, &"other@example.jp".to_owned(), &one.id)),
        (&[number], |tx, _| BY_CUSTOMER_ID.put(tx, &CustomerId::mint(), &AccountId::mint())),
        (&[address, number], |tx, one| ACCOUNTS.delete(tx, &one.id).map(drop)),
    ];
    for (findings, damage) in cases {
        assert_eq!(found(damage), findings);
    }
}

#[test]
fn check_finds_an_index_that_names_somebody_else() {
    let all = found(|tx, one| BY_ADDRESS.put(tx, &one.address.key(), &AccountId::mint()));
    let lacks = "account-by-address: lacks an account, which cannot sign in";
    assert_eq!(all, [lacks, "account-by-address: names an account that is not there or has another address"]);
}

#[test]
fn check_finds_a_device_that_is_listed_wrongly() {
    type Harm = fn(&mut Tx<'_>, AccountId, TokenHash) -> Result<()>;
    let lacks = "known-device-accounts: lacks a device that an account knows";
    let stray = "known-device-accounts: names a device that is not known to its account";
    let device = TokenHash::of_text("device");
    let store = Store::memory();
    let one = AccountId::mint();
    store.write_blocking(NOW, move |tx| known_device::remember(tx, one, None, device)).unwrap();
    assert_eq!(store.read_blocking(NOW, check_indexes).unwrap(), []);
    let harms: [(&str, Harm); 2] = [
        (lacks, |tx, one, device| BY_DEVICE.delete(tx, &(device, one))),
        (stray, |tx, _, device| BY_DEVICE.put(tx, &(device, AccountId::mint()), (), NOW.plus_days(1))),
    ];
    for (finding, harm) in harms {
        let damaged = move |tx: &mut Tx<'_>| {
            known_device::remember(tx, one, Some(device), device)?;
            harm(tx, one, device)
        };
        store.write_blocking(NOW, damaged).unwrap();
        let found: Vec<_> = store.read_blocking(NOW, check_indexes).unwrap().iter().map(Finding::to_string).collect();
        assert_eq!(found, [finding]);
    }
}
