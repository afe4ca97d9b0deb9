//! The one box that finds a patient, and whom it found.

use crate::console::form::{BOX, FIND};
use crate::console::words::desk as words;
use crate::patient::{Found, PatientRecord};
use crate::ui::{empty_state, form_whole_named};
use crate::web::Cx;
use maud::{Markup, html};

/// What the box was asked, and what it found.
#[derive(Clone, Debug, Default)]
pub struct PatientSearch {
    /// What was typed.
    pub typed: String,
    /// Whom it found, at most [`PatientSearch::MOST`].
    pub found: Vec<Found>,
}

impl PatientSearch {
    /// How many patients are shown.
    pub const MOST: usize = 8;

    /// Who is meant for certain: the only one whom it names exactly. A name may be the beginning of another one, and then it is not
    /// certain; a number is typed whole.
    pub fn meant(&self) -> Option<&PatientRecord> {
        let mut exact = self.found.iter().filter(|one| one.exact);
        let only = exact.next().filter(|_| exact.next().is_none())?;
        let is_certain = self.found.len() == 1 || self.typed.chars().any(char::is_numeric);
        is_certain.then_some(&only.record)
    }
}

/// The box in a form of its own, and whom it found, as [`hits`] draws them.
pub fn search(cx: &Cx, here: &str, asked: &PatientSearch, hit: impl Fn(&PatientRecord, bool) -> Markup) -> Markup {
    let words = &words::of(cx.lang).booking;
    html! {
        div .desk-search role="search" {
            (form_whole_named(words.find, here, &cx.csrf(), the_box(cx, &asked.typed, asked, true)))
        }
        (hits(cx, asked, hit))
    }
}

/// The box and its button, in whatever form. Where it found nobody, another word is typed into it next, if it `is_next` at all.
pub fn the_box(cx: &Cx, typed: &str, asked: &PatientSearch, is_next: bool) -> Markup {
    let words = &words::of(cx.lang).booking;
    html! {
        label for=(BOX) { (words.box_label) }
        p .hint #box-hint { (words.box_hint) }
        div {
            input id=(BOX) type="search" name=(BOX) value=(typed) autocomplete="off"
                autofocus[is_next && asked.found.is_empty()] enterkeyhint="search" aria-describedby="box-hint";
            button .button type="submit" name=(FIND) value="1" { (words.find) }
        }
    }
}

/// Whom the box found: `hit` draws each of them, told whether it is the first, which Enter takes.
pub fn hits(cx: &Cx, asked: &PatientSearch, hit: impl Fn(&PatientRecord, bool) -> Markup) -> Markup {
    let words = &words::of(cx.lang).booking;
    let PatientSearch { typed, found } = asked;
    html! {
        @if !typed.is_empty() {
            // It is read out although the focus is in the box.
            div role="status" {
                @if found.is_empty() {
                    (empty_state(words.nobody, html! {}))
                } @else {
                    p { ((words.found)(found.len())) }
                    ul .rows { @for (at, one) in found.iter().enumerate() { li { (hit(&one.record, at == 0)) } } }
                    @if found.len() == PatientSearch::MOST { p .quiet { (words.more) } }
                }
            }
        }
    }
}
