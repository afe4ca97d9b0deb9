//! What later rooms tie to an account, asked of them without knowing them: what it was made out of, what its owner has read,
//! what goes along to another address, what its owner must be told before leaving, and what goes with it.
//!
//! The account says when; those rooms say what is tied and what becomes of it.

use super::care::Member;
use super::model::{Account, AccountId};
use super::own_data::DataSection;
use crate::mail::EmailAddress;
use crate::person::{Draft, Person, PersonId};
use crate::secret::TokenHash;
use crate::store::{Reader, Result, Tx};
use crate::web::Cx;
use crate::work::Work;
use maud::Markup;
use serde::{Deserialize, Serialize};

/// What an account is made out of, by the name that its own room gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin(pub String);

/// Somebody who is known from elsewhere and wants an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPerson {
    /// The address given there.
    pub address: EmailAddress,
    /// The person, as a form to be gone over.
    pub person: Draft,
    /// The names of the others for whom they have booked, who become members of the family.
    #[serde(default)]
    pub relatives: Vec<String>,
    /// What is to become the account's.
    pub origin: Origin,
}

/// The name of the field by which what is still to come is cancelled with the account, or with the person, that is removed; its
/// box is among what [`Ties::leaving`] and [`Ties::removing`] draw.
pub const CANCEL_COMING: &str = "cancel_reservations";

/// The name of the field by which somebody who changes the 利用者情報 of a person has what is still to come changed too; its box is
/// among what [`Ties::changing`] draws.
pub const CHANGE_COMING: &str = "change_reservations";

/// The rooms that know what is tied to an account.
pub trait Ties: Send + Sync {
    /// An account has just been made out of something.
    ///
    /// # Errors
    /// What the store says; the account is not made then.
    fn made(&self, tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<()>;

    /// The account has just moved away from its former address, by which nothing of it is to be found any more.
    ///
    /// # Errors
    /// What the store says; the account stays where it was then.
    fn moved(&self, work: &mut Work<'_>, account: &Account, former: &EmailAddress) -> Result<()>;

    /// The visitor's browser goes on under another token, signed in to this account, or to none: what it has under way goes
    /// along.
    ///
    /// # Errors
    /// What the store says; the browser keeps its token then.
    fn handed_on(&self, tx: &mut Tx<'_>, old: TokenHash, new: TokenHash, account: Option<&Account>) -> Result<()>;

    /// What signing in is for when somebody wants to go on at `next`, above the form; nothing where that needs no words.
    ///
    /// # Errors
    /// What the store says.
    fn signing_in_for(&self, cx: &Cx, r: &dyn Reader, next: &str) -> Result<Option<Markup>>;

    /// What somebody has to know who is about to change the details of these people, and fields for what they may choose.
    ///
    /// # Errors
    /// What the store says.
    fn changing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, people: &[Member]) -> Result<Markup>;

    /// Somebody for whom the account books has just been changed, and what is still to come for them is to be changed too.
    ///
    /// # Errors
    /// What the store says; nothing is changed then.
    fn changed(&self, work: &mut Work<'_>, account: AccountId, before: &Member, now: &Person) -> Result<()>;

    /// What somebody has to know who is about to remove a member of the family, and fields for what they may choose.
    ///
    /// # Errors
    /// What the store says.
    fn removing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, person: &Member) -> Result<Markup>;

    /// What is still to come for a member of the family who is about to be removed is cancelled, as far as it still can be.
    ///
    /// # Errors
    /// What the store says; the person stays then.
    fn cancel_coming(&self, work: &mut Work<'_>, account: AccountId, person: &Member) -> Result<()>;

    /// Somebody for whom the account has booked is being removed. What is still to come stays as it is; nothing of it is under the
    /// account any more.
    ///
    /// # Errors
    /// What the store says; the person stays then.
    fn removed(&self, work: &mut Work<'_>, account: AccountId, person: &Member) -> Result<()>;

    /// Somebody for whom the account books is shared with another one from here on.
    ///
    /// # Errors
    /// What the store says; the person is not shared then.
    fn shared(&self, tx: &mut Tx<'_>, holder: AccountId, person: &Member) -> Result<()>;

    /// An account shares a person no longer. What it has booked for them passes to the account that holds them.
    ///
    /// # Errors
    /// What the store says; the person stays shared then.
    fn share_ended(&self, work: &mut Work<'_>, account: AccountId, person: &Member, holder: &Account) -> Result<()>;

    /// Nobody shares a person any more.
    ///
    /// # Errors
    /// What the store says; the person stays shared then.
    fn unshared(&self, tx: &mut Tx<'_>, person: PersonId) -> Result<()>;

    /// Somebody for whom the account books is the same as one who is shared with it: what is booked for the one is the other's.
    ///
    /// # Errors
    /// What the store says; both stay then.
    fn merged(&self, tx: &mut Tx<'_>, account: AccountId, person: &Member, into: PersonId) -> Result<()>;

    /// What is stored of the account beside itself, for its owner to take along.
    ///
    /// # Errors
    /// What the store says.
    fn known(&self, cx: &Cx, r: &dyn Reader, account: &Account) -> Result<Vec<DataSection>>;

    /// What somebody who is about to leave has to know, and fields for what they may choose.
    ///
    /// # Errors
    /// What the store says.
    fn leaving(&self, cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<Markup>;

    /// The account is being removed. What is still to come under it stays as it is, unless its owner wants it cancelled.
    ///
    /// # Errors
    /// What the store says; the account stays then.
    fn left(&self, work: &mut Work<'_>, account: &Account, cancel_coming: bool) -> Result<()>;
}
