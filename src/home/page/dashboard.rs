//! ダッシュボード: what has just been done, 予約一覧, and マイクリニック.

use super::reservations::{ListPlace, ListSection, ReservationList};
use crate::account;
use crate::clinic::{Clinic, as_written, departments, path as clinic_path, sign};
use crate::clock::Moment;
use crate::family::path as family_path;
use crate::home::path;
use crate::home::words;
use crate::ui::{Kind, Page, Tone, WholeParts, actions, alert, empty_state, link_button, link_row};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// What is on the dashboard.
pub struct Dashboard {
    /// What there is to say or to ask about registering a clinic.
    pub registration: Markup,
    /// The clinic that has just been removed.
    pub removed: Option<Arc<Clinic>>,
    /// 予約一覧.
    pub held: ReservationList,
    /// マイクリニック, each with the next visit there.
    pub clinics: Vec<(Arc<Clinic>, Option<Moment>)>,
}

/// Its list of reservations.
pub const LIST: ListPlace<'static> = ListPlace { path: account::path::DASHBOARD, only: None };

/// The dashboard.
pub fn show(cx: &Cx, dashboard: &Dashboard) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        account::words::of(cx.lang).titles.dashboard,
        html! {
            (dashboard.registration)
            @if let Some(done) = account::done(cx.lang, &cx.query("done")) { (alert(Tone::Success, done)) }
            @if let Some(removed) = &dashboard.removed {
                (alert(Tone::Success, html! { (as_written(cx.lang, removed.own_name())) (words.removal.done) }))
            }
            @if dashboard.held.is_empty() && dashboard.clinics.is_empty() {
                (empty_state(words.dashboard.empty, html! {
                    p { (words.dashboard.empty_how) }
                    p { (words.dashboard.empty_booking) }
                    p { a href=(family_path::FAMILY) { (words.dashboard.empty_family) } }
                }))
            }
            @if !dashboard.clinics.is_empty() { (book(cx, &dashboard.clinics)) }
            @if !dashboard.held.is_empty() { (ListSection { cx, held: &dashboard.held, place: &LIST }) }
            @if !dashboard.clinics.is_empty() { (clinics(cx, &dashboard.clinics)) }
        },
    )
}

/// What most people have come for: the menus of their only clinic, or the list of all.
fn book(cx: &Cx, clinics: &[(Arc<Clinic>, Option<Moment>)]) -> Markup {
    let href = match clinics {
        [(only, _)] => menus(only),
        _ => "#clinics".to_owned(),
    };
    actions(link_button(words::of(cx.lang).dashboard.book, &href, Kind::Primary))
}

/// Where a clinic is booked.
fn menus(clinic: &Clinic) -> String {
    clinic_path::of_clinic(clinic_path::MENUS, &clinic.id)
}

fn clinics(cx: &Cx, clinics: &[(Arc<Clinic>, Option<Moment>)]) -> Markup {
    html! {
        section #clinics .stack aria-labelledby="clinics-title" {
            h2 #clinics-title { (words::of(cx.lang).dashboard.clinics) }
            ul .rows .clinics {
                @for (clinic, next) in clinics {
                    li {
                        (link_row(&path::clinic(&clinic.id), html! { (sign(clinic)) (as_written(cx.lang, clinic.own_name())) }, Some(beside(cx, clinic, *next))))
                        a .clinics-book href=(menus(clinic)) {
                            (words::of(cx.lang).dashboard.book)
                            span .unseen { ": " (as_written(cx.lang, clinic.own_name())) }
                        }
                    }
                }
            }
        }
    }
}

fn beside(cx: &Cx, clinic: &Clinic, next: Option<Moment>) -> Markup {
    let words = &words::of(cx.lang).dashboard;
    html! {
        @if !clinic.departments.is_empty() { (departments(cx.lang, clinic)) br; }
        @match next {
            Some(next) => (WholeParts(&(words.next_visit)(next))),
            None => (words.nothing_coming),
        }
    }
}
