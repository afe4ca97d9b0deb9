//! The paths of the account's pages. Nouns, so that a form's action names the thing it makes.

#![expect(missing_docs, reason = "a path says what it leads to")]

use crate::secret::Token;
use crate::ui::with_query;

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
pub const SESSIONS: &str = "/account/sessions";
pub const OTHERS_SIGN_OUT: &str = "/account/sessions/sign-out";
pub const SESSION_SIGN_OUT: &str = "/account/sessions/:session/sign-out";
pub const OWN_DATA: &str = "/account/data";
pub const WITHDRAWAL: &str = "/account/withdrawal";
pub const WITHDRAWN: &str = "/withdrawn";

pub const PERSON: &str = "/person";
pub const PERSON_CONFIRMATION: &str = "/person/confirmation";
pub const POSTAL_CODE: &str = "/postal-codes/:digits";

pub const AGREEMENT: &str = "/agreement";
pub const TERMS: &str = "/terms";
pub const PRIVACY: &str = "/privacy";

/// The path by which one of the account's sessions is signed out.
pub fn of_session(reference: &str) -> String {
    SESSION_SIGN_OUT.replace(":session", reference)
}

/// The path of a mail's link: a route with a token in the place of its parameter. It is often followed in another browser
/// than the one that asked for it, and when it has long expired, so its address itself says where to go on.
pub fn of_link(route: &str, token: &Token, next: &str) -> String {
    then(&route.replace(":token", &token.text()), in_mail(next))
}

/// `next`, if it may stand in a mail: a page, or one thing of a kind by its code, such as a clinic's registration. A mail
/// goes to any address that somebody types, so nobody gets more of their own into it than two words; and the link of another mail, which
/// is longer, is carried neither into it nor into what is kept of a sign-up.
pub fn in_mail(next: &str) -> &str {
    let plain = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let fits = match next.strip_prefix('/').map(|path| path.split_once('/')) {
        Some(Some((kind, code))) => plain(kind, 16) && plain(code, 32),
        Some(None) => plain(&next[1..], 16),
        None => false,
    };
    if fits { next } else { TOP }
}

/// `next`, if it is a place that may not stand in a mail, so that only the browser can keep it.
pub fn beside_mail(next: &str) -> Option<&str> {
    Some(next).filter(|next| is_elsewhere(next) && in_mail(next) != *next)
}

/// Whether `next` is the link by which a new address is confirmed.
pub fn confirms_address(next: &str) -> bool {
    EMAIL_LINK.strip_suffix(":token").is_some_and(|start| next.starts_with(start))
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

/// Where somebody goes on who wants to go to `next`.
pub fn onward(next: &str) -> &str {
    if is_elsewhere(next) { next } else { DASHBOARD }
}

/// A page that knows where to go on, by its address.
pub fn then(page: &str, next: &str) -> String {
    with_query(page, is_elsewhere(next).then_some(("next", next)))
}
