//! ダッシュボード: what has just been done, 予約一覧, and マイクリニック.

use super::reservations::{self, ListPlace, ReservationList};
use crate::account;
use crate::clinic::{Clinic, own};
use crate::clock::Moment;
use crate::home::path;
use crate::home::words::{clinic, dashboard as words};
use crate::reservation::ReservationId;
use crate::ui::{Page, Tone, alert, empty_state, link_row};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// What is on the dashboard.
pub struct Dashboard {
    /// What there is to say or to ask about registering a clinic.
    pub registration: Markup,
    /// The clinic that has just been removed.
    pub removed: Option<Clinic>,
    /// 予約一覧.
    pub held: ReservationList,
    /// マイクリニック, each with the next visit there.
    pub clinics: Vec<(Arc<Clinic>, Option<Moment>)>,
}

/// The id of the region that opens and closes its rows.
pub const REGION: &str = "reservations";

/// The dashboard.
pub fn show(cx: &Cx, dashboard: &Dashboard) -> Page {
    Page::new(
        cx.say(account::DASHBOARD_TITLE),
        html! {
            (dashboard.registration)
            @if let Some(done) = account::done(&cx.query("done")) { (alert(Tone::Success, cx.say(done))) }
            @if let Some(removed) = &dashboard.removed {
                (alert(Tone::Success, html! { (own(cx.lang, &removed.name)) (cx.say(clinic::REMOVED)) }))
            }
            @if dashboard.held.is_empty() && dashboard.clinics.is_empty() {
                (empty_state(cx.say(words::EMPTY), html! {
                    p { (cx.say(words::EMPTY_HOW)) }
                    p { (cx.say(words::EMPTY_BOOKING)) }
                }))
            }
            @if !dashboard.held.is_empty() { (reservations(cx, &dashboard.held)) }
            @if !dashboard.clinics.is_empty() { (clinics(cx, &dashboard.clinics)) }
        },
    )
}

/// 予約一覧, the part that changes when something in it opens or closes.
pub fn reservations(cx: &Cx, held: &ReservationList) -> Markup {
    let place = ListPlace { region: REGION, names_clinic: true, address: &address };
    html! {
        section #(REGION) .stack aria-labelledby="reservations-title" { (reservations::list(cx, held, &place)) }
    }
}

fn clinics(cx: &Cx, clinics: &[(Arc<Clinic>, Option<Moment>)]) -> Markup {
    html! {
        section #clinics .stack aria-labelledby="clinics-title" {
            h2 #clinics-title { (cx.say(words::CLINICS)) }
            ul .rows {
                @for (clinic, next) in clinics {
                    li { (link_row(&path::clinic(&clinic.id), own(cx.lang, &clinic.name), Some(beside(cx, clinic, *next)))) }
                }
            }
        }
    }
}

fn beside(cx: &Cx, clinic: &Clinic, next: Option<Moment>) -> Markup {
    let departments = clinic.departments.join("、");
    html! {
        @if !departments.is_empty() { (own(cx.lang, &departments)) br; }
        @match next {
            Some(next) => (words::next_visit(cx.lang, next)),
            None => (cx.say(words::NOTHING_COMING)),
        }
    }
}

/// The dashboard with a reservation open, or none.
fn address(open: Option<ReservationId>, past: bool) -> String {
    path::opened(account::path::DASHBOARD, false, open, past)
}
