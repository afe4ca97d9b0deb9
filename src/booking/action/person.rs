//! 受診者: what is typed is kept, right or wrong, and looked at together with the slot.

use super::calendar::MenuChoice;
use super::opened::{OrFailure, look_up, named_booking, open};
use super::{limited, look};
use crate::account::path::sign_in_then;
use crate::account::{self, MaybePatient};
use crate::booking::choosing::{self, Chosen};
use crate::booking::code::Code;
use crate::booking::filled::{self, DetailsProblems};
use crate::booking::model::{Details, Typed};
use crate::booking::page::{person as page, slot_value};
use crate::booking::prefill::{self, Prefilled};
use crate::booking::under_way::{BookingRef, UnderWay};
use crate::booking::{details, path};
use crate::clinic::{ClinicId, path as clinic_path};
use crate::slots::{BookingKey, Slot};
use crate::ui::{Form, FormField, Page};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use std::cell::Cell;

/// The form: what was typed before, or what the account knows of its owner.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let under_way = match open(&cx, &me).await {
        Err(Failure::NotFound) => return show_lost(&cx, &me).await,
        found => found?,
    };
    let slot = match to_be_typed(&under_way).zip(under_way.booking.slot()) {
        Some((_, slot)) => slot.clone(),
        None => return Ok(cx.go_to(under_way.next_path(cx.now.jst_date()))),
    };
    let typed = match cx.kept_form().await? {
        Some(kept) => Some(kept),
        None => under_way.booking.typed().cloned(),
    };
    let (typed, prefilled) = prefilled(&cx, &me, &under_way, typed).await?;
    Ok(cx.page(draw(&cx, &under_way, Some(&slot), &typed, prefilled, &DetailsProblems::default())?))
}

/// What the form holds: what was typed, and what is known besides where nothing was, or where somebody has just signed in for
/// that.
async fn prefilled(
    cx: &Cx,
    me: &MaybePatient,
    under_way: &UnderWay,
    typed: Option<Typed>,
) -> OrFailure<(Typed, Option<Prefilled>)> {
    let untouched = typed.is_none();
    let typed = typed.unwrap_or_default();
    let account = me.account.as_ref().filter(|_| !under_way.is_guest());
    let Some(account) = account else {
        let found = match untouched {
            true => cx.read(|r| prefill::gone_along(r, cx.visitor(), &under_way.booking)).await?,
            false => None,
        };
        return Ok(found.map_or((typed, None), |(found, prefilled)| (found, Some(prefilled))));
    };
    if !untouched && cx.query(FILL) != OWN {
        return Ok((typed, None));
    }
    let own = cx.read(|r| account::own_person(r, account.id)).await?;
    Ok(own.map_or((typed.clone(), None), |own| prefill::with_own(&typed, &own)))
}

/// Says in the address that somebody has signed in to have what is still empty filled in.
const FILL: &str = "fill";
const OWN: &str = "own";

/// The way to sign in and back to the form.
fn by_signing_in(under_way: &UnderWay) -> String {
    sign_in_then(&format!("{}?{FILL}={OWN}", under_way.path(path::BOOKING)))
}

/// The form of a booking that is not there any more, as it was typed. Sent once more, it begins the booking anew.
async fn show_lost(cx: &Cx, me: &MaybePatient) -> Result {
    let typed: Typed = cx.kept_form().await?.ok_or(Failure::NotFound)?;
    let [menu, visit, slot] = [cx.kept_text(MENU).await?, cx.kept_text(VISIT).await?, cx.kept_text(SLOT).await?];
    let choice = MenuChoice::of(cx, &menu, &visit).await?;
    let offer = choice.offer()?;
    let guest = me.account.is_none();
    let desk = page::Desk {
        menu: offer.menu,
        visit: choice.visit,
        slot,
        chosen: None,
        kept_until: None,
        guest,
        asks_code: guest && offer.clinic.booking.guest_code,
        action: cx.here(),
        release: None,
    };
    Ok(cx.page(page::show(cx, &desk, &typed, None, &DetailsProblems::default())))
}

/// 受診者, unless the booking is done or moves a reservation, whose person stays. What is right already can be put right once
/// more.
fn to_be_typed(under_way: &UnderWay) -> Option<&Details> {
    under_way.booking.form().filter(|_| under_way.booking.done().is_none())
}

