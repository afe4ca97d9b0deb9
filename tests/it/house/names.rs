//! One name, one meaning: a public type's name stands once in the product.

use super::source::product;
use std::collections::BTreeMap;

/// Every module may have a `Result` of its own.
const USUAL: [&str; 1] = ["Result"];

/// The name that a line gives to a public type.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start().strip_prefix("pub ")?;
    let rest = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| line.strip_prefix(kind))?;
    rest.split(|c: char| !c.is_alphanumeric()).next().filter(|name| !name.is_empty())
}

#[test]
fn a_public_type_name_stands_once() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in product() {
        for name in source.code.iter().filter_map(|line| declared(line)) {
            places.entry(name.to_owned()).or_default().push(source.path.display().to_string());
        }
    }
    assert!(places.len() > 200, "only {} types were found", places.len());
    places.retain(|name, places| places.len() > 1 && !USUAL.contains(&name.as_str()));
    assert!(places.is_empty(), "names of several types: {places:#?}");
}

#[test]
fn a_type_is_found_by_its_declaration_only() {
    assert_eq!(declared("    pub struct Visit<'a> {"), Some("Visit"));
    assert_eq!(declared("pub type LinkId = Id<Link>;"), Some("LinkId"));
    assert_eq!(declared("pub(super) struct Timing {"), None);
    assert_eq!(declared("pub fn structure()"), None);
}
