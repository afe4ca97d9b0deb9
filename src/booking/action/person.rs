//! 受診者: what is typed is kept, right or wrong, and looked at together with the slot.

use super::calendar::again;
use super::look::View;
use super::opened::{OrFailure, named_booking, open};
use crate::account::{self, MaybePatient};
use crate::booking::code::Code;
use crate::booking::filled::{self, DetailsProblems};
use crate::booking::model::Typed;
use crate::booking::page::calendar::ShownAgain;
use crate::booking::page::person as page;
use crate::booking::under_way::UnderWay;
use crate::booking::{details, path};
use crate::person::Draft;
use crate::slots::Slot;
use crate::ui::{Form, FormField, Page};
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form: what was typed before, or what the account knows of its owner.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let slot = match to_be_typed(&cx, &under_way) {
        Ok(slot) => slot,
        Err(elsewhere) => return Ok(cx.go_to(elsewhere)),
    };
    let kept = cx.kept_form().await?;
    if let Some(typed) = kept.as_ref().or(under_way.booking.typed()) {
        return Ok(cx.page(draw(&cx, &under_way, &slot, typed, false, &DetailsProblems::default())?));
    }
    let own = match &me.account {
        Some(account) => cx.read(|r| account::own_person(r, account.id)).await?,
        None => None,
    };
    let typed = Typed { person: own.as_ref().map(Draft::of).unwrap_or_default(), ..Typed::default() };
    Ok(cx.page(draw(&cx, &under_way, &slot, &typed, own.is_some(), &DetailsProblems::default())?))
}

/// The slot for which somebody's details are wanted, or the path of the page that is next instead.
fn to_be_typed(cx: &Cx, under_way: &UnderWay) -> std::result::Result<Slot, String> {
    // What is right already can be put right once more; a move keeps the person of the reservation.
    let typed = under_way.booking.form().and(under_way.booking.slot());
    typed.cloned().ok_or_else(|| under_way.next_path(cx.now.jst_date()))
}

fn draw(
    cx: &Cx,
    under_way: &UnderWay,
    slot: &Slot,
    typed: &Typed,
    filled: bool,
    wrong: &DetailsProblems,
) -> OrFailure<Page> {
    let offer = under_way.offer()?;
    let guest = under_way.is_guest();
    let place = page::Desk {
        menu: &offer.menu.name,
        slot,
        kept_until: under_way.booking.kept_until(cx.now),
        guest,
        asks_code: guest && offer.clinic.booking.guest_code,
        action: under_way.path(path::BOOKING),
        release: under_way.path(path::RELEASE),
    };
    Ok(page::show(cx, &place, typed, filled, wrong))
}

/// Keeps what was typed and leads on to 確認 when it is right; to the calendar where another time is wanted first.
pub async fn keep(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let slot = match to_be_typed(&cx, &under_way) {
        Ok(slot) => slot,
        Err(elsewhere) => return Ok(cx.go_to(elsewhere)),
    };
    let typed = sent(&cx);
    let wants_slots = cx.form().get("go") == "slots";
    let wrong = match filled::check(&typed, under_way.is_guest(), cx.now.jst_date()) {
        Err(problems) if !wants_slots => problems,
        _ => DetailsProblems::default(),
    };
    let (named, kept, minted) = (named_booking(&cx)?, typed.clone(), Code::mint());
    let outcome = cx
        .work(move |work, me: MaybePatient| {
            details::keep(work, &named, me.account.as_deref(), &kept, !wants_slots, &minted)
        })
        .await?;
    let wrong = match outcome {
        Done(_) if wants_slots => return Ok(cx.go_to(under_way.path(path::SLOTS))),
        Done(next) if wrong.is_empty() => return Ok(cx.go_to(under_way.path(next.route()))),
        Done(_) => wrong,
        Refused(reason) => {
            if let Some(wrong) = filled::against(&reason) {
                return Ok(cx.refuse(draw(&cx, &under_way, &slot, &typed, false, &wrong)?));
            }
            let under_way = open(&cx, &me).await?;
            let wanted = View::after(Some((slot.day, slot.start)));
            let notice = ShownAgain::Refused { reason, typed: true };
            return Ok(cx.conflict(again(&cx, &under_way, wanted, Some(notice)).await?));
        }
    };
    Ok(cx.refuse(draw(&cx, &under_way, &slot, &typed, false, &wrong)?))
}

/// The most characters of each field that are kept until the form is right: far above any rule's limit, so that the rule
/// still refuses them, and too few to fill a disk with.
const LONGEST_KEPT: usize = 300;

/// The form as it was sent, each field up to a length that nobody types.
fn sent(cx: &Cx) -> Typed {
    Typed::read(|field| cx.form().get(field.name()).chars().take(LONGEST_KEPT).collect())
}
