//! The month as a table of seven columns: days with a free slot are links, the others say why they are none.
//!
//! A mark never stands alone: each cell has a word, and the whole name of its day is read out.

use super::course::{Calendar, Course, FEW};
use super::figures::IsoDay;
use crate::booking::{path, words};
use crate::lang::{self, Lang};
use crate::slots::words::{self as slot_words, Short};
use crate::slots::{Outlook, Reason};
use crate::ui::{Icon, Part, part_link};
use crate::web::Cx;
use maud::{Markup, Render, html};
use time::{Date, Weekday};

/// The part of the page that a link of the grid changes.
const SLOTS: Part = Part { id: "calendar", focus: "slots-title" };
/// The same, for another month.
const MONTH: Part = Part { id: "calendar", focus: "month-title" };

/// The weekdays from Sunday, as calendars in Japan have them.
const WEEK: [Weekday; 7] = [
    Weekday::Sunday,
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
];

/// The month with the ways to the ones around it.
pub fn draw(cx: &Cx, course: &Course<'_>, calendar: &Calendar) -> Markup {
    let words = &words::of(cx.lang).calendar;
    let Some(first) = calendar.days.first().map(|day| day.day) else { return html! {} };
    let grid = Grid::of(cx.lang, course, calendar);
    html! {
        h2 #month-title .part-focus tabindex="-1" {
            (words.month_title) " " span .month-name { ((words.month)(first)) }
        }
        (turn(cx, course, calendar, first))
        table .month aria-labelledby="month-title" {
            thead {
                tr { @for weekday in WEEK { th scope="col" { (lang::weekday(cx.lang, weekday)) } } }
            }
            tbody {
                @for week in weeks(calendar) {
                    tr { @for day in week { td { @if let Some(day) = day { (grid.cell(day)) } } } }
                }
            }
        }
        (legend(cx.lang))
    }
}

/// Links to the months before and after, as far as something can be booked there.
fn turn(cx: &Cx, course: &Course<'_>, calendar: &Calendar, first: Date) -> Markup {
    let words = &words::of(cx.lang).calendar;
    let (earliest, latest) = calendar.bounds;
    let before = first.previous_day().filter(|_| earliest < first);
    let after = calendar.days.last().and_then(|last| last.day.next_day()).filter(|day| *day <= latest);
    let link = |day: Date, body: Markup| {
        let first = day.replace_day(1).unwrap_or(day);
        part_link(MONTH, "turn-link", html! { (course.up_to_day(path::FROM)) (IsoDay(first)) }, false, body)
    };
    let name = |day: Date| html! { span .unseen { " (" ((words.month)(day)) ")" } };
    html! {
        nav .turn aria-label=(words.month_title) {
            @if let Some(day) = before { (link(day, html! { (Icon::Back) span { (words.before) (name(day)) } })) }
            @if let Some(day) = after { (link(day, html! { span { (words.after) (name(day)) } (Icon::Next) })) }
        }
    }
}

/// The days in rows from Sunday to Saturday, with nothing where a week belongs to another month. Weeks that are over are
/// left out: nobody can choose anything there.
fn weeks(calendar: &Calendar) -> Vec<Vec<Option<&Outlook>>> {
    let days = &calendar.days;
    let lead = days.first().map_or(0, |day| usize::from(day.day.weekday().number_days_from_sunday()));
    let mut cells: Vec<Option<&Outlook>> = vec![None; lead];
    cells.extend(days.iter().map(Some));
    cells.resize(cells.len().next_multiple_of(7), None);
    let is_ahead = |week: &&[Option<&Outlook>]| week.iter().flatten().any(|day| calendar.bounds.0 <= day.day);
    cells.chunks(7).filter(is_ahead).map(<[_]>::to_vec).collect()
}

/// What the cells of a month have in common. It is made once and as markup, because it stands in every cell.
struct Grid<'a> {
    lang: Lang,
    calendar: &'a Calendar,
    /// The address of a day, all but the day.
    address: Markup,
    /// What is read out before and after the number of a day: for the first seven days, and so for each weekday.
    around: Vec<(Markup, Markup)>,
}

/// The address of a day of a [`Grid`].
struct DayAddress<'a>(&'a Markup, Date);

impl Render for DayAddress<'_> {
    fn render_to(&self, html: &mut String) {
        self.0.render_to(html);
        IsoDay(self.1).render_to(html);
    }
}

impl<'a> Grid<'a> {
    fn of(lang: Lang, course: &Course<'_>, calendar: &'a Calendar) -> Self {
        let around = calendar.days.iter().take(7).map(|day| (words::of(lang).calendar.around)(day.day));
        Self {
            lang,
            calendar,
            address: html! { (course.up_to_day(path::DAY)) },
            around: around.map(|(before, after)| (html! { (before) }, html! { (after) })).collect(),
        }
    }

    fn cell(&self, day: &Outlook) -> Markup {
        let slot_words = slot_words::of(self.lang);
        let chosen = self.calendar.chosen.as_ref().is_some_and(|chosen| chosen.day == day.day);
        if day.day < self.calendar.bounds.0 {
            let over = (slot_words.short)(&Reason::Over);
            return html! { div .day .day-past { (self.number(day.day)) span .unseen { (over.before) (over.word) } } };
        }
        let (class, mark, short) = match &day.places {
            Err(reason) => {
                let inside = self.inside(day.day, "—", &(slot_words.short)(reason));
                return html! { div .day .day-chosen[chosen] { (inside) } };
            }
            Ok(places) if *places <= FEW => ("day day-few", "△", &slot_words.few),
            Ok(_) => ("day day-free", "○", &slot_words.free),
        };
        let address = DayAddress(&self.address, day.day);
        part_link(SLOTS, class, address, chosen, self.inside(day.day, mark, short))
    }

    /// The number of a day, a mark, and what the mark means in a word.
    fn inside(&self, day: Date, mark: &str, short: &Short) -> Markup {
        html! {
            (self.number(day))
            span .day-mark aria-hidden="true" { (mark) }
            span .day-word { span .unseen { (short.before) } (short.word) span .unseen { (short.after) } }
        }
    }

    fn number(&self, day: Date) -> Markup {
        let number = day.day();
        html! {
            @if let Some((before, after)) = self.around.get(usize::from(number - 1) % 7) {
                span .day-number { span .unseen { (before) } (number) span .unseen { (after) } }
            }
        }
    }
}

fn legend(lang: Lang) -> Markup {
    let words = &words::of(lang).calendar;
    let marks = [("○", words.legend_free), ("△", words.legend_few), ("—", words.legend_none)];
    html! {
        ul .legend aria-hidden="true" {
            @for (mark, meaning) in marks { li { (mark) " " (meaning) } }
        }
    }
}
