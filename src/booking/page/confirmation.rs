//! 確認: everything once more before it is booked or moved, the clinic's rules, and a guest's code.

use super::guardian;
use super::party;
use super::party_confirmation::{self, MovedVisit, PartyToConfirm};
use super::proof::{self, CODE, ContactToConfirm};
use super::to_confirm::{Confirmation, NotConfirmed, ToConfirm};
use super::{leave, steps, unit};
use crate::account::Relation;
use crate::booking::words;
use crate::clinic::{as_written, call};
use crate::lang;
use crate::mail::EmailAddress;
use crate::person::{self, Person, name_and_age};
use crate::reservation::name_of;
use crate::reservation::words as reservation_words;
use crate::slots::WrittenStart;
use crate::ui::{
    Kind, Page, Tone, action_bar, actions, alert, button, form_input, link_button, overview, problem_summary,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The name of the field that says for whom it is.
pub const WHOM: &str = "whom";

/// The page.
pub fn show(cx: &Cx, order: &Confirmation<'_>, wrong: Option<&NotConfirmed>) -> Page {
    let words = words::of(cx.lang);
    let moving = matches!(order.what, ToConfirm::Moving { .. });
    let code_problem = match wrong {
        Some(NotConfirmed::Code(sentence)) => Some(sentence.clone()),
        _ => None,
    };
    let problems: Vec<(&str, String)> = code_problem.clone().into_iter().map(|sentence| (CODE, sentence)).collect();
    let contact = order.what.contact();
    let too_many = matches!(wrong, Some(NotConfirmed::TooManyCodes(_)));
    let needs_another = contact.is_some_and(|contact| contact.proof.is_some() && !contact.has_code()) && !too_many;
    let stays = matches!(&order.what, ToConfirm::Moving { visits, .. } if visits.iter().all(MovedVisit::stays));
    let body = html! {
        @if let Some(ContactToConfirm { perhaps: Some(meant), code, .. }) = contact { (proof::suggestion(cx, meant, code)) }
        // Nothing else can be done then.
        @if needs_another && let Some(ContactToConfirm { code, .. }) = contact { (proof::again(cx, code, false)) }
        // All of it is in the form, in which the button stays in sight.
        (form_input(&order.action, &cx.csrf(), html! {
            (notices(cx, order, wrong))
            @for said in guarded(cx, order) { (alert(Tone::Info, said)) }
            // First what only the mail tells, then what was said before.
            @if let Some(ContactToConfirm { proof: Some(proof), address, .. }) = contact {
                (proof::code_field(cx, proof, address, too_many, code_problem))
            }
            h2 { (words.confirmation.visit) }
            (visits(cx, order))
            @if let ToConfirm::New { person, chart_number, contact, relation, .. } = &order.what {
                h2 { (words.confirmation.person) }
                (overview(&patient(cx, person, *chart_number, contact.address, *relation)))
            }
            h2 { (words.confirmation.rules) }
            (rules(cx, order))
            input type="hidden" name="slot" value=(order.slot);
            input type="hidden" name=(WHOM) value=(order.whom);
            @if let ToConfirm::New { registers: true, .. } | ToConfirm::Group(PartyToConfirm { registers: true, .. }) = &order.what {
                @let (before, after) = words.confirmation.registers;
                p { (before) (as_written(cx.lang, order.clinic.own_name())) (after) }
            }
            @if !stays { (super::kept(cx, order.kept_until)) }
            (ways(cx, order))
        }))
        @if !needs_another && let Some(ContactToConfirm { proof: Some(_), code, .. }) = contact { (proof::again(cx, code, true)) }
        div .aside { (leave(cx, &order.release, if moving { words.course.leave_moving } else { words.course.leave })) }
    };
    let (title, lead) = match &order.what {
        ToConfirm::Moving { .. } => (words.confirmation.title_moving, words.confirmation.lead_moving),
        _ if contact.is_some_and(ContactToConfirm::has_code) && cx.floor.config.mail.is_ready() => {
            (words.confirmation.title, words.confirmation.lead_code)
        }
        ToConfirm::New { .. } | ToConfirm::Group(_) => (words.confirmation.title, words.confirmation.lead),
    };
    Page::new(title, body)
        .with_input()
        .lead(lead)
        .steps(steps(cx, moving, if moving { 1 } else { 3 }))
        .problems(problem_summary(cx.lang, &problems))
}

/// What is booked or moved.
fn visits(cx: &Cx, order: &Confirmation<'_>) -> Markup {
    match &order.what {
        ToConfirm::Group(party) => party_confirmation::visits(cx, order.clinic, party),
        ToConfirm::Moving { visits, staying, named } if visits.len() > 1 => html! {
            (party_confirmation::moved(cx, order.clinic, visits, *named, order.deadlines_differ))
            @if let Some(others) = party::staying(cx, staying) { (overview(&[others])) }
        },
        ToConfirm::New { .. } | ToConfirm::Moving { .. } => overview(&[when(cx, order), common(cx, order)].concat()),
    }
}

/// What is to be known before anything else on the page.
fn notices(cx: &Cx, order: &Confirmation<'_>, wrong: Option<&NotConfirmed>) -> Markup {
    let words = words::of(cx.lang);
    let beside = match &order.what {
        ToConfirm::New { beside, .. } | ToConfirm::Group(PartyToConfirm { beside, .. }) => beside.as_slice(),
        ToConfirm::Moving { .. } => &[],
    };
    html! {
        @if matches!(wrong, Some(NotConfirmed::ChangedElsewhere)) { (alert(Tone::Problem, words.confirmation.changed_elsewhere)) }
        @if let Some(NotConfirmed::TooManyCodes(until)) = wrong {
            (alert(Tone::Problem, html! {
                p { strong { ((words.code.too_many)(*until)) } }
                p {
                    @if order.what.contact().is_some_and(ContactToConfirm::has_code) { (words.code.too_many_typed) " " }
                    (words.code.too_many_instead) " " (call(&order.clinic.phone))
                }
            }))
        }
        @if cx.query("done") == "code" { (alert(Tone::Success, words.code.sent)) }
        @if !beside.is_empty() {
            (alert(Tone::Warning, html! {
                p { strong { (words.confirmation.beside) } }
                ul { @for other in beside { li { (lang::WrittenMoment(cx.lang, other.starts)) " " (as_written(cx.lang, other.menu.own_name())) } } }
                p { (words.confirmation.beside_go_on) }
            }))
        }
    }
}

/// Who comes with a guardian, of those who are booked anew or moved.
fn guarded(cx: &Cx, order: &Confirmation<'_>) -> Vec<String> {
    let rule = |menu, person, start| guardian::rule(order.clinic, menu, person, start);
    let rules: Vec<u8> = match &order.what {
        ToConfirm::New { person, .. } => rule(order.menu, person, order.start).into_iter().collect(),
        ToConfirm::Group(party) => party.visits.iter().filter_map(|of| rule(of.menu, of.person, of.start)).collect(),
        ToConfirm::Moving { visits, .. } => visits.iter().filter_map(|of| of.old.guardian_under()).collect(),
    };
    guardian::said(cx.lang, rules)
}

fn row(label: &str, value: Markup) -> (String, Markup) {
    (label.to_owned(), value)
}

/// When it is, and when it was; whose it is that is moved.
fn when(cx: &Cx, order: &Confirmation<'_>) -> Vec<(String, Markup)> {
    let words = words::of(cx.lang);
    let ToConfirm::Moving { visits, staying, named } = &order.what else {
        return vec![row(words.course.when, html! { strong .when { (WrittenStart(cx.lang, order.start)) } })];
    };
    let row_of = |of: &MovedVisit<'_>| {
        let name = name_of(cx.lang, of.old, party_confirmation::viewer(*named));
        let name = row(words.confirmation.person, html! { strong { (name) } });
        std::iter::once(name).chain(party_confirmation::times(cx, of))
    };
    visits.iter().flat_map(row_of).chain(party::staying(cx, staying)).collect()
}

