//! The origin under which patients reach the service; links in mails and the check of `Origin` are built from it.
//!
//! It is kept exactly as browsers send it: lower case, no default port, no slash at the end, and an international domain
//! name in its `xn--` form.

use http::Uri;
use std::borrow::Cow;
use std::net::IpAddr;

/// A checked origin, such as `https://my.example.jp`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    https: bool,
}

impl BaseUrl {
    /// An http or https origin, with a slash at the end or without. `None` when there is a path, a query, a fragment
    /// or a user name, since links and cookies could not keep to them.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = &*in_ascii(text)?;
        let uri: Uri = text.parse().ok()?;
        let https = match uri.scheme_str()? {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = uri.authority()?;
        let bare = uri.path() == "/" && uri.query().is_none() && !text.contains(['#', '?']);
        if !bare || authority.as_str().contains('@') || authority.host().is_empty() {
            return None;
        }
        let scheme = if https { "https" } else { "http" };
        let host = authority.host().to_ascii_lowercase();
        let port = match authority.as_str().get(authority.host().len()..)? {
            "" => String::new(),
            written => match written.strip_prefix(':')?.parse::<u16>().ok()? {
                0 => return None,
                80 if !https => String::new(),
                443 if https => String::new(),
                port => format!(":{port}"),
            },
        };
        Some(Self { origin: format!("{scheme}://{host}{port}"), https })
    }

    /// The origin without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    /// The absolute link to a path of this service, such as `/sign-in`.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}", self.origin, path.strip_prefix('/').unwrap_or(path))
    }

    /// Whether only this machine can be meant.
    pub(super) fn is_local(&self) -> bool {
        let host = self.host();
        let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
        host == "localhost" || host.ends_with(".localhost") || address.is_ok_and(|address| address.is_loopback())
    }

    /// Whether patients cannot reach it from elsewhere: it is this machine, or one in a network of its own (RFC 1918, 3927, 4193, 6762,
    /// 8375, and names without a domain).
    pub(super) fn is_out_of_reach(&self) -> bool {
        let host = self.host();
        match host.trim_matches(['[', ']']).parse::<IpAddr>().map(|address| address.to_canonical()) {
            Ok(IpAddr::V4(address)) => {
                address.is_loopback() || address.is_private() || address.is_link_local() || address.is_unspecified()
            }
            Ok(IpAddr::V6(address)) => {
                address.is_loopback()
                    || address.is_unique_local()
                    || address.is_unicast_link_local()
                    || address.is_unspecified()
            }
            Err(_) => {
                let own = [".local", ".home.arpa", ".internal", ".lan"];
                self.is_local() || !host.contains('.') || own.iter().any(|end| host.ends_with(end))
            }
        }
    }

    fn host(&self) -> String {
        self.origin.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default()
    }

    pub(super) fn is_https(&self) -> bool {
        self.https
    }
}

/// A text whose host is in ASCII, as browsers send and resolve it (IDNA, UTS #46). `None` when the host cannot be a domain.
fn in_ascii(text: &str) -> Option<Cow<'_, str>> {
    let Some((scheme, rest)) = text.split_once("://").filter(|(_, rest)| !rest.is_ascii()) else {
        return Some(Cow::Borrowed(text));
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let host = idna::domain_to_ascii_strict(host).ok()?;
    let port = port.map_or_else(String::new, |port| format!(":{port}"));
    Some(Cow::Owned(format!("{scheme}://{host}{port}{rest}")))
}
