//! Several people for whom an account books in one go: who comes for what, and how their visits lie beside each other. Until a time
//! is chosen it stands in the address, so that a page that is opened again, or gone back to, is the same one.

use crate::clinic::{Clinic, MenuId, Visit};
use crate::person::PersonId;
use crate::slots::Spacing;
use serde::{Deserialize, Serialize};

/// At most so many people come together.
pub const MOST: usize = 4;

/// Several people for whom an account books in one go.
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
}

/// One of several people who come together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyMember {
    /// The person.
    pub person: PersonId,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
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
    /// As it stands in an address: `PERSON.naika.first,PERSON.naika.return`.
    pub fn members_text(&self) -> String {
        let one = |PartyMember { person, menu, visit }: &PartyMember| {
            format!("{}.{}.{}", person.text(), menu.as_str(), visit.value())
        };
        self.members.iter().map(one).collect::<Vec<_>>().join(",")
    }

    /// What stands in an address; `None` where that is not two or more different people.
    pub fn parse(members: &str, order: &str) -> Option<Self> {
        let member = |text: &str| {
            let (person, rest) = text.split_once('.')?;
            let (menu, visit) = rest.split_once('.')?;
            let (person, menu) = PersonId::parse(person).zip(MenuId::parse(menu))?;
            Some(PartyMember { person, menu, visit: Visit::from_value(visit)? })
        };
        let members: Option<Vec<PartyMember>> = members.split(',').take(MOST + 1).map(member).collect();
        let party = Self { members: members?, order: VisitOrder::from_value(order)? };
        let mut people: Vec<PersonId> = party.members.iter().map(|member| member.person).collect();
        people.sort_unstable();
        people.dedup();
        ((2..=MOST).contains(&people.len()) && people.len() == party.members.len()).then_some(party)
    }

    /// The same without one of them.
    #[must_use]
    pub fn without(&self, person: PersonId) -> Self {
        let members = self.members.iter().filter(|member| member.person != person).cloned().collect();
        Self { members, order: self.order }
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
