//! Where to go on after signing in, agreeing or changing the language: a place on this site, whatever the request says.

/// The given place when it is a path on this origin, and `/` otherwise.
///
/// Only an absolute path in plain printable ASCII passes: no `//host`, no backslash (browsers read it as a
/// slash), no control character (browsers drop tabs and newlines before reading), no `/.` segment that could
/// fold into `//`.
pub(super) fn safe_next(next: &str) -> &str {
    let path = path_of(next);
    let plain = next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let rooted = next.starts_with('/') && !path.contains("//") && !path.contains("/.");
    if plain && rooted && next.len() <= 512 { next } else { "/" }
}

/// The path of a place on this site.
pub(super) fn path_of(next: &str) -> &str {
    next.split(['?', '#']).next().unwrap_or_default()
}
