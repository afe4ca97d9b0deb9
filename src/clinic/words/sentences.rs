//! What the clinic's pages say, one field a sentence. A clinic's own texts stay as they were typed.

use crate::clinic::today::Hours;
use crate::clinic::{ClosedDays, TimeOfDay};
use time::{Date, Weekday};

/// All sentences, by screen.
pub struct ClinicWords {
    pub hours: ClinicHoursWords,
    pub info: ClinicInfoWords,
    pub poster: PosterWords,
    pub registration: ClinicRegistrationWords,
}

/// When a clinic is open and when it is closed.
pub struct ClinicHoursWords {
    pub today: &'static str,
    pub title: &'static str,
    pub band: &'static str,
    pub is_today: &'static str,
    pub regularly_closed: &'static str,
    pub closed_ahead: &'static str,
    pub holidays: &'static str,
    pub over: &'static str,
    /// Under today's weekday.
    pub wholly: &'static str,
    /// Under today's weekday.
    pub partly: &'static str,
    pub closed_today: &'static str,
    /// Somebody who comes now is taken, until then.
    pub open: fn(TimeOfDay) -> String,
    /// Nobody is taken now, but again from then on.
    pub later: fn(TimeOfDay) -> String,
    /// When it is open next.
    pub next: fn(Date, TimeOfDay) -> String,
    /// From one time until another.
    pub span: fn(TimeOfDay, TimeOfDay) -> String,
    /// The last moment at which somebody is taken.
    pub last_reception: fn(TimeOfDay) -> String,
    /// One day, or the first and the last.
    pub days: fn(Date, Date) -> String,
    /// A weekday in full.
    pub weekday: fn(Weekday) -> String,
    /// The days of a rule.
    pub rule: fn(&ClosedDays) -> String,
    /// Between the parts of a list.
    pub separator: &'static str,
    /// Before a reason; `)` comes after it.
    pub opening_bracket: &'static str,
    /// What a field of the table of hours means.
    pub hours: fn(Hours) -> &'static str,
}

/// The labels of everything that a clinic says of itself.
pub struct ClinicInfoWords {
    pub announcement: &'static str,
    /// What the photo shows, for who cannot see it.
    pub photo_of: fn(&str) -> String,
    pub director: &'static str,
    pub departments: &'static str,
    pub address: &'static str,
    pub map: &'static str,
    pub access: &'static str,
    pub parking: &'static str,
    pub phone: &'static str,
    pub fax: &'static str,
    pub web_site: &'static str,
    pub languages: &'static str,
    pub barrier_free: &'static str,
    pub payment: &'static str,
    pub booking_notes: &'static str,
    pub cancellation_policy: &'static str,
}

/// The posters. A sheet itself says everything in each language at once.
pub struct PosterWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub svg: &'static str,
    pub png: &'static str,
    /// The service has this address, which patients cannot open.
    pub out_of_reach: fn(&str) -> String,
    pub registration: PosterSheetWords,
    pub booking_title: &'static str,
    pub booking: PosterSheetWords,
}

/// What stands on a sheet.
pub struct PosterSheetWords {
    pub heading: &'static str,
    pub code: &'static str,
    pub steps: [&'static str; 3],
}

/// マイクリニック登録.
pub struct ClinicRegistrationWords {
    pub title: &'static str,
    pub way_in: &'static str,
    pub whether: &'static str,
    pub register: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    /// After the clinic's name.
    pub done: &'static str,
    pub already: &'static str,
    pub already_why: &'static str,
    pub retired: &'static str,
    pub retired_why: &'static str,
    pub unknown: &'static str,
    pub unknown_cut: &'static str,
    pub unknown_ask: &'static str,
    pub home: &'static str,
    pub clinic: &'static str,
}
