//! What somebody is to the owner of the account that books for them.

use serde::{Deserialize, Serialize};

/// What somebody is to the owner of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// 本人: the owner.
    Own,
    /// 子.
    Child,
    /// 配偶者.
    Spouse,
    /// 親.
    Parent,
    /// その他.
    Other,
}

impl Relation {
    /// What a member of the family can be, in the order of the form.
    pub const OF_RELATIVES: [Self; 4] = [Self::Child, Self::Spouse, Self::Parent, Self::Other];

    /// The value of the choice in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Child => "child",
            Self::Spouse => "spouse",
            Self::Parent => "parent",
            Self::Other => "other",
        }
    }

    /// The choice of a form's value. The owner is none of the choices.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::OF_RELATIVES.into_iter().find(|relation| relation.value() == value)
    }
}
