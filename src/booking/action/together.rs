//! The calendar for several people who come together, of an account or those for whom a guest books, and the choice of a time for all
//! of them.

use super::look::{self, View, look};
use super::member::{account, members};
use super::opened::OrFailure;
use crate::account::{Account, BookingRight, MaybePatient, Member};
use crate::booking::choosing::{self, ChosenTogether};
use crate::booking::page::calendar::{self as page, CalendarSubject, Heading, PartyHeading, ShownAgain};
use crate::booking::page::course::Course;
use crate::booking::page::name_today;
use crate::booking::party::{Party, PartyMember};
use crate::booking::party_form::menu_text;
use crate::booking::{path, words};
use crate::clinic::{ClinicId, Menu, Visit};
use crate::slots::{Asker, BookingKey, Days, Offers, Participant, Reason};
use crate::store::{Reader, Result as StoreResult};
use crate::ui::{Link, Page};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::Work;
use time::Date;

/// A clinic, with the menus that several people can book there.
pub struct PartyMenus {
    /// The clinic and all its menus.
    pub offers: Offers,
}

impl PartyMenus {
    /// Those of the clinic of the path.
    ///
    /// # Errors
    /// Not found when there is no such clinic.
    pub async fn of(cx: &Cx) -> OrFailure<Self> {
        let clinic = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
        let offers = cx.read(|r| Offers::of(r, &clinic)).await?.ok_or(Failure::NotFound)?;
        Ok(Self { offers })
    }

    /// Those that are offered on a day or later.
    pub fn on(&self, today: Date) -> Vec<&Menu> {
        self.offers.for_patients().filter(|menu| menu.is_for_several() && menu.is_offered(today)).collect()
    }

    /// The menu and the visit from which somebody has come, or the only ones; as they stand in the form.
    pub fn chosen_before(&self, cx: &Cx) -> String {
        let menus = self.on(cx.now.jst_date());
        let visit = Visit::from_value(&cx.query("visit"));
        match (menus.iter().find(|menu| menu.id.as_str() == cx.query("menu")), visit, menus.as_slice()) {
            (Some(menu), Some(visit), _) => menu_text(&menu.id, visit),
            // There is nothing to choose.
            (_, _, [only]) => only.only_visit().map(|visit| menu_text(&only.id, visit)).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

/// Who stands in the address.
pub fn named(cx: &Cx) -> Option<Party> {
    Party::parse(&cx.query(path::PEOPLE), &cx.query(path::ORDER))
}

/// Those who come together, as they stand in an address or a form, with everything around them.
struct Together<'a> {
    menus: PartyMenus,
    /// The people of the account; none of a guest.
    members: Vec<Member>,
    account: Option<&'a Account>,
    party: Party,
}

impl<'a> Together<'a> {
    /// # Errors
    /// Not found where the account does not book for them, or patients cannot book one of the menus in this way. Who is not signed in
    /// has to sign in for the people of an account.
    async fn of(cx: &Cx, me: &'a MaybePatient, party: Party) -> OrFailure<Self> {
        let menus = PartyMenus::of(cx).await?;
        let account = if party.is_of_guest() { None } else { Some(account(me)?) };
        let members = match account {
            Some(account) => members(cx, account).await?,
            None => Vec::new(),
        };
        let today = cx.now.jst_date();
        let offered = |one: &PartyMember| {
            one.person.is_none_or(|person| members.iter().any(|member| member.id == person))
                && menus.on(today).iter().any(|menu| menu.id == one.menu && menu.visits.hold(one.visit))
        };
        if !party.members.iter().all(offered) {
            return Err(Failure::NotFound);
        }
        Ok(Self { menus, members, account, party })
    }

    fn member(&self, one: &PartyMember) -> Option<&Member> {
        self.members.iter().find(|member| Some(member.id) == one.person)
    }

    /// Who asks what is free. A booking of the same people under way does not stand in its own way.
    fn participants<'b>(&'b self, party: &Party, key: Option<BookingKey>) -> Vec<Participant<'b>> {
        let address = self.account.map(|account| &account.address);
        let one = |of: &PartyMember| {
            let (offer, member) = (self.menus.offers.offer(&of.menu, of.visit)?, self.member(of));
            let person = member.map(|member| member.person.identity());
            let (person_id, right) = (of.person, member.map_or(BookingRight::Guest, |member| member.right));
            let asker =
                Asker { person, person_id, address, key, instead_of: None, shown: None, right, knows_visits: true };
            Some(Participant { offer, asker })
        };
        party.members.iter().filter_map(one).collect()
    }

