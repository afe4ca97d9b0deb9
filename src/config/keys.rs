//! The table of settings: each with its name, form, default, meaning and what is allowed.
//!
//! The defaults are written as in the file. An empty text or list means "not set". Values are checked in `mod.rs` and
//! `mail.rs`.

/// How a value is written in the file. In the environment everything is text, and a list is separated by commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Number,
    List,
    Truth,
}

/// One setting.
#[derive(Debug)]
pub(super) struct Key {
    /// The dotted name: the section, if it has one, then the key.
    pub name: &'static str,
    pub form: Form,
    pub default: &'static str,
    /// What is allowed, in words that follow "must be".
    pub allowed: &'static str,
    /// The comment above the setting in `mypage.toml`: lines of text.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that holds mypage.toml to this table"))]
    pub doc: &'static str,
}

impl Key {
    /// The environment variable that sets it.
    pub(super) fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_ascii_uppercase().replace('.', "_"))
    }
}

/// The file that is read when none is named.
pub(super) const FILE: &str = "mypage.toml";

/// What every environment variable of the service begins with.
pub(super) const PREFIX: &str = "MYPAGE_";

pub(super) static LISTEN: Key = Key {
    name: "listen",
    form: Form::Text,
    default: "127.0.0.1:8080",
    allowed: "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080",
    doc: "The address and port to listen on. Port 0 takes a free one and says which.",
};
pub(super) static BASE_URL: Key = Key {
    name: "base_url",
    form: Form::Text,
    default: "http://localhost:8080",
    allowed: "http:// or https://, a host and perhaps a port, and nothing after it, such as https://my.example.jp",
    doc: "The origin under which patients reach the service. Every link in a mail begins with it, whatever a\n\
          request claims; with https, cookies are sent over https only.",
};
pub(super) static HSTS_INCLUDE_SUBDOMAINS: Key = Key {
    name: "hsts_include_subdomains",
    form: Form::Truth,
    default: "false",
    allowed: "true or false",
    doc: "With an https base_url, browsers are told to use https for a year. true tells them so for every\n\
          subdomain as well: only where all of them speak https.",
};
pub(super) static DATA: Key = Key {
    name: "data",
    form: Form::Text,
    default: "data",
    allowed: "a folder",
    doc: "The folder of the data file. It is made when it is missing.",
};
pub(super) static MAIL_MODE: Key = Key {
    name: "mail.mode",
    form: Form::Text,
    default: "",
    allowed: "smtp, console or kept",
    doc: "\"smtp\" sends mails and needs host and from. \"console\" leaves the settings below to the page\n\
          /console/operator/mail. \"kept\" sends none and shows them all at /_mail to everybody on this machine: for\n\
          trying out, never for real patients. Empty means smtp where host, from, user or password_file is set, and\n\
          console otherwise.",
};
pub(super) static MAIL_HOST: Key = Key {
    name: "mail.host",
    form: Form::Text,
    default: "",
    allowed: "a host name or an IP address",
    doc: "The SMTP server, such as \"smtp.example.jp\".",
};
pub(super) static MAIL_PORT: Key = Key {
    name: "mail.port",
    form: Form::Number,
    default: "0",
    allowed: "a port from 1 to 65535, or 0 for the usual one of mail.tls",
    doc: "Its port. 0 means the usual one: 587 for starttls, 465 for implicit, 25 for none.",
};
pub(super) static MAIL_TLS: Key = Key {
    name: "mail.tls",
    form: Form::Text,
    default: "starttls",
    allowed: "starttls, implicit or none",
    doc: "\"starttls\" and \"implicit\" refuse a server whose certificate is not right. \"none\" is only for a server\n\
          on this machine.",
};
pub(super) static MAIL_USER: Key = Key {
    name: "mail.user",
    form: Form::Text,
    default: "",
    allowed: "a name without control characters",
    doc: "The name to sign in to the SMTP server with; empty means no sign-in.",
};
pub(super) static MAIL_PASSWORD_FILE: Key = Key {
    name: "mail.password_file",
    form: Form::Text,
    default: "",
    allowed: "the path of a file",
    doc: "The file that holds the password of that name, on one line. A file open to every user is refused.",
};
pub(super) static MAIL_FROM: Key = Key {
    name: "mail.from",
    form: Form::Text,
    default: "",
    allowed: "a mail address, or a name and an address as in mypage <no-reply@example.jp>",
    doc: "The sender, such as \"mypage <no-reply@example.jp>\".",
};
pub(super) static MAIL_CA_FILE: Key = Key {
    name: "mail.ca_file",
    form: Form::Text,
    default: "",
    allowed: "the path of a PEM file",
    doc: "A PEM file of root certificates to trust for the SMTP server beside those of the system.",
};
pub(super) static PROXY_TRUSTED: Key = Key {
    name: "proxy.trusted",
    form: Form::List,
    default: "",
    allowed: "a list of networks, such as 127.0.0.1/32 or 10.0.0.0/8, none of them the whole internet",
    doc: "The addresses of your reverse proxies, such as [\"127.0.0.1/32\", \"::1/128\"]. Only they are believed\n\
          about X-Forwarded-For and X-Forwarded-Proto.",
};
pub(super) static SERVICE_NAME: Key = Key {
    name: "service.name",
    form: Form::Text,
    default: "マイページ",
    allowed: "a name",
    doc: "The name of the service on pages and in mails.",
};
pub(super) static SERVICE_CONTACT: Key = Key {
    name: "service.contact",
    form: Form::Text,
    default: "",
    allowed: "a line of text",
    doc: "How patients reach you: a telephone number with its hours, a mail address.",
};
pub(super) static SERVICE_TERMS_FILE: Key = Key {
    name: "service.terms_file",
    form: Form::Text,
    default: "",
    allowed: "the path of a file",
    doc: "Your terms of use, in Markdown (UTF-8); empty means the built-in text.",
};
pub(super) static SERVICE_PRIVACY_FILE: Key = Key {
    name: "service.privacy_file",
    form: Form::Text,
    default: "",
    allowed: "the path of a file",
    doc: "Your privacy policy, in Markdown (UTF-8); empty means the built-in text.",
};

/// Every setting, in the order of the file.
pub(super) static ALL: [&Key; 17] = [
    &LISTEN,
    &BASE_URL,
    &HSTS_INCLUDE_SUBDOMAINS,
    &DATA,
    &MAIL_MODE,
    &MAIL_HOST,
    &MAIL_PORT,
    &MAIL_TLS,
    &MAIL_USER,
    &MAIL_PASSWORD_FILE,
    &MAIL_FROM,
    &MAIL_CA_FILE,
    &PROXY_TRUSTED,
    &SERVICE_NAME,
    &SERVICE_CONTACT,
    &SERVICE_TERMS_FILE,
    &SERVICE_PRIVACY_FILE,
];

/// The variable nearest to one that does not exist.
pub(super) fn nearest_variable(wrong: &str) -> String {
    let likeness = |variable: &String| strsim::normalized_damerau_levenshtein(wrong, variable);
    let all = ALL.iter().map(|key| key.variable());
    all.max_by(|one, other| likeness(one).total_cmp(&likeness(other))).unwrap_or_default()
}
