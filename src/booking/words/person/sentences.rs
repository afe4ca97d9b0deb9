//! What the pages of 受診者 say, one field a sentence.

use crate::account::Relation;
use crate::booking::filled::DetailsProblem;
use crate::booking::member_choice::MemberChoiceProblem;
use crate::booking::prefill::Prefilled;

/// 受診者.
pub struct BookingPersonWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub chosen: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub email_hint_code: &'static str,
    /// The two blocks of a guest's form: who is seen, and who books.
    pub patient: &'static str,
    pub booker: &'static str,
    pub booker_hint: &'static str,
    pub for_whom: &'static str,
    pub relation: fn(Relation) -> &'static str,
    pub chart_number: &'static str,
    pub chart_number_hint: &'static str,
    pub to_confirmation: &'static str,
    pub sign_in_hint: &'static str,
    /// The time is not kept, and is looked at again on the next page.
    pub choose_again: &'static str,
    pub prefilled: fn(Prefilled) -> &'static str,
    /// The menu is not for that age: what to do.
    pub not_for: &'static str,
    /// What is wrong with a field, and what to do.
    pub problem: fn(&DetailsProblem) -> String,
}

/// 受診する人, of somebody who is signed in.
pub struct BookingMemberWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub who: &'static str,
    /// Leads to what is stored of the people.
    pub stored: &'static str,
    /// Over the people to choose from, on other pages.
    pub for_whom: &'static str,
    pub chart_number_hint: &'static str,
    /// That these people consent, if they are chosen.
    pub consent: fn(&[String]) -> String,
    pub consent_hint: &'static str,
    /// Why somebody cannot be chosen, with the ages that the menu is for.
    pub not_of_age: fn(&str) -> String,
    pub add: &'static str,
    pub add_and_go_on: &'static str,
    /// Somebody was typed before signing in.
    pub typed: &'static str,
    pub add_typed: &'static str,
    pub back: &'static str,
    /// What is wrong with a field, and what to do.
    pub problem: fn(&MemberChoiceProblem) -> String,
}
