//! 日時を選ぶ within a booking.

use super::calendar::again;
use super::limited;
use super::look::{self, View};
use super::opened::{named_booking, open};
use crate::account::MaybePatient;
use crate::booking::choosing;
use crate::booking::code::Code;
use crate::booking::path;
use crate::slots::{self, Obstacle, Reason, WantedSlot};
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The calendar for another time: of a booking under way, or for what is to be moved.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let mut under_way = open(&cx, &me).await?;
    if under_way.booking.done().is_some() {
        return Ok(cx.go_to(under_way.next_path(cx.now.jst_date())));
    }
    if cx.whole_query().has(path::UNIT) {
        under_way.ask_unit(&cx.query(path::UNIT));
    }
    let (offer, filled) = (under_way.offer()?, under_way.filled(cx.now.jst_date()));
    let limit = match under_way.booking.party() {
        Some(_) => None,
        None => cx.read(|r| slots::over_limit(r, offer, under_way.asker(filled.as_ref()))).await?,
    };
    if let Some(limit) = limit {
        return Ok(cx.page(limited::show(&cx, &me, &under_way, &limit).await?));
    }
    Ok(cx.page(again(&cx, &under_way, View::of(&cx), None).await?))
}

/// Keeps the slot and leads on to where the booking stands; or says why not, with the next free ones.
pub async fn choose(cx: Cx, me: MaybePatient) -> Result {
    let mut under_way = open(&cx, &me).await?;
    let unit = cx.form().has(path::UNIT).then(|| cx.form().get(path::UNIT).to_owned());
    // A unit that has gone since the page was drawn is not replaced unasked.
    let is_known = unit.as_ref().is_none_or(|unit| under_way.ask_unit(unit));
    let (slot, named) = (look::slot(cx.form().get("slot")), named_booking(&cx)?);
    let outcome = match slot.filter(|_| is_known) {
        Some((day, start)) => {
            let (minted, wanted) = (Code::mint(), WantedSlot { key: named.key, day, start });
            cx.work(move |work, me: MaybePatient| {
                choosing::choose(work, &named, me.account.as_deref(), wanted, unit.as_deref(), &minted)
            })
            .await?
        }
        None => Refused(Reason::NoSuchSlot),
    };
    match outcome {
        Done(next) => Ok(cx.go_to(under_way.path(next.route()))),
        Refused(reason) if reason.obstacle() == Obstacle::Reservations => {
            limited::refused(&cx, &me, &under_way, reason).await
        }
        Refused(reason) => {
            let view = View::after_refusal(slot, &reason);
            limited::refused_at(&cx, &under_way, view, reason).await
        }
    }
}
