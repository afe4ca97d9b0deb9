//! What 確認 asks of a guest: the code that was mailed, or a better address.

use crate::account::mail_waits;
use crate::booking::code::Code;
use crate::booking::words;
use crate::mail::EmailAddress;
use crate::ui::{Field, Kind, Tone, Width, actions, alert, button_saying, card, form_named};
use crate::web::Cx;
use maud::{Markup, html};

/// The name of the field for a guest's code.
pub const CODE: &str = "code";

/// Where a confirmation goes, and what is still asked of a guest about that.
pub struct ContactToConfirm<'a> {
    /// The address.
    pub address: &'a EmailAddress,
    /// What is still asked of a guest.
    pub proof: Option<Proof<'a>>,
    /// The address that a guest probably meant.
    pub perhaps: Option<EmailAddress>,
    /// Where a new code is asked for, and where the address is put right.
    pub code: String,
}

impl ContactToConfirm<'_> {
    /// Whether a code was mailed that can still be used.
    pub fn has_code(&self) -> bool {
        self.proof.as_ref().is_some_and(|proof| proof.code.is_some())
    }
}

/// That an address is to be proved.
pub struct Proof<'a> {
    /// The code that was mailed, if it can still be used.
    pub code: Option<&'a Code>,
}

/// The address that a guest probably meant.
pub fn suggestion(cx: &Cx, meant: &EmailAddress, action: &str) -> Markup {
    let words = &words::of(cx.lang).confirmation;
    card(
        words.perhaps,
        html! {
            p { strong { (meant.as_str()) } }
            (form_named(words.use_this, action, &cx.csrf(), actions(button_saying(Kind::Secondary, words.use_this, "go", "suggestion"))))
        },
    )
}

/// The field of the code. Where `too_many` were asked for, the page has said so, and asks for no other one.
pub fn code_field(
    cx: &Cx,
    proof: &Proof<'_>,
    address: &EmailAddress,
    too_many: bool,
    problem: Option<String>,
) -> Markup {
    let words = &words::of(cx.lang).code;
    html! {
        h2 { (words.title) }
        (mail_waits(cx))
        @match proof.code {
            // The code waits as well, which is all that is said then.
            Some(_) if !cx.floor.config.mail.is_ready() => "",
            Some(code) => p {
                strong { (address.as_str()) } ((words.sent_to)(code.ends(), code.tries_left()))
            },
            None if too_many => "",
            None => (alert(Tone::Warning, words.over)),
        }
        (Field::text(CODE, words.label).inputmode("numeric").autocomplete("one-time-code").required(true)
            .hint(words.hint).max_width(Width::Short).problem(problem).render(cx.lang))
    }
}

/// How to get another code, where one `is_expected` or none can be used any more.
pub fn again(cx: &Cx, action: &str, is_expected: bool) -> Markup {
    let words = &words::of(cx.lang).code;
    html! {
        div .aside {
            @if is_expected { p .quiet { (words.late) } }
            @let kind = if is_expected { Kind::Secondary } else { Kind::Primary };
            (form_named(words.again, action, &cx.csrf(), actions(button_saying(kind, words.again, "go", "again"))))
        }
    }
}
