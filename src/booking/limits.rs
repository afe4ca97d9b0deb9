//! How often one client may choose a slot and send a form, and how many slots are kept for it.

use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::store;
use crate::work::{Limit, Uncounted, Work};

/// Forms that one client may have kept, right or wrong; a family behind one address types far fewer.
const FORMS: Limit = Limit { name: "booking form from client", most: 300, minutes: 10 };
/// Slots that one client may choose.
const CHOICES: Limit = Limit { name: "slot chosen by client", most: 60, minutes: 10 };
/// Slots that everybody together may choose within the time for which what was begun is kept: the most of it there can be.
pub const CHOICES_IN_ALL: Limit = Limit { name: "slots chosen, in all", most: 50_000, minutes: 24 * 60 };
/// Of these, as many are kept at one clinic, in the time for which it keeps one: nobody keeps a clinic full by choosing.
const MOST_KEPT: u32 = 10;

/// Counts a form that is about to be kept.
///
/// # Errors
/// When this client has sent too many.
pub fn count_form(work: &mut Work<'_>) -> Result<(), Uncounted> {
    work.count(&[work.from_visitor(&FORMS)])
}

/// Counts a slot that is about to be chosen.
///
/// # Errors
/// When this client has chosen too many.
pub fn count_choice(work: &mut Work<'_>) -> Result<(), Uncounted> {
    work.count(&[work.from_visitor(&CHOICES), CHOICES_IN_ALL.in_all()])
}

/// Counts a slot that is about to be kept, and says until when; none where the clinic keeps none, or has kept enough for
/// this client, who can go on all the same.
///
/// # Errors
/// What the store says.
pub fn count_kept_slot(work: &mut Work<'_>, clinic: &Clinic) -> store::Result<Option<Moment>> {
    let minutes = i64::from(clinic.booking.hold_minutes);
    if minutes == 0 {
        return Ok(None);
    }
    let kept = Limit { name: "hold kept for client", most: MOST_KEPT, minutes };
    let counter = kept.of(&format!("{}\n{}", work.caller().network, clinic.id));
    match work.count_undoably(&[counter]) {
        Ok(()) => Ok(Some(work.now().plus_minutes(minutes))),
        Err(Uncounted::Spent(_)) => Ok(None),
        Err(Uncounted::Store(error)) => Err(error),
    }
}
