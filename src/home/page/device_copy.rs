//! The next visits as a device keeps them. The offline page leaves out those that are over by then.

use crate::clinic::{as_written, call};
use crate::home::next_visits::NextVisit;
use crate::home::words;
use crate::lang::WrittenMoment;
use crate::web::Cx;
use maud::{Markup, html};

/// The visits, for the account of this mark.
pub fn draw(cx: &Cx, account: &str, visits: &[NextVisit]) -> Markup {
    let words = &words::of(cx.lang).device_copy;
    html! {
        section .stack lang=(cx.lang.tag()) data-account=(account) aria-labelledby="device-copy-title" {
            h2 #device-copy-title { (words.title) }
            p .quiet { ((words.as_of)(cx.now)) }
            p data-none hidden[!visits.is_empty()] { (words.none) }
            @if !visits.is_empty() { ul .rows { @for visit in visits { (row(cx, visit)) } } }
        }
    }
}

fn row(cx: &Cx, visit: &NextVisit) -> Markup {
    html! {
        li data-ends=(visit.ends.millis()) {
            div .row-plain {
                strong { (WrittenMoment(cx.lang, visit.starts)) }
                br;
                (as_written(cx.lang, visit.clinic.own_name())) " / " span .whole { (visit.person) }
                br;
                (words::of(cx.lang).device_copy.phone) " " (call(&visit.clinic.phone))
            }
        }
    }
}