fn draw(
    cx: &Cx,
    under_way: &UnderWay,
    slot: Option<&Slot>,
    typed: &Typed,
    prefilled: Option<Prefilled>,
    wrong: &DetailsProblems,
) -> OrFailure<Page> {
    let offer = under_way.offer()?;
    let guest = under_way.is_guest();
    let desk = page::Desk {
        menu: offer.menu,
        visit: under_way.booking.visit,
        slot: slot.map_or_else(String::new, |slot| slot_value(slot.day, slot.start)),
        chosen: slot,
        kept_until: under_way.booking.kept_until(cx.now),
        guest,
        asks_code: guest && offer.clinic.booking.guest_code,
        action: under_way.path(path::BOOKING),
        release: Some(under_way.path(path::RELEASE)),
    };
    Ok(page::show(cx, &desk, typed, prefilled, wrong))
}

/// Where somebody goes on who has typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// 確認へ.
    Confirmation,
    /// 別の日時を選ぶ.
    Slots,
    /// ログインして予約する.
    SignIn,
    /// ほかの診療メニューを見る.
    Menus,
}

impl Way {
    fn of(cx: &Cx) -> Self {
        match cx.form().get("go") {
            "slots" => Self::Slots,
            "sign-in" => Self::SignIn,
            "menus" => Self::Menus,
            _ => Self::Confirmation,
        }
    }
}

/// Keeps what was typed and leads on: to 確認 when it is right, to the calendar where another time is wanted first, or to sign
/// in and come back.
pub async fn keep(cx: Cx, me: MaybePatient) -> Result {
    let named = named_booking(&cx)?;
    let (named, under_way) = match open(&cx, &me).await {
        Err(Failure::NotFound) => begin_again(&cx, &me, named.clinic).await?,
        found => (named, found?),
    };
    if to_be_typed(&under_way).is_none() {
        return Ok(cx.go_to(under_way.next_path(cx.now.jst_date())));
    }
    let (slot, typed, way) = (under_way.booking.slot().cloned(), sent(&cx), Way::of(&cx));
    let wrong = match filled::check(&typed, under_way.is_guest(), cx.now.jst_date()) {
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
            details::keep(work, &of, me.account.as_deref(), &kept, way == Way::Confirmation, &minted)
        })
        .await?;
    let wrong = match outcome {
        Done(_) if way == Way::SignIn => return Ok(cx.go_to(by_signing_in(&under_way))),
        Done(_) if way == Way::Menus => {
            let menus = clinic_path::of_clinic(clinic_path::MENUS, &under_way.booking.clinic);
            return Ok(cx.go_to(format!("{menus}#menus")));
        }
        Done(_) if way == Way::Slots => return Ok(cx.go_to(under_way.path(path::SLOTS))),
        Done(next) if wrong.is_empty() => return Ok(cx.go_to(under_way.path(next.route()))),
        Done(_) => wrong,
        Refused(reason) => {
            if let Some(wrong) = filled::against(&reason) {
                return Ok(cx.refuse(draw(&cx, &under_way, slot.as_ref(), &typed, None, &wrong)?));
            }
            return limited::refused(&cx, &me, &look_up(&cx, &me, &named).await?, reason).await;
        }
    };
    Ok(cx.refuse(draw(&cx, &under_way, slot.as_ref(), &typed, None, &wrong)?))
}

/// Begins the booking of the form anew, which is not there any more.
async fn begin_again(cx: &Cx, me: &MaybePatient, clinic: ClinicId) -> OrFailure<(BookingRef, UnderWay)> {
    let choice = MenuChoice::of(cx, cx.form().get(MENU), cx.form().get(VISIT)).await?;
    let (day, start) = look::slot(cx.form().get(SLOT)).ok_or(Failure::NotFound)?;
    let chosen = Chosen { clinic: clinic.clone(), menu: choice.menu, visit: choice.visit, day, start };
    let key = BookingKey::mint();
    let Done(()) = cx
        .work(move |work, me: MaybePatient| {
            choosing::begin_again(work, me.account.map(|account| account.id), key, &chosen)
        })
        .await?;
    let named = BookingRef { clinic, key };
    let under_way = look_up(cx, me, &named).await?;
    Ok((named, under_way))
}

/// The names of the fields by which a booking that is not there any more is begun anew.
const MENU: &str = "menu";
const VISIT: &str = "visit";
const SLOT: &str = "slot";

/// The most characters of each field that are kept until the form is right: far above any rule's limit, so that the rule
/// still refuses them.
const LONGEST_KEPT: usize = 300;
/// The most bytes of all fields together. What is right has fewer, and a booking with them fits one page of the data file.
const LARGEST_KEPT: usize = 3_000;

/// The form as it was sent, up to a length that nobody types.
fn sent(cx: &Cx) -> Typed {
    let left = Cell::new(LARGEST_KEPT);
    Typed::read(|field| {
        let text: String = cx.form().get(field.name()).chars().take(LONGEST_KEPT).collect();
        let kept = &text[..text.floor_char_boundary(left.get())];
        left.set(left.get() - kept.len());
        kept.to_owned()
    })
}
