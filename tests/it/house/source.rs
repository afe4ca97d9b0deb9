//! The sources of the project as lines, and what they name.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project with its lines; a comment is an empty line.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
    pub code: Vec<String>,
}

/// A line that breaks a rule.
pub struct Breach(pub String);

impl fmt::Debug for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Source {
    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let code = text.lines().map(|line| without_comment(line).to_owned()).collect();
        Self { path, text, code }
    }

    /// The parts of the path below `src`, the last without its ending: `["account", "page", "mod"]`.
    pub fn place(&self) -> Vec<String> {
        let below = self.path.strip_prefix("src").unwrap_or(&self.path).with_extension("");
        below.iter().map(|part| part.to_string_lossy().into_owned()).collect()
    }

    /// Whether it is product code rather than a test.
    pub fn is_product(&self) -> bool {
        self.path.starts_with("src") && !self.place().contains(&"tests".to_owned())
    }

    pub fn breach(&self, line: usize, what: impl fmt::Display) -> Breach {
        Breach(format!("{}:{}: {what}", self.path.display(), line + 1))
    }

    /// The lines of code for which `wrong` says what is wrong.
    pub fn each(&self, wrong: impl Fn(&str) -> Option<String>) -> Vec<Breach> {
        let lines = self.code.iter().enumerate();
        lines.filter_map(|(at, line)| Some(self.breach(at, wrong(line)?))).collect()
    }

    /// What is named after `crate::` or a chain of `super::`, as a path from the crate's root.
    pub fn named(&self) -> Vec<(usize, Vec<String>)> {
        let mut named = Vec::new();
        let whole = self.code.join("\n");
        for (at, _) in whole.match_indices("crate::").chain(whole.match_indices("super::")) {
            let before = whole[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == ':' || c == '_') {
                continue;
            }
            let line = whole[..at].matches('\n').count();
            let (mut base, mut rest) = (self.place(), &whole[at..]);
            if let Some(after) = rest.strip_prefix("crate::") {
                (base, rest) = (Vec::new(), after);
            } else if base.last().is_some_and(|last| last == "mod") {
                base.pop();
            }
            while let Some(after) = rest.strip_prefix("super::") {
                base.pop();
                rest = after;
            }
            named.extend(heads(rest).into_iter().map(|head| (line, base.iter().cloned().chain(head).collect())));
        }
        named
    }
}

/// The names of each path of a `use` tree: `{a::b, c}` gives `[a, b]` and `[c]`.
pub fn heads(tree: &str) -> Vec<Vec<String>> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(inner) = tree.strip_prefix('{') else {
        let first = word(tree);
        return match tree[first.len()..].strip_prefix("::") {
            Some(rest) => heads(rest).into_iter().map(|second| [vec![first.clone()], second].concat()).collect(),
            None => vec![vec![first]],
        };
    };
    let (mut depth, mut start, mut all) = (0, 0, Vec::new());
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let one = inner[start..at].trim();
                all.extend((!one.is_empty()).then(|| heads(one)).into_iter().flatten());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    all
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn without_comment(line: &str) -> &str {
    let start = line.trim_start();
    if start.starts_with("//") { "" } else { line.split_once(" // ").map_or(line, |(code, _)| code) }
}

/// Every file below the folders whose name ends so.
pub fn files(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap().map(Result::unwrap) {
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found.into_iter().map(Source::read).collect()
}

pub fn product() -> Vec<Source> {
    files(&["src"], &["rs"]).into_iter().filter(Source::is_product).collect()
}

#[track_caller]
pub fn none(breaches: Vec<Breach>) {
    assert!(breaches.is_empty(), "{breaches:#?}");
}
