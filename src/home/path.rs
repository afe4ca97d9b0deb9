//! The paths of a patient's clinics, and how addresses say what is open on a page.
//!
//! What is on a page is decided by its action.

use crate::account::path::DASHBOARD;
use crate::clinic::ClinicId;
use crate::reservation::ReservationId;

/// クリニック詳細.
pub const CLINIC: &str = "/clinics/:clinic";
/// マイクリニックから解除.
pub const REMOVAL: &str = "/clinics/:clinic/removal";

/// クリニック詳細 of a clinic.
pub fn clinic(id: &ClinicId) -> String {
    CLINIC.replace(":clinic", id.as_str())
}

/// マイクリニックから解除 of a clinic.
pub fn removal(id: &ClinicId) -> String {
    REMOVAL.replace(":clinic", id.as_str())
}

/// The dashboard that says that this clinic was removed.
pub fn removed(id: &ClinicId) -> String {
    format!("{DASHBOARD}?removed={id}")
}

/// The parts of an address that say which reservation is open and whether those of before are shown.
pub fn opened(open: Option<ReservationId>, past: bool) -> Vec<String> {
    let past = past.then(|| "past=1".to_owned());
    past.into_iter().chain(open.map(|id| format!("reservation={}", id.text()))).collect()
}

/// A path with these parts behind it.
pub fn with(path: &str, parts: &[String]) -> String {
    if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
}
