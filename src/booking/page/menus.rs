//! 診療メニュー of a clinic: what can be booked there, each for 初診 and 再診.

use super::{name_today, or_call, steps};
use crate::account::{self, Member};
use crate::booking::path;
use crate::booking::words;
use crate::clinic::{Clinic, Menu, Visit, as_written, call, path as clinic_path, sign};
use crate::lang::Lang;
use crate::person;
use crate::reservation::words as reservation_words;
use crate::slots::{self, words as slot_words};
use crate::ui::{Kind, Page, PlainText, Tone, WholeParts, action_bar, alert, card, empty_state, fold, link_button};
use crate::web::Cx;
use maud::{Markup, Render, html};

/// Who asks.
pub struct AskedFor<'a> {
    /// Whether nobody is signed in.
    pub guest: bool,
    /// The people who may come, where there are several.
    pub choices: &'a [Member],
    /// Who comes, if that was said.
    pub who: Option<&'a Member>,
    /// Whether several of them can be booked in one go.
    pub together: bool,
}

/// The page with these menus. A guest is told what signing in is good for, somebody with a family is asked who comes.
pub fn show(cx: &Cx, clinic: &Clinic, menus: &[&Menu], asked: &AskedFor<'_>) -> Page {
    let words = &words::of(cx.lang).menus;
    let done = match cx.query("done").as_str() {
        "left" => Some(words.left),
        "kept" => Some(words.kept),
        "forgotten" => Some(words.forgotten),
        _ => None,
    };
    let body = html! {
        @if let Some(done) = done { (alert(Tone::Success, done)) }
        @if !asked.choices.is_empty() && !menus.is_empty() { (who(cx, clinic, asked)) }
        @if let Some(text) = clinic.own_announcement() {
            (alert(Tone::Info, html! { p { strong { (words.announcement) } } p { (as_written(cx.lang, text)) } }))
        }
        @if let Some(text) = clinic.own_booking_notes() { (card(words.notes, html! { p { (as_written(cx.lang, text)) } })) }
        @if menus.is_empty() {
            (empty_state(words.none, html! { p { (words.none_why) } p { (call(&clinic.phone)) } }))
        } @else {
            @if asked.guest {
                p .quiet {
                    (words.sign_in_hint) " "
                    a href=(account::path::sign_in_then(&clinic_path::of_clinic(clinic_path::MENUS, &clinic.id))) {
                        (words.sign_in)
                    }
                }
                @if asked.together { p { a href=(path::party(&clinic.id)) { (words::of(cx.lang).party.link) } } }
            }
            @if clinic.booking_notes.is_some() {
                (action_bar(link_button(words.to_menus, "#menus", Kind::Secondary)))
            }
            h2 #menus {
                @match asked.who {
                    Some(who) => ((words.menus_for)(&name_today(cx, who.person.identity()))),
                    None => (words.menus),
                }
            }
            @for menu in menus { (one(cx, clinic, menu, asked)) }
            (or_call(cx, clinic))
        }
    };
    let page = Page::new((words.title)(clinic.own_name().text(cx.lang)), body).sign(sign(clinic));
    if menus.is_empty() { page } else { page.lead(words.lead).steps(steps(cx, false, 0)) }
}

/// Who comes: a link for each person.
fn who(cx: &Cx, clinic: &Clinic, asked: &AskedFor<'_>) -> Markup {
    let words = &words::of(cx.lang).member;
    let chosen = asked.who.map(|who| who.id);
    html! {
        section .who aria-labelledby="who-title" {
            h2 #who-title { (words.for_whom) }
            ul .who-choices {
                @for member in asked.choices {
                    li {
                        a href={ (path::menus(&clinic.id, Some(member.id))) "#menus" }
                            aria-current=[(chosen == Some(member.id)).then_some("true")] {
                            (name_today(cx, member.person.identity()))
                        }
                    }
                }
                @if asked.together { li { a href=(path::party(&clinic.id)) { (words::of(cx.lang).party.link) } } }
            }
        }
    }
}

