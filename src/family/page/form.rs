//! The form of a member of the family, new or known.

use crate::account::{Member, Relation};
use crate::family::form::{MemberField, MemberForm, MemberProblem, MemberProblems};
use crate::family::{path, words};
use crate::lang::Lang;
use crate::person::{page, words as person_words};
use crate::ui::{
    FormField, Kind, Page, Problems, Tone, action_bar, actions, alert, button, field, form_input, link_button,
};
use crate::web::Cx;
use maud::{Markup, html};

/// ご家族を追加する.
pub fn add(cx: &Cx, typed: &MemberForm, problems: &MemberProblems) -> Page {
    let words = &words::of(cx.lang).form;
    let wrong = sentences(cx.lang, problems);
    let body = html! {
        (form_input(path::NEW, &cx.csrf(), html! {
            (fields(cx.lang, typed, &wrong))
            (consent(cx.lang, typed, &wrong))
            (action_bar(button(words.add)))
        }))
    };
    Page::new(words.add_title, body)
        .with_input()
        .lead(words.lead)
        .problems(wrong.summary(cx.lang))
        .back(words.back, path::FAMILY)
}

/// The form of a member whom the account has; `tied` is what else the change reaches. Where another account holds them, `holder` is
/// the name of its owner, and who they are cannot be changed.
pub fn change(
    cx: &Cx,
    member: &Member,
    holder: Option<&str>,
    typed: &MemberForm,
    tied: &Markup,
    problems: &MemberProblems,
) -> Page {
    let words = &words::of(cx.lang).form;
    let wrong = sentences(cx.lang, problems);
    let body = html! {
        (super::own_word::reminder(cx, member))
        (super::own_account::way(cx, member))
        (form_input(&path::of_member(path::MEMBER, member.id), &cx.csrf(), html! {
            @match holder {
                None => (fields(cx.lang, typed, &wrong)),
                Some(holder) => {
                    p .hint { ((words.held_by)(holder)) }
                    (relation(cx.lang, typed, &wrong))
                    (page::contact_fields(cx.lang, &typed.person, |field| wrong.beside(MemberField::Person(field))))
                },
            }
            (tied)
            (action_bar(button(words.save)))
            (actions(link_button(words.cancel, path::FAMILY, Kind::Secondary)))
        }))
    };
    Page::new((words.change_title)(&member.person.name.full()), body)
        .with_input()
        .problems(wrong.summary(cx.lang))
        .back(words.back, path::FAMILY)
}

/// That nobody can be added.
pub fn full(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).form;
    Page::new(words.add_title, alert(Tone::Info, html! { p { (words.full) } })).back(words.back, path::FAMILY)
}

/// All inputs, filled in.
pub fn fields(lang: Lang, typed: &MemberForm, wrong: &Problems<MemberField, String>) -> Markup {
    html! {
        (relation(lang, typed, wrong))
        (page::fields(lang, &typed.person, |field| wrong.beside(MemberField::Person(field))))
    }
}

/// The choice of what somebody is to the owner.
fn relation(lang: Lang, typed: &MemberForm, wrong: &Problems<MemberField, String>) -> Markup {
    let words = words::of(lang);
    let relations = Relation::OF_RELATIVES.map(|relation| (relation.value(), (words.list.relation)(relation)));
    field::radios(MemberField::Relation.name(), words.form.relation, &relations)
        .value(&typed.relation)
        .required(true)
        .problem(wrong.beside(MemberField::Relation))
        .render(lang)
}

/// 本人の同意を得ています: asked of everybody, needed of adults, because nothing is known of who is typed until it is sent.
pub fn consent(lang: Lang, typed: &MemberForm, wrong: &Problems<MemberField, String>) -> Markup {
    let words = &words::of(lang).form;
    field::checkbox(MemberField::Consent.name(), html! { (words.consent) }, !typed.consent.is_empty())
        .hint(words.consent_hint)
        .problem(wrong.beside(MemberField::Consent))
        .render(lang)
}

/// Each problem as a sentence.
pub fn sentences(lang: Lang, problems: &MemberProblems) -> Problems<MemberField, String> {
    problems.sentences(|field, problem| match (field, problem) {
        (MemberField::Person(field), MemberProblem::Person(problem)) => {
            (person_words::of(lang).problem)(field, problem)
        }
        (_, MemberProblem::Younger) => words::of(lang).form.younger.to_owned(),
        (_, MemberProblem::NoConsent) => words::of(lang).form.no_consent.to_owned(),
        _ => words::of(lang).form.no_relation.to_owned(),
    })
}
