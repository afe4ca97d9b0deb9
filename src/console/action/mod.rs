//! The console's routes: one user action a file.

mod attendance;
mod closing;
mod closures;
mod day;
mod desk;
mod grid;
mod hours;
mod live;
mod note;
mod of_path;
mod open_clinic;
mod start;
mod suspension;
mod visit;
mod week;

use super::frame::ConsoleFrame;
use super::path;
use crate::config::Config;
use crate::web::{self, Area, Route, get, post};
use crate::{operator, staff};

/// The console.
pub fn area(config: &Config) -> Area {
    Area {
        root: path::CONSOLE,
        kind: &staff::SESSIONS,
        start: path::CONSOLE,
        frame: Box::new(ConsoleFrame),
        routes: routes(config),
    }
}

/// All routes of the console under this configuration, the staff's own pages included.
pub fn routes(config: &Config) -> Vec<Route> {
    let mut routes = vec![
        web::language_route(path::LANGUAGE),
        web::kept_form_route(path::KEPT_FORM),
        get(path::CONSOLE, start::show),
        get(path::OPEN_CLINIC, open_clinic::show),
        post(path::OPEN_CLINIC, open_clinic::open),
        get(path::OPENED, open_clinic::opened),
        get(path::BOOKING_POSTER, open_clinic::booking_poster),
        get(path::BOOKING_QR, open_clinic::qr),
        get(path::BOOKING_QR_PNG, open_clinic::qr_png),
        get(path::REGISTRATION_POSTER, open_clinic::registration_poster),
        get(path::TODAY, day::today),
        post(path::TODAY, day::choose),
        get(path::DAY, day::show),
        get(path::LINES, live::lines).asked_by_page(),
        get(path::EVENTS, live::events).asked_by_page(),
        get(path::WEEK, week::show),
        get(path::CLOSING, closing::show),
        post(path::CLOSING, closing::settle),
        post(path::CLOSING_RECORD, closing::record),
        get(path::SUSPENSIONS, suspension::list),
        post(path::SUSPENSIONS, suspension::end),
        get(path::SUSPEND_WEB, suspension::show_web),
        post(path::SUSPEND_WEB, suspension::suspend_web),
        get(path::CONFIRM_WEB, suspension::confirm_web),
        get(path::SUSPEND_SLOTS, suspension::show_slots),
        post(path::SUSPEND_SLOTS, suspension::suspend_slots),
        get(path::CONFIRM_SLOTS, suspension::confirm_slots),
        get(path::NOTE, note::show),
        post(path::NOTE, note::change),
        get(path::VISIT, visit::show),
        post(path::ATTENDANCE, attendance::set),
        get(path::GRID, grid::show),
    ];
    routes.extend(of_desk());
    routes.extend(of_hours());
    routes.extend(operator::routes());
    routes.extend(staff::routes(config));
    routes
}

/// Booking at the desk, and what becomes of a visit there.
fn of_desk() -> Vec<Route> {
    vec![
        get(path::PLACES, desk::places::show),
        get(path::BOOKING, desk::booking::show),
        post(path::BOOKING, desk::booking::book),
        get(path::WALK_IN, desk::booking::show_walk_in),
        post(path::WALK_IN, desk::booking::receive),
        get(path::MOVE, desk::moving::choose_time),
        post(path::MOVE, desk::moving::choose_day),
        get(path::MOVE_TO, desk::moving::show),
        post(path::MOVE_TO, desk::moving::reschedule),
        get(path::NEXT, desk::next::show),
        post(path::NEXT, desk::next::choose_day),
        get(path::CANCELLATION, desk::cancellation::show),
        post(path::CANCELLATION, desk::cancellation::cancel),
        get(path::DETAILS, desk::details::show),
        post(path::DETAILS, desk::details::correct),
        get(path::SWAP, desk::swapping::show),
        post(path::SWAP, desk::swapping::swap),
        get(path::VISIT_UNIT, desk::unit::show),
        post(path::VISIT_UNIT, desk::unit::change),
        post(path::UNDO, desk::undo::undo),
        get(path::SLIP, desk::slip::asked_for_again),
        post(path::SLIP, desk::slip::show),
    ]
}

/// 診療時間と休診日.
fn of_hours() -> [Route; 8] {
    [
        get(path::HOURS, hours::show),
        post(path::HOURS, hours::change),
        get(path::CONFIRM_HOURS, hours::confirm),
        get(path::CLOSURES, closures::show),
        post(path::CLOSURES, closures::close),
        get(path::CONFIRM_CLOSURE, closures::confirm),
        get(path::CLOSURE_REMOVAL, closures::show_removal),
        post(path::CLOSURE_REMOVAL, closures::remove),
    ]
}