    fn days<'b>(&'b self, r: &'b dyn Reader, party: &Party, key: Option<BookingKey>) -> StoreResult<Option<Days<'b>>> {
        let spacing = party.order.spacing(&self.menus.offers.clinic);
        Days::together(r, self.participants(party, key), spacing)
    }

    /// On a day on which not all fit: in which other way they would, or who of them.
    fn ways(&self, cx: &Cx, r: &dyn Reader, key: Option<BookingKey>, day: Date) -> StoreResult<Vec<Link>> {
        let words = &words::of(cx.lang).party;
        let clinic = &self.menus.offers.clinic.id;
        let fits = |party: &Party| -> StoreResult<bool> {
            let Some(mut days) = self.days(r, party, key)? else { return Ok(false) };
            Ok(days.first_where(day..=day, |_| true, |_| true)?.is_some())
        };
        let at = |path: String| format!("{path}&day={day}");
        let mut ways = Vec::new();
        let other = self.party.in_other_order();
        if fits(&other)? {
            let href = at(path::of_party(path::PARTY_SLOTS, clinic, &other));
            ways.push(Link::new((words.other_order)(other.order), href));
        }
        let mut tried: Vec<Party> = Vec::new();
        for left_out in (0..self.party.members.len()).rev() {
            let fewer = self.party.without(left_out);
            // Of a guest's people only the menus differ.
            if tried.contains(&fewer) || !fits(&fewer)? {
                continue;
            }
            let href = match fewer.members.as_slice() {
                [only] => path::menu(clinic, &only.menu, only.visit, only.person),
                _ => path::of_party(path::PARTY_SLOTS, clinic, &fewer),
            };
            ways.push(Link::new(self.only(cx, &fewer), at(href)));
            tried.push(fewer);
        }
        Ok(ways)
    }

    /// That these would fit: by their names, or, where a guest books, by their menus.
    fn only(&self, cx: &Cx, fewer: &Party) -> String {
        let words = &words::of(cx.lang).party;
        let names: Vec<String> =
            fewer.members.iter().filter_map(|one| self.member(one)).map(|member| member.person.name.full()).collect();
        if !names.is_empty() {
            return (words.only)(&names);
        }
        let menu = |one: &PartyMember| self.menus.offers.offer(&one.menu, one.visit).map(|offer| offer.menu);
        let menus = fewer.members.iter().filter_map(menu).map(|menu| menu.own_name().text(cx.lang).to_owned());
        (words.only_so_many)(&menus.collect::<Vec<_>>())
    }

    fn heading(&self, cx: &Cx) -> CalendarSubject<'_> {
        let line = |(at, one): (usize, &PartyMember)| {
            let offer = self.menus.offers.offer(&one.menu, one.visit)?;
            let name = match self.member(one) {
                Some(member) => name_today(cx, member.person.identity()),
                None => (words::of(cx.lang).party.nth)(1 + at),
            };
            Some((name, offer.menu, one.visit))
        };
        let members = self.party.members.iter().enumerate().filter_map(line).collect();
        CalendarSubject::Party(PartyHeading { members, order: Some(self.party.order) })
    }
}

