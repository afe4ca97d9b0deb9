//! マイクリニック登録: from the clinic's URL or QR code to the question on the dashboard, and its answer.
//!
//! Looking adds nothing, however often and by whom: only the posted 「登録」 does. To somebody who has the clinic already, a
//! former code says so like the present one.

use crate::account::path::sign_in_then;
use crate::account::{Account, MaybePatient, SignedIn};
use crate::clinic::page::registration::{self as page, RegistrationPrompt};
use crate::clinic::registration::{self, NotRegistered, has};
use crate::clinic::registration_code::{CodeMatch, find};
use crate::clinic::{ClinicId, path, rows};
use crate::store::{self, Reader};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use maud::{Markup, html};

/// What the URL leads to: the dashboard with the question; signed out, アカウント認証 first, which says for which clinic.
pub async fn show(cx: Cx, who: MaybePatient) -> Result {
    let (found, has) = cx
        .read(|r| {
            let found = find(r, cx.param("code"))?;
            let has = match &who.account {
                Some(account) => has(r, account.id, &found)?,
                None => false,
            };
            Ok((found, has))
        })
        .await?;
    Ok(match found {
        CodeMatch::Current(code, _) if who.account.is_some() => cx.go_to(path::registering(code)),
        CodeMatch::Retired(code, _) if has => cx.go_to(path::registering(code)),
        // Without a query that somebody has added, and which might be too long to be come back to.
        CodeMatch::Current(code, _) => cx.go_to(sign_in_then(&path::of_code(path::REGISTRATION, code))),
        CodeMatch::Retired(_, clinic) => cx.gone(page::retired(&cx, &clinic)),
        CodeMatch::Unknown => cx.missing(page::unknown(&cx)),
    })
}

/// What signing in is for when it leads on to the URL of a clinic: which clinic that is.
///
/// # Errors
/// When the store cannot be read.
pub fn signing_in_for(cx: &Cx, r: &dyn Reader, next: &str) -> store::Result<Option<Markup>> {
    let Some(code) = path::REGISTRATION.strip_suffix(":code").and_then(|start| next.strip_prefix(start)) else {
        return Ok(None);
    };
    Ok(match find(r, code)? {
        CodeMatch::Current(_, clinic) => Some(page::way_in(cx, &clinic)),
        CodeMatch::Retired(..) | CodeMatch::Unknown => None,
    })
}

/// Registers the clinic. A second press finds it registered, which is what was wanted.
pub async fn register(cx: Cx, _: MaybePatient) -> Result {
    let code = cx.param("code").to_owned();
    let registered = cx.work(move |work, me: SignedIn| registration::register(work, me.account.id, &code)).await;
    let found = match registered {
        Ok(Done(clinic)) => return Ok(cx.go_to(path::registered(&clinic.id))),
        Ok(Refused(found)) => found,
        // The session ended while the question was on the screen: it is asked again after signing in.
        Err(Failure::SignIn) => return Err(Failure::First(sign_in_then(&cx.here()))),
        Err(failure) => return Err(failure),
    };
    Ok(match found {
        NotRegistered::Has(code) => cx.go_to(path::registering(code)),
        NotRegistered::Retired(clinic) => cx.gone(page::retired(&cx, &clinic)),
        NotRegistered::Unknown => cx.missing(page::unknown(&cx)),
    })
}

/// What the dashboard has to say or to ask about a registration, as its address says; mostly nothing.
///
/// # Errors
/// When the store cannot be read.
pub async fn on_dashboard(cx: &Cx, account: &Account) -> std::result::Result<Markup, Failure> {
    let (typed, done) = (cx.query("register"), cx.query("registered"));
    let asked = cx
        .read(|r| {
            if !typed.is_empty() {
                let found = find(r, &typed)?;
                let has = has(r, account.id, &found)?;
                return Ok(Some(match found {
                    CodeMatch::Current(_, clinic) | CodeMatch::Retired(_, clinic) if has => {
                        RegistrationPrompt::Already(clinic)
                    }
                    CodeMatch::Current(code, clinic) => RegistrationPrompt::Whether(code, clinic),
                    CodeMatch::Retired(_, clinic) => RegistrationPrompt::Retired(clinic),
                    CodeMatch::Unknown => RegistrationPrompt::Unknown,
                }));
            }
            let Some(id) = ClinicId::parse(&done) else {
                return Ok(None);
            };
            // Anybody can write an address; what it says has to be so.
            let registered = rows::link(r, account.id, &id)?.is_some();
            Ok(rows::find(r, &id)?.filter(|_| registered).map(RegistrationPrompt::Done))
        })
        .await?;
    Ok(asked.map_or_else(|| html! {}, |asked| page::on_dashboard(cx, &asked)))
}
