//! What was mailed to an account about reservations, for its owner to take along.

use crate::account::{Account, DataSection};
use crate::lang;
use crate::mail::copy::{self, CopyId};
use crate::notice::words;
use crate::store::{Reader, Result};
use crate::web::Cx;
use maud::html;

/// More than are kept of what is written to one address.
const MOST: usize = 5_000;

/// The kept copies, the earliest first.
pub fn section(cx: &Cx, r: &dyn Reader, account: &Account) -> Result<DataSection> {
    let words = words::of(cx.lang);
    let copies = copy::on_from(r, &account.address, CopyId::FIRST, MOST)?;
    let body = html! {
        @if copies.is_empty() { p { (words.empty) } }
        @for (_, copy) in &copies {
            h3 { (lang::moment(cx.lang, copy.written)) " " span lang=(copy.lang.tag()) { (copy.title) } }
            pre lang=(copy.lang.tag()) { (copy.text) }
        }
    };
    Ok(DataSection { title: words.title, body })
}
