//! All reservations of an account, for its owner to take along: what is to come, and what is over or was cancelled.

use crate::account::{AccountId, DataSection, words};
use crate::clinic::{self, Clinic};
use crate::reservation::model::Reservation;
use crate::reservation::page::detail::{Viewer, overview_of};
use crate::reservation::rows;
use crate::store::{Reader, Result};
use crate::web::Cx;
use maud::html;
use std::sync::Arc;

/// How many reservations are read at a time.
const AT_ONCE: usize = 100;

/// What is booked under the account's registrations, clinic by clinic, the earliest first.
pub fn section(cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<DataSection> {
    let words = words::own_data::of(cx.lang);
    let mut found: Vec<(Arc<Clinic>, Reservation)> = Vec::new();
    for link in clinic::rows::links(r, account)? {
        let Some(clinic) = clinic::rows::find(r, &link.clinic)? else { continue };
        let mut after = None;
        loop {
            let page = rows::of_link_after(r, link.id, after, AT_ONCE)?;
            let Some(last) = page.last() else { break };
            after = Some((last.slot.starts(), last.id));
            found.extend(page.into_iter().map(|of| (clinic.clone(), of)));
        }
    }
    let body = html! {
        @if found.is_empty() { p { (words.nothing) } }
        @for (clinic, of) in &found {
            h3 { (crate::lang::moment(cx.lang, of.slot.starts())) }
            (overview_of(cx.lang, cx.now, clinic, of, Viewer::Patient))
        }
    };
    Ok(DataSection { title: words.reservations, body })
}
