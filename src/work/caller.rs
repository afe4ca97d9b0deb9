//! Who does a unit of work, and from where, without anything of the request by which they asked for it.

use super::limit::{Counter, Limit};
use super::network::{Allowance, Networks};
use crate::lang::Lang;
use crate::secret::{Id, InAddress, Token};
use serde::{Deserialize, Serialize};
use std::fmt;

/// In which role something was done; kept with what they changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// A patient who was signed in.
    Patient,
    /// Somebody who was not: a guest who books, or who has the URL of a mail.
    Guest,
    /// A member of the clinic's staff.
    Staff,
    /// The operator, from the command line.
    Operator,
    /// The product by itself, at its time.
    System,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Patient => "patient",
            Self::Guest => "guest",
            Self::Staff => "staff",
            Self::Operator => "operator",
            Self::System => "system",
        })
    }
}

/// Somebody of a clinic's staff; the floor knows them by their id alone.
pub enum StaffRecord {}

impl InAddress for StaffRecord {}

/// The id of somebody of the staff; kept with what they changed.
pub type StaffId = Id<StaffRecord>;

/// Who does a unit of work.
#[derive(Clone)]
pub struct Caller {
    /// In which role.
    pub actor: Actor,
    /// Who of the staff it is, if it is one of them.
    pub staff: Option<StaffId>,
    /// The token of the visitor's browser; a new one that nobody has where there is no browser.
    pub visitor: Token,
    /// The networks from which attempts are counted together.
    pub network: Networks,
    /// The language of what they are told.
    pub lang: Lang,
}

impl Caller {
    /// Somebody without a browser.
    pub fn without_browser(actor: Actor, lang: Lang) -> Self {
        Self { actor, staff: None, visitor: Token::mint(), network: Networks::default(), lang }
    }

    /// The counter of the visitor at this address for a limit on what honest people do. The networks are counted as well, but
    /// allow many visitors: a carrier's IPv4 address is not one person.
    pub fn from_visitor(&self, limit: &Limit) -> Counter {
        let visitor = limit.of(&format!("{}\n{}", self.visitor.text(), self.network));
        self.network.counted(visitor, limit, "", Allowance::Visitors)
    }
}
