//! The settings of mail: whether mails are sent or kept, and through which server.
//!
//! Passwords never travel without encryption to another machine: `tls = "none"` is refused there.

use super::files;
use super::keys;
use super::secret::Secret;
use super::settings::{Purpose, Settings};
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
    /// The name to sign in with.
    pub user: String,
    /// The password of that name.
    pub password: Secret,
}

impl Mail {
    pub(super) fn check(settings: &Settings) -> Option<Self> {
        let sends = settings.value(&keys::MAIL_MODE).parse(|text| match text {
            "kept" => Some(false),
            "smtp" => Some(true),
            _ => None,
        });
        let setting = settings.value(&keys::MAIL_FROM);
        let from = setting.optional(mailbox);
        if sends? {
            if !setting.is_set() {
                setting.missing("mail.mode = \"smtp\" needs a sender");
            }
            let smtp = Smtp::check(settings);
            Some(Self { from: from?, delivery: Delivery::Smtp(smtp?) })
        } else {
            Some(Self { from: from.or_else(|| mailbox(KEPT_FROM))?, delivery: Delivery::Kept })
        }
    }
}

impl Smtp {
    fn check(settings: &Settings) -> Option<Self> {
        let setting = settings.value(&keys::MAIL_HOST);
        if !setting.is_set() {
            setting.missing(
                "mail.mode = \"smtp\" needs a server (mail.mode = \"kept\" tries the service out without one)",
            );
        }
        let host = setting.optional(server);
        let tls = Tls::check(settings, host.as_deref());
        let port: Option<u16> = settings.value(&keys::MAIL_PORT).parse(|text| text.parse().ok());
        let (credentials, extra_roots) = match settings.purpose {
            Purpose::Serve => (Credentials::check(settings), files::certificates(&settings.value(&keys::MAIL_CA_FILE))),
            Purpose::Data => (None, None),
        };
        let (tls, port) = (tls?, port?);
        let port = if port == 0 { tls.usual_port() } else { port };
        Some(Self { host: host?, port, tls, credentials, extra_roots })
    }
}

impl Tls {
    fn check(settings: &Settings, host: Option<&str>) -> Option<Self> {
        let setting = settings.value(&keys::MAIL_TLS);
        let tls = setting.parse(|text| match text {
            "starttls" => Some(Self::StartTls),
            "implicit" => Some(Self::Implicit),
            "none" => Some(Self::None),
            _ => None,
        })?;
        if let Some(host) = host.filter(|host| tls == Self::None && !is_this_machine(host)) {
            setting.problem(&format!(
                "\"none\" is only for a server on this machine (localhost, 127.0.0.1, ::1), and mail.host is {host}"
            ));
        }
        Some(tls)
    }

    const fn usual_port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Implicit => 465,
            Self::None => 25,
        }
    }
}

impl Credentials {
    fn check(settings: &Settings) -> Option<Self> {
        let user = settings.value(&keys::MAIL_USER);
        let file = settings.value(&keys::MAIL_PASSWORD_FILE);
        match (user.is_set(), file.is_set()) {
            (true, false) => file.missing("mail.user is"),
            (false, true) => user.missing("mail.password_file is"),
            _ => {}
        }
        let (user, password) = (user.optional(|text| Some(text.to_owned())), files::password(&file));
        Some(Self { user: user?, password: password? })
    }
}

/// The sender of kept mails when none is set. Nobody receives them.
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
