//! 新規登録 of somebody whose address and person are known from elsewhere (manual 3-1-2): straight to パスワード設定 when the
//! address has been proved in this browser, by the mail of every sign-up otherwise.
//!
//! What they are known from is its own room's business.

use super::sign_up::invite;
use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::patient::Newcomer;
use crate::account::store::{self, SignUp};
use crate::account::ties::Known;
use crate::account::{page, path};
use crate::secret::TokenHash;
use crate::store::{self as floor, Tx};
use crate::web::{Cx, Result, session};

/// What became of a proof.
enum Begun {
    /// The sign-up goes on.
    SignUp,
    /// The address has an account.
    Taken,
    /// Somebody was faster and has used it up.
    Unproved,
}

/// Begins the sign-up. `proof` is there when whoever sits at this browser has proved the address: it takes that proof
/// away and says whether it was still there, and hands what belongs to this browser on to the token given.
pub async fn begin<P>(cx: &Cx, known: Known, proof: Option<P>) -> Result
where
    P: FnMut(&mut Tx<'_>, TokenHash) -> floor::Result<bool> + Send + 'static,
{
    let Some(mut proof) = proof else {
        return invite(cx, known.address.clone(), Some(known), path::DASHBOARD).await;
    };
    // A new token, so that nobody who planted one in this browser before can go on with the sign-up in their own.
    let (fresh, wanted) = (cx.new_token(), known.clone());
    let (before, visitor) = (cx.visitor(), fresh.hash());
    let begun = cx
        .write(move |tx| {
            let taken = store::of_address(tx, &wanted.address)?.is_some();
            if !proof(tx, if taken { before } else { visitor })? {
                return Ok(Begun::Unproved);
            }
            if taken {
                return Ok(Begun::Taken);
            }
            store::end_sign_up(tx, before)?;
            store::put_sign_up(tx, visitor, SignUp::of(wanted.clone()))?;
            session::end(tx, &before)?;
            Ok(Begun::SignUp)
        })
        .await?;
    match begun {
        Begun::SignUp => Ok(cx.done(path::SIGN_UP_PASSWORD).identified_by(fresh)),
        // Nothing is told that the address's owner does not know: they have proved it.
        Begun::Taken => Ok(cx.refuse(page::sign_up::taken(cx, path::DASHBOARD))),
        Begun::Unproved => invite(cx, known.address.clone(), Some(known), path::DASHBOARD).await,
    }
}

/// パスワード設定, for as long as none is chosen.
pub async fn show(cx: Cx, guest: Newcomer) -> Result {
    match guest.sign_up.password {
        None => Ok(cx.page(page::sign_up::password(&cx, &guest.sign_up.address, &[]))),
        Some(_) => Ok(cx.done(path::SIGN_UP_PERSON)),
    }
}

/// Keeps the password's hash for the end of the sign-up.
pub async fn set_password(cx: Cx, guest: Newcomer) -> Result {
    let SignUp { address, person, .. } = guest.sign_up;
    let person = super::edit_person::look_over(&cx, person.as_ref());
    let names = person.map(|person| person.names()).unwrap_or_default();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let owner = Owner { address: Some(&address), names: &names };
    let password = match Password::choose(cx.form().get("password"), PATIENT_LEAST, owner) {
        Ok(password) => password,
        Err(problems) => return Ok(cx.refuse(page::sign_up::password(&cx, &address, &problems))),
    };
    let hash = cx.floor.hasher.hash(password.as_bytes().to_vec()).await?;
    // A new token, so that nobody who planted one in this browser before can look into the rest of the sign-up.
    let fresh = cx.new_token();
    let (before, visitor) = (cx.visitor(), fresh.hash());
    let kept = cx
        .write(move |tx| {
            let Some(sign_up) = store::sign_up(tx, before)?.filter(|found| found.password.is_none()) else {
                return Ok(false);
            };
            store::end_sign_up(tx, before)?;
            store::put_sign_up(tx, visitor, SignUp { password: Some(hash.clone()), ..sign_up })?;
            session::end(tx, &before)?;
            Ok(true)
        })
        .await?;
    let next = cx.done(path::SIGN_UP_PERSON);
    Ok(if kept { next.identified_by(fresh) } else { next })
}
