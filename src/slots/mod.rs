//! Slots: which start times of a menu are free, for whom and why not, what is taken, and what is held for somebody who is
//! typing.
//!
//! One engine answers the calendar and the write that books.

mod arrangement;
mod asker;
mod availability;
mod choice;
mod coming;
mod desk_places;
mod interval;
mod load;
mod menu_limits;
mod objection;
mod occupancy;
mod offer;
mod offers;
mod place;
mod query;
mod reason;
mod right;
mod room;
pub mod rows;
mod slot;
mod starts;
mod suspending;
mod suspension;
mod unit_choice;
mod units;
pub mod visits;
pub(crate) mod words;
mod written;

pub use arrangement::Spacing;
pub use asker::Asker;
pub use availability::{Availability, Client, DayPlan, Outlook, SlotPlan, places_of_day};
pub use choice::{choose, choose_together};
pub use coming::Expected;
pub use desk_places::{DeskPlace, MenuPlaces, desk_places};
pub use interval::{CountedVisit, Neighbour, SaidOfVisit, TooNear};
pub use load::{DayLoad, day_load};
pub use menu_limits::{DayLimit, MenuLimit, menu_limits};
pub use objection::{DeskVisit, Objection, objections, objections_beyond};
pub use occupancy::{Taken, visit_of};
pub use offer::Offer;
pub use offers::Offers;
pub use place::{Place, PlaceId};
pub use query::{Days, NotFree, Participant, free, over_limit};
pub use reason::{Obstacle, Reason, WhyClosed};
pub use right::against;
pub use room::{Overfull, PlaceKind};
pub use rows::{EXPIRING, TABLES};
pub use slot::{BookingKey, Slot, SlotUnit, WantedSlot};
pub use suspending::{NotSuspended, resume, suspend};
pub use suspension::{Suspended, SuspendedMenus, Suspension};
pub use unit_choice::{units_at, with_free_unit};
pub use units::UnitState;
pub use written::WrittenStart;

#[cfg(test)]
pub(crate) mod tests;
