//! `mypage clinic token ID`: where patients register a clinic, its poster and QR code; and a new code for it.
//!
//! What a code is and what becomes of a retired one is decided in `clinic::registration_code`.

use super::Outcome;
use super::clinic::{found, named};
use crate::clinic::registration_code::{RegistrationCode, give, renew as make_new};
use crate::clinic::{ClinicId, path, store as clinics};
use crate::clock::Moment;
use crate::config::Config;
use crate::store::{self, Store, Tx};

/// The clinic's URL, poster and QR code.
pub fn show(store: &Store, now: Moment, config: &Config, id: &str) -> Outcome {
    with_code(store, now, config, id, give)
}

/// The same for a new code. The one before is retired: its posters have to be taken down.
pub fn renew(store: &Store, now: Moment, config: &Config, id: &str) -> Outcome {
    with_code(store, now, config, id, make_new)
}

fn with_code(
    store: &Store,
    now: Moment,
    config: &Config,
    id: &str,
    code: fn(&mut Tx<'_>, &ClinicId) -> store::Result<RegistrationCode>,
) -> Outcome {
    let coded = named(id).and_then(|id| {
        let clinic = id.clone();
        let coded = store.write_blocking(now, move |tx| match clinics::find(tx, &clinic)? {
            Some(clinic) => code(tx, &clinic.id).map(Some),
            None => Ok(None),
        });
        found(coded, &id)
    });
    match coded {
        Ok(code) => Outcome::done(written(config, code)),
        Err(outcome) => outcome,
    }
}

fn written(config: &Config, code: RegistrationCode) -> String {
    let rows = [
        ("registration", path::REGISTRATION),
        ("poster", path::POSTER),
        ("QR code, SVG", path::QR_SVG),
        ("QR code, PNG", path::QR_PNG),
    ];
    rows.iter().map(|(label, route)| format!("{label:<12}  {}\n", config.url(&path::of_code(route, code)))).collect()
}
