//! Where a confirmation goes, and what is still asked of a guest about that: the code, or to wait for one.

use super::opened::OrFailure;
use crate::account::{self, MaybePatient};
use crate::booking::filled::Filled;
use crate::booking::next::{Planned, Ready};
use crate::booking::page::proof::{ContactToConfirm, Proof};
use crate::booking::page::to_confirm::NotConfirmed;
use crate::booking::proof::{self, WrongCode};
use crate::booking::under_way::UnderWay;
use crate::booking::{path, words};
use crate::mail::EmailAddress;
use crate::web::{Cx, Failure};

/// Where the confirmation goes: to the address that was typed with who comes first, or to that of the account.
pub fn contact<'a>(
    cx: &Cx,
    under_way: &'a UnderWay,
    filled: &'a Filled,
    me: &'a MaybePatient,
) -> OrFailure<ContactToConfirm<'a>> {
    let own = me.account.as_ref().map(|account| &account.address);
    let address = filled.address.as_ref().or(own).ok_or(Failure::SignIn)?;
    let code = under_way.booking.form().and_then(|form| form.code.as_ref());
    let proof = proof::wanted(under_way, filled)
        .map(|address| Proof { code: code.filter(|_| proof::is_sent(cx.now, under_way, address)) });
    // Somebody who has proved the address, or is signed in with it, knows it.
    let asked = filled.address.as_ref().filter(|_| !under_way.has_proved(address));
    let perhaps = asked.and_then(EmailAddress::suggestion);
    Ok(ContactToConfirm { address, proof, perhaps, code: under_way.path(path::CODE) })
}

/// That a guest has no code that can be used and gets none now, because too many were asked for.
///
/// # Errors
/// When the store cannot be read.
pub async fn too_many_codes(cx: &Cx, under_way: &UnderWay, ready: &Ready) -> OrFailure<Option<NotConfirmed>> {
    let filled = match &ready.what {
        Planned::Move(_) => None,
        Planned::New(filled) => Some(filled.as_ref()),
        Planned::Group(people) => people.first(),
    };
    let wanted = filled.and_then(|filled| proof::wanted(under_way, filled));
    let Some(address) = wanted.filter(|address| !proof::is_sent(cx.now, under_way, address)) else { return Ok(None) };
    let until = cx.read(|r| account::mails_spent_until(r, &cx.caller(), address)).await?;
    Ok(until.map(NotConfirmed::TooManyCodes))
}

/// What is wrong with a code, in words.
pub fn code_words(cx: &Cx, wrong: WrongCode) -> String {
    let words = &words::of(cx.lang).code;
    match wrong {
        WrongCode::Missing => words.missing.to_owned(),
        WrongCode::NotSix => words.not_six.to_owned(),
        WrongCode::Over => words.over.to_owned(),
        WrongCode::Other(left) => (words.wrong)(left),
    }
}
