//! マイクリニック登録 (manual 3-2-1): from the clinic's URL or QR code to the question on the dashboard, and its answer.
//!
//! Looking adds nothing, however often and by whom: only the posted 「登録」 does. To whoever has the clinic already, a
//! code of before says so like the one of now.

use crate::account::path::sign_in_then;
use crate::account::{Account, AccountId, SignedIn, Visitor};
use crate::clinic::page::registration::{self as page, Asked};
use crate::clinic::registration_code::{Found, find};
use crate::clinic::{ClinicId, path, store};
use crate::store::{Reader, Result as Read};
use crate::web::{Cx, Failure, Result};
use maud::{Markup, html};

/// What the URL leads to: which clinic it is and the way in, or the dashboard with the question.
pub async fn show(cx: Cx, who: Visitor) -> Result {
    let (found, has) = cx.read(|r| {
        let found = find(r, cx.param("code"))?;
        let has = match &who.account {
            Some(account) => has(r, account.id, &found)?,
            None => false,
        };
        Ok((found, has))
    }).await?;
    Ok(match found {
        Found::Current(code, _) if who.account.is_some() => cx.done(path::registering(code)),
        Found::Retired(code, _) if has => cx.done(path::registering(code)),
        Found::Current(code, clinic) => cx.page(page::way_in(&cx, code, &clinic)),
        Found::Retired(_, clinic) => cx.gone(page::retired(&cx, &clinic)),
        Found::Unknown => cx.missing(page::unknown(&cx)),
    })
}

/// Registers the clinic. A second press finds it registered, which is what was wanted.
pub async fn register(cx: Cx, _: Visitor) -> Result {
    let context = cx.clone();
    let found = cx
        .write(move |tx| {
            let cx = &context;
            let Some(account) = SignedIn::again(tx, cx)? else {
                return Ok(None);
            };
            let found = find(tx, cx.param("code"))?;
            if let Found::Current(_, clinic) = &found {
                store::register(tx, account.id, &clinic.id)?;
            }
            let has = has(tx, account.id, &found)?;
            Ok(Some((found, has)))
        })
        .await?;
    match found {
        // The session ended while the question was on the screen: it is asked again after signing in.
        None => Err(Failure::First(sign_in_then(&cx.here()))),
        Some((Found::Current(_, clinic), _)) => Ok(cx.done(path::registered(&clinic.id))),
        Some((Found::Retired(code, _), true)) => Ok(cx.done(path::registering(code))),
        Some((Found::Retired(_, clinic), false)) => Ok(cx.gone(page::retired(&cx, &clinic))),
        Some((Found::Unknown, _)) => Ok(cx.missing(page::unknown(&cx))),
    }
}

/// What the dashboard has to say or to ask about a registration, as its address says; mostly nothing.
///
/// # Errors
/// When the store cannot be read.
pub async fn on_dashboard(cx: &Cx, account: &Account) -> std::result::Result<Markup, Failure> {
    let (typed, done) = (cx.query("register"), cx.query("registered"));
    let asked = cx.read(|r| {
        if !typed.is_empty() {
            let found = find(r, &typed)?;
            let has = has(r, account.id, &found)?;
            return Ok(Some(match found {
                Found::Current(_, clinic) | Found::Retired(_, clinic) if has => Asked::Already(clinic),
                Found::Current(code, clinic) => Asked::Whether(code, clinic),
                Found::Retired(_, clinic) => Asked::Retired(clinic),
                Found::Unknown => Asked::Unknown,
            }));
        }
        let Some(id) = ClinicId::parse(&done) else {
            return Ok(None);
        };
        // Anybody can write an address; what it says has to be so.
        let registered = store::link(r, account.id, &id)?.is_some();
        Ok(store::find(r, &id)?.filter(|_| registered).map(Asked::Done))
    }).await?;
    Ok(asked.map_or_else(|| html! {}, |asked| page::on_dashboard(cx, &asked)))
}

/// Whether the clinic of a code is among an account's own.
fn has(r: &dyn Reader, account: AccountId, found: &Found) -> Read<bool> {
    let (Found::Current(_, clinic) | Found::Retired(_, clinic)) = found else { return Ok(false) };
    Ok(store::link(r, account, &clinic.id)?.is_some())
}
