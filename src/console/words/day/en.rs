//! What the pages around a day of the book say in English.

use super::{ConsoleDayWords, DayNoteWords, DaySearchWords, KeyWords, QuietWords, WeekWords};
use crate::console::note_form::{LONGEST_NOTE, NoteProblem};

pub const WORDS: ConsoleDayWords = ConsoleDayWords {
    note: DayNoteWords {
        title: "Notes for the day",
        write: "Write a note",
        change: "Edit",
        hint: "Everybody who opens this day's book sees it, and it is printed too. Patients do not see it.",
        button: "Save",
        back: "Back to the book",
        changed: "Somebody else changed the note while you were typing. It now says:",
        emptied: "(nothing)",
        changed_help: "What you typed is still below. Add what is missing, then save again.",
        problem: note_problem,
    },
    search: DaySearchWords {
        title: "Search this day",
        example: "Name, number, phone (this day)",
        button: "Search",
        found: |typed, many| match many {
            0 => format!("Nothing found on this day for “{typed}”."),
            1 => format!("“{typed}”: 1 visit on this day"),
            many => format!("“{typed}”: {many} visits on this day"),
        },
        all: "Show all of this day",
        elsewhere: "On other days",
    },
    quiet: QuietWords {
        span: |from, until| format!("{from}–{until}"),
        lunch: "Break",
        closed: "Closed",
        brackets: |text| format!("({text})"),
    },
    keys: KeyWords { title: "Keys", turn_off: "Turn off", turn_on: "Use single keys" },
    week: WeekWords {
        link: "Week",
        title: |from, until| format!("{from} – {until}"),
        weeks: "Go to another week",
        before: "The week before",
        this: "This week",
        after: "The week after",
        day: "Day",
        visits: "Bookings",
        full: "How full",
        full_of: |taken, offered| format!("{taken} of {offered}"),
        no_slots: "No slots",
        today: "Today so far",
        waiting: |many| format!("{many} waiting"),
        first: |many| format!("{many} first visits"),
        note: "Note",
        back: "Back to the book",
    },
};

fn note_problem(problem: NoteProblem) -> String {
    match problem {
        NoteProblem::TooLong => format!("Use up to {LONGEST_NOTE} characters"),
        NoteProblem::Forbidden => "It holds characters that cannot be shown. Type it again".to_owned(),
    }
}
