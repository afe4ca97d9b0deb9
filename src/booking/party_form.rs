//! The form in which several people of an account are chosen who come together, checked.

use super::party::{MOST, Party, PartyMember, VisitOrder};
use crate::account::{BookingRight, MOST_RELATIVES, Member};
use crate::clinic::{AgeRange, Menu, MenuId, Visit};
use crate::person::PersonId;
use crate::slots::Reason;
use crate::ui::{Form, FormField, Problems};
use time::Date;

/// How many people an account can have: its own person and the family.
pub const PEOPLE: usize = 1 + MOST_RELATIVES;

/// The form as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyForm {
    /// A line for each person of the account.
    pub lines: [PartyLine; PEOPLE],
    /// The menu and the visit of everybody who has none of their own: `naika.first`.
    pub menu: String,
    /// How their visits lie beside each other.
    pub order: String,
    /// Whether the adults among them consent; empty where that was not said.
    pub consent: String,
}

/// A person in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyLine {
    /// Their id, where they come along.
    pub who: String,
    /// Their own menu and visit; empty where they are those of all.
    pub menu: String,
}

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyField {
    /// How many come: all lines together, so that it has no input of its own.
    People,
    /// Whether somebody comes, by the place of their line.
    Who(usize),
    /// The menu of all.
    Menu,
    /// Somebody's own menu, by the place of their line.
    MenuOf(usize),
    /// How their visits lie beside each other.
    Order,
    /// 本人の同意を得ています.
    Consent,
}

const WHO: [&str; PEOPLE] =
    ["who-1", "who-2", "who-3", "who-4", "who-5", "who-6", "who-7", "who-8", "who-9", "who-10", "who-11"];
const MENU_OF: [&str; PEOPLE] = [
    "service-1",
    "service-2",
    "service-3",
    "service-4",
    "service-5",
    "service-6",
    "service-7",
    "service-8",
    "service-9",
    "service-10",
    "service-11",
];

impl FormField for PartyField {
    fn name(self) -> &'static str {
        match self {
            Self::People => "",
            Self::Who(at) => WHO.get(at).copied().unwrap_or_default(),
            Self::Menu => "service",
            Self::MenuOf(at) => MENU_OF.get(at).copied().unwrap_or_default(),
            Self::Order => "order",
            Self::Consent => "consent",
        }
    }
}

impl Form for PartyForm {
    type Field = PartyField;

    fn read(get: impl Fn(PartyField) -> String) -> Self {
        let line = |at| PartyLine { who: get(PartyField::Who(at)), menu: get(PartyField::MenuOf(at)) };
        Self {
            lines: std::array::from_fn(line),
            menu: get(PartyField::Menu),
            order: get(PartyField::Order),
            consent: get(PartyField::Consent),
        }
    }

