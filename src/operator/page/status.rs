//! How the installation is: what has to be done first, then what it is good to know, then the figures.

use crate::lang;
use crate::operator::facts::Facts;
use crate::operator::matter::{Matter, Urgency};
use crate::operator::path;
use crate::operator::words::{self, size};
use crate::ui::{Kind, Page, Tone, WholeParts, actions, alert, card, link_button, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// The page; `sets_mail` when its reader may say how mails are sent.
pub fn show(cx: &Cx, facts: &Facts, sets_mail: bool) -> Page {
    let words = words::of(cx.lang);
    let (act, know): (Vec<&Matter>, Vec<&Matter>) =
        facts.matters.iter().partition(|matter| matter.urgency() == Urgency::Act);
    let main = html! {
        @if act.is_empty() {
            (alert(Tone::Success, html! { p { strong { (words.clear) } } p { (words.clear_help) } }))
        } @else {
            h2 { ((words.to_do)(act.len())) }
            @for matter in act { (alert(Tone::Problem, told(cx, matter))) }
        }
        @for matter in know { (alert(Tone::Info, told(cx, matter))) }
        (figures(cx, facts, sets_mail))
        (actions(link_button(words.reload, path::OPERATOR, Kind::Secondary)))
    };
    Page::new(words.title, main).lead((words.as_of)(&lang::moment(cx.lang, facts.now)))
}

/// A matter, in the order in which it is asked: what it is, since when, what to do, and what to pass on.
fn told(cx: &Cx, matter: &Matter) -> Markup {
    let words = words::of(cx.lang);
    let advice = (words.advice)(matter);
    let at = matter.at().map(|at| lang::moment(cx.lang, at));
    let causes: Vec<&str> = matter.causes().into_iter().filter(|cause| !cause.is_empty()).collect();
    html! {
        h3 { (advice.title) }
        p { (advice.what) }
        @if let Some(at) = at {
            p { @match matter.urgency() { Urgency::Act => ((words.since)(&at)), Urgency::Know => (at) } }
        }
        @if !advice.steps.is_empty() {
            ol { @for step in advice.steps { li { (step) } } }
        }
        @if !matter.commands().is_empty() {
            p { (words.commands) }
            @for command in matter.commands() { p { code translate="no" { (command) } } }
        }
        @if !causes.is_empty() {
            details {
                summary { (words.cause) }
                ul { @for cause in causes { li lang="en" { code translate="no" { (cause) } } } }
            }
        }
    }
}

/// What is shown whether or not there is anything to do.
fn figures(cx: &Cx, facts: &Facts, sets_mail: bool) -> Markup {
    let words = &words::of(cx.lang).facts;
    let written = |at| lang::moment(cx.lang, at);
    let row = |label: &str, value: String| (label.to_owned(), html! { (WholeParts(&value)) });
    let bytes = |bytes: Option<u64>| bytes.map_or_else(|| words.unknown.to_owned(), size);
    let file = &facts.data_file;
    let damaged = facts.matters.iter().any(|matter| matches!(matter, Matter::Damaged { .. }));
    let checked = match file.verified {
        _ if damaged => words.damaged.to_owned(),
        Some(at) => (words.verified)(&written(at)),
        None => words.sound.to_owned(),
    };
    let waiting = match facts.waiting {
        Some(waiting) => (words.waits)(waiting.many, waiting.or_more, &written(waiting.oldest)),
        None => words.none_waits.to_owned(),
    };
    let mut mail = vec![row(words.waiting, waiting)];
    mail.extend((!facts.sends_mail).then(|| row(words.mail, words.kept.to_owned())));
    let mut service = vec![row(words.version, facts.version.to_owned())];
    service.extend(facts.started.map(|at| row(words.started, written(at))));
    service.push(row(words.base_url, facts.base_url.clone()));
    service.extend((!facts.listen.is_empty()).then(|| row(words.listen, facts.listen.clone())));
    service.push(row(words.last_stop, facts.unclean_stop.map_or_else(|| words.in_order.to_owned(), words.unclean)));
    service.push(row(words.clock, (words.clock_of)(&written(facts.now))));
    html! {
        (card(words.data, overview(&[
            row(words.checked, checked),
            row(words.free, bytes(file.free)),
            row(words.size, bytes(file.size)),
            (words.folder.to_owned(), html! { code translate="no" { (file.folder) } }),
        ])))
        (card(words.mail, html! {
            (overview(&mail))
            @if sets_mail { (actions(link_button(words::mail::of(cx.lang).title, path::MAIL, Kind::Secondary))) }
        }))
        (card(words.service, overview(&service)))
    }
}
