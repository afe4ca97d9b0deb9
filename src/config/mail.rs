//! The settings of mail: whether mails are sent or kept, and through which server.
//!
//! Passwords never travel without encryption to another machine: `tls = "none"` is refused there. It does not know
//! how a mail is written or sent.

use super::files;
use super::keys;
use super::problem::Problem;
use super::secret::Secret;
use super::settings::Settings;
use lettre::Address;
use lettre::message::Mailbox;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How mails leave.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The sender of every mail.
    pub from: Mailbox,
    /// Sent or kept.
    pub delivery: Delivery,
}

/// What happens to a mail that is ready.
#[derive(Clone, Debug)]
pub enum Delivery {
    /// It stays in the data file and is shown at `/_mail`.
    Kept,
    /// It is sent through this server.
    Smtp(Smtp),
}

/// An SMTP server.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// Its name or address, which its certificate must carry.
    pub host: String,
    /// Its port; never 0.
    pub port: u16,
    /// How the connection is encrypted.
    pub tls: Tls,
    /// The sign-in, if it wants one.
    pub credentials: Option<Credentials>,
    /// PEM root certificates to trust beside the system's.
    pub extra_roots: Option<String>,
}

/// How a connection to the SMTP server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// In plain first, then required to change to TLS.
    StartTls,
    /// TLS from the first byte.
    Implicit,
    /// Not at all; only to this machine.
    None,
}

/// The sign-in to the SMTP server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The name.
    pub user: String,
    /// Its password.
    pub password: Secret,
}

impl Mail {
    pub(super) fn check(settings: &Settings) -> Result<Self, Problem> {
        let sends = settings.value(&keys::MAIL_MODE).parse(|text| match text {
            "kept" => Some(false),
            "smtp" => Some(true),
            _ => None,
        })?;
        let delivery = if sends { Delivery::Smtp(Smtp::check(settings)?) } else { Delivery::Kept };
        let unsent = matches!(delivery, Delivery::Kept).then(|| mailbox(KEPT_FROM)).flatten();
        let from = settings.value(&keys::MAIL_FROM);
        let from =
            from.optional(mailbox)?.or(unsent).ok_or_else(|| from.missing("mail.mode = \"smtp\" needs a sender"))?;
        Ok(Self { from, delivery })
    }
}

impl Smtp {
    fn check(settings: &Settings) -> Result<Self, Problem> {
        let host = settings.value(&keys::MAIL_HOST);
        let name = host.optional(server)?.ok_or_else(|| {
            host.missing("mail.mode = \"smtp\" needs a server (mail.mode = \"kept\" tries the service out without one)")
        })?;
        let setting = settings.value(&keys::MAIL_TLS);
        let tls = setting.parse(|text| match text {
            "starttls" => Some(Tls::StartTls),
            "implicit" => Some(Tls::Implicit),
            "none" => Some(Tls::None),
            _ => None,
        })?;
        if tls == Tls::None && !is_this_machine(&name) {
            return Err(setting.problem(&format!(
                "\"none\" is only for a server on this machine (localhost, 127.0.0.1, ::1), and mail.host is {name}"
            )));
        }
        let port = settings.value(&keys::MAIL_PORT).parse(|text| text.parse().ok())?;
        Ok(Self {
            host: name,
            port: if port == 0 { tls.usual_port() } else { port },
            tls,
            credentials: Credentials::check(settings)?,
            extra_roots: files::certificates(&settings.value(&keys::MAIL_CA_FILE))?,
        })
    }
}

impl Tls {
    const fn usual_port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Implicit => 465,
            Self::None => 25,
        }
    }
}

impl Credentials {
    fn check(settings: &Settings) -> Result<Option<Self>, Problem> {
        let user = settings.value(&keys::MAIL_USER);
        let file = settings.value(&keys::MAIL_PASSWORD_FILE);
        match (user.optional(|text| Some(text.to_owned()))?, files::password(&file)?) {
            (None, None) => Ok(None),
            (Some(user), Some(password)) => Ok(Some(Self { user, password })),
            (Some(_), None) => Err(file.missing("mail.user is")),
            (None, Some(_)) => Err(user.missing("mail.password_file is")),
        }
    }
}

/// The sender of kept mails when none is set; nobody ever receives them.
const KEPT_FROM: &str = "mypage <no-reply@localhost>";

/// A host name or an address; an IPv6 address may stand in brackets.
fn server(text: &str) -> Option<String> {
    let text = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let name = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    (name || text.parse::<IpAddr>().is_ok()).then(|| text.to_owned())
}

fn is_this_machine(host: &str) -> bool {
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => Ipv4Addr::is_loopback(&address),
        Ok(IpAddr::V6(address)) => Ipv6Addr::is_loopback(&address),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    }
}

/// `address` or `name <address>`, and nothing after it.
fn mailbox(text: &str) -> Option<Mailbox> {
    let Some((name, address)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) else {
        return Some(Mailbox::new(None, text.parse::<Address>().ok()?));
    };
    let name = name.trim().trim_matches('"').trim();
    let name = (!name.is_empty()).then(|| name.to_owned());
    Some(Mailbox::new(name, address.trim().parse().ok()?))
}
