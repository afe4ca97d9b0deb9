//! The paths of a patient's clinics, and how addresses say what is open on a page.

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

/// The address of a page on which this is open: a clinic's information, a reservation, past ones.
pub fn opened(path: &str, info: bool, reservation: Option<ReservationId>, past: bool) -> String {
    let reservation = reservation.map(ReservationId::text);
    let parts =
        [("info", info.then_some("open")), ("past", past.then_some("1")), ("reservation", reservation.as_deref())];
    let mut address = path.to_owned();
    for (name, value) in parts {
        if let Some(value) = value {
            let mark = if address.len() == path.len() { "?" } else { "&" };
            address.extend([mark, name, "=", value]);
        }
    }
    address
}
