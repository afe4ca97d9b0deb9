//! The screen of a shared device that is locked, and setting a PIN.

use super::sentences;
use crate::staff::form::{SharedDeviceField, StaffProblems};
use crate::staff::model::Staff;
use crate::staff::path;
use crate::staff::words::device;
use crate::ui::field::radios;
use crate::ui::{
    Field, FormField, Kind, Link, Page, Width, actions, button, form_whole, form_whole_input, link_button, ways,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The clinic's name, and who can come back: nothing else of anybody.
pub fn show(cx: &Cx, clinic: &str, present: &[Staff], who: &str, problems: &StaffProblems<SharedDeviceField>) -> Page {
    let words = &device::of(cx.lang).lock;
    let wrong = sentences(cx, problems);
    let names: Vec<(String, String)> = short_names(present);
    let options: Vec<(&str, &str)> = names.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let only = if let [(id, _)] = options.as_slice() { id } else { who };
    Page::new(
        clinic,
        html! {
            (form_whole(path::LOCK, &cx.csrf(), html! {
                input type="hidden" name="next" value=(cx.next());
                div .lock-names {
                    (radios(SharedDeviceField::Who.name(), words.who, &options).value(only).required(true)
                        .without_badge().problem(wrong.beside(SharedDeviceField::Who)).render(cx.lang))
                }
                (pin_field(cx, words.pin, None, wrong.beside(SharedDeviceField::Pin)))
                (actions(button(words.button)))
            }))
            (ways(&[Link::new(words.password, path::FULL_SIGN_IN)]))
        },
    )
    .lead(words.lead)
    .problems(wrong.summary(cx.lang))
}

fn pin_field(cx: &Cx, label: &str, hint: Option<&str>, problem: Option<String>) -> Markup {
    let field =
        Field::password(SharedDeviceField::Pin.name(), label).inputmode("numeric").autocomplete("one-time-code");
    let field = field.required(true).without_badge().max_width(Width::Short).problem(problem);
    hint.map_or_else(|| field.clone(), |hint| field.clone().hint(hint)).render(cx.lang)
}

/// Each with the first part of their name; with all of it where two would be called the same.
fn short_names(present: &[Staff]) -> Vec<(String, String)> {
    let short = |staff: &Staff| staff.name.split(' ').next().unwrap_or_default().to_owned();
    let is_alone = |name: &str| present.iter().filter(|staff| short(staff) == name).count() == 1;
    let named = |staff: &Staff| Some(short(staff)).filter(|name| is_alone(name)).unwrap_or_else(|| staff.name.clone());
    present.iter().map(|staff| (staff.id.text(), named(staff))).collect()
}

/// Setting a PIN. `next` is where somebody goes on who does not want one now.
pub fn pin(cx: &Cx, next: &str, problems: &StaffProblems<SharedDeviceField>) -> Page {
    let words = &device::of(cx.lang).pin;
    let wrong = sentences(cx, problems);
    Page::new(
        words.title,
        html! {
            @for sentence in words.help { p { (sentence) } }
            (form_whole_input(path::PIN, &cx.csrf(), html! {
                input type="hidden" name="next" value=(next);
                (pin_field(cx, words.field, Some(words.field_hint), wrong.beside(SharedDeviceField::Pin)))
                (actions(html! { (button(words.button)) (link_button(words.later, next, Kind::Secondary)) }))
            }))
        },
    )
    .lead(words.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}
