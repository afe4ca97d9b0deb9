//! Everything that a clinic says of itself, for its patients.

use super::{as_written, call, hours};
use crate::clinic::picture::PHOTO;
use crate::clinic::words;
use crate::clinic::{Clinic, OwnText, path};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::ui::{Tone, alert, overview};
use maud::{Markup, html};

/// What the clinic wants everybody to read first, if anything.
pub fn announcement(lang: Lang, clinic: &Clinic) -> Markup {
    html! {
        @if let Some(text) = clinic.own_announcement() {
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
        @if !clinic.departments.is_empty() { span { (departments(lang, clinic)) } }
        @if !clinic.hours.is_empty() { span { (hours::now(lang, now, clinic)) } }
    }
}

/// Its photo, which is loaded when it comes into view.
fn photo(lang: Lang, clinic: &Clinic) -> Markup {
    let picture = clinic.photo.as_ref().and_then(|photo| photo.picture.as_ref());
    let ((width, height), name) = (PHOTO, clinic.own_name().text(lang));
    html! {
        @if let Some(picture) = picture {
            img .clinic-photo src=(path::of_picture(&clinic.id, picture)) width=(width) height=(height) loading="lazy"
                alt=((words::of(lang).info.photo_of)(name));
        }
    }
}

/// Everything but its announcement.
pub fn info(lang: Lang, now: Moment, clinic: &Clinic) -> Markup {
    html! {
        (photo(lang, clinic))
        @if !clinic.hours.is_empty() { (hours::hours(lang, now, clinic)) }
        (overview(&rows(lang, clinic)))
    }
}

fn rows(lang: Lang, clinic: &Clinic) -> Vec<(String, Markup)> {
    let words = &words::of(lang).info;
    let text = |label: &str, text: Option<OwnText<'_>>| text.map(|text| (label.to_owned(), as_written(lang, text)));
    let several =
        |label: &str, ja: &[String], en: &[String]| (!ja.is_empty()).then(|| (label.to_owned(), several(lang, ja, en)));
    let row = |label: &str, value: Markup| Some((label.to_owned(), value));
    let rows = [
        text(words.director, clinic.own_director()),
        several(words.departments, &clinic.departments, &clinic.en.departments),
        row(words.address, address(lang, clinic)),
        text(words.access, clinic.own_access()),
        text(words.parking, clinic.own_parking()),
        row(words.phone, call(&clinic.phone)),
        clinic.fax.as_ref().and_then(|fax| row(words.fax, html! { (fax.hyphenated()) })),
        clinic.web_site.as_ref().and_then(|url| row(words.web_site, away(url, url))),
        several(words.languages, &clinic.languages, &clinic.en.languages),
        text(words.barrier_free, clinic.own_barrier_free()),
        several(words.payment, &clinic.payment, &clinic.en.payment),
        text(words.booking_notes, clinic.own_booking_notes()),
        text(words.cancellation_policy, clinic.own_cancellation_policy()),
    ];
    rows.into_iter().flatten().collect()
}

/// 診療科 in one line; empty where none is given.
pub fn departments(lang: Lang, clinic: &Clinic) -> Markup {
    several(lang, &clinic.departments, &clinic.en.departments)
}

/// Short texts in one line, in the language that has them.
fn several(lang: Lang, ja: &[String], en: &[String]) -> Markup {
    let (ja, english) = (ja.join("、"), en.join(", "));
    as_written(lang, OwnText::new(&ja, (!en.is_empty()).then_some(english.as_str())))
}

fn address(lang: Lang, clinic: &Clinic) -> Markup {
    let site = &clinic.site;
    html! {
        @if let Some(code) = &site.postal_code { "〒" (code.hyphenated()) br; }
        (as_written(lang, clinic.own_address()))
        @if let Some(map) = &site.map_url { br; (away(map, words::of(lang).info.map)) }
    }
}

/// A link to somebody else's site, which is not told where the patient comes from.
fn away(url: &str, label: &str) -> Markup {
    html! { a href=(url) rel="noopener noreferrer" { (label) } }
}
