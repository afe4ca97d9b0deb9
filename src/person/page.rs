//! The inputs for a person, and the overview of a person, for every page that asks for one or shows one.

use super::model::months_between;
use super::{Draft, Identity, PREFECTURES, Person, PersonField, PersonProblems, Sex, words};
use crate::lang::{self, Lang};
use crate::ui::{Field, Form, FormField, Problems, WholeParts, Width, field as draw, fold};
use maud::{Markup, html};
use time::Date;

/// All inputs, filled in from a draft. `problem` gives the sentence beside a field, if something is wrong with it.
pub fn fields(lang: Lang, draft: &Draft, problem: impl Fn(PersonField) -> Option<String>) -> Markup {
    html! {
        (identity_fields(lang, draft, &problem))
        (contact_fields(lang, draft, &problem))
    }
}

/// The inputs for who somebody is.
pub fn identity_fields(lang: Lang, draft: &Draft, problem: impl Fn(PersonField) -> Option<String>) -> Markup {
    let words = words::of(lang);
    let dress = |input: Field, field: PersonField| dressed(lang, input, field, draft, problem(field));
    let plain = |field: PersonField| dress(Field::text(field.name(), (words.label)(field)), field);
    let text = |field: PersonField, autocomplete: &str| plain(field).autocomplete(autocomplete);
    let needed = |field: PersonField, autocomplete: &str| text(field, autocomplete).required(true);
    let sexes = Sex::ALL.map(|sex| (sex.value(), (words.sex)(sex)));
    html! {
        p .hint { (words.names_note) }
        (draw::row(html! {
            (needed(PersonField::FamilyName, "family-name").lang_attr("ja").render(lang))
            (needed(PersonField::GivenName, "given-name").lang_attr("ja").render(lang))
        }))
        (draw::row(html! {
            (plain(PersonField::FamilyKana).needed_where(words.kana_needed).lang_attr("ja").render(lang))
            (plain(PersonField::GivenKana).needed_where(words.kana_needed).lang_attr("ja").render(lang))
        }))
        (needed(PersonField::BirthDate, "bday").max_width(Width::Medium).render(lang))
        (dress(draw::radios(PersonField::Sex.name(), (words.label)(PersonField::Sex), &sexes).required(true), PersonField::Sex).render(lang))
    }
}

/// The input for the phone by which somebody is reached about a person, filled in from a draft.
pub fn phone_field(lang: Lang, draft: &Draft, problem: Option<String>) -> Markup {
    let field = PersonField::Phone;
    let input = Field::tel(field.name(), (words::of(lang).label)(field)).required(true);
    dressed(lang, input, field, draft, problem).render(lang)
}

/// The inputs for how somebody is reached about a person, filled in from a draft.
pub fn contact_fields(lang: Lang, draft: &Draft, problem: impl Fn(PersonField) -> Option<String>) -> Markup {
    html! {
        (phone_field(lang, draft, problem(PersonField::Phone)))
        (address_fields(lang, draft, problem))
    }
}

/// The inputs for the postal address, folded until there is something of one.
pub fn address_fields(lang: Lang, draft: &Draft, problem: impl Fn(PersonField) -> Option<String>) -> Markup {
    let words = words::of(lang);
    let dress = |input: Field, field: PersonField| dressed(lang, input, field, draft, problem(field));
    let text = |field: PersonField, autocomplete: &str| {
        dress(Field::text(field.name(), (words.label)(field)), field).autocomplete(autocomplete)
    };
    let prefectures = PREFECTURES.map(|name| (Lang::Ja.of(name), lang.of(name)));
    let address_is_wrong = ADDRESS.into_iter().any(|field| problem(field).is_some());
    html! {
        (fold(words.address_opener, has_address(draft) || address_is_wrong, html! {
            (text(PersonField::PostalCode, "postal-code").inputmode("numeric").max_width(Width::Short).render(lang))
            (dress(draw::select(PersonField::Prefecture.name(), (words.label)(PersonField::Prefecture), &prefectures)
                .autocomplete("address-level1").max_width(Width::Medium), PersonField::Prefecture).render(lang))
            (text(PersonField::City, "address-level2").render(lang))
            (text(PersonField::Line, "address-line1").render(lang))
            (text(PersonField::Building, "address-line2").render(lang))
        }))
    }
}

