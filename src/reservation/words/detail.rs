//! Labels that the pages of booking share with 予約詳細.

use super::{en, ja};
use crate::lang::Words;

pub const PREPARATION: Words = Words(ja::WORDS.detail.preparation, en::WORDS.detail.preparation);
pub const BRING: Words = Words(ja::WORDS.detail.bring, en::WORDS.detail.bring);
pub const CANCEL_UNTIL: Words = Words(ja::WORDS.detail.cancel_until, en::WORDS.detail.cancel_until);
pub const CHANGE_UNTIL: Words = Words(ja::WORDS.detail.change_until, en::WORDS.detail.change_until);
