//! First start: a code, printed where the server was started, with which the first owner is made. Once there is anybody of the
//! staff there is no such page.
//!
//! A code counts for a day and for some tries in all, since whoever has it becomes the owner. Each start makes a new one.

use super::rows;
use crate::clock::Moment;
use crate::secret::{TokenHash, typed_code};
use crate::session;
use crate::store::{self, Expiring, Reader, Table, Tx};
use crate::work::{Denied, Event, Limit, Outcome, Refuse, Remedy, Work};
use serde::{Deserialize, Serialize};

const CODE: Table<(), SetupCode> = Table::new("setup-code");
/// Browsers in which a code was typed, with its hash: a proof ends with its code.
const PROVED: Expiring<TokenHash, TokenHash> = Expiring::new("setup-proved");
/// The names of this file's tables.
pub(super) const TABLES: [&str; 2] = [CODE.name(), PROVED.name()];

/// How many characters a code has: 80 bits.
const CHARACTERS: usize = 16;
/// For how many hours a code counts.
pub const HOURS: i64 = 24;
/// How often a code may be tried, by everybody together.
pub const TRIES: u32 = 100;
/// How often one client may try, so that no stranger uses all of these up.
const FROM_CLIENT: Limit =
    Limit { name: "setup code from client", most: 20, minutes: 60, remedy: Remedy::AnotherNetwork };
/// For how many minutes the owner may be made once the code was typed.
const PROVED_MINUTES: i64 = 60;

/// The code of this start.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct SetupCode {
    hash: TokenHash,
    made: Moment,
    /// How often it was tried, right or wrong. The counter of a [`Limit`] begins anew when its minutes are over, and would go on
    /// counting when another start has made a new code; this one begins and ends with its code.
    tries: u32,
}

impl SetupCode {
    /// Whether it is of the last day. One that was made by a clock which has since been set back is not.
    fn counts(&self, now: Moment) -> bool {
        self.made <= now && now < self.made.plus_hours(HOURS)
    }
}

/// Why a code is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupRefused {
    /// It is another one.
    Wrong,
    /// It was tried too often, or is older than a day: the next start makes a new one.
    Over,
}

/// A new code, as it is shown.
pub fn mint() -> String {
    typed_code::grouped(&typed_code::mint::<CHARACTERS>(), "-")
}

/// Makes this the code of the first owner, unless there is anybody of the staff; says whether it is.
///
/// # Errors
/// What the store says.
pub fn offer(tx: &mut Tx<'_>, code: &str) -> store::Result<bool> {
    if rows::is_any(tx)? {
        CODE.delete(tx, &())?;
        return Ok(false);
    }
    let made = tx.now();
    CODE.put(tx, &(), &SetupCode { hash: hash(code), made, tries: 0 })?;
    Ok(true)
}

fn hash(code: &str) -> TokenHash {
    TokenHash::of_text(&format!("setup code {}", typed_code::normal(code)))
}

/// Whether the first owner can still be made.
///
/// # Errors
/// What the store says.
pub fn is_open(r: &dyn Reader) -> store::Result<bool> {
    Ok(CODE.get(r, &())?.is_some() && !rows::is_any(r)?)
}

/// Whether the code was typed in a visitor's browser.
///
/// # Errors
/// What the store says.
pub fn is_proved(r: &dyn Reader, visitor: TokenHash) -> store::Result<bool> {
    let (typed, present) = (PROVED.get(r, &visitor)?, CODE.get(r, &())?);
    Ok(typed.is_some() && typed == present.filter(|code| code.counts(r.now())).map(|code| code.hash))
}

/// Judges a typed code. The visitor goes on under a token that nobody has seen before.
///
/// # Errors
/// Refused when it is wrong or over; denied after too many tries of this client, or once there is an owner.
pub fn prove(work: &mut Work<'_>, typed: &str, fresh: TokenHash) -> Outcome<(), SetupRefused> {
    if !is_open(work)? {
        return Err(Denied::NotFound.into());
    }
    let code = CODE.get(work, &())?.ok_or(Denied::NotFound)?;
    let now = work.now();
    if TRIES <= code.tries || !code.counts(now) {
        return Err(SetupRefused::Over).or_refuse();
    }
    let client = work.from_client(&FROM_CLIENT);
    work.count(&[client])?;
    let tries = code.tries + 1;
    CODE.put(work, &(), &SetupCode { tries, ..code.clone() })?;
    work.keep();
    if hash(typed) != code.hash {
        work.record(Event::of("setup_code_wrong"));
        return Err(SetupRefused::Wrong).or_refuse();
    }
    work.give_back(&[client])?;
    let before = work.visitor();
    session::replace(work, &before, fresh)?;
    Ok(PROVED.put(work, &fresh, code.hash, now.plus_minutes(PROVED_MINUTES))?)
}

/// Hands the proof on to the next token of the same browser.
pub(super) fn goes_along(tx: &mut Tx<'_>, old: TokenHash, new: TokenHash) -> store::Result<()> {
    if let Some(typed) = PROVED.get(tx, &old)? {
        let ends = tx.now().plus_minutes(PROVED_MINUTES);
        PROVED.put(tx, &new, typed, ends)?;
        PROVED.delete(tx, &old)?;
    }
    Ok(())
}

/// Ends the first start, for the browser in which the owner is made: of several that try at once, one is. Says whether it was open.
pub(super) fn close(tx: &mut Tx<'_>, visitor: TokenHash) -> store::Result<bool> {
    let open = is_open(tx)? && is_proved(tx, visitor)?;
    if open {
        CODE.delete(tx, &())?;
        PROVED.delete(tx, &visitor)?;
    }
    Ok(open)
}