fn one(cx: &Cx, clinic: &Clinic, menu: &Menu, asked: &AskedFor<'_>) -> Markup {
    let (lang, who) = (cx.lang, asked.who);
    let words = &words::of(lang).menus;
    let slot_words = slot_words::of(lang);
    let (id, name) = (menu.id.as_str(), as_written(lang, menu.own_name()));
    let starts_later = menu.valid_from.filter(|from| cx.now.jst_date() < *from);
    let visits = Visit::ALL.into_iter().filter(|visit| menu.visits.hold(*visit));
    html! {
        section .card .offer aria-labelledby={ "menu-" (id) } {
            h3 id={ "menu-" (id) } { (name) }
            @if let Some(text) = menu.own_description() { p { (as_written(lang, text)) } }
            dl .facts .facts-short {
                (Fact(words.minutes, PlainText(&(slot_words.minutes)(menu.minutes))))
                @if !menu.ages.is_any() {
                    (Fact(words.ages, PlainText(&(slot_words.ages)(&menu.ages))))
                }
                @if let Some(days) = menu.minimum_interval_days {
                    (Fact(words.interval, PlainText(&(words.interval_days)(days))))
                }
            }
            @if menu.self_only { p .quiet { (slot_words.self_only) } }
            @if let Some(years) = guardian(cx, clinic, menu, who) { p .quiet { ((slot_words.guardian)(years)) } }
            @if let Some(from) = starts_later { p { (WholeParts(&(words.from)(from))) } }
            @match why_not(cx, menu, who) {
                Some(why) => p .not-for { (why) },
                None if asked.guest && menu.self_only => (sign_in(cx, clinic)),
                None => div .actions {
                    @for visit in visits {
                        a class=(Kind::Secondary.class())
                            href=(path::menu(&clinic.id, &menu.id, visit, who.map(|who| who.id))) {
                            (PlainText((words.book)(visit))) span .unseen { ": " (name) }
                        }
                    }
                },
            }
            (fold_of(lang, menu))
        }
    }
}

/// The way to what only the account's own person may book, for a guest.
fn sign_in(cx: &Cx, clinic: &Clinic) -> Markup {
    let menus = clinic_path::of_clinic(clinic_path::MENUS, &clinic.id);
    let sign_in = words::of(cx.lang).menus.sign_in;
    html! { div .actions { (link_button(sign_in, &account::path::sign_in_then(&menus), Kind::Secondary)) } }
}

/// Why a menu cannot be booked for somebody, whatever the time.
fn why_not(cx: &Cx, menu: &Menu, who: Option<&Member>) -> Option<String> {
    let who = who?;
    if !menu.is_for(who.person.birth_date, cx.now.jst_date()) {
        return Some((words::of(cx.lang).menus.not_for)(&name_today(cx, who.person.identity())));
    }
    let reason = slots::against(menu, who.right)?;
    Some((slot_words::of(cx.lang).sentence)(&reason))
}

/// Below which age a guardian comes along; nothing where somebody comes who is old enough.
fn guardian(cx: &Cx, clinic: &Clinic, menu: &Menu, who: Option<&Member>) -> Option<u8> {
    let comes_alone =
        |years: u8| who.is_some_and(|who| person::has_reached(who.person.birth_date, years, cx.now.jst_date()));
    menu.guardian_under(clinic).filter(|years| !comes_alone(*years))
}

/// What is only sometimes wanted of a menu: where it belongs, who pays, and what to do and to bring, which 確認 and the mail say
/// once more.
fn fold_of(lang: Lang, menu: &Menu) -> Markup {
    let words = &words::of(lang).menus;
    let rest = html! {
        dl .facts {
            @if let Some(text) = menu.own_department() { (Fact(words.department, as_written(lang, text))) }
            (Fact(words.costs, PlainText((words.insurance)(menu.insurance))))
            @if let Some(text) = menu.own_preparation() { (Fact(reservation_words::of(lang).detail.preparation, as_written(lang, text))) }
            @if let Some(text) = menu.own_bring() { (Fact(words.bring, as_written(lang, text))) }
        }
    };
    fold(words.more, false, rest)
}

/// What is told of a menu under a label. A page has dozens, so that each is written where it stands.
struct Fact<V>(&'static str, V);

impl<V: Render> Render for Fact<V> {
    fn render_to(&self, html: &mut String) {
        let Self(label, value) = self;
        html.push_str("<div><dt>");
        PlainText(label).render_to(html);
        html.push_str("</dt><dd>");
        value.render_to(html);
        html.push_str("</dd></div>");
    }
}
