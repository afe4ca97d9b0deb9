//! The clinics' staff: invitations, the second factor, and signing in to the console.

mod again;
mod invitation;
mod members;
mod setup;
mod shared_device;
mod sign_in;
mod telling;
