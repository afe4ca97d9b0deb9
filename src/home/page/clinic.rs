//! クリニック詳細: the card that opens the clinic's information, booking there, and the reservations there.

use super::reservations::{self, ListPlace, ReservationList};
use crate::account;
use crate::clinic::{self, Clinic, own};
use crate::home::open_parts::{OpenParts, PressedPart};
use crate::home::path;
use crate::home::words::clinic as words;
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
    let Visited { clinic, held } = visited;
    let path = path::clinic(&clinic.id);
    let place = ListPlace { path: &path, only: Some(&clinic.id) };
    let booking = clinic::path::of_clinic(clinic::path::MENUS, &clinic.id);
    Page::new(
        cx.say(words::TITLE),
        html! {
            (clinic::announcement(cx.lang, clinic))
            div .visited {
                (card(cx, clinic, &path, held.open))
                (actions(link_button(cx.say(words::BOOK), &booking, Kind::Primary)))
                (reservations::section(cx, held, &place))
            }
            (actions(link_button(cx.say(words::REMOVE), &path::removal(&clinic.id), Kind::Secondary)))
        },
    )
    .back(cx.say(words::BACK), account::path::DASHBOARD)
}

/// A clinic that is not among the patient's own: how it gets there, and what can be done without.
pub fn not_own(cx: &Cx, clinic: &Clinic) -> Page {
    let why = html! {
        p { (own(cx.lang, &clinic.name)) (cx.say(words::NOT_OWN_WHY)) }
        p { (cx.say(words::NOT_OWN_HOW)) }
    };
    let ways = [
        Link::new(cx.say(words::NOT_OWN_BOOK), clinic::path::of_clinic(clinic::path::MENUS, &clinic.id)),
        Link::new(cx.say(words::BACK), account::path::DASHBOARD),
    ];
    Page::new(cx.say(words::NOT_OWN), apology(cx.lang, why, &ways, None))
}

/// The name, and クリニック詳細表示開閉: the whole head of the card opens and closes it.
pub fn card(cx: &Cx, clinic: &Clinic, path: &str, open: OpenParts) -> Markup {
    let other = OpenParts { info: !open.info, ..open };
    let opener = Opener {
        id: &"clinic-info",
        href: &other.at(path),
        open: open.info,
        label: cx.say(words::INFO_OPENER),
        news: cx.say(if open.info { words::INFO_SHOWN } else { words::INFO_HIDDEN }),
    };
    html! {
        section #(CARD) .card .clinic aria-labelledby="clinic-name" {
            div .clinic-head {
                h2 #clinic-name { (own(cx.lang, &clinic.name)) }
                // What is open says all of it, and more.
                @if !open.info { p .clinic-brief { (clinic::in_brief(cx.lang, cx.now, clinic)) } }
                (opener.link("closest section", ""))
            }
            (opener.pane(|| html! {
                h3 { (cx.say(words::INFO)) }
                (clinic::info(cx.lang, cx.now, clinic))
            }))
        }
    }
}
