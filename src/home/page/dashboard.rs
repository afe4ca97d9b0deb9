//! ダッシュボード: what has just been done, 予約一覧, and マイクリニック.

use super::reservations::{self, ListPlace, ReservationList};
use crate::account;
use crate::clinic::{Clinic, own};
use crate::clock::Moment;
use crate::home::path;
use crate::home::words::{clinic, dashboard as words};
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

/// Its list of reservations.
pub const LIST: ListPlace<'static> = ListPlace { path: account::path::DASHBOARD, only: None };

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
            @if !dashboard.held.is_empty() { (reservations::section(cx, &dashboard.held, &LIST)) }
            @if !dashboard.clinics.is_empty() { (clinics(cx, &dashboard.clinics)) }
        },
    )
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
