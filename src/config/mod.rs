//! `mypage.toml` and the environment, checked into one `Config` before anything starts.
//!
//! The table in `keys.rs` is the only list of settings: it drives the reading of the file, the names of the
//! environment variables, the check for unknown keys and the text of `mypage.toml` itself. A setting in the
//! environment wins over the file, the file over the default. Relative paths start at the current directory. What the
//! settings mean for pages, mails or sockets is decided by the rooms that use them.

mod base_url;
mod files;
mod keys;
mod mail;
mod problem;
mod secret;
mod settings;
mod source;
#[cfg(test)]
mod tests;

pub use mail::{Credentials, Delivery, Mail, Smtp, Tls};
pub use problem::Problem;
pub use secret::Secret;
pub use source::environment;

use base_url::BaseUrl;
use ipnet::IpNet;
use settings::Settings;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// Everything the operator decides, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The folder of the data file and its backups.
    pub data: PathBuf,
    /// How mails leave.
    pub mail: Mail,
    /// The networks whose `X-Forwarded-*` headers are believed; empty means nobody's.
    pub proxies: Vec<IpNet>,
    /// What the service calls itself, and its documents.
    pub service: Service,
    base_url: BaseUrl,
}

/// How the service presents itself to patients.
#[derive(Clone, Debug)]
pub struct Service {
    /// The name in headers, titles and mails.
    pub name: String,
    /// How patients reach the operator; a line of text, if the operator gives one.
    pub contact: Option<String>,
    /// The operator's own terms of use; `None` means the built-in text.
    pub terms: Option<String>,
    /// The operator's own privacy policy; `None` means the built-in text.
    pub privacy: Option<String>,
}

impl Config {
    /// Reads the file at `path`, or `mypage.toml` in the current directory if it is there, and then `env`, of which
    /// only variables that begin with `MYPAGE_` are looked at.
    ///
    /// # Errors
    /// The first thing wrong, in one line: a file that cannot be read, a key or variable that does not exist, a value
    /// that is not allowed, or a setting that another one needs.
    pub fn load(path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> Result<Self, Problem> {
        Self::check(&Settings::read(path, env)?)
    }

    /// The defaults and `env` alone, without a file.
    ///
    /// # Errors
    /// As for [`Config::load`].
    pub fn from_environment(env: impl Iterator<Item = (String, String)>) -> Result<Self, Problem> {
        Self::check(&Settings::of_environment(env)?)
    }

    /// The origin of every absolute link, such as `https://my.example.jp`: no slash at the end, in the form in which
    /// browsers send `Origin`.
    pub fn base_url(&self) -> &str {
        self.base_url.as_str()
    }

    /// Whether patients reach the service over https.
    pub fn is_https(&self) -> bool {
        self.base_url.is_https()
    }

    /// Whether mails go out whose links lead to the machine itself, as with a `base_url` that was never set.
    pub fn sends_local_links(&self) -> bool {
        matches!(self.mail.delivery, Delivery::Smtp(_)) && self.base_url.is_local()
    }

    /// The absolute link to a path of this service, such as `/sign-in`.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}", self.base_url.as_str(), path.strip_prefix('/').unwrap_or(path))
    }

    fn check(settings: &Settings) -> Result<Self, Problem> {
        let config = Self::checked_singly(settings)?;
        if matches!(config.mail.delivery, Delivery::Kept) && !config.base_url.is_local() {
            // Kept mails are shown to whoever asks, and the links in them open accounts.
            let mode = settings.value(&keys::MAIL_MODE);
            return Err(mode
                .problem("must be \"smtp\" unless base_url is on localhost, since kept mails can be read by anybody"));
        }
        Ok(config)
    }

    fn checked_singly(settings: &Settings) -> Result<Self, Problem> {
        Ok(Self {
            listen: settings.value(&keys::LISTEN).parse(|text| text.parse().ok())?,
            base_url: settings.value(&keys::BASE_URL).parse(BaseUrl::parse)?,
            data: settings.value(&keys::DATA).parse(|text| (!text.is_empty()).then(|| PathBuf::from(text)))?,
            mail: Mail::check(settings)?,
            proxies: settings.value(&keys::PROXY_TRUSTED).parse(networks)?,
            service: Service {
                name: settings.value(&keys::SERVICE_NAME).parse(|text| (!text.is_empty()).then(|| text.to_owned()))?,
                contact: settings.value(&keys::SERVICE_CONTACT).optional(|text| Some(text.to_owned()))?,
                terms: files::document(&settings.value(&keys::SERVICE_TERMS_FILE))?,
                privacy: files::document(&settings.value(&keys::SERVICE_PRIVACY_FILE))?,
            },
        })
    }
}

/// A comma list of networks and single addresses. The whole internet is refused: believing everybody's headers would
/// let everybody choose the address that throttles and logs see.
fn networks(text: &str) -> Option<Vec<IpNet>> {
    settings::list(text)
        .map(|one| one.parse::<IpNet>().ok().or_else(|| one.parse::<IpAddr>().ok().map(IpNet::from)))
        .map(|net| net.filter(|net| net.prefix_len() > 0))
        .collect()
}
