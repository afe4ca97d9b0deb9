//! 受診者 of a guest, one form for each person of a group: what is typed is kept, right or wrong, and checked together with the slot.

use super::desk::{Way, desk_of};
use super::lost::{self, LostBooking};
use super::opened::{OrFailure, look_up, named_booking, open};
use super::{limited, member};
use crate::account::MaybePatient;
use crate::account::path::sign_in_then;
use crate::booking::code::Code;
use crate::booking::filled::Typed;
use crate::booking::filled::{self, DetailsProblems};
use crate::booking::guest_group::TypedPerson;
use crate::booking::model::Details;
use crate::booking::page::person as page;
use crate::booking::prefill::{self, Prefilled};
use crate::booking::under_way::{BookingRef, UnderWay};
use crate::booking::{details, path};
use crate::clinic::path as clinic_path;
use crate::person::Draft;
use crate::ui::{Form, FormField, Page};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use std::cell::Cell;

/// The person's place in the group, counted from 0; 0 for one who comes alone.
fn place(cx: &Cx) -> OrFailure<usize> {
    match cx.param("number") {
        "" => Ok(0),
        number => number.parse().ok().and_then(|number: usize| number.checked_sub(1)).ok_or(Failure::NotFound),
    }
}

/// The form: what was typed before. Somebody who is signed in chooses instead.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let at = place(&cx)?;
    let under_way = match open(&cx, &me).await {
        Err(Failure::NotFound) => return show_lost(&cx, &me, at).await,
        found => found?,
    };
    let comes_first = under_way.everybody(cx.now.jst_date()).len() < at;
    if to_be_typed(&under_way, at).is_none() || comes_first || under_way.booking.slot().is_none() {
        return Ok(cx.go_to(under_way.next_path(cx.now.jst_date())));
    }
    if !under_way.booking.is_typed() {
        return member::show(&cx, &me, &under_way).await;
    }
    let typed = match cx.kept_form().await? {
        Some(kept) => Some(kept),
        None => under_way.booking.form().and_then(|form| form.typed_of(at)).cloned(),
    };
    let (typed, prefilled) = prefilled(&cx, &under_way, at, typed).await?;
    Ok(cx.page(draw(&cx, &under_way, TypedPerson { at, typed: &typed }, prefilled, &DetailsProblems::default())?))
}

/// What the form holds: what was typed, or else what is known.
async fn prefilled(
    cx: &Cx,
    under_way: &UnderWay,
    at: usize,
    typed: Option<Typed>,
) -> OrFailure<(Typed, Option<Prefilled>)> {
    if let Some(typed) = typed {
        return Ok((typed, None));
    }
    let found = cx.read(|r| prefill::gone_along(r, cx.visitor(), &under_way.booking, at)).await?;
    let likely = || under_way.booking.typed().filter(|_| 0 < at).map(Typed::for_next).unwrap_or_default();
    Ok(found.map_or_else(|| (likely(), None), |(found, prefilled)| (found, Some(prefilled))))
}

/// The way to sign in and back to the booking.
fn by_signing_in(under_way: &UnderWay) -> String {
    sign_in_then(&under_way.path(path::BOOKING))
}

/// The form of a booking that is not there any more, as it was typed. Sent once more, it begins the booking anew.
async fn show_lost(cx: &Cx, me: &MaybePatient, at: usize) -> Result {
    let typed: Typed = cx.kept_form().await?.ok_or(Failure::NotFound)?;
    let lost = LostBooking::find(cx, at).await?;
    match me.account.is_some() && typed.person == Draft::default() {
        true => member::show_lost(cx, me, &lost).await,
        false => {
            let desk = lost.desk(cx, me)?;
            Ok(cx.page(page::show(cx, &desk, &typed, None, &DetailsProblems::default())))
        }
    }
}

/// 受診者, unless the booking is done or moves a reservation, whose person stays. What is right already can be put right once
/// more.
fn to_be_typed(under_way: &UnderWay, at: usize) -> Option<&Details> {
    under_way.booking.form().filter(|form| under_way.booking.done().is_none() && at < form.people())
}

fn draw(
    cx: &Cx,
    under_way: &UnderWay,
    person: TypedPerson<'_>,
    prefilled: Option<Prefilled>,
    wrong: &DetailsProblems,
) -> OrFailure<Page> {
    Ok(page::show(cx, &desk_of(cx, under_way, person.at)?, person.typed, prefilled, wrong))
}