    fn typed(&self) -> Vec<(PartyField, &str)> {
        let Self { lines, menu, order, consent } = self;
        let lines = lines.iter().enumerate().flat_map(|(at, PartyLine { who, menu })| {
            [(PartyField::Who(at), who.as_str()), (PartyField::MenuOf(at), menu.as_str())]
        });
        lines
            .chain([
                (PartyField::Menu, menu.as_str()),
                (PartyField::Order, order.as_str()),
                (PartyField::Consent, consent.as_str()),
            ])
            .collect()
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartyProblem {
    /// Fewer than two were chosen.
    TooFew,
    /// More were chosen than can come together.
    TooMany,
    /// That person is not of the family, or not any more.
    Unknown,
    /// No menu was chosen.
    NoMenu,
    /// It was not said how the visits lie beside each other.
    NoOrder,
    /// The menu is not for the age of that person.
    NotForAge(AgeRange),
    /// It has to be said that the adults consent.
    NoConsent,
    /// It cannot be booked for that person, whatever the time.
    NotFor(Reason),
}

/// All that is wrong with the form.
pub type PartyProblems = Problems<PartyField, PartyProblem>;

impl PartyForm {
    /// The form that says what was chosen before.
    pub fn of(party: &Party, members: &[Member]) -> Self {
        let text = |one: &PartyMember| menu_text(&one.menu, one.visit);
        let common = party.members.first().map(text).unwrap_or_default();
        let line = |at: usize| {
            let id = members.get(at).map(|member| member.id);
            let own = id.and_then(|id| party.members.iter().find(|one| one.person == Some(id)));
            own.map_or_else(PartyLine::default, |one| PartyLine {
                who: id.map(PersonId::text).unwrap_or_default(),
                menu: Some(text(one)).filter(|own| *own != common).unwrap_or_default(),
            })
        };
        let lines = std::array::from_fn(line);
        Self { lines, menu: common, order: party.order.value().to_owned(), consent: String::new() }
    }

    /// Who comes for what, of these members and menus. `today` is the day in Japan.
    ///
    /// # Errors
    /// All problems at once.
    pub fn check(&self, members: &[Member], menus: &[&Menu], today: Date) -> Result<Party, PartyProblems> {
        let mut problems = PartyProblems::default();
        let chosen: Vec<(usize, &Member)> = self.chosen(members).collect();
        match chosen.len() {
            0 | 1 => problems.add(PartyField::People, [PartyProblem::TooFew]),
            many if MOST < many => problems.add(PartyField::People, [PartyProblem::TooMany]),
            _ => {}
        }
        for (at, line) in self.lines.iter().enumerate() {
            if !line.who.is_empty() && members.iter().all(|member| member.id.text() != line.who) {
                problems.add(PartyField::Who(at), [PartyProblem::Unknown]);
            }
            if !line.menu.is_empty() && offered(&line.menu, menus).is_none() {
                problems.add(PartyField::MenuOf(at), [PartyProblem::NoMenu]);
            }
        }
        if self.consent.is_empty() && chosen.iter().any(|(_, member)| member.right == BookingRight::Consent) {
            problems.add(PartyField::Consent, [PartyProblem::NoConsent]);
        }
        let common = offered(&self.menu, menus);
        let mut party = Vec::with_capacity(chosen.len());
        let mut lacks_menu = chosen.is_empty() && common.is_none();
        for (at, member) in chosen {
            let own = self.line_of(member.id).map(|line| line.menu.as_str()).filter(|own| !own.is_empty());
            let Some((menu, visit)) = own.map_or(common, |own| offered(own, menus)) else {
                lacks_menu |= own.is_none();
                continue;
            };
            if !menu.is_for(member.person.birth_date, today) {
                problems.add(PartyField::Who(at), [PartyProblem::NotForAge(menu.ages)]);
            }
            party.push(PartyMember { person: Some(member.id), menu: menu.id.clone(), visit });
        }
        if lacks_menu {
            problems.add(PartyField::Menu, [PartyProblem::NoMenu]);
        }
        let order = problems.sift(PartyField::Order, VisitOrder::from_value(&self.order).ok_or(PartyProblem::NoOrder));
        problems.settle(order.map(|order| Party { members: party, order }))
    }

    /// Those of the members who come along, with the places of their lines.
    fn chosen<'a>(&self, members: &'a [Member]) -> impl Iterator<Item = (usize, &'a Member)> {
        let ids: Vec<&str> = self.lines.iter().map(|line| line.who.as_str()).collect();
        let is_chosen = move |member: &Member| ids.contains(&member.id.text().as_str());
        members.iter().enumerate().filter(move |(_, member)| is_chosen(member))
    }

    /// The line in which somebody is chosen: the family may have changed since the form was drawn, and with it the places.
    pub fn line_of(&self, person: PersonId) -> Option<&PartyLine> {
        self.lines.iter().find(|line| line.who == person.text())
    }
}

/// A menu and a visit as they stand in the form.
pub fn menu_text(menu: &MenuId, visit: Visit) -> String {
    format!("{}.{}", menu.as_str(), visit.value())
}

/// The menu and the visit of that text, if they are offered.
pub fn offered<'a>(text: &str, menus: &[&'a Menu]) -> Option<(&'a Menu, Visit)> {
    let (menu, visit) = text.split_once('.')?;
    let visit = Visit::from_value(visit)?;
    let menu = menus.iter().find(|own| own.id.as_str() == menu && own.visits.hold(visit))?;
    Some((menu, visit))
}
