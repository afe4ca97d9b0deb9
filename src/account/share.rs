//! Who else books for a person: the account that holds the person, and those with which it is shared.
//!
//! A person who is shared has one row, which is read and written by everything that changes who shares them. What each of the
//! accounts is to the person stands beside its [`Care`] as well, so that a page of its own reads no more than its cares.

use super::booking_right::FULL_AGE;
use super::care;
use super::care_record::{Care, FormerMember, Sharing, SharingRole};
use super::model::AccountId;
use super::relation::Relation;
use super::unconfirmed;
use crate::clock::Moment;
use crate::person::{ContactDetails, PersonId, has_reached};
use crate::secret::{Id, InAddress};
use crate::store::{Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

/// There is a row for as long as anybody shares the person.
pub(super) const SHARED: Table<PersonId, SharedPerson> = Table::new("person-shared");

/// With how many others a person is shared at most.
pub const MOST_PARTNERS: usize = 3;

/// Names an account that shares a person, to the holder.
pub type PartnerId = Id<Partner>;

/// An account that shares a person whom another one holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Its name in addresses: an account's own id is never shown.
    pub id: PartnerId,
    /// The account.
    pub account: AccountId,
    /// Since when.
    pub since: Moment,
}

impl InAddress for Partner {}

/// Who books for a person that is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedPerson {
    /// The account that decides.
    pub holder: AccountId,
    /// The others, in the order in which they came: one at least.
    pub partners: Vec<Partner>,
    /// To whom of them the holder has offered to decide from then on.
    #[serde(default)]
    pub offered: Option<PartnerId>,
}

impl SharedPerson {
    /// Every account that books for the person, the holder first.
    pub fn accounts(&self) -> impl Iterator<Item = AccountId> {
        std::iter::once(self.holder).chain(self.partners.iter().map(|partner| partner.account))
    }

    /// The other account of that name.
    pub fn partner(&self, id: PartnerId) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    /// Whether the holder has offered this account to decide.
    pub fn is_offered_to(&self, account: AccountId) -> bool {
        self.offered.and_then(|id| self.partner(id)).is_some_and(|partner| partner.account == account)
    }
}

/// Who books for a person; `None` for one who is not shared.
pub fn find(r: &dyn Reader, person: PersonId) -> Result<Option<SharedPerson>> {
    SHARED.get(r, &person)
}

/// The people whom an account shares with others, as its cares say.
pub fn people_of(r: &dyn Reader, account: AccountId) -> Result<Vec<PersonId>> {
    Ok(care::cares(r, account)?.iter().filter(|care| care.sharing.is_some()).map(|care| care.person).collect())
}

/// How an account comes to share a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    /// What the person is to its owner.
    pub relation: Relation,
    /// How it is reached about the person.
    pub contact: ContactDetails,
    /// Whom it had in the family before and who is the same.
    pub former: Option<FormerMember>,
}

/// Lets `partner` book for a person of the holder's. The caller has made sure that there is room, and that it does not yet.
pub fn begin(tx: &mut Tx<'_>, person: PersonId, holder: AccountId, partner: AccountId, joining: Joining) -> Result<()> {
    let since = tx.now();
    let mut shared = find(tx, person)?.unwrap_or(SharedPerson { holder, partners: Vec::new(), offered: None });
    shared.partners.push(Partner { id: PartnerId::mint(), account: partner, since });
    SHARED.put(tx, &person, &shared)?;
    let as_role = |role| Some(Sharing { role, mails: false });
    care::amend(tx, holder, person, |care| care.sharing = care.sharing.or(as_role(SharingRole::Holder)))?;
    let as_minor = needs_own_word(tx, person, holder, partner, &joining)?;
    let Joining { relation, contact, former } = joining;
    let (sharing, contact) = (as_role(SharingRole::Partner), Some(contact));
    let begun = Care::new(person, relation, since);
    care::begin(tx, partner, Care { sharing, contact, former, as_minor, ..begun })
}

/// Whether somebody's own word is needed from full age on by who begins to book for them: they are a minor, or it is missing to the
/// holder, or was missing to this one before.
fn needs_own_word(
    tx: &mut Tx<'_>,
    person: PersonId,
    holder: AccountId,
    partner: AccountId,
    joining: &Joining,
) -> Result<bool> {
    let today = tx.now().jst_date();
    let Some(stored) = care::stored(tx, person)? else { return Ok(false) };
    let held = care::member(tx, holder, person)?.is_some_and(|member| member.own_word_from.is_some());
    let was_missing = unconfirmed::take(tx, partner, &stored)?;
    let as_former = joining.former.as_ref().is_some_and(|former| former.as_minor);
    Ok(held || was_missing || as_former || !has_reached(stored.birth_date, FULL_AGE, today))
}

/// Lets `partner` book for a person no longer. Says whether nobody shares the person any more.
pub fn end(tx: &mut Tx<'_>, person: PersonId, partner: AccountId) -> Result<bool> {
    let Some(mut shared) = find(tx, person)? else { return Ok(false) };
    let Some(at) = shared.partners.iter().position(|one| one.account == partner) else { return Ok(false) };
    let gone = shared.partners.remove(at);
    care::end(tx, partner, person)?;
    if shared.partners.is_empty() {
        SHARED.delete(tx, &person)?;
        care::amend(tx, shared.holder, person, |care| care.sharing = None)?;
        care::put_holder(tx, shared.holder, person)?;
        return Ok(true);
    }
    shared.offered = shared.offered.filter(|id| *id != gone.id);
    SHARED.put(tx, &person, &shared)?;
    Ok(false)
}

/// Offers to one of the others that it decides from then on, or takes that back.
pub fn offer(tx: &mut Tx<'_>, person: PersonId, to: Option<PartnerId>) -> Result<()> {
    match find(tx, person)? {
        Some(shared) => SHARED.put(tx, &person, &SharedPerson { offered: to, ..shared }),
        None => Ok(()),
    }
}

/// Lets `partner` decide from now on; who was the holder shares the person with it.
pub fn hand_over(tx: &mut Tx<'_>, person: PersonId, partner: AccountId) -> Result<()> {
    let Some(mut shared) = find(tx, person)? else { return Ok(()) };
    let former = shared.holder;
    for one in shared.partners.iter_mut().filter(|one| one.account == partner) {
        *one = Partner { id: PartnerId::mint(), account: former, since: one.since };
        shared.holder = partner;
    }
    let Some((stored, seen)) = care::stored(tx, person)?.zip(care::member(tx, partner, person)?) else { return Ok(()) };
    let as_role = |care: &mut Care, role| care.sharing = care.sharing.map(|sharing| Sharing { role, ..sharing });
    care::amend(tx, former, person, |care| {
        as_role(care, SharingRole::Partner);
        care.contact = Some(stored.contact());
    })?;
    care::amend(tx, partner, person, |care| {
        as_role(care, SharingRole::Holder);
        (care.contact, care.former) = (None, None);
    })?;
    care::store(tx, person, &seen.person)?;
    SHARED.put(tx, &person, &SharedPerson { offered: None, ..shared })
}

/// Chooses whether an account gets the mails about what the others have booked for a person.
pub fn choose_mails(tx: &mut Tx<'_>, account: AccountId, person: PersonId, mails: bool) -> Result<()> {
    care::amend(tx, account, person, |care| care.sharing = care.sharing.map(|sharing| Sharing { mails, ..sharing }))
}
