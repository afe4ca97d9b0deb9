//! マイクリニック登録: a clinic becomes one of an account's own by the code on its poster.

use super::Clinic;
use super::registration_code::{CodeMatch, RegistrationCode, find};
use super::rows;
use crate::account::AccountId;
use crate::store::{self, Reader};
use crate::work::{Event, Outcome, Refuse, Work};
use std::sync::Arc;

/// Why a code registers no clinic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRegistered {
    /// It was retired, and the account has its clinic already.
    Has(RegistrationCode),
    /// It was retired.
    Retired(Arc<Clinic>),
    /// There is no such code.
    Unknown,
}

/// Registers the clinic of a code. One that is registered already stays so, which is what was wanted.
///
/// # Errors
/// Refused when the code is not one that registers.
pub fn register(work: &mut Work<'_>, account: AccountId, code: &str) -> Outcome<Arc<Clinic>, NotRegistered> {
    let found = find(work, code)?;
    let has = has(work, account, &found)?;
    match found {
        CodeMatch::Current(_, clinic) => {
            rows::register(work, account, &clinic.id)?;
            work.record(Event::of("clinic_registered").with("clinic", &clinic.id));
            Ok(clinic)
        }
        CodeMatch::Retired(code, _) if has => Err(NotRegistered::Has(code)).or_refuse(),
        CodeMatch::Retired(_, clinic) => Err(NotRegistered::Retired(clinic)).or_refuse(),
        CodeMatch::Unknown => Err(NotRegistered::Unknown).or_refuse(),
    }
}

/// Whether the clinic of a code is among an account's own.
///
/// # Errors
/// What the store says.
pub fn has(r: &dyn Reader, account: AccountId, found: &CodeMatch) -> store::Result<bool> {
    let (CodeMatch::Current(_, clinic) | CodeMatch::Retired(_, clinic)) = found else { return Ok(false) };
    Ok(rows::link(r, account, &clinic.id)?.is_some())
}
