//! 共用端末 of a clinic, for its owners.

use super::sentences;
use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::lang;
use crate::secret::TokenHash;
use crate::staff::form::{DeviceForm, SharedDeviceField, StaffProblems};
use crate::staff::path;
use crate::staff::shared_device::ListedDevice;
use crate::staff::words::device;
use crate::ui::{
    Field, FormField, Page, Tone, WholeParts, Width, actions, alert, button, button_danger, card, empty_state,
    form_input, form_whole, link_row,
};
use crate::web::Cx;
use maud::html;

/// Which are registered, and the form for this one. `here` is the key of the device that the browser is on, if it is one of them.
pub fn show(
    cx: &Cx,
    clinic: &Clinic,
    all: &[ListedDevice],
    here: Option<TokenHash>,
    form: &DeviceForm,
    problems: &StaffProblems<SharedDeviceField>,
) -> Page {
    let words = device::of(cx.lang);
    let wrong = sentences(cx, problems);
    let is_here = all.iter().any(|listed| Some(listed.key) == here);
    let done = match cx.query("done").as_str() {
        "registered" => Some(words.registered),
        "revoked" => Some(words.revoked),
        _ => None,
    };
    Page::new(
        words.title,
        html! {
            @if let Some(done) = done { (alert(Tone::Success, done)) }
            @if all.is_empty() { (empty_state(words.none, html! { p { (words.none_help) } })) }
            @else {
                ul .rows { @for listed in all { li { (link_row(
                    &path::of_device(&clinic.id, &listed.reference()),
                    html! { (listed.device.name) @if Some(listed.key) == here { " (" (words.this_one) ")" } },
                    Some(html! {
                        (WholeParts(&(words.used)(&lang::moment(cx.lang, listed.device.used)))) br;
                        span { ((words.locks_after)(listed.device.lock_minutes)) }
                    }),
                )) } } }
            }
            @if !is_here {
                (card(words.register, html! {
                    @for sentence in words.register_help { p { (sentence) } }
                    (form_input(&of_clinic(path::DEVICES, &clinic.id), &cx.csrf(), html! {
                        (Field::text(SharedDeviceField::Name.name(), words.name).value(&form.name).required(true)
                            .hint(words.name_hint).problem(wrong.beside(SharedDeviceField::Name)).render(cx.lang))
                        (Field::text(SharedDeviceField::Minutes.name(), words.minutes).value(&form.minutes)
                            .required(true).inputmode("numeric").max_width(Width::Short).hint(words.minutes_hint)
                            .problem(wrong.beside(SharedDeviceField::Minutes)).render(cx.lang))
                        (actions(button(words.register_button)))
                    }))
                }))
            }
        },
    )
    .lead(words.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// Revoking one.
pub fn revoke(cx: &Cx, clinic: &Clinic, listed: &ListedDevice) -> Page {
    let words = device::of(cx.lang);
    Page::new(
        words.revoke,
        html! {
            p { (words.revoke_help) }
            (form_whole(&path::of_device(&clinic.id, &listed.reference()), &cx.csrf(), html! {
                (actions(button_danger(words.revoke_button)))
            }))
        },
    )
    .lead((words.revoke_lead)(&listed.device.name))
    .back(words.back, of_clinic(path::DEVICES, &clinic.id))
}
