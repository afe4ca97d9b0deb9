//! The guards of the account's routes: who is signed in, or who has a sign-up under way.
//!
//! What a patient may see of others is nothing; each feature looks its rows up under the patient's own id.

use super::model::{Account, AccountId};
use super::path;
use super::rows;
use crate::session::{Lifetime, Session, SessionKind, SubjectId};
use crate::store::{self, Reader};
use crate::web::{Cx, Failure, Guard, Who};
use crate::work::Actor;
use std::sync::Arc;

/// A patient's sessions.
pub const SESSIONS: SessionKind = SessionKind {
    name: "patient",
    actor: Actor::Patient,
    cookie: "session",
    on_device: Lifetime { unused_minutes: 30 * 24 * 60, in_all_minutes: None },
    in_browser: Lifetime { unused_minutes: 12 * 60, in_all_minutes: Some(12 * 60) },
    most: 20,
    sign_in: path::sign_in_then,
};

/// A signed-in patient who has agreed to the terms as they are now.
pub struct Patient {
    /// The account.
    pub account: Arc<Account>,
}

impl Guard for Patient {
    const WHO: Who = Who::Patient;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let SignedIn { account } = SignedIn::admit(cx, r, session)?;
        let documents = &cx.floor.documents;
        if account.agrees_to(&documents.terms.version, &documents.privacy.version) {
            Ok(Self { account })
        } else {
            Err(Failure::First(path::then(path::AGREEMENT, &cx.way_back())))
        }
    }

    fn who(&self) -> Option<String> {
        Some(self.account.customer_id.to_string())
    }
}

/// A signed-in patient, whatever they have agreed to: may read the new terms, agree, or leave.
pub struct SignedIn {
    /// The account.
    pub account: Arc<Account>,
}

impl Guard for SignedIn {
    const WHO: Who = Who::Patient;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let session = session.filter(|session| session.kind.name == SESSIONS.name).ok_or(Failure::SignIn)?;
        let account = Arc::new(open_account(r, session.subject)?.ok_or(Failure::SignIn)?);
        cx.remember(Arc::clone(&account));
        Ok(Self { account })
    }

    fn who(&self) -> Option<String> {
        Some(self.account.customer_id.to_string())
    }
}

/// The account of a subject, unless the operator has closed it.
fn open_account(r: &dyn Reader, subject: SubjectId) -> store::Result<Option<Account>> {
    Ok(rows::find(r, AccountId::of_subject(subject))?.filter(|account| account.disabled.is_none()))
}

/// Anybody; somebody who is signed in has agreed to the terms as they are now.
pub struct MaybePatient {
    /// The account that is signed in.
    pub account: Option<Arc<Account>>,
}

impl From<Patient> for MaybePatient {
    fn from(me: Patient) -> Self {
        Self { account: Some(me.account) }
    }
}

impl Guard for MaybePatient {
    const WHO: Who = Who::Anyone;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        match session {
            Some(_) => Patient::admit(cx, r, session).map(Self::from),
            None => Ok(Self { account: None }),
        }
    }

    fn who(&self) -> Option<String> {
        self.account.as_ref().map(|account| account.customer_id.to_string())
    }
}

/// A visitor whose browser has a sign-up under way, up to the password or beyond.
pub struct Newcomer {
    /// The sign-up.
    pub sign_up: rows::SignUp,
}

impl Guard for Newcomer {
    const WHO: Who = Who::Applicant;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let sign_up = rows::sign_up(r, cx.visitor())?;
        sign_up.map(|sign_up| Self { sign_up }).ok_or_else(|| match session {
            // Somebody who comes back after the end of the sign-up has what they wanted.
            Some(_) => Failure::First(path::DASHBOARD.to_owned()),
            None => Failure::First(format!("{}?again=1", path::SIGN_UP)),
        })
    }
}

/// A visitor whose browser has a sign-up under way, with its password chosen.
pub struct Applicant {
    /// The sign-up.
    pub sign_up: rows::SignUp,
    /// The password's hash.
    pub password: String,
}

impl Guard for Applicant {
    const WHO: Who = Who::Applicant;

    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> Result<Self, Failure> {
        let Newcomer { mut sign_up } = Newcomer::admit(cx, r, session)?;
        match sign_up.password.take() {
            Some(password) => Ok(Self { sign_up, password }),
            None => Err(Failure::First(path::SIGN_UP_PASSWORD.to_owned())),
        }
    }
}
