//! What the pages for stopping Web受付 and closing slots say in English.

use super::SuspensionWords;
use crate::console::suspension_form::SuspensionProblem;
use crate::slots::Suspended;

pub const WORDS: SuspensionWords = SuspensionWords {
    title: "Pausing bookings",
    none: "Nothing is paused on this day.",
    web: "Pause web bookings",
    web_help: "Patients can no longer book on the web from now on. The desk can.",
    web_today: "Web booking is paused on the day itself only. For a later day, close slots.",
    slots: "Close slots",
    slots_help: "Nobody can be booked in the time that you choose. What is booked stays booked.",
    back: "Back to the book",
    back_to_list: "Back to pausing",
    what,
    span: |from, until| format!("{from}–{until}"),
    all_menus: "All menus",
    pool: |name| format!("Shared: {name}"),
    spans: "Usual parts of the day",
    from: "From",
    until: "Until",
    time_hint: "Example: 14:00",
    until_end: |time| format!("Until {time}"),
    whole_day: "All of today",
    menus: "What",
    words: "Words for patients",
    words_hint: "Shown on the booking page. Example: 院長不在のため. You may leave it empty.",
    words_en: "The same in English",
    reason: "Reason (for the staff)",
    reason_hint: "Patients do not see it. It is kept.",
    to_confirm: "Continue",
    to_button: "Go to the button below the list",
    confirm,
    confirm_help,
    booked: |many| match many {
        1 => "1 visit is booked in this time. It is not cancelled; call the patient where necessary.".to_owned(),
        many => {
            format!("{many} visits are booked in this time. They are not cancelled; call patients where necessary.")
        }
    },
    nobody_booked: "Nobody is booked in this time.",
    resume: "Resume",
    begun: |at, who| format!("{at} {who}"),
    ended: |at, who| format!("Resumed {at} {who}"),
    over: "Over",
    web_stopped: |until| format!("Web bookings are paused until {until}"),
    problem,
};

const fn what(what: Suspended) -> &'static str {
    match what {
        Suspended::Web => "Web bookings paused",
        Suspended::Slots => "Slots closed",
    }
}

const fn confirm(what: Suspended) -> &'static str {
    match what {
        Suspended::Web => "Pause web bookings",
        Suspended::Slots => "Close the slots",
    }
}

const fn confirm_help(what: Suspended) -> &'static str {
    match what {
        Suspended::Web => "Bookings resume by themselves at the end. “Resume” ends the pause earlier.",
        Suspended::Slots => "“Resume” opens the slots again.",
    }
}

fn problem(problem: SuspensionProblem) -> String {
    let sentence = match problem {
        SuspensionProblem::TooLong(most) => return format!("Use up to {most} characters"),
        SuspensionProblem::Time => "Enter a time such as 14:00",
        SuspensionProblem::Order => "The end must be later than the beginning",
        SuspensionProblem::Over => "That time has passed. Choose a later one",
        SuspensionProblem::Menus => "Choose what it applies to",
        SuspensionProblem::Forbidden => "It holds characters that cannot be shown. Type it again",
        SuspensionProblem::TooMany => "This day has as many pauses as it can keep",
    };
    sentence.to_owned()
}
