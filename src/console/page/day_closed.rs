//! When a day was closed and by whom, as its book and 一日を締める say it.

use crate::console::closing_record::ClosedBy;
use crate::console::words;
use crate::lang;
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// Each time, the latest first; nothing where it was not closed.
pub fn show(cx: &Cx, day: Date, closed: &[ClosedBy]) -> Markup {
    let words = words::closing(cx.lang);
    // A day that is closed later than in its evening says on which.
    let at = |one: &ClosedBy| match one.at.jst_date() == day {
        true => lang::time_of(cx.lang, one.at),
        false => lang::moment_in_brief(cx.lang, one.at),
    };
    html! {
        @if !closed.is_empty() {
            ul .day-closed { @for one in closed { li { ((words.closed)(&at(one), one.name.as_deref())) } } }
        }
    }
}
