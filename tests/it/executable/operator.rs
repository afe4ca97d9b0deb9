//! The operator's page of the executable: what is said after a kill.

use super::visitor::Visitor;
use super::{opened_copy, people};
use crate::harness::process::Home;
use mypage::clock::Clock;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::secret::Token;
use mypage::session::{self, NewSession, Stay, UserAgent};
use mypage::staff::{Authenticator, SESSIONS, Staff, rows};
use mypage::store::DATA_FILE;
use mypage::work::StaffId;
use std::time::Duration;
use tokio::time::timeout;

/// Puts an operator without any clinic into the data, whom this token signs in.
pub fn signed_in(home: &Home) -> Token {
    let (file, now, token) = (home.data().join(DATA_FILE), Clock::System.now(), Token::mint());
    let staff = Staff {
        id: StaffId::mint(),
        address: EmailAddress::parse("unyo@example.jp").unwrap(),
        name: "運用 太郎".to_owned(),
        password: String::new(),
        authenticator: Authenticator::mint(),
        recovery_codes: Vec::new(),
        created: now,
        opens_clinics: false,
        operator: true,
        disabled: None,
        signed_in: None,
    };
    let (folder, store) = opened_copy(&file);
    let (before, fresh) = (Token::mint().hash(), token.hash());
    let added = store.write_blocking(now, move |tx| {
        rows::add(tx, &staff)?;
        session::admit(tx, staff.subject(), Lang::Ja)?;
        let user_agent = UserAgent::default();
        let new = NewSession { kind: &SESSIONS, subject: staff.subject(), stay: Stay::InBrowser, user_agent };
        session::start(tx, &new, &before, fresh).map(drop)
    });
    added.unwrap();
    store.close();
    std::fs::copy(folder.path().join(DATA_FILE), file).unwrap();
    token
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_that_was_not_in_order_is_told_after_this_start_and_the_next() {
    let home = Home::new();
    people(&home, &["hanako@example.jp".to_owned()]).await;
    let token = signed_in(&home);
    let serving = home.serve();
    let page = Visitor::of(&serving).of_staff(&token).get("/console/operator").await;
    assert!(page.text().contains("対応が必要なことはありません"), "{}", page.text());
    assert!(page.text().contains(&serving.address().to_string()) && page.text().contains(" kB"), "{}", page.text());
    let status = home.run(&["status"]).done();
    assert!(status.starts_with("all is well\n") && status.contains("  served      version "), "{status}");
    serving.kill();
    serving.ended();
    let serving = home.serve();
    serving.log().wait_for(|line| line.contains(" event=unclean_stop"));
    serving.log().wait_for(|line| line.contains(" event=verified "));
    let page = Visitor::of(&serving).of_staff(&token);
    let told = async || page.get("/console/operator").await.text();
    let is_told = async {
        while !told().await.contains("前回は正しく終了していませんでした") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(60), is_told).await.expect("the page tells of the stop");
    assert!(told().await.contains("対応が必要なことはありません"), "it is over");
    serving.stop();
    let serving = home.serve();
    let page = Visitor::of(&serving).of_staff(&token).get("/console/operator").await;
    assert!(page.text().contains("前回は正しく終了していませんでした"), "{}", page.text());
    let status = home.run(&["status"]).done();
    assert!(status.contains("  to know     The service was not shut down properly"), "{status}");
    assert!(!serving.log().all().iter().any(|line| line.contains(" event=unclean_stop")), "it ended in order");
    serving.stop();
}
