//! 予約のキャンセル: the question, and the page that says why something could not be done any more.

use super::digits::{digits, summary};
use super::overview::{bare_name_of, brief_of, overview_of};
use super::sheet::Sheet;
use super::together;
use crate::clinic::{as_written, call};
use crate::clock::Moment;
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::words;
use crate::ui::{Kind, Page, Tone, WholeParts, actions, alert, button_danger, card, form, link_button};
use crate::web::Cx;
use maud::html;

/// Asks whether the reservation is to be cancelled. `problem` is what was wrong with the digits typed.
pub fn confirm(cx: &Cx, sheet: &Sheet, problem: Option<DigitsProblem>) -> Page {
    let words = words::of(cx.lang);
    let Sheet { clinic, reservation, viewer, ways, .. } = sheet;
    let name = bare_name_of(cx.lang, reservation, *viewer);
    let all = sheet.cancellable_together(cx.now);
    Page::new(
        words.cancellation.title,
        html! {
            (brief_of(cx.lang, clinic, reservation, *viewer))
            (form(&ways.cancellation, &cx.csrf(), html! {
                (digits(cx.lang, *viewer, problem))
                @if let Some(policy) = clinic.own_cancellation_policy() {
                    (card(words.cancellation.policy, html! { p { (as_written(cx.lang, policy)) } }))
                }
                @if let Some(many) = all {
                    p { ((words.together.which)(&name, many)) }
                    (together::list(cx, sheet))
                }
                (actions(html! {
                    @match all {
                        Some(many) => {
                            (button_danger(&(words.together.cancel_one)(&name)))
                            (together::button_for_all(Kind::Danger, &(words.together.cancel_all)(many)))
                        },
                        None => (button_danger(words.cancellation.button)),
                    }
                    (link_button(words.cancellation.keep, &ways.detail, Kind::Secondary))
                }))
            }))
            h2 { (words.detail.title) }
            (overview_of(cx.lang, cx.now, clinic, reservation, *viewer))
        },
    )
    .lead(words.cancellation.lead)
    .back(words.detail.back, &ways.detail)
    .problems(summary(cx.lang, problem))
}

/// What could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPossible {
    /// Cancelling, which could be done until then.
    Cancelling(Moment),
    /// Choosing another time, which could be done until then.
    Changing(Moment),
    /// Choosing another time: the clinic does not offer the menu any more.
    NotOffered,
    /// Anything: the digits that prove who it is were guessed at too often.
    Guessed,
}

/// Why nothing was done, and whom to call.
pub fn refused(cx: &Cx, sheet: &Sheet, why: NotPossible) -> Page {
    let words = words::of(cx.lang);
    let (title, sentences) = match why {
        NotPossible::Cancelling(until) => (words.cancellation.refused, (words.cancellation.too_late)(until)),
        NotPossible::Changing(until) => (words.change.refused, (words.change.too_late)(until)),
        NotPossible::Guessed => (words.digits.unproved, words.digits.guessed.to_owned()),
        NotPossible::NotOffered => (words.change.refused, words.change.not_offered.to_owned()),
    };
    let Sheet { clinic, reservation, viewer, ways, .. } = sheet;
    Page::new(
        title,
        html! {
            (alert(Tone::Problem, html! {
                p { (WholeParts(&sentences)) }
                p { (words.detail.call) }
                p { (as_written(cx.lang, clinic.own_name())) " " (call(&clinic.phone)) }
            }))
            (overview_of(cx.lang, cx.now, clinic, reservation, *viewer))
        },
    )
    .back(words.detail.back, &ways.detail)
}
