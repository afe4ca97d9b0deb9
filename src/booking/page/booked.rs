//! 予約確定: the number, everything that was booked, and the ways on. What people print.

use crate::account;
use crate::booking::words::booked as words;
use crate::clinic::{Clinic, own};
use crate::reservation::{Reservation, Viewer, overview_of};
use crate::ui::{Kind, Page, Tone, actions, alert, button, card, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// What was booked, and what follows.
pub struct BookedView<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The reservation as it is now.
    pub reservation: &'a Reservation,
    /// Who looks: the holder of the URL of a mail who has moved it learns no more of the patient here.
    pub viewer: Viewer,
    /// Whether it was moved rather than made.
    pub moved: bool,
    /// Whether it has stayed where it was, its own time having been chosen again.
    pub stayed: bool,
    /// Whether the clinic was registered as マイクリニック with it.
    pub registered: bool,
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// Where an account is made of it, where one can be.
    pub account: Option<String>,
    /// The calendar file.
    pub calendar: String,
    /// The clinic's menus.
    pub menus: String,
}

/// The page.
pub fn show(cx: &Cx, done: &BookedView<'_>) -> Page {
    let reservation = done.reservation;
    let (title, said) = match (done.moved, done.stayed) {
        (_, true) => (words::TITLE_STAYED, words::DONE_STAYED),
        (true, false) => (words::TITLE_MOVING, words::DONE_MOVING),
        (false, false) => (words::TITLE, words::DONE),
    };
    let title = if reservation.is_booked() { title } else { words::TITLE_CANCELLED };
    let body = html! {
        @if reservation.is_booked() {
            (alert(Tone::Success, html! {
                p { (cx.say(said)) }
                p .ticket { span { (cx.say(words::NUMBER)) } strong translate="no" { (reservation.number) } }
                @if done.registered { p { (own(cx.lang, &done.clinic.name)) (cx.say(words::REGISTERED)) } }
            }))
        }
        (overview_of(cx.lang, cx.now, done.clinic, reservation, done.viewer))
        @if reservation.is_booked() { (to_come(cx, done)) }
        (actions(html! {
            @if done.signed_in {
                (link_button(cx.say(words::DASHBOARD), account::path::DASHBOARD, Kind::Secondary))
            }
            (link_button(cx.say(words::ANOTHER), &done.menus, Kind::Secondary))
        }))
    };
    Page::new(cx.say(title), body)
}

/// What is still to come: the mail, the calendar, the visit, an account.
fn to_come(cx: &Cx, done: &BookedView<'_>) -> Markup {
    html! {
        @if let Some(policy) = &done.clinic.cancellation_policy { p { (own(cx.lang, policy)) } }
        @if !done.stayed {
            p {
                (cx.say(words::MAILED)) " "
                @if done.viewer == Viewer::Patient { (cx.say(words::MAILED_TO)) " " strong { (done.reservation.attendee.address.as_str()) } " " }
                (cx.say(words::MAILED_WHY))
            }
        }
        (actions(link_button(cx.say(words::CALENDAR), &done.calendar, Kind::Secondary)))
        p .quiet .unprinted { (cx.say(words::PRINT)) }
        @if let Some(action) = &done.account {
            div .unprinted {
                (card(cx.say(words::ACCOUNT), html! {
                    p { (cx.say(words::ACCOUNT_WHY)) }
                    (form(action, &cx.csrf(), actions(button(cx.say(words::ACCOUNT_BUTTON)))))
                }))
            }
        }
    }
}
