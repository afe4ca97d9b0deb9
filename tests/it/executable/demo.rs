//! `mypage demo`: what a visitor needs to try it out, and nothing left behind.

use super::visitor::{Visitor, link_of};
use crate::harness::process::{Home, Serving};

struct Demo {
    home: Home,
    serving: Serving,
}

impl Demo {
    fn start() -> Self {
        let home = Home::bare();
        let serving = Serving::start(home.command(&["demo", "--listen", "127.0.0.1:0"]));
        Self { home, serving }
    }

    /// The lines that it greets with.
    fn greeting(&self) -> String {
        self.serving.out().wait_for(|line| line.contains("Ctrl+C"));
        self.serving.out().all().join("\n")
    }

    /// Addresses and passwords as printed.
    fn accounts(&self) -> Vec<(String, String)> {
        let greeting = self.greeting();
        let accounts = greeting.lines().filter_map(|line| line.trim().strip_prefix("account "));
        let pair = |line: &str| line.split_once("  password ").map(|(email, password)| (email.into(), password.into()));
        accounts.filter_map(pair).collect()
    }

    /// What lies in the folder for temporary files.
    fn folders(&self) -> usize {
        std::fs::read_dir(self.home.path()).unwrap().count()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_tells_its_addresses_and_every_account_it_names_can_sign_in() {
    let demo = Demo::start();
    let greeting = demo.greeting();
    let port = demo.serving.address().port();
    assert!(greeting.contains(&format!("http://localhost:{port}\n")), "{greeting}");
    assert!(greeting.contains(&format!("http://localhost:{port}/_mail\n")), "{greeting}");
    let accounts = demo.accounts();
    assert_eq!(accounts.len(), 3, "{greeting}");
    for (email, password) in &accounts {
        let visitor = Visitor::on_this_machine(&demo.serving);
        visitor.sign_in(email, password).await.leads_to("/dashboard");
        assert_eq!(visitor.get("/dashboard").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_the_mails_that_were_asked_for() {
    let demo = Demo::start();
    let visitor = Visitor::on_this_machine(&demo.serving);
    visitor.fill("/sign-up", &[("email", "new@example.jp")]).await.leads_to("/sign-up/sent");
    demo.serving.log().wait_for(|line| line.contains("event=mail_kept"));
    let list = visitor.get("/_mail").await;
    assert!(list.text().contains("new@example.jp"), "{}", list.text());
    let mail = list.links().into_iter().find(|link| link.starts_with("/_mail/")).unwrap();
    let link = link_of(&visitor.get(&mail).await.links().iter().map(|link| absolute(link)).collect::<Vec<_>>());
    visitor.try_finish_sign_up(&link, super::PASSWORD, super::visitor::PERSON).await.unwrap();
}

fn absolute(path: &str) -> String {
    format!("http://localhost{path}")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_the_demo_is_gone_with_it() {
    let demo = Demo::start();
    assert_eq!(demo.folders(), 1, "its data is in the folder for temporary files");
    let Demo { home, serving } = demo;
    serving.stop();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn kept_mails_are_shown_only_where_mails_are_kept_and_only_on_this_machine() {
    let sending = Home::sending_to(9).serve();
    assert_eq!(Visitor::on_this_machine(&sending).get("/_mail").await.status, 404);
    assert_eq!(Visitor::on_this_machine(&sending).get("/_mail/0").await.status, 404);
    let keeping = Home::new().serve();
    assert_eq!(Visitor::on_this_machine(&keeping).get("/_mail").await.status, 200);
    assert_eq!(Visitor::of(&keeping).get("/_mail").await.status, 404, "somebody behind a proxy");
}
