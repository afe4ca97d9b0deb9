//! アカウント変更, with the forms メールアドレスの変更 and パスワードの変更, and 退会 behind it.

use super::device_copy::DEVICE_COPY;
use super::{agreement, current_password, device_copy, mail_waits, new_password, sentences};
use crate::account::form::{
    AccountProblems, EmailChangeField, EmailChangeForm, PasswordChangeField, WithdrawalField, WithdrawalForm,
    WithdrawalReason,
};
use crate::account::{Account, path, words};
use crate::mail::EmailAddress;
use crate::session::Session;
use crate::ui::{
    Field, FormField, Kind, Page, PagePart, Problems, Tone, actions, alert, button, button_danger, card_at, field,
    form_input, form_named, form_whole, link_button, ways_across,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Whether a sensitive change has to ask for the password, because it was given too long ago.
pub fn must_ask_password(cx: &Cx) -> bool {
    !cx.session().is_some_and(|session: &Session| session.is_fresh(cx.now))
}

/// The forms of アカウント変更 as they were typed, with what is wrong with each.
#[derive(Default)]
pub struct AccountForms {
    /// メールアドレスの変更.
    pub email: EmailChangeForm,
    /// What is wrong with it.
    pub wrong_email: AccountProblems<EmailChangeField>,
    /// What is wrong with パスワードの変更, of which nothing is shown again.
    pub wrong_password: AccountProblems<PasswordChangeField>,
}

/// The parts of アカウント変更, to which the links above them lead.
const EMAIL: &str = "change-email";
const PASSWORD: &str = "change-password";
const DEVICES: &str = "devices";
const OWN_DATA: &str = "own-data";
const LEAVING: &str = "leaving";

/// アカウント変更: the address, the password, where somebody is signed in, and last the way out.
pub fn show(cx: &Cx, account: &Account, typed: &AccountForms) -> Page {
    let own_data = words::own_data::of(cx.lang);
    let words = words::of(cx.lang);
    let done = match cx.query("done").as_str() {
        "password" => Some(words.password_change.done),
        "email" => Some(words.email_change.done),
        _ => None,
    };
    let (wrong_email, wrong_password) = (sentences(cx, &typed.wrong_email), sentences(cx, &typed.wrong_password));
    let summary = if wrong_email.is_empty() { wrong_password.summary(cx.lang) } else { wrong_email.summary(cx.lang) };
    Page::new(
        words.titles.account,
        html! {
            @if let Some(done) = done { (alert(Tone::Success, done)) }
            (parts(cx))
            (card_at(EMAIL, words.email_change.title, email(cx, account, &typed.email, &wrong_email)))
            (card_at(PASSWORD, words.password_change.title, password(cx, account, &wrong_password)))
            (card_at(DEVICES, words.sessions.title, html! {
                p { (words.sessions.lead) }
                (link_button(words.sessions.open, path::SESSIONS, Kind::Secondary))
            }))
            (device_copy::setting(cx))
            (card_at(OWN_DATA, own_data.title, html! {
                p { (own_data.lead) }
                (link_button(own_data.title, path::OWN_DATA, Kind::Secondary))
            }))
            (card_at(LEAVING, words.withdrawal.leaving, html! {
                p { (words.withdrawal.lead) }
                (link_button(words.withdrawal.leaving_button, path::WITHDRAWAL, Kind::Secondary))
            }))
        },
    )
    .with_input()
    .back(words.form.back_to_dashboard, path::DASHBOARD)
    .problems(summary)
}

/// What the page holds: on a phone it is several screens long.
fn parts(cx: &Cx) -> Markup {
    let words = words::of(cx.lang);
    let parts = [
        (words.email_change.title, EMAIL),
        (words.password_change.title, PASSWORD),
        (words.sessions.title, DEVICES),
        (words::device_copy(cx.lang).title, DEVICE_COPY),
        (words::own_data::of(cx.lang).title, OWN_DATA),
        (words.withdrawal.leaving, LEAVING),
    ];
    ways_across(&parts.map(|(title, id)| PagePart { title, id, by_script: id == DEVICE_COPY }))
}

/// メールアドレスの変更.
fn email(cx: &Cx, account: &Account, typed: &EmailChangeForm, wrong: &Problems<EmailChangeField, String>) -> Markup {
    let words = words::of(cx.lang);
    html! {
        (mail_waits(cx))
        p { (words.email_change.current) ": " strong { (account.address.as_str()) } }
        (form_input(path::EMAIL, &cx.csrf(), html! {
            (Field::email(EmailChangeField::Email.name(), words.email_change.new).value(&typed.email).required(true)
                .hint(words.email_change.lead).problem(wrong.beside(EmailChangeField::Email)).render(cx.lang))
            @if must_ask_password(cx) {
                (current_password(cx, EmailChangeField::CurrentPassword, Some(words.password_change.why_current), wrong))
            }
            (actions(button(words.form.send)))
        }))
    }
}

/// パスワードの変更.
fn password(cx: &Cx, account: &Account, wrong: &Problems<PasswordChangeField, String>) -> Markup {
    let words = words::of(cx.lang);
    form_named(
        words.password_change.title,
        path::PASSWORD,
        &cx.csrf(),
        html! {
            (current_password(cx, PasswordChangeField::CurrentPassword, None, wrong))
            (new_password(cx, PasswordChangeField::Password, words.form.new_password, &account.address, wrong))
            (actions(button(words.form.change)))
        },
    )
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
                (field::radios(WithdrawalField::Reason.name(), words.withdrawal.reason, &reasons(cx)).value(&typed.reason)
                    .required(true).hint(words.withdrawal.reason_hint).problem(wrong.beside(WithdrawalField::Reason)).render(cx.lang))
                (field::textarea(WithdrawalField::Words.name(), words.withdrawal.own_words).value(&typed.words)
                    .problem(wrong.beside(WithdrawalField::Words)).render(cx.lang))
                (current_password(cx, WithdrawalField::CurrentPassword, None, &wrong))
                (agreement(cx, WithdrawalField::Agree, words.withdrawal.agree, &typed.agree, &wrong))
                (actions(html! {
                    (button_danger(words.withdrawal.button))
                    (link_button(words.withdrawal.keep, path::ACCOUNT, Kind::Secondary))
                }))
            }))
        },
    )
    .with_input()
    .back(words.form.back_to_account, path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// The reasons to choose from, each with its words.
fn reasons(cx: &Cx) -> Vec<(&'static str, &'static str)> {
    let words = &words::of(cx.lang).withdrawal;
    WithdrawalReason::ALL.iter().map(|reason| (reason.value(), (words.reason_of)(*reason))).collect()
}

/// That the account is gone.
pub fn withdrawn(cx: &Cx) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.withdrawal.done,
        html! {
            p data-account-gone { (words.withdrawal.thanks) }
            p { (words.withdrawal.clinic) }
            p { a href=(path::SIGN_IN) { (words.form.back_to_sign_in) } }
        },
    )
}
