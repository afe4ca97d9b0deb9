//! Reads from the address which reservation is open and whether past ones are shown.

use crate::home::overview::Asked;
use crate::reservation::ReservationId;
use crate::web::{Cx, Failure};

/// What the address asks to be shown of the reservations.
///
/// # Errors
/// Not found, when it names something that is no reservation.
pub fn asked(cx: &Cx) -> Result<Asked, Failure> {
    let named = cx.query("reservation");
    let open = match named.as_str() {
        "" => None,
        text => Some(ReservationId::parse(text).ok_or(Failure::NotFound)?),
    };
    Ok(Asked { open, past: cx.query("past") == "1" })
}
