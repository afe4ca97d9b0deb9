//! A shared device: locking it, coming back with a PIN, and setting one.

use crate::clinic;
use crate::credential::{self as passwords, is_used_up};
use crate::secret::{PasswordCheck, Token, TokenHash};
use crate::session::Stay;
use crate::staff::form::{PinForm, SharedDeviceField, StaffProblem, StaffProblems};
use crate::staff::guard::{AtSharedDevice, MaybeStaff, Recent};
use crate::staff::locking::{self, ComingBack};
use crate::staff::model::Staff;
use crate::staff::{credential, device_sign_in, page, path, pin, shared_device};
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Failure, Reply, Result};
use crate::work::Ended::{Done, Refused};

/// Who can come back on a device.
struct Locked {
    key: TokenHash,
    clinic: String,
    present: Vec<Staff>,
}

/// Who can come back; on a device where nobody can, the place to sign in.
pub async fn show(cx: Cx, me: MaybeStaff) -> Result {
    if me.staff.is_some() {
        return Ok(cx.go_to(path::onward(&cx.next())));
    }
    match look(&cx).await? {
        Some(locked) if !locked.present.is_empty() => Ok(cx.page(screen(&cx, &locked, "", &Problems::default()))),
        _ => Ok(cx.go_to(path::full_sign_in_then(&cx.next()))),
    }
}

fn screen(cx: &Cx, locked: &Locked, who: &str, problems: &StaffProblems<SharedDeviceField>) -> crate::ui::Page {
    page::lock::show(cx, &locked.clinic, &locked.present, who, problems)
}

async fn look(cx: &Cx) -> std::result::Result<Option<Locked>, Failure> {
    let Some(key) = cx.shared_device().map(Token::hash) else { return Ok(None) };
    let found = cx
        .read(|r| {
            let Some(device) = shared_device::find(r, key)? else { return Ok(None) };
            let clinic = clinic::rows::find(r, &device.clinic)?.map(|clinic| clinic.name.clone()).unwrap_or_default();
            let present = device_sign_in::present(r, key, &device)?;
            Ok(Some(Locked { key, clinic, present }))
        })
        .await?;
    Ok(found)
}

/// Judges the PIN, and goes on where its owner was.
pub async fn unlock(cx: Cx, _: Anyone) -> Result {
    let Some(locked) = look(&cx).await? else { return Ok(cx.go_to(path::sign_in_then(&cx.next()))) };
    let form: PinForm = cx.typed();
    let (who, typed) = match form.coming_back() {
        Ok(checked) => checked,
        Err(problems) => return Ok(cx.refuse(screen(&cx, &locked, &form.who, &problems))),
    };
    let (key, attempts) = (locked.key, credential::on_shared_device(locked.key, who));
    let present = locked.present.iter().find(|staff| staff.id == who);
    let (pin, used_up) = cx.read(|r| Ok((pin::find(r, who)?, is_used_up(r, &attempts)?))).await?;
    let Some((staff, pin)) = present.zip(pin).filter(|_| !used_up) else { return Ok(full_sign_in(&cx)) };
    let wrong = staff.event("staff_pin_wrong");
    if passwords::verify(&cx, &attempts, Some(&pin.hash), &typed, wrong).await? == PasswordCheck::Wrong {
        let Done(left) = cx.work(move |work, _: Anyone| locking::refuse_guesses(work, key, who)).await?;
        let problems = Problems::one(SharedDeviceField::Pin, StaffProblem::PinWrong(left));
        return Ok(if left == 0 { full_sign_in(&cx) } else { cx.refuse(screen(&cx, &locked, &form.who, &problems)) });
    }
    let (token, parked) = (cx.new_token(), Token::mint().hash());
    let back = ComingBack { who, pin: pin.hash, next: cx.next(), fresh: token.hash(), parked };
    match cx.work(move |work, _: Anyone| locking::unlock(work, key, &back)).await? {
        Done(page) => Ok(cx.go_to(path::onward(&page)).signed_in(token, Stay::InBrowser)),
        Refused(_) => Ok(full_sign_in(&cx)),
    }
}

fn full_sign_in(cx: &Cx) -> Reply {
    cx.go_to(path::PIN_ENDED)
}

/// Locks the device at once. A page that locks by itself may come a moment after the time that the server has counted.
pub async fn lock(cx: Cx, _: Anyone) -> Result {
    let Some(key) = cx.shared_device().map(Token::hash) else { return Ok(cx.go_to(path::CONSOLE)) };
    let (page, parked) = (path::onward(&cx.next()).to_owned(), Token::mint().hash());
    let Done(()) = cx.work(move |work, _: Anyone| locking::lock(work, key, &page, parked)).await?;
    Ok(cx.go_to(path::LOCK).anonymous())
}

/// The form for a PIN.
pub async fn new_pin(cx: Cx, _: Recent<AtSharedDevice>) -> Result {
    Ok(cx.page(page::lock::pin(&cx, path::onward(&cx.next()), &Problems::default())))
}

/// Sets it.
pub async fn set_pin(cx: Cx, _: Recent<AtSharedDevice>) -> Result {
    let form: PinForm = cx.typed();
    let chosen = match form.chosen() {
        Ok(chosen) => chosen,
        Err(problems) => return Ok(cx.refuse(page::lock::pin(&cx, path::onward(&cx.next()), &problems))),
    };
    let hash = cx.hash(chosen.as_bytes()).await?;
    let Done(()) =
        cx.work(move |work, Recent(me): Recent<AtSharedDevice>| locking::set_pin(work, &me.staff, &hash)).await?;
    Ok(cx.go_to(path::onward(&cx.next())))
}
