//! What the pages and mails of a reservation say in English.

use super::sentences::{
    AttachmentWords, BookedTogetherWords, CancellationWords, ChangingWords, FourDigitsWords, LeavingWords,
    ReservationChangeWords, ReservationDetailWords, ReservationLetterWords, ReservationWords,
};
use crate::clinic::Visit;
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::holdings::Booker;
use crate::reservation::model::Reservation;
use crate::reservation::status::Status;

pub const WORDS: ReservationWords = ReservationWords {
    detail: DETAIL,
    change: CHANGE,
    cancellation: CANCELLATION,
    together: TOGETHER,
    digits: DIGITS,
    attachment: ATTACHMENT,
    leaving: LEAVING,
    changing: CHANGING,
    letter: LETTER,
};

const DETAIL: ReservationDetailWords = ReservationDetailWords {
    title: "Reservation",
    title_receipt: "Your reservation",
    number: "Reservation number",
    status_label: "Status",
    clinic: "Clinic",
    phone: "Phone",
    address: "Address",
    map: "Show on a map",
    when: "Date and time (Japan)",
    menu: "Appointment type",
    visit: "Kind of visit",
    person: "Patient",
    chart_number: "Patient card number",
    preparation: "Before the visit",
    bring: "Please bring",
    guardian: "Parent or guardian",
    cancel_until: "Cancel by",
    change_until: "Change by",
    history: "Earlier times",
    booked_by: |booker| match booker {
        Booker::Asker => "You booked this visit.".to_owned(),
        Booker::Other(name) => format!("{} booked this visit.", name.as_deref().unwrap_or("Another account")),
    },
    change: "Change the time",
    cancel: "Cancel the reservation",
    again: "Book again",
    attach: "Add to My Page",
    calendar: "Add to calendar",
    back_to_dashboard: "Back to the dashboard",
    to_ways: "Change, cancel or save it",
    back: "Back to the reservation",
    cancelled: "Your reservation has been cancelled. We are sending you an e-mail that says so.",
    cancelled_already: "This reservation has been cancelled already.",
    call: "Please call the clinic.",
    status,
    until: |deadline| lang::moment(Lang::En, deadline),
    ended: |deadline| format!("Closed on {}.", lang::moment(Lang::En, deadline)),
};

const CHANGE: ReservationChangeWords = ReservationChangeWords {
    title: "Another time",
    lead: "Choose another time for the following reservation. It stays as it is until you confirm the new time.",
    button: "Choose another time",
    keep: "Keep the present time",
    refused: "Your reservation has not been changed",
    not_offered: "The time of this appointment type cannot be changed online at present.",
    too_late: |deadline| format!("Changing online closed on {}.", lang::moment(Lang::En, deadline)),
};

const CANCELLATION: CancellationWords = CancellationWords {
    title: "Cancel a reservation",
    lead: "This cancels the following reservation. It cannot be undone.",
    button: "Cancel it",
    keep: "Keep it",
    policy: "About cancelling",
    refused: "Your reservation has not been cancelled",
    too_late: |deadline| format!("Cancelling online closed on {}.", lang::moment(Lang::En, deadline)),
};

const TOGETHER: BookedTogetherWords = BookedTogetherWords {
    title: |many| format!("{many} people booked together"),
    each: "These were booked together. Each can be changed or cancelled alone, or all of them at once.",
    which: |name, many| {
        let all = if many == 2 { "both".to_owned() } else { format!("all {many}") };
        format!(
            "Others were booked together with {name}. Choose whether to cancel the appointment of {name} only, or {all}."
        )
    },
    change_one: "Change this one only",
    change_all: |many| if many == 2 { "Change both".to_owned() } else { format!("Change all {many}") },
    cancel_one: |name| format!("Cancel the appointment of {name} only"),
    cancel_all: |many| {
        if many == 2 { "Cancel both appointments".to_owned() } else { format!("Cancel all {many} appointments") }
    },
    cancelled: "All appointments that were booked together have been cancelled. A confirmation is on its way by e-mail.",
};

