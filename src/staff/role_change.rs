//! Another role for somebody of a clinic, as an owner gives it: every owner is told.

use super::letter::OwnerNews;
use super::role::Role;
use super::staffing::{self, LastOwner};
use super::telling;
use crate::clinic::ClinicId;
use crate::work::{Denied, Outcome, StaffId, Work};

/// Gives somebody of a clinic another role there. Who has it already is told of nothing.
///
/// # Errors
/// Refused when they are its last owner; denied when they do not work there.
pub fn change(work: &mut Work<'_>, clinic: &ClinicId, id: StaffId, role: Role) -> Outcome<(), LastOwner> {
    let before = staffing::member(work, clinic, id)?.ok_or(Denied::NotFound)?;
    if before.role == role {
        return Ok(());
    }
    staffing::change_role(work, clinic, id, role)?;
    work.record(before.staff.event("staff_role").with("clinic", clinic).with("role", role.value()));
    telling::owners_of(work, clinic, &before.staff, &OwnerNews::RoleChanged(role))?;
    Ok(())
}
