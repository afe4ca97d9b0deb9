//! P8: what everybody together may ask for has an end, and the operator is told of it.

use super::visitor::Visitor;
use super::{opened_copy, people};
use crate::harness::process::Home;
use mypage::account::MAILS_IN_ALL;
use mypage::clock::Clock;
use mypage::config::Config;
use mypage::lang::Lang;
use mypage::store::{DATA_FILE, Tx};
use mypage::work::{Actor, Caller, Stop, Work};
use std::convert::Infallible;

/// As many mails as may be asked for, but for so many.
fn ask_for_all_but(config: &Config, tx: &mut Tx<'_>, left: u32) -> mypage::store::Result<()> {
    let caller = Caller::without_browser(Actor::System, Lang::Ja);
    Work::run(tx, config, &caller, |work| {
        for _ in left..MAILS_IN_ALL.most {
            work.count(&[MAILS_IN_ALL.in_all()])?;
        }
        Ok::<_, Stop<Infallible>>(())
    })
    .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_all_mails_of_an_hour_together_have_an_end_that_the_operator_is_told_of() {
    let home = Home::new();
    people(&home, &["hanako@example.jp".to_owned()]).await;
    let file = home.data().join(DATA_FILE);
    let (folder, store) = opened_copy(&file);
    let config = super::kept_config();
    store.write_blocking(Clock::System.now(), move |tx| ask_for_all_but(&config, tx, 1)).unwrap();
    store.close();
    std::fs::copy(folder.path().join(DATA_FILE), &file).unwrap();

    let serving = home.serve();
    let visitor = Visitor::of(&serving);
    let ask = async |address| visitor.fill("/password-reset", &[("email", address)]).await.status;
    assert_eq!(ask("one@example.jp").await, 303);
    let refused = visitor.fill("/password-reset", &[("email", "another@example.jp")]).await;
    assert_eq!(refused.status, 429);
    let page = refused.text();
    assert!(page.contains("ただいま混み合っています") && page.contains("最後にお送りしたメール"), "{page}");
    assert!(page.contains("会員登録やログインをしなくても"), "what needs no mail goes on: {page}");
    assert!(!page.contains("お電話ください"), "a call brings nobody a mail: {page}");
    assert!(!page.contains("同じ操作が続いた"), "it is nothing that this visitor did");
    let told = serving.log().wait_for(|line| line.contains(" event=limit_reached "));
    assert!(told.contains("level=error") && told.contains("mails asked for, in all"), "{told}");
    let status = home.run(&["status"]);
    assert!(status.code == Some(1) && status.err.contains("! limits      reached"), "{status:?}");
    assert!(status.err.contains("mails asked for in an hour"), "{status:?}");
    serving.stop();
}
