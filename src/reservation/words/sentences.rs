//! What the pages and mails of a reservation say, one field a sentence.

use crate::clinic::Visit;
use crate::clock::Moment;
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::holdings::Booker;
use crate::reservation::model::Reservation;

/// All sentences, by screen.
pub struct ReservationWords {
    pub detail: ReservationDetailWords,
    pub change: ReservationChangeWords,
    pub cancellation: CancellationWords,
    pub together: BookedTogetherWords,
    pub digits: FourDigitsWords,
    pub attachment: AttachmentWords,
    pub leaving: LeavingWords,
    pub changing: ChangingWords,
    pub letter: ReservationLetterWords,
}

/// 予約詳細, line by line, and what can be done from there.
pub struct ReservationDetailWords {
    /// The link by which a visit comes under an account.
    pub attach: &'static str,
    pub title: &'static str,
    pub title_receipt: &'static str,
    pub number: &'static str,
    pub status_label: &'static str,
    pub clinic: &'static str,
    pub phone: &'static str,
    pub address: &'static str,
    pub map: &'static str,
    pub when: &'static str,
    pub menu: &'static str,
    pub visit: &'static str,
    pub person: &'static str,
    pub chart_number: &'static str,
    pub preparation: &'static str,
    pub bring: &'static str,
    pub guardian: &'static str,
    pub cancel_until: &'static str,
    pub change_until: &'static str,
    pub history: &'static str,
    /// Who has booked for a person who is shared.
    pub booked_by: fn(&Booker) -> String,
    pub change: &'static str,
    pub cancel: &'static str,
    pub again: &'static str,
    pub calendar: &'static str,
    pub back_to_dashboard: &'static str,
    /// Leads down the page to what can be done.
    pub to_ways: &'static str,
    pub back: &'static str,
    pub cancelled: &'static str,
    pub cancelled_already: &'static str,
    pub call: &'static str,
    /// What became of a reservation, as its patient reads it.
    pub status: fn(&Reservation, Moment) -> String,
    /// A deadline that is still to come.
    pub until: fn(Moment) -> String,
    /// A deadline that has passed.
    pub ended: fn(Moment) -> String,
}

/// 日時の変更.
pub struct ReservationChangeWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub keep: &'static str,
    pub refused: &'static str,
    pub not_offered: &'static str,
    /// Why it is too late for another time.
    pub too_late: fn(Moment) -> String,
}

/// 予約のキャンセル.
pub struct CancellationWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub keep: &'static str,
    pub policy: &'static str,
    pub refused: &'static str,
    /// Why it is too late for cancelling.
    pub too_late: fn(Moment) -> String,
}

/// Reservations that were booked together.
pub struct BookedTogetherWords {
    /// Over the others, with how many they are in all.
    pub title: fn(usize) -> String,
    /// That each can be changed by itself.
    pub each: &'static str,
    /// That it can be one or all of them, before they are cancelled: whose reservation was opened, and how many there are in all.
    pub which: fn(&str, usize) -> String,
    pub change_one: &'static str,
    pub change_all: fn(usize) -> String,
    /// Of that person alone.
    pub cancel_one: fn(&str) -> String,
    pub cancel_all: fn(usize) -> String,
    pub cancelled: &'static str,
}

/// A visit that was booked at the desk comes under an account.
pub struct AttachmentWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub birth_date: &'static str,
    pub birth_hint: &'static str,
    pub button: &'static str,
    pub back: &'static str,
    pub unreadable_birth: &'static str,
    pub unreadable_digits: &'static str,
    /// How many more may be tried.
    pub wrong: fn(u32) -> String,
    pub spent: &'static str,
}

/// The last four digits of the phone number, as a proof.
pub struct FourDigitsWords {
    pub label: &'static str,
    pub hint: &'static str,
    pub unproved: &'static str,
    pub guessed: &'static str,
    /// What is wrong with them.
    pub problem: fn(DigitsProblem) -> String,
}

/// What 退会 says of reservations.
pub struct LeavingWords {
    pub coming: &'static str,
    pub stay: &'static str,
    /// The same where a member of a family is removed.
    pub stay_removed: &'static str,
    pub too_late: &'static str,
    pub cancel_all: &'static str,
}

/// Reservations to come, on 確認 of a changed 利用者情報.
pub struct ChangingWords {
    pub coming: &'static str,
    pub stay: &'static str,
    /// That nothing changes for members of the family who do not go along.
    pub only_of_changed: &'static str,
    pub change_all: &'static str,
}

/// The mails, and the calendar file in them.
pub struct ReservationLetterWords {
    pub confirmed_subject: &'static str,
    pub confirmed: &'static str,
    pub changed_subject: &'static str,
    pub changed: &'static str,
    pub readdressed_subject: &'static str,
    pub readdressed: &'static str,
    /// Once the sharing of a person has ended, of what the other account had booked.
    pub taken_over: &'static str,
    pub reminder_subject: &'static str,
    pub reminder: &'static str,
    pub cancelled_subject: &'static str,
    pub cancelled: &'static str,
    pub not_asked: &'static str,
    pub old_time: &'static str,
    pub new_time: &'static str,
    pub notes: &'static str,
    pub phone: &'static str,
    pub policy: &'static str,
    pub open: &'static str,
    pub passed: &'static str,
    pub how: &'static str,
    /// A menu and the kind of the visit.
    pub menu: fn(&str, Visit) -> String,
    /// The title of the calendar's entry, with the clinic's name.
    pub summary: fn(&str) -> String,
    /// What the letter is about in a few words, and how many people it is about.
    pub of_many: fn(&str, usize) -> String,
    pub together: &'static str,
    /// So many people.
    pub people: fn(usize) -> String,
    /// Before the link in the calendar's entry.
    pub link: &'static str,
}
