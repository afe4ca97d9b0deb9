//! Who may name whom.

use super::source::{none, product};

/// Who stands on whom: a room may name only rooms before it. The floor comes first, the features after it in their
/// order, then what joins them.
const ROOMS: [&str; 32] = [
    "clock",
    "text_file",
    "toml",
    "config",
    "lang",
    "log",
    "store",
    "secret",
    "document",
    "ui",
    "mail",
    "work",
    "session",
    "web",
    "credential",
    "person",
    "account",
    "family",
    "clinic",
    "slots",
    "patient",
    "reservation",
    "booking",
    "home",
    "notice",
    "mailbox",
    "staff",
    "operator",
    "console",
    "app",
    "control",
    "serve",
];
/// These stand above all others.
const TOP: [&str; 3] = ["command", "main", "lib"];
const FEATURES: [&str; 14] = [
    "person",
    "account",
    "family",
    "clinic",
    "slots",
    "patient",
    "reservation",
    "booking",
    "home",
    "notice",
    "mailbox",
    "staff",
    "operator",
    "console",
];

/// Inside a feature: which of its own parts a part may not name.
const PARTS: [(&str, &[&str]); 5] = [
    ("page", &["action", "rows", "letter", "link", "credential", "registration", "support"]),
    ("rows", &["action", "page", "letter", "words", "credential", "registration", "support"]),
    ("model", &["action", "page", "letter", "words", "rows", "link", "credential", "registration", "support"]),
    ("letter", &["action", "page", "rows", "link", "credential", "registration", "support"]),
    ("words", &["action", "page", "rows", "letter", "link", "credential", "registration", "support"]),
];

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

#[test]
fn a_room_names_only_rooms_below_it() {
    let mut breaches = Vec::new();
    for source in product() {
        let from = source.place()[0].clone();
        if TOP.contains(&from.as_str()) {
            continue;
        }
        let Some(height) = rank(&from) else {
            breaches.push(source.breach(0, format!("the room {from} has no place in the order")));
            continue;
        };
        for (line, path) in source.named() {
            let to = path[0].as_str();
            let fits = to == from || rank(to).is_some_and(|other| other < height);
            if !fits {
                breaches.push(source.breach(line, format!("{from} names {to}")));
            }
        }
    }
    none(breaches);
}

#[test]
fn inside_a_feature_pages_rows_and_words_do_not_name_what_stands_above_them() {
    let mut breaches = Vec::new();
    for source in product() {
        let place = source.place();
        let [feature, part, ..] = place.as_slice() else {
            continue;
        };
        let Some((_, forbidden)) = PARTS.iter().find(|(known, _)| known == part) else {
            continue;
        };
        if !FEATURES.contains(&feature.as_str()) {
            continue;
        }
        for (line, path) in source.named() {
            if path[0] == *feature && path.get(1).is_some_and(|named| forbidden.contains(&named.as_str())) {
                breaches.push(source.breach(line, format!("{part} names {}", path[1])));
            }
        }
        if part == "page" {
            breaches.extend(source.each(|line| reads_or_writes(line).then(|| "a page asks the store".to_owned())));
        }
    }
    none(breaches);
}

fn reads_or_writes(line: &str) -> bool {
    [".read(|", ".write(move", ".write(|"].iter().any(|call| line.contains(call))
}

#[test]
fn only_the_store_names_its_engine_and_only_the_web_names_its_server() {
    let mut breaches = Vec::new();
    for source in product() {
        let place = source.place();
        let acts = place.get(1).is_some_and(|part| part == "action");
        for (name, at_home) in [("redb", place[0] == "store"), ("poem", place[0] == "web" || acts)] {
            let told = |line: &str| line.contains(&format!("{name}::")).then(|| format!("names {name}"));
            breaches.extend((!at_home).then(|| source.each(told)).into_iter().flatten());
        }
    }
    none(breaches);
}

#[test]
fn only_the_clock_asks_the_system_for_the_time() {
    let calls = ["SystemTime::now", "now_utc(", "now_local(", "UtcDateTime::now"];
    let asks = |line: &str| calls.iter().find(|call| line.contains(**call)).map(|call| format!("calls {call}"));
    let others = product().into_iter().filter(|source| source.place() != ["clock"]);
    none(others.flat_map(|source| source.each(asks)).collect());
}
