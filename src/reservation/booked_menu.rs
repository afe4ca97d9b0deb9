//! What a patient was told of the menu: a later change of the clinic's does not change a promise.

use crate::clinic::{MenuInEnglish, OwnText, Visit};
use crate::slots::Offer;
use serde::{Deserialize, Serialize};

/// What a patient was told of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookedMenu {
    /// メニュー名.
    pub name: String,
    /// 初診 or 再診.
    pub visit: Visit,
    /// What to do before the visit.
    #[serde(default)]
    pub preparation: Option<String>,
    /// 持ち物.
    #[serde(default)]
    pub bring: Option<String>,
    /// The same in English, as far as the clinic gave it.
    #[serde(default, skip_serializing_if = "MenuInEnglish::is_empty")]
    pub en: MenuInEnglish,
    /// 本人だけ: nobody but the account's own person is told of it.
    #[serde(default)]
    pub self_only: bool,
    /// Below which age a guardian comes along.
    #[serde(default)]
    pub guardian_under: Option<u8>,
}

impl BookedMenu {
    /// What is told of a menu that is booked.
    pub fn of(Offer { clinic, menu, .. }: Offer<'_>, visit: Visit) -> Self {
        let MenuInEnglish { name, preparation, bring, .. } = menu.en.clone();
        Self {
            name: menu.name.clone(),
            visit,
            preparation: menu.preparation.clone(),
            bring: menu.bring.clone(),
            en: MenuInEnglish { name, preparation, bring, ..MenuInEnglish::default() },
            self_only: menu.self_only,
            guardian_under: menu.guardian_under(clinic),
        }
    }

    /// メニュー名.
    pub fn own_name(&self) -> OwnText<'_> {
        OwnText::new(&self.name, self.en.name.as_deref())
    }

    /// What to do before the visit.
    pub fn own_preparation(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.preparation.as_ref(), self.en.preparation.as_ref())
    }

    /// 持ち物.
    pub fn own_bring(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.bring.as_ref(), self.en.bring.as_ref())
    }
}
