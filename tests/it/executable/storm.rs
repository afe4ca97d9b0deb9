//! Load that writes, and remembers what has been acknowledged.
//!
//! Each writer counts what it sent and what it got a yes for. After anything that can happen to a server, what is
//! stored must lie between the two.

use super::PASSWORD;
use super::visitor::{Answer, PERSON, Visitor};
use crate::harness::process::Serving;
use crate::harness::smtp::Inbox;

/// Where a change that was stored leads.
const DONE: &str = "/dashboard?done=person";

/// A patient who changes their own address over and over: the number of the building counts.
pub struct Editor {
    visitor: Visitor,
    proof: String,
    email: String,
    /// The last number that was sent, answered or not.
    pub sent: u64,
    /// The last number whose storing was acknowledged.
    pub acknowledged: u64,
}

impl Editor {
    pub async fn sign_in(serving: &Serving, email: &str) -> Self {
        let visitor = Visitor::of(serving);
        visitor.sign_in(email, PASSWORD).await.leads_to("/dashboard");
        let proof = visitor.get("/person").await.proof();
        Self { visitor, proof, email: email.to_owned(), sent: 0, acknowledged: 0 }
    }

    /// Goes on at the server's next start, with the same session.
    pub fn at(&mut self, serving: &Serving) {
        self.visitor = self.visitor.at(serving);
    }

    /// Writes the next number; an error when the server goes away.
    pub async fn write(&mut self) -> reqwest::Result<()> {
        self.attempt().await?.leads_to(DONE);
        Ok(())
    }

    /// Writes the next number in two posts, as the pages want it; the last answer, or that to the post that was refused.
    pub async fn attempt(&mut self) -> reqwest::Result<Answer> {
        let next = (self.sent + 1).to_string();
        let mut fields = vec![("_csrf", self.proof.as_str()), ("building", next.as_str())];
        fields.extend(PERSON);
        let checked = self.visitor.try_post("/person", &fields).await?;
        if checked.status != 303 {
            return Ok(checked);
        }
        self.sent += 1;
        let saved = self.visitor.try_post("/person/confirmation", &fields[..1]).await?;
        if saved.location() == DONE {
            self.acknowledged = self.sent;
        }
        Ok(saved)
    }

    /// Writes until the server goes away.
    pub async fn write_on(&mut self) {
        while self.write().await.is_ok() {}
    }

    /// Looks at what is stored, which must be what was acknowledged, or what was under way; goes on from there.
    pub async fn look(&mut self) {
        let page = self.visitor.get("/person").await;
        assert_eq!(page.status, 200, "{}: an acknowledged session is gone", self.email);
        let stored = page.attribute("input[name=building]", "value").parse().unwrap_or(0);
        let (sent, acknowledged) = (self.sent, self.acknowledged);
        let fits = (acknowledged..=sent).contains(&stored);
        assert!(fits, "{}: {stored} is stored, {acknowledged} acknowledged, {sent} sent", self.email);
        (self.sent, self.acknowledged) = (stored, stored);
    }
}

/// Somebody who asks for mails to ever new addresses.
pub struct Asker {
    visitor: Visitor,
    proof: String,
    name: String,
    asked: u64,
    /// The addresses for which a mail was said to be on its way.
    pub acknowledged: Vec<String>,
}

impl Asker {
    pub async fn new(serving: &Serving, name: &str) -> Self {
        let visitor = Visitor::of(serving);
        let proof = visitor.get("/password-reset").await.proof();
        Self { visitor, proof, name: name.to_owned(), asked: 0, acknowledged: Vec::new() }
    }

    /// Asks until the server goes away, each time from somewhere else, since one address may ask for few.
    pub async fn ask_on(&mut self) {
        loop {
            self.asked += 1;
            let email = format!("{}-{}@example.jp", self.name, self.asked);
            let fields = [("_csrf", self.proof.as_str()), ("email", email.as_str())];
            let asked: reqwest::Result<Answer> = self.visitor.elsewhere().try_post("/password-reset", &fields).await;
            match asked {
                Ok(answer) => answer.leads_to("/password-reset/sent"),
                Err(_) => return,
            }
            self.acknowledged.push(email);
        }
    }
}

/// People who sign up one after another, each through their mail; adds every address that got its account.
pub async fn sign_up_on(serving: &Serving, inbox: &Inbox, name: &str, acknowledged: &mut Vec<String>) {
    for number in 1.. {
        let email = format!("{name}-{number}@example.jp");
        let visitor = Visitor::of(serving);
        if visitor.try_sign_up(inbox, &email, PASSWORD, PERSON).await.is_err() {
            return;
        }
        acknowledged.push(email);
    }
}
