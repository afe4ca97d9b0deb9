//! The web app manifest (W3C Web Application Manifest): by what name and icon the pages are installed on a device, and where
//! they open.

use crate::lang::Lang;
use crate::ui::asset;

/// The ground of the mark. It fits a light screen and a dark one, of which a manifest cannot tell; pages say their own colours.
const COLOUR: &str = "#0b5c63";

const ICONS: [(&str, &str, &str, &str); 4] = [
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-maskable-512.png", "512x512", "image/png", "maskable"),
    ("favicon.svg", "any", "image/svg+xml", "any"),
];

/// The manifest of a service in a language.
pub(super) fn text(service: &str, start: &str, lang: Lang) -> String {
    let icons = ICONS.map(|(name, sizes, kind, purpose)| {
        object(&[("src", &asset::url(name)), ("sizes", sizes), ("type", kind), ("purpose", purpose)])
    });
    let texts = object(&[
        // The same in every language and for every start: it is one app.
        ("id", "/"),
        ("name", service),
        ("short_name", service),
        ("lang", lang.tag()),
        ("dir", "ltr"),
        ("start_url", start),
        ("scope", "/"),
        ("display", "standalone"),
        ("theme_color", COLOUR),
        ("background_color", COLOUR),
    ]);
    format!("{},\"icons\":[{}]}}", texts.trim_end_matches('}'), icons.join(","))
}

/// A JSON object of texts.
fn object(texts: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = texts.iter().map(|(name, text)| format!("\"{name}\":{}", quoted(text))).collect();
    format!("{{{}}}", pairs.join(","))
}

/// A JSON string (RFC 8259, section 7).
fn quoted(text: &str) -> String {
    let escaped = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}
