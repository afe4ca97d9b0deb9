//! Network addresses as they may stand in a log: enough to tell networks apart, not enough to identify a person.

use std::net::{IpAddr, Ipv6Addr};

/// An address without its last part: IPv4 without the last number (`203.0.113.x`), IPv6 as its /48
/// (`2001:db8:1::/48`). An IPv4 address written as IPv6 is masked as IPv4.
pub fn masked(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.x")
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
        }
    }
}
