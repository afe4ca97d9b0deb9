//! The networks of a client, from the one that is surely one subscriber's to the widest that may be.
//!
//! An IPv4 address is often shared by hundreds of people: a carrier's customers, a school, the waiting room. Of IPv6, a phone
//! has a /64, a home or a rented server a /56, and some subscribers a /48, within which they choose addresses freely.

use super::limit::{Counter, Limit};
use ipnet::{IpNet, Ipv6Net};
use std::fmt;
use std::net::IpAddr;

/// The prefixes by which a client of IPv6 is counted.
const PREFIXES: [u8; 3] = [64, 56, 48];

/// The networks that one client may command; none where there is no client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Those of an address: an IPv4 address alone, or an IPv6 address with each of its networks.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(vec![IpAddr::V4(v4).into()]),
            IpAddr::V6(v6) => {
                let networks = PREFIXES.iter().filter_map(|prefix| Ipv6Net::new(v6, *prefix).ok());
                Self(networks.map(|network| IpNet::from(network.trunc())).collect())
            }
        }
    }

    /// The widest of them.
    pub fn widest(&self) -> Option<IpNet> {
        self.0.last().copied()
    }

    /// The counter, on which each of them is counted as well, for what it does with `of`.
    pub(super) fn counted(&self, counter: Counter, limit: &Limit, of: &str, allowance: Allowance) -> Counter {
        self.0.iter().fold(counter, |counter, network| {
            let who = if of.is_empty() { network.to_string() } else { format!("{network}\n{of}") };
            counter.and(limit, &who, allowance.of(*network))
        })
    }
}

impl fmt::Display for Networks {
    /// The narrowest one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.first().map_or(Ok(()), |network| network.fmt(f))
    }
}

/// How many times the attempts of one client a network is allowed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Allowance {
    /// One client, whoever shares its address: for guesses at secrets.
    Client,
    /// Many visitors: for what honest people do.
    Visitors,
    /// The same for every network: for shares.
    Share,
}

impl Allowance {
    fn of(self, network: IpNet) -> u32 {
        match (self, network.prefix_len()) {
            (Self::Share, _) => 1,
            // The visitors have been counted before; this holds off who is a new one each time.
            (Self::Visitors, 32) => 20,
            (Self::Visitors, 64) => 5,
            (Self::Visitors, 56) => 8,
            (Self::Visitors, _) => 20,
            (Self::Client, 32 | 64) => 1,
            (Self::Client, 56) => 2,
            (Self::Client, _) => 4,
        }
    }
}
