//! まとめて予約する: who of an account come together, and for what. A guest is asked only how many.

use super::guest_party;
use super::member::members;
use super::opened::OrFailure;
use super::together::{PartyMenus, named};
use crate::account::{Account, BookingRight, MaybePatient, Member, Patient};
use crate::booking::members::renew_consents;
use crate::booking::page::party as page;
use crate::booking::party::Party;
use crate::booking::party_form::{PartyField, PartyForm, PartyProblem, PartyProblems};
use crate::booking::path;
use crate::person::PersonId;
use crate::slots::{self, Asker};
use crate::store::{Reader, Result as StoreResult};
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;
use std::convert::Infallible;

/// Everything that is needed to ask who of an account comes.
struct Asked {
    menus: PartyMenus,
    members: Vec<Member>,
}

impl Asked {
    async fn of(cx: &Cx, account: &Account) -> OrFailure<Self> {
        Ok(Self { menus: PartyMenus::of(cx).await?, members: members(cx, account).await? })
    }

    fn page(&self, cx: &Cx, form: &PartyForm, wrong: &PartyProblems) -> Page {
        let (clinic, menus) = (&self.menus.offers.clinic, self.menus.on(cx.now.jst_date()));
        if self.members.len() < 2 || menus.is_empty() {
            return page::nothing(cx, clinic, self.members.len() < 2);
        }
        page::show(cx, &page::PartyQuestion { clinic, menus: &menus, members: &self.members }, form, wrong)
    }

    /// The form before anything is chosen: what stands in the address.
    fn begun(&self, cx: &Cx) -> PartyForm {
        if let Some(party) = named(cx) {
            return PartyForm::of(&party, &self.members);
        }
        let mut form = PartyForm { menu: self.menus.chosen_before(cx), ..PartyForm::default() };
        let person = PersonId::parse(&cx.query(path::FOR));
        if let Some((at, member)) = self.members.iter().enumerate().find(|(_, member)| Some(member.id) == person)
            && let Some(line) = form.lines.get_mut(at)
        {
            line.who = member.id.text();
        }
        form
    }
}

/// Asks who comes.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let Some(account) = me.account.as_deref() else { return guest_party::show(&cx).await };
    let asked = Asked::of(&cx, account).await?;
    let form = match cx.kept_form().await? {
        Some(kept) => kept,
        None => asked.begun(&cx),
    };
    Ok(cx.page(asked.page(&cx, &form, &PartyProblems::default())))
}

/// Leads on to the calendar for those who were chosen.
pub async fn choose(cx: Cx, me: MaybePatient) -> Result {
    let form: PartyForm = cx.typed();
    let account = match me.account.as_deref() {
        Some(account) => account,
        // The session has ended in which people of an account were chosen.
        None if form.lines.iter().any(|line| !line.who.is_empty()) => return Err(Failure::SignIn),
        None => return guest_party::choose(&cx).await,
    };
    let asked = Asked::of(&cx, account).await?;
    let party = match form.check(&asked.members, &asked.menus.on(cx.now.jst_date()), cx.now.jst_date()) {
        Ok(party) => party,
        Err(wrong) => return Ok(cx.refuse(asked.page(&cx, &form, &wrong))),
    };
    let clinic = &asked.menus.offers.clinic.id;
    let wrong = cx.read(|r| limits(r, account, &asked, &party)).await?;
    if !wrong.is_empty() {
        return Ok(cx.refuse(asked.page(&cx, &form, &wrong)));
    }
    let people: Vec<PersonId> = party.people().collect();
    if asked.members.iter().any(|member| member.right == BookingRight::Consent && people.contains(&member.id)) {
        let Done(()) =
            cx.work(move |work, me: Patient| renew_consents::<Infallible>(work, &me.account, &people)).await?;
    }
    Ok(cx.go_to(path::of_party(path::PARTY_SLOTS, clinic, &party)))
}

/// What stands against some of them whatever the time is: they may not be booked for, or have as many visits before them as they may.
fn limits(r: &dyn Reader, account: &Account, asked: &Asked, party: &Party) -> StoreResult<PartyProblems> {
    let mut wrong = PartyProblems::default();
    for (at, member) in asked.members.iter().enumerate() {
        let own = party.members.iter().find(|one| one.person == Some(member.id));
        let Some(offer) = own.and_then(|own| asked.menus.offers.offer(&own.menu, own.visit)) else { continue };
        let asker = Asker {
            person: Some(member.person.identity()),
            person_id: Some(member.id),
            address: Some(&account.address),
            right: member.right,
            knows_visits: true,
            ..Asker::default()
        };
        let limit = slots::over_limit(r, offer, asker)?;
        let right = slots::against(offer.menu, member.right).filter(|reason| !reason.can_be_answered());
        wrong.add(PartyField::Who(at), right.or(limit).map(PartyProblem::NotFor));
    }
    Ok(wrong)
}
