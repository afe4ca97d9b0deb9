//! アカウント変更 and the pages behind it: メールアドレスの変更, パスワードの変更, 退会.

use super::{agreement, current_password, new_password, sentences};
use crate::account::form::{
    AccountProblems, EmailChangeField, EmailChangeForm, PasswordChangeField, WithdrawalField, WithdrawalForm,
};
use crate::account::{Account, path, words};
use crate::mail::EmailAddress;
use crate::session::Session;
use crate::ui::{
    Field, FormField, Kind, LinkRow, Page, Tone, actions, alert, button, button_danger, card, field, form, form_input,
    form_whole, link_button, list_links,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Whether a sensitive change has to ask for the password, because it was given too long ago.
pub fn must_ask_password(cx: &Cx) -> bool {
    !cx.session().is_some_and(|session: &Session| session.is_fresh(cx.now))
}

/// アカウント変更.
pub fn overview(cx: &Cx, account: &Account) -> Page {
    let words = words::of(cx.lang);
    let done = match cx.query("done").as_str() {
        "password" => Some(words.password_change.done),
        "email" => Some(words.email_change.done),
        _ => None,
    };
    let row = |label: &str, detail: Option<String>, href: &str| LinkRow {
        label: label.to_owned(),
        detail,
        href: href.to_owned(),
    };
    Page::new(
        words.titles.account,
        html! {
            @if let Some(done) = done { (alert(Tone::Success, done)) }
            (list_links(&[
                row(words.email_change.title, Some(account.address.as_str().to_owned()), path::EMAIL),
                row(words.password_change.title, None, path::PASSWORD),
            ]))
            (card(words.withdrawal.leaving, html! {
                p { (words.withdrawal.lead) }
                (link_button(words.withdrawal.leaving_button, path::WITHDRAWAL, Kind::Secondary))
            }))
        },
    )
    .back(words.form.back_to_dashboard, path::DASHBOARD)
}

/// メールアドレスの変更.
pub fn email(
    cx: &Cx,
    account: &Account,
    typed: &EmailChangeForm,
    problems: &AccountProblems<EmailChangeField>,
) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.email_change.title,
        html! {
            p { (words.email_change.current) ": " strong { (account.address.as_str()) } }
            (form_input(path::EMAIL, &cx.csrf(), html! {
                (Field::email(EmailChangeField::Email.name(), words.email_change.new).value(&typed.email).required(true)
                    .problem(wrong.beside(EmailChangeField::Email)).render(cx.lang))
                @if must_ask_password(cx) {
                    (current_password(cx, EmailChangeField::CurrentPassword, Some(words.password_change.why_current), &wrong))
                }
                (actions(button(words.form.send)))
            }))
        },
    )
    .lead(words.email_change.lead)
    .with_input()
    .back(words.form.back_to_account, path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// The page behind the link that was sent to the new address.
pub fn email_confirmation(cx: &Cx, address: &EmailAddress) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.email_change.title,
        html! {
            p { (words.email_change.new) ": " strong { (address.as_str()) } }
            (form_whole(&cx.here(), &cx.csrf(), actions(button(words.form.change))))
        },
    )
    .lead(words.email_change.confirmation_lead)
}

/// パスワードの変更.
pub fn password(cx: &Cx, account: &Account, problems: &AccountProblems<PasswordChangeField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.password_change.title,
        form(
            path::PASSWORD,
            &cx.csrf(),
            html! {
                (current_password(cx, PasswordChangeField::CurrentPassword, None, &wrong))
                (new_password(cx, PasswordChangeField::Password, words.form.new_password, &account.address, &wrong))
                (actions(button(words.form.change)))
            },
        ),
    )
    .back(words.form.back_to_account, path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// 退会. `tied` is what later rooms have to say and to ask.
pub fn withdrawal(cx: &Cx, tied: &Markup, typed: &WithdrawalForm, problems: &AccountProblems<WithdrawalField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.withdrawal.title,
        html! {
            (alert(Tone::Warning, words.withdrawal.lead))
            p { (words.withdrawal.clinic) }
            (form_input(path::WITHDRAWAL, &cx.csrf(), html! {
                (tied)
                (field::textarea(WithdrawalField::Reason.name(), words.withdrawal.reason).value(&typed.reason)
                    .hint(words.withdrawal.reason_hint).problem(wrong.beside(WithdrawalField::Reason)).render(cx.lang))
                (current_password(cx, WithdrawalField::CurrentPassword, None, &wrong))
                (agreement(cx, WithdrawalField::Agree, words.withdrawal.agree, &typed.agree, &wrong))
                (actions(button_danger(words.withdrawal.button)))
            }))
        },
    )
    .with_input()
    .back(words.form.back_to_account, path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// That the account is gone.
pub fn withdrawn(cx: &Cx) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.withdrawal.done,
        html! {
            p { (words.withdrawal.thanks) }
            p { (words.withdrawal.clinic) }
            p { a href=(path::SIGN_IN) { (words.form.back_to_sign_in) } }
        },
    )
}
