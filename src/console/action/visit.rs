//! A visit in full.

use super::of_path::{offers_of, visit_of};
use crate::console::page;
use crate::console::page::story::StaffNames;
use crate::console::page::visit::VisitView;
use crate::reservation::Reservation;
use crate::staff::{self, ClinicStaff};
use crate::store::{self, Reader};
use crate::web::{Cx, Result};
use crate::work::StaffId;
use std::collections::BTreeSet;

/// Who comes, how to reach them, and what became of it.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let (visit, offers) = (visit_of(&cx, &me.clinic.id).await?, offers_of(&cx, &me.clinic.id).await?);
    let names = cx.read(|r| names(r, &visit)).await?;
    let (clinic, may_change) = (&me.clinic, me.role.changes_bookings());
    let offer = offers.any(&visit.slot.menu);
    Ok(cx.page(page::visit::show(&cx, &VisitView { clinic, visit: &visit, offer, names: &names, may_change })))
}

/// The names of the staff who set its status or changed its booking.
fn names(r: &dyn Reader, visit: &Reservation) -> store::Result<StaffNames> {
    let by = visit.steps.iter().map(|step| step.staff).chain(visit.desk.iter().map(|change| change.staff));
    let by: BTreeSet<StaffId> = by.flatten().collect();
    let mut names = StaffNames::new();
    for id in by {
        names.extend(staff::rows::find(r, id)?.map(|staff| (id, staff.name)));
    }
    Ok(names)
}
