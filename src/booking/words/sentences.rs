//! What the pages and the mail of booking say, one field a sentence.

use crate::booking::alternatives::AlternativeKind;
use crate::booking::words::party::BookingPartyWords;
use crate::booking::words::person::{BookingMemberWords, BookingPersonWords};
use crate::clinic::{Insurance, TimeOfDay, Visit};
use crate::clock::Moment;
use time::Date;

/// All sentences, by screen.
pub struct BookingWords {
    pub course: CourseWords,
    pub ended: BookingEndedWords,
    pub limited: BookingLimitedWords,
    pub menus: BookingMenusWords,
    pub calendar: BookingCalendarWords,
    pub person: BookingPersonWords,
    pub member: BookingMemberWords,
    pub party: BookingPartyWords,
    pub confirmation: BookingConfirmationWords,
    pub code: ConfirmationCodeWords,
    pub booked: BookedWords,
}

/// What several screens say.
pub struct CourseWords {
    /// Where somebody stands who books.
    pub steps: [&'static str; 4],
    /// Where somebody stands who chooses another time.
    pub moving_steps: [&'static str; 2],
    pub number: &'static str,
    pub clinic: &'static str,
    pub menu: &'static str,
    pub when: &'static str,
    pub old_time: &'static str,
    pub new_time: &'static str,
    pub another_time: &'static str,
    pub leave: &'static str,
    pub leave_moving: &'static str,
    pub sign_in: &'static str,
    pub phone: &'static str,
    pub call: &'static str,
    /// Until when a slot is kept.
    pub kept_until: fn(Moment) -> String,
    /// That it is not kept.
    pub not_kept: &'static str,
    /// Above the form of アカウント認証, for somebody who books.
    pub signing_in: &'static str,
}

/// The page of a booking that has ended.
pub struct BookingEndedWords {
    pub title: &'static str,
    pub why: &'static str,
    /// Something may have been booked.
    pub booked_perhaps: &'static str,
    pub booked_title: &'static str,
    /// Something was booked, which this browser does not show any more.
    pub booked: &'static str,
    /// How to reach it.
    pub by_mail: &'static str,
    /// How somebody who is signed in reaches it.
    pub on_dashboard: &'static str,
    pub to_dashboard: &'static str,
    pub sign_in: &'static str,
    pub to_menus: &'static str,
}

/// The person has as many visits before them as the clinic allows.
pub struct BookingLimitedWords {
    pub title: &'static str,
    /// Whom it concerns.
    pub of: fn(&str) -> String,
    pub booked: &'static str,
    /// How to change what is booked, below it.
    pub change: &'static str,
    /// How to reach what is booked, where it is not shown.
    pub by_mail: &'static str,
    pub menus: &'static str,
}

/// 診療メニュー of a clinic.
pub struct BookingMenusWords {
    pub lead: &'static str,
    pub menus: &'static str,
    /// The same for one person.
    pub menus_for: fn(&str) -> String,
    /// Over what is to be read first.
    pub to_menus: &'static str,
    pub notes: &'static str,
    pub announcement: &'static str,
    pub department: &'static str,
    pub costs: &'static str,
    pub minutes: &'static str,
    pub ages: &'static str,
    /// The label of how many days lie between two visits.
    pub interval: &'static str,
    pub interval_days: fn(u16) -> String,
    pub bring: &'static str,
    /// Opens the rest of a menu.
    pub more: &'static str,
    pub none: &'static str,
    pub none_why: &'static str,
    pub sign_in_hint: &'static str,
    pub sign_in: &'static str,
    pub left: &'static str,
    pub kept: &'static str,
    /// The browser has forgotten what was booked in it.
    pub forgotten: &'static str,
    /// Who pays.
    pub insurance: fn(Insurance) -> &'static str,
    /// The link that goes on with a menu.
    pub book: fn(Visit) -> &'static str,
    /// The title of the page, with the clinic's name.
    pub title: fn(&str) -> String,
    /// The menu is not for the age of that person.
    pub not_for: fn(&str) -> String,
    /// From when on a menu is offered.
    pub from: fn(Date) -> String,
}

/// The calendar of a menu.
pub struct BookingCalendarWords {
    pub title: &'static str,
    pub title_moving: &'static str,
    pub back: &'static str,
    pub back_to_person: &'static str,
    pub next: &'static str,
    /// What sets a slot apart that is offered first.
    /// The earliest free slot where another time is looked for, from the day of the old one on.
    pub earliest_from_old_day: &'static str,
    pub alternative: fn(AlternativeKind) -> &'static str,
    pub month_title: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub legend_free: &'static str,
    pub legend_few: &'static str,
    pub legend_none: &'static str,
    pub morning: &'static str,
    pub afternoon: &'static str,
    pub nothing: &'static str,
    pub no_day: &'static str,
    pub no_day_left: &'static str,
    pub wrong_day: &'static str,
    pub not_booked: &'static str,
    pub not_moved: &'static str,
    /// That another person's visit is a new booking.
    pub same_person: &'static str,
    pub book_anew: &'static str,
    pub typed_kept: &'static str,
    /// From when on the next days can be booked, told on the day given.
    pub opens: fn(Moment, Date) -> String,
    pub go_on: &'static str,
    /// A month: `2026年11月`.
    pub month: fn(Date) -> String,
    /// What stands before and after the number of a day, for a reader who does not see the grid.
    pub around: fn(Date) -> (String, String),
    /// The heading over the slots of a day.
    pub times_of: fn(Date) -> String,
    /// A button that books: `11月24日(火)9:30 を選ぶ`.
    pub choose: fn(Date, TimeOfDay) -> String,
    /// That a chosen slot was taken meanwhile.
    pub full: fn(Date, TimeOfDay) -> String,
    /// That something waits to be finished: `手続き中の予約があります: 11月24日(火)9:15`.
    pub going_on: fn(Date, TimeOfDay) -> String,
    /// What stands unseen around the clock of a slot, so that its button says the same as `choose`.
    pub around_time: fn(Date) -> (String, &'static str),
    /// What stands before and after the number of places that a slot has left: `残り3`.
    pub around_places: (&'static str, &'static str),
    /// From the first of several slots to the last, which may be the same.
    pub span: fn(TimeOfDay, TimeOfDay) -> String,
}

/// 確認.
pub struct BookingConfirmationWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub lead_code: &'static str,
    pub title_moving: &'static str,
    pub lead_moving: &'static str,
    /// The last button, with whom it is for.
    pub book: fn(&str) -> String,
    pub change: &'static str,
    pub mend: &'static str,
    /// The same for somebody who is signed in, who chooses.
    pub choose_again: &'static str,
    pub mail_to: &'static str,
    pub person: &'static str,
    pub visit: &'static str,
    pub rules: &'static str,
    pub by_phone: &'static str,
    pub perhaps: &'static str,
    pub use_this: &'static str,
    pub changed_elsewhere: &'static str,
    pub cancelled: &'static str,
    /// That booking registers a clinic, around its name.
    pub registers: (&'static str, &'static str),
    /// The same person has other visits on the same day; they are listed below.
    pub beside: &'static str,
    pub beside_go_on: &'static str,
}

/// The code by which a guest proves their address: its field, and its mail.
pub struct ConfirmationCodeWords {
    pub title: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub missing: &'static str,
    /// What was typed has not as many digits as a code.
    pub not_six: &'static str,
    pub over: &'static str,
    pub again: &'static str,
    pub sent: &'static str,
    pub late: &'static str,
    /// After the address to which the code was sent: until when it can be used, and how many tries are left.
    pub sent_to: fn(Moment, u8) -> String,
    /// A wrong code, with the number of tries that are left.
    pub wrong: fn(u8) -> String,
    /// Codes were asked for too often: from when on the next is sent.
    pub too_many: fn(Moment) -> String,
    /// What to do meanwhile where a code has arrived that can be used.
    pub too_many_typed: &'static str,
    /// What to do meanwhile, before the clinic's phone.
    pub too_many_instead: &'static str,
    /// With when the visit starts, if a time is chosen.
    pub letter_subject: fn(Option<Moment>) -> String,
    /// With the clinic's name and when the visit starts.
    pub letter_lead: fn(&str, Option<Moment>) -> String,
    /// For how many minutes it works.
    pub letter_lasts: fn(i64) -> String,
    pub letter_not_asked: &'static str,
}

/// 予約確定.
pub struct BookedWords {
    pub title: &'static str,
    pub title_moving: &'static str,
    pub title_cancelled: &'static str,
    pub title_stayed: &'static str,
    pub done: &'static str,
    pub done_moving: &'static str,
    pub done_stayed: &'static str,
    /// After the clinic's name.
    pub registered: &'static str,
    pub mailed: &'static str,
    pub mailed_to: &'static str,
    pub mailed_why: &'static str,
    pub calendar: &'static str,
    /// Leads to where it is moved and cancelled.
    pub manage: &'static str,
    pub print: &'static str,
    pub account: &'static str,
    pub account_why: &'static str,
    pub account_button: &'static str,
    pub dashboard: &'static str,
    pub another: &'static str,
    /// For whom the next button is.
    pub shared: &'static str,
    pub forget: &'static str,
}
