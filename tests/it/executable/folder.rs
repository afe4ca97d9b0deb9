//! The data folder of the executable: who may read it, who may serve it, and a file from a later release.

use super::people;
use super::visitor::Visitor;
use crate::harness::process::Home;
use mypage::store::{DATA_FILE, FORMAT};
use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition, TableHandle};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

#[test]
fn d6_a_second_server_on_the_same_data_is_refused_and_told_why() {
    let home = Home::new();
    let serving = home.serve();
    let ended = home.run(&["serve"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{ended:?}");
    let line = ended.err.lines().last().unwrap();
    let process = serving.process().to_string();
    for part in ["mypage: ", &home.data().display().to_string(), "in use", &process] {
        assert!(line.contains(part), "{part} is missing in {line}");
    }
    serving.stop();
    home.serve().stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn d6_the_refused_server_does_not_disturb_the_first() {
    let home = Home::new();
    let serving = home.serve();
    assert_eq!(home.run(&["serve"]).code, Some(1));
    assert_eq!(Visitor::of(&serving).get("/sign-in").await.status, 200);
    assert_eq!(home.run(&["account", "list"]).done(), "no accounts\n", "its control socket is still there");
}

/// Where the format's number stands, found without knowing the names that the store uses for it.
fn raise_the_format(file: &Path) {
    let database = Database::create(file).unwrap();
    let read = database.begin_read().unwrap();
    let names: Vec<String> = read.list_tables().unwrap().map(|table| table.name().to_owned()).collect();
    drop(read);
    let mut raised = 0;
    for name in names {
        let write = database.begin_write().unwrap();
        if let Ok(mut table) = write.open_table(TableDefinition::<&str, u64>::new(&name)) {
            let rows = table.iter().unwrap().map(Result::unwrap);
            let versions: Vec<String> =
                rows.filter(|(_, value)| value.value() == FORMAT).map(|(key, _)| key.value().to_owned()).collect();
            for key in versions {
                table.insert(key.as_str(), FORMAT + 1).unwrap();
                raised += 1;
            }
        }
        write.commit().unwrap();
    }
    assert_eq!(raised, 1, "one number says the format");
}

#[test]
fn d10_a_file_of_a_later_release_is_refused_and_stays_as_it_is() {
    let home = Home::new();
    home.serve().stop();
    let file = home.data().join(DATA_FILE);
    raise_the_format(&file);
    let before = std::fs::read(&file).unwrap();
    for words in [&["serve"][..], &["check"], &["compact"], &["account", "list"], &["backup", "copy.redb"]] {
        let ended = home.run(words);
        assert_eq!(ended.code, Some(1), "{words:?}: {ended:?}");
        let said = format!("format {}, this release knows up to {FORMAT}", FORMAT + 1);
        assert!(ended.err.contains(&said), "{words:?}: {ended:?}");
        assert!(std::fs::read(&file).unwrap() == before, "{words:?} touched the file");
    }
}

/// The modes of everything under a folder, itself included.
fn modes(folder: &Path) -> BTreeMap<String, u32> {
    let mode = |path: &Path| std::fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777;
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), mode(&path)));
    named.chain([(".".to_owned(), mode(folder))]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn d14_only_the_owner_may_open_anything() {
    let home = Home::new();
    people(&home, &["hanako@example.jp".to_owned()]).await;
    let file = home.data().join(DATA_FILE);
    // However carelessly they were left.
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o666)).unwrap();
    std::fs::set_permissions(home.data(), PermissionsExt::from_mode(0o755)).unwrap();
    let serving = home.serve_under("umask 000");
    serving.out().wait_for(|line| line.starts_with("setup code "));
    home.run(&["account", "list"]).done();
    home.run(&["backup", "data/copy.redb"]).done();
    let found = modes(&home.data());
    let wanted = [
        (".", 0o700),
        ("control.sock", 0o600),
        ("copy.redb", 0o600),
        ("mypage.lock", 0o600),
        (DATA_FILE, 0o600),
        ("setup", 0o600),
    ];
    assert_eq!(found, wanted.map(|(name, mode)| (name.to_owned(), mode)).into());
    serving.stop();
    home.run(&["compact"]).done();
    assert_eq!(modes(&home.data())[DATA_FILE], 0o600);
}

#[test]
fn d14_a_new_folder_is_closed_from_the_start() {
    let home = Home::new();
    let serving = home.serve_under("umask 000");
    let found = modes(&home.data());
    assert_eq!((found["."], found[DATA_FILE]), (0o700, 0o600));
    serving.stop();
}
