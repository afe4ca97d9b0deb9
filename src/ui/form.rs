//! Forms as a whole: the element with its token and htmx attributes, the buttons, and the summary of what was wrong.
//!
//! This is the only place that writes htmx attributes on forms. Single fields are in `field`.

use super::block::apology;
use super::{Icon, WholeParts, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// A form that posts to `action`. When htmx runs, a refusal is shown in place; an accepted form loads the next page.
///
/// htmx follows the `formaction` of the button that was pressed, as the browser does. A second submit while one is under
/// way is dropped. The browser's own validation is off, because the server names all problems at once.
pub fn form(action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes { in_place: true, ..Attributes::default() }, action, csrf, body)
}

/// As [`form`], with a name of its own: for a form that stands beside another.
pub fn form_named(name: &str, action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes { in_place: true, name: Some(name), ..Attributes::default() }, action, csrf, body)
}

/// As [`form`], for what somebody types: the page's one form of which nothing is lost. Its page is a [`Page::with_input`].
///
/// [`Page::with_input`]: super::Page::with_input
pub fn form_input(action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes { in_place: true, id: Some(INPUT), ..Attributes::default() }, action, csrf, body)
}

/// A form that always loads a whole page: for what changes who is signed in or the language of the document.
pub fn form_whole(action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes::default(), action, csrf, body)
}

/// As [`form_whole`], with a name of its own: for forms that stand beside another.
pub fn form_whole_named(name: &str, action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes { name: Some(name), ..Attributes::default() }, action, csrf, body)
}

/// As [`form_whole`], for what somebody types: see [`form_input`].
pub fn form_whole_input(action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes { id: Some(INPUT), ..Attributes::default() }, action, csrf, body)
}

/// As [`form_whole_input`], where the answer is a file: no other page comes, and it can be sent again.
pub fn form_file_input(action: &str, csrf: &str, body: Markup) -> Markup {
    posting(&Attributes { id: Some(INPUT), file: true, ..Attributes::default() }, action, csrf, body)
}

/// A search: it changes nothing, so that its page can be loaded again and shows what was found.
pub fn form_search(action: &str, name: &str, body: Markup) -> Markup {
    html! { form .form .form-search role="search" method="get" action=(action) aria-label=(name) { (body) } }
}

/// The id of the form of a page of which nothing is lost.
pub(super) const INPUT: &str = "input";

/// What sets one form apart from another.
#[derive(Default)]
struct Attributes<'a> {
    /// Whether htmx shows a refusal in place.
    in_place: bool,
    name: Option<&'a str>,
    id: Option<&'a str>,
    /// Whether a file is the answer.
    file: bool,
}

fn posting(attributes: &Attributes<'_>, action: &str, csrf: &str, body: Markup) -> Markup {
    let Attributes { in_place, name, id, file } = attributes;
    html! {
        form .form id=[id] method="post" action=(action) novalidate aria-label=[name] data-file[*file]
            data-hx-boost=[in_place.then_some("true")] data-hx-target=[in_place.then_some("#main")]
            data-hx-select=[in_place.then_some("#main")] data-hx-swap=[in_place.then_some("outerHTML")]
            data-hx-sync=[in_place.then_some("drop")] {
            input type="hidden" name="_csrf" value=(csrf);
            (body)
        }
    }
}

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The one thing to do on this page.
    Primary,
    /// Another way on.
    Secondary,
    /// Something that cannot be undone.
    Danger,
}

impl Kind {
    /// The class that draws it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Secondary => "button button-secondary",
            Self::Danger => "button button-danger",
        }
    }
}

/// The page's one primary button.
pub fn button(label: &str) -> Markup {
    submit(Kind::Primary, label)
}

/// The primary button once more, for the Enter key alone: it stands first in a form in which another button comes before the
/// primary one, because Enter presses the first.
pub fn button_for_enter(label: &str) -> Markup {
    html! { button .unseen type="submit" tabindex="-1" aria-hidden="true" { (label) } }
}

/// A button beside the primary one.
pub fn button_secondary(label: &str) -> Markup {
    submit(Kind::Secondary, label)
}

/// As [`button_secondary`], for one of several of the same label: read out, it is told by its whole name.
pub fn button_secondary_named(label: &str, name: &str) -> Markup {
    html! { button class=(Kind::Secondary.class()) type="submit" aria-label=(name) { (label) } }
}

/// A button for what cannot be undone.
pub fn button_danger(label: &str) -> Markup {
    submit(Kind::Danger, label)
}

/// A button that says more than that it was pressed: a form with several ways on tells them apart by it.
pub fn button_saying(kind: Kind, label: &str, name: &str, value: &str) -> Markup {
    html! { button class=(kind.class()) type="submit" name=(name) value=(value) { (WholeParts(label)) } }
}

fn submit(kind: Kind, label: &str) -> Markup {
    html! { button class=(kind.class()) type="submit" { (WholeParts(label)) } }
}

/// A link that looks like a button, for going somewhere as the thing to do.
pub fn link_button(label: &str, href: &str, kind: Kind) -> Markup {
    html! { a class=(kind.class()) href=(href) { (label) } }
}

/// The one thing to do on a page that is longer than a screen: it stays in sight at the bottom until its own place is reached.
/// Other ways on stand in [`actions`] after it.
pub fn action_bar(body: Markup) -> Markup {
    html! { div .action-bar { (body) } }
}

/// Buttons and links that belong together: the primary one first.
pub fn actions(body: Markup) -> Markup {
    html! { div .actions { (body) } }
}

/// Why a form got no answer, above the form that is shown again: a title and sentences. It takes the focus as the summary of
/// problems does.
pub fn problem_notice(lang: Lang, title: &str, body: Markup, reference: Option<&str>) -> Markup {
    html! {
        div #problems .problems role="alert" tabindex="-1" autofocus aria-labelledby="problems-title" {
            h2 #problems-title { (Icon::Alert) span { (title) } }
            (apology(lang, body, &[], reference))
        }
    }
}

/// All problems of a form at once, each linking to its field; nothing when there are none.
///
/// The pairs are a field's id (its name) and a whole sentence. An empty id gives a sentence without a link, for a
/// problem of the form as a whole.
pub fn problem_summary(lang: Lang, problems: &[(impl AsRef<str>, impl AsRef<str>)]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div #problems .problems role="alert" tabindex="-1" autofocus aria-labelledby="problems-title" {
                h2 #problems-title { (Icon::Alert) span { (words::of(lang).problems) } }
                ul {
                    @for (id, sentence) in problems {
                        li {
                            @if id.as_ref().is_empty() { (sentence.as_ref()) }
                            @else { a href={ "#" (id.as_ref()) } { (sentence.as_ref()) } }
                        }
                    }
                }
            }
        }
    }
}
