//! Choosing another slot within a booking.

use super::calendar::again;
use super::look::{self, View};
use super::opened::{named_booking, open};
use crate::account::MaybePatient;
use crate::booking::choosing;
use crate::booking::page::calendar::ShownAgain;
use crate::slots::Reason;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// Keeps the slot and leads on to where the booking stands; or says why not, with the next free ones.
pub async fn choose(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let (slot, named) = (look::slot(cx.form().get("slot")), named_booking(&cx)?);
    let outcome = match slot {
        Some((day, start)) => {
            cx.work(move |work, me: MaybePatient| choosing::choose(work, &named, me.account.as_deref(), day, start))
                .await?
        }
        None => Refused(Reason::NoSuchSlot),
    };
    match outcome {
        Done(next) => Ok(cx.go_to(under_way.path(next.route()))),
        Refused(reason) => {
            let notice = ShownAgain::Refused { reason, typed: under_way.booking.typed().is_some() };
            Ok(cx.conflict(again(&cx, &under_way, View::after(slot), Some(notice)).await?))
        }
    }
}
