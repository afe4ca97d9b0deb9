//! Whom an account books for: its own person and the members of the family, each with their own id.
//!
//! A [`Care`] joins an account and a person. The cares of an account are one row, so that of two additions at the same time the
//! second sees the first. People are stored apart from it, under their own ids.

use super::booking_right::{BookingRight, Consent, FULL_AGE};
use super::care_record::{Care, FormerMember, Sharing, SharingRole, WordRefused};
use super::model::AccountId;
use super::relation::Relation;
use super::{coming_of_age, unconfirmed};
use crate::person::{self, Person, PersonId};
use crate::store::{Reader, Result, Table, Tx};
use time::Date;

pub(super) const PEOPLE: Table<PersonId, Person> = Table::new("person");
/// The cares of each account: its own person first, then in the order of their beginning.
pub(super) const CARES: Table<AccountId, Vec<Care>> = Table::new("care");

/// How many members of the family an account has at most, beside its own person.
pub const MOST_RELATIVES: usize = 10;

/// A person for whom an account books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person's id.
    pub id: PersonId,
    /// What they are to the owner.
    pub relation: Relation,
    /// The person, with phone and address as this account has them.
    pub person: Person,
    /// How they are shared with other accounts, if they are.
    pub sharing: Option<Sharing>,
    /// What the account may book anew for them, when they were read.
    pub right: BookingRight,
    /// From which day on their own word is needed for anything new, once that is near and they have not given it.
    pub own_word_from: Option<Date>,
    /// Whether they have given it.
    pub has_own_word: bool,
    /// What they have answered instead.
    pub word_refused: Option<WordRefused>,
}

impl Member {
    /// Whether their own word would be needed if they were removed and added again: it is missing, or counts for what is removed.
    pub fn needs_own_word_again(&self) -> bool {
        self.own_word_from.is_some() || self.has_own_word
    }

    /// Whether the account may share and remove them.
    pub fn is_held(&self) -> bool {
        self.sharing.is_none_or(|sharing| sharing.role == SharingRole::Holder)
    }
}

/// Everybody for whom an account books: its own person first, then the family in the order in which they were added.
pub fn members(r: &dyn Reader, account: AccountId) -> Result<Vec<Member>> {
    let mut found = Vec::new();
    for care in cares(r, account)? {
        found.extend(read(r, &care)?);
    }
    Ok(found)
}

/// One of them; `None` for anybody else's.
pub fn member(r: &dyn Reader, account: AccountId, id: PersonId) -> Result<Option<Member>> {
    match cares(r, account)?.iter().find(|care| care.person == id) {
        Some(care) => read(r, care),
        None => Ok(None),
    }
}

/// The account's own person.
pub fn own(r: &dyn Reader, account: AccountId) -> Result<Option<Member>> {
    match cares(r, account)?.iter().find(|care| care.relation == Relation::Own) {
        Some(care) => read(r, care),
        None => Ok(None),
    }
}

/// Whether there is such a person.
pub fn is_known(r: &dyn Reader, id: PersonId) -> Result<bool> {
    Ok(PEOPLE.get(r, &id)?.is_some())
}

pub(super) fn cares(r: &dyn Reader, account: AccountId) -> Result<Vec<Care>> {
    Ok(CARES.get(r, &account)?.unwrap_or_default())
}

fn read(r: &dyn Reader, care: &Care) -> Result<Option<Member>> {
    let Some(stored) = PEOPLE.get(r, &care.person)? else { return Ok(None) };
    let (known, today) = (care.known(stored.birth_date), r.now().jst_date());
    let (right, own_word_from) = match care.relation {
        Relation::Own => (BookingRight::Own, None),
        _ => (known.right(today), known.own_word_from(today)),
    };
    let person = match care.contact.clone() {
        Some(contact) => stored.reached_by(contact),
        None => stored,
    };
    let has_own_word = care.has_own_word();
    let Care { person: id, relation, sharing, refused: word_refused, .. } = *care;
    Ok(Some(Member { id, relation, person, sharing, right, own_word_from, has_own_word, word_refused }))
}

