//! 確認: everything once more before it is booked or moved, the clinic's rules, and a guest's code.

use super::guardian;
use super::party_confirmation::{self, PartyToConfirm};
use super::proof::{self, CODE, ContactToConfirm};
use super::to_confirm::{Confirmation, NotConfirmed, ToConfirm};
use super::{leave, steps};
use crate::account::Relation;
use crate::booking::words;
use crate::clinic::{as_written, call};
use crate::lang;
use crate::mail::EmailAddress;
use crate::person::{self, Person, name_and_age};
use crate::reservation::words as reservation_words;
use crate::reservation::{Viewer, name_of};
use crate::slots::{WrittenStart, words as slot_words};
use crate::ui::{
    Kind, Page, Tone, WholeParts, action_bar, actions, alert, button, form_input, link_button, overview,
    problem_summary,
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
    let stays = matches!(order.what, ToConfirm::Moving { old, .. } if old.slot.starts() == order.start);
    let body = html! {
        (notices(cx, order, wrong))
        @for said in guarded(cx, order) { (alert(Tone::Info, said)) }
        @if let Some(ContactToConfirm { perhaps: Some(meant), code, .. }) = contact { (proof::suggestion(cx, meant, code)) }
        (form_input(&order.action, &cx.csrf(), html! {
            // First what only the mail tells, then what was said before.
            @if let Some(ContactToConfirm { proof: Some(proof), address, .. }) = contact {
                (proof::code_field(cx, proof, address, code_problem))
            }
            h2 { (words.confirmation.visit) }
            @match &order.what {
                ToConfirm::Group(party) => (party_confirmation::visits(cx, order.clinic, party)),
                ToConfirm::New { .. } | ToConfirm::Moving { .. } => (overview(&visit(cx, order))),
            }
            @if let ToConfirm::Moving { named, along, .. } = &order.what { (party_confirmation::moved_along(cx, along, *named)) }
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
        @if let Some(ContactToConfirm { proof: Some(_), code, .. }) = contact { (proof::again(cx, code)) }
        div .aside { (leave(cx, &order.release, if moving { words.course.leave_moving } else { words.course.leave })) }
    };
    let (title, lead) = match &order.what {
        ToConfirm::Moving { .. } => (words.confirmation.title_moving, words.confirmation.lead_moving),
        _ if contact.is_some_and(ContactToConfirm::has_code) => {
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
                p { (words.code.too_many_instead) " " (call(&order.clinic.phone)) }
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
        ToConfirm::Moving { old, .. } => old.guardian_under().into_iter().collect(),
    };
    guardian::said(cx.lang, rules)
}

fn row(label: &str, value: Markup) -> (String, Markup) {
    (label.to_owned(), value)
}

fn visit(cx: &Cx, order: &Confirmation<'_>) -> Vec<(String, Markup)> {
    let reservation_words = &reservation_words::of(cx.lang).detail;
    let words = &words::of(cx.lang).course;
    let slot_words = slot_words::of(cx.lang);
    let lang = cx.lang;
    let mut rows = Vec::new();
    match &order.what {
        ToConfirm::Moving { old, named, .. } => {
            let viewer = if *named { Viewer::Patient } else { Viewer::Holder };
            let label = words::of(cx.lang).confirmation.person;
            rows.push(row(label, html! { strong { (name_of(cx.lang, old, viewer)) } }));
            rows.push(row(words.number, html! { (old.number) }));
            rows.push(row(words.old_time, html! { del { (WrittenStart(cx.lang, old.slot.starts())) } }));
            rows.push(row(words.new_time, html! { strong .when { (WrittenStart(cx.lang, order.start)) } }));
        }
        ToConfirm::New { .. } | ToConfirm::Group(_) => {
            rows.push(row(words.when, html! { strong .when { (WrittenStart(cx.lang, order.start)) } }))
        }
    }
    rows.push(row(words.clinic, as_written(lang, order.clinic.own_name())));
    let kind = (slot_words.visit)(order.visit);
    let minutes = (slot_words.minutes)(order.menu.minutes);
    rows.push(row(
        words.menu,
        html! { (as_written(lang, order.menu.own_name())) " (" (kind) ") " span .quiet { (minutes) } },
    ));
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
    let reservation_words = &reservation_words::of(cx.lang).detail;
    let until = |deadline| {
        let open = cx.now < deadline;
        html! { @if open { (WholeParts(&(reservation_words.until)(deadline))) } @else { (words.confirmation.by_phone) } }
    };
    let mut rows = Vec::new();
    // Those of several people stand with the visit of each.
    if !matches!(order.what, ToConfirm::Group(_)) {
        rows.push(row(reservation_words.cancel_until, until(order.deadlines.cancel)));
        rows.push(row(reservation_words.change_until, until(order.deadlines.change)));
    }
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
            ToConfirm::Moving { along, .. } if along.is_empty() => (button(words.confirmation.change)),
            ToConfirm::Moving { along, .. } => (button(&(words.party.move_all)(1 + along.len()))),
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
