//! The account's routes: one user action a file.

mod agree;
mod change_email;
mod change_password;
mod edit_person;
mod mail_link;
mod own_data;
mod postal_code;
mod read_document;
mod reset_password;
mod sessions;
mod sign_in;
mod sign_out;
mod sign_up;
mod sign_up_known;
mod sign_up_person;
mod withdraw;

pub use sign_up_known::begin as begin_sign_up;

use super::path;
use super::ties::Ties;
use crate::web::{Route, get, post};

/// All routes of the account, which asks these ties.
pub fn routes(ties: &'static dyn Ties) -> Vec<Route> {
    vec![
        get(path::TOP, sign_in::top),
        get(path::SIGN_IN, move |cx, anyone| sign_in::show(cx, anyone, ties)),
        post(path::SIGN_IN, move |cx, anyone| sign_in::sign_in(cx, anyone, ties)),
        post(path::SIGN_OUT, sign_out::sign_out),
        get(path::SIGN_UP, sign_up::show),
        post(path::SIGN_UP, sign_up::send),
        get(path::SIGN_UP_SENT, sign_up::sent),
        get(path::SIGN_UP_LINK, sign_up::show_password),
        post(path::SIGN_UP_LINK, move |cx, anyone| sign_up::set_password(cx, anyone, ties)),
        get(path::SIGN_UP_PASSWORD, sign_up_known::show),
        post(path::SIGN_UP_PASSWORD, move |cx, guest| sign_up_known::set_password(cx, guest, ties)),
        get(path::SIGN_UP_PERSON, sign_up_person::show),
        post(path::SIGN_UP_PERSON, sign_up_person::check),
        get(path::SIGN_UP_CONFIRMATION, sign_up_person::confirm),
        post(path::SIGN_UP_CONFIRMATION, move |cx, guest| sign_up_person::register(cx, guest, ties)),
        get(path::RESET, reset_password::show),
        post(path::RESET, reset_password::send),
        get(path::RESET_SENT, reset_password::sent),
        get(path::RESET_LINK, reset_password::show_link),
        post(path::RESET_LINK, reset_password::set),
        get(path::ACCOUNT, change_email::show),
        get(path::EMAIL, change_email::show),
        post(path::EMAIL, change_email::send),
        get(path::EMAIL_SENT, change_email::sent),
        get(path::EMAIL_LINK, change_email::show_link),
        post(path::EMAIL_LINK, move |cx, me| change_email::change(cx, me, ties)),
        get(path::PASSWORD, change_email::show),
        post(path::PASSWORD, move |cx, me| change_password::change(cx, me, ties)),
        get(path::SESSIONS, sessions::show),
        post(path::OTHERS_SIGN_OUT, sessions::sign_out_others),
        post(path::SESSION_SIGN_OUT, sessions::sign_out_one),
        get(path::OWN_DATA, own_data::show),
        post(path::OWN_DATA, move |cx, me| own_data::take(cx, me, ties)),
        get(path::WITHDRAWAL, move |cx, me| withdraw::show(cx, me, ties)),
        post(path::WITHDRAWAL, move |cx, me| withdraw::withdraw(cx, me, ties)),
        get(path::WITHDRAWN, withdraw::withdrawn),
        get(path::PERSON, edit_person::show),
        post(path::PERSON, edit_person::check),
        get(path::PERSON_CONFIRMATION, move |cx, me| edit_person::confirm(cx, me, ties)),
        post(path::PERSON_CONFIRMATION, move |cx, me| edit_person::save(cx, me, ties)),
        get(path::POSTAL_CODE, postal_code::show),
        get(path::AGREEMENT, agree::show),
        post(path::AGREEMENT, agree::agree),
        get(path::TERMS, read_document::terms),
        get(path::PRIVACY, read_document::privacy),
    ]
}
