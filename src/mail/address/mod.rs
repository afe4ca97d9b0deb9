//! メールアドレス: what is accepted as one, its canonical form, and how it is compared, masked and handed to SMTP.
//!
//! Lenient towards Japanese keyboards and the local parts that carriers once issued; strict about everything that
//! could end up in a mail header. Whether mail arrives is proved by sending some, never guessed here.

mod typo;

#[cfg(test)]
mod tests;

use crate::lang::typed::{Fault, clean, is_hyphen};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The most characters of an address (RFC 5321).
const LIMIT: usize = 254;
/// The most characters of the part before the @, with the quotation marks that it may need.
const LOCAL_LIMIT: usize = 64;
/// The most characters between two dots of a domain.
const LABEL_LIMIT: usize = 63;

/// An e-mail address, checked: ASCII, one `@`, the domain in lower case. `Debug` shows it masked.
///
/// Reading a stored one checks nothing again, so that a stricter rule never makes a row unreadable.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    /// Nothing was typed.
    Missing,
    /// Longer than any address.
    TooLong,
    /// Control characters, direction overrides or broken characters.
    Forbidden,
    /// A space inside.
    Space,
    /// No `@`.
    NoAt,
    /// More than one `@`.
    ManyAts,
    /// Letters besides the half-width ones.
    NotAscii,
    /// The part before the `@` is empty or has characters that no address has.
    Local,
    /// The part after the `@` is not a domain name.
    Domain,
    /// The part after the `@` has no dot, as in `localhost`.
    DomainWithoutDot,
}

impl EmailAddress {
    /// Reads what was typed, in any width and with surrounding spaces. The local part keeps its case.
    pub fn parse(raw: &str) -> Result<Self, AddressProblem> {
        // Quotation marks and a final dot are typed but not stored, hence some room before the exact limit.
        let text = clean(raw, LIMIT + 8).map_err(|fault| match fault {
            Fault::TooLong => AddressProblem::TooLong,
            Fault::Forbidden => AddressProblem::Forbidden,
        })?;
        let text: String = text.chars().map(half_width).collect();
        if text.is_empty() {
            return Err(AddressProblem::Missing);
        }
        if text.chars().any(char::is_whitespace) {
            return Err(AddressProblem::Space);
        }
        if !text.is_ascii() {
            return Err(AddressProblem::NotAscii);
        }
        let (local, domain) = text.split_once('@').ok_or(AddressProblem::NoAt)?;
        if domain.contains('@') {
            return Err(AddressProblem::ManyAts);
        }
        let local = local_part(local)?;
        let domain = domain_name(domain)?;
        let whole = format!("{local}@{domain}");
        if whole.len() > LIMIT { Err(AddressProblem::TooLong) } else { Ok(Self(whole)) }
    }

    /// The address as stored and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the `@`.
    pub fn local(&self) -> &str {
        self.parts().0
    }

    /// The part after the `@`, in lower case.
    pub fn domain(&self) -> &str {
        self.parts().1
    }

    /// For logs: `y***@example.jp`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.parts();
        let first: String = local.chars().take(1).collect();
        format!("{first}***@{domain}")
    }

    /// For uniqueness: in practice the case of the local part makes no second mailbox.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The mailbox behind the address, for limits: without the tag after `+`, which its owner chooses freely, and at Gmail
    /// without dots, which count for nothing there. Two mailboxes may share one; that is no reason to take them for one
    /// address elsewhere.
    pub fn mailbox(&self) -> String {
        let key = self.key();
        let (local, domain) = key.split_once('@').unwrap_or((&key, ""));
        let untagged = local.split('+').next().filter(|name| !name.is_empty()).unwrap_or(local);
        match domain {
            "gmail.com" | "googlemail.com" => format!("{}@gmail.com", untagged.replace('.', "")),
            _ => format!("{untagged}@{domain}"),
        }
    }

    /// As RFC 5321 and mail libraries want it: a local part with `..`, or with a dot at its end, stands in quotation
    /// marks. Servers take `"a..b"` and `a..b` for the same mailbox.
    pub fn quoted(&self) -> String {
        let (local, domain) = self.parts();
        if local.split('.').any(str::is_empty) { format!("\"{local}\"@{domain}") } else { self.0.clone() }
    }

    /// The address that was probably meant, where the domain looks like a mistyped well-known one.
    pub fn suggestion(&self) -> Option<Self> {
        let (local, domain) = self.parts();
        typo::meant(domain).map(|meant| Self(format!("{local}@{meant}")))
    }

    fn parts(&self) -> (&str, &str) {
        self.0.split_once('@').unwrap_or((&self.0, ""))
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Only widths are folded, not compatibility letters: a look-alike of another address must not become it.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '。' | '｡' => '.',
        hyphen if is_hyphen(hyphen) => '-',
        other => other,
    }
}

/// The local part without the quotation marks that carriers' old addresses are sometimes typed with. Dots may stand
/// side by side and at the end, as those carriers allowed, but not at the beginning.
fn local_part(typed: &str) -> Result<&str, AddressProblem> {
    let local = typed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(typed);
    let marks = if needs_quoting(local) { 2 } else { 0 };
    if local.len() + marks > LOCAL_LIMIT {
        return Err(AddressProblem::TooLong);
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    if local.is_empty() || local.starts_with('.') || !local.chars().all(allowed) {
        return Err(AddressProblem::Local);
    }
    Ok(local)
}

fn needs_quoting(local: &str) -> bool {
    local.split('.').any(str::is_empty)
}

fn domain_name(typed: &str) -> Result<String, AddressProblem> {
    let domain = typed.strip_suffix('.').unwrap_or(typed).to_ascii_lowercase();
    let label = |label: &str| {
        (1..=LABEL_LIMIT).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if !domain.split('.').all(label) {
        return Err(AddressProblem::Domain);
    }
    match domain.rsplit_once('.') {
        None => Err(AddressProblem::DomainWithoutDot),
        // A last label that begins with a digit belongs to an IP address.
        Some((_, last)) if last.len() < 2 || last.starts_with(|c: char| c.is_ascii_digit()) => {
            Err(AddressProblem::Domain)
        }
        Some(_) => Ok(domain),
    }
}
