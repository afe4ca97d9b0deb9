//! The paths of a patient's clinics.

use crate::account::path::DASHBOARD;
use crate::clinic::ClinicId;

/// What a device keeps of the next visits.
pub const DEVICE_COPY: &str = "/dashboard/device-copy";
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
