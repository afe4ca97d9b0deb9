//! 予約一覧: what is to come, what was before behind one link, and the detail of one where it stands.

use crate::clinic::{Clinic, own};
use crate::home::words::dashboard as words;
use crate::lang;
use crate::reservation::{Listing, ReservationId, Sheet, detail};
use crate::ui::{Opener, OpeningRow, list_openings};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// Reservations, and what is shown of them.
pub struct ReservationList {
    /// The reservation that is open.
    pub open: Option<Sheet>,
    /// Whether past ones are shown.
    pub shows_past: bool,
    /// What is to come, the next one first.
    pub coming: Vec<ReservationRow>,
    /// Whether anything is over or was cancelled.
    pub has_past: bool,
    /// What is over or was cancelled, the latest first; empty unless it is shown.
    pub past: Vec<ReservationRow>,
}

/// A reservation in the list.
pub struct ReservationRow {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// What is listed of the reservation.
    pub listing: Listing,
}

impl ReservationList {
    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.coming.is_empty() && !self.has_past
    }

    /// The reservation that is open.
    pub fn open_id(&self) -> Option<ReservationId> {
        self.open.as_ref().map(|sheet| sheet.reservation.id)
    }
}

/// Where a list stands.
pub struct ListPlace<'a> {
    /// The id of the element that is changed when something opens or closes.
    pub region: &'a str,
    /// Whether each row names its clinic.
    pub names_clinic: bool,
    /// The page with one open, or none, with past ones or without.
    pub address: &'a dyn Fn(Option<ReservationId>, bool) -> String,
}

/// The title and the rows.
pub fn list(cx: &Cx, held: &ReservationList, place: &ListPlace<'_>) -> Markup {
    html! {
        h2 #reservations-title { (cx.say(words::RESERVATIONS)) }
        @if held.coming.is_empty() {
            p { (cx.say(words::NOTHING_COMING)) }
        } @else {
            (list_openings(place.region, rows(cx, held, place, &held.coming)))
        }
        @if held.has_past { (past(cx, held, place)) }
    }
}

/// Past ones, behind one control. One that is still to come stays open beside them.
fn past(cx: &Cx, held: &ReservationList, place: &ListPlace<'_>) -> Markup {
    let open = held.shows_past;
    let still_open = held.open_id().filter(|id| held.coming.iter().any(|row| row.listing.id == *id));
    let opener = Opener {
        id: "past".to_owned(),
        href: (place.address)(still_open, !open),
        open,
        label: cx.say(words::PAST_OPENER),
        news: cx.say(if open { words::PAST_SHOWN } else { words::PAST_HIDDEN }),
    };
    html! {
        p .past { (opener.link(place.region, "")) }
        (opener.pane(|| html! {
            h3 { (cx.say(words::PAST)) }
            (list_openings(place.region, rows(cx, held, place, &held.past)))
        }))
    }
}

fn rows<'a>(
    cx: &'a Cx,
    held: &'a ReservationList,
    place: &'a ListPlace<'_>,
    listed: &'a [ReservationRow],
) -> impl Iterator<Item = OpeningRow> + 'a {
    listed.iter().map(|row| {
        let Listing { id, starts, summary } = &row.listing;
        let sheet = held.open.as_ref().filter(|sheet| sheet.reservation.id == *id);
        let open = sheet.is_some();
        let opener = Opener {
            id: format!("reservation-{}", id.text()),
            href: (place.address)((!open).then_some(*id), held.shows_past),
            open,
            label: cx.say(words::DETAIL),
            news: cx.say(if open { words::DETAIL_SHOWN } else { words::DETAIL_HIDDEN }),
        };
        OpeningRow {
            pane: html! { @if let Some(sheet) = sheet { (opener.pane(|| detail(cx, sheet))) } },
            opener,
            label: lang::moment(cx.lang, *starts),
            detail: html! {
                @if place.names_clinic { (own(cx.lang, &row.clinic.name)) " / " }
                (own(cx.lang, &summary.service)) " / " (summary.person)
                @if summary.cancelled { " " strong { (cx.say(words::CANCELLED)) } }
            },
        }
    })
}
