//! Which places a 郵便番号 stands for, from a table of Japan Post's data that is built in: `assets/data/README.md` says what is
//! in it and how it is brought up to date.
//!
//! No crate has it: those for postal codes check their form, or ask a service on the internet.

use super::model::Address;
use super::postal_code::PostalCode;
use flate2::read::DeflateDecoder;
use std::io::Read;

/// A text for each beginning of three digits, deflated by itself, behind the offsets of all.
const TABLE: &[u8] = include_bytes!("../../assets/data/postal_codes.bin");

/// A place that has a postal code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalPlace {
    /// 都道府県.
    pub prefecture: String,
    /// 市区町村.
    pub city: String,
    /// 町域; empty where the code is that of the whole city.
    pub town: String,
}

/// The places of a code: mostly one, none of a code that is not in the table.
pub fn places(code: &PostalCode) -> Vec<PostalPlace> {
    let Some((beginning, rest)) = code.digits().split_at_checked(3) else { return Vec::new() };
    let text = beginning.parse().ok().and_then(text_of).unwrap_or_default();
    text.lines().filter_map(|line| place(line.strip_prefix(rest)?.strip_prefix('\t')?)).collect()
}

/// What all places of a code have in common: the prefecture, the city and the town, as far as they agree.
pub fn in_common(places: &[PostalPlace]) -> Address {
    let common = |part: fn(&PostalPlace) -> &String| {
        let first = places.first().map(part)?;
        let agreed = !first.is_empty() && places.iter().all(|place| part(place) == first);
        agreed.then(|| first.clone())
    };
    Address {
        prefecture: common(|place| &place.prefecture),
        city: common(|place| &place.city),
        line: common(|place| &place.town),
        building: None,
    }
}

/// The text of a beginning.
pub(super) fn text_of(beginning: usize) -> Option<String> {
    let offset = |at: usize| {
        let bytes = TABLE.get(4 * at..4 * at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let deflated = TABLE.get(offset(beginning)?..offset(beginning + 1)?)?;
    let mut text = String::new();
    // No code begins so.
    if deflated.is_empty() {
        return Some(text);
    }
    DeflateDecoder::new(deflated).read_to_string(&mut text).ok()?;
    Some(text)
}

pub(super) fn place(line: &str) -> Option<PostalPlace> {
    let mut parts = line.split('\t').map(str::to_owned);
    Some(PostalPlace { prefecture: parts.next()?, city: parts.next()?, town: parts.next()? })
}