/// Stores a new person for whom an account books. The caller has made sure that there is room.
pub fn add(tx: &mut Tx<'_>, account: AccountId, relation: Relation, person: &Person) -> Result<PersonId> {
    let (id, now) = (PersonId::mint(), tx.now());
    let is_minor = !person::has_reached(person.birth_date, FULL_AGE, now.jst_date());
    let as_minor = relation != Relation::Own && (unconfirmed::take(tx, account, person)? || is_minor);
    begin(tx, account, Care { as_minor, ..Care::new(id, relation, now) })?;
    PEOPLE.put(tx, &id, person)?;
    if relation != Relation::Own {
        coming_of_age::note(tx, account, id, person.birth_date)?;
    }
    Ok(id)
}

/// The same of a member of the family. Who adds an adult has said that they consent, which is not enough of somebody who had come of
/// age in this account and is added again.
pub fn add_with_consent(tx: &mut Tx<'_>, account: AccountId, relation: Relation, person: &Person) -> Result<PersonId> {
    let id = add(tx, account, relation, person)?;
    consent_as_adult(tx, account, id, &Consent { at: tx.now(), own_address: None })?;
    Ok(id)
}

/// Keeps that somebody consents for whom an account has begun to book, if that is asked of them and enough.
pub fn consent_as_adult(tx: &mut Tx<'_>, account: AccountId, id: PersonId, consent: &Consent) -> Result<()> {
    match member(tx, account, id)? {
        Some(member) if member.right == BookingRight::Consent => put_consent(tx, account, id, consent),
        _ => Ok(()),
    }
}

/// Lets an account book for somebody who is stored already, or is about to be.
pub(super) fn begin(tx: &mut Tx<'_>, account: AccountId, care: Care) -> Result<()> {
    let mut cares = cares(tx, account)?;
    cares.push(care);
    cares.sort_by_key(|care| (care.relation != Relation::Own, care.since));
    CARES.put(tx, &account, &cares)
}

/// Lets an account book for somebody no longer, who stays stored. Whom it had in the family instead before comes back.
pub(super) fn end(tx: &mut Tx<'_>, account: AccountId, person: PersonId) -> Result<()> {
    let mut cares = cares(tx, account)?;
    let ended: Vec<Care> = cares.extract_if(.., |care| care.person == person).collect();
    CARES.put(tx, &account, &cares)?;
    for care in ended {
        remember_if_unconfirmed(tx, account, &care)?;
        let Some(FormerMember { person, since, consent, as_minor }) = care.former else { continue };
        let id = PersonId::mint();
        begin(tx, account, Care { consent, as_minor, ..Care::new(id, care.relation, since) })?;
        PEOPLE.put(tx, &id, &person)?;
        coming_of_age::note(tx, account, id, person.birth_date)?;
    }
    Ok(())
}

/// Changes what an account is to a person whom it shares, or shares no longer.
pub(super) fn amend(tx: &mut Tx<'_>, account: AccountId, person: PersonId, change: impl Fn(&mut Care)) -> Result<()> {
    let mut cares = cares(tx, account)?;
    cares.iter_mut().filter(|care| care.person == person).for_each(change);
    CARES.put(tx, &account, &cares)
}

/// Keeps that somebody consents to an account booking for them.
pub fn put_consent(tx: &mut Tx<'_>, account: AccountId, person: PersonId, consent: &Consent) -> Result<()> {
    amend(tx, account, person, |care| (care.consent, care.refused) = (Some(consent.clone()), None))
}

/// Keeps that somebody does not want an account to book for them, and nothing of what they have said before. From here on only their
/// own word lets it book anew.
pub fn put_refusal(tx: &mut Tx<'_>, account: AccountId, person: PersonId, refused: WordRefused) -> Result<()> {
    amend(tx, account, person, |care| (care.consent, care.refused, care.as_minor) = (None, Some(refused), true))
}

/// Whether somebody consents, as far as that was said.
pub fn has_consent(r: &dyn Reader, account: AccountId, person: PersonId) -> Result<bool> {
    Ok(cares(r, account)?.iter().any(|care| care.person == person && care.consent.is_some()))
}

/// Makes somebody for whom an account books its own person; the former one has been removed.
pub fn become_own(tx: &mut Tx<'_>, account: AccountId, person: PersonId) -> Result<()> {
    let mut cares = cares(tx, account)?;
    for care in cares.iter_mut().filter(|care| care.person == person) {
        care.relation = Relation::Own;
    }
    cares.sort_by_key(|care| (care.relation != Relation::Own, care.since));
    CARES.put(tx, &account, &cares)
}

