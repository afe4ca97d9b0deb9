//! The forms of the staff's own pages, as they are typed, and the check of each.

mod again;
mod device;
mod first_owner;
mod invitation;
mod member;
mod new_sign_in;
mod problem;
mod sign_in;

pub use again::{AgainField, AgainForm};
pub use device::{DeviceForm, PinForm, SharedDeviceField};
pub use first_owner::{FirstOwnerField, FirstOwnerForm};
pub use invitation::{InvitationField, InvitationForm};
pub use member::{InviteField, InviteForm, StaffMemberField, StaffMemberForm};
pub use problem::{StaffProblem, StaffProblems};
pub use sign_in::{CodeField, CodeForm, StaffSignInField, StaffSignInForm};
