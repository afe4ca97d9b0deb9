//! What an open book asks for by itself: its lines as they are now, and a stream that says when they change.

use super::day::read;
use super::of_path::day_of;
use crate::console::live::{DayStream, ShownDay};
use crate::console::page;
use crate::staff::{OpenPageOfStaff, StaffAdmission};
use crate::store::CommitNumber;
use crate::web::{Cx, Failure, Result};

/// The lines.
pub async fn lines(cx: Cx, OpenPageOfStaff(me): OpenPageOfStaff) -> Result {
    let day = day_of(&cx)?;
    let of = read(&cx, &me, day).await?;
    Ok(cx.part_again(page::day::again(&cx, &me.clinic, &of)))
}

/// The stream. Where a session has as many as it may, or another process may write as well, there is none, and the page asks for its
/// lines every few seconds instead.
pub async fn events(cx: Cx, OpenPageOfStaff(me): OpenPageOfStaff) -> Result {
    let (day, session) = (day_of(&cx)?, cx.session().ok_or(Failure::SignedOut)?);
    let admission = StaffAdmission::of(&me, session);
    let Some(place) = cx.floor.streams.open(admission.session) else { return Ok(cx.too_many_streams()) };
    let seen = cx.last_event().or_else(|| CommitNumber::parse(&cx.query(page::live::SEEN)));
    let shown = ShownDay { clinic: &me.clinic.id, day, seen: seen.unwrap_or(CommitNumber::NONE) };
    Ok(match DayStream::open(&cx.floor, admission, place, shown)? {
        Some(stream) => cx.events(stream.events()),
        None => cx.nothing(),
    })
}
