//! クリニック詳細: the card that opens the clinic's information, booking there, and the reservations there.

use super::reservations::{self, ListPlace, ReservationList};
use crate::account;
use crate::clinic::{self, Clinic, own};
use crate::home::path;
use crate::home::words::clinic as words;
use crate::reservation::ReservationId;
use crate::ui::{Kind, Link, Opener, Page, actions, apology, link_button};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// A clinic of the patient, and what is shown of it.
pub struct Visited {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// Whether its information is open.
    pub info: bool,
    /// The patient's reservations there.
    pub held: ReservationList,
}

/// The id of the region that opens and closes its parts. Each link in it knows what else is open.
pub const REGION: &str = "clinic";

/// The page of a clinic.
pub fn show(cx: &Cx, visited: &Visited) -> Page {
    let clinic = &visited.clinic;
    Page::new(
        cx.say(words::TITLE),
        html! {
            (clinic::announcement(cx.lang, clinic))
            (parts(cx, visited))
            (actions(link_button(cx.say(words::REMOVE), &path::removal(&clinic.id), Kind::Secondary)))
        },
    )
    .back(cx.say(words::BACK), account::path::DASHBOARD)
}

/// What opens and closes on the page of a clinic, with what stands in between.
pub fn parts(cx: &Cx, visited: &Visited) -> Markup {
    let Visited { clinic, info, held } = visited;
    let address = |info| move |open, past| address(clinic, info, open, past);
    let place = ListPlace { region: REGION, names_clinic: false, address: &address(*info) };
    html! {
        div #(REGION) .visited {
            (card(cx, visited, address(!info)(held.open_id(), held.shows_past)))
            (actions(link_button(cx.say(words::BOOK), &clinic::path::of_clinic(clinic::path::MENUS, &clinic.id), Kind::Primary)))
            section .stack aria-labelledby="reservations-title" { (reservations::list(cx, held, &place)) }
        }
    }
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
fn card(cx: &Cx, visited: &Visited, other: String) -> Markup {
    let clinic = &visited.clinic;
    let opener = Opener {
        id: "clinic-info".to_owned(),
        href: other,
        open: visited.info,
        label: cx.say(words::INFO_OPENER),
        news: cx.say(if visited.info { words::INFO_SHOWN } else { words::INFO_HIDDEN }),
    };
    html! {
        section .card .clinic aria-labelledby="clinic-name" {
            div .clinic-head {
                h2 #clinic-name { (own(cx.lang, &clinic.name)) }
                // What is open says all of it, and more.
                @if !visited.info { p .clinic-brief { (clinic::in_brief(cx.lang, cx.now, clinic)) } }
                (opener.link(REGION, ""))
            }
            (opener.pane(|| html! {
                h3 { (cx.say(words::INFO)) }
                (clinic::info(cx.lang, cx.now, clinic))
            }))
        }
    }
}

fn address(clinic: &Clinic, info: bool, open: Option<ReservationId>, past: bool) -> String {
    path::opened(&path::clinic(&clinic.id), info, open, past)
}
