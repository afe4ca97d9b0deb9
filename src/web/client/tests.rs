use super::{client_address, client_scheme, throttle_key};
use http::uri::Scheme;
use http::{HeaderMap, HeaderValue};
use ipnet::IpNet;
use proptest::prelude::*;
use std::net::IpAddr;

fn headers(name: &'static str, values: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for value in values {
        headers.append(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    headers
}

fn proxies() -> Vec<IpNet> {
    ["10.0.0.0/8", "127.0.0.1/32", "fd00::/8"].map(|net| net.parse().unwrap()).to_vec()
}

fn address(peer: &str, forwarded: &[&str]) -> String {
    client_address(peer.parse().unwrap(), &headers("x-forwarded-for", forwarded), &proxies()).to_string()
}

#[test]
fn p6_a_stranger_is_not_believed() {
    assert_eq!(address("203.0.113.9", &["1.2.3.4"]), "203.0.113.9");
    assert_eq!(address("203.0.113.9", &["10.0.0.1"]), "203.0.113.9");
    assert_eq!(address("203.0.113.9", &[]), "203.0.113.9");
}

#[test]
fn p6_a_proxy_is_believed_about_who_asked_it_and_nothing_more() {
    assert_eq!(address("127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
    assert_eq!(address("127.0.0.1", &["1.2.3.4, 203.0.113.9"]), "203.0.113.9");
    assert_eq!(address("127.0.0.1", &["10.0.0.7, 203.0.113.9"]), "203.0.113.9");
}

#[test]
fn p6_two_proxies_in_a_row_are_believed() {
    assert_eq!(address("127.0.0.1", &["203.0.113.9, 10.0.0.7"]), "203.0.113.9");
    assert_eq!(address("127.0.0.1", &["1.2.3.4, 203.0.113.9", "10.0.0.7"]), "203.0.113.9");
}

#[test]
fn p6_when_everybody_is_a_proxy_the_first_one_is_the_client() {
    assert_eq!(address("127.0.0.1", &["10.0.0.1, 10.0.0.2"]), "10.0.0.1");
    assert_eq!(address("127.0.0.1", &[]), "127.0.0.1");
}

#[test]
fn p6_garbage_ends_the_reading() {
    for garbage in ["", "unknown", "203.0.113.9:x", "203.0.113", "[203.0.113.9", "_hidden", "\u{ff}"] {
        assert_eq!(address("127.0.0.1", &[&format!("1.2.3.4, {garbage}, 10.0.0.7")]), "10.0.0.7", "{garbage:?}");
    }
    assert_eq!(address("127.0.0.1", &["\u{ff}"]), "127.0.0.1");
    assert_eq!(address("127.0.0.1", &["\u{ff}, 203.0.113.9"]), "203.0.113.9");
}

#[test]
fn p6_ports_brackets_and_ipv6_are_read() {
    for (entry, seen) in [
        ("203.0.113.9:50123", "203.0.113.9"),
        ("2001:db8::9", "2001:db8::9"),
        ("[2001:db8::9]", "2001:db8::9"),
        ("[2001:db8::9]:50123", "2001:db8::9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
    ] {
        assert_eq!(address("fd00::1", &[entry]), seen);
    }
}

#[test]
fn p6_a_mapped_peer_is_the_ipv4_proxy_that_it_is() {
    assert_eq!(address("::ffff:127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
    assert_eq!(address("::ffff:203.0.113.9", &["1.2.3.4"]), "203.0.113.9");
}

#[test]
fn p6_the_scheme_is_believed_from_a_proxy_only() {
    for (peer, said, scheme) in [
        ("127.0.0.1", &["https"][..], Scheme::HTTPS),
        ("127.0.0.1", &["http, HTTPS"], Scheme::HTTPS),
        ("127.0.0.1", &["https, http"], Scheme::HTTP),
        ("127.0.0.1", &["https", "http"], Scheme::HTTP),
        ("127.0.0.1", &["wss"], Scheme::HTTP),
        ("127.0.0.1", &[], Scheme::HTTP),
        ("203.0.113.9", &["https"], Scheme::HTTP),
    ] {
        let headers = headers("x-forwarded-proto", said);
        assert_eq!(client_scheme(peer.parse().unwrap(), &headers, &proxies()), scheme, "{peer} {said:?}");
    }
}

#[test]
fn a_throttle_counts_an_ipv6_subscriber_as_one() {
    let key = |address: &str| throttle_key(address.parse::<IpAddr>().unwrap()).to_string();
    assert_eq!(key("203.0.113.9"), "203.0.113.9/32");
    assert_eq!(key("::ffff:203.0.113.9"), "203.0.113.9/32");
    assert_eq!(key("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff::"));
    assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
}

proptest! {
    #[test]
    fn i8_any_header_gives_an_address(value in prop::collection::vec(any::<u8>(), 0..100)) {
        if let Ok(value) = HeaderValue::from_bytes(&value) {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", value);
            let peer: IpAddr = "203.0.113.9".parse().unwrap();
            prop_assert_eq!(client_address(peer, &headers, &proxies()), peer);
            client_address("127.0.0.1".parse().unwrap(), &headers, &proxies());
        }
    }
}
