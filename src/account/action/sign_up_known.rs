//! 新規登録 of somebody whose address and person are known from elsewhere: straight to パスワード設定 when the
//! address has been proved in this browser, by the mail of every sign-up otherwise.

use super::sign_up::invite;
use crate::account::form::PasswordForm;
use crate::account::patient::Newcomer;
use crate::account::rows::SignUp;
use crate::account::sign_up::{self, NotBegun};
use crate::account::ties::{KnownPerson, Ties};
use crate::account::{page, path};
use crate::credential::{self, password::Owner};
use crate::person::Draft;
use crate::store;
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::Work;

/// Begins the sign-up. `proof` is there when the address was proved in this browser: it takes that proof away and says
/// whether it was still there.
pub async fn begin<P>(cx: &Cx, known: KnownPerson, proof: Option<P>, ties: &'static dyn Ties) -> Result
where
    P: FnMut(&mut Work<'_>) -> store::Result<bool> + Send + 'static,
{
    let Some(mut proof) = proof else {
        return invite(cx, known.address.clone(), Some(known), path::DASHBOARD).await;
    };
    let (fresh, wanted) = (cx.new_token(), known.clone());
    let visitor = fresh.hash();
    let begun = cx.work(move |work, _: Anyone| sign_up::begin_proved(work, &wanted, visitor, &mut proof, ties)).await?;
    match begun {
        Done(()) => Ok(cx.go_to(path::SIGN_UP_PASSWORD).identified_by(fresh)),
        // This tells nothing new: the visitor has proved that the address is theirs.
        Refused(NotBegun::Taken) => Ok(cx.refuse(page::sign_up::taken(cx, path::DASHBOARD, Some(&known.origin)))),
        Refused(NotBegun::Unproved) => invite(cx, known.address.clone(), Some(known), path::DASHBOARD).await,
    }
}

/// パスワード設定, for as long as none is chosen.
pub async fn show(cx: Cx, guest: Newcomer) -> Result {
    match guest.sign_up.password {
        None => Ok(cx.page(page::sign_up::password(&cx, &guest.sign_up.address, &Problems::default()))),
        Some(_) => Ok(cx.go_to(beyond(&cx, guest.sign_up.person.as_ref()))),
    }
}

/// Where it goes on behind the password: nothing is asked again that has been typed before.
fn beyond(cx: &Cx, person: Option<&Draft>) -> &'static str {
    match super::edit_person::look_over(cx, person) {
        Some(_) => path::SIGN_UP_CONFIRMATION,
        None => path::SIGN_UP_PERSON,
    }
}

/// Keeps the password's hash for the end of the sign-up.
pub async fn set_password(cx: Cx, guest: Newcomer, ties: &'static dyn Ties) -> Result {
    let SignUp { address, person, password: chosen, .. } = guest.sign_up;
    let beyond = beyond(&cx, person.as_ref());
    if chosen.is_some() {
        return Ok(cx.go_to(beyond));
    }
    let person = super::edit_person::look_over(&cx, person.as_ref());
    let names = person.map(|person| person.names()).unwrap_or_default();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let owner = Owner { address: Some(&address), names: &names };
    let password = match cx.typed::<PasswordForm>().check(owner) {
        Ok(password) => password,
        Err(problems) => return Ok(cx.refuse(page::sign_up::password(&cx, &address, &problems))),
    };
    credential::count_hash(&cx).await?;
    let hash = cx.hash(password.as_bytes()).await?;
    let fresh = cx.new_token();
    let visitor = fresh.hash();
    let Done(kept) = cx.work(move |work, _: Anyone| sign_up::choose_password(work, &hash, visitor, ties)).await?;
    let next = cx.go_to(beyond);
    Ok(if kept { next.identified_by(fresh) } else { next })
}
