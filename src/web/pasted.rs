//! Addresses as people paste and type them: with a slash, punctuation or words of the text around them behind, or in capitals.
//! They lead to the page that was meant, once for all routes.
//!
//! No address of ours has a capital, a percent sign or a full stop at its end, but for random references, which keep their case.

use super::headers;
use poem::http::header::LOCATION;
use poem::http::{Method, StatusCode, Uri};
use poem::{Request, Response};

/// What may stand right behind an address in a text.
const BEHIND: &[char] = &['/', '.', ',', ';', ':', '!', '*', '\'', '"', '(', ')', '[', ']', '{', '}', '<', '>'];
/// How many characters the shortest random reference has: 128 bits in base64url. What is shorter is a name, in small letters.
const REFERENCE: usize = 22;

/// The answer that leads to the page that was meant, when its address is another one and one of the `routes` has it.
pub(super) fn answer(request: &Request, routes: impl Iterator<Item = &'static str>) -> Option<Response> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return None;
    }
    let meant = meant(request.uri(), routes)?;
    let mut response = Response::builder().status(StatusCode::PERMANENT_REDIRECT).header(LOCATION, meant).finish();
    // It may hold a reference that opens something.
    headers::private(response.headers_mut());
    Some(response)
}

fn meant(uri: &Uri, mut routes: impl Iterator<Item = &'static str>) -> Option<String> {
    let path = uri.path();
    // Most addresses are plain, and cost no more than this look.
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'/');
    if path.bytes().all(is_plain) && !path.ends_with(BEHIND) {
        return None;
    }
    let bare = without_words_behind(path)?.trim_end_matches(BEHIND);
    let mut names = bare.split('/').filter(|part| part.len() < REFERENCE);
    if bare == path && !names.any(|name| name.bytes().any(|byte| byte.is_ascii_uppercase())) {
        return None;
    }
    let meant = routes.find_map(|route| as_in(route, bare)).filter(|meant| meant != path)?;
    Some(match uri.query() {
        Some(query) => format!("{meant}?{query}"),
        None => meant,
    })
}

/// The path before the first character that no address has: everything behind it belongs to the text that was copied. None
/// when it is no text that people write, or goes on as a path.
fn without_words_behind(path: &str) -> Option<&str> {
    let (before, words) = path.split_at(path.find(|c: char| c == '%' || !c.is_ascii()).unwrap_or(path.len()));
    let words: String =
        form_urlencoded::parse(format!("={words}").as_bytes()).map(|(_, words)| words.into_owned()).collect();
    (!words.contains(|c: char| c.is_control() || matches!(c, '/' | char::REPLACEMENT_CHARACTER))).then_some(before)
}

/// The path in the spelling of a route, if it is the route's.
fn as_in(route: &str, path: &str) -> Option<String> {
    let (parts, typed): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    if parts.len() != typed.len() {
        return None;
    }
    let spelled: Option<Vec<String>> = parts.iter().zip(typed).map(|(part, typed)| spelled(part, typed)).collect();
    spelled.map(|parts| parts.join("/"))
}

fn spelled(part: &str, typed: &str) -> Option<String> {
    match part.strip_prefix(':') {
        Some(_) if typed.is_empty() => None,
        Some(_) if typed.len() < REFERENCE => Some(typed.to_ascii_lowercase()),
        Some(_) => Some(typed.to_owned()),
        None => part.eq_ignore_ascii_case(typed).then(|| part.to_owned()),
    }
}
