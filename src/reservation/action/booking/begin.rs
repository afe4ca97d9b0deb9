//! Choosing the first slot: a booking begins.

use super::calendar::{Wish, fresh};
use super::look::{self, Wanted};
use crate::account::Visitor;
use crate::reservation::choosing::{self, Chosen};
use crate::reservation::page::booking::calendar::Notice;
use crate::reservation::path;
use crate::slots::{BookingKey, Reason};
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::Work;

/// Keeps the slot and leads on to 受診者; or says why not, with the next free ones.
pub async fn begin(cx: Cx, _: Visitor) -> Result {
    let wish = Wish::of(&cx, cx.form().get("menu"), cx.form().get("visit")).await?;
    let slot = look::slot(cx.form().get("slot"));
    let key = BookingKey::mint();
    let begun = match slot {
        Some((day, start)) => {
            let (clinic, menu, visit) = (wish.offers.clinic.id.clone(), wish.menu.clone(), wish.visit);
            let chosen = Chosen { clinic, menu, visit, day, start };
            let begin = move |work: &mut Work<'_>, me: Visitor| {
                choosing::begin(work, me.account.map(|account| account.id), key, &chosen)
            };
            cx.work(begin).await?
        }
        None => Refused(Reason::NoSuchSlot),
    };
    match begun {
        Done(()) => Ok(cx.done(path::of_booking(path::BOOKING, &wish.offers.clinic.id, key))),
        Refused(reason) => {
            let notice = Notice::Refused { reason, typed: false };
            Ok(cx.conflict(fresh(&cx, &wish, Wanted::after(slot), Some(notice)).await?))
        }
    }
}
