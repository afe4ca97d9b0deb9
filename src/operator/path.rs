//! The operator's paths, within the console.

/// How the installation is.
pub const OPERATOR: &str = "/console/operator";
/// How mails are sent.
pub const MAIL: &str = "/console/operator/mail";
/// A mail that tries it out.
pub const TEST_MAIL: &str = "/console/operator/mail/test";
