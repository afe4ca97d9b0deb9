//! 診療時間: whether a clinic is open now, its hours as a table of the week with today marked, and when it is closed.

use super::as_written;
use crate::clinic::schedule::NoSlots;
use crate::clinic::today::{self, ClosedAhead, Hours, Reception, Regular, Row};
use crate::clinic::words;
use crate::clinic::{Clinic, Closure, TimeOfDay};
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::ui::WholeParts;
use maud::{Markup, html};
use time::{Date, Weekday};

/// 本日の受付, 診療時間 and 休診.
pub fn hours(lang: Lang, now: Moment, clinic: &Clinic) -> Markup {
    let words = &words::of(lang).hours;
    let day = now.jst_date();
    let ahead = today::closed_ahead(clinic, day);
    html! {
        section .hours {
            h4 { (words.today) }
            p { (self::now(lang, now, clinic)) }
            @if !matches!(today::reception(clinic, now), Reception::Open { .. } | Reception::Later { .. })
                && let Some((day, from)) = today::next_open(clinic, day) {
                p { (WholeParts(&(words.next)(day, from))) }
            }
        }
        section .hours {
            h4 #hours-title { (words.title) }
            (week(lang, clinic, day))
            (regularly_closed(lang, &today::regular(clinic)))
        }
        @if !ahead.is_empty() {
            section .hours {
                h4 { (words.closed_ahead) }
                ul { @for closed in &ahead { li { (closed_days(lang, closed)) } } }
            }
        }
    }
}

/// An ordinary week as a table, with the day of today marked. What has the id `hours-title` is its title.
pub fn week(lang: Lang, clinic: &Clinic, today: Date) -> Markup {
    let rows = today::grid(clinic);
    html! {
        (table(lang, &rows, (today.weekday(), today::of_day(clinic, today))))
        (legend(lang, &rows))
    }
}

/// Whether somebody who comes now is taken.
pub fn now(lang: Lang, now: Moment, clinic: &Clinic) -> Markup {
    let words = &words::of(lang).hours;
    let (class, sentence) = match today::reception(clinic, now) {
        Reception::Open { until } => ("now now-open", html! { ((words.open)(until)) }),
        Reception::Later { from } => ("now", html! { ((words.later)(from)) }),
        Reception::Over => ("now", html! { (words.over) }),
        Reception::Closed(why) => ("now", html! { (words.closed_today) (in_brackets(lang, &why)) }),
    };
    html! { span class=(class) { (sentence) } }
}

/// An ordinary week. `left` is what today leaves of its weekday's hours.
fn table(lang: Lang, rows: &[Row], (today, left): (Weekday, Hours)) -> Markup {
    let words = &words::of(lang).hours;
    let class = |weekday| (weekday == today).then_some("today");
    html! {
        div .scroll role="region" aria-labelledby="hours-title" tabindex="0" {
            table .week {
                thead {
                    tr {
                        th scope="col" { span .unseen { (words.band) } }
                        @for weekday in today::week() {
                            th scope="col" class=[class(weekday)] {
                                span aria-hidden="true" { (lang::weekday(lang, weekday)) }
                                span .unseen { ((words.weekday)(weekday)) }
                                @if weekday == today { (of_today(lang, left)) }
                            }
                        }
                    }
                }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" {
                                ((words.span)(row.hours.from, row.hours.until))
                                @if let Some(last) = row.hours.last {
                                    span .last { ((words.last_reception)(last)) }
                                }
                            }
                            @for (weekday, hours) in today::week().into_iter().zip(row.days) {
                                td class=[class(weekday)] { (field(lang, hours)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// That it is today, which a frame shows; and to everybody what today leaves out of the week below.
fn of_today(lang: Lang, left: Hours) -> Markup {
    let words = &words::of(lang).hours;
    let less = match left {
        Hours::Open => None,
        Hours::Part => Some(words.partly),
        Hours::Closed => Some(words.wholly),
    };
    html! {
        " "
        @match less {
            Some(less) => span .less { (less) },
            None => span .unseen { "(" (words.is_today) ")" },
        }
    }
}

/// The sign for a field of the table.
const fn sign(hours: Hours) -> &'static str {
    match hours {
        Hours::Open => "●",
        Hours::Part => "▲",
        Hours::Closed => "―",
    }
}

/// A sign, with its meaning for screen readers.
fn field(lang: Lang, hours: Hours) -> Markup {
    html! { span aria-hidden="true" { (sign(hours)) } span .unseen { ((words::of(lang).hours.hours)(hours)) } }
}

/// What the signs of the table mean; screen readers hear it in each field.
fn legend(lang: Lang, rows: &[Row]) -> Markup {
    let words = &words::of(lang).hours;
    let there = |hours: &Hours| rows.iter().any(|row| row.days.contains(hours));
    let signs = [Hours::Open, Hours::Part, Hours::Closed].into_iter().filter(there);
    html! {
        p .legend aria-hidden="true" {
            @for hours in signs { span { (sign(hours)) " " ((words.hours)(hours)) } " " }
        }
    }
}

fn regularly_closed(lang: Lang, regular: &Regular<'_>) -> Markup {
    let words = &words::of(lang).hours;
    let weekdays = regular.weekdays.iter().map(|weekday| (words.weekday)(*weekday));
    let holidays = regular.holidays.then(|| words.holidays.to_owned());
    let whole: Vec<String> = weekdays.chain(holidays).collect();
    html! {
        @if !whole.is_empty() || !regular.others.is_empty() {
            p { strong { (words.regularly_closed) } " " (whole.join(words.separator)) }
        }
        @if !regular.others.is_empty() {
            ul { @for closure in &regular.others { li { (rule(lang, closure)) } } }
        }
    }
}

/// A rule by which a clinic is closed: its days, the part of them, and why.
pub fn rule(lang: Lang, closure: &Closure) -> Markup {
    html! {
        (WholeParts(&(words::of(lang).hours.rule)(&closure.days))) (part(lang, closure.part))
        @if let Some(reason) = closure.own_reason() { " " (as_written(lang, reason)) }
    }
}

fn closed_days(lang: Lang, closed: &ClosedAhead<'_>) -> Markup {
    html! {
        (WholeParts(&(words::of(lang).hours.days)(closed.from, closed.until))) (part(lang, closed.part))
        @if let Some(why) = reason(lang, &closed.why) { " " (why) }
    }
}

fn part(lang: Lang, part: Option<(TimeOfDay, TimeOfDay)>) -> Markup {
    html! { @if let Some((from, until)) = part { " " ((words::of(lang).hours.span)(from, until)) } }
}

fn in_brackets(lang: Lang, why: &NoSlots<'_>) -> Markup {
    html! { @if let Some(why) = reason(lang, why) { (words::of(lang).hours.opening_bracket) (why) ")" } }
}

fn reason(lang: Lang, why: &NoSlots<'_>) -> Option<Markup> {
    match why {
        NoSlots::Closed(Some(reason)) => Some(as_written(lang, *reason)),
        NoSlots::Holiday(name) => Some(html! { (lang.of(*name)) }),
        NoSlots::Closed(None) | NoSlots::NoHours | NoSlots::NotOffered => None,
    }
}
