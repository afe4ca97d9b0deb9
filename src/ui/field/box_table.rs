//! Boxes in a table: which rows go with which columns, such as which weekdays have a morning.

use crate::lang::Lang;
use crate::ui::{Icon, words};
use maud::{Markup, html};

/// A row of boxes.
#[derive(Clone, Debug)]
pub struct BoxRow {
    /// What stands before it.
    pub title: String,
    /// A box for each column.
    pub boxes: Vec<TableBox>,
}

/// A box of the table. It sends `on`.
#[derive(Clone, Debug)]
pub struct TableBox {
    /// The field's name, which is its id too.
    pub name: &'static str,
    /// What is read out, which names row and column.
    pub label: String,
    /// Whether it is ticked.
    pub checked: bool,
}

/// The table, under a legend that says what a tick means. What is wrong with it is said as of its first box.
pub fn box_table(
    lang: Lang,
    legend: &str,
    hint: &str,
    columns: &[&str],
    rows: &[BoxRow],
    problem: Option<String>,
) -> Markup {
    let first = rows.first().and_then(|row| row.boxes.first()).map_or("", |first| first.name);
    let (hint_id, problem_id) = (format!("{first}-hint"), format!("{first}-problem"));
    let described = if problem.is_some() { format!("{hint_id} {problem_id}") } else { hint_id.clone() };
    let is_wrong = |name: &str| (problem.is_some() && name == first).then_some("true");
    html! {
        fieldset .field .field-wrong[problem.is_some()] aria-describedby=(described) {
            legend .label { (legend) }
            p .hint id=(hint_id) { (hint) }
            @if let Some(problem) = &problem {
                p .wrong id=(problem_id) { (Icon::Alert) span { span .unseen { (words::of(lang).problem) ": " } (problem) } }
            }
            table .boxes {
                thead { tr { td {} @for column in columns { th scope="col" { (column) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { (row.title) }
                            @for TableBox { name, label, checked } in &row.boxes {
                                td {
                                    label .box for=(name) {
                                        input id=(name) name=(name) type="checkbox" value="on" checked[*checked]
                                            aria-invalid=[is_wrong(name)];
                                        span .unseen { (label) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
