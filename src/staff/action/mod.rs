//! The routes of the staff's own pages: one user action a file.

mod again;
mod code;
mod demo_codes;
mod devices;
mod enrolment;
mod invitation;
mod invite;
mod lock;
mod member;
mod members;
mod new_session;
mod setup;
mod sign_in;
mod sign_out;

use super::path;
use crate::config::{Config, Delivery};
use crate::web::{Route, get, post};

/// All routes of the staff's own pages under this configuration.
pub fn routes(config: &Config) -> Vec<Route> {
    let mut routes = vec![
        get(path::SIGN_IN, sign_in::show),
        post(path::SIGN_IN, sign_in::sign_in),
        get(path::CODE, code::show),
        post(path::CODE, code::sign_in),
        get(path::AGAIN, again::show),
        post(path::AGAIN, again::confirm),
        post(path::SIGN_OUT, sign_out::sign_out),
        get(path::SETUP, setup::show),
        post(path::SETUP, setup::prove),
        get(path::SETUP_OWNER, setup::owner),
        post(path::SETUP_OWNER, setup::choose),
        get(path::INVITATION, invitation::show),
        post(path::INVITATION, invitation::accept),
        get(path::AUTHENTICATOR, enrolment::show),
        post(path::AUTHENTICATOR, enrolment::finish),
        get(path::AUTHENTICATOR_QR, enrolment::qr),
        get(path::RECOVERY_CODES, enrolment::recovery_codes),
        post(path::RECOVERY_CODES, enrolment::noted),
        get(path::MEMBERS, members::show),
        get(path::INVITE, invite::show),
        post(path::INVITE, invite::send),
        get(path::PENDING, invite::pending),
        post(path::PENDING, invite::withdraw),
        get(path::MEMBER, member::show),
        post(path::MEMBER, member::change_role),
        get(path::SUSPENSION, member::suspension),
        post(path::SUSPENSION, member::set_suspended),
        get(path::RESET, member::new_way_in),
        post(path::RESET, member::reset),
        get(path::REMOVAL, member::removal),
        post(path::REMOVAL, member::remove),
        get(path::DEVICES, devices::show),
        post(path::DEVICES, devices::register),
        get(path::DEVICE, devices::revocation),
        post(path::DEVICE, devices::revoke),
        get(path::LOCK, lock::show),
        post(path::LOCK, lock::unlock),
        post(path::LOCK_NOW, lock::lock),
        get(path::PIN, lock::new_pin),
        post(path::PIN, lock::set_pin),
    ];
    if matches!(config.mail.delivery, Delivery::Kept) {
        routes.push(get(path::DEMO_CODES, demo_codes::show));
    }
    routes
}
