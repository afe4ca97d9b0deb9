//! The code that proves a guest's address: whether one is wanted, mailing it, and asking for another.
//!
//! Trying one out is part of the booking itself.

use super::desk::Desk;
use super::filled::{self, Filled};
use super::person::count_form;
use super::step::{Stop, settle};
use crate::account::{self, Visitor};
use crate::mail::{EmailAddress, outbox};
use crate::reservation::{Code, letter, path, store as rows};
use crate::store::{self, Tx};
use crate::web::throttle::Until;
use crate::web::{Cx, Result};

/// The address that a guest has still to prove, if the clinic wants that.
pub fn wanted<'a>(desk: &Desk, filled: &'a Filled) -> Option<&'a EmailAddress> {
    let address = filled.address.as_ref().filter(|_| desk.shelf.clinic.booking.guest_code)?;
    (!desk.has_proved(address)).then_some(address)
}

/// Whether a code that can still be used was mailed to this address.
pub fn is_sent(cx: &Cx, desk: &Desk, address: &EmailAddress) -> bool {
    desk.booking.code.as_ref().is_some_and(|code| code.is_live(cx.now) && code.address().key() == address.key())
}

/// Mails a code. Whoever calls stores the booking.
pub fn mail(
    tx: &mut Tx<'_>,
    cx: &Cx,
    desk: &mut Desk,
    address: &EmailAddress,
    minted: &str,
) -> store::Result<std::result::Result<(), Until>> {
    if let Err(until) = account::count_mail(tx, cx, address)? {
        return Ok(Err(until));
    }
    outbox::add(tx, &letter::code(&cx.floor.letterhead(cx.lang), address, minted, cx.now))?;
    desk.booking.code = Some(Code::sent(cx.now, &cx.visit.token, address.clone(), minted));
    Ok(Ok(()))
}

/// Sends a new code; or puts a mistyped address right, and then sends one there if the clinic wants that.
pub async fn send(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let (context, minted) = (cx.clone(), Code::mint());
    let mend = cx.form().get("go") == "suggestion";
    let sent = cx.write(move |tx| settle(put(tx, &context, mend, &minted))).await??;
    let done = if sent == Ok(true) { "?done=code" } else { "" };
    Ok(cx.done(format!("{}{done}", desk.path(path::CONFIRMATION))))
}

/// Says whether a code was sent.
fn put(tx: &mut Tx<'_>, cx: &Cx, mend: bool, minted: &str) -> std::result::Result<bool, Stop> {
    let mut desk = Desk::again(tx, cx)??;
    let mut typed = match (desk.booking.booked, desk.booking.typed.clone()) {
        (None, Some(typed)) => typed,
        _ => return Ok(false),
    };
    count_form(tx, cx)??;
    let meant = EmailAddress::parse(&typed.email).ok().and_then(|address| address.suggestion()).filter(|_| mend);
    if let Some(meant) = meant {
        typed.email = meant.to_string();
        desk.booking.typed = Some(typed.clone());
    }
    let filled = filled::check(cx, &typed, desk.is_guest()).ok();
    let address = filled.as_ref().and_then(|filled| wanted(&desk, filled)).cloned();
    if let Some(address) = &address {
        mail(tx, cx, &mut desk, address, minted)??;
    }
    rows::put_booking(tx, cx.visitor(), desk.key, &desk.booking)?;
    Ok(address.is_some())
}
