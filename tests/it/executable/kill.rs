//! D1: killed in the midst of writing, a hundred times over, and nothing that was acknowledged is lost.

use super::storm::{Asker, Editor, sign_up_on};
use super::{opened_copy, people};
use crate::harness::clinic::START;
use crate::harness::engine::dice::Dice;
use crate::harness::process::{Home, Serving};
use crate::harness::smtp::{Inbox, Setup, SmtpServer};
use mypage::mail::outbox;
use mypage::store::DATA_FILE;
use std::collections::HashSet;
use std::time::Duration;

/// How often it is killed, unless `MYPAGE_ROUNDS` says otherwise.
const ROUNDS: u64 = 100;
const EDITORS: usize = 6;
/// The longest storm in milliseconds.
const LONGEST: u64 = 250;

/// All that has been acknowledged so far.
struct Memory {
    editors: Vec<Editor>,
    accounts: Vec<String>,
    mails: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn d1_what_was_acknowledged_survives_a_kill() {
    let seed = number("MYPAGE_SEED").unwrap_or_else(|| getrandom::u64().unwrap());
    let rounds = number("MYPAGE_ROUNDS").unwrap_or(ROUNDS);
    let mut dice = Dice::new(seed);
    // Shown only when the test fails. The moments of the kills are replayed, the system's scheduling is not.
    eprintln!("MYPAGE_SEED={seed} replays this failure");
    let post = SmtpServer::start(Setup::plain()).await;
    let home = Home::sending_to(post.port());
    let emails: Vec<String> = (0..EDITORS).map(|number| format!("editor-{number}@example.jp")).collect();
    people(&home, &emails).await;
    let mut serving = home.serve();
    let mut memory = Memory { editors: Vec::new(), accounts: emails.clone(), mails: Vec::new() };
    for email in &emails {
        memory.editors.push(Editor::sign_in(&serving, email).await);
    }
    for round in 0..rounds {
        let rest = Duration::from_millis(dice.below(LONGEST));
        memory.storm(serving, post.inbox(), round, rest).await;
        memory.look_into_a_copy(&home, post.inbox());
        serving = home.serve();
        serving.log().wait_for(|line| line.contains(" event=verified "));
        memory.look(&home, &serving).await;
        eprintln!("round {round}: killed after {rest:?}");
    }
    serving.stop();
    assert!(home.run(&["check"]).done().starts_with("sound: "));
    let written: u64 = memory.editors.iter().map(|editor| editor.acknowledged).sum();
    eprintln!("{written} changes, {} accounts, {} mails", memory.accounts.len(), memory.mails.len());
    assert!(written > rounds && memory.mails.len() as u64 > rounds, "the storms were calm");
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap())
}

impl Memory {
    /// Everybody writes until the server is killed.
    async fn storm(&mut self, serving: Serving, inbox: &Inbox, round: u64, rest: Duration) {
        let mut asker = Asker::new(&serving, &format!("asker-{round}")).await;
        let name = format!("new-{round}");
        let mut signed_up = Vec::new();
        let editing = futures_util::future::join_all(self.editors.iter_mut().map(Editor::write_on));
        let killing = async {
            tokio::time::sleep(rest).await;
            serving.kill();
        };
        tokio::join!(editing, asker.ask_on(), sign_up_on(&serving, inbox, &name, &mut signed_up), killing);
        self.accounts.append(&mut signed_up);
        self.mails.append(&mut asker.acknowledged);
    }

    /// Each mail that was asked for has been sent or still waits, by the file as the kill left it.
    fn look_into_a_copy(&self, home: &Home, inbox: &Inbox) {
        let (_folder, store) = opened_copy(&home.data().join(DATA_FILE));
        let waiting = store.read_blocking(START, |r| outbox::list(r, usize::MAX)).unwrap();
        let waiting = waiting.iter().map(|(_, mail)| mail.letter.to().as_str().to_owned());
        let there: HashSet<String> = inbox.recipients().into_iter().chain(waiting).collect();
        let lost: Vec<&String> = self.mails.iter().filter(|mail| !there.contains(*mail)).collect();
        assert!(lost.is_empty(), "mails that were acknowledged are neither sent nor waiting: {lost:?}");
    }

    /// Each session, change and account is there, by the pages and commands of the next server.
    async fn look(&mut self, home: &Home, serving: &Serving) {
        for editor in &mut self.editors {
            editor.at(serving);
        }
        futures_util::future::join_all(self.editors.iter_mut().map(Editor::look)).await;
        let list = home.run(&["account", "list"]).done();
        let there: HashSet<&str> = list.split_whitespace().collect();
        let lost: Vec<&String> = self.accounts.iter().filter(|email| !there.contains(email.as_str())).collect();
        assert!(lost.is_empty(), "accounts that were acknowledged are gone: {lost:?}");
    }
}
