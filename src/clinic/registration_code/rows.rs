//! Which code a clinic has, and which clinic a code names.
//!
//! A code is never deleted: one that is no longer its clinic's own is a retired one, and its poster may hang for years.
//! Nothing says so beside the clinic's own row, so the two cannot disagree.

use super::RegistrationCode;
use crate::clinic::{Clinic, ClinicId, rows as clinics};
use crate::store::{Finding, Reader, Result, Table, Tx};
use std::sync::Arc;

/// Every code that there ever was.
pub(super) const CODES: Table<RegistrationCode, ClinicId> = Table::new("clinic-by-registration-code");
/// The one that each clinic has now.
const CURRENT: Table<ClinicId, RegistrationCode> = Table::new("clinic-registration-code");

/// The names of this file's tables.
pub const TABLES: [&str; 2] = [CODES.name(), CURRENT.name()];

/// What a text in the place of a code turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeMatch {
    /// The code of this clinic.
    Current(RegistrationCode, Arc<Clinic>),
    /// A code that this clinic had before.
    Retired(RegistrationCode, Arc<Clinic>),
    /// Not a code, or one that no clinic ever had.
    Unknown,
}

/// Whose code a text is.
pub fn find(r: &dyn Reader, text: &str) -> Result<CodeMatch> {
    let Some(code) = RegistrationCode::parse(text) else {
        return Ok(CodeMatch::Unknown);
    };
    let Some(id) = CODES.get(r, &code)? else {
        return Ok(CodeMatch::Unknown);
    };
    let current = CURRENT.get(r, &id)? == Some(code);
    Ok(match clinics::find(r, &id)? {
        Some(clinic) if current => CodeMatch::Current(code, clinic),
        Some(clinic) => CodeMatch::Retired(code, clinic),
        None => CodeMatch::Unknown,
    })
}

/// The clinic's code, if it has one.
pub fn present(r: &dyn Reader, clinic: &ClinicId) -> Result<Option<RegistrationCode>> {
    CURRENT.get(r, clinic)
}

/// The clinic's code, made now if it has none.
pub fn give(tx: &mut Tx<'_>, clinic: &ClinicId) -> Result<RegistrationCode> {
    match present(tx, clinic)? {
        Some(code) => Ok(code),
        None => renew(tx, clinic),
    }
}

/// A new code for the clinic; the one before is retired.
pub fn renew(tx: &mut Tx<'_>, clinic: &ClinicId) -> Result<RegistrationCode> {
    let code = RegistrationCode::mint();
    CODES.put(tx, &code, clinic)?;
    CURRENT.put(tx, clinic, &code)?;
    Ok(code)
}

/// Whether every clinic's code leads back to it, for `mypage check`.
///
/// # Errors
/// When a row cannot be read.
pub fn check_index(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    CURRENT.each(r, |clinic, code| {
        if CODES.get(r, code)?.as_ref() != Some(clinic) {
            let what = format!("lacks the code of {clinic}, which cannot be registered by it");
            findings.push(Finding { table: CODES.name().to_owned(), what });
        }
        Ok(())
    })?;
    Ok(findings)
}
