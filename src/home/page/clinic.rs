//! クリニック詳細: the card that opens the clinic's information, booking there, and the reservations there.

use super::reservations::{ListPlace, ListSection, ReservationList};
use crate::account;
use crate::clinic::{self, Clinic, as_written};
use crate::home::open_parts::{OpenParts, PressedPart};
use crate::home::path;
use crate::home::words;
use crate::ui::{Kind, Link, Opener, Page, actions, apology, link_button};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// A clinic of the patient, and what is shown of it.
pub struct Visited {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// The patient's reservations there.
    pub held: ReservationList,
}

/// The id of the card, which changes by itself when the information opens or closes.
const CARD: &str = "clinic";

/// The part of the page whose id this is.
pub fn pressed(part: &str) -> Option<PressedPart> {
    (part == CARD).then_some(PressedPart::Info)
}

/// The page of a clinic.
pub fn show(cx: &Cx, visited: &Visited) -> Page {
    let words = &words::of(cx.lang).clinic;
    let Visited { clinic, held } = visited;
    let path = path::clinic(&clinic.id);
    let place = ListPlace { path: &path, only: Some(&clinic.id) };
    let booking = clinic::path::of_clinic(clinic::path::MENUS, &clinic.id);
    Page::new(
        words.title,
        html! {
            (clinic::announcement(cx.lang, clinic))
            div .visited {
                (card(cx, clinic, &path, held.open))
                (actions(link_button(words.book, &booking, Kind::Primary)))
                (ListSection { cx, held, place: &place })
            }
            (actions(link_button(words.remove, &path::removal(&clinic.id), Kind::Secondary)))
        },
    )
    .back(words.back, account::path::DASHBOARD)
}

/// A clinic that is not among the patient's own: how it gets there, and what can be done without.
pub fn not_own(cx: &Cx, clinic: &Clinic) -> Page {
    let words = &words::of(cx.lang).clinic;
    let why = html! {
        p { (as_written(cx.lang, clinic.own_name())) (words.not_own_why) }
        p { (words.not_own_how) }
    };
    let ways = [
        Link::new(words.not_own_book, clinic::path::of_clinic(clinic::path::MENUS, &clinic.id)),
        Link::new(words.back, account::path::DASHBOARD),
    ];
    Page::new(words.not_own, apology(cx.lang, why, &ways, None))
}

/// The name, and クリニック詳細表示開閉: the whole head of the card opens and closes it.
pub fn card(cx: &Cx, clinic: &Clinic, path: &str, open: OpenParts) -> Markup {
    let words = &words::of(cx.lang).clinic;
    let other = OpenParts { info: !open.info, ..open };
    let opener = Opener {
        id: "clinic-info",
        href: &other.at(path),
        open: open.info,
        label: words.info_opener,
        news: if open.info { words.info_shown } else { words.info_hidden },
    };
    html! {
        section #(CARD) .card .clinic aria-labelledby="clinic-name" {
            div .clinic-head {
                h2 #clinic-name { (clinic::sign(clinic)) (as_written(cx.lang, clinic.own_name())) }
                // What is open says all of it, and more.
                @if !open.info { p .clinic-brief { (clinic::in_brief(cx.lang, cx.now, clinic)) } }
                (opener.link("closest section", ""))
            }
            (opener.pane(|| html! {
                h3 { (words.info) }
                (clinic::info(cx.lang, cx.now, clinic))
            }))
        }
    }
}
