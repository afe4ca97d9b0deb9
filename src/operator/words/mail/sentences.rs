//! What the page about mail says, one field a sentence.

use crate::config::Tls;
use crate::mail::SmtpStep;
use crate::operator::mail_form::MailProblem;

/// What the page about mail says.
pub struct MailSettingWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// The file says how mails are sent.
    pub in_file: &'static str,
    pub demo: &'static str,
    pub not_set: &'static str,
    /// The service has this address, which patients cannot open.
    pub out_of_reach: fn(&str) -> String,
    pub sender: &'static str,
    pub sender_hint: &'static str,
    pub sender_name: &'static str,
    pub sender_name_hint: &'static str,
    pub host: &'static str,
    pub host_hint: &'static str,
    pub tls: &'static str,
    pub tls_of: fn(Tls) -> &'static str,
    pub port: &'static str,
    pub port_hint: &'static str,
    pub user: &'static str,
    pub user_hint: &'static str,
    pub password: &'static str,
    pub password_hint: &'static str,
    pub button: &'static str,
    pub problem: fn(MailProblem) -> String,
    pub saved: &'static str,
    pub test: &'static str,
    /// To which address.
    pub test_help: fn(&str) -> String,
    pub test_button: &'static str,
    pub test_subject: &'static str,
    pub test_body: &'static str,
    pub kept: &'static str,
    pub sent: fn(&str) -> String,
    pub failed: &'static str,
    /// What to look at, by the step that failed.
    pub step: fn(SmtpStep) -> &'static str,
}
