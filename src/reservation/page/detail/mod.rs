//! 予約詳細: the one function for the pane in the patient's pages and for the page behind the URL in a mail, and what stands
//! in it for 予約確定 as well.

mod cancellation;
mod change;
mod digits;
mod overview;
mod sheet;

pub use cancellation::{Refused, confirm, refused};
pub use change::change;
pub use digits::DIGITS;
pub use overview::overview_of;
pub use sheet::{Sheet, Viewer};

use crate::account;
use crate::clinic::path as clinic_path;
use crate::reservation::words;
use crate::ui::{Kind, Page, Tone, actions, alert, button_secondary, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// The page of a reservation.
pub fn show(cx: &Cx, sheet: &Sheet) -> Page {
    let title = match sheet.viewer {
        Viewer::Patient => words::detail::TITLE,
        Viewer::Holder => words::detail::TITLE_RECEIPT,
    };
    let page = Page::new(
        cx.say(title),
        html! {
            @if !sheet.reservation.is_booked() {
                @match cx.query("done").as_str() {
                    "cancelled" => (alert(Tone::Success, cx.say(words::detail::CANCELLED))),
                    "already" => (alert(Tone::Info, cx.say(words::detail::CANCELLED_ALREADY))),
                    _ => {}
                }
            }
            (detail(cx, sheet))
        },
    );
    match sheet.viewer {
        Viewer::Patient => page.back(cx.say(words::detail::BACK_TO_DASHBOARD), account::path::DASHBOARD),
        Viewer::Holder => page,
    }
}

/// Everything there is to know of a reservation, and what can still be done with it.
pub fn detail(cx: &Cx, sheet: &Sheet) -> Markup {
    let Sheet { clinic, reservation, viewer, ways } = sheet;
    let (lang, now) = (cx.lang, cx.now);
    html! {
        (overview_of(lang, now, clinic, reservation, *viewer))
        @if reservation.is_coming(now) {
            (actions(html! {
                @if reservation.may_change(now).is_ok() {
                    @match viewer {
                        Viewer::Patient => (form(&ways.change, &cx.csrf(), button_secondary(cx.say(words::detail::CHANGE)))),
                        // They are asked for the digits first.
                        Viewer::Holder => (link_button(cx.say(words::detail::CHANGE), &ways.change, Kind::Secondary)),
                    }
                }
                @if reservation.may_cancel(now).is_ok() {
                    (link_button(cx.say(words::detail::CANCEL), &ways.cancellation, Kind::Secondary))
                }
                (link_button(cx.say(words::detail::CALENDAR), &ways.calendar, Kind::Secondary))
            }))
        }
        @if !reservation.is_booked() {
            @let menus = clinic_path::of_clinic(clinic_path::MENUS, &clinic.id);
            (actions(link_button(cx.say(words::detail::AGAIN), &menus, Kind::Secondary)))
        }
    }
}
