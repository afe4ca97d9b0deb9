//! A token: 256 random bits from the operating system, for a session or a link in a mail.
//!
//! The store keeps only its SHA-256, so that a reader of the data file or of a backup cannot use it. A plain hash is
//! enough, because a random token of this size cannot be guessed offline.

use crate::store::Key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;

/// Random bytes from the operating system.
///
/// If the system has no randomness to give, this waits and tries again: to go on with predictable bytes would be worse
/// than to wait.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    while getrandom::fill(&mut bytes).is_err() {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    bytes
}

/// A secret of 256 bits that gives access to something. It is shown to its owner only, and never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A new random token.
    pub fn mint() -> Self {
        Self(random_bytes())
    }

    /// Reads what [`Token::text`] wrote; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// The 43 characters that go into a cookie or a link (base64url of RFC 4648, without padding).
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The hash that is stored.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }

    /// A proof that its maker knew this token: a nonce and its HMAC-SHA-256.
    ///
    /// It differs at every call, so that the size of compressed pages does not reveal it byte by byte.
    pub fn proof(&self) -> String {
        let nonce: [u8; 16] = random_bytes();
        let mut both = nonce.to_vec();
        both.extend_from_slice(&self.mac(b"mypage form proof", &nonce));
        URL_SAFE_NO_PAD.encode(both)
    }

    /// Whether `text` is a [`Token::proof`] of this token, compared in constant time.
    pub fn proves(&self, text: &str) -> bool {
        let Ok(both) = URL_SAFE_NO_PAD.decode(text) else {
            return false;
        };
        let Some((nonce, mac)) = both.split_first_chunk::<16>() else {
            return false;
        };
        self.mac(b"mypage form proof", nonce).ct_eq(mac).into()
    }

    /// A short, stable identifier of this token's owner for the purpose `text`. It gives access to nothing and proves
    /// nothing.
    pub fn mark(&self, text: &str) -> String {
        URL_SAFE_NO_PAD.encode(&self.mac(b"mypage mark", text.as_bytes())[..9])
    }

    fn mac(&self, purpose: &[u8], text: &[u8]) -> [u8; 32] {
        // HMAC pads a key with zeros to the hash's block of 64 bytes (RFC 2104); doing it here leaves no error to
        // handle.
        let mut key = [0; 64];
        key[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&key.into());
        mac.update(purpose);
        mac.update(text);
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The SHA-256 of a [`Token`]: what is stored and looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// The hash of a text, for keys that must not contain the text itself (addresses in throttles).
    pub fn of_text(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// So much of it that nobody guesses it, to name in an address what it is the key of. It opens nothing.
    pub fn reference(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.0[..16])
    }

    /// Its beginning, to tell apart by what a page showed.
    pub fn in_short(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.0[..9])
    }
}

impl Key for TokenHash {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    fn decode(bytes: &mut &[u8]) -> Option<Self> {
        <[u8; 32]>::decode(bytes).map(Self)
    }
}
