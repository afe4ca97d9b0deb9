//! That a mail is on its way, and the page behind a link that does not work.
//!
//! The page after sending is the same whether the address is known or not.

use super::going_on;
use crate::account::{path, words};
use crate::lang::Words;
use crate::mail::EmailAddress;
use crate::ui::{Kind, Page, actions, button_secondary, card, form, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// What a mail was sent for.
pub struct Errand {
    /// Where another one can be asked for.
    form: &'static str,
    /// How long its link works.
    lasts: Words,
    /// Where the page leads back to.
    back: (Words, &'static str),
    /// Which step of the sign-up it is, if it is one.
    step: Option<usize>,
}

/// 新規登録.
pub const SIGN_UP: Errand = Errand {
    form: path::SIGN_UP,
    lasts: words::SIGN_UP_HOURS,
    back: (words::BACK_TO_SIGN_IN, path::SIGN_IN),
    step: Some(0),
};

/// パスワードを忘れた方.
pub const RESET: Errand = Errand {
    form: path::RESET,
    lasts: words::RESET_SENT_MINUTES,
    back: (words::BACK_TO_SIGN_IN, path::SIGN_IN),
    step: None,
};

/// メールアドレスの変更.
pub const EMAIL: Errand =
    Errand { form: path::EMAIL, lasts: words::EMAIL_HOUR, back: (words::BACK_TO_ACCOUNT, path::ACCOUNT), step: None };

/// That the mail was sent, to which address if that is still known, and what to do when it does not arrive.
pub fn show(cx: &Cx, errand: &Errand, address: Option<&str>) -> Page {
    let next = cx.next();
    let page = Page::new(
        cx.say(words::SENT),
        html! {
            @if let Some(address) = address {
                p { (cx.say(words::SENT_TO)) ": " strong { (address) } }
            }
            p { (cx.say(words::SENT_NEXT)) " " (cx.say(errand.lasts)) }
            @if let Some(meant) = address.and_then(|typed| EmailAddress::parse(typed).ok()?.suggestion()) {
                (perhaps(cx, errand, &meant))
            }
            (card(cx.say(words::NOT_ARRIVED), html! {
                ul {
                    li { (cx.say(words::NOT_ARRIVED_TYPO)) }
                    li { (cx.say(words::NOT_ARRIVED_SPAM)) }
                    li { (cx.say(words::NOT_ARRIVED_CARRIER)) " " code { (cx.floor.config.mail.from.email) } }
                }
                p { a href=(path::then(&format!("{}?edit=1", errand.form), &next)) { (cx.say(words::SEND_AGAIN)) } }
            }))
        },
    )
    .back(cx.say(errand.back.0), path::then(errand.back.1, &next));
    match errand.step {
        Some(step) => page.steps(super::sign_up::steps(cx, step)),
        None => page,
    }
}

/// The address that was probably meant, with a button that sends there.
fn perhaps(cx: &Cx, errand: &Errand, meant: &EmailAddress) -> Markup {
    card(
        cx.say(words::PERHAPS),
        html! {
            p { strong { (meant.as_str()) } }
            (form(errand.form, &cx.csrf(), html! {
                input type="hidden" name="email" value=(meant.as_str());
                (going_on(cx))
                (actions(button_secondary(cx.say(words::SEND_THERE))))
            }))
        },
    )
}

/// Why a link does not work, and where to get a new one.
pub fn dead_link(cx: &Cx, again: &str, label: Words) -> Page {
    let next = cx.next();
    let another = (label, path::then(again, &next));
    // A signed-in visitor has most likely come back to a link that has done its work.
    let (first, second) = match cx.session() {
        Some(_) => ((words::BACK_TO_DASHBOARD, path::DASHBOARD.to_owned()), another),
        None => (another, (words::BACK_TO_SIGN_IN, path::sign_in_then(&next))),
    };
    Page::new(
        cx.say(words::LINK_DEAD),
        html! {
            p { (cx.say(words::LINK_DEAD_WHY)) }
            @if again == path::SIGN_UP { p { (cx.say(words::LINK_DEAD_SIGN_UP)) } }
            p { (cx.say(words::LINK_DEAD_CUT)) }
            (actions(html! {
                (link_button(cx.say(first.0), &first.1, Kind::Primary))
                (link_button(cx.say(second.0), &second.1, Kind::Secondary))
            }))
        },
    )
}
