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
    if next == TOP || next == DASHBOARD {
        return SIGN_IN.to_owned();
    }
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{SIGN_IN}?{query}")
}
