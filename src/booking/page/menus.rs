//! 診療メニュー of a clinic: what can be booked there, each for 初診 and 再診.

use super::{or_call, steps};
use crate::account;
use crate::booking::path;
use crate::booking::words::menus as words;
use crate::clinic::{Clinic, Menu, Visit, call, own, path as clinic_path};
use crate::lang::Words;
use crate::reservation::words::detail;
use crate::slots::words as slot_words;
use crate::ui::{Kind, Page, Tone, alert, card, empty_state};
use crate::web::Cx;
use maud::{Markup, html};

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
    let starts_later = menu.valid_from.filter(|from| cx.now.jst_date() < *from);
    let short = [
        (words::DEPARTMENT, menu.department.as_ref().map(|text| own(lang, text))),
        (words::INSURANCE, Some(html! { (cx.say(words::insurance(menu.insurance))) })),
        (words::MINUTES, Some(html! { (slot_words::minutes(lang, menu.minutes)) })),
        (words::AGES, slot_words::has_ages(&menu.ages).then(|| html! { (slot_words::ages(lang, &menu.ages)) })),
    ];
    let long = [
        (detail::PREPARATION, menu.preparation.as_ref().map(|text| own(lang, text))),
        (words::BRING, menu.bring.as_ref().map(|text| own(lang, text))),
    ];
    let visits = Visit::ALL.into_iter().filter(|visit| menu.visits.hold(*visit));
    html! {
        section .card .offer aria-labelledby={ "menu-" (menu.id) } {
            h3 id={ "menu-" (menu.id) } { (own(lang, &menu.name)) }
            @if let Some(text) = &menu.description { p { (own(lang, text)) } }
            (facts(cx, "facts facts-short", &short))
            (facts(cx, "facts", &long))
            @if let Some(from) = starts_later { p { (words::from(lang, from)) } }
            div .actions {
                @for visit in visits {
                    a class=(Kind::Secondary.class()) href=(path::menu(&clinic.id, &menu.id, visit, None)) {
                        (cx.say(words::book(visit))) span .unseen { ": " (own(lang, &menu.name)) }
                    }
                }
            }
        }
    }
}

fn facts(cx: &Cx, class: &str, facts: &[(Words, Option<Markup>)]) -> Markup {
    let told: Vec<_> = facts.iter().filter_map(|(label, value)| Some((label, value.as_ref()?))).collect();
    html! {
        @if !told.is_empty() {
            dl class=(class) { @for (label, value) in told { div { dt { (cx.say(*label)) } dd { (value) } } } }
        }
    }
}
