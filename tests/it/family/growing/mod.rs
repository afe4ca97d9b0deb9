//! Growing up: what only somebody's own account may book, and who comes with a guardian.

mod consent;
mod guardian;
mod own_account;
mod own_word;
mod own_word_answers;
mod own_word_stays;
mod self_only;
mod taking;

use super::share::Shared;
use super::{child, family, members};
use crate::harness::booking::{all, choose, only};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, SAKURA};
use crate::harness::people::{self, HANAKO, TARO};
use mypage::clinic::{BookingPolicy, Menu};

/// The calendar of a menu on 2 April, the day after the tests begin.
fn day_of(menu: &str) -> String {
    format!("/b/{SAKURA}/menus/{menu}?visit=first&day=2026-04-02")
}

const DAY: &str = "4月2日(木)";
