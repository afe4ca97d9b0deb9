//! `mypage clinic token ID`: where patients register a clinic, its poster and QR code; and a new code for it.
//!
//! `clinic::registration_code` says what becomes of a retired code.

use super::clinic::found;
use super::outcome::Output;
use crate::clinic::registration_code::{RegistrationCode, give, renew as make_new};
use crate::clinic::{ClinicId, path, rows as clinics};
use crate::clock::Moment;
use crate::config::BaseUrl;
use crate::store::{self, Store, Tx};

/// The clinic's URL, poster and QR code.
pub fn show(store: &Store, base_url: &BaseUrl, now: Moment, id: &ClinicId) -> Output {
    with_code(store, base_url, now, id, give)
}

/// The same for a new code. The one before is retired: its posters have to be taken down.
pub fn renew(store: &Store, base_url: &BaseUrl, now: Moment, id: &ClinicId) -> Output {
    with_code(store, base_url, now, id, make_new)
}

fn with_code(
    store: &Store,
    base_url: &BaseUrl,
    now: Moment,
    id: &ClinicId,
    code: fn(&mut Tx<'_>, &ClinicId) -> store::Result<RegistrationCode>,
) -> Output {
    let clinic = id.clone();
    let coded = store.write_blocking(now, move |tx| match clinics::find(tx, &clinic)? {
        Some(clinic) => code(tx, &clinic.id).map(Some),
        None => Ok(None),
    });
    match found(coded, id) {
        Ok(code) => Output::done(written(base_url, code)),
        Err(outcome) => outcome,
    }
}

fn written(base_url: &BaseUrl, code: RegistrationCode) -> String {
    let rows = [
        ("registration", path::REGISTRATION),
        ("poster", path::POSTER),
        ("QR code, SVG", path::QR_SVG),
        ("QR code, PNG", path::QR_PNG),
    ];
    rows.iter().map(|(label, route)| format!("{label:<12}  {}\n", base_url.url(&path::of_code(route, code)))).collect()
}
