//! 診療メニュー of a clinic: what can be booked there, each for 初診 and 再診.

use super::{or_call, steps};
use crate::account;
use crate::booking::path;
use crate::booking::words::menus as words;
use crate::clinic::{Clinic, Menu, Visit, call, own, path as clinic_path};
use crate::lang::{Lang, Words};
use crate::reservation::words::detail;
use crate::slots::words as slot_words;
use crate::ui::{Kind, Page, PlainText, Tone, alert, card, empty_state};
use crate::web::Cx;
use maud::{Markup, Render, html};

/// The page with these menus. A guest is told what signing in is good for.
pub fn show(cx: &Cx, clinic: &Clinic, menus: &[&Menu], guest: bool) -> Page {
    let done = match cx.query("done").as_str() {
        "left" => Some(words::LEFT),
        "kept" => Some(words::KEPT),
        _ => None,
    };
    let body = html! {
        @if let Some(done) = done { (alert(Tone::Success, cx.say(done))) }
        @if let Some(text) = &clinic.announcement {
            (alert(Tone::Info, html! { p { strong { (cx.say(words::ANNOUNCEMENT)) } } p { (own(cx.lang, text)) } }))
        }
        @if let Some(text) = &clinic.booking_notes { (card(cx.say(words::NOTES), html! { p { (own(cx.lang, text)) } })) }
        @if menus.is_empty() {
            (empty_state(cx.say(words::NONE), html! { p { (cx.say(words::NONE_WHY)) } p { (call(&clinic.phone)) } }))
        } @else {
            @if guest {
                p .quiet {
                    (cx.say(words::SIGN_IN_HINT)) " "
                    a href=(account::path::sign_in_then(&clinic_path::of_clinic(clinic_path::MENUS, &clinic.id))) {
                        (cx.say(words::SIGN_IN))
                    }
                }
            }
            h2 { (cx.say(words::MENUS)) }
            @for menu in menus { (one(cx, clinic, menu)) }
            (or_call(cx, clinic))
        }
    };
    let page = Page::new(words::title(cx.lang, &clinic.name), body);
    if menus.is_empty() { page } else { page.lead(cx.say(words::LEAD)).steps(steps(cx, false, 0)) }
}

fn one(cx: &Cx, clinic: &Clinic, menu: &Menu) -> Markup {
    let lang = cx.lang;
    let (id, name) = (menu.id.as_str(), own(lang, &menu.name));
    let starts_later = menu.valid_from.filter(|from| cx.now.jst_date() < *from);
    let visits = Visit::ALL.into_iter().filter(|visit| menu.visits.hold(*visit));
    html! {
        section .card .offer aria-labelledby={ "menu-" (id) } {
            h3 id={ "menu-" (id) } { (name) }
            @if let Some(text) = &menu.description { p { (own(lang, text)) } }
            dl .facts .facts-short {
                @if let Some(text) = &menu.department { (Fact(lang, words::DEPARTMENT, own(lang, text))) }
                (Fact(lang, words::INSURANCE, PlainText(lang.of(words::insurance(menu.insurance)))))
                (Fact(lang, words::MINUTES, PlainText(&slot_words::minutes(lang, menu.minutes))))
                @if slot_words::has_ages(&menu.ages) {
                    (Fact(lang, words::AGES, PlainText(&slot_words::ages(lang, &menu.ages))))
                }
            }
            @if menu.preparation.is_some() || menu.bring.is_some() {
                dl .facts {
                    @if let Some(text) = &menu.preparation { (Fact(lang, detail::PREPARATION, own(lang, text))) }
                    @if let Some(text) = &menu.bring { (Fact(lang, words::BRING, own(lang, text))) }
                }
            }
            @if let Some(from) = starts_later { p { (words::from(lang, from)) } }
            div .actions {
                @for visit in visits {
                    a class=(Kind::Secondary.class()) href=(path::menu(&clinic.id, &menu.id, visit, None)) {
                        (PlainText(lang.of(words::book(visit)))) span .unseen { ": " (name) }
                    }
                }
            }
        }
    }
}

/// What is told of a menu under a label. A page has dozens, so that each is written where it stands.
struct Fact<V>(Lang, Words, V);

impl<V: Render> Render for Fact<V> {
    fn render_to(&self, html: &mut String) {
        let Self(lang, label, value) = self;
        html.push_str("<div><dt>");
        PlainText(lang.of(*label)).render_to(html);
        html.push_str("</dt><dd>");
        value.render_to(html);
        html.push_str("</dd></div>");
    }
}
