//! The cookies of the product, and the one way in which they are written.
//!
//! Over https each has the `__Host-` prefix (RFC 6265bis, section 4.1.3.2), so that no sibling domain can set it.

use cookie::{Cookie, SameSite};
use poem::http::HeaderMap;
use poem::http::header::COOKIE;

/// The language chosen in the footer.
pub const LANGUAGE: &str = "language";

/// The token of a device on which somebody has signed in.
pub const DEVICE: &str = "device";

/// The token of a device that several people share.
pub const SHARED_DEVICE: &str = "shared-device";

/// Where to go on behind a mail that may not carry it.
pub const NEXT: &str = "next";

/// The value of a cookie in a request.
pub fn read(headers: &HeaderMap, https: bool, name: &str) -> Option<String> {
    let wanted = full_name(https, name);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == wanted)
        .map(|cookie| cookie.value().to_owned())
}

/// A `Set-Cookie` value. Without `minutes` the cookie ends with the browser.
pub fn write(https: bool, name: &str, value: String, minutes: Option<i64>) -> String {
    let mut cookie = Cookie::build((full_name(https, name), value))
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .build();
    cookie.set_max_age(minutes.map(cookie::time::Duration::minutes));
    cookie.to_string()
}

fn full_name(https: bool, name: &str) -> String {
    if https { format!("__Host-{name}") } else { name.to_owned() }
}
