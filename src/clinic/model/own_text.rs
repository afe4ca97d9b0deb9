//! A text of the clinic: in Japanese, and in English where the clinic gives it. Who reads English and finds none reads the Japanese one.

use crate::lang::Lang;
use serde::{Deserialize, Serialize};

/// A text of the clinic in the languages that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnText<'a> {
    ja: &'a str,
    en: Option<&'a str>,
}

impl<'a> OwnText<'a> {
    /// A text with the English that goes with it, if there is one.
    pub fn new(ja: &'a str, en: Option<&'a str>) -> Self {
        Self { ja, en }
    }

    /// One that the clinic may leave out.
    pub fn optional(ja: Option<&'a String>, en: Option<&'a String>) -> Option<Self> {
        Some(Self { ja: ja?, en: en.map(String::as_str) })
    }

    /// The text for readers of a language.
    pub fn text(self, lang: Lang) -> &'a str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en.unwrap_or(self.ja),
        }
    }

    /// The language of that text.
    pub const fn lang(self, lang: Lang) -> Lang {
        match (lang, self.en) {
            (Lang::En, Some(_)) => Lang::En,
            _ => Lang::Ja,
        }
    }
}

/// What a clinic says of itself in English, as far as it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClinicInEnglish {
    /// 名称.
    pub name: Option<String>,
    /// 院長.
    pub director: Option<String>,
    /// 診療科.
    pub departments: Vec<String>,
    /// 住所.
    pub address: Option<String>,
    /// アクセス.
    pub access: Option<String>,
    /// 駐車場.
    pub parking: Option<String>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// バリアフリー.
    pub barrier_free: Option<String>,
    /// Methods of payment.
    pub payment: Vec<String>,
    /// クリニックからのお知らせ.
    pub announcement: Option<String>,
    /// 予約時の注意.
    pub booking_notes: Option<String>,
    /// キャンセルポリシー.
    pub cancellation_policy: Option<String>,
}

/// What it says of a menu in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MenuInEnglish {
    /// メニュー名.
    pub name: Option<String>,
    /// 説明.
    pub description: Option<String>,
    /// 診療科.
    pub department: Option<String>,
    /// What to do before the visit.
    pub preparation: Option<String>,
    /// 持ち物.
    pub bring: Option<String>,
}

impl MenuInEnglish {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
