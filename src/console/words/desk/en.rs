//! What the desk says in English.

use super::sentences::{
    ChangeWords, DeskBookingWords, DeskWords, FreeWords, LengthWords, ObjectionWords, SlipWords, UnitWords,
};
use crate::console::desk_form::DeskProblem;
use crate::console::reason_form::ReasonProblem;
use crate::lang::typed::Fault;
use crate::lang::{Lang, moment};
use crate::reservation::desk::{Channel, DeskAct, NotAtDesk};
use crate::slots::{Objection, Overfull, PlaceKind};
use crate::{mail, person, slots};

pub const WORDS: DeskWords = DeskWords {
    free: FreeWords {
        title: "Free",
        left: |left| format!("{left} left"),
        book_at: |seen, also| format!("{seen}, {also}: book"),
        overfull: |taken, places| format!("full {taken}/{places}"),
        own: "as now",
        all: "All times",
        grid: "As a grid",
        list: "As a list",
        time: "Time",
        none: "Nothing free",
        walk_in: "Walk-in",
        places_title: |day| format!("Choose a time on {day}"),
        back: "Back to the book",
    },
    booking: DeskBookingWords {
        title: "New booking",
        walk_in: "Walk-in",
        box_label: "Find a patient",
        box_hint: "Patient card number, phone number (or its last 4 digits), kana, booking number or date of birth",
        find: "Find",
        find_or_book: "Find or book",
        found: |count| if count == 1 { "1 patient found".to_owned() } else { format!("{count} patients found") },
        more: "There are more. Please type a little more.",
        nobody: "Nobody found. You can book for a new patient.",
        another: "Choose somebody else",
        kept: "This is what was typed before. Nothing is booked yet.",
        start_over: "Start over",
        new_patient: "New patient",
        new_hint: "Kana and a phone number are enough (provisional). The rest can be asked later.",
        family_kana: "Family name in kana",
        given_kana: "Given name in kana",
        phone: "Phone",
        one_of_two: "One of the two",
        later: "Name, date of birth and more",
        family_name: "Family name",
        given_name: "Given name",
        birth_date: "Date of birth",
        sex: "Sex",
        sexes: ["Male", "Female", "Other or not stated"],
        email: "Email address",
        email_hint: "Not needed for a booking.",
        email_before: |address| format!("It was {address} for the visit before. Ask the patient before you enter it."),
        chart: "Patient card number",
        visit: "First or return visit",
        visits: ["First visit", "Return visit"],
        channel: "How they came",
        channels: ["Phone", "At the desk"],
        tell: |address| format!("Email a confirmation to {address}"),
        tell_typed: "Email a confirmation, if there is an address",
        button: "Book",
        receive: "Receive",
        provisional: "Provisional",
        problem,
    },
    unit: UnitWords {
        any: |first| first.map_or_else(|| "Whoever is free".to_owned(), |unit| format!("Whoever is free ({unit})")),
        taken: |unit| format!("{unit} (booked)"),
        away: |unit| format!("{unit} (away)"),
        is_away: "Away",
        asked: |unit| format!("{unit} (asked for)"),
        change: |_| "Assign to another".to_owned(),
        change_button: "Assign",
        none: |label| format!("{label}: none"),
    },
    length: LengthWords {
        label: "Time it takes",
        minutes: |minutes| format!("{minutes} minutes"),
        usual: |minutes| format!("{minutes} minutes (as usual)"),
        change: "Change how long it takes",
        button: "Change",
    },
    objections: ObjectionWords {
        title: "Please check",
        of: objection,
        in_short,
        first: |time, who| format!("{who} was first, at {time}."),
        reason: "Why it is booked all the same",
        presets: [
            "Urgent or severe symptoms",
            "The doctor asked for it",
            "Comes with family",
            "Agreed with the patient",
        ],
        own: "Reason in your own words",
        own_hint: "It stays with the booking.",
        insist: "Book with this reason",
    },
    change: ChangeWords {
        move_title: "Move the booking",
        move_lead: |name| format!("Choose a new time for {name}. The present booking stays until the move is made."),
        move_button: "Move",
        from: "Now",
        to: "New",
        other_menu: |from, to| format!("The menu changes from “{from}” to “{to}”."),
        tell: |address| format!("Tell {address} by email"),
        cancel_title: "Cancel the booking",
        cancel_why: "Why it is cancelled",
        cancel_presets: ["The patient called", "The clinic has to cancel", "Duplicate or mistake", "Other"],
        cancel_button: "Cancel the booking",
        cancel_call: |name| format!("{name} has no email address and hears nothing of this. Please call them."),
        keep: "Back without cancelling",
        stay: "Back without changing it",
        other_menus: "Other appointment types",
        details_title: "Patient details",
        details_button: "Save",
        swap_title: "Change the patient",
        swap_button: "Give it to this patient",
        another: "One more, right after",
        undo: "Undo",
        done,
        mail_rests: |time, address| format!("An email to {address} goes out at {time}."),
        mail_sent: |time, address| {
            format!("An email to {address} went out at {time}. Taking this back sends another one that says so.")
        },
        not_done: "Nothing was changed",
        back: "Back",
        back_to_visit: "Back to the booking",
        taken_back,
        why,
        next: "Next visit",
        next_title: |name| format!("Next visit of {name}"),
        ahead: ["In 1 week", "In 2 weeks", "In 4 weeks", "In 8 weeks", "In 3 months", "In 6 months"],
        reason: |reason| format!("Reason: {reason}"),
        channel: |channel| match channel {
            Channel::Phone => "Phone",
            Channel::Desk => "At the desk",
        },
        day_before: "Day before",
        day_after: "Day after",
        no_places: "There is no time to choose on this day.",
    },
    slip: SlipWords {
        open: "Print a slip",
        title: "Your appointment",
        number: "Booking number",
        name: "Name",
        bring: "Please bring",
        preparation: "Before the visit",
        phone: "Phone",
        qr: "QR code of the booking",
        qr_help: "Scan it with a phone to see or cancel the booking, or to add it to My Page.",
    },
};

