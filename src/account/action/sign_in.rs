//! アカウント認証.

use crate::account::form::{AccountProblem, AccountProblems, SignInField, SignInForm};
use crate::account::model::Account;
use crate::account::page::sign_in::SignInNotes;
use crate::account::sign_in::{self, SignInChanges};
use crate::account::ties::Ties;
use crate::account::{credential, known_device, page, path, rows};
use crate::credential::{Attempts, hash_again, is_used_up};
use crate::mail::EmailAddress;
use crate::secret::{PasswordCheck, Token};
use crate::store::{self, Reader};
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Failure, Result};
use crate::work::Ended::Done;

/// The top of the site: the dashboard, or the sign-in page.
pub async fn top(cx: Cx, _: Anyone) -> Result {
    Ok(cx.go_to(if cx.session().is_some() { path::DASHBOARD } else { path::SIGN_IN }))
}

/// The form; for somebody who is signed in already, the place where they wanted to go.
pub async fn show(cx: Cx, _: Anyone, ties: &'static dyn Ties) -> Result {
    if cx.session().is_some() {
        return Ok(cx.go_to(path::onward(&cx.next())));
    }
    let typed = cx.kept_form().await?.unwrap_or_default();
    let notes = notes(&cx, ties).await?;
    Ok(cx.page(page::sign_in::show(&cx, &typed, &notes, &Problems::default())))
}

/// What stands beside the form.
async fn notes(cx: &Cx, ties: &dyn Ties) -> std::result::Result<SignInNotes, Failure> {
    let next = cx.next();
    let (under_way, purpose) =
        cx.read(|r| Ok((rows::sign_up(r, cx.visitor())?.is_some(), ties.signing_in_for(cx, r, &next)?))).await?;
    Ok(SignInNotes { under_way, purpose })
}

/// Signs in with a new session token. The answer is the same for an unknown address and a wrong password.
pub async fn sign_in(cx: Cx, _: Anyone, ties: &'static dyn Ties) -> Result {
    let form: SignInForm = cx.typed();
    let address = match form.check() {
        Ok(address) => address,
        Err(problems) => return refuse(&cx, &form, &problems, ties).await,
    };
    let (account, attempts, used_up) = cx
        .read(|r| {
            let account = rows::of_address(r, &address)?;
            let attempts = attempts(&cx, r, &address, account.as_ref())?;
            let used_up = is_used_up(r, &attempts)?;
            Ok((account, attempts, used_up))
        })
        .await?;
    if used_up {
        let problems = Problems::one(SignInField::Whole, AccountProblem::TooManySignIns);
        return Ok(cx.exhausted(page::sign_in::show(&cx, &form, &notes(&cx, ties).await?, &problems)));
    }
    let verdict = credential::verify(&cx, &attempts, account.as_ref(), &form.password).await?;
    let wrong = match account.filter(|_| verdict != PasswordCheck::Wrong) {
        None => AccountProblem::SignInWrong,
        Some(account) if account.disabled.is_some() => AccountProblem::Disabled,
        Some(account) => {
            let stronger = match verdict {
                PasswordCheck::RightButWeak => hash_again(&cx, &form.password).await?,
                PasswordCheck::Right | PasswordCheck::Wrong => None,
            };
            return welcome(&cx, account, stronger, ties).await;
        }
    };
    refuse(&cx, &form, &Problems::one(SignInField::Whole, wrong), ties).await
}

/// With which attempts those of the form are counted.
fn attempts(cx: &Cx, r: &dyn Reader, address: &EmailAddress, account: Option<&Account>) -> store::Result<Attempts> {
    let known = match account.zip(cx.device()) {
        Some((account, device)) => {
            let known = known_device::counted_as(r, account.id, device)?;
            known.map(|device| credential::on_device(account.id, device))
        }
        None => None,
    };
    Ok(known.unwrap_or_else(|| credential::for_address(address)))
}

async fn refuse(cx: &Cx, form: &SignInForm, problems: &AccountProblems<SignInField>, ties: &dyn Ties) -> Result {
    let notes = notes(cx, ties).await?;
    Ok(cx.refuse(page::sign_in::show(cx, form, &notes, problems)))
}

/// Starts the session, unless what decides a sign-in was changed while the password was being checked.
async fn welcome(cx: &Cx, seen: Account, stronger: Option<String>, ties: &'static dyn Ties) -> Result {
    let (token, device) = (cx.new_token(), cx.new_token());
    let (fresh, old_device, known) = (token.hash(), cx.device().map(Token::hash), device.hash());
    let stay = cx.typed::<SignInForm>().stay();
    let (lang, user_agent) = (cx.request.chosen_lang, cx.request.user_agent);
    // As the page says, or as this browser has kept it for them behind a mail.
    let next = Some(cx.next()).filter(|next| path::is_elsewhere(next));
    let next = next.unwrap_or_else(|| cx.next_kept(&seen.address.key()).to_owned());
    let change = SignInChanges { stronger, lang, old_device, device: Some(known), stay, user_agent };
    let Done(started) = cx.work(move |work, _: Anyone| sign_in::start(work, &seen, &change, fresh, ties)).await?;
    Ok(if started {
        cx.go_to(path::onward(&next)).signed_in(token, stay).on_device(device)
    } else {
        cx.go_to(path::sign_in_then(&next))
    })
}
