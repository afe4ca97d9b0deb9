//! What every owner of a clinic is told by mail: who has joined, another role, a sign-in that was set up anew, a recovery code that was
//! used, a shared device. It is written with what it reports.

use super::letter::{self, OwnerNews};
use super::model::Staff;
use super::rows;
use super::staffing;
use crate::clinic::{self, ClinicId};
use crate::store::Result;
use crate::work::{StaffId, Work};
use std::collections::BTreeMap;

/// Tells the owners of one clinic.
///
/// # Errors
/// What the store says.
pub fn owners_of(work: &mut Work<'_>, clinic: &ClinicId, about: &Staff, news: &OwnerNews) -> Result<()> {
    tell(work, std::slice::from_ref(clinic), about, news)
}

/// Tells the owners of every clinic where somebody works, each once.
///
/// # Errors
/// What the store says.
pub fn owners_everywhere(work: &mut Work<'_>, about: &Staff, news: &OwnerNews) -> Result<()> {
    let clinics: Vec<ClinicId> = rows::clinics(work, about.id)?.into_iter().map(|(clinic, _)| clinic).collect();
    tell(work, &clinics, about, news)
}

fn tell(work: &mut Work<'_>, clinics: &[ClinicId], about: &Staff, news: &OwnerNews) -> Result<()> {
    let mut owners: BTreeMap<StaffId, (Staff, &ClinicId)> = BTreeMap::new();
    for clinic in clinics {
        for member in staffing::members(work, clinic)?.into_iter().filter(staffing::StaffMember::is_active_owner) {
            owners.entry(member.staff.id).or_insert((member.staff, clinic));
        }
    }
    if let OwnerNews::Joined(_) = news {
        // They know it themselves.
        owners.remove(&about.id);
    }
    for (owner, id) in owners.values() {
        let Some(clinic) = clinic::rows::find(work, id)? else { continue };
        let context = letter::context(work, Some(owner.subject()))?;
        let letter = letter::news(&context, &owner.address, &clinic, about, news, work);
        work.send(&letter)?;
    }
    Ok(())
}
