//! 予約詳細: the one function for the pane in the patient's pages and for the page behind the URL in a mail, and what stands
//! in it for 予約確定 as well.

mod cancellation;
mod change;
mod digits;
mod overview;
mod sheet;
mod together;

pub use cancellation::{NotPossible, confirm, refused};
pub use change::change;
pub use digits::DIGITS;
pub use overview::{name_of, overview_of};
pub use sheet::{Sheet, Viewer};
pub use together::WHOLE_GROUP;

use crate::account;
use crate::clinic::path as clinic_path;
use crate::reservation::{path, words};
use crate::ui::{Kind, Page, Tone, actions, alert, button_secondary, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};
use together::{ShownIn, button_for_all};

/// The id of what can be done with a reservation.
const WAYS: &str = "ways";

/// The page of a reservation.
pub fn show(cx: &Cx, sheet: &Sheet) -> Page {
    let together_words = &words::of(cx.lang).together;
    let words = &words::of(cx.lang).detail;
    let title = match sheet.viewer {
        Viewer::Patient => words.title,
        Viewer::Holder => words.title_receipt,
    };
    let page = Page::new(
        title,
        html! {
            @if !sheet.reservation.is_booked() {
                @match cx.query("done").as_str() {
                    "cancelled" => (alert(Tone::Success, words.cancelled)),
                    "all-cancelled" => (alert(Tone::Success, together_words.cancelled)),
                    "already" => (alert(Tone::Info, words.cancelled_already)),
                    _ => {}
                }
            }
            @if has_ways(cx, sheet) {
                // It is in sight already where it is the bar at the bottom of the screen.
                p .to-bar[!is_long(cx, sheet)] { a href={ "#" (WAYS) } { (words.to_ways) } }
            }
            (content(cx, sheet, ShownIn::Page))
        },
    );
    match sheet.viewer {
        Viewer::Patient => page.back(words.back_to_dashboard, account::path::DASHBOARD),
        Viewer::Holder => page,
    }
}

/// Whether anything can still be done with it.
fn has_ways(cx: &Cx, Sheet { reservation, .. }: &Sheet) -> bool {
    let may_be = reservation.may_change(cx.now).is_ok() || reservation.may_cancel(cx.now).is_ok();
    reservation.is_coming(cx.now) && may_be
}

/// Whether three buttons say what can be done, which would take too much of what is to be read.
fn is_long(cx: &Cx, sheet: &Sheet) -> bool {
    sheet.movable_together(cx.now).is_some()
}

/// Everything there is to know of a reservation, and what can still be done with it, in the row of a list.
pub fn detail(cx: &Cx, sheet: &Sheet) -> Markup {
    content(cx, sheet, ShownIn::Row)
}

fn content(cx: &Cx, sheet: &Sheet, shown_in: ShownIn) -> Markup {
    let words = &words::of(cx.lang).detail;
    let Sheet { clinic, reservation, viewer, ways, .. } = sheet;
    let (lang, now) = (cx.lang, cx.now);
    html! {
        (overview_of(lang, now, clinic, reservation, *viewer))
        @if let Some(booker) = &sheet.booker { p .quiet { ((words.booked_by)(booker)) } }
        @if reservation.is_coming(now) {
            (together::companions(cx, sheet, shown_in))
            @if has_ways(cx, sheet) { (ways_on(cx, sheet)) }
            (actions(link_button(words.calendar, &ways.calendar, Kind::Secondary)))
        }
        @if *viewer == Viewer::Holder && reservation.can_be_attached(now) {
            (actions(link_button(words.attach, &ways.detail_of("attachment"), Kind::Primary)))
        }
        @if !reservation.is_coming(now) {
            @let again = match viewer {
                Viewer::Patient => path::of_reservation(path::AGAIN, reservation.id),
                Viewer::Holder => clinic_path::of_clinic(clinic_path::MENUS, &clinic.id),
            };
            (actions(link_button(words.again, &again, Kind::Secondary)))
        }
    }
}

/// What can still be done with it: it stays in sight, several screens of details notwithstanding.
fn ways_on(cx: &Cx, sheet: &Sheet) -> Markup {
    let (words, together_words) = (&words::of(cx.lang).detail, &words::of(cx.lang).together);
    let Sheet { reservation, viewer, ways, .. } = sheet;
    let change = html! {
        @match sheet.movable_together(cx.now) {
            Some(many) => {
                (button_secondary(together_words.change_one))
                (button_for_all(Kind::Secondary, &(together_words.change_all)(many)))
            },
            None => (button_secondary(words.change)),
        }
    };
    let class = if is_long(cx, sheet) { "actions" } else { "action-bar" };
    html! {
        div #(WAYS) class=(class) {
            @if reservation.may_change(cx.now).is_ok() {
                @match viewer {
                    Viewer::Patient => (form(&ways.change, &cx.csrf(), change)),
                    // They are asked for the digits first.
                    Viewer::Holder => (link_button(words.change, &ways.change, Kind::Secondary)),
                }
            }
            @if reservation.may_cancel(cx.now).is_ok() {
                (link_button(words.cancel, &ways.cancellation, Kind::Secondary))
            }
        }
    }
}
