//! Choosing the first slot: a booking begins.

use super::calendar::{MenuChoice, fresh};
use super::look::{self, View};
use super::who;
use crate::account::MaybePatient;
use crate::booking::choosing::{self, Chosen};
use crate::booking::page::calendar::ShownAgain;
use crate::booking::path;
use crate::slots::{BookingKey, Reason};
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::Work;

/// Keeps the slot and leads on to 受診者; or says why not, with the next free ones.
pub async fn begin(cx: Cx, me: MaybePatient) -> Result {
    let choice = MenuChoice::of(&cx, cx.form().get("menu"), cx.form().get("visit"), cx.form().get(path::UNIT)).await?;
    let slot = look::slot(cx.form().get("slot"));
    let (key, who) = (BookingKey::mint(), who::named(&cx, &me).await?);
    let member = who.as_ref().map(|who| who.id);
    // A unit that has gone since the page was drawn is not replaced unasked.
    let is_known = cx.form().get(path::UNIT).is_empty() || choice.unit.is_some();
    let begun = match slot.filter(|_| is_known) {
        Some((day, start)) => {
            let (clinic, menu, visit) = (choice.offers.clinic.id.clone(), choice.menu.clone(), choice.visit);
            let chosen = Chosen { clinic, menu, visit, unit: choice.unit.clone(), day, start };
            let begin = move |work: &mut Work<'_>, me: MaybePatient| {
                choosing::begin(work, me.account.as_deref(), key, &chosen, member)
            };
            cx.work(begin).await?
        }
        None => Refused(Reason::NoSuchSlot),
    };
    match begun {
        Done(next) => Ok(cx.go_to(path::of_booking(next.route(), &choice.offers.clinic.id, key))),
        Refused(reason) => {
            let view = View::after_refusal(slot, &reason);
            let notice = ShownAgain::Refused { reason, typed: false };
            Ok(cx.conflict(fresh(&cx, &choice, who.as_ref(), view, Some(notice)).await?))
        }
    }
}
