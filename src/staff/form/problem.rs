//! What can be wrong with a field of the staff's forms. `words` has the sentence for each.

use crate::credential::password::PasswordProblem;
use crate::mail::address::AddressProblem;
use crate::staff::authenticator::CodeRefused;
use crate::staff::pin::PinProblem;
use crate::staff::setup::SetupRefused;
use crate::ui::Problems;

/// All problems of a form of the staff.
pub type StaffProblems<F> = Problems<F, StaffProblem>;

/// What is wrong with a field of the staff's forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffProblem {
    /// It is no mail address.
    Address(AddressProblem),
    /// No password to sign in with.
    PasswordMissing,
    /// It is not the password of who is signed in.
    PasswordWrong,
    /// Nobody of the staff has this address and this password.
    SignInWrong,
    /// The right password was given too often.
    TooManySignIns,
    /// They may not sign in any more.
    Disabled,
    /// No code was typed.
    CodeMissing,
    /// No setup code was typed.
    SetupCodeMissing,
    /// It is no present code.
    CodeWrong,
    /// The code was used before.
    CodeUsed,
    /// No name was typed.
    NameMissing,
    /// The name is too long.
    NameTooLong,
    /// The name holds characters that cannot be shown.
    NameForbidden,
    /// No role was chosen.
    RoleMissing,
    /// It was not chosen how the link goes out.
    WayMissing,
    /// Who has the address works there already.
    WorksHere,
    /// The clinic would be without an owner.
    LastOwner,
    /// The link goes to the person alone, since the sign-in opens more than this clinic.
    MailOnly,
    /// The name of a device is missing or too long.
    DeviceName,
    /// A device is not locked after so many minutes.
    LockMinutes,
    /// It was not chosen who comes back.
    WhoMissing,
    /// No PIN was typed.
    PinMissing,
    /// It is another PIN, of which so many more may be typed.
    PinWrong(u32),
    /// The PIN may not be chosen.
    Pin(PinProblem),
    /// The new password breaks a rule.
    NewPassword(PasswordProblem),
    /// It is not the setup code.
    SetupCode(SetupRefused),
}

impl From<SetupRefused> for StaffProblem {
    fn from(refused: SetupRefused) -> Self {
        Self::SetupCode(refused)
    }
}

impl From<CodeRefused> for StaffProblem {
    fn from(refused: CodeRefused) -> Self {
        match refused {
            CodeRefused::Wrong => Self::CodeWrong,
            CodeRefused::Used => Self::CodeUsed,
        }
    }
}
