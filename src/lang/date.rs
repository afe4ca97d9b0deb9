//! How days and moments are written for people: with the weekday, with the era, on the clock of Japan.
//!
//! Pages, mails and calendar files all call these functions.

use super::{EraYear, Lang, Words};
use crate::clock::Moment;
use maud::Render;
use std::borrow::Cow;
use time::{Date, Time, Weekday};

/// Bytes for the longest of these texts, `Wed 24 September 2026, 10:30`, in one allocation.
const ROOM: usize = 32;

/// A day without its weekday: `2026年11月24日`, `24 November 2026`.
pub fn calendar_date(lang: Lang, day: Date) -> String {
    let mut text = String::with_capacity(ROOM);
    push_calendar_date(&mut text, lang, day);
    text
}

/// A day with its weekday: `2026年11月24日(火)`, `Tue 24 November 2026`.
pub fn date(lang: Lang, day: Date) -> String {
    let mut text = String::with_capacity(ROOM);
    push_date(&mut text, lang, day);
    text
}

/// A day without its year: `11月24日(火)`, `Tue 24 November`.
pub fn day_and_month(lang: Lang, day: Date) -> String {
    let weekday = weekday(lang, day.weekday());
    match lang {
        Lang::Ja => format!("{}月{}日({weekday})", u8::from(day.month()), day.day()),
        Lang::En => format!("{weekday} {} {}", day.day(), day.month()),
    }
}

/// A day with its weekday in both calendars: `2026年(令和8年)11月24日(火)`, `Tue 24 November 2026 (Reiwa 8)`.
pub fn date_in_full(lang: Lang, day: Date) -> String {
    let plain = date(lang, day);
    let Some(era) = EraYear::of(day).map(|year| year.written(lang)) else {
        return plain;
    };
    match lang {
        Lang::Ja => plain.replacen('年', &format!("年({era})"), 1),
        Lang::En => format!("{plain} ({era})"),
    }
}

/// A day in both calendars: `1988年2月3日(昭和63年)`, `3 February 1988 (Showa 63)`. Before 明治 the first one alone.
pub fn date_with_era(lang: Lang, day: Date) -> String {
    let plain = calendar_date(lang, day);
    match (EraYear::of(day), lang) {
        (None, _) => plain,
        (Some(year), Lang::Ja) => format!("{plain}({})", year.written(lang)),
        (Some(year), Lang::En) => format!("{plain} ({})", year.written(lang)),
    }
}

/// A day in the Japanese calendar: `昭和63年2月3日`, `3 February Showa 63`. Before 明治 as in [`calendar_date`].
pub fn era_date(lang: Lang, day: Date) -> String {
    let Some(year) = EraYear::of(day) else {
        return calendar_date(lang, day);
    };
    match lang {
        Lang::Ja => format!("{}{}月{}日", year.written(lang), u8::from(day.month()), day.day()),
        Lang::En => format!("{} {} {}", day.day(), day.month(), year.written(lang)),
    }
}

/// How far a day lies ahead, as people say it: `本日`, `あす`, `あさって`, `あと5日`; `None` for a past one, and for one more than 30
/// days ahead.
pub fn days_ahead(lang: Lang, today: Date, day: Date) -> Option<Cow<'static, str>> {
    let ahead = (day - today).whole_days();
    let named = match ahead {
        0 => Words("本日", "Today"),
        1 => Words("あす", "Tomorrow"),
        2 => Words("あさって", "In 2 days"),
        3..=30 => {
            return Some(Cow::Owned(match lang {
                Lang::Ja => format!("あと{ahead}日"),
                Lang::En => format!("In {ahead} days"),
            }));
        }
        _ => return None,
    };
    Some(Cow::Borrowed(lang.of(named)))
}

/// The clock in Japan: `9:30`, in 24 hours, in both languages.
pub fn time_of(_lang: Lang, moment: Moment) -> String {
    let mut text = String::with_capacity(ROOM);
    push_time(&mut text, moment.jst().time());
    text
}

/// Day, weekday and clock in Japan: `2026年11月24日(火)9:30`, `Tue 24 November 2026, 9:30`.
pub fn moment(lang: Lang, moment: Moment) -> String {
    let (mut text, local) = (String::with_capacity(ROOM), moment.jst());
    push_date(&mut text, lang, local.date());
    text.push_str(lang.of(Words("", ", ")));
    push_time(&mut text, local.time());
    text
}

/// The same in few characters, without the year: `11/24(火)9:30`, `Tue 24 Nov 9:30`.
pub fn moment_in_brief(lang: Lang, moment: Moment) -> String {
    let (mut text, local) = (String::with_capacity(ROOM), moment.jst());
    let (month, day, weekday) = (local.month(), local.day(), weekday(lang, local.weekday()));
    match lang {
        Lang::Ja => text.push_str(&format!("{}/{day}({weekday})", u8::from(month))),
        Lang::En => text.push_str(&format!("{weekday} {day} {:.3} ", month.to_string())),
    }
    push_time(&mut text, local.time());
    text
}

/// What [`moment`] gives, in markup where it stands. What comes behind the year in Japanese goes to the next line as a
/// whole.
#[derive(Clone, Copy, Debug)]
pub struct WrittenMoment(pub Lang, pub Moment);

impl Render for WrittenMoment {
    fn render_to(&self, html: &mut String) {
        let Self(lang, moment) = *self;
        let text = self::moment(lang, moment);
        match text.split_once('年') {
            Some((year, rest)) => html.extend([year, "年<span class=\"whole\">", rest, "</span>"]),
            None => html.push_str(&text),
        }
    }
}

/// A weekday in short: `火`, `Tue`.
pub fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    lang.of(match weekday {
        Weekday::Monday => Words("月", "Mon"),
        Weekday::Tuesday => Words("火", "Tue"),
        Weekday::Wednesday => Words("水", "Wed"),
        Weekday::Thursday => Words("木", "Thu"),
        Weekday::Friday => Words("金", "Fri"),
        Weekday::Saturday => Words("土", "Sat"),
        Weekday::Sunday => Words("日", "Sun"),
    })
}

fn push_date(text: &mut String, lang: Lang, day: Date) {
    let weekday = weekday(lang, day.weekday());
    match lang {
        Lang::Ja => {
            push_calendar_date(text, lang, day);
            text.extend(["(", weekday, ")"]);
        }
        Lang::En => {
            text.extend([weekday, " "]);
            push_calendar_date(text, lang, day);
        }
    }
}

fn push_calendar_date(text: &mut String, lang: Lang, day: Date) {
    let (year, month, day) = day.to_calendar_date();
    match lang {
        Lang::Ja => {
            year.render_to(text);
            text.push('年');
            u8::from(month).render_to(text);
            text.push('月');
            day.render_to(text);
            text.push('日');
        }
        Lang::En => {
            day.render_to(text);
            text.push(' ');
            maud::display(month).render_to(text);
            text.push(' ');
            year.render_to(text);
        }
    }
}

fn push_time(text: &mut String, clock: Time) {
    let (hour, minute, _) = clock.as_hms();
    hour.render_to(text);
    text.push_str(if minute < 10 { ":0" } else { ":" });
    minute.render_to(text);
}