/// The calendar for all of them. Somebody who has signed in meanwhile chooses among the people of the account.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let party = named(&cx).ok_or(Failure::NotFound)?;
    if let Some(elsewhere) = of_account(&cx, &me, &party) {
        return Ok(cx.go_to(elsewhere));
    }
    let together = Together::of(&cx, &me, party).await?;
    Ok(cx.page(calendar(&cx, &together, View::of(&cx), None).await?))
}

/// Where the people of the account are chosen, for who is signed in and comes with a guest's.
fn of_account(cx: &Cx, me: &MaybePatient, party: &Party) -> Option<String> {
    let clinic = ClinicId::parse(cx.param("clinic"))?;
    (me.account.is_some() && party.is_of_guest()).then(|| path::party(&clinic))
}

async fn calendar(cx: &Cx, together: &Together<'_>, wanted: View, notice: Option<ShownAgain>) -> OrFailure<Page> {
    let (clinic, party) = (&together.menus.offers.clinic, &together.party);
    let (calendar, wrong, instead) = cx
        .read(|r| {
            let key = choosing::begun_together(r, cx.visitor(), &clinic.id, party)?.map(|(key, _)| key);
            let Some(days) = together.days(r, party, key)? else { return Ok((None, true, Vec::new())) };
            let (calendar, wrong) = look(days, wanted)?;
            let not_all = |reason: &Reason| matches!(reason, Reason::NotTogether | Reason::TooNear(_));
            let not_all = calendar.chosen.as_ref().filter(|plan| plan.reason.as_ref().is_some_and(not_all));
            let instead = match not_all.map(|plan| plan.day) {
                Some(day) => together.ways(cx, r, key, day)?,
                None => Vec::new(),
            };
            Ok((Some(calendar), wrong, instead))
        })
        .await?;
    let calendar = calendar.ok_or(Failure::NotFound)?;
    let course = Course {
        units: None,
        here: path::of_party(path::PARTY_SLOTS, &clinic.id, party),
        action: crate::clinic::path::of_clinic(path::PARTY_BOOKINGS, &clinic.id),
        hidden: vec![(path::PEOPLE, party.members_text()), (path::ORDER, party.order.value().to_owned())],
        back: Some((words::of(cx.lang).party.change, path::of_party(path::PARTY, &clinic.id, party))),
        release: None,
        moving: None,
        staying: Vec::new(),
        refused: wanted.refused,
        going_on: Vec::new(),
        together: true,
        instead,
    };
    let subject = Heading { clinic, of: together.heading(cx) };
    let notice = notice.or(wrong.then_some(ShownAgain::WrongDay));
    Ok(page::show(cx, &subject, &course, &calendar, notice.as_ref()))
}

/// Keeps the slots of all and leads on; or says why not, with the next free ones.
pub async fn begin(cx: Cx, me: MaybePatient) -> Result {
    let party = Party::parse(cx.form().get(path::PEOPLE), cx.form().get(path::ORDER)).ok_or(Failure::NotFound)?;
    if let Some(elsewhere) = of_account(&cx, &me, &party) {
        return Ok(cx.go_to(elsewhere));
    }
    let together = Together::of(&cx, &me, party).await?;
    let (clinic, slot, key) =
        (together.menus.offers.clinic.id.clone(), look::slot(cx.form().get("slot")), BookingKey::mint());
    let begun = match slot {
        Some((day, start)) => {
            let chosen = ChosenTogether { clinic: clinic.clone(), party: together.party.clone(), day, start };
            let begin = move |work: &mut Work<'_>, me: MaybePatient| {
                choosing::begin_together(work, me.account.as_deref(), key, &chosen)
            };
            cx.work(begin).await?
        }
        None => Refused(Reason::NoSuchSlot),
    };
    match begun {
        Done(next) => Ok(cx.go_to(path::of_booking(next.route(), &clinic, key))),
        Refused(reason) => {
            let view = View::after_refusal(slot, &reason);
            let notice = ShownAgain::Refused { reason, typed: false };
            Ok(cx.conflict(calendar(&cx, &together, view, Some(notice)).await?))
        }
    }
}
