//! What somebody typed into a form that was not answered: because they had to sign in first, chose another language or looked
//! at another page. It is kept for half an hour under the visitor's own token, and its page shows it again.
//!
//! Passwords are never kept. A visitor has few such forms; of more, the one that was kept first is forgotten. They end with
//! the visitor's token, except that signing in hands on what is the subject's own or was typed by a guest.

use crate::secret::TokenHash;
use crate::store::{self, Expiring, Reader, Tx};
use serde::{Deserialize, Serialize};

const FORMS: Expiring<(TokenHash, String), KeptForm> = Expiring::new("kept-form");
/// The name of this file's table.
pub(super) const TABLE: &str = FORMS.name();

const MINUTES: i64 = 30;
/// How many forms are kept for a visitor.
const MOST: usize = 5;
/// More rows than a visitor can have, those included that have ended and are not swept yet.
const PAGE: usize = 100;
/// The most bytes of a form that is kept, with the path of its page: more than any form of ours holds when it is filled in, and
/// few enough for one page of the data file. A row that is a little larger takes two.
const LARGEST: usize = 3_600;
/// The most bytes that are stored along with each field.
const BESIDE_FIELD: usize = 8;

/// A form as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptForm {
    /// Its fields by their names.
    pub fields: Vec<(String, String)>,
    /// For whom its page was drawn: [`form_owner`](super::Session::form_owner) of the session, or empty for a guest.
    pub owner: String,
    /// Whether somebody sent it and was led elsewhere, so that they have to be told that it was not received.
    pub sent: bool,
}

impl KeptForm {
    /// The text of a field; empty when it has none of that name.
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }

    fn bytes(&self) -> usize {
        self.fields.iter().map(|(name, text)| name.len() + text.len() + BESIDE_FIELD).sum()
    }
}

/// Keeps what was typed on the visitor's page of that path. What is larger than any form of ours is not kept.
pub fn keep(tx: &mut Tx<'_>, visitor: TokenHash, path: &str, form: KeptForm) -> store::Result<()> {
    if path.len() + form.bytes() > LARGEST {
        return Ok(());
    }
    let key = (visitor, path.to_owned());
    let mut others = FORMS.prefix_with_ends(tx, &visitor, MOST + 1)?;
    others.retain(|(at, _, _)| *at != key);
    if MOST <= others.len()
        && let Some((oldest, _, _)) = others.into_iter().min_by_key(|(_, _, ends)| *ends)
    {
        FORMS.delete(tx, &oldest)?;
    }
    let ends = tx.now().plus_minutes(MINUTES);
    FORMS.put(tx, &key, form, ends)
}

/// What was kept for the visitor's page of that path.
pub fn find(r: &dyn Reader, visitor: TokenHash, path: &str) -> store::Result<Option<KeptForm>> {
    FORMS.get(r, &(visitor, path.to_owned()))
}

/// Forgets what was kept for a page: its form has been received.
pub fn forget(tx: &mut Tx<'_>, visitor: TokenHash, path: &str) -> store::Result<()> {
    FORMS.delete(tx, &(visitor, path.to_owned()))
}

/// Forgets everything that was kept for a visitor, whose token has come to its end.
pub(super) fn forget_all(tx: &mut Tx<'_>, visitor: TokenHash) -> store::Result<()> {
    FORMS.delete_prefix(tx, &visitor, PAGE).map(drop)
}

/// Hands on what was kept for a visitor to the next token of the same browser, in which this owner is signed in, if any.
pub(super) fn hand_on(tx: &mut Tx<'_>, old: TokenHash, new: TokenHash, owner: &str) -> store::Result<()> {
    for ((_, path), form, ends) in FORMS.prefix_with_ends(tx, &old, MOST + 1)? {
        if form.owner.is_empty() || form.owner == owner {
            FORMS.put(tx, &(new, path), form, ends)?;
        }
    }
    Ok(())
}
