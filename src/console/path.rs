//! The paths of the console. Those of a clinic contain its id.

use crate::clinic::path::{filled, of_clinic};
use crate::clinic::{ClinicId, MenuId, TimeOfDay, UnitName};
use crate::console::desk_form::DeskField;
use crate::console::form;
use crate::patient::PatientId;
use crate::reservation::ReservationId;
use crate::ui::{Form, FormField, with_query};
use time::Date;
use time::format_description::well_known::Iso8601;

/// Where the staff begin after they have signed in: their clinic, or the choice between several.
pub const CONSOLE: &str = crate::staff::path::CONSOLE;
/// Where the language switch of the console posts to.
pub const LANGUAGE: &str = "/console/language";
/// Where a page of the console sends its form to be kept when it is left.
pub const KEPT_FORM: &str = "/console/kept-form";

/// Opening a clinic.
pub const OPEN_CLINIC: &str = "/console/clinics/new";
/// What to do next for a clinic that has just been opened.
pub const OPENED: &str = "/console/c/:clinic/opened";
/// The QR code of the page where patients book.
pub const BOOKING_POSTER: &str = "/console/c/:clinic/booking-poster";
/// The QR code of the same, for paper.
pub const BOOKING_QR: &str = "/console/c/:clinic/booking-qr.svg";
/// The same for programs that take no SVG.
pub const BOOKING_QR_PNG: &str = "/console/c/:clinic/booking-qr.png";
/// The QR code by which patients register the clinic.
pub const REGISTRATION_POSTER: &str = "/console/c/:clinic/registration-poster";

/// 診療時間と休診日.
pub const HOURS: &str = "/console/c/:clinic/hours";
/// Who is booked outside the hours as they would be.
pub const CONFIRM_HOURS: &str = "/console/c/:clinic/hours/confirmation";
/// Closing the clinic for some days.
pub const CLOSURES: &str = "/console/c/:clinic/hours/closures";
/// Who is booked on the days on which it would be closed.
pub const CONFIRM_CLOSURE: &str = "/console/c/:clinic/hours/closures/confirmation";
/// Taking a rule away by which it is closed.
pub const CLOSURE_REMOVAL: &str = "/console/c/:clinic/hours/closures/:closure/removal";

/// 予約台帳 of today.
pub const TODAY: &str = "/console/c/:clinic";
/// 予約台帳 of a day.
pub const DAY: &str = "/console/c/:clinic/days/:day";
/// The week of a day, in numbers.
pub const WEEK: &str = "/console/c/:clinic/weeks/:day";
/// The lines of a day's book, which its open page asks for.
pub const LINES: &str = "/console/c/:clinic/days/:day/lines";
/// 一日を締める.
pub const CLOSING: &str = "/console/c/:clinic/days/:day/closing";
/// That a day was closed.
pub const CLOSING_RECORD: &str = "/console/c/:clinic/days/:day/closing/record";
/// What is stopped on a day.
pub const SUSPENSIONS: &str = "/console/c/:clinic/days/:day/suspensions";
/// Stopping Web受付.
pub const SUSPEND_WEB: &str = "/console/c/:clinic/days/:day/suspensions/web";
/// Closing slots.
pub const SUSPEND_SLOTS: &str = "/console/c/:clinic/days/:day/suspensions/slots";
/// Who is booked in the time for which Web受付 would be stopped.
pub const CONFIRM_WEB: &str = "/console/c/:clinic/days/:day/suspensions/web/confirmation";
/// Who is booked in the slots that would be closed.
pub const CONFIRM_SLOTS: &str = "/console/c/:clinic/days/:day/suspensions/slots/confirmation";
/// The note of a day.
pub const NOTE: &str = "/console/c/:clinic/days/:day/note";
/// What an open book is told.
pub const EVENTS: &str = "/console/c/:clinic/days/:day/events";
/// A visit.
pub const VISIT: &str = "/console/c/:clinic/visits/:reservation";
/// How far a visit has come.
pub const ATTENDANCE: &str = "/console/c/:clinic/visits/:reservation/attendance";

/// 予約台帳 of a day as a grid.
pub const GRID: &str = "/console/c/:clinic/days/:day/grid";
/// All times of a day that can be booked.
pub const PLACES: &str = "/console/c/:clinic/days/:day/places";
/// Booking at a time of a day.
pub const BOOKING: &str = "/console/c/:clinic/days/:day/bookings/:menu/:start";
/// 当日受付: booking for somebody who is there.
pub const WALK_IN: &str = "/console/c/:clinic/walk-ins/:menu";
/// The times of a day to which a visit can be moved.
pub const MOVE: &str = "/console/c/:clinic/visits/:reservation/move/:day";
/// Moving a visit to one of them.
pub const MOVE_TO: &str = "/console/c/:clinic/visits/:reservation/move/:day/:menu/:start";
/// 次回予約: the times of a day for the next visit.
pub const NEXT: &str = "/console/c/:clinic/visits/:reservation/next/:day";
/// Cancelling a visit.
pub const CANCELLATION: &str = "/console/c/:clinic/visits/:reservation/cancellation";
/// Who comes to a visit, as the staff know it.
pub const DETAILS: &str = "/console/c/:clinic/visits/:reservation/details";
/// Giving a visit to another patient.
pub const SWAP: &str = "/console/c/:clinic/visits/:reservation/patient";
/// Another unit for a visit whose time stays.
pub const VISIT_UNIT: &str = "/console/c/:clinic/visits/:reservation/unit";
/// Taking back what was done last with a visit.
pub const UNDO: &str = "/console/c/:clinic/visits/:reservation/undo";
/// The slip that is handed to a patient.
pub const SLIP: &str = "/console/c/:clinic/visits/:reservation/slip";

