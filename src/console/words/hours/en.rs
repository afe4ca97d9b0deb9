//! What the console says about 診療時間 and 休診 in English.

use super::{ClosureWords, ConcernedWords, ConsoleHoursWords, WeekHoursWords};
use crate::console::closure_form::ClosureProblem;
use crate::console::week_hours_form::{PartOfDay, WeekHoursProblem};

pub const WORDS: ConsoleHoursWords = ConsoleHoursWords {
    week: WeekHoursWords {
        title: "Opening hours",
        hint: "Type times such as 9:00, 14:30, 1430 or 2:30 pm. Without a lunch break, enter the whole day as the morning and untick the afternoons.",
        part: |part| match part {
            PartOfDay::Morning => "Morning",
            PartOfDay::Afternoon => "Afternoon",
        },
        times: |part| match part {
            PartOfDay::Morning => "Morning hours",
            PartOfDay::Afternoon => "Afternoon hours",
        },
        from: "From",
        until: "Until",
        last: "Last reception (optional)",
        boxes: "Open on",
        boxes_hint: "Untick where you are closed.",
        open: |day, part| match part {
            PartOfDay::Morning => format!("{day} morning"),
            PartOfDay::Afternoon => format!("{day} afternoon"),
        },
        holidays: "Closed on national holidays",
        problem,
    },
    closure: CLOSURE,
    concerned: ConcernedWords {
        in_span: |all| format!("{} on these days", bookings(all)),
        outside: |all| format!("{} outside the new hours", bookings(all)),
        nobody: "Nothing is booked on these days.",
        stay: "No booking is cancelled. Open the book of a day to call the patients.",
        by_day: "By day",
        visits: bookings,
    },
    title: "Opening hours and closed days",
    back: "Back to the book",
    back_to_form: "Back to the form",
    done: |what| match what {
        "hours" => Some("The hours are saved. Patients see them in the calendar now."),
        "closed" => Some("These days are closed. Patients see it in the calendar now."),
        "removed" => Some("They are no longer closed. Patients see it in the calendar now."),
        _ => None,
    },
    save: "Save the hours",
    confirm: "Check the hours",
    changed: "The hours were changed on another screen first. Yours are not saved yet.",
    changed_help: "What you entered is still here. Save again to replace the hours as they are now.",
    now: "The hours as they are now",
    in_file: "These hours do not fit into the table of this page, for example because times differ by weekday. They are set in the clinic’s file. Ask whoever runs this service to change them.",
    own_hours: |names| format!("These menus have times of their own, which stay as they are: {}", names.join(", ")),
    idle: |names| format!("These menus cannot be booked at any time with the present hours: {}", names.join(", ")),
    closures: "Closed days",
    no_closures: "No closed days yet.",
    past: "Past closures",
    add: "Add closed days",
    remove: "Remove",
};

fn bookings(many: usize) -> String {
    if many == 1 { "1 booking".to_owned() } else { format!("{many} bookings") }
}

const CLOSURE: ClosureWords = ClosureWords {
    title: "Add closed days",
    lead: "Summer holidays, New Year, a congress: the days on which you see nobody.",
    back: "Back to hours and closed days",
    first: "First day",
    last: "Last day (leave empty for a single day)",
    reason: "Reason in Japanese",
    reason_hint: "Patients read it. Example: 夏季休診",
    reason_en: "Reason in English",
    reason_en_hint: "For patients who read English. Example: Summer holidays",
    to_confirm: "Check",
    confirm: "Check the closed days",
    at_once: "Patients see it in the calendar at once, and cannot book these days any more.",
    button: "Close on these days",
    removal: "Remove closed days",
    removal_help: "Patients can then book these days at once.",
    remove: "Open on these days",
    not_there: "These closed days were changed",
    not_there_help: "They were changed or removed on another screen first. Look at the closed days as they are now.",
    problem: closure_problem,
};

fn closure_problem(problem: ClosureProblem) -> String {
    let sentence = match problem {
        ClosureProblem::TooLong(most) => return format!("Use up to {most} characters"),
        ClosureProblem::Missing => "Enter a day",
        ClosureProblem::Day => "Enter a day such as 2026-08-13",
        ClosureProblem::Order => "The last day must not be before the first one",
        ClosureProblem::Over => "These days are over. Enter today or a later day",
        ClosureProblem::TooFar => "Enter a day within two years",
        ClosureProblem::Forbidden => "It holds characters that cannot be shown. Type it again",
        ClosureProblem::Japanese => "Enter the reason in Japanese as well",
        ClosureProblem::TooMany => "There are too many closed days. Remove past ones first",
    };
    sentence.to_owned()
}

const fn problem(problem: WeekHoursProblem) -> &'static str {
    match problem {
        WeekHoursProblem::Missing => "Enter a time such as 9:00. If you are closed then, untick all of its days below",
        WeekHoursProblem::Time => "Enter a time such as 9:00 or 2:30 pm",
        WeekHoursProblem::Order => "The end must be later than the beginning",
        WeekHoursProblem::Overlap => "The afternoon must begin after the morning ends",
        WeekHoursProblem::LastOutside => "The last reception must be between the beginning and the end",
        WeekHoursProblem::NoDay => "Choose at least one day on which you are open",
    }
}
