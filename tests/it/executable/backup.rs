//! D11: a backup made while serving under load is one moment of the data, and nobody waits for it.

use super::storm::Editor;
use super::visitor::Visitor;
use super::{opened_copy, people};
use crate::harness::clinic::START;
use crate::harness::process::{Ended, Home};
use mypage::account::{CustomerId, support};
use mypage::store::DATA_FILE;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const COPIES: usize = 10;
/// Accounts that only make the data larger.
const CROWD: usize = 2000;

#[tokio::test(flavor = "multi_thread")]
async fn d11_a_backup_under_load_holds_one_commit_and_passes_check() {
    let home = Arc::new(Home::new());
    let pair = ["first@example.jp".to_owned(), "second@example.jp".to_owned()];
    let crowd = (0..CROWD).map(|number| format!("crowd-{number}@example.jp"));
    let ids = people(&home, &pair.iter().cloned().chain(crowd).collect::<Vec<_>>()).await;
    let serving = home.serve();
    let mut first = Editor::sign_in(&serving, &pair[0]).await;
    let mut second = Editor::sign_in(&serving, &pair[1]).await;
    let over = Arc::new(AtomicBool::new(false));
    // One after the other: whatever the moment, the first is as far as the second or one ahead.
    let told = Arc::clone(&over);
    let writing = tokio::spawn(async move {
        while !told.load(Ordering::Relaxed) {
            first.write().await.unwrap();
            second.write().await.unwrap();
        }
        second.acknowledged
    });
    let visitor = Visitor::of(&serving);
    let told = Arc::clone(&over);
    let reading = tokio::spawn(async move {
        let mut read = 0;
        while !told.load(Ordering::Relaxed) {
            assert_eq!(visitor.get("/sign-in").await.status, 200);
            read += 1;
        }
        read
    });
    let mut numbers = Vec::new();
    for copy in 0..COPIES {
        let file = home.path().join(format!("{copy}.redb"));
        let (asked, to) = (Arc::clone(&home), file.clone());
        let ended: Ended =
            tokio::task::spawn_blocking(move || asked.run(&["backup".as_ref(), to.as_os_str()])).await.unwrap();
        assert!(ended.done().contains(" rows, "));
        assert!(home.run(&["check".as_ref(), file.as_os_str()]).done().starts_with("sound: "));
        let (one, two) = (building(&file, ids[0]), building(&file, ids[1]));
        assert!(one == two || one == two + 1, "not one moment: {one} and {two}");
        numbers.push(two);
    }
    over.store(true, Ordering::Relaxed);
    let (written, read) = (writing.await.unwrap(), reading.await.unwrap());
    assert!(read > COPIES, "pages were answered all the while");
    assert!(numbers.is_sorted() && numbers[0] < written, "there was load: {numbers:?} of {written}");
}

/// The number in the building of an account's owner, by a copy of the data.
fn building(file: &Path, id: CustomerId) -> u64 {
    let (_folder, store) = opened_copy(file);
    let (_, person) = store.read_blocking(START, |r| support::find(r, id)).unwrap().unwrap();
    person.unwrap().address.building.map_or(0, |building| building.parse().unwrap())
}

#[test]
fn d11_a_backup_serves_as_data_and_overwrites_nothing() {
    let home = Home::new();
    let serving = home.serve();
    assert!(home.run(&["backup", "copy.redb"]).done().contains("copy.redb: "));
    let before = std::fs::read(home.path().join("copy.redb")).unwrap();
    let line = home.run(&["backup", "copy.redb"]).refusal(2);
    assert!(line.contains("copy.redb") && line.contains("exists"), "{line}");
    assert_eq!(std::fs::read(home.path().join("copy.redb")).unwrap(), before);
    let line = home.run(&["backup", "no/such/folder/copy.redb"]).refusal(2);
    assert!(line.contains("no/such/folder"), "{line}");
    serving.stop();
    std::fs::copy(home.path().join("copy.redb"), home.data().join(DATA_FILE)).unwrap();
    home.serve().stop();
    assert!(home.run(&["backup", "second.redb"]).done().contains("second.redb: "), "also without a server");
}
