//! What the console says in English.

use super::hours::en::WORDS as HOURS;
use super::sentences::{
    BookWords, ClinicsWords, ConsoleWords, LineWords, LiveWords, NotSetWords, OpenClinicWords, StatusWords, VisitWords,
};
use crate::console::book::Mark;
use crate::console::opening_form::OpeningProblem;
use crate::reservation::Attendance;
use crate::reservation::attendance::NotSet;
use crate::work::Actor;

pub const WORDS: ConsoleWords = ConsoleWords {
    book: BookWords {
        title: "Appointment book",
        title_of_today: |day| format!("Today, {day}"),
        days: "Other days",
        today: "Today",
        day_before: "Day before",
        day_after: "Day after",
        date: "Date",
        go: "Show",
        as_of: |time| format!("As of {time}"),
        reload: "Refresh",
        now: "Now",
        to_now: "Go to now",
        none: "Nothing is booked for this day",
        none_help: "Bookings appear here in the order of their times.",
        none_closed: "Closed on this day",
        waiting: "Waiting",
        called: "In consultation",
        expected: "Booked",
        finished: "Done",
        no_show: "No-show",
        cancelled: "Cancelled",
    },
    live: LiveWords {
        stale: "Not up to date since {}",
        booked: "New",
        changed: "Changed",
        refresh: "Refresh every 30 seconds",
        refreshed: "This page refreshes every 30 seconds.",
        stop: "Stop refreshing",
    },
    line: LineWords {
        age: |years| format!("{years} y"),
        no_chart: "No card yet",
        number: "No.",
        first: "First visit",
        again: "Return visit",
        way,
        mark,
        minutes: |minutes| format!("{minutes} min"),
        late: |minutes| format!("{minutes} min late"),
        taken_back: "taken back",
        set_to,
        back: "Undo the last step",
        more: |name| format!("More for {name}"),
    },
    status: StatusWords { of: status, cancelled: "Cancelled" },
    visit: VisitWords {
        back: "Back to the book",
        booking: "Booking",
        person: "Patient",
        history: "At the desk",
        number: "Booking number",
        menu: "Menu",
        way: "Booked by",
        booked: "Booked at",
        kana: "Kana",
        birth: "Date of birth",
        phone: "Phone",
        email: "E-mail address",
        chart: "Patient card number",
        not_asked: "Not asked yet",
        no_email: "None (gets no mail)",
        by: |name| format!("({name})"),
        waited: |minutes| format!("They waited {minutes} minutes."),
    },
    clinics: ClinicsWords {
        title: "Choose a clinic",
        none: "No clinic yet",
        none_help: "This sign-in does not belong to any clinic yet. Ask an owner of the clinic for an invitation.",
    },
    not_set: NotSetWords { title: "Nothing was changed", why, back: "Back to the book" },
    open_clinic: OpenClinicWords {
        title: "Your clinic",
        lead: "Only what it takes to be booked. You can change opening hours, closed days and the e-mail settings here at any time.",
        name: "Name of the clinic",
        kana: "Name in kana",
        kana_hint: "Example: サクラナイカクリニック",
        department: "Department",
        department_hint: "One menu is made for you, so that patients can book at once.",
        phone: "Phone",
        address: "Address",
        first_menu: |name, minutes| format!("First menu: {name} ({minutes} minutes)"),
        id: "Name in the booking address",
        id_hint: |base| {
            format!(
                "Lower-case letters, digits and hyphens, after {base}/b/. It cannot be changed later. Example: sakura"
            )
        },
        button: "Open for bookings",
        opened: "Patients can book now.",
        opened_without_mail: "The clinic is registered. For web booking, please set up e-mail next.",
        hours_help: "Enter holidays of the clinic, or change its hours, here.",
        booking: "Booking page",
        booking_help: "Show this address or QR code on your web site, on patient cards and in the waiting room.",
        qr: "QR code of the booking page",
        posters: "Booking page and posters",
        booking_poster: "Poster for web booking",
        poster: "Poster for registering the clinic",
        poster_help: "Patients register your clinic in their My Page with it. Print it and put it up.",
        to_book: "Open the appointment book",
        problem: opening_problem,
    },
};

const fn way(by: Option<Actor>) -> &'static str {
    match by {
        Some(Actor::Patient) => "Web, account",
        Some(Actor::Guest) | None => "Web, guest",
        Some(Actor::Staff) => "Desk or phone",
        Some(Actor::Operator | Actor::System) => "System",
    }
}

const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::FirstVisit => "First visit",
        Mark::Namesake => "Same name",
        Mark::Group => "Booked together",
        Mark::Guardian => "With a guardian",
        Mark::Provisional => "Provisional",
        Mark::ClosedSlot => "In a closed slot",
        Mark::Overbooked => "Over capacity",
    }
}

const fn set_to(to: Attendance) -> &'static str {
    match to {
        Attendance::Booked => "Back to booked",
        Attendance::Arrived => "Arrived",
        Attendance::InConsultation => "Call in",
        Attendance::Fulfilled => "Done",
        Attendance::NoShow => "No-show",
    }
}

const fn status(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Booked => "Booked",
        Attendance::Arrived => "Waiting",
        Attendance::InConsultation => "In consultation",
        Attendance::Fulfilled => "Done",
        Attendance::NoShow => "No-show",
    }
}

const fn why(why: NotSet) -> &'static str {
    match why {
        NotSet::Cancelled => "This booking was cancelled.",
        NotSet::NotBegun => "Nobody is a no-show before the visit begins.",
        NotSet::BeforeTheDay => "Wait for the day of the visit.",
        NotSet::AnotherDay => "A step can be undone on the day of the visit only.",
        NotSet::Changed => "It was changed on another screen first. Look at how it stands now, then try again.",
    }
}

fn opening_problem(problem: OpeningProblem) -> String {
    let sentence = match problem {
        OpeningProblem::TooLong(most) => return format!("Use up to {most} characters"),
        OpeningProblem::Hours(problem) => (HOURS.week.problem)(problem),
        OpeningProblem::Missing => "Fill this in",
        OpeningProblem::Forbidden => "It holds characters that cannot be shown. Type it again",
        OpeningProblem::NotKana => "Write it in katakana or hiragana",
        OpeningProblem::Id => "Use lower-case letters, digits and hyphens, up to 40. Example: sakura",
        OpeningProblem::IdTaken => "Another clinic has this name. Choose another one",
        OpeningProblem::Phone => "Enter the phone number with its area code. Example: 03-1234-5678",
    };
    sentence.to_owned()
}
