//! Leaving a booking: its slot is given back at once, and what was typed is forgotten.

use super::desk::Desk;
use super::step::{Stop, settle};
use crate::account::{self, Visitor};
use crate::reservation::{path, store as rows};
use crate::store::Tx;
use crate::web::{Cx, Result};

/// Leaves it, and leads back to where it began; or to sign in and come back to the calendar.
pub async fn leave(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let context = cx.clone();
    let left = cx.write(move |tx| settle(put(tx, &context))).await??;
    if left == Ok(false) {
        return Ok(cx.done(desk.path(path::BOOKED)));
    }
    let (clinic, menus) = (&desk.booking.clinic, path::of_clinic(path::MENUS, &desk.booking.clinic));
    if cx.form().get("then") == "sign-in" {
        let calendar = path::menu(clinic, &desk.booking.menu, desk.booking.visit, None);
        return Ok(cx.done(account::path::sign_in_then(&calendar)));
    }
    Ok(match &desk.moving {
        Some(old) if !desk.is_guest() => cx.done(path::of_reservation(path::RESERVATION, old.id)),
        Some(_) => cx.done(format!("{menus}?done=kept")),
        None => cx.done(format!("{menus}?done=left")),
    })
}

/// Says whether there was something to leave: what is booked is not undone by leaving.
fn put(tx: &mut Tx<'_>, cx: &Cx) -> std::result::Result<bool, Stop> {
    let desk = Desk::again(tx, cx)??;
    if desk.booking.booked.is_some() {
        return Ok(false);
    }
    rows::end_booking(tx, cx.visitor(), desk.key, &desk.booking)?;
    Ok(true)
}
