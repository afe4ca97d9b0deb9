//! What 一日を締める says in English.

use super::ClosingWords;
use crate::console::remaining::Remaining;

pub const WORDS: ClosingWords = ClosingWords {
    title: "Close the day",
    back: "Back to the book",
    still: |many| format!("{many} left: "),
    and: ", ",
    to_settle,
    to_call: "patients to call",
    nothing_left: "Nothing is left to be settled now.",
    expected: |many| match many {
        1 => "1 patient is still to come.".to_owned(),
        many => format!("{many} patients are still to come."),
    },
    over_today: "Today’s work is done",
    over: "This day’s work is done",
    came: "Came:",
    no_shows_of: |many| if many == 1 { "1 no-show".to_owned() } else { format!("{many} no-shows") },
    cancelled_of: |many| format!("{many} cancelled"),
    record: "Record the closing",
    record_help: "It notes who closed the day, and when. Bookings can still be changed.",
    changed: "A booking has changed since then. You can record the closing again.",
    closed: |at, name| match name {
        Some(name) => format!("Closed at {at} by {name}"),
        None => format!("Closed at {at}"),
    },
    called: "Mark as called",
    left,
    set,
    set_all,
    unreached: "Patients whom no mail has reached",
    unreached_help: "They are expected, and a mail about their visit could not be delivered. You may want to call them.",
    next: |day, many| match many {
        1 => format!("Next: {day}, 1 patient"),
        many => format!("Next: {day}, {many} patients"),
    },
    nobody_next: "Nobody is booked.",
    report: "The day in numbers",
    visits: "Came or expected",
    people: |many| many.to_string(),
    kinds: |first, again| format!("({first} first, {again} return)"),
    by_menu: "By menu",
    by_unit: "By unit",
    by_way: "By way of booking",
    no_shows: "No-shows",
    cancelled: "Cancelled",
    waited: "Waiting",
    waits: |waits| format!("Median {} min, 90 % within {} min (of {})", waits.median, waits.ninetieth, waits.of),
    no_waits: "Nothing recorded",
};

const fn left(left: Remaining) -> &'static str {
    match left {
        Remaining::NoShow => "Still booked",
        Remaining::Fulfilled => "Still waiting or in consultation",
    }
}

const fn to_settle(left: Remaining) -> &'static str {
    match left {
        Remaining::NoShow => "arrivals to confirm",
        Remaining::Fulfilled => "visits to finish",
    }
}

const fn set(to: Remaining) -> &'static str {
    match to {
        Remaining::NoShow => "No-show",
        Remaining::Fulfilled => "Done",
    }
}

const fn set_all(to: Remaining) -> &'static str {
    match to {
        Remaining::NoShow => "Set all to no-show",
        Remaining::Fulfilled => "Set all to done",
    }
}
