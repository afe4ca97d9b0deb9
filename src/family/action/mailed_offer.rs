//! Why the link of a mailed offer does not open.

use crate::family::mailed_offer::Closed;
use crate::family::page;
use crate::family::path;
use crate::family::words::ClosedOfferWords;
use crate::web::{Cx, Reply};

/// The page that says why.
pub fn shut(cx: &Cx, closed: Closed, words: &ClosedOfferWords) -> Reply {
    match closed {
        Closed::Dead => cx.gone(page::closed::show(cx, words.title, words.dead)),
        Closed::Elsewhere => cx.missing(page::closed::show(cx, words.title, words.elsewhere)),
        Closed::Already => cx.go_to(format!("{}?done=shared-already", path::FAMILY)),
    }
}
