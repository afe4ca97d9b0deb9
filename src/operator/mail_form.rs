//! The mail account as typed: where mails go out, and in whose name.

use crate::config::{Credentials, MailAccount, Secret, Smtp, Tls, server};
use crate::lang::typed::{Fault, clean, folded};
use crate::ui::{Form, FormField, Problems};
use lettre::Address;
use lettre::message::Mailbox;

/// The longest of its texts, in characters.
const LONGEST: usize = 200;

/// The account as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailForm {
    sender: String,
    sender_name: String,
    host: String,
    tls: String,
    port: String,
    user: String,
    password: Secret,
}

/// The fields of [`MailForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailField {
    /// 差出人のメールアドレス.
    Sender,
    /// 差出人の名前.
    SenderName,
    /// メールサーバー.
    Host,
    /// 暗号化の方式.
    Tls,
    /// ポート番号.
    Port,
    /// ユーザー名.
    User,
    /// パスワード.
    Password,
}

/// What is wrong with one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailProblem {
    /// It is missing.
    Missing,
    /// A text that cannot be taken.
    Text(Fault),
    /// No mail address.
    NoAddress,
    /// No name of a server.
    NoServer,
    /// No encryption that there is.
    NoTls,
    /// Without encryption to another machine.
    NotProtected,
    /// No port.
    NoPort,
    /// A user name without a password, or with one that was typed for another server or user.
    PasswordMissing,
}

impl Default for MailForm {
    fn default() -> Self {
        let tls = Tls::StartTls.word().to_owned();
        let [sender, sender_name, host, port, user] = Default::default();
        let password = Secret::new("");
        Self { sender, sender_name, host, tls, port, user, password }
    }
}

impl FormField for MailField {
    fn name(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::SenderName => "sender_name",
            Self::Host => "host",
            Self::Tls => "tls",
            Self::Port => "port",
            Self::User => "user",
            // Nothing that ends so is kept or shown again.
            Self::Password => "account_password",
        }
    }
}

impl Form for MailForm {
    type Field = MailField;

    fn read(get: impl Fn(MailField) -> String) -> Self {
        Self {
            sender: get(MailField::Sender),
            sender_name: get(MailField::SenderName),
            host: get(MailField::Host),
            tls: get(MailField::Tls),
            port: get(MailField::Port),
            user: get(MailField::User),
            password: Secret::new(get(MailField::Password)),
        }
    }

    fn typed(&self) -> Vec<(MailField, &str)> {
        let Self { sender, sender_name, host, tls, port, user, password } = self;
        vec![
            (MailField::Sender, sender),
            (MailField::SenderName, sender_name),
            (MailField::Host, host),
            (MailField::Tls, tls),
            (MailField::Port, port),
            (MailField::User, user),
            (MailField::Password, password.expose()),
        ]
    }
}

impl MailForm {
    /// The form that an account would be typed as, without its password.
    pub fn of(account: &MailAccount) -> Self {
        let MailAccount { smtp, from } = account;
        let port = if smtp.port == smtp.tls.usual_port() { String::new() } else { smtp.port.to_string() };
        Self {
            sender: from.email.to_string(),
            sender_name: from.name.clone().unwrap_or_default(),
            host: smtp.host.clone(),
            tls: smtp.tls.word().to_owned(),
            port,
            user: smtp.credentials.as_ref().map(|login| login.user.clone()).unwrap_or_default(),
            password: Secret::new(""),
        }
    }

    /// The form for the first account, with the name of the service's only clinic as that of who sends.
    pub fn of_clinic(name: &str) -> Self {
        Self { sender_name: name.to_owned(), ..Self::default() }
    }

    /// The account. Where no password was typed, that of the account before is kept, if it is for the same server, port, encryption
    /// and user: elsewhere, or less protected, nobody sends a password that they do not know.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self, before: Option<&MailAccount>) -> Result<MailAccount, Problems<MailField, MailProblem>> {
        let mut problems = Problems::default();
        let text = |text: &str| clean(&folded(text), LONGEST).map_err(MailProblem::Text);
        let sender = problems.sift(MailField::Sender, text(&self.sender).and_then(|text| address(&text)));
        let name = clean(&self.sender_name, LONGEST).map_err(MailProblem::Text);
        let name = problems.sift(MailField::SenderName, name);
        let host = problems.sift(MailField::Host, text(&self.host).and_then(|text| host(&text)));
        let tls = problems.sift(MailField::Tls, Tls::parse(&self.tls).ok_or(MailProblem::NoTls));
        let open = tls.zip(host.as_deref()).is_some_and(|(tls, host)| !tls.protects(host));
        problems.add(MailField::Tls, open.then_some(MailProblem::NotProtected));
        let port = text(&self.port).and_then(|text| port(&text, tls));
        let port = problems.sift(MailField::Port, port);
        let user = problems.sift(MailField::User, clean(&self.user, LONGEST).map_err(MailProblem::Text));
        let password = problems.sift(MailField::Password, password(self.password.expose()));
        let server = host.clone().zip(port).zip(tls).map(|((host, port), tls)| (host, port, tls));
        let same =
            before.filter(|before| server == Some((before.smtp.host.clone(), before.smtp.port, before.smtp.tls)));
        let known = same.and_then(|before| before.smtp.credentials.as_ref());
        let credentials = user.zip(password).map(|(user, password)| login(user, password, known));
        let credentials = credentials.and_then(|found| problems.sift(MailField::Password, found));
        let is_without_user = self.user.trim().is_empty() && !self.password.expose().is_empty();
        problems.add(MailField::User, is_without_user.then_some(MailProblem::Missing));
        let account = || {
            let (host, port, tls, credentials) = (host?, port?, tls?, credentials?);
            let from = Mailbox::new(name.filter(|name| !name.is_empty()), sender?);
            Some(MailAccount { smtp: Smtp { host, port, tls, credentials, extra_roots: None }, from })
        };
        let account = account();
        problems.settle(account)
    }
}

fn address(text: &str) -> Result<Address, MailProblem> {
    if text.is_empty() {
        return Err(MailProblem::Missing);
    }
    text.parse().map_err(|_| MailProblem::NoAddress)
}

fn host(text: &str) -> Result<String, MailProblem> {
    if text.is_empty() {
        return Err(MailProblem::Missing);
    }
    server(text).ok_or(MailProblem::NoServer)
}

/// The port that was typed, or the usual one.
fn port(text: &str, tls: Option<Tls>) -> Result<u16, MailProblem> {
    if text.is_empty() {
        return Ok(tls.unwrap_or(Tls::StartTls).usual_port());
    }
    text.parse().ok().filter(|port| *port != 0).ok_or(MailProblem::NoPort)
}

/// The sign-in with the password that was typed, or with the `known` one of the same user; none without a user.
fn login(
    user: String,
    password: Option<Secret>,
    known: Option<&Credentials>,
) -> Result<Option<Credentials>, MailProblem> {
    if user.is_empty() {
        return Ok(None);
    }
    let known = known.filter(|known| known.user == user).map(|known| known.password.clone());
    let password = password.or(known).ok_or(MailProblem::PasswordMissing)?;
    Ok(Some(Credentials { user, password }))
}

/// A password byte for byte as typed; `None` where none was.
fn password(typed: &str) -> Result<Option<Secret>, MailProblem> {
    if typed.chars().nth(LONGEST).is_some() {
        return Err(MailProblem::Text(Fault::TooLong));
    }
    if typed.chars().any(char::is_control) {
        return Err(MailProblem::Text(Fault::Forbidden));
    }
    Ok((!typed.is_empty()).then(|| Secret::new(typed)))
}
