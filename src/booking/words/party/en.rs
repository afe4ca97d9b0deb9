//! What the pages of booking for several people say in English.

use super::BookingPartyWords;
use crate::booking::guest_party_form::GuestPartyProblem;
use crate::booking::party::{MOST, VisitOrder};
use crate::booking::party_form::PartyProblem;
use crate::lang::{self, Lang};
use crate::slots::{self, DayLimit};

pub const PARTY: BookingPartyWords = BookingPartyWords {
    title: "Book for several people",
    lead: "Book for two to four people in one go. You see only times when everyone can be seen.",
    who: "Who will be seen",
    add: "Add a family member",
    menu: "Appointment type",
    menus_differ: "Choose a different type for someone",
    menu_of: |name| format!("Appointment type for {name} (leave empty for the same)"),
    order: "How would you like to be seen?",
    order_of: |order| match order {
        VisitOrder::InTurn => "One after another",
        VisitOrder::AtOnce => "At the same time",
    },
    in_turn_note: |gap| match gap {
        0 => "One person after another, without a wait.".to_owned(),
        gap => format!("At most {gap} minutes between one visit and the next."),
    },
    at_once_note: "All of your visits begin together.",
    to_slots: "Choose a time",
    alone: "To book for several people, add your family members first.",
    no_menu: "This clinic has no appointment type that several people can book together. Please book for one person at a time.",
    problem,
    guest_problem,
    of_one: |name, problem| format!("{name}: {problem}"),
    how_many: "How many people",
    people: |many| format!("{many} people"),
    nth: |at| format!("Person {at}"),
    menu_of_nth: |at| format!("Appointment type for person {at} (leave empty for the same)"),
    guest_lead: "Book for two to four people in one go. You enter their names after choosing a time.",
    sign_in_hint: "If you have an account, sign in and simply choose your family members.",
    previous_person: "Back to the previous person",
    next_person: "Next person",
    title_of_person: |title, at, many| format!("{title} (person {at} of {many})"),
    only_so_many,
    link: "Book for two or more people",
    together: |many| format!("Appointments for {many} people"),
    change: "Change people or appointment types",
    other_order: |order| match order {
        VisitOrder::InTurn => "All of you can come on this day one after another",
        VisitOrder::AtOnce => "All of you can come on this day at the same time",
    },
    only: |names| format!("This day has room for {}", names.join(" and ")),
    limit: |menu, limit, today| match limit {
        DayLimit::From(day) => format!("{menu} can be booked for {} or later.", lang::date(Lang::En, day)),
        DayLimit::Until(day) => format!("{menu} can be booked for {} at the latest.", lang::date(Lang::En, day)),
        DayLimit::Opens(at) if at.jst_date() == today => {
            format!("More days for {menu} can be booked from {} today.", lang::time_of(Lang::En, at))
        }
        DayLimit::Opens(at) => format!("More days for {menu} can be booked from {}.", lang::moment(Lang::En, at)),
    },
    free_for_all: "everyone",
    time_of: |name| {
        format!("The time you choose is for {name}. The others move along, in the same order and as far apart as now.")
    },
    staying: "Booked together",
    comes_at: |name| format!("{name}:"),
    until: "Change or cancel until",
    book: |many| format!("Book for {many} people"),
    move_all: |many| format!("Move {many} appointments"),
    content: |name| format!("{name}'s appointment"),
};

fn only_so_many(menus: &[String]) -> String {
    let mut different = menus.to_vec();
    different.dedup();
    match (different.as_slice(), menus.len()) {
        ([menu], 1) => format!("This day has room for one person ({menu})"),
        ([menu], many) => format!("This day has room for {many} people ({menu})"),
        (_, many) => format!("This day has room for {many} people ({})", menus.join(", ")),
    }
}

fn guest_problem(problem: GuestPartyProblem) -> &'static str {
    match problem {
        GuestPartyProblem::HowMany => {
            "Choose how many people will be seen. To book for one person, go to the appointment types."
        }
        GuestPartyProblem::NoMenu => "Choose an appointment type.",
        GuestPartyProblem::NoOrder => "Choose how you would like to be seen.",
    }
}

fn problem(problem: &PartyProblem) -> String {
    match problem {
        PartyProblem::TooFew => {
            "Choose at least two people. To book for one person, go to the appointment types.".to_owned()
        }
        PartyProblem::TooMany => format!("At most {MOST} people can be booked in one go. Choose up to {MOST}."),
        PartyProblem::Unknown => "This person is not in your family. Please choose again.".to_owned(),
        PartyProblem::NoMenu => "Choose an appointment type.".to_owned(),
        PartyProblem::NoOrder => "Choose how you would like to be seen.".to_owned(),
        PartyProblem::NotForAge(ages) => {
            let ages = (slots::words::of(Lang::En).ages)(ages);
            format!("That appointment type is for patients of {ages}. Choose another one, or leave this person out.")
        }
        PartyProblem::NoConsent => "Get the consent of those aged 18 or over and tick this box.".to_owned(),
        PartyProblem::NotFor(reason) => (slots::words::of(Lang::En).sentence)(reason),
    }
}
