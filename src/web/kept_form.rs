//! No form that was typed is lost. One that cannot be answered is shown again at once on its own page, with what stands
//! against it; where another page comes first, it is [kept](crate::session::kept_form) until its own page is shown.
//!
//! An action that shows a form asks [`Cx::kept_form`] what was typed before.

use super::next::{path_of, safe_next};
use super::{Anyone, Cx, Failure, Frame, Route, Who, csrf, post, reply, words};
use crate::session::kept_form::{self, KeptForm};
use crate::store;
use crate::ui::{Form, FormField, Page, Tone, alert};
use crate::work::{Actor, Ended, Limit, Remedy, Stop};
use maud::html;
use poem::http::Method;
use std::convert::Infallible;

/// Forms that are kept for one visitor in half an hour.
const KEPT_FOR_VISITOR: Limit = Limit { name: "kept form of visitor", most: 60, minutes: 30, remedy: Remedy::Waiting };

/// Forms that are kept for all guests together in that time, which is how long a form is kept: the most of them there can be.
pub const KEPT_IN_ALL: Limit = Limit { name: "kept forms, in all", most: 3_000, minutes: 30, remedy: Remedy::Waiting };

/// The same of everybody who is signed in, the staff included: a flood from outside uses up none of it. The name is part of stored
/// keys, so that it still speaks of patients alone.
pub const KEPT_OF_SIGNED_IN: Limit =
    Limit { name: "kept forms of patients, in all", most: 3_000, minutes: 30, remedy: Remedy::Waiting };

/// The route at which a page that is left has its form kept.
pub fn route(path: &'static str) -> Route {
    post(path, keep)
}

async fn keep(cx: Cx, _: Anyone) -> reply::Result {
    cx.keep_form(path_of(safe_next(&cx.query("page"))), false).await?;
    Ok(cx.nothing())
}

/// What is sent along with a form and is not typed.
const NOT_TYPED: [&str; 3] = [csrf::FIELD, "lang", "next"];

impl Cx {
    /// What was typed into the form of this page and not answered, if anything.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn kept_form<F: Form>(&self) -> store::Result<Option<F>> {
        if self.request.method == Method::POST {
            return Ok(Some(self.typed()));
        }
        self.kept_form_of(self.request.uri.path()).await
    }

    /// What was typed into the form of the page of `path` and not answered, for an answer that draws that page again because of another
    /// form on it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn kept_form_of<F: Form>(&self, path: &str) -> store::Result<Option<F>> {
        Ok(self.kept(path).await?.map(|kept| F::read(|field| kept.text(field.name()).to_owned())))
    }

    /// The same of one field by its name, where the form has others than those of a [`Form`].
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn kept_text(&self, name: &str) -> store::Result<String> {
        if self.request.method == Method::POST {
            return Ok(self.form().get(name).to_owned());
        }
        Ok(self.kept(self.request.uri.path()).await?.map_or_else(String::new, |kept| kept.text(name).to_owned()))
    }

    async fn kept(&self, path: &str) -> store::Result<Option<KeptForm>> {
        let kept = self.read(|r| kept_form::find(r, self.visitor(), path)).await?;
        let kept = kept.filter(|kept| self.may_see(&kept.owner));
        if kept.as_ref().is_some_and(|kept| kept.sent) {
            self.tell_unsent();
        }
        Ok(kept)
    }

    /// Whether the posted form was drawn for a guest or for who is signed in now, or nobody is: what somebody else typed is
    /// not shown.
    pub(super) fn may_see_form(&self) -> bool {
        self.session().is_none() || self.may_see(csrf::owner(self.form().get(csrf::FIELD)))
    }

    /// Whether this page shows what was typed into a form of this owner. A page for people who are signed in shows only their own: a
    /// guest has not seen it.
    fn may_see(&self, owner: &str) -> bool {
        let own = self.session().is_some_and(|session| session.form_owner() == owner);
        own || owner.is_empty() && !self.page_for.is_some_and(Who::is_signed_in)
    }

    /// Whether the posted form holds anything that somebody typed.
    pub(super) fn has_typed(&self) -> bool {
        self.form().typed(&NOT_TYPED).iter().any(|(_, text)| !text.trim().is_empty())
    }

    /// Keeps the posted form for the page of `path`; `sent` when somebody meant to send it.
    ///
    /// # Errors
    /// When this visitor had too many kept, or the store takes no changes.
    pub(super) async fn keep_form(&self, path: &str, sent: bool) -> Result<(), Failure> {
        if !self.has_typed() {
            return Ok(());
        }
        let fields = self.form().typed(&NOT_TYPED);
        let (form, path) =
            (KeptForm { fields, owner: csrf::owner(self.form().get(csrf::FIELD)).to_owned(), sent }, path.to_owned());
        let Ended::Done(()) = self
            .work(move |work, _: Anyone| {
                let all = match work.caller().actor {
                    Actor::Patient | Actor::Staff => KEPT_OF_SIGNED_IN.in_all(),
                    _ => KEPT_IN_ALL.in_all(),
                };
                work.count(&[work.from_visitor(&KEPT_FOR_VISITOR), all])?;
                let visitor = work.visitor();
                Ok::<_, Stop<Infallible>>(kept_form::keep(work, visitor, &path, form.clone())?)
            })
            .await?;
        Ok(())
    }

    /// Forgets what was kept for this page, because its form has been received.
    ///
    /// # Errors
    /// When the store fails.
    pub(super) async fn forget_kept_form(&self) -> store::Result<()> {
        let (visitor, path) = (self.visitor(), self.request.uri.path().to_owned());
        if self.read(|r| kept_form::find(r, visitor, &path)).await?.is_none() {
            return Ok(());
        }
        self.write(move |tx| kept_form::forget(tx, visitor, &path)).await
    }

    /// Has a page say what became of the form that it shows again.
    pub(super) async fn say_of_kept_form(&self, page: &mut Page, frame: &dyn Frame) {
        if let Some(failure) = &self.unanswered {
            page.problems = failure.beside_the_form(self, frame).await;
        } else if self.is_unsent() {
            page.notice = alert(Tone::Info, html! { p { (words::of(self.lang).unsent) } });
        }
    }
}

impl Failure {
    /// Whether a form that met it is shown again with what was typed. Where another page comes first, it is kept instead.
    pub(super) const fn shows_the_form_again(&self) -> bool {
        matches!(self, Self::Forged | Self::TooMany(_) | Self::Busy | Self::ReadOnly(_) | Self::Fault(_))
    }
}
