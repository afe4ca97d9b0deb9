//! Where mail goes, and in whose name.

use crate::mail::smtp::Relay;
use lettre::Address;

/// What becomes of a letter.
#[derive(Clone)]
pub enum MailRoute {
    /// It is sent through an SMTP server, in somebody's name.
    Smtp(Relay, Sender),
    /// It is kept in the data file for the operator of a demonstration to read.
    Kept,
}

/// In whose name letters are sent.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The name of the service, as patients know it.
    pub name: String,
    /// The address that letters come from.
    pub address: Address,
}
