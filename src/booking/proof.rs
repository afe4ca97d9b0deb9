//! The code that proves a guest's address: whether one is wanted, mailing it, asking for another, and trying it out.

use super::code::{Code, DIGITS};
use super::filled::Filled;
use super::handing_on::hand_on;
use super::model::{ProvedAddress, Purpose};
use super::under_way::{BookingRef, UnderWay};
use super::{letter, limits};
use crate::account::{self, Account};
use crate::clock::Moment;
use crate::lang::typed::{clean, folded};
use crate::mail::EmailAddress;
use crate::secret::TokenHash;
use crate::session;
use crate::work::{Denied, Limit, Outcome, Refuse, Remedy, Stop, Work};
use std::convert::Infallible;

/// Codes that one client may try.
const CODES: Limit = Limit { name: "booking code from client", most: 30, minutes: 15, remedy: Remedy::AnotherNetwork };
/// The most characters of a code as it is typed, blanks and all.
const LONGEST_CODE: usize = 30;

/// The address that a guest has still to prove, if the clinic wants that.
pub fn wanted<'a>(under_way: &UnderWay, filled: &'a Filled) -> Option<&'a EmailAddress> {
    let address = filled.address.as_ref().filter(|_| under_way.offers.clinic.booking.guest_code)?;
    (!under_way.has_proved(address)).then_some(address)
}

/// Whether a code that can still be used was mailed to this address.
pub fn is_sent(now: Moment, under_way: &UnderWay, address: &EmailAddress) -> bool {
    let code = under_way.booking.form().and_then(|form| form.code.as_ref());
    code.is_some_and(|code| code.is_live(now) && code.address().key() == address.key())
}

/// Mails a code. The caller stores the booking.
///
/// # Errors
/// Denied when too many mails were asked for.
pub fn mail<R>(work: &mut Work<'_>, under_way: &mut UnderWay, address: &EmailAddress, minted: &str) -> Outcome<(), R> {
    account::count_mail(work, address)?;
    let slot = under_way.booking.earliest_slot().cloned();
    let visit = letter::VisitToCome { clinic: &under_way.offers.clinic, starts: slot.map(|slot| slot.starts()) };
    let letter = letter::code(&work.letterhead(work.lang()), address, &visit, minted, work.now());
    work.send(&letter)?;
    under_way.form()?.code = Some(Code::sent(work.now(), &work.caller().visitor, address.clone(), minted));
    Ok(())
}

/// Mails a code, `minted`, to a guest who has still to prove the address and has none that can be used. Where too many were asked
/// for, 確認 says that none could be sent, and what to do instead.
///
/// # Errors
/// What the store says.
pub fn mail_wanted<R>(work: &mut Work<'_>, under_way: &mut UnderWay, minted: &str) -> Outcome<(), R> {
    // Of several people each is typed first: the code is in use for minutes only.
    let today = work.now().jst_date();
    let Some(filled) = under_way.filled(today).filter(|_| under_way.is_ready(today)) else { return Ok(()) };
    let address = wanted(under_way, &filled).filter(|address| !is_sent(work.now(), under_way, address));
    let Some(address) = address else { return Ok(()) };
    match mail(work, under_way, address, minted) {
        Err(Stop::Denied(Denied::TooMany(_))) => {}
        sent => sent?,
    }
    Ok(under_way.store(work)?)
}

/// Sends a new code, `minted`; where the typed address is to be `mended`, it is put right first. Says whether a code was
/// sent.
///
/// # Errors
/// Denied when too many were asked for.
pub fn send(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: Option<&Account>,
    mended: bool,
    minted: &str,
) -> Outcome<bool, Infallible> {
    let mut under_way = UnderWay::find(work, named, account)?;
    let typed = under_way.booking.typed().cloned().filter(|_| under_way.booking.done().is_none());
    let Some(mut typed) = typed else { return Ok(false) };
    limits::count_form(work)?;
    let meant = EmailAddress::parse(&typed.email).ok().and_then(|address| address.suggestion()).filter(|_| mended);
    if let Some(meant) = meant {
        typed.email = meant.to_string();
        under_way.form()?.typed = Some(typed);
    }
    let filled = under_way.filled(work.now().jst_date());
    let address = filled.as_ref().and_then(|filled| wanted(&under_way, filled)).cloned();
    if let Some(address) = &address {
        mail(work, &mut under_way, address, minted)?;
    }
    under_way.store(work)?;
    Ok(address.is_some())
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongCode {
    /// None was typed.
    Missing,
    /// It has not six digits, and so is none of ours: no try is used up.
    NotSix,
    /// It cannot be used any more.
    Over,
    /// It is another one; so many more may be tried.
    Other(u8),
}

/// Judges the code of a guest who has to prove the address. The attempt is counted, and what was proved is kept even if
/// the slot then turns out to be taken: under the token `fresh`, which nobody has seen before.
///
/// # Errors
/// Refused when it does not prove it; denied after too many.
pub fn prove<R: From<WrongCode>>(
    work: &mut Work<'_>,
    under_way: &mut UnderWay,
    filled: &Filled,
    typed: &str,
    fresh: TokenHash,
) -> Outcome<(), R> {
    let Some(address) = wanted(under_way, filled).cloned() else {
        remember(under_way, filled);
        return Ok(());
    };
    let typed = clean(typed, LONGEST_CODE).unwrap_or_default();
    let digits: String = folded(&typed).chars().filter(char::is_ascii_digit).collect();
    if typed.is_empty() {
        return Err(WrongCode::Missing).or_refuse();
    }
    if digits.len() != DIGITS {
        return Err(WrongCode::NotSix).or_refuse();
    }
    let now = work.now();
    if !is_sent(now, under_way, &address) {
        return Err(WrongCode::Over).or_refuse();
    }
    let counters = [work.from_client(&CODES)];
    work.count(&counters)?;
    let visitor = &work.caller().visitor;
    let mut left = 0;
    let form = under_way.form()?;
    let right = form.code.as_mut().is_some_and(|code| {
        let right = code.try_out(now, visitor, &digits);
        left = code.tries_left();
        right
    });
    if right {
        record(work, under_way, address, fresh)?;
        return Ok(work.give_back(&counters)?);
    }
    under_way.store(work)?;
    work.keep();
    match left {
        0 => Err(WrongCode::Over).or_refuse(),
        left => Err(WrongCode::Other(left)).or_refuse(),
    }
}

/// Records that a guest has just proved an address, and moves everything the browser has under way to the token `fresh`.
/// Anybody else who knows the old token, for example from using the same device earlier, gains nothing from the proof.
fn record<R>(work: &mut Work<'_>, of: &mut UnderWay, address: EmailAddress, fresh: TokenHash) -> Outcome<(), R> {
    let proved = ProvedAddress { address, at: work.now() };
    let form = of.form()?;
    (form.proved, form.code) = (Some(proved.clone()), None);
    of.proved.push(proved);
    of.store(work)?;
    hand_on(work, of.visitor, fresh, None)?;
    account::sign_up_goes_along(work, of.visitor, fresh)?;
    session::replace(work, &of.visitor, fresh)?;
    of.visitor = fresh;
    Ok(())
}

/// Keeps in the booking what was proved in another one of the same browser: an account may be made out of it.
fn remember(under_way: &mut UnderWay, filled: &Filled) {
    let proved = filled.address.as_ref().and_then(|address| under_way.proof_of(address)).cloned();
    if let (Purpose::New(form), Some(proved)) = (&mut under_way.booking.purpose, proved) {
        form.proved = Some(proved);
    }
}
