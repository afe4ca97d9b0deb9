//! The people of the demonstration who have an account, from `fixtures/people.toml`.

use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::{self, Account, Agreement, Registration};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Draft, Person};
use crate::toml::{self, Read, Section, Value};
use crate::web::Floor;

const PEOPLE: &str = include_str!("../../../fixtures/people.toml");
/// The most people.
const MOST: usize = 1000;

struct Entry {
    email: String,
    password: String,
    lang: Option<String>,
    draft: Draft,
}

/// Reads `[[person]]`, whose keys are the fields of the form, beside those of the account.
fn entries(root: &Section<'_>) -> Option<Vec<Entry>> {
    let text = |value: &Value<'_>| -> Read<String> { toml::text(value).map(str::to_owned) };
    let entry = |person: &Section<'_>| {
        let (email, password) = (person.required("email", text), person.required("password", text));
        let lang = person.optional("lang", text);
        let draft = Draft::from_fields(|field| person.optional(field, text).unwrap_or_default());
        Some(Entry { email: email?, password: password?, lang, draft })
    };
    root.sections("person", MOST).iter().map(entry).collect()
}

/// Somebody who has an account.
pub(super) struct Member {
    /// The account.
    pub account: Account,
    /// Its password, which the demonstration prints.
    pub password: String,
    /// Its owner.
    pub person: Person,
    /// The language of mails.
    pub lang: Lang,
}

/// Registers the people of the fixtures, in their order.
pub(super) async fn register(floor: &Floor) -> Result<Vec<Member>, String> {
    let people = toml::read(PEOPLE, entries).map_err(|problems| match problems.first() {
        Some(problem) => format!("fixtures/people.toml: {problem}"),
        None => "fixtures/people.toml cannot be read".to_owned(),
    })?;
    let mut members = Vec::new();
    for entry in people {
        let (now, new) = (floor.clock.now(), registration(floor, &entry).await?);
        let (person, lang) = (new.person.clone(), new.lang);
        let made = floor.store.write(now, move |tx| account::register(tx, &new)).await;
        let account =
            made.map_err(|error| error.to_string())?.ok_or_else(|| format!("{} is there twice", entry.email))?;
        members.push(Member { account, password: entry.password, person, lang });
    }
    Ok(members)
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
