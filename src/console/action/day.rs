//! 予約台帳 of a day.

use super::of_path::{day_of, offers_of};
use crate::clinic::path::of_clinic;
use crate::clinic::schedule;
use crate::console::book::DayBook;
use crate::console::day_view::DayView;
use crate::console::elsewhere::elsewhere;
use crate::console::form::{DAY, VIEW};
use crate::console::page::day::DayPage;
use crate::console::{page, path};
use crate::slots::{Reason, desk_places};
use crate::staff::ClinicStaff;
use crate::web::{Cx, Failure, Result};
use maud::html;
use time::Date;

/// The book of today.
pub async fn today(cx: Cx, me: ClinicStaff) -> Result {
    let today = cx.now.jst_date();
    of_day(cx, me, today).await
}

/// Goes to the day that was chosen, or to today where that is no date.
pub async fn choose(cx: Cx, me: ClinicStaff) -> Result {
    Ok(cx.go_to(match path::parse_day(cx.form().get(DAY)) {
        Some(day) => DayView::named(cx.form().get(VIEW)).path(&me.clinic.id, day),
        None => of_clinic(path::TODAY, &me.clinic.id),
    }))
}

/// The book of the day in the path.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let day = day_of(&cx)?;
    of_day(cx, me, day).await
}

async fn of_day(cx: Cx, me: ClinicStaff, day: Date) -> Result {
    let of = read(&cx, &me, day).await?;
    let seen = cx.latest_commit().await?;
    Ok(cx.page(page::day::show(&cx, &me.clinic, &of, seen)))
}

/// The day as this member of the staff sees it.
pub async fn read(cx: &Cx, me: &ClinicStaff, day: Date) -> std::result::Result<DayPage, Failure> {
    let may_change = me.role.changes_bookings();
    let book = cx.read(|r| DayBook::read(r, &me.clinic.id, day)).await?;
    let offers = offers_of(cx, &me.clinic.id).await?;
    let closed = schedule::closed_all_day(&offers.clinic, &offers.menus, day).map(Reason::from);
    let free = if may_change {
        let menus = cx.read(|r| desk_places(r, &offers, day, None)).await?;
        page::desk::places::in_book(cx, &me.clinic, day, &menus, &offers)
    } else {
        html! {}
    };
    let elsewhere = match page::day::sought(cx) {
        Some(typed) => cx.read(|r| elsewhere(r, &me.clinic.id, day, &typed)).await?,
        None => Vec::new(),
    };
    Ok(DayPage { book, menus: offers.menus, closed, free, elsewhere, may_change })
}
