//! マイクリニック登録 (manual 3-2-1): from the clinic's URL or QR code to the question on the dashboard, and its answer.
//!
//! Looking adds nothing, however often and by whom: only the posted 「登録」 does.

use crate::account::path::sign_in_then;
use crate::account::{Account, SignedIn, Visitor};
use crate::clinic::page::registration::{self as page, Asked};
use crate::clinic::registration_code::{Found, find};
use crate::clinic::{ClinicId, path, store};
use crate::web::{Cx, Failure, Result};
use maud::{Markup, html};

/// What the URL leads to: which clinic it is and the way in, or the dashboard with the question.
pub async fn show(cx: Cx, who: Visitor) -> Result {
    let found = cx.read(|r| find(r, cx.param("code")))?;
    Ok(match found {
        Found::Current(code, _) if who.account.is_some() => cx.done(path::registering(code)),
        Found::Current(_, clinic) => cx.page(page::way_in(&cx, &clinic)),
        Found::Retired(clinic) => cx.gone(page::retired(&cx, &clinic)),
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
                store::register(tx, cx.now, account.id, &clinic.id)?;
            }
            Ok(Some(found))
        })
        .await?;
    match found {
        // The session ended while the question was on the screen: it is asked again after signing in.
        None => Err(Failure::First(sign_in_then(&cx.here()))),
        Some(Found::Current(_, clinic)) => Ok(cx.done(path::registered(&clinic.id))),
        Some(Found::Retired(clinic)) => Ok(cx.gone(page::retired(&cx, &clinic))),
        Some(Found::Unknown) => Ok(cx.missing(page::unknown(&cx))),
    }
}

/// What the dashboard has to say or to ask about a registration, as its address says; mostly nothing.
///
/// # Errors
/// When the store cannot be read.
pub fn on_dashboard(cx: &Cx, account: &Account) -> std::result::Result<Markup, Failure> {
    let (typed, done) = (cx.query("register"), cx.query("registered"));
    let asked = cx.read(|r| {
        if !typed.is_empty() {
            return Ok(Some(match find(r, &typed)? {
                Found::Current(_, clinic) if store::link(r, account.id, &clinic.id)?.is_some() => {
                    Asked::Already(clinic)
                }
                Found::Current(code, clinic) => Asked::Whether(code, clinic),
                Found::Retired(clinic) => Asked::Retired(clinic),
                Found::Unknown => Asked::Unknown,
            }));
        }
        let Some(id) = ClinicId::parse(&done) else {
            return Ok(None);
        };
        // Anybody can write an address; what it says has to be so.
        let registered = store::link(r, account.id, &id)?.is_some();
        Ok(store::find(r, &id)?.filter(|_| registered).map(Asked::Done))
    })?;
    Ok(asked.map_or_else(|| html! {}, |asked| page::on_dashboard(cx, &asked)))
}
