//! Somebody of the staff: a sign-in with an address, a password and an authenticator app. At which clinics they work, and in which
//! role, is kept beside it (`rows.rs`).

use super::authenticator::Authenticator;
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::secret::TokenHash;
use crate::secret::typed_code;
use crate::session::SubjectId;
use crate::work::{Event, StaffId};
use serde::{Deserialize, Serialize};

/// How many recovery codes somebody has.
pub const RECOVERY_CODES: usize = 10;

/// How many characters a recovery code has: 50 bits, with few tries.
const RECOVERY_CODE: usize = 10;

/// Somebody of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The name by which rows, addresses of pages and the log refer to them.
    pub id: StaffId,
    /// The name to sign in with, and where mails go.
    pub address: EmailAddress,
    /// Their name, as colleagues see it.
    pub name: String,
    /// The password's hash, a PHC string.
    pub password: String,
    /// The second factor.
    pub authenticator: Authenticator,
    /// The hashes of the recovery codes that are left.
    pub recovery_codes: Vec<TokenHash>,
    /// When they were taken in.
    pub created: Moment,
    /// Whether they open clinics: the owner of the first start does, and whom the operator lets.
    #[serde(default)]
    pub opens_clinics: bool,
    /// Whether they are an operator: they see how the installation is, and no patient by that.
    #[serde(default)]
    pub operator: bool,
    /// Since when they may not sign in, if so.
    #[serde(default)]
    pub disabled: Option<Moment>,
    /// When they signed in last.
    #[serde(default)]
    pub signed_in: Option<Moment>,
}

impl Staff {
    /// The subject that their sessions sign in.
    pub const fn subject(&self) -> SubjectId {
        self.id.cast()
    }

    /// An event of the log about their sign-in. The log names nobody: it has their id in short.
    pub fn event(&self, what: &'static str) -> Event {
        Event::of(what).about(self.short_id())
    }

    /// How the log names them.
    pub fn short_id(&self) -> String {
        short_id(self.id)
    }

    /// Whether they say how mails are sent, which opens every account: an operator does who opens clinics as well.
    pub const fn sets_mail(&self) -> bool {
        self.operator && self.opens_clinics
    }

    /// Whether the same address and password still sign in, as they did before.
    pub fn signs_in_like(&self, before: &Self) -> bool {
        (&self.address, &self.password, self.disabled) == (&before.address, &before.password, before.disabled)
    }

    /// The same person without this recovery code, which counts once; `None` where it is none of theirs.
    pub fn recovered(&self, typed: &str) -> Option<Self> {
        let hash = recovery_hash(&typed_code::normal(typed));
        let left: Vec<TokenHash> = self.recovery_codes.iter().copied().filter(|code| *code != hash).collect();
        (left.len() < self.recovery_codes.len()).then(|| Self { recovery_codes: left, ..self.clone() })
    }
}

/// How the log names somebody of this id.
pub fn short_id(id: StaffId) -> String {
    id.bytes()[..4].iter().fold("S-".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}

/// New recovery codes, as they are shown once.
pub fn mint_recovery_codes() -> Vec<String> {
    (0..RECOVERY_CODES).map(|_| typed_code::mint::<RECOVERY_CODE>()).collect()
}

/// What is stored of recovery codes.
pub fn recovery_hashes(codes: &[String]) -> Vec<TokenHash> {
    codes.iter().map(|code| recovery_hash(code)).collect()
}

fn recovery_hash(code: &str) -> TokenHash {
    TokenHash::of_text(&format!("recovery code {code}"))
}
