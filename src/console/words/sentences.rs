//! What the console says, one field a sentence.

use crate::console::book::Mark;
use crate::console::opening_form::OpeningProblem;
use crate::reservation::Attendance;
use crate::reservation::attendance::NotSet;
use crate::work::Actor;

/// What the console says.
pub struct ConsoleWords {
    pub book: BookWords,
    pub live: LiveWords,
    pub line: LineWords,
    pub status: StatusWords,
    pub visit: VisitWords,
    pub clinics: ClinicsWords,
    pub not_set: NotSetWords,
    pub open_clinic: OpenClinicWords,
}

/// 予約台帳.
pub struct BookWords {
    pub title: &'static str,
    pub title_of_today: fn(&str) -> String,
    pub days: &'static str,
    pub today: &'static str,
    pub day_before: &'static str,
    pub day_after: &'static str,
    pub date: &'static str,
    pub go: &'static str,
    pub as_of: fn(&str) -> String,
    pub reload: &'static str,
    pub now: &'static str,
    pub to_now: &'static str,
    pub none: &'static str,
    pub none_help: &'static str,
    /// The same on a day on which nobody is taken.
    pub none_closed: &'static str,
    pub waiting: &'static str,
    pub called: &'static str,
    pub expected: &'static str,
    pub finished: &'static str,
    pub no_show: &'static str,
    pub cancelled: &'static str,
}

/// An open book.
pub struct LiveWords {
    /// Since when nothing was heard; `{}` stands for the time.
    pub stale: &'static str,
    /// Beside a visit that has just been booked, and beside one that has just changed.
    pub booked: &'static str,
    pub changed: &'static str,
    /// Where no script runs: the link that has the page loaded again and again, and what the page says then.
    pub refresh: &'static str,
    pub refreshed: &'static str,
    pub stop: &'static str,
}

/// A visit's line.
pub struct LineWords {
    pub age: fn(u8) -> String,
    /// In place of 診察券番号, where there is none.
    pub no_chart: &'static str,
    /// Before 予約番号, which looks like a phone number.
    pub number: &'static str,
    pub first: &'static str,
    pub again: &'static str,
    /// How it was booked.
    pub way: fn(Option<Actor>) -> &'static str,
    pub mark: fn(Mark) -> &'static str,
    pub minutes: fn(i64) -> String,
    /// How long ago somebody should have come.
    pub late: fn(i64) -> String,
    /// Beside what a step back made of a visit.
    pub taken_back: &'static str,
    /// The button that sets it.
    pub set_to: fn(Attendance) -> &'static str,
    pub back: &'static str,
    /// The button with the other statuses, by the patient's name.
    pub more: fn(&str) -> String,
}

/// How far a visit has come.
pub struct StatusWords {
    pub of: fn(Attendance) -> &'static str,
    pub cancelled: &'static str,
}

/// A visit in full.
pub struct VisitWords {
    pub back: &'static str,
    pub booking: &'static str,
    pub person: &'static str,
    pub history: &'static str,
    pub number: &'static str,
    pub menu: &'static str,
    pub way: &'static str,
    pub booked: &'static str,
    pub kana: &'static str,
    pub birth: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub chart: &'static str,
    pub not_asked: &'static str,
    pub no_email: &'static str,
    pub by: fn(&str) -> String,
    pub waited: fn(i64) -> String,
}

/// The choice between clinics.
pub struct ClinicsWords {
    pub title: &'static str,
    pub none: &'static str,
    pub none_help: &'static str,
}

/// Opening a clinic.
pub struct OpenClinicWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub name: &'static str,
    pub kana: &'static str,
    pub kana_hint: &'static str,
    pub department: &'static str,
    pub department_hint: &'static str,
    pub phone: &'static str,
    pub address: &'static str,
    /// The menu that a department begins with, by its name and its minutes.
    pub first_menu: fn(&str, u16) -> String,
    pub id: &'static str,
    pub id_hint: fn(&str) -> String,
    pub button: &'static str,
    pub opened: &'static str,
    pub opened_without_mail: &'static str,
    pub hours_help: &'static str,
    pub booking: &'static str,
    pub booking_help: &'static str,
    pub qr: &'static str,
    /// Where patients book, and what is hung up.
    pub posters: &'static str,
    pub booking_poster: &'static str,
    pub poster: &'static str,
    pub poster_help: &'static str,
    pub to_book: &'static str,
    pub problem: fn(OpeningProblem) -> String,
}

/// A visit whose status was not changed.
pub struct NotSetWords {
    pub title: &'static str,
    pub why: fn(NotSet) -> &'static str,
    pub back: &'static str,
}
