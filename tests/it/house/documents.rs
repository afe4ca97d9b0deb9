//! What the documents point to is there: their links lead to files, and the files and names that the map mentions exist.

use super::source::{Breach, files, none, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files in which a reader looks for directions.
const ROOTS: [&str; 5] = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
/// Those of them that say where in the code something is.
const MAPS: [&str; 2] = ["ARCHITECTURE.md", "CONTRIBUTING.md"];

/// What stands between backquotes on a line.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether it reads as a file or a folder of the sources: `slots/words/`, `rows.rs`.
fn is_place(quoted: &str) -> bool {
    let of_path = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '/' | '.');
    let plain = !quoted.starts_with(['/', '.']) && quoted.chars().all(of_path);
    plain && (quoted.ends_with(".rs") || quoted.contains('/') && !quoted.contains('.'))
}

/// Whether it reads as a name in the code: `Work::run`, `hold_minutes`. A single small word may as well be English.
fn is_name(quoted: &str) -> bool {
    let of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':');
    let told = quoted.chars().any(|c| c.is_ascii_uppercase() || c == '_') || quoted.contains("::");
    told && !quoted.ends_with('_') && quoted.chars().all(of_name)
}

/// Whether a path of the project ends in these parts.
fn ends(path: &Path, place: &str) -> bool {
    let place: PathBuf = place.trim_end_matches('/').into();
    path.ancestors().any(|whole| whole.ends_with(&place))
}

#[test]
fn every_link_between_the_documents_leads_to_a_file() {
    let mut breaches = Vec::new();
    let folders = files(&["docs", "tests"], &["md"]).into_iter().map(|source| source.path);
    for path in folders.chain(ROOTS.map(PathBuf::from)) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let file = link.split('#').next().unwrap_or_default();
            if !root().join(path.parent().unwrap()).join(file).exists() {
                breaches.push(Breach(format!("{}: leads to {link}", path.display())));
            }
        }
    }
    none(breaches);
}

#[test]
fn every_file_and_name_that_the_maps_mention_exists() {
    let sources = files(&["src", "tests", "benches"], &["rs"]);
    let between_words = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let words: BTreeSet<&str> = sources.iter().flat_map(|source| source.text.split(between_words)).collect();
    let (mut breaches, mut seen) = (Vec::new(), 0);
    for map in MAPS {
        let text = fs::read_to_string(root().join(map)).unwrap();
        for (at, line) in text.lines().enumerate() {
            for quoted in quoted(line) {
                let there = match (is_place(quoted), is_name(quoted)) {
                    (true, _) => {
                        root().join(quoted).exists() || sources.iter().any(|source| ends(&source.path, quoted))
                    }
                    (false, true) => quoted.split("::").all(|part| words.contains(part)),
                    (false, false) => continue,
                };
                seen += 1;
                if !there {
                    breaches.push(Breach(format!("{map}:{}: there is no {quoted}", at + 1)));
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} were found");
    none(breaches);
}
