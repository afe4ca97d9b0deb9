//! What a failed step of the conversation means: whether to try again, and what may be written down about it.
//!
//! A refusal is final only when the server answered 5xx about the recipient or the content. What is about ourselves
//! (the password, our address, our right to send) is for the operator to correct, and the mail waits. What a server says
//! after it has heard the recipient is not kept beyond its codes, because servers repeat the address in it.

use lettre::transport::smtp::Error;

/// Why a message was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// At which step.
    pub step: SmtpStep,
    /// What went wrong, in English and on one line; names no recipient.
    pub why: String,
    /// Whether it will never be taken, at no other time either.
    pub is_final: bool,
}

/// The step of the conversation that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpStep {
    /// Reaching the server, and agreeing on encryption with it.
    Connect,
    /// Signing in.
    SignIn,
    /// Naming the sender.
    Sender,
    /// Naming the recipient.
    Recipient,
    /// The message itself.
    Content,
}

/// Answers that ask us to sign in or reject our sign-in, at any step (RFC 4954).
const SIGN_IN_CODES: [&str; 4] = ["530", "534", "535", "538"];
/// The longest remark of a server that is kept, in characters.
const LONGEST_REMARK: usize = 200;

impl SmtpStep {
    pub(super) fn trouble(self, error: &Error) -> Trouble {
        let code = error.status().map(|code| code.to_string());
        let remark = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
        let enhanced = remark.split_whitespace().next().filter(|word| is_enhanced_code(word));
        let about_us = code.as_deref().is_some_and(|code| SIGN_IN_CODES.contains(&code))
            // 5.7: security and policy, such as "relaying denied".
            || enhanced.is_some_and(|word| word.starts_with("5.7."));
        let reason = match code {
            Some(code) if self.knows_recipient() => {
                format!("{} answered with {code} {}", self.name(), enhanced.unwrap_or_default()).trim_end().to_owned()
            }
            // It may be any service at all, and a page must not show the first line of that.
            _ if error.is_response() => format!("{}: the answer is not SMTP", self.name()),
            _ => format!("{}: {}", self.name(), printable(&error.to_string())),
        };
        let is_final = error.is_permanent() && self.knows_recipient() && !about_us;
        Trouble { step: self, why: reason, is_final }
    }

    fn knows_recipient(self) -> bool {
        matches!(self, Self::Recipient | Self::Content)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Connect => "connecting",
            Self::SignIn => "signing in",
            Self::Sender => "our address",
            Self::Recipient => "the recipient",
            Self::Content => "the message",
        }
    }
}

/// Whether a word has the form of RFC 3463, as in `5.1.1`.
pub(super) fn is_enhanced_code(word: &str) -> bool {
    let mut parts = word.split('.');
    let numbers = parts.by_ref().take(3).filter(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    numbers.count() == 3 && parts.next().is_none() && word.len() <= 9
}

/// A remark fit for one line of a log.
fn printable(remark: &str) -> String {
    remark.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_REMARK).collect()
}
