//! 日時の変更: what the holder of the URL of a mail is asked before they choose another time.
//!
//! A patient who is signed in needs no such page.

use super::digits::{digits, summary};
use super::overview::{brief_of, overview_of};
use super::sheet::Sheet;
use super::together;
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::words;
use crate::ui::{Kind, Page, actions, button, form, link_button};
use crate::web::Cx;
use maud::html;

/// Asks for the digits. `problem` is what was wrong with those typed.
pub fn change(cx: &Cx, sheet: &Sheet, problem: Option<DigitsProblem>) -> Page {
    let words = words::of(cx.lang);
    let Sheet { clinic, reservation, viewer, ways, .. } = sheet;
    Page::new(
        words.change.title,
        html! {
            (brief_of(cx.lang, clinic, reservation, *viewer))
            (form(&ways.change, &cx.csrf(), html! {
                (digits(cx.lang, *viewer, problem))
                (actions(html! {
                    @match sheet.movable_together(cx.now) {
                        Some(many) => {
                            (button(words.together.change_one))
                            (together::button_for_all(Kind::Secondary, &(words.together.change_all)(many)))
                        },
                        None => (button(words.change.button)),
                    }
                    (link_button(words.change.keep, &ways.detail, Kind::Secondary))
                }))
            }))
            h2 { (words.detail.title) }
            (overview_of(cx.lang, cx.now, clinic, reservation, *viewer))
        },
    )
    .lead(words.change.lead)
    .back(words.detail.back, &ways.detail)
    .problems(summary(cx.lang, problem))
}