/// Where it is and for what, and what to know before it.
fn common(cx: &Cx, order: &Confirmation<'_>) -> Vec<(String, Markup)> {
    let reservation_words = &reservation_words::of(cx.lang).detail;
    let lang = cx.lang;
    let mut rows = Vec::new();
    rows.push(row(words::of(lang).course.clinic, as_written(lang, order.clinic.own_name())));
    rows.push(party_confirmation::menu(cx, order.menu, order.visit));
    rows.extend(unit::row(cx, order.clinic, order.menu, order.unit));
    if let Some(text) = order.menu.own_preparation() {
        rows.push(row(reservation_words.preparation, as_written(lang, text)));
    }
    if let Some(text) = order.menu.own_bring() {
        rows.push(row(reservation_words.bring, as_written(lang, text)));
    }
    rows
}

fn patient(
    cx: &Cx,
    person: &Person,
    chart: Option<&str>,
    address: &EmailAddress,
    relation: Option<Relation>,
) -> Vec<(String, Markup)> {
    let words = words::of(cx.lang);
    let mut rows = person::page::rows(cx.lang, person, cx.now.jst_date());
    if let Some(relation) = relation {
        rows.push(row(words.person.for_whom, html! { ((words.person.relation)(relation)) }));
    }
    if let Some(number) = chart {
        rows.push(row(words.person.chart_number, html! { (number) }));
    }
    rows.push(row(words.confirmation.mail_to, html! { (address.as_str()) }));
    rows
}

fn rules(cx: &Cx, order: &Confirmation<'_>) -> Markup {
    let words = words::of(cx.lang);
    // Those that differ stand with the visit of each.
    let mut rows = if order.deadlines_differ { Vec::new() } else { party_confirmation::until(cx, order.deadlines) };
    rows.push(row(words.course.phone, call(&order.clinic.phone)));
    html! {
        (overview(&rows))
        @if let Some(policy) = order.clinic.own_cancellation_policy() { p { (as_written(cx.lang, policy)) } }
    }
}

fn ways(cx: &Cx, order: &Confirmation<'_>) -> Markup {
    let words = words::of(cx.lang);
    let decide = html! {
        @match &order.what {
            ToConfirm::Moving { visits, .. } if visits.len() == 1 => (button(words.confirmation.change)),
            ToConfirm::Moving { visits, .. } => (button(&(words.party.move_all)(visits.len()))),
            ToConfirm::Group(party) => (button(&(words.party.book)(party.visits.len()))),
            ToConfirm::New { person, .. } => {
                @let name = name_and_age(cx.lang, &person.name.full(), person.birth_date, order.start.jst_date());
                (button(&(words.confirmation.book)(&name)))
            }
        }
    };
    let others = html! {
        @if let ToConfirm::New { mend, chooses, .. } = &order.what {
            (link_button(if *chooses { words.confirmation.choose_again } else { words.confirmation.mend }, mend, Kind::Secondary))
        }
        @if let ToConfirm::Group(PartyToConfirm { mend: Some(mend), .. }) = &order.what { (link_button(words.party.change, mend, Kind::Secondary)) }
        (link_button(words.course.another_time, &order.slots, Kind::Secondary))
    };
    html! { (action_bar(decide)) (actions(others)) }
}
