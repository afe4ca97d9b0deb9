//! How a slot is said, and why a day or a slot cannot be booked: in one word for a cell of the calendar and in a sentence.

use super::availability::Reason;
use crate::clinic::{Age, AgeRange, Visit};
use crate::clock::Moment;
use crate::lang::{self, Lang, Words};
use std::borrow::Cow;

/// A state in a word that fits a narrow cell, with what is only read out before and after it.
pub struct Short {
    /// Read out before the word.
    pub before: &'static str,
    /// The word that everybody sees.
    pub word: &'static str,
    /// Read out after it.
    pub after: Cow<'static, str>,
}

/// That there are free slots, for a cell of the calendar.
pub fn free(lang: Lang) -> Short {
    Short { before: "", word: lang.pick("空き", "free"), after: lang.pick("あり", "").into() }
}

/// That few places are left, for a cell of the calendar.
pub fn few(lang: Lang) -> Short {
    Short { before: lang.pick("残り", ""), word: lang.pick("わずか", "few"), after: lang.pick("", " left").into() }
}

/// Why nothing can be booked, for a cell of the calendar.
pub fn short(lang: Lang, reason: &Reason) -> Short {
    let pick = |ja, en| lang.pick(ja, en);
    let plain = |word| ("", word, String::new());
    let (before, word, after) = match reason {
        Reason::Closed(why) => ("", pick("休診", "closed"), brackets(lang, why.as_deref())),
        Reason::Holiday(name) => ("", pick("祝日", "holiday"), brackets(lang, Some(lang.of(*name)))),
        Reason::NoHours | Reason::NoSuchSlot => plain(pick("枠なし", "none")),
        Reason::NotOffered => plain(pick("期間外", "none")),
        Reason::NotYetOpen(from) => {
            let from = lang::moment(lang, *from);
            ("", pick("受付前", "not yet"), lang.pick(format!("({from}から)"), format!(" (from {from})")))
        }
        Reason::Over => (pick("受付", ""), pick("終了", "over"), String::new()),
        Reason::Full => plain(pick("満員", "full")),
        Reason::Age(range) => ("", pick("対象外", "age"), brackets(lang, Some(&ages(lang, range)))),
        Reason::Limit(most) => {
            (pick("予約数の", ""), pick("上限", "limit"), lang.pick(format!("({most}件)"), format!(" ({most})")))
        }
    };
    Short { before, word, after: after.into() }
}

fn brackets(lang: Lang, text: Option<&str>) -> String {
    text.map_or_else(String::new, |text| lang.pick(format!("({text})"), format!(" ({text})")))
}

/// Why it cannot be booked, in a whole sentence.
pub fn sentence(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::Full => lang.pick("申し訳ありません。この時間は、ほかの方の予約で満員になりました。", "Sorry, this time has been taken.").to_owned(),
        Reason::Over => {
            lang.pick("この時間のWeb予約は、受付を終了しました。", "This time can no longer be booked online.").to_owned()
        }
        Reason::NotYetOpen(from) => {
            let from = lang::moment(lang, *from);
            lang.pick(format!("この日の予約は、{from}から受け付けます。"), format!("This day can be booked from {from} on."))
        }
        Reason::Closed(why) => {
            let why = brackets(lang, why.as_deref());
            lang.pick(format!("この日は休診です{why}。"), format!("The clinic is closed on this day{why}."))
        }
        Reason::Holiday(name) => {
            let name = lang.of(*name);
            lang.pick(
                format!("この日は祝日({name})のため休診です。"),
                format!("The clinic is closed on this day: {name}."),
            )
        }
        Reason::NoHours => {
            lang.pick("この日に、この診療メニューの予約枠はありません。", "This appointment type has no times on this day.").to_owned()
        }
        Reason::NotOffered => {
            lang.pick("この日は、この診療メニューの受付期間外です。", "This appointment type is not offered on this day.").to_owned()
        }
        Reason::NoSuchSlot => lang.pick("この時間は予約できません。", "This time cannot be booked.").to_owned(),
        Reason::Age(range) => {
            let ages = ages(lang, range);
            lang.pick(
                format!("この診療メニューは、受診日に{ages}の方が対象です"),
                format!("This appointment type is for patients of {ages} on the day of the visit"),
            )
        }
        Reason::Limit(most) => lang.pick(
            format!("この診療メニューの予約は、お一人{most}件までです。すでにご予約がありますので、変更や追加はクリニックへお電話ください"),
            format!("One person can have {most} of these reservations at a time, and you have one already. Please call the clinic"),
        ),
    }
}

/// 対象年齢: `生後2か月から15歳まで`.
pub fn ages(lang: Lang, range: &AgeRange) -> String {
    let ja = |age: Age| match age {
        Age::Years(years) => format!("{years}歳"),
        Age::Months(months) => format!("生後{months}か月"),
    };
    let en = |age: Age| match age {
        Age::Years(years) => format!("{years} years"),
        Age::Months(months) => format!("{months} months"),
    };
    match (range.from, range.to) {
        (Some(from), Some(to)) => {
            lang.pick(format!("{}から{}まで", ja(from), ja(to)), format!("{} to {}", en(from), en(to)))
        }
        (Some(from), None) => lang.pick(format!("{}以上", ja(from)), format!("{} and over", en(from))),
        (None, Some(to)) => lang.pick(format!("{}以下", ja(to)), format!("up to {}", en(to))),
        (None, None) => lang.pick("どなたでも", "any age").to_owned(),
    }
}

/// Whether an age range says anything.
pub fn has_ages(range: &AgeRange) -> bool {
    range.from.is_some() || range.to.is_some()
}

/// 初診 or 再診.
pub const fn visit(visit: Visit) -> Words {
    match visit {
        Visit::First => Words("初診", "First visit"),
        Visit::Return => Words("再診", "Return visit"),
    }
}

/// How long a visit takes.
pub fn minutes(lang: Lang, minutes: u16) -> String {
    lang.pick(format!("約{minutes}分"), format!("about {minutes} minutes"))
}

/// Day and clock of a visit with both calendars: `2026年(令和8年)11月24日(火)9:30`.
pub fn when(lang: Lang, start: Moment) -> String {
    let (day, clock) = (lang::date_in_full(lang, start.jst_date()), lang::time_of(lang, start));
    lang.pick(format!("{day}{clock}"), format!("{day}, {clock}"))
}
