//! What is not written anywhere, or only with a reason.

use super::source::{Breach, files, none, product};

#[test]
fn product_code_has_no_shortcuts() {
    let words = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!(", "unsafe "];
    let mut breaches = Vec::new();
    for source in product() {
        for (at, line) in source.code.iter().enumerate() {
            let reasoned = source.code[at.saturating_sub(12)..at].iter().any(|line| line.contains("clippy::"));
            let word = words.iter().find(|word| line.contains(**word)).filter(|_| !reasoned);
            breaches.extend(word.map(|word| source.breach(at, word)));
        }
        breaches.extend(source.each(|line| line.contains("super::*").then(|| "imports everything".to_owned())));
        breaches.extend(source.each(|line| line.contains("macro_rules!").then(|| "a macro of our own".to_owned())));
    }
    none(breaches);
}

#[test]
fn nothing_is_allowed_without_a_reason() {
    let everywhere = files(&["src", "tests"], &["rs"]);
    let silent = |line: &str| {
        let start = line.trim_start();
        let attribute = start.starts_with("#[allow") || start.starts_with("#![allow");
        attribute.then(|| "say #[expect(…, reason)]".to_owned())
    };
    none(everywhere.iter().flat_map(|source| source.each(silent)).collect());
}

/// Words of markup that the policy of the pages forbids. Mails are markup as well, but mail programs know no
/// stylesheet, so theirs stands inline.
#[test]
fn no_page_has_a_script_a_style_or_a_handler_inside() {
    let pages = product().into_iter().filter(|source| !source.path.starts_with("src/mail/letter"));
    let drawings = files(&["assets"], &["svg", "html"]);
    none(pages.chain(drawings).flat_map(|source| source.each(inline)).collect());
}

fn inline(line: &str) -> Option<String> {
    let attributes = line.match_indices('=').filter_map(|(at, _)| line[..at].rsplit([' ', '"', '<', '\t']).next());
    let forbidden = |name: &&str| {
        let handler = name
            .strip_prefix("on")
            .is_some_and(|event| event.len() > 3 && event.bytes().all(|b| b.is_ascii_lowercase()));
        // `let on… = ` has a blank before its sign; an attribute has none.
        *name == "style" || handler
    };
    let attribute = attributes.into_iter().find(forbidden).map(|name| format!("{name}= inline"));
    // What is shown where no script runs is none.
    let start = line.trim_start().replace("noscript {", "");
    let element = ["style {", "<style", "script {", "<script>"].iter().find(|element| start.contains(**element));
    attribute.or_else(|| element.map(|element| format!("{element} inline")))
}

#[test]
fn no_path_of_anybodys_machine_is_written_down() {
    let paths = ["/work/", "/root/", "/home/", "/Users/", "/tmp/", "/opt/", "/usr/local/", "C:\\"];
    // Written apart, or this file would be found.
    let here = |source: &super::source::Source| source.path.ends_with("house/habits.rs");
    let mut breaches: Vec<Breach> = Vec::new();
    for source in files(&["src", "tests", "fixtures", "assets"], &["rs", "toml", "md", "css", "js", "svg", "txt"]) {
        let vendored = source.path.starts_with("assets/vendor") || source.path.starts_with("assets/data");
        if here(&source) || vendored {
            continue;
        }
        for (at, line) in source.text.lines().enumerate() {
            let path = paths.iter().find(|path| line.contains(**path));
            breaches.extend(path.map(|path| source.breach(at, format!("names {path}"))));
        }
    }
    none(breaches);
}
