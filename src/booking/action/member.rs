//! 受診者 of somebody who is signed in: chosen among the people for whom the account books.

use super::desk::{Way, desk};
use super::limited;
use super::lost::LostBooking;
use super::opened::{OrFailure, look_up};
use crate::account::{Account, MaybePatient, Member, care};
use crate::booking::details::{self, Said};
use crate::booking::filled::Typed;
use crate::booking::member_choice::{MemberChoice, MemberChoiceField, MemberChoiceProblem, MemberChoiceProblems};
use crate::booking::model::ChosenMember;
use crate::booking::page::member as page;
use crate::booking::path;
use crate::booking::under_way::{BookingRef, UnderWay};
use crate::clinic::chart_number;
use crate::family;
use crate::person::PersonId;
use crate::slots::Obstacle;
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};
use time::Date;

/// Everybody for whom the account books.
///
/// # Errors
/// What the store says.
pub async fn members(cx: &Cx, account: &Account) -> OrFailure<Vec<Member>> {
    Ok(cx.read(|r| care::members(r, account.id)).await?)
}

/// The account that books.
///
/// # Errors
/// Somebody who is not signed in has to sign in.
pub fn account(me: &MaybePatient) -> OrFailure<&Account> {
    me.account.as_deref().ok_or(Failure::SignIn)
}

/// The page: nobody is chosen where there are several, unless they were chosen before.
pub async fn show(cx: &Cx, me: &MaybePatient, under_way: &UnderWay) -> Result {
    let members = members(cx, account(me)?).await?;
    let choice = match cx.kept_form().await? {
        Some(kept) => kept,
        None => chosen_before(cx, under_way, &members).await?,
    };
    Ok(cx.page(draw(cx, under_way, &members, &choice, &MemberChoiceProblems::default())?))
}

/// The page of a booking that is not there any more, as it was chosen.
///
/// # Errors
/// What the store says.
pub async fn show_lost(cx: &Cx, me: &MaybePatient, lost: &LostBooking) -> Result {
    let members = members(cx, account(me)?).await?;
    let choice: MemberChoice = cx.kept_form().await?.unwrap_or_default();
    let question = page::MemberQuestion {
        desk: lost.desk(cx, me)?,
        members: &members,
        relative: family::path::NEW.to_owned(),
        menus: path::menus(&lost.choice.offers.clinic.id, None),
        together: None,
        has_typed: false,
    };
    Ok(cx.page(page::show(cx, &question, &choice, &MemberChoiceProblems::default())))
}

async fn chosen_before(cx: &Cx, under_way: &UnderWay, members: &[Member]) -> OrFailure<MemberChoice> {
    let typed = under_way.booking.typed();
    let (person, number) = match (under_way.booking.member(), known(typed, members, cx.now.jst_date()), members) {
        (Some(chosen), ..) => (Some(chosen.person), chosen.chart_number.clone()),
        (None, Some(member), _) => (Some(member.id), typed.map(|typed| typed.chart_number.clone())),
        (None, None, [only]) if typed.is_none() => (Some(only.id), None),
        (None, None, _) => (None, None),
    };
    let number = match (person, number) {
        (Some(person), None) => cx.read(|r| chart_number::find(r, person, &under_way.booking.clinic)).await?,
        (_, number) => number,
    };
    let who = person.map(PersonId::text).unwrap_or_default();
    Ok(MemberChoice { who, chart_number: number.unwrap_or_default(), ..MemberChoice::default() })
}

/// The member whom a guest has typed before signing in, in every detail.
fn known<'a>(typed: Option<&Typed>, members: &'a [Member], today: Date) -> Option<&'a Member> {
    let draft = &typed?.person;
    members.iter().find(|member| draft.check(today).is_ok_and(|typed| typed == member.person))
}

/// Keeps who was chosen and leads on.
pub async fn keep(cx: &Cx, me: &MaybePatient, named: BookingRef, under_way: &UnderWay) -> Result {
    let members = members(cx, account(me)?).await?;
    let (choice, way): (MemberChoice, _) = (cx.typed(), Way::of(cx));
    let chosen = match choice.check(&members) {
        Ok(chosen) => chosen,
        Err(_) if way == Way::Slots => return Ok(cx.go_to(under_way.path(path::SLOTS))),
        Err(wrong) => return Ok(cx.refuse(draw(cx, under_way, &members, &choice, &wrong)?)),
    };
    let said = Said { consents: !choice.consent.is_empty(), goes_on: way == Way::Confirmation };
    go_on(cx, me, &named, under_way, &members, chosen, said).await
}

async fn go_on(
    cx: &Cx,
    me: &MaybePatient,
    named: &BookingRef,
    under_way: &UnderWay,
    members: &[Member],
    chosen: ChosenMember,
    said: Said,
) -> Result {
    let (of, kept) = (named.clone(), chosen.clone());
    let outcome = cx
        .work(move |work, me: MaybePatient| {
            let account = me.account.ok_or(Denied::SignIn)?;
            details::choose_member(work, &of, &account, &kept, said)
        })
        .await?;
    match outcome {
        Done(_) if !said.goes_on => Ok(cx.go_to(under_way.path(path::SLOTS))),
        Done(next) => Ok(cx.go_to(under_way.path(next.route()))),
        Refused(reason) if matches!(reason.obstacle(), Obstacle::BirthDate | Obstacle::Right) => {
            let wrong = MemberChoiceProblems::one(MemberChoiceField::Who, MemberChoiceProblem::NotFor(reason));
            let who = chosen.person.text();
            let number = chosen.chart_number.unwrap_or_default();
            let choice = MemberChoice { who, chart_number: number, ..MemberChoice::default() };
            Ok(cx.refuse(draw(cx, under_way, members, &choice, &wrong)?))
        }
        Refused(reason) => limited::refused(cx, me, &look_up(cx, me, named).await?, reason).await,
    }
}

fn draw(
    cx: &Cx,
    under_way: &UnderWay,
    members: &[Member],
    choice: &MemberChoice,
    wrong: &MemberChoiceProblems,
) -> OrFailure<Page> {
    let typed = under_way
        .booking
        .typed()
        .filter(|typed| !typed.is_empty() && known(Some(typed), members, cx.now.jst_date()).is_none());
    let asked = page::MemberQuestion {
        desk: desk(cx, under_way)?,
        members,
        relative: under_way.path(path::RELATIVE),
        menus: path::menus(&under_way.booking.clinic, None),
        together: together(under_way, members)?,
        has_typed: typed.is_some(),
    };
    Ok(page::show(cx, &asked, choice, wrong))
}

/// Where several people are booked in one go for the same menu.
fn together(under_way: &UnderWay, members: &[Member]) -> OrFailure<Option<String>> {
    let (clinic, menu) = (&under_way.booking.clinic, under_way.offer()?.menu);
    let several = 1 < members.len() && menu.is_for_several();
    Ok(several.then(|| path::party_for(clinic, &menu.id, under_way.booking.visit)))
}
