//! One person, two adults: a member of the family is shared with another account.

mod consent;
mod ending;
mod handing_over;
mod index;
mod invitation;
mod limits;
mod mails;
mod own_person;
mod privacy;
mod reservations;
mod sameness;

pub(super) use mails::share_both;

use super::{child, family, members};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use mypage::account::{Account, SharingRole, check_people};
use mypage::person::PersonId;
use mypage::reservation;

const SEND: &str = "招待のメールを送る";
const ADDRESS: &str = "相手の方のメールアドレス";
const ACCEPT: &str = "受け入れる";
const END: &str = "共有をやめる";

/// Somebody who has nothing to do with either.
const STRANGER: &str = "emma@example.jp";

fn sharing(person: PersonId) -> String {
    format!("/family/{}/sharing", person.text())
}

/// Invites an address to share a person, and gives the link of the mail.
async fn invite(clinic: &Clinic, browser: &mut Browser, person: PersonId, address: &str) -> String {
    let page = browser.get(&sharing(person)).await;
    let page = browser.submit(page.form(SEND).fill(ADDRESS, address)).await;
    assert!(page.role("status").is_some_and(|said| said.contains("招待のメールを送りました")), "{}", page.text());
    clinic.link_to(address).await
}

/// Accepts an invitation as the child of who accepts.
async fn accept(browser: &mut Browser, link: &str) -> Page {
    let page = browser.get(link).await;
    browser.submit(page.form(ACCEPT).choose("お子さま")).await
}

/// Taro, who has two children, and Hanako, with whom he shares the first.
pub(super) struct Shared {
    pub(super) clinic: Clinic,
    pub(super) taro: Browser,
    pub(super) hanako: Browser,
    pub(super) accounts: [Account; 2],
    /// The one who is shared.
    pub(super) sakura: PersonId,
    /// Her brother, who is not.
    yuma: PersonId,
}

impl Shared {
    pub(super) async fn new() -> Self {
        let clinic = crate::harness::booking::sakura().await;
        let (account, [sakura, yuma]) = family(&clinic).await;
        let mut taro = clinic.signed_in(TARO).await;
        let mut hanako = clinic.signed_in(HANAKO).await.at("203.0.113.8");
        let other = people::find(&clinic.floor, HANAKO).unwrap();
        let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
        let page = accept(&mut hanako, &link).await;
        assert!(page.role("status").is_some_and(|said| said.contains("共有を受け入れました")), "{}", page.text());
        Self { clinic, taro, hanako, accounts: [account, other], sakura, yuma }
    }

    /// What each of the two is to the person.
    fn roles(&self) -> [Option<SharingRole>; 2] {
        [0, 1].map(|at| {
            let members = members(&self.clinic, &self.accounts[at]);
            let one = members.into_iter().find(|member| member.id == self.sakura);
            one.and_then(|member| member.sharing).map(|sharing| sharing.role)
        })
    }

    /// That every index says what is stored.
    pub(super) fn is_sound(&self) {
        sound(&self.clinic);
    }
}

/// That every index says what is stored.
pub(super) fn sound(clinic: &Clinic) {
    let (store, now) = (&clinic.floor.store, clinic.now());
    assert_eq!(store.read_blocking(now, check_people).unwrap(), []);
    assert_eq!(store.read_blocking(now, reservation::check_indexes).unwrap(), []);
}
