//! 共有の招待: who shares whom, and the answer; and why an invitation does not open.

use super::closed;
use crate::account::Relation;
use crate::family::invitation::{Invitation, Sameness, can_be_merged};
use crate::family::share_form::{AcceptanceField, AcceptanceForm, AcceptanceProblem, AcceptanceProblems};
use crate::family::words;
use crate::lang::Lang;
use crate::person::{PersonField, name_and_age, words as person_words};
use crate::ui::{
    Field, FormField, Page, Problems, Tone, action_bar, actions, alert, button, button_secondary, field, form_input,
    form_named,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The page. `has_changed` where who is offered is not what stood there before.
pub fn show(
    cx: &Cx,
    offered: &Invitation,
    typed: &AcceptanceForm,
    problems: &AcceptanceProblems,
    has_changed: bool,
) -> Page {
    let words = &words::of(cx.lang).invitation;
    let wrong = sentences(cx.lang, problems);
    let (person, from) = (&offered.offer.member.person, &offered.offer.from);
    let name = name_and_age(cx.lang, &person.name.full(), person.birth_date, cx.now.jst_date());
    let body = html! {
        @if has_changed { (alert(Tone::Warning, words.changed)) }
        p { ((words.who)(from, offered.offer.from_address.as_str())) }
        p .chosen { strong { (name) } }
        @if offered.known.as_ref().is_none_or(can_be_merged) {
            p { ((words.what)(from)) }
            p { (words.not_shared) }
            (form_input(&cx.here(), &cx.csrf(), html! {
                input type="hidden" name=(AcceptanceField::Shown.name()) value=(offered.shown());
                (fields(cx, offered, typed, &wrong))
                (action_bar(button(words.accept)))
            }))
        } @else {
            (alert(Tone::Info, words.kept))
        }
        (form_named(words.decline, &[&cx.here(), "/refusal"].concat(), &cx.csrf(), actions(button_secondary(words.decline))))
    };
    Page::new(words.title, body).with_input().problems(wrong.summary(cx.lang))
}

/// What is asked of who accepts.
fn fields(cx: &Cx, offered: &Invitation, typed: &AcceptanceForm, wrong: &Problems<AcceptanceField, String>) -> Markup {
    let (lang, words) = (cx.lang, words::of(cx.lang));
    let relations = Relation::OF_RELATIVES.map(|relation| (relation.value(), (words.list.relation)(relation)));
    let answers =
        [(Sameness::Same.value(), words.invitation.same), (Sameness::Another.value(), words.invitation.another)];
    html! {
        (field::radios(AcceptanceField::Relation.name(), words.form.relation, &relations).value(&typed.relation)
            .required(true).problem(wrong.beside(AcceptanceField::Relation)).render(lang))
        @if offered.known.is_some() {
            (field::radios(AcceptanceField::Sameness.name(), words.invitation.sameness, &answers)
                .value(&typed.sameness).required(true).hint(words.invitation.same_what)
                .problem(wrong.beside(AcceptanceField::Sameness)).render(lang))
        }
        (Field::tel(AcceptanceField::Phone.name(), (person_words::of(lang).label)(PersonField::Phone)).value(&typed.phone)
            .required(true).hint(words.invitation.phone_hint).problem(wrong.beside(AcceptanceField::Phone)).render(lang))
        @if offered.asks_consent(cx.now.jst_date()) {
            (field::checkbox(AcceptanceField::Consent.name(), html! { (words.form.consent) }, !typed.consent.is_empty())
                .hint(words.form.consent_hint).problem(wrong.beside(AcceptanceField::Consent)).render(lang))
        }
    }
}

/// Each problem as a sentence.
fn sentences(lang: Lang, problems: &AcceptanceProblems) -> Problems<AcceptanceField, String> {
    problems.sentences(|_, problem| match problem {
        AcceptanceProblem::NoRelation => words::of(lang).form.no_relation.to_owned(),
        AcceptanceProblem::NoConsent => words::of(lang).invitation.no_consent.to_owned(),
        AcceptanceProblem::NoSameness => words::of(lang).invitation.no_sameness.to_owned(),
        AcceptanceProblem::Phone(problem) => (person_words::of(lang).problem)(PersonField::Phone, problem),
    })
}

/// That the account has no room for another person.
pub fn no_room(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).invitation;
    closed::show(cx, words.title, words.no_room)
}

/// That the person is shared with as many as may be.
pub fn too_many(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).invitation;
    closed::show(cx, words.title, words.too_many)
}
