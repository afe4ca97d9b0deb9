//! The second factor: one-time codes of an authenticator app (TOTP, RFC 6238), with the parameters that every app knows:
//! SHA-1, six digits, 30 seconds.
//!
//! A code counts once: the step that it belongs to is kept, and only a later one is accepted (RFC 6238, section 5.2).

use crate::clock::Moment;
use crate::lang::typed::folded;
use crate::secret::{random_bytes, typed_code};
use serde::{Deserialize, Serialize};
use std::fmt;
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret: the length of SHA-1's digest, as RFC 4226 recommends.
const SECRET: usize = 20;

/// What an authenticator app and the product share. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authenticator {
    secret: [u8; SECRET],
    /// The step of the last code that was accepted; 0 before the first.
    last_step: u64,
}

/// Why a code is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefused {
    /// It is no present code of this secret.
    Wrong,
    /// It is right, but was used before.
    Used,
}

impl Authenticator {
    /// A new secret.
    pub fn mint() -> Self {
        Self { secret: random_bytes(), last_step: 0 }
    }

    /// The authenticator after it has accepted this code: the present one, or the one before or after it. Spaces and full width do not
    /// matter.
    ///
    /// # Errors
    /// Why the code is refused.
    pub fn accept(&self, typed: &str, now: Moment) -> Result<Self, CodeRefused> {
        let code: String = folded(typed).chars().filter(char::is_ascii_digit).collect();
        let step = self.totp("", "").and_then(|totp| totp.check(&code, seconds(now))).ok_or(CodeRefused::Wrong)?;
        if step <= self.last_step {
            return Err(CodeRefused::Used);
        }
        Ok(Self { last_step: step, ..self.clone() })
    }

    /// The code of a moment: what the app shows.
    pub fn code(&self, at: Moment) -> String {
        self.totp("", "").map_or_else(String::new, |totp| totp.generate(seconds(at)).to_string())
    }

    /// The address that apps read from a QR code. It names the service and who signs in.
    pub fn url(&self, service: &str, address: &str) -> Option<String> {
        // A colon would end the service's name.
        self.totp(&service.replace(':', " "), &address.replace(':', " "))?.to_url().ok()
    }

    /// The secret as it is typed into an app that cannot read the QR code: base 32 (RFC 4648) in groups of four.
    pub fn text(&self) -> String {
        typed_code::grouped(&Secret::new(Box::new(self.secret)).to_base32(), " ")
    }

    /// Reads what [`Authenticator::text`] wrote.
    pub fn of_text(text: &str) -> Option<Self> {
        let secret = Secret::try_from_base32(text.replace(' ', "")).ok()?;
        Some(Self { secret: secret.as_bytes().try_into().ok()?, last_step: 0 })
    }

    fn totp(&self, service: &str, address: &str) -> Option<Totp> {
        let builder = Builder::new().with_secret(Secret::new(Box::new(self.secret))).with_account_name(address);
        let builder = if service.is_empty() { builder } else { builder.with_issuer(Some(service)) };
        builder.build().ok()
    }
}

impl fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authenticator(…)")
    }
}

fn seconds(at: Moment) -> u64 {
    u64::try_from(at.millis() / 1000).unwrap_or(0)
}
