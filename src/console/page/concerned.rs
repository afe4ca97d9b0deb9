//! The days on which a change concerns visits, each with the way to its book.

use crate::clinic::Clinic;
use crate::console::concerned::ConcernedDay;
use crate::console::{path, words};
use crate::lang;
use crate::ui::{LinkRow, Tone, alert, fold, list_links};
use crate::web::Cx;
use maud::{Markup, html};

/// As many days stand open.
const SHOWN: usize = 4;

/// How many visits there are, and on which days. `said` says where they are.
pub fn show(cx: &Cx, clinic: &Clinic, days: &[ConcernedDay], said: fn(usize) -> String) -> Markup {
    let words = &words::hours(cx.lang).concerned;
    let all = days.iter().map(|day| day.visits).sum();
    let row = |of: &ConcernedDay| LinkRow {
        label: lang::date(cx.lang, of.day),
        detail: Some((words.visits)(of.visits)),
        href: path::of_day(&clinic.id, of.day),
    };
    html! {
        (alert(Tone::Warning, html! { p { strong { (said(all)) } } p { (words.stay) } }))
        // What confirms it stays within reach.
        (fold(words.by_day, days.len() <= SHOWN, list_links(&days.iter().map(row).collect::<Vec<_>>())))
    }
}
