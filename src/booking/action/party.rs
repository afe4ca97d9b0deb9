//! まとめて予約する: several people of an account choose a time for all of them.

use super::look::{self, View, look};
use super::member::members;
use super::opened::OrFailure;
use crate::account::{BookingRight, Member, Patient};
use crate::booking::choosing::{self, ChosenTogether};
use crate::booking::members::renew_consents;
use crate::booking::page::calendar::{self as calendar_page, CalendarSubject, Heading, PartyHeading, ShownAgain};
use crate::booking::page::course::Course;
use crate::booking::page::{name_today, party as page};
use crate::booking::party::{Party, PartyMember};
use crate::booking::party_form::{PartyField, PartyForm, PartyProblem, PartyProblems, menu_text};
use crate::booking::{path, words};
use crate::clinic::{ClinicId, Menu, Visit};
use crate::person::PersonId;
use crate::slots::{self, Asker, BookingKey, Days, Offers, Participant, Reason};
use crate::store::{Reader, Result as StoreResult};
use crate::ui::{Link, Page};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::Work;
use std::convert::Infallible;
use time::Date;

/// Everything that is needed to ask who comes.
struct Asked {
    offers: Offers,
    members: Vec<Member>,
}

impl Asked {
    async fn of(cx: &Cx, me: &Patient) -> OrFailure<Self> {
        let clinic = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
        let offers = cx.read(|r| Offers::of(r, &clinic)).await?.ok_or(Failure::NotFound)?;
        Ok(Self { offers, members: members(cx, &me.account).await? })
    }

    /// The menus that several people can book.
    fn menus(&self, today: Date) -> Vec<&Menu> {
        self.offers.for_patients().filter(|menu| menu.is_for_several() && menu.is_offered(today)).collect()
    }

    fn page(&self, cx: &Cx, form: &PartyForm, wrong: &PartyProblems) -> Page {
        let (clinic, menus) = (&self.offers.clinic, self.menus(cx.now.jst_date()));
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
        let mut form = PartyForm::default();
        let person = PersonId::parse(&cx.query(path::FOR));
        if let Some((at, member)) = self.members.iter().enumerate().find(|(_, member)| Some(member.id) == person)
            && let Some(line) = form.lines.get_mut(at)
        {
            line.who = member.id.text();
        }
        let menus = self.menus(cx.now.jst_date());
        let visit = Visit::from_value(&cx.query("visit"));
        form.menu = match (menus.iter().find(|menu| menu.id.as_str() == cx.query("menu")), visit, menus.as_slice()) {
            (Some(menu), Some(visit), _) => menu_text(&menu.id, visit),
            // There is nothing to choose.
            (_, _, [only]) => only.only_visit().map(|visit| menu_text(&only.id, visit)).unwrap_or_default(),
            _ => String::new(),
        };
        form
    }
}

/// Who stands in the address.
fn named(cx: &Cx) -> Option<Party> {
    Party::parse(&cx.query(path::PEOPLE), &cx.query(path::ORDER))
}

/// Asks who comes.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let asked = Asked::of(&cx, &me).await?;
    let form = match cx.kept_form().await? {
        Some(kept) => kept,
        None => asked.begun(&cx),
    };
    Ok(cx.page(asked.page(&cx, &form, &PartyProblems::default())))
}

/// Leads on to the calendar for those who were chosen.
pub async fn choose(cx: Cx, me: Patient) -> Result {
    let asked = Asked::of(&cx, &me).await?;
    let form: PartyForm = cx.typed();
    let party = match form.check(&asked.members, &asked.menus(cx.now.jst_date()), cx.now.jst_date()) {
        Ok(party) => party,
        Err(wrong) => return Ok(cx.refuse(asked.page(&cx, &form, &wrong))),
    };
    let clinic = &asked.offers.clinic.id;
    let wrong = cx.read(|r| limits(r, &me, &asked, &party)).await?;
    if !wrong.is_empty() {
        return Ok(cx.refuse(asked.page(&cx, &form, &wrong)));
    }
    let people: Vec<PersonId> = party.members.iter().map(|one| one.person).collect();
    if asked.members.iter().any(|member| member.right == BookingRight::Consent && people.contains(&member.id)) {
        let Done(()) =
            cx.work(move |work, me: Patient| renew_consents::<Infallible>(work, &me.account, &people)).await?;
    }
    Ok(cx.go_to(path::of_party(path::PARTY_SLOTS, clinic, &party)))
}

