//! ご家族を追加して予約する: a new member of the family, who is chosen at the same time.

use super::desk::desk;
use super::limited;
use super::lost::{self, LostBooking};
use super::member::account;
use super::opened::{OrFailure, look_up, named_booking, open};
use crate::account::{Account, MaybePatient, care};
use crate::booking::details::{self, NotGoneOn};
use crate::booking::page::relative as page;
use crate::booking::path;
use crate::booking::under_way::UnderWay;
use crate::family::{self, MemberForm, MemberProblems};
use crate::slots::Obstacle;
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};

/// The form: what was typed before signing in, with phone and postal address of the account's own person where there are
/// none.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let under_way = match open(&cx, &me).await {
        Err(Failure::NotFound) => return show_lost(&cx, &me).await,
        found => found?,
    };
    let account = account(&me)?;
    if !asks_who_comes(&under_way) {
        return Ok(cx.go_to(under_way.next_path(cx.now.jst_date())));
    }
    if cx.read(|r| family::is_full(r, account)).await? {
        return Ok(cx.page(page::full(&cx, &under_way.path(path::BOOKING))));
    }
    let typed = match cx.kept_form().await? {
        Some(kept) => kept,
        None => known(&cx, account, &under_way).await?,
    };
    Ok(cx.page(draw(&cx, &under_way, &typed, &MemberProblems::default())?))
}

/// Whether it is a new booking of an account that is not done yet.
fn asks_who_comes(under_way: &UnderWay) -> bool {
    !under_way.is_guest() && under_way.booking.form().is_some() && under_way.booking.is_unfinished()
}

async fn known(cx: &Cx, account: &Account, under_way: &UnderWay) -> OrFailure<MemberForm> {
    let draft = under_way.booking.typed().map(|typed| typed.person.clone()).unwrap_or_default();
    let own = cx.read(|r| care::own(r, account.id)).await?;
    let person = own.map_or(draft.clone(), |own| draft.with_contact(own.person.contact()));
    Ok(MemberForm { person, ..MemberForm::default() })
}

fn draw(cx: &Cx, under_way: &UnderWay, typed: &MemberForm, wrong: &MemberProblems) -> OrFailure<Page> {
    let [action, back] = [path::RELATIVE, path::BOOKING].map(|route| under_way.path(route));
    Ok(page::show(cx, &desk(cx, under_way)?, &action, &back, typed, wrong))
}

/// The form of a booking that is not there any more, as it was typed. Sent once more, it begins the booking anew.
async fn show_lost(cx: &Cx, me: &MaybePatient) -> Result {
    let typed: MemberForm = cx.kept_form().await?.ok_or(Failure::NotFound)?;
    let lost = LostBooking::find(cx, 0).await?;
    let back = path::menus(&lost.choice.offers.clinic.id, None);
    Ok(cx.page(page::show(cx, &lost.desk(cx, me)?, &cx.here(), &back, &typed, &MemberProblems::default())))
}

/// Adds the person and goes on with the booking for them. Somebody whom the account has already is chosen.
pub async fn add(cx: Cx, me: MaybePatient) -> Result {
    let named = named_booking(&cx)?;
    let (named, under_way) = match open(&cx, &me).await {
        Err(Failure::NotFound) => lost::begin_again(&cx, &me, named.clinic).await?,
        found => (named, found?),
    };
    if !asks_who_comes(&under_way) {
        return Ok(cx.go_to(under_way.next_path(cx.now.jst_date())));
    }
    let typed: MemberForm = cx.typed();
    let (relation, person) = match typed.check(cx.now.jst_date()) {
        Ok(right) => right,
        Err(wrong) => return Ok(cx.refuse(draw(&cx, &under_way, &typed, &wrong)?)),
    };
    let of = named.clone();
    let outcome = cx
        .work(move |work, me: MaybePatient| {
            let account = me.account.ok_or(Denied::SignIn)?;
            details::choose_new_member(work, &of, &account, relation, &person)
        })
        .await?;
    match outcome {
        Done(next) => Ok(cx.go_to(under_way.path(next.route()))),
        Refused(NotGoneOn::Full) => Ok(cx.conflict(page::full(&cx, &under_way.path(path::BOOKING)))),
        // Whom the menu is for is said beside each of them.
        Refused(NotGoneOn::Slot(reason)) if matches!(reason.obstacle(), Obstacle::BirthDate | Obstacle::Right) => {
            Ok(cx.go_to(under_way.path(path::BOOKING)))
        }
        Refused(NotGoneOn::Slot(reason)) => limited::refused(&cx, &me, &look_up(&cx, &me, &named).await?, reason).await,
    }
}
