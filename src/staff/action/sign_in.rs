//! Signing in to the console: address and password.

use crate::credential::{Attempts, hash_again, is_used_up};
use crate::mail::EmailAddress;
use crate::secret::{PasswordCheck, Token};
use crate::staff::form::{StaffProblem, StaffProblems, StaffSignInField, StaffSignInForm};
use crate::staff::guard::MaybeStaff;
use crate::staff::model::Staff;
use crate::staff::{
    credential, device_sign_in, known_device, locking, page, path, rows, setup, shared_device, sign_in, staffing,
};
use crate::store::{self, Reader};
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;

/// The form; for somebody who is signed in already, the place where they wanted to go. As long as there is nobody who could sign in,
/// the first owner is made.
pub async fn show(cx: Cx, me: MaybeStaff) -> Result {
    if me.staff.is_some() {
        return Ok(cx.go_to(path::onward(&cx.next())));
    }
    if cx.read(setup::is_open).await? {
        return Ok(cx.go_to(path::SETUP));
    }
    if cx.query("full") != "1" && can_come_back(&cx).await? {
        return Ok(cx.go_to(path::lock_then(&cx.next())));
    }
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(page::sign_in::show(&cx, &typed, &Problems::default())))
}

/// Whether somebody can come back with a PIN on this device.
async fn can_come_back(cx: &Cx) -> store::Result<bool> {
    let Some(key) = cx.shared_device().map(Token::hash) else { return Ok(false) };
    cx.read(|r| match shared_device::find(r, key)? {
        Some(device) => Ok(!device_sign_in::present(r, key, &device)?.is_empty()),
        None => Ok(false),
    })
    .await
}

/// Judges the password, and goes on to the code. The answer is the same for an unknown address and a wrong password.
pub async fn sign_in(cx: Cx, _: Anyone) -> Result {
    let form: StaffSignInForm = cx.typed();
    let address = match form.check() {
        Ok(address) => address,
        Err(problems) => return Ok(cx.refuse(page::sign_in::show(&cx, &form, &problems))),
    };
    let (staff, attempts, used_up, welcome) = cx
        .read(|r| {
            let staff = rows::of_address(r, &address)?;
            let welcome = staff.as_ref().map(|staff| staffing::may_sign_in(r, staff)).transpose()?.unwrap_or(true);
            let attempts = attempts(&cx, r, &address, staff.as_ref())?;
            let used_up = is_used_up(r, &attempts)?;
            Ok((staff, attempts, used_up, welcome))
        })
        .await?;
    if used_up {
        let problems = Problems::one(StaffSignInField::Whole, StaffProblem::TooManySignIns);
        return Ok(cx.exhausted(page::sign_in::show(&cx, &form, &problems)));
    }
    let verdict = credential::verify(&cx, &attempts, staff.as_ref(), &form.password).await?;
    match staff.filter(|_| verdict != PasswordCheck::Wrong) {
        None => Ok(refuse(&cx, &form, StaffProblem::SignInWrong)),
        Some(_) if !welcome => Ok(refuse(&cx, &form, StaffProblem::Disabled)),
        Some(staff) => {
            let stronger = match verdict {
                PasswordCheck::RightButWeak => hash_again(&cx, &form.password).await?,
                PasswordCheck::Right | PasswordCheck::Wrong => None,
            };
            ask_code(&cx, staff, stronger).await
        }
    }
}

/// With which attempts those of the form are counted.
fn attempts(cx: &Cx, r: &dyn Reader, address: &EmailAddress, staff: Option<&Staff>) -> store::Result<Attempts> {
    if let Some((staff, device)) = staff.zip(cx.device())
        && known_device::knows(r, staff.id, device)?
    {
        return Ok(credential::on_device(staff.id, device));
    }
    Ok(credential::for_address(address))
}

fn refuse(cx: &Cx, form: &StaffSignInForm, problem: StaffProblem) -> crate::web::Reply {
    let problems: StaffProblems<_> = Problems::one(StaffSignInField::Whole, problem);
    cx.refuse(page::sign_in::show(cx, form, &problems))
}

/// Goes on to the code, unless what decides a sign-in was changed while the password was being checked.
async fn ask_code(cx: &Cx, seen: Staff, stronger: Option<String>) -> Result {
    let token = cx.new_token();
    let fresh = token.hash();
    let (device, parked, left) = (cx.shared_device().map(Token::hash), Token::mint().hash(), cx.next());
    let Done((begun, another)) = cx
        .work(move |work, _: Anyone| {
            let another = device.map(|key| locking::leave_to(work, key, seen.id, &left, parked)).transpose()?;
            Ok((sign_in::begin(work, &seen, stronger.as_ref(), fresh)?, another == Some(true)))
        })
        .await?;
    // The page that another person was on is no place for them to begin.
    let next = if another { path::CONSOLE.to_owned() } else { cx.next() };
    Ok(if begun { cx.go_to(path::code_then(&next)).going_on_as(token) } else { cx.go_to(path::sign_in_then(&next)) })
}
