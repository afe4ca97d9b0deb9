//! Where the staff begin after they have signed in.

use crate::clinic::path::of_clinic;
use crate::clinic::{self, Clinic};
use crate::console::{page, path};
use crate::operator;
use crate::staff::{self, Role, SignedInStaff};
use crate::web::{Cx, Result};
use std::sync::Arc;

/// The book of the clinic where they work, or the choice between several.
pub async fn show(cx: Cx, me: SignedInStaff) -> Result {
    let clinics: Vec<(Arc<Clinic>, Role)> = cx
        .read(|r| {
            let mut clinics = Vec::new();
            for (id, role) in staff::staffing::workplaces(r, me.staff.id)? {
                clinics.extend(clinic::rows::find(r, &id)?.map(|clinic| (clinic, role)));
            }
            Ok(clinics)
        })
        .await?;
    Ok(match clinics.as_slice() {
        [(clinic, _)] => cx.go_to(of_clinic(path::TODAY, &clinic.id)),
        [] if me.staff.opens_clinics => cx.go_to(path::OPEN_CLINIC),
        [] if me.staff.operator => cx.go_to(operator::path::OPERATOR),
        several => cx.page(page::clinics::show(&cx, several)),
    })
}
