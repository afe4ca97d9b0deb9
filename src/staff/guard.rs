//! The guards of the console's routes: who is signed in, and in which role at the clinic of the path.

use super::model::{Staff, short_id};
use super::role::Role;
use super::under_way::HalfSignedIn;
use super::{path, rows, setup, staffing};
use crate::clinic::{self, Clinic, ClinicId};
use crate::session::{Lifetime, Session, SessionKind};
use crate::store::Reader;
use crate::web::{Cx, Failure, Guard, Who};
use crate::work::Actor;
use std::sync::Arc;

/// For how many minutes an unused session of the staff lasts, but on a shared device.
const UNUSED_MINUTES: i64 = 30;
/// For how many minutes one lasts, however much it is used.
pub(super) const IN_ALL_MINUTES: i64 = 12 * 60;

/// A session of the staff.
pub const SESSIONS: SessionKind = SessionKind {
    name: "staff",
    actor: Actor::Staff,
    cookie: "staff",
    // A shared device is locked instead, and lets people come back with a PIN.
    on_device: Lifetime { unused_minutes: IN_ALL_MINUTES, in_all_minutes: Some(IN_ALL_MINUTES) },
    in_browser: Lifetime { unused_minutes: UNUSED_MINUTES, in_all_minutes: Some(IN_ALL_MINUTES) },
    most: 10,
    sign_in: path::sign_in_then,
};

/// Somebody of the staff who is signed in, wherever they work.
pub struct SignedInStaff {
    /// Who it is.
    pub staff: Arc<Staff>,
}

impl Guard for SignedInStaff {
    const WHO: Who = Who::Staff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let session = session.filter(|session| session.kind.name == SESSIONS.name).ok_or(Failure::SignIn)?;
        let found = rows::find(r, session.subject.cast())?.filter(|staff| staff.disabled.is_none());
        let staff = Arc::new(found.ok_or(Failure::SignIn)?);
        cx.remember(Arc::clone(&staff));
        Ok(Self { staff })
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// Somebody who opens clinics, such as the owner of the first start.
pub struct ClinicOpener {
    /// Who it is.
    pub staff: Arc<Staff>,
}

impl Guard for ClinicOpener {
    const WHO: Who = Who::Staff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let SignedInStaff { staff } = SignedInStaff::admit(cx, r, session)?;
        if staff.opens_clinics { Ok(Self { staff }) } else { Err(Failure::NotFound) }
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// Somebody who works at the clinic of the path. To everybody else the clinic's console is not there.
pub struct ClinicStaff {
    /// Who it is.
    pub staff: Arc<Staff>,
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// In which role.
    pub role: Role,
}

impl Guard for ClinicStaff {
    const WHO: Who = Who::ClinicStaff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let SignedInStaff { staff } = SignedInStaff::admit(cx, r, session)?;
        let id = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
        let role = staffing::active_role(r, staff.id, &id)?.ok_or(Failure::NotFound)?;
        let clinic = clinic::rows::find(r, &id)?.ok_or(Failure::NotFound)?;
        Ok(Self { staff, clinic, role })
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// Somebody of the clinic of the path who may change its bookings: the reception and the owners.
pub struct DeskStaff {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    staff: Arc<Staff>,
}

impl Guard for DeskStaff {
    const WHO: Who = Who::ClinicStaff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let ClinicStaff { staff, clinic, role } = ClinicStaff::admit(cx, r, session)?;
        if role.changes_bookings() { Ok(Self { clinic, staff }) } else { Err(Failure::NotFound) }
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// An owner of the clinic of the path. To everybody else what only they look after is not there.
pub struct ClinicOwner {
    /// Who it is.
    pub staff: Arc<Staff>,
    /// The clinic.
    pub clinic: Arc<Clinic>,
}

impl Guard for ClinicOwner {
    const WHO: Who = Who::ClinicOwner;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let ClinicStaff { staff, clinic, role } = ClinicStaff::admit(cx, r, session)?;
        if role == Role::Owner { Ok(Self { staff, clinic }) } else { Err(Failure::NotFound) }
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// Somebody who has given password and code within the last minutes. Others are asked for both first; what they typed is kept, and they go
/// on where they were.
pub struct Recent<G>(pub G);

impl<G: Guard> Guard for Recent<G> {
    const WHO: Who = G::WHO;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let inner = G::admit(cx, r, session)?;
        if session.is_some_and(|session| session.is_fresh(r.now())) {
            Ok(Self(inner))
        } else {
            Err(Failure::First(path::again_then(&cx.way_back())))
        }
    }

