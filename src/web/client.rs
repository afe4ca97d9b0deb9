//! Who is asking, as far as an address tells, and over which scheme; proxies are believed only when configured.
//!
//! The throttle key groups addresses that one person commands.

#[cfg(test)]
mod tests;

use http::HeaderMap;
use http::uri::Scheme;
use ipnet::{IpNet, Ipv6Net};
use std::net::{IpAddr, SocketAddr};

const FORWARDED_FOR: &str = "x-forwarded-for";
const FORWARDED_PROTO: &str = "x-forwarded-proto";

/// The address of the client behind a connection from `peer`.
///
/// Each proxy appends the address it was asked from, so `X-Forwarded-For` is read from the right: as long as the
/// speaker is one of the `trusted` proxies, the address it names is taken. What stands left of the first address that
/// is not a proxy is hearsay. An entry that is not an address ends the reading at the proxy that passed it on.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut address = peer.to_canonical();
    for entry in values(headers, FORWARDED_FOR).rev() {
        if !is_within(address, trusted) {
            break;
        }
        match entry.and_then(address_of) {
            Some(named) => address = named.to_canonical(),
            None => break,
        }
    }
    address
}

/// The scheme that the client used: what the proxy next to this service says, if it is one of the `trusted`;
/// otherwise http, which is all that is spoken here.
pub fn client_scheme(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Scheme {
    let said = values(headers, FORWARDED_PROTO).next_back().flatten();
    if is_within(peer, trusted) && said.is_some_and(|said| said.eq_ignore_ascii_case("https")) {
        Scheme::HTTPS
    } else {
        Scheme::HTTP
    }
}

/// The network whose attempts are counted together: an IPv4 address alone, an IPv6 address with its whole /64, within
/// which one subscriber picks addresses freely.
pub fn throttle_key(address: IpAddr) -> IpNet {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4).into(),
        IpAddr::V6(v6) => Ipv6Net::new(v6, 64).map_or(IpAddr::V6(v6).into(), |net| net.trunc().into()),
    }
}

/// Whether an address is in one of the networks. An IPv4 address written as IPv6 counts as IPv4.
pub fn is_within(address: IpAddr, networks: &[IpNet]) -> bool {
    networks.iter().any(|network| network.contains(&address.to_canonical()))
}

/// The comma-separated parts of all headers of that name, from left to right; `None` for what is not text. The parts
/// are told apart before they are read, so that nonsense sent by a client leaves whole what a proxy appends to it.
fn values<'a>(headers: &'a HeaderMap, name: &str) -> impl DoubleEndedIterator<Item = Option<&'a str>> {
    let parts = headers.get_all(name).iter().flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    parts.map(|part| std::str::from_utf8(part).ok().map(str::trim))
}

/// An address, perhaps with a port or in brackets, as proxies write it.
fn address_of(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}
