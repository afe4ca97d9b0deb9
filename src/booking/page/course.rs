//! What a calendar shows, where its links and its form lead, and the form in which a slot is chosen.

use super::unit::UnitChoice;
use crate::booking::alternatives::Alternative;
use crate::clinic::{MenuId, TimeOfDay};
use crate::clock::Moment;
use crate::reservation::Reservation;
use crate::slots::{DayPlan, Outlook, Reason, Slot};
use crate::ui::{Link, form};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// A day with at most so many places left is marked as one with few.
pub const FEW: u32 = 3;

/// What is free, for one month.
pub struct Calendar {
    /// Every day of the month, its places counted as far as tells whether they are few.
    pub days: Vec<Outlook>,
    /// The day whose slots are shown, if one is.
    pub chosen: Option<DayPlan>,
    /// Why nothing can be booked on that day for some of several menus, where it is not the same for all of them.
    pub against: Vec<(MenuId, Reason)>,
    /// What is offered first: the earliest free slot, and real alternatives to it.
    pub next: Vec<Alternative>,
    /// The first and the last day that can be looked at.
    pub bounds: (Date, Date),
}

/// Where the calendar stands: where its links and its form lead.
pub struct Course<'a> {
    /// Its own address, without a day.
    pub here: String,
    /// 指名: the units of which one may be asked for, if there are any.
    pub units: Option<UnitChoice<'a>>,
    /// Where a chosen slot is posted.
    pub action: String,
    /// What is posted with it.
    pub hidden: Vec<(&'static str, String)>,
    /// Where the way back leads; none where a booking is left by a form.
    pub back: Option<(&'static str, String)>,
    /// Where the form that leaves the booking is posted, within one.
    pub release: Option<String>,
    /// The reservation that is to be moved.
    pub moving: Option<&'a Reservation>,
    /// What was booked together with it and stays where it is.
    pub staying: Vec<StayingVisit>,
    /// The slot that was chosen and cannot be booked.
    pub refused: Option<(Date, TimeOfDay)>,
    /// What the visitor has typed already and not booked, before a booking has begun.
    pub going_on: Vec<Unfinished>,
    /// Whether several people come together, so that a time is free for all of them or for none.
    pub together: bool,
    /// Other ways to come on the chosen day, where not all of those fit who come together.
    pub instead: Vec<Link>,
}

/// A visit that was booked together with what is moved, and stays where it is.
pub struct StayingVisit {
    /// Who comes, as far as that may be said.
    pub name: String,
    /// When it starts.
    pub starts: Moment,
}

/// A booking of the visitor's own that waits to be finished: its slot is kept from themselves as well.
pub struct Unfinished {
    /// The chosen slot.
    pub slot: Slot,
    /// Where it goes on.
    pub href: String,
}

impl Course<'_> {
    /// The calendar with a day in its query under that name, all but the day.
    pub fn up_to_day(&self, name: &str) -> String {
        let mark = if self.here.contains('?') { '&' } else { '?' };
        format!("{}{mark}{name}=", self.here)
    }
}

/// A form that chooses a slot, around its buttons.
pub fn choosing(cx: &Cx, course: &Course<'_>, buttons: Markup) -> Markup {
    form(
        &course.action,
        &cx.csrf(),
        html! {
            @for (name, value) in &course.hidden { input type="hidden" name=(name) value=(value); }
            (buttons)
        },
    )
}
