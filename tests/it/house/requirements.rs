//! The ids of requirements that names of tests begin with, against their list in `tests/REQUIREMENTS.md`.

use super::source::{Breach, Source, files, none, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const LIST: &str = "tests/REQUIREMENTS.md";

/// `A8` of `async fn a8_nobody_of_two_hundred…`.
fn id_in_name(line: &str) -> Option<String> {
    let (_, after) = line.split_once("fn ")?;
    let (id, _) = after.split_once('_')?;
    is_id(&id.to_ascii_uppercase()).then(|| id.to_ascii_uppercase())
}

/// One letter and a number.
fn is_id(word: &str) -> bool {
    let number = word.strip_prefix(|c: char| c.is_ascii_uppercase());
    number.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// The ids in the first column of the tables, in their order.
fn explained() -> Vec<String> {
    let text = fs::read_to_string(root().join(LIST)).unwrap();
    let cells = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    cells.map(|(id, _)| id.to_owned()).filter(|id| is_id(id)).collect()
}

#[test]
fn every_id_in_the_name_of_a_test_is_explained_and_every_explained_id_has_a_test() {
    let explained = explained();
    let known: BTreeSet<&str> = explained.iter().map(String::as_str).collect();
    let mut used: BTreeMap<String, Vec<Breach>> = BTreeMap::new();
    for source in files(&["src", "tests"], &["rs"]).into_iter().filter(|source: &Source| !source.is_product()) {
        for (at, line) in source.code.iter().enumerate() {
            if let Some(id) = id_in_name(line) {
                let breach = source.breach(at, format!("{id} is not explained in {LIST}"));
                used.entry(id).or_default().push(breach);
            }
        }
    }
    let mut breaches: Vec<Breach> = known
        .iter()
        .filter(|id| !used.contains_key(**id))
        .map(|id| Breach(format!("{LIST}: no test has {id}")))
        .collect();
    if known.len() < explained.len() {
        breaches.push(Breach(format!("{LIST}: an id is explained twice")));
    }
    breaches.extend(used.into_iter().filter(|(id, _)| !known.contains(id.as_str())).flat_map(|(_, places)| places));
    none(breaches);
}
