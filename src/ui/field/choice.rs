//! Fields in which something is chosen rather than typed: radios, a select, a checkbox.

use super::{Control, Field, Radio};
use maud::{Markup, html};

fn owned(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options.iter().map(|(value, label)| ((*value).to_owned(), (*label).to_owned())).collect()
}

/// One of a few, all in sight: a `<fieldset>`. Options are `(value, label)`; [`Field::value`] is the one chosen.
pub fn radios(name: &str, legend: &str, options: &[(&str, &str)]) -> Field {
    let plain = |(value, label)| Radio { value, label, note: None, is_closed: false };
    radios_with_notes(name, legend, owned(options).into_iter().map(plain).collect())
}

/// As [`radios`], where there is more to say of each.
pub fn radios_with_notes(name: &str, legend: &str, options: Vec<Radio>) -> Field {
    Field::of(Control::Radios { options }, name, html! { (legend) }, legend)
}

/// One of many. Options are `(value, label)`; [`Field::value`] is the one chosen. An empty choice comes first, unless one is always [chosen](Field::decided).
pub fn select(name: &str, label: &str, options: &[(&str, &str)]) -> Field {
    Field::of(Control::Select { options: owned(options), is_decided: false }, name, html! { (label) }, label)
}

/// Yes or no; sends `on`, or its [`Field::value`]. The label may hold links.
pub fn checkbox(name: &str, label: Markup, checked: bool) -> Field {
    Field { checked, badge: false, ..Field::of(Control::Checkbox, name, label, "") }
}
