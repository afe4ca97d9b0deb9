//! The token of a confirmation URL: the moment at which it was made, then a secret.
//!
//! The moment only says where the row of the token lies, so that tokens of the same time lie side by side. With another
//! moment the secret opens nothing.

use crate::clock::Moment;
use crate::secret::{Token, TokenHash};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Under which key the row of a token lies.
pub type ReceiptKey = (Moment, TokenHash);

/// The token of a confirmation URL. It is in the mail only, and never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptToken {
    made: Moment,
    secret: Token,
}

/// How many characters of the text are the moment: six bytes of milliseconds in base64url.
const MOMENT: usize = 8;

impl ReceiptToken {
    /// A new token, made at a moment after 1970.
    pub fn mint(moment: Moment) -> Self {
        Self { made: moment, secret: Token::mint() }
    }

    /// Reads what [`ReceiptToken::text`] wrote; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (moment, secret) = text.split_at_checked(MOMENT)?;
        let made = Moment::of_six_bytes(URL_SAFE_NO_PAD.decode(moment).ok()?.try_into().ok()?);
        Some(Self { made, secret: Token::parse(secret)? })
    }

    /// The 51 characters that go into the URL.
    pub fn text(&self) -> String {
        format!("{}{}", URL_SAFE_NO_PAD.encode(self.made.six_bytes()), self.secret.text())
    }

    /// Where its row lies; the secret is in it as a hash.
    pub fn key(&self) -> ReceiptKey {
        (self.made, self.secret.hash())
    }
}
