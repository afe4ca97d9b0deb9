//! Whether somebody of the staff is still admitted to a clinic: for what goes on after the request that a guard has let in.

use super::guard::{ClinicStaff, SESSIONS};
use super::{rows, staffing};
use crate::clinic::ClinicId;
use crate::secret::TokenHash;
use crate::session::{self, Session};
use crate::store::{Reader, Result, WatchedRows};
use crate::work::StaffId;

/// Under which session, and at which clinic, somebody was admitted.
#[derive(Clone, Debug)]
pub struct StaffAdmission {
    /// The key of the session.
    pub session: TokenHash,
    staff: StaffId,
    clinic: ClinicId,
}

impl StaffAdmission {
    /// That of a request that was let in.
    pub fn of(me: &ClinicStaff, session: &Session) -> Self {
        Self { session: session.key, staff: me.staff.id, clinic: me.clinic.id.clone() }
    }

    /// Whether it still stands.
    ///
    /// # Errors
    /// What the store says.
    pub fn stands(&self, r: &dyn Reader) -> Result<bool> {
        let Some(session) = session::find(r, &SESSIONS, self.session)? else { return Ok(false) };
        let member = staffing::member(r, &self.clinic, self.staff)?;
        Ok(session.subject.cast() == self.staff && member.is_some_and(|member| member.is_active()))
    }

    /// The rows on which that depends.
    ///
    /// # Errors
    /// What the store says.
    pub fn watched(&self) -> Result<WatchedRows> {
        let of_session = session::watched(WatchedRows::default(), &self.session)?;
        staffing::watched(rows::watched(of_session, self.staff, &self.clinic)?, self.staff, &self.clinic)
    }
}
