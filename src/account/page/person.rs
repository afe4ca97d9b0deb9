//! 利用者情報の設定 and ご利用情報の設定, each with its 確認.

use super::agreement;
use crate::account::form::{AccountProblems, AgreementField, AgreementForm};
use crate::account::{Member, path, words};
use crate::mail::EmailAddress;
use crate::person::{Draft, Person, PersonProblems, page};
use crate::ui::{
    ChangedRow, Kind, Page, Tone, action_bar, actions, alert, button, field, form_input, link_button, overview,
    overview_of_changes,
};
use crate::web::Cx;
use maud::{Markup, html};

/// 利用者情報の設定. `relatives` are the names of the others in the booking out of which the account is made.
pub fn sign_up_form(cx: &Cx, relatives: &[String], draft: &Draft, problems: &PersonProblems) -> Page {
    let words = &words::of(cx.lang).person;
    let lead = match relatives {
        [] => words.sign_up_lead.to_owned(),
        relatives => (words.sign_up_lead_of_booker)(relatives),
    };
    fill_in(cx, Page::new(words.sign_up, inputs(cx, path::SIGN_UP_PERSON, draft, problems)), problems)
        .lead(lead)
        .steps(super::sign_up::steps(cx, 2))
}

/// ご利用情報の設定.
pub fn edit_form(cx: &Cx, draft: &Draft, problems: &PersonProblems) -> Page {
    let words = words::of(cx.lang);
    fill_in(cx, Page::new(words.titles.person, inputs(cx, path::PERSON, draft, problems)), problems)
        .back(words.form.back_to_dashboard, path::DASHBOARD)
}

/// 確認 of a sign-up, with the agreement to the documents.
pub fn sign_up_confirmation(
    cx: &Cx,
    address: &EmailAddress,
    person: &Person,
    typed: &AgreementForm,
    problems: &AccountProblems<AgreementField>,
) -> Page {
    let words = words::of(cx.lang);
    let wrong = super::sentences(cx, problems);
    let mut rows = vec![(words.form.email.to_owned(), html! { (address.as_str()) })];
    rows.extend(page::rows(cx.lang, person, cx.now.jst_date()));
    let box_to_tick = agreement(cx, AgreementField::Agree, words.agreement.agree, &typed.agree, &wrong);
    confirmation(
        cx,
        words.person.confirmation,
        &html! {
            (overview(&rows))
            (register(cx, path::SIGN_UP_CONFIRMATION, path::SIGN_UP_PERSON, &box_to_tick))
        },
    )
    .steps(super::sign_up::steps(cx, 3))
    .problems(wrong.summary(cx.lang))
}

/// The field that says that the family goes along to the new phone and address.
pub const CHANGE_FAMILY: &str = "change_family";

/// 確認 of a change: what it changes, and what else it reaches: members of the family who are reached in the same way, and what is
/// `tied`.
pub fn edit_confirmation(cx: &Cx, before: &Person, person: &Person, along: &[Member], tied: &Markup) -> Page {
    let words = &words::of(cx.lang).person;
    let names: Vec<String> = along.iter().map(|member| member.person.name.full()).collect();
    let extra = html! {
        @if !names.is_empty() {
            (field::checkbox(CHANGE_FAMILY, html! { ((words.family_too)(&names)) }, true).render(cx.lang))
        }
        (tied)
    };
    confirmation(
        cx,
        words.edit_confirmation,
        &html! {
            @if before == person { (alert(Tone::Info, words.unchanged)) }
            (overview_of_changes(&changes(cx, before, person)))
            (register(cx, path::PERSON_CONFIRMATION, &format!("{}?again=1", path::PERSON), &extra))
        },
    )
}

/// Every line of a person, with what stands there now where that is to change.
fn changes(cx: &Cx, before: &Person, person: &Person) -> Vec<ChangedRow> {
    let [former, rows] = [before, person].map(|person| page::rows(cx.lang, person, cx.now.jst_date()));
    let row = |((label, value), (_, former)): ((String, Markup), (String, Markup))| {
        let differs = value.0 != former.0;
        let former = differs.then(|| html! { (words::of(cx.lang).person.former) " " (former) });
        ChangedRow { label, value, former }
    };
    rows.into_iter().zip(former).map(row).collect()
}

fn inputs(cx: &Cx, action: &str, draft: &Draft, problems: &PersonProblems) -> Markup {
    let wrong = page::sentences(cx.lang, problems);
    form_input(
        action,
        &cx.csrf(),
        html! {
            (page::fields(cx.lang, draft, |field| wrong.beside(field)))
            (action_bar(button(words::of(cx.lang).person.to_confirmation)))
        },
    )
}

fn fill_in(cx: &Cx, page: Page, problems: &PersonProblems) -> Page {
    page.with_input().problems(page::sentences(cx.lang, problems).summary(cx.lang))
}

fn confirmation(cx: &Cx, title: &str, body: &Markup) -> Page {
    Page::new(title, html! { (body) }).lead(words::of(cx.lang).person.confirmation_lead).with_input()
}

/// 登録する, and the way back to the form.
fn register(cx: &Cx, action: &str, mend: &str, extra: &Markup) -> Markup {
    let words = &words::of(cx.lang).person;
    form_input(
        action,
        &cx.csrf(),
        html! {
            (extra)
            (actions(html! {
                (button(words.register))
                (link_button(words.mend, mend, Kind::Secondary))
            }))
        },
    )
}
