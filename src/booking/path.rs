//! The paths of booking, below the public address of a clinic. Nouns, so that a form's action names the thing it makes.

use super::party::Party;
use crate::clinic::path::{MENUS, filled, of_clinic};
use crate::clinic::{ClinicId, MenuId, UnitName, Visit};
use crate::person::PersonId;
use crate::slots::BookingKey;
use crate::ui::with_query;

/// The calendar of a menu.
pub const MENU: &str = "/b/:clinic/menus/:menu";
/// まとめて予約する: who come together.
pub const PARTY: &str = "/b/:clinic/group";
/// The calendar for those who come together.
pub const PARTY_SLOTS: &str = "/b/:clinic/group/slots";
/// Where a booking for several people begins.
pub const PARTY_BOOKINGS: &str = "/b/:clinic/group/bookings";
/// Where a booking begins.
pub const BOOKINGS: &str = "/b/:clinic/bookings";
/// 受診者.
pub const BOOKING: &str = "/b/:clinic/bookings/:key";
/// 受診者 of one of the others, where a guest books for several; they are counted from 1.
pub const ANOTHER_PERSON: &str = "/b/:clinic/bookings/:key/people/:number";
/// A new member of the family who is to come.
pub const RELATIVE: &str = "/b/:clinic/bookings/:key/family";
/// The calendar for a booking under way.
pub const SLOTS: &str = "/b/:clinic/bookings/:key/slots";
/// 確認.
pub const CONFIRMATION: &str = "/b/:clinic/bookings/:key/confirmation";
/// A new code for a guest.
pub const CODE: &str = "/b/:clinic/bookings/:key/code";
/// Leaving a booking.
pub const RELEASE: &str = "/b/:clinic/bookings/:key/release";
/// 予約確定.
pub const BOOKED: &str = "/b/:clinic/bookings/:key/booked";
/// 上記の情報でアカウント作成.
pub const BOOKED_ACCOUNT: &str = "/b/:clinic/bookings/:key/account";
/// 別の予約をする.
pub const ANOTHER: &str = "/b/:clinic/bookings/:key/another";
/// The calendar file from 予約確定.
pub const BOOKED_CALENDAR: &str = "/b/:clinic/bookings/:key/calendar.ics";

/// Where a guest has a shared device forget everything.
pub const FORGOTTEN: &str = "/b/:clinic/forgotten";

/// Where in an address, and in the form in which a time is chosen, it stands who comes.
pub const FOR: &str = "for";

/// Where in the address of a calendar the day stands of which the times are shown.
pub const DAY: &str = "day";

/// Where in the address of a calendar the first day stands that is shown of its month.
pub const FROM: &str = "from";

/// 指名: where in an address, and in the form in which a time is chosen, the unit stands that is asked for.
pub const UNIT: &str = "unit";

/// Where in an address, and in the form in which a time is chosen, it stands who come together.
pub const PEOPLE: &str = "people";
/// Where it stands whether they come one after another.
pub const ORDER: &str = "order";

/// The calendar of a menu for such a visit, for a person if one was chosen.
pub fn menu(clinic: &ClinicId, menu: &MenuId, visit: Visit, who: Option<PersonId>) -> String {
    let path = filled(&of_clinic(MENU, clinic), ":menu", menu.as_str());
    let who = who.map_or_else(String::new, |who| format!("&{FOR}={}", who.text()));
    format!("{path}?visit={}{who}", visit.value())
}

/// A calendar with a unit that is asked for, or with any.
pub fn with_unit(calendar: &str, unit: Option<&UnitName>) -> String {
    with_query(calendar, [(UNIT, unit.map_or("", UnitName::as_str))])
}

/// The menus of a clinic, for a person if one was chosen.
pub fn menus(clinic: &ClinicId, who: Option<PersonId>) -> String {
    let path = of_clinic(MENUS, clinic);
    who.map_or_else(|| path.clone(), |who| format!("{path}?{FOR}={}", who.text()))
}

/// Where those are chosen who come together.
pub fn party(clinic: &ClinicId) -> String {
    of_clinic(PARTY, clinic)
}

/// The same with a menu chosen.
pub fn party_for(clinic: &ClinicId, menu: &MenuId, visit: Visit) -> String {
    format!("{}?menu={}&visit={}", party(clinic), menu.as_str(), visit.value())
}

/// A page about those who come together, who stand in its query.
pub fn of_party(route: &str, clinic: &ClinicId, party: &Party) -> String {
    let path = of_clinic(route, clinic);
    format!("{path}?{PEOPLE}={}&{ORDER}={}", party.members_text(), party.order.value())
}

/// The form of 受診者 for the person at this place in the group, counted from 0.
pub const fn person(at: usize) -> &'static str {
    match at {
        0 => BOOKING,
        1 => "/b/:clinic/bookings/:key/people/2",
        2 => "/b/:clinic/bookings/:key/people/3",
        _ => "/b/:clinic/bookings/:key/people/4",
    }
}

/// A route of a booking under way.
pub fn of_booking(route: &str, clinic: &ClinicId, key: BookingKey) -> String {
    filled(&of_clinic(route, clinic), ":key", &key.text())
}
