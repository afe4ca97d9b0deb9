//! The copy of the next visits, for the script that keeps it on a device whose user has asked for it.

use crate::account::Patient;
use crate::home::{next_visits, page};
use crate::session::Session;
use crate::web::{Cx, Result};

/// The copy. It is no page: it says for whose account it is, so that it is kept for nobody else.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let visits = cx.read(|r| next_visits::next_visits(r, me.account.id)).await?;
    let account = cx.session().map_or_else(String::new, Session::form_owner);
    let copy = page::device_copy::draw(&cx, &account, &visits);
    Ok(cx.file("visits.txt", "text/plain; charset=utf-8", copy.into_string()))
}
