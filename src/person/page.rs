//! The inputs for a person, and the overview of a person, for every page that asks for one or shows one.

use super::{Draft, PREFECTURES, Person, Problem, Problems, Sex, field, words};
use crate::lang::{self, Lang};
use crate::ui::{Field, Width, field as draw};
use maud::{Markup, html};
use time::Date;

/// All inputs, filled in from a draft. `problems` are the fields with their sentences, as [`sentences`] returns them.
pub fn fields(lang: Lang, draft: &Draft, problems: &[(&'static str, String)]) -> Markup {
    let sentence = |name: &str| problems.iter().find(|(field, _)| *field == name).map(|(_, sentence)| sentence.clone());
    let dress = |input: Field, name: &str| {
        let input = input.value(draft.value(name)).problem(sentence(name));
        match words::hint(name) {
            Some(hint) => input.hint(lang.of(hint)),
            None => input,
        }
    };
    let text = |name: &str, autocomplete: &str| {
        dress(Field::text(name, lang.of(words::label(name))).autocomplete(autocomplete), name)
    };
    let needed = |name: &str, autocomplete: &str| text(name, autocomplete).required(true);
    let sexes = Sex::ALL.map(|sex| (sex.value(), lang.of(words::sex(sex))));
    let prefectures = PREFECTURES.map(|name| (Lang::Ja.of(name), lang.of(name)));
    html! {
        (draw::row(html! {
            (needed(field::FAMILY_NAME, "family-name").lang_attr("ja").render(lang))
            (needed(field::GIVEN_NAME, "given-name").lang_attr("ja").render(lang))
        }))
        (draw::row(html! {
            (needed(field::FAMILY_KANA, "off").lang_attr("ja").render(lang))
            (needed(field::GIVEN_KANA, "off").lang_attr("ja").render(lang))
        }))
        (needed(field::BIRTH_DATE, "bday").max_width(Width::Medium).render(lang))
        (dress(draw::radios(field::SEX, lang.of(words::label(field::SEX)), &sexes).required(true), field::SEX).render(lang))
        (dress(Field::tel(field::PHONE, lang.of(words::label(field::PHONE))).required(true), field::PHONE).render(lang))
        (draw::group(lang.pick("住所", "Address"), html! {
            (text(field::POSTAL_CODE, "postal-code").inputmode("numeric").max_width(Width::Short).render(lang))
            (dress(draw::select(field::PREFECTURE, lang.of(words::label(field::PREFECTURE)), &prefectures)
                .autocomplete("address-level1").max_width(Width::Medium), field::PREFECTURE).render(lang))
            (text(field::CITY, "address-level2").render(lang))
            (text(field::LINE, "address-line1").render(lang))
            (text(field::BUILDING, "address-line2").render(lang))
        }))
    }
}

/// Each problem as a sentence, for the summary.
pub fn sentences(lang: Lang, problems: Option<&Problems>) -> Vec<(&'static str, String)> {
    let sentence = |(name, problem): (&'static str, &Problem)| (name, words::sentence(lang, name, problem));
    problems.map(|all| all.iter().map(sentence).collect()).unwrap_or_default()
}

/// What was entered, in the usual spelling, with the birth date in both calendars and the age.
pub fn rows(lang: Lang, person: &Person, today: Date) -> Vec<(String, Markup)> {
    let age = person.age_on(today);
    let born = lang::date_with_era(lang, person.birth_date);
    let age = lang.pick(format!("{age}歳"), format!("{age} years old"));
    let address = person.address.joined();
    let none = lang.pick("(未入力)", "(not given)");
    let postal = person.postal_code.as_ref().map_or_else(|| none.to_owned(), |code| format!("〒{}", code.hyphenated()));
    let row = |label: Option<&str>, name: &str, value: Markup| {
        (label.unwrap_or(lang.of(words::label(name))).to_owned(), value)
    };
    vec![
        row(Some(lang.pick("氏名", "Name")), "", html! { (person.name.full()) }),
        row(Some(lang.pick("フリガナ", "Kana")), "", html! { (person.kana.full()) }),
        row(None, field::BIRTH_DATE, html! { (born) " " (age) }),
        row(None, field::SEX, html! { (lang.of(words::sex(person.sex))) }),
        row(None, field::PHONE, html! { (person.phone.hyphenated()) }),
        row(None, field::POSTAL_CODE, html! { (postal) }),
        row(Some(lang.pick("住所", "Address")), "", html! { @if address.is_empty() { (none) } @else { (address) } }),
    ]
}
