//! The form in which a guest says how many people come together and for what, checked. Who they are is typed once a time is chosen.

use super::party::{MOST, Party, PartyMember, VisitOrder};
use super::party_form::{menu_text, offered};
use crate::clinic::Menu;
use crate::ui::{Form, FormField, Problems};

/// The form as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuestPartyForm {
    /// How many people come.
    pub people: String,
    /// The menu and the visit of everybody who has none of their own: `naika.first`.
    pub menu: String,
    /// The menu and the visit of each of them; empty where they are those of all.
    pub own_menus: [String; MOST],
    /// How their visits lie beside each other.
    pub order: String,
}

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuestPartyField {
    /// How many people come.
    People,
    /// The menu of all.
    Menu,
    /// The menu of one of them, counted from 0.
    MenuOf(usize),
    /// How their visits lie beside each other.
    Order,
}

const MENU_OF: [&str; MOST] = ["service-1", "service-2", "service-3", "service-4"];

impl FormField for GuestPartyField {
    fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Menu => "service",
            Self::MenuOf(at) => MENU_OF.get(at).copied().unwrap_or_default(),
            Self::Order => "order",
        }
    }
}

impl Form for GuestPartyForm {
    type Field = GuestPartyField;

    fn read(get: impl Fn(GuestPartyField) -> String) -> Self {
        Self {
            people: get(GuestPartyField::People),
            menu: get(GuestPartyField::Menu),
            own_menus: std::array::from_fn(|at| get(GuestPartyField::MenuOf(at))),
            order: get(GuestPartyField::Order),
        }
    }

    fn typed(&self) -> Vec<(GuestPartyField, &str)> {
        let Self { people, menu, own_menus, order } = self;
        let own = own_menus.iter().enumerate().map(|(at, own)| (GuestPartyField::MenuOf(at), own.as_str()));
        let common = [
            (GuestPartyField::People, people.as_str()),
            (GuestPartyField::Menu, menu.as_str()),
            (GuestPartyField::Order, order.as_str()),
        ];
        common.into_iter().chain(own).collect()
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuestPartyProblem {
    /// It was not said how many come.
    HowMany,
    /// No menu was chosen, or one that is not offered.
    NoMenu,
    /// It was not said how the visits lie beside each other.
    NoOrder,
}

/// All that is wrong with the form.
pub type GuestPartyProblems = Problems<GuestPartyField, GuestPartyProblem>;

impl GuestPartyForm {
    /// The form that says what was chosen before.
    pub fn of(party: &Party) -> Self {
        let text = |one: &PartyMember| menu_text(&one.menu, one.visit);
        let common = party.members.first().map(text).unwrap_or_default();
        let own = |at| party.members.get(at).map(text).filter(|own| *own != common).unwrap_or_default();
        Self {
            people: party.members.len().to_string(),
            own_menus: std::array::from_fn(own),
            menu: common,
            order: party.order.value().to_owned(),
        }
    }

    /// For what each comes, of these menus.
    ///
    /// # Errors
    /// All problems at once.
    pub fn check(&self, menus: &[&Menu]) -> Result<Party, GuestPartyProblems> {
        let mut problems = GuestPartyProblems::default();
        let people = self.people.parse().ok().filter(|many| (2..=MOST).contains(many));
        let people = problems.sift(GuestPartyField::People, people.ok_or(GuestPartyProblem::HowMany));
        let order = VisitOrder::from_value(&self.order).ok_or(GuestPartyProblem::NoOrder);
        let order = problems.sift(GuestPartyField::Order, order);
        let mut members = Vec::with_capacity(MOST);
        for (at, own) in self.own_menus.iter().enumerate().take(people.unwrap_or(MOST)) {
            let (field, text) = match own.is_empty() {
                true => (GuestPartyField::Menu, &self.menu),
                false => (GuestPartyField::MenuOf(at), own),
            };
            match offered(text, menus) {
                Some((menu, visit)) => members.push(PartyMember { person: None, menu: menu.id.clone(), visit }),
                None if problems.of(field).is_none() => problems.add(field, [GuestPartyProblem::NoMenu]),
                None => {}
            }
        }
        problems.settle(order.map(|order| Party { members, order }))
    }
}
