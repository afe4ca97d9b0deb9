//! Looking for secrets in the bytes of a file.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::path::Path;

/// Every way in which a token could have been written down.
fn spellings(token: &str) -> [Vec<u8>; 5] {
    let raw = URL_SAFE_NO_PAD.decode(token).unwrap();
    assert_eq!(raw.len(), 32);
    let hex: String = raw.iter().map(|byte| format!("{byte:02x}")).collect();
    let standard = token.replace('-', "+").replace('_', "/");
    [token.into(), standard.into(), raw, hex.to_uppercase().into(), hex.into()]
}

/// Whether a file holds these bytes, in parts that are free, too.
pub fn holds(file: &Path, secret: &[u8]) -> bool {
    std::fs::read(file).unwrap().windows(secret.len()).any(|part| part == secret)
}

/// Whether a file holds a token, however it is spelled.
pub fn holds_token(file: &Path, token: &str) -> bool {
    spellings(token).iter().any(|spelling| holds(file, spelling))
}
