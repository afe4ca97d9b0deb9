//! Everything that a clinic says of itself, for its patients.

use super::{as_written, call, hours};
use crate::clinic::Clinic;
use crate::clinic::words;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::ui::{Tone, alert, overview};
use maud::{Markup, html};

/// What the clinic wants everybody to read first, if anything.
pub fn announcement(lang: Lang, clinic: &Clinic) -> Markup {
    html! {
        @if let Some(text) = &clinic.announcement {
            (alert(Tone::Info, html! {
                p { strong { (words::of(lang).info.announcement) } }
                p { (as_written(lang, text)) }
            }))
        }
    }
}

/// What it is and whether it is open, in a few words.
pub fn in_brief(lang: Lang, now: Moment, clinic: &Clinic) -> Markup {
    html! {
        @if !clinic.departments.is_empty() { span { (as_written(lang, &list(&clinic.departments))) } }
        @if !clinic.hours.is_empty() { span { (hours::now(lang, now, clinic)) } }
    }
}

/// Everything but its announcement.
pub fn info(lang: Lang, now: Moment, clinic: &Clinic) -> Markup {
    html! {
        @if !clinic.hours.is_empty() { (hours::hours(lang, now, clinic)) }
        (overview(&rows(lang, clinic)))
    }
}

fn rows(lang: Lang, clinic: &Clinic) -> Vec<(String, Markup)> {
    let words = &words::of(lang).info;
    let site = &clinic.site;
    let text =
        |label: &str, text: &Option<String>| text.as_ref().map(|text| (label.to_owned(), as_written(lang, text)));
    let several = |label: &str, texts: &[String]| text(label, &(!texts.is_empty()).then(|| list(texts)));
    let row = |label: &str, value: Markup| Some((label.to_owned(), value));
    let rows = [
        text(words.director, &clinic.director),
        several(words.departments, &clinic.departments),
        row(words.address, address(lang, clinic)),
        text(words.access, &site.access),
        text(words.parking, &site.parking),
        row(words.phone, call(&clinic.phone)),
        clinic.fax.as_ref().and_then(|fax| row(words.fax, html! { (fax.hyphenated()) })),
        clinic.web_site.as_ref().and_then(|url| row(words.web_site, away(url, url))),
        several(words.languages, &clinic.languages),
        text(words.barrier_free, &clinic.barrier_free),
        several(words.payment, &clinic.payment),
        text(words.booking_notes, &clinic.booking_notes),
        text(words.cancellation_policy, &clinic.cancellation_policy),
    ];
    rows.into_iter().flatten().collect()
}

fn list(texts: &[String]) -> String {
    texts.join("、")
}

fn address(lang: Lang, clinic: &Clinic) -> Markup {
    let site = &clinic.site;
    html! {
        @if let Some(code) = &site.postal_code { "〒" (code.hyphenated()) br; }
        (as_written(lang, &site.address))
        @if let Some(map) = &site.map_url { br; (away(map, words::of(lang).info.map)) }
    }
}

/// A link to somebody else's site, which is not told where the patient comes from.
fn away(url: &str, label: &str) -> Markup {
    html! { a href=(url) rel="noopener noreferrer" { (label) } }
}