/// Somebody of the account's family, as they come back when they have given way to a person who is shared.
pub fn as_former(r: &dyn Reader, account: AccountId, id: PersonId) -> Result<Option<FormerMember>> {
    let Some(care) = cares(r, account)?.into_iter().find(|care| care.person == id) else { return Ok(None) };
    let Some(person) = PEOPLE.get(r, &id)? else { return Ok(None) };
    let began_as_minor = care.known(person.birth_date).began_as_minor();
    // Their own word is for this record, as is the link by which they take it back: for another one it is needed anew.
    let (since, as_minor) = (care.since, began_as_minor || care.has_own_word());
    let consent = care.consent.filter(|consent| consent.own_address.is_none());
    Ok(Some(FormerMember { person, since, consent, as_minor }))
}

/// A stored person as who holds them has them.
pub(super) fn stored(r: &dyn Reader, person: PersonId) -> Result<Option<Person>> {
    PEOPLE.get(r, &person)
}

/// Stores a person as who holds them has them.
pub(super) fn store(tx: &mut Tx<'_>, id: PersonId, person: &Person) -> Result<()> {
    PEOPLE.put(tx, &id, person)
}

/// Stores a changed member. Of somebody whom another account holds, who they are stays: only what they are to this one and how it
/// is reached are changed.
pub fn put(tx: &mut Tx<'_>, account: AccountId, member: &Member) -> Result<()> {
    let contact = (!member.is_held()).then(|| member.person.contact());
    amend(tx, account, member.id, |care| {
        care.relation = member.relation;
        care.contact.clone_from(&contact);
    })?;
    if !member.is_held() {
        return Ok(());
    }
    let before = PEOPLE.get(tx, &member.id)?.map(|person| person.birth_date);
    if before != Some(member.person.birth_date) {
        amend(tx, account, member.id, |care| {
            care.as_minor |= before.is_some_and(|born| care.known(born).began_as_minor())
        })?;
        let was_noted = before.map(|born| coming_of_age::drop_note(tx, member.id, born)).transpose()?;
        if was_noted == Some(true) || member.relation != Relation::Own {
            coming_of_age::note(tx, account, member.id, member.person.birth_date)?;
        }
    }
    PEOPLE.put(tx, &member.id, &member.person)
}

/// Deletes a person for whom an account books, and no other does.
pub fn remove(tx: &mut Tx<'_>, account: AccountId, id: PersonId) -> Result<()> {
    let mut cares = cares(tx, account)?;
    let removed = cares.extract_if(.., |care| care.person == id).next();
    if let Some(care) = removed {
        CARES.put(tx, &account, &cares)?;
        remember_if_unconfirmed(tx, account, &care)?;
        delete_person(tx, id)?;
    }
    Ok(())
}

/// Remembers somebody for whom an account books no longer, and whose own word is needed by now: it is missing, or was given for what
/// ends here.
fn remember_if_unconfirmed(tx: &mut Tx<'_>, account: AccountId, care: &Care) -> Result<()> {
    let Some(member) = read(tx, care)? else { return Ok(()) };
    if member.needs_own_word_again() { unconfirmed::remember(tx, account, &member.person) } else { Ok(()) }
}

fn delete_person(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    if let Some(person) = PEOPLE.get(tx, &id)? {
        coming_of_age::drop_note(tx, id, person.birth_date)?;
        PEOPLE.delete(tx, &id)?;
    }
    Ok(())
}

/// Lets a note of somebody's full age name the account that books for them alone from now on.
pub(super) fn put_holder(tx: &mut Tx<'_>, account: AccountId, id: PersonId) -> Result<()> {
    let Some(member) = member(tx, account, id)? else { return Ok(()) };
    let born = member.person.birth_date;
    if coming_of_age::drop_note(tx, id, born)? && member.relation != Relation::Own {
        coming_of_age::note(tx, account, id, born)?;
    }
    Ok(())
}

/// Deletes everybody for whom an account books. Whom it shared has been left to the others before.
pub(super) fn remove_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    for care in cares(tx, account)? {
        delete_person(tx, care.person)?;
    }
    unconfirmed::forget(tx, account)?;
    CARES.delete(tx, &account).map(drop)
}
