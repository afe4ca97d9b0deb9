//! Several people who come together: who comes for what, and how their visits lie beside each other. Until a time is chosen it
//! stands in the address, so that a page that is opened again, or gone back to, is the same one.

use super::filled::Typed;
use crate::clinic::{Clinic, MenuId, Visit};
use crate::person::PersonId;
use crate::slots::Spacing;
use serde::{Deserialize, Serialize};

/// At most so many people come together.
pub const MOST: usize = 4;

/// Several people who come together: people of an account, or a guest's group, whose people are typed later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Who comes for what, in the order in which they come; at least two.
    pub members: Vec<PartyMember>,
    /// How their visits lie beside each other.
    pub order: VisitOrder,
}

impl Party {
    /// Whether it is for the same people as another.
    pub fn is_of_same_people(&self, other: &Self) -> bool {
        let has = |party: &Self, person| party.members.iter().any(|member| member.person == person);
        self.members.len() == other.members.len() && self.members.iter().all(|member| has(other, member.person))
    }

    /// Whether a guest books for them.
    pub fn is_of_guest(&self) -> bool {
        self.people().next().is_none()
    }

    /// Those of them who are people of an account.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.members.iter().filter_map(|member| member.person)
    }
}

/// Several people for whom a guest books in one go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestGroup {
    /// For what each of them comes.
    pub party: Party,
    /// What was typed of all but the first, in their order, as far as something was.
    #[serde(default)]
    pub others: Vec<Typed>,
}

/// One of several people who come together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyMember {
    /// The person, of an account. A guest types who comes once a time is chosen.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
}

impl PartyMember {
    fn parse(text: &str) -> Option<Self> {
        let (rest, visit) = text.rsplit_once('.')?;
        let (person, menu) = match rest.split_once('.') {
            Some((person, menu)) => (Some(PersonId::parse(person)?), menu),
            None => (None, rest),
        };
        Some(Self { person, menu: MenuId::parse(menu)?, visit: Visit::from_value(visit)? })
    }
}

/// How the visits of people who come together lie beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitOrder {
    /// 続けて: one after another, with at most the clinic's gap between them.
    InTurn,
    /// 同じ時間に.
    AtOnce,
}

impl VisitOrder {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::InTurn, Self::AtOnce];

    /// Its value in forms and addresses.
    pub const fn value(self) -> &'static str {
        match self {
            Self::InTurn => "turn",
            Self::AtOnce => "once",
        }
    }

    /// The order of that value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.value() == value)
    }

    /// The rule at a clinic.
    pub const fn spacing(self, clinic: &Clinic) -> Spacing {
        match self {
            Self::InTurn => Spacing::InTurn { gap: clinic.booking.group_gap_minutes },
            Self::AtOnce => Spacing::AtOnce,
        }
    }
}

impl Party {
    /// As it stands in an address: `PERSON.naika.first,PERSON.naika.return`; without the people where a guest books.
    pub fn members_text(&self) -> String {
        let one = |PartyMember { person, menu, visit }: &PartyMember| {
            let person = person.map_or_else(String::new, |person| format!("{}.", person.text()));
            format!("{person}{}.{}", menu.as_str(), visit.value())
        };
        self.members.iter().map(one).collect::<Vec<_>>().join(",")
    }

    /// What stands in an address; `None` where that is not two or more, all of them different people of an account or none of them.
    pub fn parse(members: &str, order: &str) -> Option<Self> {
        let members: Option<Vec<PartyMember>> = members.split(',').take(MOST + 1).map(PartyMember::parse).collect();
        let party = Self { members: members?, order: VisitOrder::from_value(order)? };
        let mut people: Vec<PersonId> = party.people().collect();
        people.sort_unstable();
        people.dedup();
        let many = party.members.len();
        ((2..=MOST).contains(&many) && (people.is_empty() || people.len() == many)).then_some(party)
    }

    /// The same without one of them, counted from 0.
    #[must_use]
    pub fn without(&self, left_out: usize) -> Self {
        let others = self.members.iter().enumerate().filter(|(at, _)| *at != left_out);
        Self { members: others.map(|(_, member)| member.clone()).collect(), order: self.order }
    }

    /// The same in the other order.
    #[must_use]
    pub fn in_other_order(&self) -> Self {
        let order = match self.order {
            VisitOrder::InTurn => VisitOrder::AtOnce,
            VisitOrder::AtOnce => VisitOrder::InTurn,
        };
        Self { members: self.members.clone(), order }
    }
}
