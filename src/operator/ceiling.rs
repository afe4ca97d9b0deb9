//! The limits on everybody together. Honest people reach them only where a clinic has far more of them than others.

use super::matter::Ceiling;
use crate::work::Limit;
use crate::{account, booking, web};

/// Each with what it bounds.
pub const CEILINGS: [(Limit, Ceiling); 6] = [
    (account::MAILS_IN_ALL, Ceiling::Mails),
    (account::MAILS_OF_PATIENTS, Ceiling::Mails),
    (booking::CHOICES_IN_ALL, Ceiling::Choices),
    (booking::CHOICES_OF_PATIENTS, Ceiling::Choices),
    (web::KEPT_IN_ALL, Ceiling::Forms),
    (web::KEPT_OF_SIGNED_IN, Ceiling::Forms),
];

/// What the limit of a name bounds.
pub(super) fn named(name: &str) -> Option<Ceiling> {
    CEILINGS.iter().find(|(limit, _)| limit.name == name).map(|(_, ceiling)| *ceiling)
}
