//! What a clinic's staff do with reservations at the desk and by phone: they book, move and cancel, which they can take back on the
//! same day, and they correct who comes.
//!
//! Patients' deadlines do not bind them. They are told what stands against a visit. Going on takes a reason, which is kept with the
//! reservation together with who gave it. A mail about what they did rests for a minute, in which it can be taken back.

mod booking;
mod cancellation;
mod change;
mod correction;
mod insistence;
mod model;
mod moving;
mod swap;
mod told;
mod undo;
mod unit_change;

pub use booking::{BookingWay, DeskRequest, book};
pub use cancellation::cancel;
pub use change::SeenVisit;
pub use correction::correct;
pub use insistence::Insistence;
pub use model::{Channel, DeskAct, DeskChange, KnownToPatient, NotAtDesk, ToldLater};
pub use moving::{DeskMove, move_objections, reschedule};
pub use swap::swap;
pub use told::take_back;
pub use undo::undo;
pub use unit_change::{UnitChange, change_unit};
