//! Where a patients' page leads whom a limit has stopped: to the clinic that the page is about, or to a booking that needs nothing of what
//! is stopped.

use crate::account::path::{DASHBOARD, RESET, then};
use crate::clinic::path::MENUS;
use crate::clinic::{self, Clinic, ClinicId};
use crate::home::page::ways_on as page;
use crate::reservation;
use crate::store::{self, Reader};
use crate::web::{Cx, WayToBook, WaysOn};
use crate::work::Remedy;
use std::sync::Arc;

/// Of a service with more clinics than these a guest is shown none: theirs is hard to find among strangers'.
const MOST_LISTED: usize = 5;

/// Where this visitor goes on whom a limit with this remedy has stopped. Where the store cannot be read, no clinic is named.
pub fn ways_on(cx: &Cx, remedy: Remedy, r: Option<&dyn Reader>) -> WaysOn {
    let remedy = match remedy {
        Remedy::PasswordReset | Remedy::OpenSession => Some(then(RESET, &cx.next())),
        _ => None,
    };
    let clinic = r.and_then(|r| concerned(cx, r).ok().flatten());
    let booking = match clinic {
        Some(clinic) => WayToBook::AtClinic {
            contact: page::contact(cx, &clinic),
            page: clinic::path::of_clinic(MENUS, &clinic.id),
        },
        None if cx.session().is_some() => WayToBook::SignedIn(DASHBOARD.to_owned()),
        None => {
            let clinics = r.and_then(|r| for_guests(cx, r).ok()).unwrap_or_default();
            WayToBook::AsGuest(clinics.iter().map(|clinic| page::booking_page(cx, clinic)).collect())
        }
    };
    WaysOn { remedy, booking: Some(booking) }
}

/// The clinic that the page is about.
fn concerned(cx: &Cx, r: &dyn Reader) -> store::Result<Option<Arc<Clinic>>> {
    let id = match ClinicId::parse(cx.param("clinic")) {
        Some(id) => Some(id),
        None => reservation::of_path(cx, r)?.map(|reservation| reservation.clinic),
    };
    found(r, id)
}

/// Where a guest may book: at the clinic to whose pages they want to go on, or at any, where there are few.
fn for_guests(cx: &Cx, r: &dyn Reader) -> store::Result<Vec<Arc<Clinic>>> {
    let next = cx.next();
    let wanted = MENUS.strip_suffix(":clinic").and_then(|start| next.strip_prefix(start));
    let wanted = wanted.and_then(|rest| rest.split(['/', '?', '#']).next()).and_then(ClinicId::parse);
    if let Some(clinic) = found(r, wanted)? {
        return Ok(vec![clinic]);
    }
    let all = clinic::rows::list(r, MOST_LISTED + 1)?;
    if MOST_LISTED < all.len() {
        return Ok(Vec::new());
    }
    // One that is still being set up is nobody's.
    let mut open = Vec::new();
    for clinic in all {
        if !clinic::rows::menus(r, &clinic.id)?.is_empty() {
            open.push(clinic);
        }
    }
    Ok(open)
}

fn found(r: &dyn Reader, id: Option<ClinicId>) -> store::Result<Option<Arc<Clinic>>> {
    id.map(|id| clinic::rows::find(r, &id)).transpose().map(Option::flatten)
}
