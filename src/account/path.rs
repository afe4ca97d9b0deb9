//! The paths of the account's pages. Nouns, so that a form's action names the thing it makes.
//!
//! They say where a page is; what is on it is decided by its action.

#![expect(missing_docs, reason = "a path says what it leads to")]

pub const TOP: &str = "/";
pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_OUT: &str = "/sign-out";
pub const DASHBOARD: &str = "/dashboard";

pub const SIGN_UP: &str = "/sign-up";
pub const SIGN_UP_SENT: &str = "/sign-up/sent";
pub const SIGN_UP_LINK: &str = "/sign-up/link/:token";
pub const SIGN_UP_PASSWORD: &str = "/sign-up/password";
pub const SIGN_UP_PERSON: &str = "/sign-up/person";
pub const SIGN_UP_CONFIRMATION: &str = "/sign-up/confirmation";

pub const RESET: &str = "/password-reset";
pub const RESET_SENT: &str = "/password-reset/sent";
pub const RESET_LINK: &str = "/password-reset/link/:token";

pub const ACCOUNT: &str = "/account";
pub const EMAIL: &str = "/account/email";
pub const EMAIL_SENT: &str = "/account/email/sent";
pub const EMAIL_LINK: &str = "/email-change/link/:token";
pub const PASSWORD: &str = "/account/password";
pub const WITHDRAWAL: &str = "/account/withdrawal";
pub const WITHDRAWN: &str = "/withdrawn";

pub const PERSON: &str = "/person";
pub const PERSON_CONFIRMATION: &str = "/person/confirmation";

pub const AGREEMENT: &str = "/agreement";
pub const TERMS: &str = "/terms";
pub const PRIVACY: &str = "/privacy";

/// The path of a route with a token in the place of its parameter.
pub fn with_token(route: &str, token: &str) -> String {
    route.replace(":token", token)
}

/// The sign-in page that leads on to `next`.
pub fn sign_in_then(next: &str) -> String {
    then(SIGN_IN, next)
}

/// The sign-up page that leads on to `next`.
pub fn sign_up_then(next: &str) -> String {
    then(SIGN_UP, next)
}

/// Whether `next` is another place than the one that everybody goes on to.
pub fn is_elsewhere(next: &str) -> bool {
    !["", TOP, DASHBOARD].contains(&next)
}

/// A page that knows where to go on, by its address.
pub fn then(page: &str, next: &str) -> String {
    if !is_elsewhere(next) {
        return page.to_owned();
    }
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    let sign = if page.contains('?') { '&' } else { '?' };
    format!("{page}{sign}{query}")
}
