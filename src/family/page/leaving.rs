//! What 退会 says of the people whom the account shares.

use crate::account::{AccountId, Relation, care};
use crate::family::words;
use crate::store::{Reader, Result};
use crate::ui::{Tone, alert};
use crate::web::Cx;
use maud::{Markup, html};

/// Who is shared, and what becomes of them; nothing where nobody is.
///
/// # Errors
/// What the store says.
pub fn show(cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<Markup> {
    let words = &words::of(cx.lang).sharing;
    let mut shared = care::members(r, account)?;
    shared.retain(|member| member.relation != Relation::Own && member.sharing.is_some());
    Ok(html! {
        @if !shared.is_empty() {
            (alert(Tone::Info, html! {
                p { strong { (words.leaving) } }
                ul { @for member in &shared { li { (member.person.name.full()) } } }
                p { (words.leaving_what) }
            }))
        }
    })
}
