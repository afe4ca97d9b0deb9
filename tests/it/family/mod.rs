//! ご家族: the people for whom an account books, and booking for them.

pub mod booking;
mod group;
mod growing;
mod membership;
mod moving;
mod oversight;
mod share;

use crate::harness::clinic::Clinic;
use crate::harness::people::{self, TARO};
use mypage::account::{Account, Member, Relation, care};
use mypage::person::{Draft, PersonId};

/// A child of Taro's.
fn child(given: &str, kana: &str, born: &str) -> Draft {
    let draft = people::draft(TARO).clone();
    Draft {
        given_name: given.to_owned(),
        given_kana: kana.to_owned(),
        birth_date: born.to_owned(),
        sex: "female".to_owned(),
        ..draft
    }
}

/// Taro with two children, 4 and 7 years old on the day of the tests.
pub async fn family(clinic: &Clinic) -> (Account, [PersonId; 2]) {
    let account = people::register(&clinic.floor, TARO).await;
    let sakura = child("さくら", "サクラ", "2021-06-10");
    let yuma = child("悠真", "ユウマ", "2018-09-02");
    let first = people::add_relative(&clinic.floor, account.id, Relation::Child, &sakura).await;
    clinic.minutes_pass(1);
    let second = people::add_relative(&clinic.floor, account.id, Relation::Child, &yuma).await;
    (account, [first, second])
}

fn members(clinic: &Clinic, account: &Account) -> Vec<Member> {
    clinic.floor.store.read_blocking(clinic.now(), |r| care::members(r, account.id)).unwrap()
}
