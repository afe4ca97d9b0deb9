//! The settings of mail: whether mails are sent or kept, and through which server, or that the console says so.
//!
//! Passwords never travel without encryption to another machine: `tls = "none"` is refused there.

use super::files;
use super::keys;
use super::secret::Secret;
use super::settings::{Purpose, Settings};
use lettre::Address;
use lettre::message::Mailbox;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, PoisonError, RwLock};

/// How mails leave.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The sender of every mail, as long as the console names no other.
    from: Mailbox,
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
    /// It is sent as the console says, and waits as long as that says nothing.
    Console(ConsoleMail),
}

/// An account at an SMTP server that sends mails in somebody's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAccount {
    /// The server.
    pub smtp: Smtp,
    /// The sender of every mail.
    pub from: Mailbox,
}

/// The account that was set in the console, none before that. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct ConsoleMail(Arc<RwLock<Option<Arc<MailAccount>>>>);

impl ConsoleMail {
    /// The account by which mails are sent at this moment.
    pub fn account(&self) -> Option<Arc<MailAccount>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Sends all further mails by the account that `read` finds. Of several who do so at once the last one reads last, so that
    /// what is stored is what is in force.
    ///
    /// # Errors
    /// What `read` meets; then nothing changes.
    pub fn set<E>(&self, read: impl FnOnce() -> Result<Option<MailAccount>, E>) -> Result<(), E> {
        let mut account = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let found = read()?;
        // The same one stays the same, so that what was made ready of it is not made ready again.
        if account.as_deref() != found.as_ref() {
            *account = found.map(Arc::new);
        }
        Ok(())
    }
}

/// An SMTP server.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let of_smtp = [&keys::MAIL_HOST, &keys::MAIL_FROM, &keys::MAIL_USER, &keys::MAIL_PASSWORD_FILE];
        let is_any_set = of_smtp.into_iter().any(|key| settings.value(key).is_set());
        let mode = settings.value(&keys::MAIL_MODE).parse(|text| match text {
            "smtp" => Some(Mode::Smtp),
            "console" => Some(Mode::Console),
            "kept" => Some(Mode::Kept),
            "" if is_any_set => Some(Mode::Smtp),
            "" => Some(Mode::Console),
            _ => None,
        });
        let setting = settings.value(&keys::MAIL_FROM);
        let from = setting.optional(mailbox);
        match mode? {
            Mode::Smtp => {
                if !setting.is_set() {
                    setting.missing("mail.mode = \"smtp\" needs a sender");
                }
                let smtp = Smtp::check(settings);
                Some(Self { from: from?, delivery: Delivery::Smtp(smtp?) })
            }
            Mode::Kept => Some(Self { from: from.or_else(|| mailbox(NOBODY))?, delivery: Delivery::Kept }),
            Mode::Console => {
                for key in of_smtp.into_iter().filter(|key| settings.value(key).is_set()) {
                    settings.value(key).problem("is set in the console, as mail.mode = \"console\" says");
                }
                Some(Self { from: mailbox(NOBODY)?, delivery: Delivery::Console(ConsoleMail::default()) })
            }
        }
    }

    /// The account by which mails are sent at this moment; none where they are kept, or wait.
    pub fn account(&self) -> Option<Arc<MailAccount>> {
        match &self.delivery {
            Delivery::Smtp(smtp) => Some(Arc::new(MailAccount { smtp: smtp.clone(), from: self.from.clone() })),
            Delivery::Console(console) => console.account(),
            Delivery::Kept => None,
        }
    }

    /// The sender of mails at this moment.
    pub fn from(&self) -> Mailbox {
        self.of_console().map_or_else(|| self.from.clone(), |account| account.from.clone())
    }

    /// Whether a mail that is written now reaches somebody: it does not before the console says how.
    pub fn is_ready(&self) -> bool {
        !matches!(self.delivery, Delivery::Console(_)) || self.of_console().is_some()
    }

    /// Whether mails go out to patients.
    pub fn is_sent(&self) -> bool {
        !matches!(self.delivery, Delivery::Kept) && self.is_ready()
    }

    fn of_console(&self) -> Option<Arc<MailAccount>> {
        match &self.delivery {
            Delivery::Console(console) => console.account(),
            Delivery::Smtp(_) | Delivery::Kept => None,
        }
    }
}

enum Mode {
    Smtp,
    Console,
    Kept,
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
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::StartTls, Self::Implicit, Self::None];

    /// Its word in settings and forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::StartTls => "starttls",
            Self::Implicit => "implicit",
            Self::None => "none",
        }
    }

    /// That of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tls| tls.word() == word)
    }

    fn check(settings: &Settings, host: Option<&str>) -> Option<Self> {
        let setting = settings.value(&keys::MAIL_TLS);
        let tls = setting.parse(Self::parse)?;
        if let Some(host) = host.filter(|host| !tls.protects(host)) {
            setting.problem(&format!(
                "\"none\" is only for a server on this machine (localhost, 127.0.0.1, ::1), and mail.host is {host}"
            ));
        }
        Some(tls)
    }

    /// Whether what is said to a server under this name is safe from others.
    pub fn protects(self, host: &str) -> bool {
        self != Self::None || is_this_machine(host)
    }

    /// The port that servers usually have for it.
    pub const fn usual_port(self) -> u16 {
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

/// The sender of mails that nobody receives: kept ones, and those that wait for the console's settings.
const NOBODY: &str = "mypage <no-reply@localhost>";

/// A host name or an address; an IPv6 address may stand in brackets.
pub fn server(text: &str) -> Option<String> {
    let text = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let name = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    (!text.is_empty() && (name || text.parse::<IpAddr>().is_ok())).then(|| text.to_owned())
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
