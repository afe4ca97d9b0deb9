//! The paths of the console: everything of a clinic stands under its name.

use crate::clinic::ClinicId;
use crate::clinic::path::{filled, of_clinic};
use crate::reservation::ReservationId;
use time::Date;

/// Where somebody begins who has signed in: their clinic, or the choice between several.
pub const CONSOLE: &str = crate::staff::path::CONSOLE;
/// Where the language switch of the console posts to.
pub const LANGUAGE: &str = "/console/language";
/// Where a page of the console that is left has its form kept.
pub const KEPT_FORM: &str = "/console/kept-form";

/// Opening a clinic.
pub const OPEN_CLINIC: &str = "/console/clinics/new";
/// What comes next for a clinic that has been opened.
pub const OPENED: &str = "/console/c/:clinic/opened";
/// The QR code of the page where patients book.
pub const BOOKING_QR: &str = "/console/c/:clinic/booking-qr.svg";

/// 予約台帳 of today.
pub const TODAY: &str = "/console/c/:clinic";
/// 予約台帳 of a day.
pub const DAY: &str = "/console/c/:clinic/days/:day";
/// A visit.
pub const VISIT: &str = "/console/c/:clinic/visits/:reservation";
/// How far a visit has come.
pub const ATTENDANCE: &str = "/console/c/:clinic/visits/:reservation/attendance";

/// 予約台帳 of a day.
pub fn of_day(clinic: &ClinicId, day: Date) -> String {
    filled(&of_clinic(DAY, clinic), ":day", &day.to_string())
}

/// 予約台帳 of a day at a visit.
pub fn of_visit_in_day(clinic: &ClinicId, day: Date, id: ReservationId) -> String {
    format!("{}#{}", of_day(clinic, day), anchor(id))
}

/// A route of a visit.
pub fn of_visit(route: &str, clinic: &ClinicId, id: ReservationId) -> String {
    filled(&of_clinic(route, clinic), ":reservation", &id.text())
}

/// The name of a visit's line within the page of its day.
pub fn anchor(id: ReservationId) -> String {
    format!("v-{}", id.text())
}
