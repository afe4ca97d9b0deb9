//! ログイン中の端末.

use crate::account::{path, words};
use crate::lang;
use crate::session::Session;
use crate::ui::{
    Page, Tone, WholeParts, actions, alert, button, button_secondary_named, card, form, form_named, overview,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The sessions of the account: the present one, then the others.
pub fn show(cx: &Cx, sessions: &[Session]) -> Page {
    let words = &words::of(cx.lang).sessions;
    let done = match cx.query("done").as_str() {
        "others" => Some(words.others_done),
        "one" => Some(words.one_done),
        _ => None,
    };
    draw(cx, sessions, html! { @if let Some(done) = done { (alert(Tone::Success, done)) } })
}

/// The same, for somebody who wanted to sign out a session that is over.
pub fn already_over(cx: &Cx, sessions: &[Session]) -> Page {
    draw(cx, sessions, alert(Tone::Info, words::of(cx.lang).sessions.already_over))
}

fn draw(cx: &Cx, sessions: &[Session], notice: Markup) -> Page {
    let words = words::of(cx.lang);
    let own = cx.session().map(|session| session.key);
    let (here, others): (Vec<&Session>, Vec<_>) = sessions.iter().partition(|session| Some(session.key) == own);
    Page::new(
        words.sessions.title,
        html! {
            (notice)
            @for session in here {
                (card(words.sessions.here, html! {
                    p { strong { (words::device(cx.lang, session.user_agent)) } }
                    (facts(cx, session))
                }))
            }
            (card(words.sessions.others, html! {
                @if others.is_empty() { p { (words.sessions.no_others) } }
                @else {
                    p { (words.sessions.unknown) " " a href=(path::PASSWORD) { (words.password_change.title) } }
                    (form(path::OTHERS_SIGN_OUT, &cx.csrf(), actions(button(words.sessions.sign_out_others))))
                }
            }))
            @for session in others { (other(cx, session)) }
        },
    )
    .lead(words.sessions.lead)
    .back(words.form.back_to_account, path::ACCOUNT)
}

fn other(cx: &Cx, session: &Session) -> Markup {
    let device = words::device(cx.lang, session.user_agent);
    let words = &words::of(cx.lang).sessions;
    let name = (words.sign_out_named)(&device, session.started);
    let button = actions(button_secondary_named(words.sign_out_one, &name));
    card(
        &device,
        html! {
            (facts(cx, session))
            (form_named(&device, &path::of_session(&session.reference()), &cx.csrf(), button))
        },
    )
}

fn facts(cx: &Cx, session: &Session) -> Markup {
    let words = &words::of(cx.lang).sessions;
    overview(&[
        (words.started.to_owned(), html! { (lang::WrittenMoment(cx.lang, session.started)) }),
        (words.used.to_owned(), html! { (WholeParts(&lang::date(cx.lang, session.used.jst_date()))) }),
    ])
}