    fn who(&self) -> Option<String> {
        self.0.who()
    }
}

/// Somebody of the staff who is signed in on a shared device.
pub struct AtSharedDevice {
    /// Who it is.
    pub staff: Arc<Staff>,
}

impl Guard for AtSharedDevice {
    const WHO: Who = Who::AtSharedDevice;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let SignedInStaff { staff } = SignedInStaff::admit(cx, r, session)?;
        let shared = session.is_some_and(|session| session.locks_after.is_some());
        if shared { Ok(Self { staff }) } else { Err(Failure::NotFound) }
    }

    fn who(&self) -> Option<String> {
        Some(self.staff.short_id())
    }
}

/// Somebody of the clinic's staff whose open page asks by itself. Once nobody is signed in, it is told so and not led to the sign-in.
pub struct OpenPageOfStaff(pub ClinicStaff);

impl Guard for OpenPageOfStaff {
    const WHO: Who = Who::ClinicStaff;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        match ClinicStaff::admit(cx, r, session) {
            Err(Failure::SignIn) => Err(Failure::SignedOut),
            admitted => admitted.map(Self),
        }
    }

    fn who(&self) -> Option<String> {
        self.0.who()
    }
}

/// Anybody; who is signed in is known.
pub struct MaybeStaff {
    /// Who is signed in.
    pub staff: Option<Arc<Staff>>,
}

impl Guard for MaybeStaff {
    const WHO: Who = Who::Anyone;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        match SignedInStaff::admit(cx, r, session) {
            Ok(SignedInStaff { staff }) => Ok(Self { staff: Some(staff) }),
            // Nobody is signed in, or somebody who may not be any more.
            Err(Failure::SignIn) => Ok(Self { staff: None }),
            Err(failure) => Err(failure),
        }
    }

    fn who(&self) -> Option<String> {
        self.staff.as_ref().map(|staff| staff.short_id())
    }
}

/// A visitor who has given the right password in this browser, and has still to give a code.
pub struct AwaitingCode {
    /// What is known of them.
    pub half: HalfSignedIn,
}

impl Guard for AwaitingCode {
    const WHO: Who = Who::AwaitingCode;

    fn admit(cx: &Cx, r: &dyn Reader, _: Option<&Session>) -> Result<Self, Failure> {
        let half = rows::half_signed_in(r, cx.visitor())?;
        half.map(|half| Self { half }).ok_or_else(|| Failure::First(path::sign_in_then(&cx.next())))
    }

    fn who(&self) -> Option<String> {
        Some(short_id(self.half.staff))
    }
}

/// A visitor who is setting up a second factor in this browser.
pub struct Enrolling;

impl Guard for Enrolling {
    const WHO: Who = Who::Enrolling;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        match (rows::enrolment(r, cx.visitor())?, session) {
            (Some(_), _) => Ok(Self),
            (None, Some(_)) => Err(Failure::First(path::CONSOLE.to_owned())),
            (None, None) => Err(Failure::First(path::SIGN_IN.to_owned())),
        }
    }
}

/// Anybody, as long as the first owner has not been made. Afterwards there is no such page.
pub struct Setup;

impl Guard for Setup {
    const WHO: Who = Who::Setup;

    fn admit(_: &Cx, r: &dyn Reader, _: Option<&Session>) -> Result<Self, Failure> {
        if setup::is_open(r)? { Ok(Self) } else { Err(Failure::NotFound) }
    }
}

/// A visitor who has typed the setup code in this browser.
pub struct FirstOwner;

impl Guard for FirstOwner {
    const WHO: Who = Who::Setup;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        Setup::admit(cx, r, session)?;
        if setup::is_proved(r, cx.visitor())? { Ok(Self) } else { Err(Failure::First(path::SETUP.to_owned())) }
    }
}
