//! The kept mails, shown at `/_mail`: how a demonstration without a mail server lets its visitor read what was sent.
//!
//! It is routed only when `mail.mode` is `kept`, since it shows everybody's mail to anybody.

mod page;

pub use page::TITLE;

use crate::mail::kept;
use crate::web::{Cx, Failure, Guard, Result, Route, Who, get};

/// The list of kept mails.
pub const PATH: &str = "/_mail";
const ONE: &str = "/_mail/:number";
/// How many of the newest are listed.
const LISTED: usize = 50;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    vec![get(PATH, list), get(ONE, show)]
}

async fn list(cx: Cx, _: OnThisMachine) -> Result {
    let mails = cx.read(|r| kept::list(r, LISTED))?;
    Ok(cx.page(page::list(&cx, &mails)))
}

async fn show(cx: Cx, _: OnThisMachine) -> Result {
    let number = cx.param("number").parse().map_err(|_| Failure::NotFound)?;
    let mail = cx.read(|r| kept::get(r, number))?.ok_or(Failure::NotFound)?;
    Ok(cx.page(page::show(&cx, &mail)))
}

/// The mails hold links that open accounts: whoever is not on this machine finds no such page.
struct OnThisMachine;

impl Guard for OnThisMachine {
    const WHO: Who = Who::Operator;

    fn admit(cx: &Cx) -> std::result::Result<Self, Failure> {
        if cx.visit.on_this_machine { Ok(Self) } else { Err(Failure::NotFound) }
    }
}