/// What stands against some of them whatever the time is: they may not be booked for, or have as many visits before them as they may.
fn limits(r: &dyn Reader, me: &Patient, asked: &Asked, party: &Party) -> StoreResult<PartyProblems> {
    let mut wrong = PartyProblems::default();
    for (at, member) in asked.members.iter().enumerate() {
        let own = party.members.iter().find(|one| one.person == member.id);
        let Some(offer) = own.and_then(|own| asked.offers.offer(&own.menu, own.visit)) else { continue };
        let asker = Asker {
            person: Some(&member.person),
            person_id: Some(member.id),
            address: Some(&me.account.address),
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

/// Those who come together, as they stand in an address or a form, with everything around them.
struct Together {
    asked: Asked,
    party: Party,
}

impl Together {
    /// # Errors
    /// Not found where the account does not book for them, or patients cannot book one of the menus in this way.
    async fn of(cx: &Cx, me: &Patient, party: Option<Party>) -> OrFailure<Self> {
        let (asked, party) = (Asked::of(cx, me).await?, party.ok_or(Failure::NotFound)?);
        let today = cx.now.jst_date();
        let offered = |one: &PartyMember| {
            asked.members.iter().any(|member| member.id == one.person)
                && asked.menus(today).iter().any(|menu| menu.id == one.menu && menu.visits.hold(one.visit))
        };
        if !party.members.iter().all(offered) {
            return Err(Failure::NotFound);
        }
        Ok(Self { asked, party })
    }

    /// Who asks what is free. A booking of the same people under way does not stand in its own way.
    fn participants<'a>(&'a self, party: &Party, me: &'a Patient, key: Option<BookingKey>) -> Vec<Participant<'a>> {
        let one = |of: &PartyMember| {
            let member = self.asked.members.iter().find(|member| member.id == of.person)?;
            let offer = self.asked.offers.offer(&of.menu, of.visit)?;
            let (person, person_id, address) = (Some(&member.person), Some(member.id), Some(&me.account.address));
            let right = member.right;
            let asker = Asker { person, person_id, address, key, instead_of: None, right, knows_visits: true };
            Some(Participant { offer, asker })
        };
        party.members.iter().filter_map(one).collect()
    }

    fn days<'a>(
        &'a self,
        r: &'a dyn Reader,
        party: &Party,
        me: &'a Patient,
        key: Option<BookingKey>,
    ) -> StoreResult<Option<Days<'a>>> {
        let spacing = party.order.spacing(&self.asked.offers.clinic);
        Days::together(r, self.participants(party, me, key), spacing)
    }

    /// On a day on which not all fit: in which other way they would, or who of them.
    fn ways(
        &self,
        cx: &Cx,
        r: &dyn Reader,
        me: &Patient,
        key: Option<BookingKey>,
        day: Date,
    ) -> StoreResult<Vec<Link>> {
        let words = &words::of(cx.lang).party;
        let clinic = &self.asked.offers.clinic.id;
        let fits = |party: &Party| -> StoreResult<bool> {
            let Some(mut days) = self.days(r, party, me, key)? else { return Ok(false) };
            Ok(days.first_where(day..=day, |_| true, |_| true)?.is_some())
        };
        let at = |path: String| format!("{path}&day={day}");
        let mut ways = Vec::new();
        let other = self.party.in_other_order();
        if fits(&other)? {
            let href = at(path::of_party(path::PARTY_SLOTS, clinic, &other));
            ways.push(Link::new((words.other_order)(other.order), href));
        }
        for left_out in self.party.members.iter().rev() {
            let fewer = self.party.without(left_out.person);
            if !fits(&fewer)? {
                continue;
            }
            let names = |of: &PartyMember| self.asked.members.iter().find(|member| member.id == of.person);
            let names = fewer.members.iter().filter_map(names).map(|member| member.person.name.full());
            let href = match fewer.members.as_slice() {
                [only] => path::menu(clinic, &only.menu, only.visit, Some(only.person)),
                _ => path::of_party(path::PARTY_SLOTS, clinic, &fewer),
            };
            ways.push(Link::new((words.only)(&names.collect::<Vec<_>>()), at(href)));
        }
        Ok(ways)
    }
}

/// The calendar for all of them.
pub async fn slots(cx: Cx, me: Patient) -> Result {
    let together = Together::of(&cx, &me, named(&cx)).await?;
    Ok(cx.page(calendar(&cx, &me, &together, View::of(&cx), None).await?))
}

async fn calendar(
    cx: &Cx,
    me: &Patient,
    together: &Together,
    wanted: View,
    notice: Option<ShownAgain>,
) -> OrFailure<Page> {
    let (clinic, party) = (&together.asked.offers.clinic, &together.party);
    let (calendar, wrong, instead) = cx
        .read(|r| {
            let key = choosing::begun_together(r, cx.visitor(), &clinic.id, party)?.map(|(key, _)| key);
            let Some(days) = together.days(r, party, me, key)? else { return Ok((None, true, Vec::new())) };
            let (calendar, wrong) = look(days, wanted)?;
            let not_all = |reason: &Reason| matches!(reason, Reason::NotTogether | Reason::TooNear(_));
            let not_all = calendar.chosen.as_ref().filter(|plan| plan.reason.as_ref().is_some_and(not_all));
            let instead = match not_all.map(|plan| plan.day) {
                Some(day) => together.ways(cx, r, me, key, day)?,
                None => Vec::new(),
            };
            Ok((Some(calendar), wrong, instead))
        })
        .await?;
    let calendar = calendar.ok_or(Failure::NotFound)?;
    let course = Course {
        here: path::of_party(path::PARTY_SLOTS, &clinic.id, party),
        action: crate::clinic::path::of_clinic(path::PARTY_BOOKINGS, &clinic.id),
        hidden: vec![(path::PEOPLE, party.members_text()), (path::ORDER, party.order.value().to_owned())],
        back: Some((words::of(cx.lang).party.change, path::of_party(path::PARTY, &clinic.id, party))),
        release: None,
        moving: None,
        refused: wanted.refused,
        going_on: Vec::new(),
        together: true,
        instead,
    };
    let subject = Heading { clinic, of: heading(cx, together) };
    let notice = notice.or(wrong.then_some(ShownAgain::WrongDay));
    Ok(calendar_page::show(cx, &subject, &course, &calendar, notice.as_ref()))
}

fn heading<'a>(cx: &Cx, together: &'a Together) -> CalendarSubject<'a> {
    let line = |one: &PartyMember| {
        let member = together.asked.members.iter().find(|member| member.id == one.person)?;
        let offer = together.asked.offers.offer(&one.menu, one.visit)?;
        Some((name_today(cx, &member.person), offer.menu, one.visit))
    };
    let members = together.party.members.iter().filter_map(line).collect();
    CalendarSubject::Party(PartyHeading { members, order: Some(together.party.order) })
}

/// Keeps the slots of all and leads on to 確認; or says why not, with the next free ones.
pub async fn begin(cx: Cx, me: Patient) -> Result {
    let party = Party::parse(cx.form().get(path::PEOPLE), cx.form().get(path::ORDER));
    let together = Together::of(&cx, &me, party).await?;
    let (clinic, slot, key) =
        (together.asked.offers.clinic.id.clone(), look::slot(cx.form().get("slot")), BookingKey::mint());
    let begun = match slot {
        Some((day, start)) => {
            let chosen = ChosenTogether { clinic: clinic.clone(), party: together.party.clone(), day, start };
            cx.work(move |work: &mut Work<'_>, me: Patient| choosing::begin_together(work, &me.account, key, &chosen))
                .await?
        }
        None => Refused(Reason::NoSuchSlot),
    };
    match begun {
        Done(next) => Ok(cx.go_to(path::of_booking(next.route(), &clinic, key))),
        Refused(reason) => {
            let view = View::after_refusal(slot, &reason);
            let notice = ShownAgain::Refused { reason, typed: false };
            Ok(cx.conflict(calendar(&cx, &me, &together, view, Some(notice)).await?))
        }
    }
}
