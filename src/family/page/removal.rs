//! Removing a member of the family: what it means, and the button.

use crate::account::Member;
use crate::family::{path, words};
use crate::ui::{Kind, Page, actions, button_danger, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// The page; `tied` is what is still to come, with what may be chosen about it.
pub fn show(cx: &Cx, member: &Member, tied: &Markup) -> Page {
    let words = &words::of(cx.lang).removal;
    let name = member.person.name.full();
    let body = html! {
        p { (words.what) }
        @if member.needs_own_word_again() { p { (words.own_word_stays) } }
        (form(&path::of_member(path::REMOVAL, member.id), &cx.csrf(), html! {
            (tied)
            (actions(html! {
                (button_danger(words.button))
                (link_button(words.cancel, path::FAMILY, Kind::Secondary))
            }))
        }))
    };
    Page::new((words.title)(&name), body).back(words::of(cx.lang).form.back, path::FAMILY)
}
