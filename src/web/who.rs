//! Who may use a route, as its guard says.

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// A patient with a sign-up or a change of their own under way in this browser.
    Applicant,
    /// A patient who is signed in.
    Patient,
    /// Somebody who has given a staff password in this browser, and has still to give a code.
    AwaitingCode,
    /// Somebody who is setting up a second factor in this browser.
    Enrolling,
    /// Who starts the product for the first time, until there is an owner.
    Setup,
    /// Somebody of the staff who is signed in to the console.
    Staff,
    /// Somebody of the staff of the clinic in the path.
    ClinicStaff,
    /// Somebody of the staff who is signed in to the console on a device that several people share.
    AtSharedDevice,
    /// An owner of the clinic in the path.
    ClinicOwner,
    /// The operator, at the machine that serves.
    Operator,
}

impl Who {
    /// Whether only somebody may use it who is signed in.
    pub const fn is_signed_in(self) -> bool {
        match self {
            Self::Anyone | Self::Applicant | Self::AwaitingCode | Self::Enrolling | Self::Setup | Self::Operator => {
                false
            }
            Self::Patient | Self::Staff | Self::ClinicStaff | Self::ClinicOwner | Self::AtSharedDevice => true,
        }
    }
}
