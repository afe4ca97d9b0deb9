//! D7 through the executable: a file that is damaged when its server is killed is served again at once, and the log says
//! that it is damaged and what to do.

use super::visitor::Visitor;
use super::{operator, people};
use crate::harness::process::Home;
use mypage::store::DATA_FILE;
use std::fs;

#[tokio::test(flavor = "multi_thread")]
async fn d7_damage_is_told_after_a_kill_while_pages_are_served() {
    let home = Home::new();
    let email = "hanako@example.jp".to_owned();
    people(&home, std::slice::from_ref(&email)).await;
    let operator = operator::signed_in(&home);
    let serving = home.serve();
    serving.kill();
    serving.ended();
    let file = home.data().join(DATA_FILE);
    let mut bytes = fs::read(&file).unwrap();
    let places: Vec<_> =
        bytes.windows(email.len()).enumerate().filter(|(_, found)| *found == email.as_bytes()).collect();
    let places: Vec<usize> = places.into_iter().map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    places.into_iter().for_each(|at| bytes[at] ^= 1);
    fs::write(&file, bytes).unwrap();

    let serving = home.serve();
    let said = serving.log().wait_for(|line| line.contains(" event=damaged "));
    assert!(said.contains("level=error") && said.contains("mypage check"), "{said}");
    let visitor = Visitor::of(&serving);
    assert_eq!(visitor.get("/sign-in").await.status, 200);
    let health = visitor.get("/healthz").await;
    assert_eq!((health.status, health.body.as_str()), (200, "ok, but the data file is damaged: see `mypage status`\n"));
    let page = Visitor::of(&serving).of_staff(&operator).get("/console/operator").await.text();
    assert!(page.contains("データファイルが壊れています") && page.contains("mypage check"), "{page}");
    let status = home.run(&["status"]);
    assert!(status.code == Some(1) && status.err.contains("! data file   damaged: "), "{status:?}");
    assert!(status.err.contains("mypage check") && status.err.contains("  changes     taken\n"), "{status:?}");
    serving.stop();
    let status = home.run(&["status"]);
    assert!(status.code == Some(1) && status.err.contains("`mypage serve` starts one"), "{status:?}");
    // Also after an orderly end it does not start silently.
    let serving = home.serve();
    serving.log().wait_for(|line| line.contains(" event=damaged "));
    serving.stop();
    let checked = home.run(&["check"]);
    assert!(checked.code == Some(1) && checked.err.contains("problems"), "{checked:?}");
}
