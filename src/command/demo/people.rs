//! The people of the demonstration who have an account, from `fixtures/people.toml`.

use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::{self, Account, Agreement, Registration};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Draft, Person};
use crate::web::Floor;
use serde::Deserialize;

const PEOPLE: &str = include_str!("../../../fixtures/people.toml");

#[derive(Deserialize)]
struct People {
    person: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    email: String,
    password: String,
    lang: Option<String>,
    #[serde(flatten)]
    draft: Draft,
}

/// Somebody who has an account.
pub(super) struct Member {
    /// The account.
    pub account: Account,
    /// Its password, to be told to whoever tries the demonstration.
    pub password: String,
    /// Its owner.
    pub person: Person,
    /// The language of mails.
    pub lang: Lang,
}

/// Registers the people of the fixtures, in their order.
pub(super) async fn register(floor: &Floor) -> Result<Vec<Member>, String> {
    let people: People = toml::from_str(PEOPLE).map_err(|error| format!("fixtures/people.toml: {error}"))?;
    let mut members = Vec::new();
    for entry in people.person {
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
    let hash = floor.hasher.hash(password.as_bytes().to_vec()).await.map_err(|_| faulty("busy".to_owned()))?;
    let (terms, privacy) = (floor.documents.terms.version.clone(), floor.documents.privacy.version.clone());
    let agreement = Agreement { terms, privacy, at: now };
    let lang = entry.lang.as_deref().and_then(Lang::from_tag).unwrap_or_default();
    Ok(Registration { address, password: hash, person, agreement, lang })
}
