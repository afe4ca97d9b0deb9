//! What the pages of 受診者 say in English.

use super::sentences::{BookingMemberWords, BookingPersonWords};
use crate::account::Relation;
use crate::booking::filled::DetailsProblem;
use crate::booking::member_choice::MemberChoiceProblem;
use crate::booking::prefill::Prefilled;
use crate::clinic::chart_number::LONGEST;
use crate::lang::Lang;
use crate::lang::typed::Fault;
use crate::{mail, person, slots};

pub const PERSON: BookingPersonWords = BookingPersonWords {
    title: "Who is coming?",
    lead: "Enter the details of the patient. Nothing has been booked yet.",
    chosen: "Date and time",
    email: "E-mail address",
    email_hint: "We will send a confirmation to this address.",
    email_hint_code: "We will send a 6-digit code and then a confirmation to this address.",
    patient: "Patient",
    booker: "Your contact details",
    booker_hint: "We and the clinic reach you there about this appointment.",
    for_whom: "Who is the patient?",
    relation: |relation| match relation {
        Relation::Own => "Myself",
        Relation::Child => "My child",
        Relation::Spouse => "My spouse",
        Relation::Parent => "My parent",
        Relation::Other => "Somebody else",
    },
    chart_number: "Patient card number",
    chart_number_hint: "If you have one at hand; otherwise leave it empty.",
    to_confirmation: "Continue",
    sign_in_hint: "If you have an account, sign in and need not enter this. Your time and what you typed stay as they are.",
    choose_again: "We will check the time on the next page. If it is still free, you keep it.",
    prefilled: |prefilled| match prefilled {
        Prefilled::Contact => {
            "Phone, postal address and e-mail address of your last booking are filled in. Change them if they are not right."
        }
        Prefilled::Unfinished => {
            "What you typed for a booking that is not finished is filled in. Change it if it is not right."
        }
    },
    not_for: "You may choose another appointment type; what you typed is kept. If you are in doubt, please call the clinic.",
    problem,
};

pub const MEMBER: BookingMemberWords = BookingMemberWords {
    title: "Choose who is coming",
    lead: "Who is the appointment for? Nothing is booked yet.",
    who: "Who is coming",
    stored: "Check or change stored details",
    for_whom: "Who is the appointment for?",
    chart_number_hint: "Only if you have one. If you leave it empty, the number you gave this clinic before is used.",
    consent: |names| format!("They have agreed to this ({})", names.join(", ")),
    consent_hint: "We ask every 18 months whether people aged 18 or over agree that you book for them. Existing appointments stay as they are.",
    not_of_age: |ages| format!("Not for this age (ages: {ages})"),
    add: "Add a family member and book for them",
    add_and_go_on: "Add and continue",
    typed: "What you typed before signing in is kept. If the appointment is for somebody not listed here, add them to your family.",
    add_typed: "Add the person you typed",
    back: "Back to who is coming",
    problem: member_problem,
};

const NO_CONSENT: &str = "To book for this person, get their consent and tick this box";

fn problem(problem: &DetailsProblem) -> String {
    match problem {
        DetailsProblem::Person(field, problem) => (person::words::of(Lang::En).problem)(*field, problem),
        DetailsProblem::Address(problem) => (mail::words::of(Lang::En).address)(*problem).to_owned(),
        DetailsProblem::ChartNumber(fault) => chart_number_problem(*fault),
        DetailsProblem::ForWhom => "Choose who the patient is".to_owned(),
        DetailsProblem::OwnTwice => "You already entered yourself. Choose how this person is related to you".to_owned(),
        DetailsProblem::SameAsAnother => "You already entered this person. Enter someone else".to_owned(),
        DetailsProblem::NotFor(reason) => (slots::words::of(Lang::En).sentence)(reason),
    }
}

fn member_problem(problem: &MemberChoiceProblem) -> String {
    match problem {
        MemberChoiceProblem::Nobody => "Choose who is coming".to_owned(),
        MemberChoiceProblem::ChartNumber(fault) => chart_number_problem(*fault),
        MemberChoiceProblem::NumberOfAnother => {
            "You have chosen another person. Check that the patient card number is theirs".to_owned()
        }
        MemberChoiceProblem::NoConsent => NO_CONSENT.to_owned(),
        MemberChoiceProblem::NotFor(reason) => (slots::words::of(Lang::En).sentence)(reason),
    }
}

fn chart_number_problem(fault: Fault) -> String {
    match fault {
        Fault::TooLong => format!("A patient card number can have up to {LONGEST} characters"),
        Fault::Forbidden => {
            "The patient card number contains characters that cannot be used. Clear the field and type it again"
                .to_owned()
        }
    }
}