/// All times of a day.
pub fn of_places(clinic: &ClinicId, day: Date) -> String {
    of_that_day(PLACES, clinic, day)
}

/// 予約台帳 of a day as a grid.
pub fn of_grid(clinic: &ClinicId, day: Date) -> String {
    of_that_day(GRID, clinic, day)
}

/// Booking at a time of a day.
pub fn of_booking(clinic: &ClinicId, day: Date, menu: &MenuId, start: TimeOfDay) -> String {
    at_start(&of_that_day(BOOKING, clinic, day), menu, start)
}

/// Receiving somebody who is there.
pub fn of_walk_in(clinic: &ClinicId, menu: &MenuId) -> String {
    filled(&of_clinic(WALK_IN, clinic), ":menu", menu.as_str())
}

/// The times of a day to which a visit can be moved.
pub fn of_move(clinic: &ClinicId, id: ReservationId, day: Date) -> String {
    filled(&of_visit(MOVE, clinic, id), ":day", &day.to_string())
}

/// Moving a visit to one of them.
pub fn of_move_to(clinic: &ClinicId, id: ReservationId, day: Date, menu: &MenuId, start: TimeOfDay) -> String {
    at_start(&filled(&of_visit(MOVE_TO, clinic, id), ":day", &day.to_string()), menu, start)
}

/// The same, as seen from the times of any day to which the visit can be moved.
pub fn from_move(day: Date, menu: &MenuId, start: TimeOfDay) -> String {
    at_start(&format!("{day}/:menu/:start"), menu, start)
}

/// The times of a day for the next visit.
pub fn of_next(clinic: &ClinicId, id: ReservationId, day: Date) -> String {
    filled(&of_visit(NEXT, clinic, id), ":day", &day.to_string())
}

/// Taking a rule away by which a clinic is closed, by its place among them.
pub fn of_closure_removal(clinic: &ClinicId, at: usize) -> String {
    filled(&of_clinic(CLOSURE_REMOVAL, clinic), ":closure", &at.to_string())
}

/// A path with what stands in a form, which is stored nowhere yet.
pub fn with_typed(path: &str, form: &impl Form) -> String {
    let typed = form.typed().into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| (field.name(), text));
    with_query(path, typed)
}

/// The path of a page for booking, with a patient of the clinic chosen.
pub fn with_patient(path: &str, patient: PatientId) -> String {
    with_query(path, [(DeskField::Patient.name(), patient.text().as_str())])
}

/// The path of a page for booking, for the visit that comes after another one.
pub fn after(path: &str, visit: ReservationId) -> String {
    with_query(path, [(form::AFTER, visit.text().as_str())])
}

/// The path of a page for booking or moving, with a unit chosen.
pub fn with_unit(path: &str, unit: Option<&UnitName>) -> String {
    with_query(path, unit.map(|unit| (form::UNIT, unit.as_str())))
}

fn at_start(route: &str, menu: &MenuId, start: TimeOfDay) -> String {
    let start = start.to_string().replace(':', "-");
    filled(&filled(route, ":menu", menu.as_str()), ":start", &start)
}

/// The day of a path, which is written as the browser's date field sends it.
pub fn parse_day(text: &str) -> Option<Date> {
    Date::parse(text, &Iso8601::DATE).ok()
}

/// The start of a path, as [`of_booking`] writes it.
pub fn parse_start(text: &str) -> Option<TimeOfDay> {
    TimeOfDay::parse(&text.replace('-', ":"))
}

/// 予約台帳 of a day.
pub fn of_day(clinic: &ClinicId, day: Date) -> String {
    of_that_day(DAY, clinic, day)
}

/// The path of a route of a day.
pub fn of_that_day(route: &str, clinic: &ClinicId, day: Date) -> String {
    filled(&of_clinic(route, clinic), ":day", &day.to_string())
}

/// 予約台帳 of a day. That of today has a path without a date.
pub fn of_book(clinic: &ClinicId, day: Date, today: Date) -> String {
    if day == today { of_clinic(TODAY, clinic) } else { of_day(clinic, day) }
}

/// 予約台帳 of a day at a visit.
pub fn of_visit_in_day(clinic: &ClinicId, day: Date, id: ReservationId) -> String {
    format!("{}#{}", of_day(clinic, day), anchor(id))
}

/// The path of a route of a visit.
pub fn of_visit(route: &str, clinic: &ClinicId, id: ReservationId) -> String {
    filled(&of_clinic(route, clinic), ":reservation", &id.text())
}

/// The name of a visit's line within the page of its day.
pub fn anchor(id: ReservationId) -> String {
    format!("v-{}", id.text())
}
