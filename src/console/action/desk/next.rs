//! 次回予約: a time for the next visit of the same patient.

use crate::console::action::of_path::{chosen_day, day_of, offers_of, visit_of};
use crate::console::day_view::DayView;
use crate::console::page::desk::moving::{Choosing, choose_next};
use crate::console::path;
use crate::slots::desk_places;
use crate::staff::DeskStaff;
use crate::web::{Cx, Result};
use time::util::days_in_month;
use time::{Date, Duration};

/// How far ahead the next visit usually is, in weeks and then in months.
const WEEKS: [i64; 4] = [1, 2, 4, 8];
const MONTHS: [u8; 2] = [3, 6];

/// The times of a day, and the ways to the usual ones.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let (day, visit, offers) =
        (day_of(&cx)?, visit_of(&cx, &me.clinic.id).await?, offers_of(&cx, &me.clinic.id).await?);
    let menus = cx.read(|r| desk_places(r, &offers, day, None)).await?;
    let from = visit.slot.day;
    let weeks = WEEKS.map(|weeks| from.saturating_add(Duration::weeks(weeks)));
    let months = MONTHS.map(|months| months_after(from, months));
    let ahead: Vec<(Date, bool)> = weeks.into_iter().chain(months).map(|ahead| (ahead, ahead == day)).collect();
    Ok(cx.page(choose_next(&cx, &Choosing { clinic: &me.clinic, visit: &visit, day, menus: &menus }, &ahead)))
}

/// Another day.
pub async fn choose_day(cx: Cx, me: DeskStaff) -> Result {
    let (day, visit) = (chosen_day(&cx)?, visit_of(&cx, &me.clinic.id).await?);
    Ok(cx.go_to(DayView::of(&cx).named_in(&path::of_next(&me.clinic.id, visit.id, day))))
}

/// The same day so many months later, or the last one of that month.
fn months_after(day: Date, months: u8) -> Date {
    let at = u8::from(day.month()) - 1 + months;
    let (year, month) = (day.year() + i32::from(at / 12), time::Month::try_from(at % 12 + 1).unwrap_or(day.month()));
    Date::from_calendar_date(year, month, day.day().min(days_in_month(month, year))).unwrap_or(day)
}
