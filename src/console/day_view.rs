//! How 予約台帳 of a day is looked at, which pages that were opened from it lead back to.

use super::form::{VIEW, VISIT};
use super::path;
use crate::clinic::ClinicId;
use crate::reservation::ReservationId;
use crate::ui::with_query;
use crate::web::Cx;
use time::Date;

/// A view of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayView {
    /// As a list, which addresses need not name.
    List,
    /// As a grid.
    Grid,
}

/// What addresses call the grid.
const GRID: &str = "grid";

impl DayView {
    /// The view of an address.
    pub fn of(cx: &Cx) -> Self {
        Self::named(&cx.query(VIEW))
    }

    /// The view of that name; a list where there is none.
    pub fn named(name: &str) -> Self {
        if name == GRID { Self::Grid } else { Self::List }
    }

    /// Its name, if it needs one.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::List => None,
            Self::Grid => Some(GRID),
        }
    }

    /// A path that says to which view its page leads back.
    pub fn named_in(self, path: &str) -> String {
        with_query(path, self.name().map(|name| (VIEW, name)))
    }

    /// The path of a route of a visit, whose page leads back to this view.
    pub fn of_visit(self, route: &str, clinic: &ClinicId, id: ReservationId) -> String {
        self.named_in(&path::of_visit(route, clinic, id))
    }

    /// The day in this view.
    pub fn path(self, clinic: &ClinicId, day: Date) -> String {
        match self {
            Self::List => path::of_day(clinic, day),
            Self::Grid => path::of_grid(clinic, day),
        }
    }

    /// The same as somebody opens it: the list of today has a path without a date.
    pub fn opened(self, clinic: &ClinicId, day: Date, today: Date) -> String {
        match self {
            Self::List => path::of_book(clinic, day, today),
            Self::Grid => path::of_grid(clinic, day),
        }
    }

    /// The other view.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::List => Self::Grid,
            Self::Grid => Self::List,
        }
    }

    /// The day in this view, at a visit.
    pub fn path_at(self, clinic: &ClinicId, day: Date, id: ReservationId) -> String {
        format!("{}#{}", self.path(clinic, day), path::anchor(id))
    }

    /// The same, once what was done last with the visit has been taken back.
    pub fn path_undone(self, clinic: &ClinicId, day: Date, id: ReservationId) -> String {
        let undone = with_query(&self.path(clinic, day), [("done", "undone"), (VISIT, id.text().as_str())]);
        format!("{undone}#{}", path::anchor(id))
    }
}
