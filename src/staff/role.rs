//! What somebody of the staff may do at a clinic.

use serde::{Deserialize, Serialize};

/// The role of somebody of the staff at one clinic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// 管理者: everything, other staff and devices included.
    Owner,
    /// 受付: the book, bookings and patients.
    Reception,
    /// 医師: sees the book and sets how far a visit has come.
    Doctor,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Reception, Self::Doctor];

    /// Its word in commands and forms.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Reception => "reception",
            Self::Doctor => "doctor",
        }
    }

    /// Whether it books, moves and cancels.
    pub const fn changes_bookings(self) -> bool {
        matches!(self, Self::Owner | Self::Reception)
    }

    /// The role of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.value() == word)
    }
}
