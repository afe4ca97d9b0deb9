//! 予約台帳 of a day.

use crate::clinic::path::of_clinic;
use crate::console::book::DayBook;
use crate::console::form::DAY;
use crate::console::{page, path};
use crate::staff::ClinicStaff;
use crate::web::{Cx, Failure, Result};
use time::Date;
use time::format_description::well_known::Iso8601;

/// Today's.
pub async fn today(cx: Cx, me: ClinicStaff) -> Result {
    let today = cx.now.jst_date();
    of_day(cx, me, today).await
}

/// Goes to the day that was chosen; where it is none, to today.
pub async fn choose(cx: Cx, me: ClinicStaff) -> Result {
    Ok(cx.go_to(match Date::parse(cx.form().get(DAY), &Iso8601::DATE) {
        Ok(day) => path::of_day(&me.clinic.id, day),
        Err(_) => of_clinic(path::TODAY, &me.clinic.id),
    }))
}

/// That of the day of the path.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let day = Date::parse(cx.param("day"), &Iso8601::DATE).map_err(|_| Failure::NotFound)?;
    of_day(cx, me, day).await
}

async fn of_day(cx: Cx, me: ClinicStaff, day: Date) -> Result {
    let book = cx.read(|r| DayBook::read(r, &me.clinic.id, day)).await?;
    Ok(cx.page(page::day::show(&cx, &me.clinic, &book)))
}
