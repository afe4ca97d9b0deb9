//! The routes of ご家族: one user action a file.

mod add;
mod change;
mod invite;
mod list;
mod mailed_offer;
mod named;
mod own_account;
mod own_data;
mod own_word;
mod remove;
mod share;

pub use own_data::section as own_data;

use super::path;
use crate::account::Ties;
use crate::web::{Route, get, post};

/// All routes. What is tied to a person is asked of these ties.
pub fn routes(ties: &'static dyn Ties) -> Vec<Route> {
    vec![
        get(path::FAMILY, list::show),
        get(path::NEW, add::show),
        post(path::NEW, add::add),
        get(path::MEMBER, move |cx, me| change::show(cx, me, ties)),
        post(path::MEMBER, move |cx, me| change::change(cx, me, ties)),
        get(path::REMOVAL, move |cx, me| remove::show(cx, me, ties)),
        post(path::REMOVAL, move |cx, me| remove::remove(cx, me, ties)),
        get(path::SHARING, share::show),
        post(path::SHARING, share::invite),
        post(path::REVOCATION, share::revoke),
        post(path::MAILS, share::choose_mails),
        post(path::OFFER, share::offer),
        post(path::OFFER_REMOVAL, share::take_offer_back),
        post(path::ANSWER, share::answer),
        post(path::LEAVING, move |cx, me| share::leave(cx, me, ties)),
        post(path::PARTNER_REMOVAL, move |cx, me| share::end(cx, me, ties)),
        get(path::OWN_ACCOUNT, own_account::show),
        post(path::OWN_ACCOUNT, own_account::offer),
        post(path::OWN_ACCOUNT_REVOCATION, own_account::revoke),
        get(path::TAKING_ALONG, own_account::show_link),
        post(path::TAKING_ALONG, move |cx, me| own_account::accept(cx, me, ties)),
        post(path::NOT_TAKING_ALONG, own_account::decline),
        get(path::OWN_WORD, own_word::show),
        post(path::OWN_WORD, own_word::ask),
        get(path::WORD, own_word::show_link),
        post(path::WORD, own_word::give),
        post(path::WORD_REFUSAL, own_word::decline),
        get(path::WORD_GIVEN, own_word::given),
        get(path::WORD_DECLINED, own_word::declined),
        get(path::WORD_WITHDRAWAL, own_word::show_given),
        post(path::WORD_WITHDRAWAL, own_word::withdraw),
        get(path::WORD_WITHDRAWN, own_word::withdrawn),
        get(path::INVITATION, invite::show),
        post(path::INVITATION, move |cx, me| invite::accept(cx, me, ties)),
        post(path::REFUSAL, invite::decline),
    ]
}
