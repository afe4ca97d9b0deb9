//! The hours of an ordinary week in a form: the two pairs of times, and the table of weekdays as it hangs beside a clinic's door.

use crate::clinic::today::week;
use crate::console::week_hours_form::{PartOfDay, WeekHoursField};
use crate::console::words;
use crate::lang;
use crate::ui::field::{BoxRow, TableBox};
use crate::ui::{Field, FormField, Width, field};
use crate::web::Cx;
use maud::{Markup, html};

/// What stands in these fields of a form, and what is wrong with them.
#[derive(Clone, Copy)]
pub struct WeekHoursView<'a> {
    /// The text of a field.
    pub value: &'a dyn Fn(WeekHoursField) -> &'a str,
    /// What to say beside it.
    pub wrong: &'a dyn Fn(WeekHoursField) -> Option<String>,
    /// Whether 最終受付 is asked for.
    pub with_last: bool,
}

/// The fields.
pub fn show(cx: &Cx, view: &WeekHoursView<'_>) -> Markup {
    let words = &words::hours(cx.lang).week;
    let holidays = WeekHoursField::Holidays;
    html! {
        (field::group(words.title, html! {
            p .hint { (words.hint) }
            @for part in PartOfDay::ALL { (times(cx, view, part)) }
            (boxes(cx, view))
            (field::checkbox(holidays.name(), html! { (words.holidays) }, !(view.value)(holidays).is_empty())
                .render(cx.lang))
        }))
    }
}

/// What a field is called, where it stands alone.
pub fn label(cx: &Cx, field: WeekHoursField) -> String {
    let words = &words::hours(cx.lang).week;
    match field {
        WeekHoursField::From(part) => format!("{} {}", (words.times)(part), words.from),
        WeekHoursField::Until(part) => format!("{} {}", (words.times)(part), words.until),
        WeekHoursField::Last(part) => format!("{} {}", (words.times)(part), words.last),
        WeekHoursField::Open(..) => words.boxes.to_owned(),
        WeekHoursField::Holidays => words.holidays.to_owned(),
    }
}

/// The times of a part of the day.
fn times(cx: &Cx, view: &WeekHoursView<'_>, part: PartOfDay) -> Markup {
    let words = &words::hours(cx.lang).week;
    let time = |field: WeekHoursField, label: &str| {
        Field::text(field.name(), label)
            .value((view.value)(field))
            .max_width(Width::Short)
            .without_badge()
            .problem((view.wrong)(field))
            .render(cx.lang)
    };
    html! {
        fieldset .band {
            legend .label { ((words.times)(part)) }
            (field::row(html! {
                (time(WeekHoursField::From(part), words.from))
                (time(WeekHoursField::Until(part), words.until))
                @if view.with_last { (time(WeekHoursField::Last(part), words.last)) }
            }))
        }
    }
}

/// Which weekdays have a morning, and which an afternoon.
fn boxes(cx: &Cx, view: &WeekHoursView<'_>) -> Markup {
    let words = &words::hours(cx.lang).week;
    let row = |part| BoxRow {
        title: (words.part)(part).to_owned(),
        boxes: week().map(|day| table_box(view, WeekHoursField::Open(part, day), (words.open)(day, part))).into(),
    };
    let first = WeekHoursField::Open(PartOfDay::Morning, week()[0]);
    let columns = week().map(|day| lang::weekday(cx.lang, day));
    field::box_table(cx.lang, words.boxes, words.boxes_hint, &columns, &PartOfDay::ALL.map(row), (view.wrong)(first))
}

fn table_box(view: &WeekHoursView<'_>, field: WeekHoursField, label: String) -> TableBox {
    TableBox { name: field.name(), label, checked: !(view.value)(field).is_empty() }
}
