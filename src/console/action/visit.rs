//! A visit in full.

use crate::console::page;
use crate::reservation::{ReservationId, attendance};
use crate::staff::{self, ClinicStaff};
use crate::web::{Cx, Failure, Result};

/// Who comes, how to reach them, and what became of it.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let id = ReservationId::parse(cx.param("reservation")).ok_or(Failure::NotFound)?;
    let found = cx
        .read(|r| {
            let Some(reservation) = attendance::of_clinic(r, &me.clinic.id, id)? else { return Ok(None) };
            let mut names = Vec::with_capacity(reservation.steps.len());
            for step in &reservation.steps {
                let staff = step.staff.map(|staff| staff::rows::find(r, staff)).transpose()?.flatten();
                names.push(staff.map(|staff| staff.name));
            }
            Ok(Some((reservation, names)))
        })
        .await?;
    let (reservation, names) = found.ok_or(Failure::NotFound)?;
    Ok(cx.page(page::visit::show(&cx, &me.clinic, &reservation, &names)))
}
