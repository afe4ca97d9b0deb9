//! The people of the demonstration who have an account, from `fixtures/people.toml`.

use crate::account::share::{self, Joining};
use crate::account::{self, Account, Agreement, Member, Registration, Relation, care};
use crate::config::DemoAccount;
use crate::credential::password::{Owner, PATIENT_LEAST, Password};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Draft, Person};
use crate::store::Tx;
use crate::toml::{self, Read, Section, Value};
use crate::web::Floor;
use time::{Date, Duration};

const PEOPLE: &str = include_str!("../../../fixtures/people.toml");
/// The most people.
const MOST: usize = 1000;

struct Entry {
    email: String,
    password: String,
    lang: Option<String>,
    draft: Draft,
}

/// A member of somebody's family.
struct Relative {
    /// The address of the account.
    of: String,
    relation: String,
    /// The address of the account with which they are shared.
    shared_with: Option<String>,
    /// How old they become, and in how many days, where they have no date of birth.
    turns: Option<(i32, i64)>,
    draft: Draft,
}

impl Relative {
    /// Who they are today.
    fn person(&self, today: Date) -> Result<Person, String> {
        let mut draft = self.draft.clone();
        if let Some((age, days)) = self.turns {
            draft.birth_date = born(today, age, days).to_string();
        }
        let problem = |problems| format!("fixtures/people.toml: a relative of {}: {problems:?}", self.of);
        draft.check(today).map_err(problem)
    }

    fn relation(&self) -> Result<Relation, String> {
        let problem = || format!("fixtures/people.toml: a relative of {}: no such relation", self.of);
        Relation::from_value(&self.relation).ok_or_else(problem)
    }
}

/// The date of birth of somebody who becomes so old in so many days.
fn born(today: Date, age: i32, days: i64) -> Date {
    let birthday = today.saturating_add(Duration::days(days));
    let on = |day: Date| day.replace_year(day.year() - age).ok();
    // Of a leap day the day before is in every year.
    on(birthday).or_else(|| on(birthday.previous_day()?)).unwrap_or(birthday)
}

/// Reads `[[person]]`, whose keys are the fields of the form, beside those of the account, and `[[relative]]`.
fn entries(root: &Section<'_>) -> Option<(Vec<Entry>, Vec<Relative>)> {
    let text = |value: &Value<'_>| -> Read<String> { toml::text(value).map(str::to_owned) };
    let entry = |person: &Section<'_>| {
        let (email, password) = (person.required("email", text), person.required("password", text));
        let lang = person.optional("lang", text);
        let draft = Draft::from_fields(|field| person.optional(field, text).unwrap_or_default());
        Some(Entry { email: email?, password: password?, lang, draft })
    };
    let relative = |person: &Section<'_>| {
        let (of, relation) = (person.required("of", text), person.required("relation", text));
        let shared_with = person.optional("shared_with", text);
        let (age, days) = (toml::number(0..=125), toml::number(0..=366));
        let turns = person.optional("turns", age).zip(person.optional("in_days", days));
        let draft = Draft::from_fields(|field| person.optional(field, text).unwrap_or_default());
        Some(Relative { of: of?, relation: relation?, shared_with, turns, draft })
    };
    let people: Option<Vec<Entry>> = root.sections("person", MOST).iter().map(entry).collect();
    let family: Option<Vec<Relative>> = root.sections("relative", MOST).iter().map(relative).collect();
    people.zip(family)
}

/// The family of whom this is the address.
fn relatives(floor: &Floor, all: &[Relative], of: &str) -> Result<Vec<(Relation, Person)>, String> {
    let today = floor.clock.now().jst_date();
    all.iter().filter(|one| one.of == of).map(|one| Ok((one.relation()?, one.person(today)?))).collect()
}

/// Somebody who has an account.
pub(super) struct Patient {
    /// The account.
    pub account: Account,
    /// Its password, which the demonstration prints.
    pub password: String,
    /// Its owner, with the id.
    pub own: Member,
    /// The language of mails.
    pub lang: Lang,
}

