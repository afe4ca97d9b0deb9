//! That a mail is on its way, and the page behind a link that does not work.
//!
//! The page after sending is the same whether the address is known or not.

use super::{going_on, mail_waits};
use crate::account::path;
use crate::account::words::{self, AccountWords};
use crate::mail::EmailAddress;
use crate::ui::{Kind, Page, actions, button_secondary, card, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// What a mail was sent for.
#[derive(Clone, Copy)]
pub enum Errand {
    /// 新規登録.
    SignUp,
    /// パスワードを忘れた方.
    Reset,
    /// メールアドレスの変更.
    EmailChange,
}

impl Errand {
    /// Where another mail can be asked for.
    const fn form(self) -> &'static str {
        match self {
            Self::SignUp => path::SIGN_UP,
            Self::Reset => path::RESET,
            Self::EmailChange => path::EMAIL,
        }
    }

    /// How long the link works.
    const fn lasts(self, words: &AccountWords) -> &'static str {
        match self {
            Self::SignUp => words.sign_up.lasts,
            Self::Reset => words.reset.lasts,
            Self::EmailChange => words.email_change.lasts,
        }
    }

    /// Where the page leads back to.
    const fn back(self, words: &AccountWords) -> (&'static str, &'static str) {
        match self {
            Self::SignUp | Self::Reset => (words.form.back_to_sign_in, path::SIGN_IN),
            Self::EmailChange => (words.form.back_to_account, path::ACCOUNT),
        }
    }
}

/// That the mail was sent, to which address if that is still known, and what to do when it does not arrive.
pub fn show(cx: &Cx, errand: Errand, address: Option<&str>) -> Page {
    let all = words::of(cx.lang);
    let (words, next) = (&all.sent, cx.next());
    let (label, back) = errand.back(all);
    let is_ready = cx.floor.config.mail.is_ready();
    let page = Page::new(
        if is_ready { words.title } else { words.title_waiting },
        html! {
            (mail_waits(cx))
            @if let Some(address) = address {
                p { @if is_ready { (words.to) ": " } strong { (address) } }
            }
            @if is_ready { p { (words.next) " " (errand.lasts(all)) } }
            @if let Some(meant) = address.and_then(|typed| EmailAddress::parse(typed).ok()?.suggestion()) {
                (perhaps(cx, errand, &meant))
            }
            (card(words.not_arrived, html! {
                @if is_ready {
                    ul {
                        li { (words.not_arrived_typo) }
                        li { (words.not_arrived_spam) }
                        li { (words.not_arrived_carrier) " " code { (cx.floor.config.mail.from().email) } }
                    }
                }
                p { a href=(path::then(&format!("{}?edit=1", errand.form()), &next)) { (words.again) } }
            }))
        },
    )
    .back(label, path::then(back, &next));
    match errand {
        Errand::SignUp => page.steps(super::sign_up::steps(cx, 0)),
        Errand::Reset | Errand::EmailChange => page,
    }
}

/// The address that was probably meant, with a button that sends there.
fn perhaps(cx: &Cx, errand: Errand, meant: &EmailAddress) -> Markup {
    let words = &words::of(cx.lang).sent;
    card(
        words.perhaps,
        html! {
            p { strong { (meant.as_str()) } }
            (form(errand.form(), &cx.csrf(), html! {
                input type="hidden" name="email" value=(meant.as_str());
                (going_on(cx))
                (actions(button_secondary(words.send_there)))
            }))
        },
    )
}

/// Why a link does not work, and where to get a new one.
pub fn dead_link(cx: &Cx, again: &str, label: &str) -> Page {
    let words = words::of(cx.lang);
    let next = cx.next();
    let another = (label, path::then(again, &next));
    // A signed-in visitor has most likely come back to a link that has done its work.
    let (first, second) = match cx.session() {
        Some(_) => ((words.form.back_to_dashboard, path::DASHBOARD.to_owned()), another),
        None => (another, (words.form.back_to_sign_in, path::sign_in_then(&next))),
    };
    Page::new(
        words.dead_link.title,
        html! {
            p { (words.dead_link.why) }
            @if again == path::SIGN_UP { p { (words.dead_link.sign_up) } }
            p { (words.dead_link.cut) }
            (actions(html! {
                (link_button(first.0, &first.1, Kind::Primary))
                (link_button(second.0, &second.1, Kind::Secondary))
            }))
        },
    )
}
