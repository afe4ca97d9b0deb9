//! Why a slot or a whole day cannot be booked, and what helps against it.

use super::interval::TooNear;
use crate::clinic::schedule::NoSlots;
use crate::clinic::{AgeRange, OwnText, UnitName};
use crate::clock::Moment;
use crate::lang::{Lang, Words};
use serde::{Deserialize, Serialize};

/// Why a slot, or a whole day, cannot be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// 休診日, with the clinic's words for it.
    Closed(Option<WhyClosed>),
    /// 祝日, with its name.
    Holiday(Words),
    /// The menu has no slots on such a day.
    NoHours,
    /// The menu is not offered on that day.
    NotOffered,
    /// 受付開始前: booking opens then.
    NotYetOpen(Moment),
    /// 受付終了.
    Over,
    /// The clinic has stopped it for that time, with its words for patients.
    Suspended(Option<WhyClosed>),
    /// 満員.
    Full,
    /// 休み: the unit that is asked for is not there, or where none is, nobody who could stand in.
    Away {
        /// The unit that is asked for.
        unit: Option<UnitName>,
        /// The clinic's words for patients, where the staff have closed its slots.
        words: Option<WhyClosed>,
    },
    /// 年齢対象外.
    Age(AgeRange),
    /// 予約数の上限: so many visits at a time.
    Limit(u16),
    /// The person has booked this menu at this very time.
    Twice,
    /// It is too near to another visit of the person.
    TooNear(TooNear),
    /// There is no room for all of those who come together.
    NotTogether,
    /// The menu has no slot at that time.
    NoSuchSlot,
    /// 本人だけ: the menu is for the account's own person alone.
    SelfOnly,
    /// The person is of full age, and it has to be said again that they consent.
    Consent,
    /// The person has come of age, and has to say themselves that the account may go on.
    OwnWord,
}

/// Why the clinic is closed, or takes no bookings, as it says that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyClosed {
    /// In Japanese.
    pub ja: String,
    /// In English, if it says so.
    #[serde(default)]
    pub en: Option<String>,
}

impl WhyClosed {
    /// The text for readers of a language.
    pub fn text(&self, lang: Lang) -> &str {
        OwnText::new(&self.ja, self.en.as_deref()).text(lang)
    }
}

impl From<OwnText<'_>> for WhyClosed {
    fn from(text: OwnText<'_>) -> Self {
        let en = (text.lang(Lang::En) == Lang::En).then(|| text.text(Lang::En).to_owned());
        Self { ja: text.text(Lang::Ja).to_owned(), en }
    }
}

/// What a reason is about, and so what helps against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The slot or its day: another one may be free.
    Slot,
    /// 生年月日 of the person.
    BirthDate,
    /// What the account is to the person.
    Right,
    /// What the person has booked already. To say so tells something of the owner of the address.
    Reservations,
}

impl Reason {
    /// What the clinic says to patients about it, if it does.
    pub const fn said(&self) -> Option<&WhyClosed> {
        match self {
            Self::Closed(said) | Self::Suspended(said) | Self::Away { words: said, .. } => said.as_ref(),
            _ => None,
        }
    }

    /// Whether the form that asks who comes can settle it.
    pub const fn can_be_answered(&self) -> bool {
        matches!(self, Self::Consent)
    }

    /// How much the reason of a slot says of its day, where none of the slots can be booked.
    pub(super) const fn weight(&self) -> u8 {
        match self {
            Self::Over => 0,
            Self::Away { .. } => 1,
            _ => 2,
        }
    }

    /// What it is about.
    pub const fn obstacle(&self) -> Obstacle {
        match self {
            Self::Closed(_) | Self::Holiday(_) | Self::NoHours | Self::NotOffered => Obstacle::Slot,
            Self::NotYetOpen(_) | Self::Over | Self::Suspended(_) | Self::Full | Self::Away { .. } => Obstacle::Slot,
            Self::NotTogether | Self::NoSuchSlot | Self::TooNear(_) => Obstacle::Slot,
            Self::Age(_) => Obstacle::BirthDate,
            Self::SelfOnly | Self::Consent | Self::OwnWord => Obstacle::Right,
            Self::Limit(_) | Self::Twice => Obstacle::Reservations,
        }
    }
}

impl From<NoSlots<'_>> for Reason {
    fn from(none: NoSlots<'_>) -> Self {
        match none {
            NoSlots::Closed(reason) => Self::Closed(reason.map(WhyClosed::from)),
            NoSlots::Holiday(name) => Self::Holiday(name),
            NoSlots::NoHours => Self::NoHours,
            NoSlots::NotOffered => Self::NotOffered,
        }
    }
}
