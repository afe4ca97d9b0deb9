//! How mails are sent: the account, and a mail that tries it out.

use crate::config::{Delivery, Tls};
use crate::mail::{EmailAddress, Trouble};
use crate::operator::mail_form::{MailField, MailForm, MailProblem};
use crate::operator::{path, words};
use crate::ui::{
    Field, Form, FormField, Page, Problems, Tone, Width, actions, alert, button, button_secondary, card, field,
    form_input, form_whole, overview,
};
use crate::web::Cx;
use maud::{Markup, html};

/// What was done last.
pub enum LastDone {
    /// The account was set.
    Saved,
    /// The test mail is kept, as all mails are.
    Kept,
    /// The server has taken the test mail.
    Sent,
    /// It has not.
    Failed(Trouble),
}

/// The page for who has the address `me`.
pub fn show(
    cx: &Cx,
    me: &EmailAddress,
    form: &MailForm,
    problems: &Problems<MailField, MailProblem>,
    done: Option<&LastDone>,
) -> Page {
    let words = words::mail::of(cx.lang);
    let config = &cx.floor.config.mail;
    // The summary names the fields, of which several may lack the same.
    let wrong = problems.sentences(|field, problem| format!("{}: {}", label(cx, field), (words.problem)(*problem)));
    let may_try = config.is_ready();
    let main = html! {
        @if let Some(done) = done { (told(cx, me, done)) }
        @if cx.floor.config.is_out_of_reach() && !matches!(config.delivery, Delivery::Kept) {
            (alert(Tone::Warning, (words.out_of_reach)(cx.floor.config.base_url())))
        }
        @match &config.delivery {
            Delivery::Smtp(smtp) => {
                (alert(Tone::Info, words.in_file))
                (card(words.title, overview(&[
                    (words.sender.to_owned(), html! { (config.from()) }),
                    (words.host.to_owned(), html! { (smtp.host) ":" (smtp.port) }),
                ])))
            }
            Delivery::Kept => {
                (alert(Tone::Info, words.demo))
                (fields(cx, form, &wrong))
            }
            Delivery::Console(_) => {
                @if !may_try { (alert(Tone::Info, words.not_set)) }
                (fields(cx, form, &wrong))
            }
        }
        @if may_try {
            (card(words.test, html! {
                p { ((words.test_help)(me.as_str())) }
                (form_whole(path::TEST_MAIL, &cx.csrf(), actions(button_secondary(words.test_button))))
            }))
        }
    };
    Page::new(words.title, main)
        .lead(words.lead)
        .back(words::of(cx.lang).title, path::OPERATOR)
        .with_input()
        .problems(wrong.summary(cx.lang))
}

fn told(cx: &Cx, me: &EmailAddress, done: &LastDone) -> Markup {
    let words = words::mail::of(cx.lang);
    match done {
        LastDone::Saved => alert(Tone::Success, words.saved),
        LastDone::Kept => alert(Tone::Success, words.kept),
        LastDone::Sent => alert(Tone::Success, (words.sent)(me.as_str())),
        LastDone::Failed(trouble) => alert(
            Tone::Problem,
            html! {
                p { strong { (words.failed) } }
                p { ((words.step)(trouble.step)) }
                details {
                    summary { (words::of(cx.lang).cause) }
                    p lang="en" { code translate="no" { (trouble.why) } }
                }
            },
        ),
    }
}

/// What a field is called.
fn label(cx: &Cx, field: MailField) -> &'static str {
    let words = words::mail::of(cx.lang);
    match field {
        MailField::Sender => words.sender,
        MailField::SenderName => words.sender_name,
        MailField::Host => words.host,
        MailField::Tls => words.tls,
        MailField::Port => words.port,
        MailField::User => words.user,
        MailField::Password => words.password,
    }
}

fn fields(cx: &Cx, form: &MailForm, wrong: &Problems<MailField, String>) -> Markup {
    let words = words::mail::of(cx.lang);
    let text = |field: MailField, label: &str| {
        Field::text(field.name(), label).value(form.value(field)).problem(wrong.beside(field))
    };
    let ways = Tls::ALL.map(|tls| (tls.word(), (words.tls_of)(tls)));
    form_input(
        path::MAIL,
        &cx.csrf(),
        html! {
            (Field::new("email", MailField::Sender.name(), words.sender).value(form.value(MailField::Sender))
                .problem(wrong.beside(MailField::Sender)).inputmode("email").hint(words.sender_hint).required(true)
                .render(cx.lang))
            (text(MailField::SenderName, words.sender_name).hint(words.sender_name_hint).required(false)
                .render(cx.lang))
            (text(MailField::Host, words.host).hint(words.host_hint).inputmode("url").required(true).render(cx.lang))
            (field::radios(MailField::Tls.name(), words.tls, &ways).value(form.value(MailField::Tls)).required(true)
                .problem(wrong.beside(MailField::Tls)).render(cx.lang))
            (text(MailField::Port, words.port).hint(words.port_hint).inputmode("numeric").max_width(Width::Short)
                .required(false).render(cx.lang))
            (text(MailField::User, words.user).hint(words.user_hint).required(false).render(cx.lang))
            (Field::password(MailField::Password.name(), words.password).new_password().hint(words.password_hint)
                .problem(wrong.beside(MailField::Password)).required(false).render(cx.lang))
            (actions(button(words.button)))
        },
    )
}
