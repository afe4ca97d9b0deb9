//! A unit of work of a request, in whose transaction the route's guard decides again.

use super::{Cx, Failure, Guard};
use crate::log::masked;
use crate::session;
use crate::store::Reader;
use crate::work::{Actor, Caller, Ended, Event, Networks, Outcome, Ran, Refuse, Settled, Work};

/// What stood against a unit of work.
enum Against<R> {
    /// The guard, whose failure the visitor gets to see.
    Visitor(Failure),
    /// A rule of the verb.
    Rule(R),
}

impl<R> From<Failure> for Against<R> {
    fn from(failure: Failure) -> Self {
        Self::Visitor(failure)
    }
}

impl Cx {
    /// Does a unit of work for a visitor whom the guard `G` lets in again, inside the write.
    ///
    /// # Errors
    /// What the guard or the verb says against this visitor, and what the store says.
    pub async fn work<G: Guard, T, R>(
        &self,
        mut verb: impl FnMut(&mut Work<'_>, G) -> Outcome<T, R> + Send + 'static,
    ) -> Result<Ended<T, R>, Failure>
    where
        T: Send + 'static,
        R: Send + 'static,
    {
        let (cx, caller) = (self.clone(), self.caller());
        let ran = self.write(move |tx| {
            Work::run(tx, &cx.floor.config, &caller, |work| {
                let me: G = cx.admit_again(work).or_refuse::<Against<R>>()?;
                work.identify(me.who());
                verb(work, me).map_err(|stop| stop.map(Against::Rule))
            })
        });
        let Ran { settled, events } = ran.await?;
        for event in &events {
            self.tell(event);
        }
        match settled {
            Settled::Done(done) => Ok(Ended::Done(done)),
            Settled::Refused(Against::Rule(refusal)) => Ok(Ended::Refused(refusal)),
            Settled::Refused(Against::Visitor(failure)) => Err(failure),
            Settled::Denied(denied) => Err(denied.into()),
        }
    }

    /// Tells an event of this request.
    pub fn tell(&self, event: &Event) {
        let line = event.line(&self.floor.log);
        line.with("id", &self.request.reference).with("client", masked(self.request.client)).write();
    }

    /// Asks a guard again, with the session as it is inside the write. One that has ended since the request came in does
    /// not make a guest of its patient.
    fn admit_again<G: Guard>(&self, r: &dyn Reader) -> Result<G, Failure> {
        let session = match self.session() {
            Some(_) => Some(session::find(r, self.request.kind, self.visitor())?.ok_or(Failure::SignIn)?),
            None => None,
        };
        G::admit(self, r, session.as_ref())
    }

    /// Who asks, for a unit of work.
    pub fn caller(&self) -> Caller {
        let actor = self.session().map_or(Actor::Guest, |session| session.kind.actor);
        Caller {
            actor,
            staff: self.session().filter(|_| actor == Actor::Staff).map(|session| session.subject.cast()),
            visitor: self.request.token.clone(),
            network: Networks::of(self.request.client),
            lang: self.lang,
        }
    }
}