/// Keeps what was typed and leads on: to 確認 when it is right, to the calendar where another time is wanted first, or to sign
/// in and come back.
pub async fn keep(cx: Cx, me: MaybePatient) -> Result {
    let (at, named) = (place(&cx)?, named_booking(&cx)?);
    let today = cx.now.jst_date();
    let (named, under_way) = match open(&cx, &me).await {
        Err(Failure::NotFound) => lost::begin_again(&cx, &me, named.clinic).await?,
        found => (named, found?),
    };
    let Some(form) = to_be_typed(&under_way, at) else { return Ok(cx.go_to(under_way.next_path(today))) };
    let (mut typed, way) = (sent(&cx, at), Way::of(&cx));
    if !under_way.booking.is_typed() {
        return match typed.person == Draft::default() {
            true => member::keep(&cx, &me, named, &under_way).await,
            false => keep_of_account(&cx, named, &under_way, typed).await,
        };
    }
    if let Some(account) = me.account.as_ref().filter(|_| !under_way.is_guest()) {
        typed.email = account.address.to_string();
    }
    let before: Vec<_> = under_way.everybody(today).into_iter().take(at).collect();
    let wrong = match form.check(at, &typed, &before, today) {
        Err(problems) if way == Way::Confirmation => problems,
        _ => DetailsProblems::default(),
    };
    if way == Way::SignIn && typed.is_empty() {
        // Nothing to keep, so that the account's own details are offered afterwards.
        return Ok(cx.go_to(by_signing_in(&under_way)));
    }
    let (kept, minted) = (typed.clone(), Code::mint());
    let of = named.clone();
    let outcome = cx
        .work(move |work, me: MaybePatient| {
            if way == Way::Menus {
                prefill::goes_along(work, of.key)?;
            }
            let person = TypedPerson { at, typed: &kept };
            details::keep(work, &of, me.account.as_deref(), person, way == Way::Confirmation, &minted)
        })
        .await?;
    let wrong = match outcome {
        Done(_) if way == Way::SignIn => return Ok(cx.go_to(by_signing_in(&under_way))),
        Done(_) if way == Way::Menus => return Ok(cx.go_to(menus(&under_way))),
        Done(_) if way == Way::Slots => return Ok(cx.go_to(under_way.path(path::SLOTS))),
        Done(next) if wrong.is_empty() => return Ok(cx.go_to(under_way.path(next.route()))),
        Done(_) => wrong,
        Refused(reason) => {
            if let Some(wrong) = filled::against(&reason) {
                return Ok(cx.refuse(draw(&cx, &under_way, TypedPerson { at, typed: &typed }, None, &wrong)?));
            }
            return limited::refused(&cx, &me, &look_up(&cx, &me, &named).await?, reason).await;
        }
    };
    Ok(cx.refuse(draw(&cx, &under_way, TypedPerson { at, typed: &typed }, None, &wrong)?))
}

/// Where another menu is chosen.
fn menus(under_way: &UnderWay) -> String {
    let clinic = &under_way.booking.clinic;
    match under_way.booking.party() {
        Some(party) => path::of_party(path::PARTY, clinic, party),
        None => format!("{}#menus", clinic_path::of_clinic(clinic_path::MENUS, clinic)),
    }
}

/// Keeps what was typed as a guest for a booking that is an account's now, and leads to where it is gone on with.
async fn keep_of_account(cx: &Cx, named: BookingRef, under_way: &UnderWay, typed: Typed) -> Result {
    let outcome = cx
        .work(move |work, me: MaybePatient| {
            let person = TypedPerson { at: 0, typed: &typed };
            details::keep(work, &named, me.account.as_deref(), person, false, "")
        })
        .await?;
    match outcome {
        Done(_) | Refused(_) => Ok(cx.go_to(under_way.path(path::BOOKING))),
    }
}

/// The most characters of each field that are kept until the form is right: far above any rule's limit, so that the rule
/// still refuses them.
const LONGEST_KEPT: usize = 300;
/// The most bytes of all fields together. What is right has fewer, and a booking of one person with them fits one page of the data file.
const LARGEST_KEPT: usize = 3_000;

/// The most bytes of one more who comes: without how who books is reached.
const LARGEST_KEPT_OF_ANOTHER: usize = 1_000;

/// The form as it was sent, up to a length that nobody types.
fn sent(cx: &Cx, at: usize) -> Typed {
    let left = Cell::new(if at == 0 { LARGEST_KEPT } else { LARGEST_KEPT_OF_ANOTHER });
    let typed = Typed::read(|field| {
        let text: String = cx.form().get(field.name()).chars().take(LONGEST_KEPT).collect();
        let kept = &text[..text.floor_char_boundary(left.get())];
        left.set(left.get() - kept.len());
        kept.to_owned()
    });
    if at == 0 { typed } else { typed.without_contact() }
}
