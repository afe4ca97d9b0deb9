use super::*;
use flate2::read::GzDecoder;
use std::collections::{BTreeSet, HashMap};
use std::io::Read;

fn text(name: &str) -> String {
    String::from_utf8(find(&url(name)).unwrap().bytes.to_vec()).unwrap()
}

/// A file of the folder by name and content.
fn part(name: &str, text: &str) -> (String, Vec<u8>) {
    (name.to_owned(), text.as_bytes().to_vec())
}

#[test]
fn a_hashed_name_is_found_and_may_be_kept_for_good() {
    for name in ["app.css", "app.js", "vendor/htmx.min.js", "favicon.svg", "touch-icon.png"] {
        let asset = find(&url(name)).unwrap();
        assert!(url(name).contains(asset.etag.trim_matches('"')), "{name}");
        assert!(asset.cache_control.contains("immutable"));
        assert!(!asset.bytes.is_empty());
    }
    assert_eq!(find(&url("app.css")).unwrap().content_type, "text/css; charset=utf-8");
}

#[test]
fn the_world_finds_icon_and_robots_under_their_own_names() {
    assert_eq!(find("/favicon.ico").unwrap().content_type, "image/x-icon");
    assert!(!find("/robots.txt").unwrap().cache_control.contains("immutable"));
}

#[test]
fn nothing_else_is_served() {
    for path in [
        "",
        "/",
        "/assets/",
        "/assets/app.css",
        "/assets/../Cargo.toml",
        "/assets/vendor/README.md",
        "/app.css",
        "/assets/js/menu.js",
        "/assets/worker/service-worker.js",
    ] {
        assert!(find(path).is_none(), "{path}");
    }
    let expected = [
        "app.css",
        "app.js",
        "favicon.ico",
        "favicon.svg",
        "icon-192.png",
        "icon-512.png",
        "icon-maskable-512.png",
        "robots.txt",
        "touch-icon.png",
        "vendor/htmx.min.js",
        "vendor/hx-sse.min.js",
    ];
    assert_eq!(current().names(), expected);
}

#[test]
fn the_gzipped_content_is_the_content() {
    let asset = find(&url("app.css")).unwrap();
    let mut plain = Vec::new();
    GzDecoder::new(asset.gzip.as_deref().unwrap()).read_to_end(&mut plain).unwrap();
    assert_eq!(plain, *asset.bytes);
    assert!(find(&url("touch-icon.png")).unwrap().gzip.is_none(), "a picture does not get smaller");
}

#[test]
fn other_contents_are_another_release_under_other_names() {
    let catalogue = |css: &str| Catalogue::of(vec![part("app.css", css), part("favicon.ico", "icon")]);
    let (one, same, other) = (catalogue("a {}"), catalogue("a {}"), catalogue("b {}"));
    assert_eq!((one.release(), one.url("app.css")), (same.release(), same.url("app.css")));
    assert_ne!(one.release(), other.release());
    assert_ne!(one.url("app.css"), other.url("app.css"));
    assert_eq!(other.url("favicon.ico"), Some("/favicon.ico"));
}

#[cfg(debug_assertions)]
#[test]
fn an_edited_file_is_served_at_once_and_an_unchanged_one_is_not_read_again() {
    use std::time::{Duration, UNIX_EPOCH};
    let written = |second| vec![("css/base.css".to_owned(), Some(UNIX_EPOCH + Duration::from_secs(second)))];
    let catalogue = |css: &str| Catalogue::of(vec![part("app.css", css)]);
    let latest = latest::Latest::trusting(std::time::Duration::ZERO);
    let first = latest.at(|| written(1), || catalogue("a {}"));
    let again = latest.at(|| written(1), || panic!("read again"));
    assert!(Arc::ptr_eq(&first, &again));
    let edited = latest.at(|| written(2), || catalogue("b {}"));
    assert_ne!(first.release(), edited.release());
    assert_eq!(file::changed(), file::changed());
    assert!(file::changed().iter().all(|(_, written)| written.is_some()));
}

#[test]
fn the_order_of_the_layers_comes_first_and_every_rule_is_in_one_of_them() {
    let css = text("app.css");
    let first = css.split_once("*/").unwrap().1.trim_start();
    let order = first.strip_prefix("@layer ").unwrap().split_once(';').unwrap().0;
    let known: BTreeSet<&str> = order.split(", ").collect();
    let mut depth = 0;
    let mut used = BTreeSet::new();
    for line in first.split_once(';').unwrap().1.lines() {
        // What stands outside of a layer would win over everything in one.
        if depth == 0 && line.ends_with('{') {
            let layer = line.strip_prefix("@layer ").and_then(|rest| rest.strip_suffix(" {"));
            used.insert(layer.unwrap_or_else(|| panic!("outside of every layer: {line}")));
        }
        depth += line.matches('{').count();
        depth -= line.matches('}').count();
    }
    assert_eq!((depth, used), (0, known));
}