const DIGITS: FourDigitsWords = FourDigitsWords {
    label: "Last four digits of the phone number",
    hint: "To show that it is you, enter the last four digits of the patient's phone number. If you have changed it for this reservation, that is the new one.",
    unproved: "We cannot tell that it is you",
    guessed: "The last four digits were wrong too often, so this reservation cannot be changed or cancelled online. It has not been changed.",
    problem: digits_problem,
};

const LEAVING: LeavingWords = LeavingWords {
    coming: "You have reservations to come",
    stay: "They stay booked when you leave. If you do not need them, tick the box below or cancel them before you leave.",
    stay_removed: "They stay booked. If you do not need them, tick the box below. Those that stay can be reached by the URLs in their e-mails.",
    too_late: "Cancelling online is closed. To cancel, please call the clinic.",
    cancel_all: "Cancel all reservations that can still be cancelled",
};

const CHANGING: ChangingWords = ChangingWords {
    coming: "You have reservations to come",
    stay: "If you clear the box below, they keep the details as they were.",
    only_of_changed: "Nothing changes in the reservations of family members whose details stay.",
    change_all: "Change the patient's details in these reservations too",
};

const LETTER: ReservationLetterWords = ReservationLetterWords {
    confirmed_subject: "Your reservation is complete",
    confirmed: "Your reservation is complete. We look forward to seeing you.",
    changed_subject: "Your reservation was changed",
    changed: "The time of your reservation was changed.",
    readdressed_subject: "The new link to your reservation",
    readdressed: "Because your e-mail address has changed, your reservation has a new link. The links in earlier e-mails no longer work.",
    taken_over: "A person is no longer shared with another account. The reservation below, which that account had made, is now yours. The links in earlier e-mails no longer work.",
    reminder_subject: "Your visit is coming up",
    reminder: "This is a reminder of your reservation.",
    cancelled_subject: "Your reservation was cancelled",
    cancelled: "This reservation was cancelled.",
    not_asked: "If you did not ask for this, please call the clinic.",
    old_time: "Time before",
    new_time: "New time (Japan)",
    notes: "Please note",
    phone: "Clinic's phone",
    policy: "Cancellation policy",
    open: "See your reservation",
    passed: "This has passed. Please call the clinic.",
    how: "Until these times you can cancel or choose another time on the page of the link above. After them, please call the clinic.",
    menu,
    summary: |clinic| format!("{clinic}: appointment"),
    of_many: |about, many| format!("{about} ({many} people)"),
    together: "Booked together",
    people: |many| format!("{many} people"),
    link: "Your reservation",
};

fn status(reservation: &Reservation, now: Moment) -> String {
    match reservation.status {
        Status::Cancelled { at, .. } => format!("Cancelled ({})", lang::moment(Lang::En, at)),
        Status::Arrived | Status::InConsultation => "Checked in".to_owned(),
        _ if reservation.is_coming(now) => "Booked".to_owned(),
        _ => "Past".to_owned(),
    }
}

fn digits_problem(problem: DigitsProblem) -> String {
    match problem {
        DigitsProblem::NotFour => "Enter four digits".to_owned(),
        DigitsProblem::Wrong(left) => format!("These are not the last four digits of that number. {}", tries(left)),
    }
}

fn tries(left: u32) -> String {
    match left {
        0 => "They were wrong too often to be tried again now".to_owned(),
        left => format!("Tries left: {left}"),
    }
}

fn menu(name: &str, visit: Visit) -> String {
    match visit {
        Visit::First => format!("{name} (first visit)"),
        Visit::Return => format!("{name} (return visit)"),
    }
}

const ATTACHMENT: AttachmentWords = AttachmentWords {
    title: "Add to My Page",
    lead: "You will see this appointment in the My Page that you are signed in to.",
    birth_date: "The patient's date of birth",
    birth_hint: "For example 1988/2/3",
    button: "Add",
    back: "Back to the appointment",
    unreadable_birth: "Enter the date of birth, for example 1988/2/3",
    unreadable_digits: "Enter the last four digits of the phone number",
    wrong: |left| {
        let differ = "The date of birth or the last four digits of the phone number differ from the appointment";
        format!("{differ}. {}", tries(left))
    },
    spent: "There were too many wrong entries. Please call the clinic",
};
