//! Circles of files: inside a room, no file names one that names it back, directly or through others.
//!
//! A name is followed through `use` to the file that defines it. A `mod.rs` that only passes a name on does not use it; one
//! that defines what its children name, and calls them, closes a circle.

use super::source::{Source, heads, product};
use std::collections::{BTreeMap, BTreeSet};

/// A path from the crate's root, one name an entry.
type Path = Vec<String>;

/// A file, what it imports under which name, and every path that it uses.
struct File {
    name: String,
    imports: BTreeMap<String, Path>,
    uses: Vec<Path>,
}

/// The product's files by the paths of their modules.
struct House(BTreeMap<Path, File>);

impl House {
    fn read() -> Self {
        let sources = product();
        let modules: BTreeSet<Path> = sources.iter().map(module).collect();
        Self(sources.iter().map(|source| (module(source), File::read(source, &modules))).collect())
    }

    /// The module that defines what a path names. `None` when it is not of this crate.
    fn home(&self, path: &[String], steps: usize) -> Option<Path> {
        let length = (1..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let passed_on = rest.first().and_then(|name| self.0[module].imports.get(name)).filter(|_| steps > 0);
        match passed_on {
            Some(further) => self.home(&[further.as_slice(), &rest[1..]].concat(), steps - 1),
            None => Some(module.to_vec()),
        }
    }

    /// For each module of a room, the other modules of the room that it names.
    fn edges(&self, room: &str) -> BTreeMap<&Path, BTreeSet<Path>> {
        let inside = self.0.iter().filter(|(module, _)| module[0] == room);
        let named = |(module, file): (&'_ Path, &File)| -> BTreeSet<Path> {
            let homes = file.uses.iter().filter_map(|path| self.home(path, 8));
            homes.filter(|home| home[0] == room && home != module).collect()
        };
        inside.map(|(module, file)| (module, named((module, file)))).collect()
    }

    /// The circles of a room: each the names of its files and of the uses that close it.
    fn circles(&self, room: &str) -> Vec<String> {
        let edges = self.edges(room);
        let reached: BTreeMap<&Path, BTreeSet<&Path>> = edges.keys().map(|from| (*from, reach(&edges, from))).collect();
        let mut seen = BTreeSet::new();
        let mut circles = Vec::new();
        for (module, there) in &reached {
            let circle: BTreeSet<&Path> = there
                .iter()
                .copied()
                .filter(|other| reached.get(other).is_some_and(|back| back.contains(*module)))
                .collect();
            if circle.contains(*module) && seen.insert(circle.clone()) {
                let line = |from: &&Path| {
                    let inside = edges[*from].iter().filter(|to| circle.contains(to));
                    let to: Vec<&str> = inside.map(|to| self.0[to].name.as_str()).collect();
                    format!("  {} names {}", self.0[*from].name, to.join(", "))
                };
                circles.push(circle.iter().map(line).collect::<Vec<_>>().join("\n"));
            }
        }
        circles
    }
}

/// Every module that can be reached from one, itself only by a circle.
fn reach<'a>(edges: &'a BTreeMap<&Path, BTreeSet<Path>>, from: &Path) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Path> = edges[from].iter().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(edges.get(module).into_iter().flatten());
        }
    }
    reached
}

fn module(source: &Source) -> Path {
    let mut place = source.place();
    if place.len() > 1 && place.last().is_some_and(|last| last == "mod") {
        place.pop();
    }
    place
}

impl File {
    fn read(source: &Source, modules: &BTreeSet<Path>) -> Self {
        let own = module(source);
        let (statements, rest) = without_uses(&source.code);
        let children = modules.iter().filter(|other| other.len() == own.len() + 1 && other.starts_with(&own));
        let children: Vec<&str> = children.map(|child| child[own.len()].as_str()).collect();
        let (mut imports, mut uses) = (BTreeMap::new(), Vec::new());
        for (public, tree) in statements {
            for leaf in heads(&tree).iter().filter_map(|leaf| absolute(leaf, &own, &children)) {
                let Some(name) = leaf.last().cloned() else { continue };
                if !public || words(&rest).any(|word| word == name) {
                    uses.push(leaf.clone());
                }
                imports.insert(name, leaf);
            }
        }
        let starts = ["crate", "super", "self"].into_iter().chain(children.iter().copied());
        for start in starts {
            for (at, _) in rest.match_indices(&format!("{start}::")) {
                let (before, visible_in) = (rest[..at].chars().next_back(), rest[..at].ends_with("pub(in "));
                if !visible_in && before.is_none_or(|c| !(c.is_alphanumeric() || c == ':' || c == '_' || c == '.')) {
                    uses.extend(heads(&rest[at..]).iter().filter_map(|leaf| absolute(leaf, &own, &children)));
                }
            }
        }
        Self { name: source.path.display().to_string(), imports, uses }
    }
}

/// A path as written in a module, from the crate's root. `None` for another crate.
fn absolute(written: &[String], own: &[String], children: &[&str]) -> Option<Path> {
    let ups = written.iter().take_while(|name| *name == "super").count();
    let names = match written.first()?.as_str() {
        "crate" => return Some(written[1..].to_vec()).filter(|path| !path.is_empty()),
        "self" => &written[1..],
        "super" => &written[ups..],
        first if children.contains(&first) => written,
        _ => return None,
    };
    Some([&own[..own.len().checked_sub(ups)?], names].concat()).filter(|path| !path.is_empty())
}

/// The trees of a file's `use` statements, each with whether it is public, and the code without them and without
/// declarations of modules.
fn without_uses(code: &[String]) -> (Vec<(bool, String)>, String) {
    let (mut statements, mut rest, mut open): (Vec<(bool, String)>, String, bool) = (Vec::new(), String::new(), false);
    for line in code {
        let start = line.trim_start();
        let begun =
            ["use ", "pub use ", "pub(super) use ", "pub(crate) use "].iter().find_map(|w| start.strip_prefix(w));
        match (open, begun) {
            (true, _) => statements.last_mut().unwrap().1.push_str(start),
            (false, Some(tree)) => statements.push((start.starts_with("pub"), tree.to_owned())),
            (false, None) if declares_module(start) => continue,
            (false, None) => {
                rest.push_str(line);
                rest.push('\n');
                continue;
            }
        }
        open = !line.contains(';');
    }
    (statements, rest)
}

/// Whether a line says only that there is a module: that does not use it.
fn declares_module(line: &str) -> bool {
    let visible = ["pub ", "pub(super) ", "pub(crate) "].iter().find_map(|start| line.strip_prefix(start));
    visible.unwrap_or(line).starts_with("mod ") && line.ends_with(';')
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}

#[test]
fn no_file_names_one_that_names_it_back() {
    let house = House::read();
    let rooms: BTreeSet<&String> = house.0.keys().filter(|module| module.len() > 1).map(|module| &module[0]).collect();
    let with_circles = rooms.into_iter().map(|room| (room, house.circles(room))).filter(|(_, found)| !found.is_empty());
    let circles: Vec<String> = with_circles.map(|(room, found)| format!("{room}:\n{}", found.join("\n\n"))).collect();
    assert!(circles.is_empty(), "circles of files:\n{}", circles.join("\n"));
}
