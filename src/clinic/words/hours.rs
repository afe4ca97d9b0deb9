//! When a clinic is open and when it is closed, in words.

use crate::clinic::today::Hours;
use crate::clinic::{ClosedDays, TimeOfDay};
use crate::lang::{self, Lang, Words};
use time::{Date, Weekday};

pub const TODAY: Words = Words("本日の受付", "Today");
pub const HOURS: Words = Words("診療時間", "Opening hours");
pub const BAND: Words = Words("時間帯", "Time");
pub const IS_TODAY: Words = Words("本日", "today");
pub const REGULARLY_CLOSED: Words = Words("休診日", "Closed");
pub const CLOSED_AHEAD: Words = Words("今後の休診", "Closed days to come");
pub const HOLIDAYS: Words = Words("祝日", "national holidays");
pub const OVER: Words = Words("本日の受付は終了しました", "Closed for today");
/// Under today's weekday.
pub const WHOLLY: Words = Words("本日休診", "closed today");
/// Under today's weekday.
pub const PARTLY: Words = Words("本日一部休診", "partly closed today");
pub const CLOSED_TODAY: Words = Words("本日は休診です", "Closed today");

/// Somebody who comes now is taken, until then.
pub fn open(lang: Lang, until: TimeOfDay) -> String {
    lang.pick(format!("受付中({until}まで)"), format!("Open now, until {until}"))
}

/// Nobody is taken now, but again from then on.
pub fn later(lang: Lang, from: TimeOfDay) -> String {
    lang.pick(format!("受付時間外({from}から受け付けます)"), format!("Closed now, open from {from}"))
}

/// When it is open next.
pub fn next(lang: Lang, day: Date, from: TimeOfDay) -> String {
    let day = lang::date(lang, day);
    lang.pick(format!("次の受付は{day}{from}からです。"), format!("Open next on {day} from {from}."))
}

/// From one time until another.
pub fn span(lang: Lang, from: TimeOfDay, until: TimeOfDay) -> String {
    lang.pick(format!("{from}〜{until}"), format!("{from}–{until}"))
}

/// The last moment at which somebody is taken.
pub fn last_reception(lang: Lang, last: TimeOfDay) -> String {
    lang.pick(format!("最終受付{last}"), format!("last reception {last}"))
}

/// One day, or the first and the last.
pub fn days(lang: Lang, from: Date, until: Date) -> String {
    let (first, last) = (lang::date(lang, from), lang::date(lang, until));
    match from == until {
        true => first,
        false => lang.pick(format!("{first}〜{last}"), format!("{first} – {last}")),
    }
}

/// A weekday in full.
pub fn weekday(lang: Lang, weekday: Weekday) -> String {
    lang.pick(format!("{}曜日", lang::weekday(lang, weekday)), weekday.to_string())
}

/// The days of a rule.
pub fn rule(lang: Lang, days: &ClosedDays) -> String {
    match days {
        ClosedDays::Weekly(of) => weekday(lang, *of),
        ClosedDays::Nth { weekday: of, nth } => {
            let every: Vec<String> = nth.iter().map(|nth| lang.pick(format!("第{nth}"), ordinal(*nth))).collect();
            let of = weekday(lang, *of);
            lang.pick(format!("{}{of}", every.join("・")), format!("{} {of} of the month", every.join(" and ")))
        }
        ClosedDays::Holidays => lang.of(HOLIDAYS).to_owned(),
        ClosedDays::Span { from, until } => self::days(lang, *from, *until),
    }
}

fn ordinal(nth: u8) -> String {
    let ending = match nth {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{nth}{ending}")
}

/// Between the parts of a list.
pub fn separator(lang: Lang) -> &'static str {
    lang.pick("・", ", ")
}

/// The sign for a field of the table of hours, and what it means.
pub fn sign(lang: Lang, hours: Hours) -> (&'static str, &'static str) {
    match hours {
        Hours::Open => ("●", lang.pick("診療", "open")),
        Hours::Part => ("▲", lang.pick("一部休診", "open for a part")),
        Hours::Closed => ("―", lang.pick("休診", "closed")),
    }
}
