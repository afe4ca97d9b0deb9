//! The guards of the operator's routes.

use super::guard::SignedInStaff;
use super::model::Staff;
use crate::session::Session;
use crate::store::Reader;
use crate::web::{Cx, Failure, Guard, Who};
use std::sync::Arc;

/// An operator of the installation. To everybody else the operator's page is not there.
pub struct Operator {
    /// Who it is.
    pub staff: Arc<Staff>,
}

impl Guard for Operator {
    const WHO: Who = Who::Staff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let SignedInStaff { staff } = SignedInStaff::admit(cx, r, session)?;
        if staff.operator { Ok(Self { staff }) } else { Err(Failure::NotFound) }
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// An operator who also opens clinics, as the first owner does: whoever says how mails are sent can read every mail, and so come
/// into every account. To everybody else it is not there.
pub struct MailOperator {
    /// Who it is.
    pub staff: Arc<Staff>,
}

impl Guard for MailOperator {
    const WHO: Who = Who::Staff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let Operator { staff } = Operator::admit(cx, r, session)?;
        if staff.sets_mail() { Ok(Self { staff }) } else { Err(Failure::NotFound) }
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}