/// The accounts of these people, as アカウント認証 offers them.
pub(super) fn accounts() -> Result<Vec<DemoAccount>, String> {
    let (people, _) = read()?;
    let account = |Entry { email, password, draft, .. }| {
        let name = format!("{} {}", draft.family_name, draft.given_name);
        DemoAccount { name, address: email, password }
    };
    Ok(people.into_iter().map(account).collect())
}

fn read() -> Result<(Vec<Entry>, Vec<Relative>), String> {
    toml::read(PEOPLE, entries).map_err(|problems| match problems.first() {
        Some(problem) => format!("fixtures/people.toml: {problem}"),
        None => "fixtures/people.toml cannot be read".to_owned(),
    })
}

/// Registers the people of the fixtures, in their order.
pub(super) async fn register(floor: &Floor) -> Result<Vec<Patient>, String> {
    let (people, family) = read()?;
    let mut patients = Vec::new();
    for entry in people {
        let (now, new) = (floor.clock.now(), registration(floor, &entry).await?);
        let (lang, own_family) = (new.lang, relatives(floor, &family, &entry.email)?);
        let make = move |tx: &mut Tx<'_>| {
            let Some(account) = account::register(tx, &new)? else { return Ok(None) };
            for (relation, person) in &own_family {
                care::add_with_consent(tx, account.id, *relation, person)?;
            }
            Ok(care::own(tx, account.id)?.map(|own| (account, own)))
        };
        let made = floor.store.write(now, make).await.map_err(|error| error.to_string())?;
        let (account, own) = made.ok_or_else(|| format!("{} is there twice", entry.email))?;
        patients.push(Patient { account, password: entry.password, own, lang });
    }
    for relative in &family {
        share(floor, &patients, relative).await?;
    }
    Ok(patients)
}

/// Shares somebody with the account that the fixtures name, to which they are the same as to who added them.
async fn share(floor: &Floor, patients: &[Patient], relative: &Relative) -> Result<(), String> {
    let Some(with) = &relative.shared_with else { return Ok(()) };
    let account = |address: &str| {
        let found = patients.iter().find(|patient| patient.account.address.as_str() == address);
        found.ok_or_else(|| format!("fixtures/people.toml: {address} has no account"))
    };
    let (holder, partner) = (account(&relative.of)?.account.id, account(with)?);
    let (partner, contact) = (partner.account.id, partner.own.person.contact());
    let (relation, person) = (relative.relation()?, relative.person(floor.clock.now().jst_date())?);
    let begin = move |tx: &mut Tx<'_>| {
        let members = care::members(tx, holder)?;
        let Some(member) = members.iter().find(|member| member.person.is_same_as(&person)) else { return Ok(()) };
        let joining = Joining { relation, contact: contact.clone(), former: None };
        share::begin(tx, member.id, holder, partner, joining)
    };
    floor.store.write(floor.clock.now(), begin).await.map_err(|error| error.to_string())
}

async fn registration(floor: &Floor, entry: &Entry) -> Result<Registration, String> {
    let now = floor.clock.now();
    let faulty = |what: String| format!("fixtures/people.toml: {}: {what}", entry.email);
    let address = EmailAddress::parse(&entry.email).map_err(|problem| faulty(format!("{problem:?}")))?;
    let owner = Owner { address: Some(&address), names: &[] };
    let password = Password::choose(&entry.password, PATIENT_LEAST, owner).map_err(|p| faulty(format!("{p:?}")))?;
    let person = entry.draft.check(now.jst_date()).map_err(|problems| faulty(format!("{problems:?}")))?;
    let hash = floor.hasher.hash("", password.as_bytes().to_vec()).await.map_err(|_| faulty("busy".to_owned()))?;
    let (terms, privacy) = (floor.documents.terms.version.clone(), floor.documents.privacy.version.clone());
    let agreement = Agreement { terms, privacy, at: now };
    let lang = entry.lang.as_deref().and_then(Lang::from_tag).unwrap_or_default();
    Ok(Registration { address, password: hash, person, agreement, lang })
}
