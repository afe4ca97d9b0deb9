//! The shape of files and functions: how long, how they begin, what they are called, and that each is reached.

use super::source::{Breach, Source, files, none, product};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 300;
const LONGEST_FUNCTION: usize = 60;
/// A test may lay out its table of cases.
const LONGEST_TEST: usize = 80;
const LARGEST_MEDIAN: usize = 110;

/// Where the crates begin.
const ROOTS: [&str; 4] = ["src/lib.rs", "src/main.rs", "tests/it/main.rs", "tests/browser/main.rs"];

fn all() -> Vec<Source> {
    files(&["src", "tests"], &["rs"])
}

#[test]
fn no_file_is_too_long_and_most_are_short() {
    let too_long = |source: &Source| {
        let lines = source.code.len();
        (lines > LONGEST_FILE).then(|| source.breach(LONGEST_FILE, format!("the file has {lines} lines")))
    };
    none(all().iter().filter_map(too_long).collect());
    let mut lengths: Vec<usize> = product().iter().map(|source| source.code.len()).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= LARGEST_MEDIAN, "the median is {median} lines");
}

#[test]
fn no_function_is_too_long() {
    let mut breaches = Vec::new();
    for source in all() {
        let most = if source.is_product() { LONGEST_FUNCTION } else { LONGEST_TEST };
        for (at, line) in source.code.iter().enumerate().filter(|(_, line)| begins_function(line)) {
            let indent = &line[..line.len() - line.trim_start().len()];
            let end = format!("{indent}}}");
            // The closing brace stands under the first letter of the function, as the formatter writes it.
            let lines = source.code[at..].iter().position(|line| *line == end).map_or(1, |last| last + 1);
            if lines >= most && !line.trim_end().ends_with(['}', ';']) {
                breaches.push(source.breach(at, format!("the function has {lines} lines")));
            }
        }
    }
    none(breaches);
}

fn begins_function(line: &str) -> bool {
    let words = line.split_whitespace().take_while(|word| *word != "fn");
    let before = ["pub", "pub(super)", "pub(crate)", "const", "async", "unsafe", "extern"];
    line.contains("fn ") && words.into_iter().all(|word| before.contains(&word) || word.starts_with("pub(in"))
}

#[test]
fn every_file_says_first_what_it_decides() {
    // Tests beside a file are introduced by it.
    let beside = |source: &Source| source.path.starts_with("src") && !source.is_product();
    let silent = all().into_iter().filter(|source| !beside(source) && !source.text.starts_with("//! "));
    none(silent.map(|source| source.breach(0, "does not begin with //!")).collect());
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    let empty = ["util", "utils", "helper", "helpers", "common", "manager", "misc"];
    let named = |source: &Source| {
        let stem = source.path.file_stem()?.to_str()?;
        let folder = source.path.parent()?.file_name()?.to_str()?;
        let bad = [stem, folder].into_iter().find(|name| empty.contains(name))?;
        Some(source.breach(0, format!("is called {bad}")))
    };
    none(all().iter().filter_map(named).collect());
}

/// A module that a file declares: where its file may be.
fn declared(source: &Source) -> Vec<(usize, Vec<PathBuf>)> {
    let stem = source.path.file_stem().unwrap();
    let own = stem == "mod" || ROOTS.iter().any(|root| source.path == Path::new(root));
    let parent = source.path.parent().unwrap();
    let folder = if own { parent.to_owned() } else { parent.join(stem) };
    let (mut given, mut found) = (None, Vec::new());
    for (at, line) in source.code.iter().enumerate() {
        if let Some(path) = line.trim_start().strip_prefix("#[path = \"") {
            given = path.strip_suffix("\"]").map(|path| plain(&parent.join(path)));
        }
        let public = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
        if let Some(name) = public.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            let usual = vec![folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs")];
            found.push((at, given.take().map_or(usual, |path| vec![path])));
        }
    }
    found
}

/// A path without steps upwards.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path {
        if part == ".." {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

#[test]
fn every_file_is_reached_from_a_root_and_every_module_has_its_file() {
    let sources = all();
    let mut unreached: BTreeSet<&Path> = sources.iter().map(|source| source.path.as_path()).collect();
    let mut open: Vec<PathBuf> = ROOTS.iter().map(PathBuf::from).collect();
    let mut breaches: Vec<Breach> = Vec::new();
    while let Some(path) = open.pop() {
        unreached.remove(path.as_path());
        let source = sources.iter().find(|source| source.path == path).unwrap();
        for (at, places) in declared(source) {
            let there: Vec<PathBuf> =
                places.into_iter().filter(|place| sources.iter().any(|s| s.path == *place)).collect();
            if there.is_empty() {
                breaches.push(source.breach(at, "the module has no file"));
            }
            open.extend(there);
        }
    }
    breaches.extend(unreached.iter().map(|path| Breach(format!("{}: no module declares it", path.display()))));
    none(breaches);
}