#[test]
fn stylesheets_and_scripts_are_joined_whole() {
    let parts = [part("css/base.css", "a {}"), part("js/b.js", "const x = 2;"), part("css/layers.css", "@layer base;")];
    assert_eq!(file::stylesheet(&parts), b"@layer base;\na {}\n");
    let parts = [part("js/b.js", "const x = 2; // the last"), part("js/a.js", "const x = 1;")];
    let joined = String::from_utf8(file::script(&parts)).unwrap();
    assert!(joined.starts_with("try {\nconst x = 1;\n}") && joined.contains("try {\nconst x = 2; // the last\n}"));
}

/// The scripts as they stand in the folder.
fn scripts() -> Vec<(String, String)> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/js")).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    paths.map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn no_script_needs_another() {
    let scripts = scripts();
    assert!(scripts.len() > 5);
    for (path, text) in &scripts {
        let begins = |words: &[&str]| text.lines().any(|line| words.iter().any(|word| line.starts_with(word)));
        assert!(!begins(&["import", "export"]), "{path}: joined scripts cannot import");
        assert!(!text.contains("globalThis") && !text.contains("window."), "{path}: gives names to all others");
    }
    assert!(scripts.iter().all(|(_, text)| self::text("app.js").contains(text)));
}

/// The colour properties of the stylesheet: those of light, and those of dark.
fn palettes() -> [HashMap<String, [f64; 3]>; 2] {
    let css = text("app.css");
    let tokens = css.split_once("@layer tokens {").unwrap().1;
    let (light, rest) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let dark = rest.split_once("@media").unwrap().0;
    [light, dark].map(|text| {
        text.lines()
            .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"))
            .map(|(name, hex)| {
                let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
                (name.to_owned(), [part(0), part(2), part(4)])
            })
            .collect()
    })
}

/// The contrast of two colours as WCAG defines it, from 1 to 21.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let linear = |c: f64| {
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]) + 0.05
    };
    let (a, b) = (luminance(one), luminance(other));
    a.max(b) / a.min(b)
}

#[test]
fn text_has_seven_to_one_and_edges_three_to_one_in_light_and_dark() {
    let pairs = [
        (7.0, "text", "surface ground sunken tint danger-tint success-tint warning-tint info-tint"),
        (7.0, "soft", "surface ground sunken"),
        (7.0, "primary", "surface ground"),
        (7.0, "primary-strong", "surface tint"),
        (7.0, "on-primary", "primary primary-strong"),
        (7.0, "danger", "surface danger-tint"),
        (3.0, "edge", "surface ground"),
        (3.0, "focus", "surface ground tint"),
        (3.0, "info", "info-tint"),
        (3.0, "success", "success-tint"),
        (3.0, "warning", "warning-tint"),
    ];
    for palette in palettes() {
        for (least, front, backs) in pairs {
            for back in backs.split(' ') {
                let found = contrast(palette[front], palette[back]);
                assert!(found >= least, "--{front} on --{back}: {found:.2}");
            }
        }
    }
}

/// What the oldest browsers that draw the pages as designed do not know. In a stylesheet it costs the whole rule, in a script
/// everything behind it.
const NEWER_SELECTORS: [&str; 4] = [":has(", ":modal", ":popover-open", ":user-invalid"];
const NEWER_CALLS: [&str; 6] =
    ["reportError(", "structuredClone(", ".at(-", ".toSorted(", ".showPopover(", "Object.groupBy("];

#[test]
fn a_newer_selector_takes_no_other_with_it() {
    let sheet = text("app.css");
    let selectors = sheet.split(['{', '}', ';']).map(|text| text.rsplit("*/").next().unwrap_or_default().trim());
    for list in selectors.filter(|text| !text.starts_with('@')) {
        let newer = |selector: &str| NEWER_SELECTORS.iter().any(|name| selector.contains(name));
        let parts: Vec<bool> = list.split(",\n").map(newer).collect();
        assert!(parts.iter().all(|is_newer| *is_newer == parts[0]), "{list}");
    }
}

#[test]
fn the_scripts_ask_for_nothing_that_an_older_browser_does_not_know() {
    let script = text("app.js");
    for newer in NEWER_SELECTORS.iter().chain(&NEWER_CALLS) {
        assert!(!script.contains(newer), "{newer}");
    }
}
