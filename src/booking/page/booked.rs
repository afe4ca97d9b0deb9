//! 予約確定: the number, everything that was booked, and the ways on. What people print.

use crate::account;
use crate::booking::words;
use crate::clinic::{Clinic, as_written};
use crate::lang::WrittenMoment;
use crate::reservation::{Reservation, Viewer, name_of, overview_of};
use crate::slots::WrittenStart;
use crate::ui::{
    Kind, Page, Tone, action_bar, actions, alert, button, button_secondary, card, fold, form, form_named,
    form_whole_named, link_button,
};
use crate::web::Cx;
use maud::{Markup, html};

/// What was booked, and what follows.
pub struct BookedView<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The reservation as it is now.
    pub reservation: &'a Reservation,
    /// The others that were booked or moved with it, as they are now.
    pub others: &'a [Reservation],
    /// Who looks: the holder of the URL of a mail who has moved it learns no more of the patient here.
    pub viewer: Viewer,
    /// Whether the mails about it go to the address of whoever looks: what somebody else has booked for a person whom two share
    /// does not tell the one's address to the other.
    pub owns_address: bool,
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
    /// Where a guest has the device forget everything.
    pub forget: Option<String>,
    /// The calendar file.
    pub calendar: String,
    /// Its page, where it is moved and cancelled, for whom it opens.
    pub manage: Option<String>,
    /// The clinic's menus.
    pub menus: String,
    /// Where a guest begins another booking, to which goes along how they are reached.
    pub another: Option<String>,
}

/// The page.
pub fn show(cx: &Cx, done: &BookedView<'_>) -> Page {
    let words = words::of(cx.lang);
    let reservation = done.reservation;
    let (title, said) = match (done.moved, done.stayed) {
        (_, true) => (words.booked.title_stayed, words.booked.done_stayed),
        (true, false) => (words.booked.title_moving, words.booked.done_moving),
        (false, false) => (words.booked.title, words.booked.done),
    };
    let title = if reservation.is_booked() { title } else { words.booked.title_cancelled };
    let body = html! {
        @if reservation.is_booked() {
            (alert(Tone::Success, html! {
                p { (said) }
                @if done.others.is_empty() {
                    p .when { (WrittenStart(cx.lang, reservation.slot.starts())) }
                    p { (name_of(cx.lang, reservation, done.viewer)) }
                    p .ticket { span { (words.course.number) } strong translate="no" { (reservation.number) } }
                } @else {
                    p { strong { ((words.party.together)(1 + done.others.len())) } }
                    ul .party { @for of in done.all() { li { (in_a_line(cx, of, done.viewer)) } } }
                }
                @if done.registered { p { (as_written(cx.lang, done.clinic.own_name())) (words.booked.registered) } }
            }))
        }
        @if done.others.is_empty() {
            (overview_of(cx.lang, cx.now, done.clinic, reservation, done.viewer))
        } @else {
            @for of in done.all() {
                @let title = (words.party.content)(&name_of(cx.lang, of, done.viewer));
                (fold(&title, false, overview_of(cx.lang, cx.now, done.clinic, of, done.viewer)))
            }
        }
        @if reservation.is_booked() { (to_come(cx, done)) }
        (actions(html! {
            @if done.signed_in {
                (link_button(words.booked.dashboard, account::path::DASHBOARD, Kind::Secondary))
            }
            @if done.another.is_none() { (link_button(words.booked.another, &done.menus, Kind::Secondary)) }
        }))
        @if let Some(another) = &done.another {
            div .unprinted { (form_named(words.booked.another, another, &cx.csrf(), actions(button_secondary(words.booked.another)))) }
        }
        @if let Some(action) = &done.forget {
            div .aside .unprinted {
                p .quiet { (words.booked.shared) }
                (form_whole_named(words.booked.forget, action, &cx.csrf(), actions(button_secondary(words.booked.forget))))
            }
        }
    };
    Page::new(title, body)
}

impl BookedView<'_> {
    fn all(&self) -> impl Iterator<Item = &Reservation> {
        std::iter::once(self.reservation).chain(self.others)
    }
}

/// One of several, as people look for it: when, who, and the number to give on the phone.
fn in_a_line(cx: &Cx, of: &Reservation, viewer: Viewer) -> Markup {
    html! {
        strong { (name_of(cx.lang, of, viewer)) } br;
        (WrittenMoment(cx.lang, of.slot.starts())) br;
        span .quiet { (words::of(cx.lang).course.number) " " span translate="no" { (of.number) } }
    }
}

/// What is still to come: the mail, the calendar, the visit, an account.
fn to_come(cx: &Cx, done: &BookedView<'_>) -> Markup {
    let words = &words::of(cx.lang).booked;
    html! {
        @if let Some(policy) = done.clinic.own_cancellation_policy() { p { (as_written(cx.lang, policy)) } }
        @if !done.stayed {
            p {
                (words.mailed) " "
                @if let Some(address) = done.reservation.attendee.address.as_ref().filter(|_| done.owns_address) {
                    (words.mailed_to) " " strong { (address.as_str()) } " "
                }
                (words.mailed_why)
            }
        }
        (action_bar(html! {
            (link_button(words.calendar, &done.calendar, Kind::Secondary))
            @if let Some(manage) = &done.manage { (link_button(words.manage, manage, Kind::Secondary)) }
        }))
        p .quiet .unprinted { (words.print) }
        @if let Some(action) = &done.account {
            div .unprinted {
                (card(words.account, html! {
                    p { (words.account_why) }
                    (form(action, &cx.csrf(), actions(button(words.account_button))))
                }))
            }
        }
    }
}