const NO_REASON: &str = "Please choose or type a reason.";

fn problem(problem: &DeskProblem) -> String {
    match problem {
        DeskProblem::Person(field, problem) => (person::words::of(Lang::En).problem)(*field, problem),
        DeskProblem::Address(problem) => (mail::words::of(Lang::En).address)(*problem).to_owned(),
        DeskProblem::Text(fault) | DeskProblem::Reason(ReasonProblem::Text(fault)) => text_fault(*fault).to_owned(),
        DeskProblem::Reason(ReasonProblem::Missing) => NO_REASON.to_owned(),
        DeskProblem::Reason(ReasonProblem::Unexplained) => "Please type the reason when you choose “Other”.".to_owned(),
    }
}

const fn text_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::TooLong => "This is too long. Please shorten it.",
        Fault::Forbidden => "It has characters that cannot be used. Please type it again.",
    }
}

fn objection(of: &Objection, menu: &str) -> String {
    let words = slots::words::of(Lang::En);
    match of {
        Objection::Day(reason) => (words.sentence)(reason),
        Objection::Hours => "This is outside the hours of the appointment type.".to_owned(),
        Objection::Closed(Some(reason)) => format!("These slots are closed ({reason})."),
        Objection::Closed(None) => "These slots are closed.".to_owned(),
        Objection::Past => "This time has passed.".to_owned(),
        Objection::Full(full) => overfull(full),
        Objection::Unit { unit, is_away: true } => format!("{unit} is away at this time."),
        Objection::Unit { unit, is_away: false } => format!("{unit} has another visit at this time."),
        Objection::Age(ages) => format!("The patient is not of the age ({}).", (words.ages)(ages)),
        Objection::Limit { coming, limit } => format!("The patient has {coming} bookings (the limit is {limit})."),
        Objection::SameDay { starts, .. } => {
            format!("The patient has a booking on {} ({menu}).", moment(Lang::En, *starts))
        }
        Objection::TooNear(near) => (words.sentence)(&slots::Reason::TooNear(near.clone())),
        Objection::Web => "Online booking is closed for this time; you can book it here.".to_owned(),
    }
}

fn done(act: &DeskAct) -> String {
    match act {
        DeskAct::Booked(_) => "Booked.".to_owned(),
        DeskAct::Moved { from } => {
            let unit = from.unit_name().map(|unit| format!(" ({unit})")).unwrap_or_default();
            format!("Moved from {}{unit}.", moment(Lang::En, from.starts()))
        }
        DeskAct::UnitChanged { from, to } => match (from.unit_name(), to) {
            (Some(from), Some(to)) => format!("Assigned to {to} instead of {from}."),
            (None, Some(to)) => format!("Assigned to {to}."),
            (_, None) => "Assigned to nobody.".to_owned(),
        },
        DeskAct::LengthChanged { from, to } => format!("It takes {to} minutes instead of {}.", from.minutes),
        DeskAct::Cancelled { .. } => "Cancelled.".to_owned(),
        DeskAct::Undone => "Undone.".to_owned(),
        DeskAct::Swapped => "Given to another patient.".to_owned(),
        DeskAct::Corrected => "Patient details saved.".to_owned(),
    }
}

fn taken_back(name: &str, start: &str, act: &DeskAct) -> String {
    match act {
        DeskAct::Booked(_) => format!("The booking of {name} at {start} was undone."),
        DeskAct::Moved { .. } => format!("The move of {name} was undone. The booking is at {start}."),
        DeskAct::UnitChanged { .. } => format!("The visit of {name} at {start} is assigned as before."),
        DeskAct::LengthChanged { .. } => format!("The visit of {name} at {start} takes as long as before."),
        DeskAct::Cancelled { .. } => format!("The cancellation of {name} at {start} was undone."),
        DeskAct::Undone | DeskAct::Corrected | DeskAct::Swapped => done(act),
    }
}

const fn why(why: &NotAtDesk) -> &'static str {
    match why {
        NotAtDesk::Objections(_) => "Something needs to be checked.",
        NotAtDesk::NoUnit => "Please choose who it is assigned to.",
        NotAtDesk::NoReason => NO_REASON,
        NotAtDesk::Cancelled => "The booking has been cancelled.",
        NotAtDesk::Begun => "The patient has come, or the visit is over. Set it back to “Booked” first.",
        NotAtDesk::Changed => "The booking was changed after this page was opened. Please look at it as it is now.",
        NotAtDesk::NothingToUndo => "There is nothing to undo. Only the last change of today can be undone.",
    }
}

fn in_short(word: &str) -> Option<&'static str> {
    Some(match word {
        "day" => "(on a day without hours)",
        "hours" => "(outside the hours)",
        "closed" => "(in closed slots)",
        "past" => "(at a past time)",
        "full" => "(above capacity)",
        "age" => "(not of the age)",
        "limit" => "(above the limit)",
        "unit" => "(the unit was taken or away)",
        "same-day" => "(another booking that day)",
        "too-near" => "(too soon after another visit)",
        _ => return None,
    })
}

fn overfull(full: &Overfull) -> String {
    let Overfull { of, taken, places } = full;
    let of = match of {
        PlaceKind::Menu => "Full",
        PlaceKind::Shared => "The shared places are full",
        PlaceKind::Day => "The day is full",
    };
    format!("{of} ({taken}/{places}). With this booking it is {}/{places}.", taken + 1)
}
