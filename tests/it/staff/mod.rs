//! The clinics' staff: invitations, the second factor, and signing in to the console.

mod invitation;
mod setup;
mod sign_in;
