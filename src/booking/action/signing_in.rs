//! What アカウント認証 says to somebody who comes to it from a booking: that nothing of it is lost.

use crate::booking::under_way::BookingRef;
use crate::booking::{rows, words};
use crate::clinic::ClinicId;
use crate::slots::BookingKey;
use crate::store::{self, Reader};
use crate::ui::{Tone, alert};
use crate::web::Cx;
use maud::{Markup, html};

/// What signing in is for when it leads on to a booking of this browser that is not finished; otherwise nothing.
///
/// # Errors
/// When the store cannot be read.
pub fn signing_in_for(cx: &Cx, r: &dyn Reader, next: &str) -> store::Result<Option<Markup>> {
    let Some(BookingRef { clinic, key }) = booking_at(next) else { return Ok(None) };
    let booking = rows::booking(r, cx.visitor(), key)?;
    let under_way = booking.is_some_and(|booking| booking.clinic == clinic && booking.is_unfinished());
    Ok(under_way.then(|| alert(Tone::Info, html! { p { (words::of(cx.lang).course.signing_in) } })))
}

/// The booking whose page stands at a place of this site.
fn booking_at(place: &str) -> Option<BookingRef> {
    let mut parts = place.split('?').next()?.strip_prefix("/b/")?.split('/');
    let clinic = ClinicId::parse(parts.next()?)?;
    let key = parts.next().filter(|part| *part == "bookings").and_then(|_| BookingKey::parse(parts.next()?))?;
    Some(BookingRef { clinic, key })
}
