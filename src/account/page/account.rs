//! アカウント変更 and the pages behind it: メールアドレスの変更, パスワードの変更, 退会.

use super::{agreement, current_password, new_password, sentences};
use crate::account::form::{
    AccountProblems, EmailChangeField, EmailChangeForm, PasswordChangeField, WithdrawalField, WithdrawalForm,
};
use crate::account::{Account, path, words};
use crate::mail::EmailAddress;
use crate::session::Session;
use crate::ui::{
    Field, FormField, Kind, LinkRow, Page, Tone, actions, alert, button, button_danger, card, field, form, form_whole,
    link_button, list_links,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Whether a sensitive change has to ask for the password, because it was given too long ago.
pub fn must_ask_password(cx: &Cx) -> bool {
    !cx.session().is_some_and(|session: &Session| session.is_fresh(cx.now))
}

/// アカウント変更.
pub fn overview(cx: &Cx, account: &Account) -> Page {
    let done = match cx.query("done").as_str() {
        "password" => Some(words::PASSWORD_DONE),
        "email" => Some(words::EMAIL_DONE),
        _ => None,
    };
    let row = |label, detail: Option<String>, href: &str| LinkRow {
        label: cx.say(label).to_owned(),
        detail,
        href: href.to_owned(),
    };
    Page::new(
        cx.say(words::ACCOUNT),
        html! {
            @if let Some(done) = done { (alert(Tone::Success, cx.say(done))) }
            (list_links(&[
                row(words::EMAIL_CHANGE, Some(account.address.as_str().to_owned()), path::EMAIL),
                row(words::PASSWORD_CHANGE, None, path::PASSWORD),
            ]))
            (card(cx.say(words::LEAVING), html! {
                p { (cx.say(words::WITHDRAWAL_LEAD)) }
                (link_button(cx.say(words::LEAVING_BUTTON), path::WITHDRAWAL, Kind::Secondary))
            }))
        },
    )
    .back(cx.say(words::BACK_TO_DASHBOARD), path::DASHBOARD)
}

/// メールアドレスの変更.
pub fn email(
    cx: &Cx,
    account: &Account,
    typed: &EmailChangeForm,
    problems: &AccountProblems<EmailChangeField>,
) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::EMAIL_CHANGE),
        html! {
            p { (cx.say(words::EMAIL_NOW)) ": " strong { (account.address.as_str()) } }
            (form(path::EMAIL, &cx.csrf(), html! {
                (Field::email(EmailChangeField::Email.name(), cx.say(words::EMAIL_NEW)).value(&typed.email).required(true)
                    .problem(wrong.beside(EmailChangeField::Email)).render(cx.lang))
                @if must_ask_password(cx) {
                    (current_password(cx, EmailChangeField::CurrentPassword, Some(words::PASSWORD_WHY), &wrong))
                }
                (actions(button(cx.say(words::EMAIL_BUTTON))))
            }))
        },
    )
    .lead(cx.say(words::EMAIL_LEAD))
    .back(cx.say(words::BACK_TO_ACCOUNT), path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// The page behind the link that was sent to the new address.
pub fn email_confirmation(cx: &Cx, address: &EmailAddress) -> Page {
    Page::new(
        cx.say(words::EMAIL_CHANGE),
        html! {
            p { (cx.say(words::EMAIL_NEW)) ": " strong { (address.as_str()) } }
            (form_whole(&cx.here(), &cx.csrf(), actions(button(cx.say(words::EMAIL_CONFIRM_BUTTON)))))
        },
    )
    .lead(cx.say(words::EMAIL_CONFIRM_LEAD))
}

/// パスワードの変更.
pub fn password(cx: &Cx, account: &Account, problems: &AccountProblems<PasswordChangeField>) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::PASSWORD_CHANGE),
        form(
            path::PASSWORD,
            &cx.csrf(),
            html! {
                (current_password(cx, PasswordChangeField::CurrentPassword, None, &wrong))
                (new_password(cx, PasswordChangeField::Password, words::NEW_PASSWORD, &account.address, &wrong))
                (actions(button(cx.say(words::PASSWORD_BUTTON))))
            },
        ),
    )
    .back(cx.say(words::BACK_TO_ACCOUNT), path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// 退会. `tied` is what later rooms have to say and to ask.
pub fn withdrawal(cx: &Cx, tied: &Markup, typed: &WithdrawalForm, problems: &AccountProblems<WithdrawalField>) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::WITHDRAWAL),
        html! {
            (alert(Tone::Warning, cx.say(words::WITHDRAWAL_LEAD)))
            p { (cx.say(words::WITHDRAWAL_CLINIC)) }
            (form(path::WITHDRAWAL, &cx.csrf(), html! {
                (tied)
                (field::textarea(WithdrawalField::Reason.name(), cx.say(words::WITHDRAWAL_REASON)).value(&typed.reason)
                    .hint(cx.say(words::WITHDRAWAL_REASON_HINT)).problem(wrong.beside(WithdrawalField::Reason)).render(cx.lang))
                (current_password(cx, WithdrawalField::CurrentPassword, None, &wrong))
                (agreement(cx, WithdrawalField::Agree, words::WITHDRAWAL_TERMS, &typed.agree, &wrong))
                (actions(button_danger(cx.say(words::WITHDRAWAL_BUTTON))))
            }))
        },
    )
    .back(cx.say(words::BACK_TO_ACCOUNT), path::ACCOUNT)
    .problems(wrong.summary(cx.lang))
}

/// That the account is gone.
pub fn withdrawn(cx: &Cx) -> Page {
    Page::new(
        cx.say(words::WITHDRAWN),
        html! {
            p { (cx.say(words::WITHDRAWN_THANKS)) }
            p { (cx.say(words::WITHDRAWAL_CLINIC)) }
            p { a href=(path::SIGN_IN) { (cx.say(words::BACK_TO_SIGN_IN)) } }
        },
    )
}