/// An input with what is typed in it, its hint, and what is wrong with it.
fn dressed(lang: Lang, input: Field, field: PersonField, draft: &Draft, problem: Option<String>) -> Field {
    let input = input.value(draft.value(field)).problem(problem);
    match (words::of(lang).hint)(field) {
        Some(hint) => input.hint(hint),
        None => input,
    }
}

/// The fields of the postal address. Nobody has to fill them in, so that they are folded until one is.
const ADDRESS: [PersonField; 5] =
    [PersonField::PostalCode, PersonField::Prefecture, PersonField::City, PersonField::Line, PersonField::Building];

fn has_address(draft: &Draft) -> bool {
    ADDRESS.into_iter().any(|field| !draft.value(field).is_empty())
}

/// How old somebody is on a day: in years, in months before the first birthday.
pub fn age(lang: Lang, born: Date, day: Date) -> String {
    let (words, months) = (words::of(lang), months_between(born, day));
    match months / 12 {
        0 => (words.months)(months),
        years => (words.age)(years),
    }
}

/// Somebody's name with their age on a day, where that is known: `山田 花子(4歳)`.
pub fn name_on(lang: Lang, who: Identity<'_>, day: Date) -> String {
    match who.birth_date() {
        Some(born) => name_and_age(lang, &who.full_name(), born, day),
        None => who.full_name(),
    }
}

/// A name with the age on a day: `山田 花子(4歳)`.
pub fn name_and_age(lang: Lang, name: &str, born: Date, day: Date) -> String {
    (words::of(lang).name_and_age)(name, &age(lang, born, day))
}

/// Each problem as a sentence.
pub fn sentences(lang: Lang, problems: &PersonProblems) -> Problems<PersonField, String> {
    problems.sentences(words::of(lang).problem)
}

/// What was entered, in the usual spelling, with the birth date in both calendars and the age.
pub fn rows(lang: Lang, person: &Person, today: Date) -> Vec<(String, Markup)> {
    let mut rows = identity_rows(lang, person, today);
    rows.extend(contact_rows(lang, person));
    rows
}

/// Of that, who somebody is; the name first.
pub fn identity_rows(lang: Lang, person: &Person, today: Date) -> Vec<(String, Markup)> {
    let words = words::of(lang);
    let born = lang::date_with_era(lang, person.birth_date);
    let age = age(lang, person.birth_date, today);
    let kana = person.kana.full();
    let row = |label: &str, value: Markup| (label.to_owned(), value);
    vec![
        row(words.name, html! { (person.name.full()) }),
        row(words.kana, html! { @if kana.is_empty() { (words.not_given) } @else { (kana) } }),
        row((words.label)(PersonField::BirthDate), html! { (WholeParts(&born)) " " (age) }),
        row((words.label)(PersonField::Sex), html! { ((words.sex)(person.sex)) }),
    ]
}

/// Of that, how somebody is reached.
pub fn contact_rows(lang: Lang, person: &Person) -> Vec<(String, Markup)> {
    let words = words::of(lang);
    let (address, none) = (person.address.joined(), words.not_given);
    let postal = person.postal_code.as_ref().map_or_else(|| none.to_owned(), |code| format!("〒{}", code.hyphenated()));
    let row = |label: &str, value: Markup| (label.to_owned(), value);
    vec![
        row((words.label)(PersonField::Phone), html! { (WholeParts(&person.phone.hyphenated())) }),
        row((words.label)(PersonField::PostalCode), html! { (WholeParts(&postal)) }),
        row(words.address, html! { @if address.is_empty() { (none) } @else { (address) } }),
    ]
}
