//! `mypage.toml` and the environment, checked into one `Config` before anything starts.
//!
//! The table in `keys.rs` is the only list of settings: it drives the reading of the file, the names of the
//! environment variables, the check for unknown keys and the text of `mypage.toml` itself. A setting in the
//! environment wins over the file, the file over the default. Relative paths start at the current directory. All problems
//! are told at once.

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

pub use base_url::BaseUrl;
pub use mail::{ConsoleMail, Credentials, Delivery, Mail, MailAccount, Smtp, Tls, server};
pub use problem::ConfigError;
pub use secret::Secret;
pub use source::environment;

use ipnet::IpNet;
use settings::{Purpose, Settings};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// All settings of a server, checked.
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
    /// The origin under which patients reach the service.
    pub base_url: BaseUrl,
    /// Whether browsers are told to use https for subdomains as well.
    pub hsts_include_subdomains: bool,
    /// The accounts of a demonstration, which アカウント認証 offers; none anywhere else.
    pub demo_accounts: Vec<DemoAccount>,
    /// The same of the clinics' staff.
    pub demo_staff: Vec<DemoAccount>,
}

/// An account of a demonstration. Its data is made up, and everybody may use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    /// The owner's name.
    pub name: String,
    /// The mail address.
    pub address: String,
    /// The password.
    pub password: String,
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
    /// Everything that is wrong: a file that cannot be read, keys or variables that do not exist, values that are not
    /// allowed, settings that another one needs.
    pub fn load(path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let settings = source::all(Purpose::Serve, path, env);
        let config = Checked::of(&settings).config;
        settings.finish(config)
    }

    /// The defaults and `env` alone, without a file.
    ///
    /// # Errors
    /// As for [`Config::load`].
    pub fn from_environment(env: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let settings = source::of_environment(Purpose::Serve, env);
        let config = Checked::of(&settings).config;
        settings.finish(config)
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

    /// Whether patients cannot open its links, because they lead to the machine itself or to a network of its own, as with a `base_url`
    /// that was never set.
    pub fn is_out_of_reach(&self) -> bool {
        self.base_url.is_out_of_reach()
    }

    /// Whether mails go out with such links.
    pub fn sends_local_links(&self) -> bool {
        self.mail.is_sent() && self.is_out_of_reach()
    }

    /// The absolute link to a path of this service, such as `/sign-in`.
    pub fn url(&self, path: &str) -> String {
        self.base_url.url(path)
    }
}

/// What a command on the data needs to know. It sends no mail, so mail settings may be missing.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The folder of the data file.
    pub data: PathBuf,
    /// The origin under which patients reach the service.
    pub base_url: BaseUrl,
}

impl Installation {
    /// Reads the same sources as [`Config::load`] and checks everything that they hold, but for the files of mail
    /// settings, which only the server has to be able to read.
    ///
    /// # Errors
    /// As for [`Config::load`], but for mail settings that are missing.
    pub fn load(path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let settings = source::all(Purpose::Data, path, env);
        let installation = Checked::of(&settings).installation;
        settings.finish(installation)
    }
}

/// What could be made of settings. The problems are in the settings.
struct Checked {
    installation: Option<Installation>,
    config: Option<Config>,
}

impl Checked {
    fn of(settings: &Settings) -> Self {
        let data = settings.value(&keys::DATA).parse(|text| (!text.is_empty()).then(|| PathBuf::from(text)));
        let base_url = settings.value(&keys::BASE_URL).parse(BaseUrl::parse);
        let installation = data.zip(base_url).map(|(data, base_url)| Installation { data, base_url });
        let mail = Mail::check(settings);
        let kept = mail.as_ref().is_some_and(|mail| matches!(mail.delivery, Delivery::Kept));
        if kept && installation.as_ref().is_some_and(|installation| !installation.base_url.is_local()) {
            // Kept mails are shown to everybody who asks, and the links in them open accounts.
            settings
                .value(&keys::MAIL_MODE)
                .problem("must be \"smtp\" or \"console\" unless base_url is on localhost, since kept mails can be read by anybody");
        }
        let listen = settings.value(&keys::LISTEN).parse(|text| text.parse().ok());
        let proxies = settings.value(&keys::PROXY_TRUSTED).parse(networks);
        let service = Service::check(settings);
        let subdomains = settings.value(&keys::HSTS_INCLUDE_SUBDOMAINS).parse(|text| text.parse().ok());
        let config = || {
            let Installation { data, base_url } = installation.clone()?;
            let (listen, mail, proxies, service) = (listen?, mail?, proxies?, service?);
            let hsts_include_subdomains = subdomains?;
            let (demo_accounts, demo_staff) = (Vec::new(), Vec::new());
            Some(Config {
                listen,
                data,
                mail,
                proxies,
                service,
                base_url,
                hsts_include_subdomains,
                demo_accounts,
                demo_staff,
            })
        };
        Self { config: config(), installation }
    }
}

impl Service {
    fn check(settings: &Settings) -> Option<Self> {
        let name = settings.value(&keys::SERVICE_NAME).parse(|text| (!text.is_empty()).then(|| text.to_owned()));
        let contact = settings.value(&keys::SERVICE_CONTACT).optional(|text| Some(text.to_owned()));
        let terms = files::document(&settings.value(&keys::SERVICE_TERMS_FILE));
        let privacy = files::document(&settings.value(&keys::SERVICE_PRIVACY_FILE));
        Some(Self { name: name?, contact, terms, privacy })
    }
}
/// A comma list of networks and single addresses. The whole internet is refused: to believe everybody's headers would
/// let everybody choose the address that throttles and logs see.
fn networks(text: &str) -> Option<Vec<IpNet>> {
    settings::list(text)
        .map(|one| one.parse::<IpNet>().ok().or_else(|| one.parse::<IpAddr>().ok().map(IpNet::from)))
        .map(|net| net.filter(|net| net.prefix_len() > 0))
        .collect()
}
