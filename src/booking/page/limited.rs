//! That the person has as many visits before them as the clinic allows, and what is booked.

use super::{leave, or_call};
use crate::booking::words;
use crate::clinic::{Clinic, Menu, as_written};
use crate::clock::Moment;
use crate::lang;
use crate::slots::{Reason, words as slot_words};
use crate::ui::{Kind, Page, Tone, actions, alert, link_button, link_row};
use crate::web::Cx;
use maud::html;

/// A visit that is booked.
pub struct BookedVisit {
    /// When it starts.
    pub starts: Moment,
    /// The page of its reservation, where the visitor may open it.
    pub href: Option<String>,
}

/// Why nothing more can be booked.
pub struct Limited<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The menu.
    pub menu: &'a Menu,
    /// Whom it concerns, where they have typed that.
    pub name: Option<String>,
    /// The limit.
    pub reason: &'a Reason,
    /// What is booked, the next one first; empty where the visitor has not proved that they may know.
    pub visits: Vec<BookedVisit>,
    /// Whether they have proved it.
    pub known: bool,
    /// The calendar of the booking, where another time can be chosen.
    pub slots: Option<String>,
    /// Where the booking under way is left.
    pub release: String,
    /// 診療メニュー of the clinic.
    pub menus: String,
}

/// The page.
pub fn show(cx: &Cx, limited: &Limited<'_>) -> Page {
    let words = words::of(cx.lang);
    let body = html! {
        (alert(Tone::Problem, html! {
            @if let Some(name) = &limited.name { p { ((words.limited.of)(name)) } }
            p { strong { ((slot_words::of(cx.lang).sentence)(limited.reason)) } }
        }))
        @if !limited.visits.is_empty() {
            h2 { (words.limited.booked) }
            ul .rows {
                @for visit in &limited.visits {
                    @let when = html! { (lang::WrittenMoment(cx.lang, visit.starts)) };
                    li {
                        @match &visit.href {
                            Some(href) => (link_row(href, when, Some(as_written(cx.lang, limited.menu.own_name())))),
                            None => div .row-plain { (when) },
                        }
                    }
                }
            }
            p { (words.limited.change) }
        } @else if !limited.known {
            p { (words.limited.by_mail) }
        }
        (or_call(cx, limited.clinic))
        (actions(html! {
            @if let Some(slots) = &limited.slots { (link_button(words.course.another_time, slots, Kind::Primary)) }
            (link_button(words.limited.menus, &limited.menus, Kind::Secondary))
        }))
        div .aside { (leave(cx, &limited.release, words.course.leave)) }
    };
    Page::new(words.limited.title, body)
}
