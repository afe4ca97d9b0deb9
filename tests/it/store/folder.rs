//! The data folder: who may open it, who may read it, and which files are refused.

use super::{NOTES, note};
use crate::harness::clinic::START;
use mypage::store::{DATA_FILE, FORMAT, OpenError, Options, Store, check, compact};
use redb::TableDefinition;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const FORMAT_TABLE: TableDefinition<'_, &str, u64> = TableDefinition::new("format");

fn open(folder: &Path) -> Result<Store, OpenError> {
    Store::open(folder, Options::default())
}

fn refused(folder: &Path) -> OpenError {
    open(folder).map(drop).expect_err("the folder must be refused")
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[test]
fn what_is_written_is_there_after_reopening() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).unwrap();
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    store.close();
    let store = open(folder.path()).unwrap();
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &1)).unwrap(), Some(note(1)));
}

#[test]
fn a_closed_store_leaves_a_file_that_needs_no_repair() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).unwrap();
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    let copy = folder.path().join("copy");
    let file = folder.path().join(DATA_FILE);
    fs::copy(&file, &copy).unwrap();
    assert!(redb::ReadOnlyDatabase::open(&copy).is_err(), "an open file must look unclean, or this test says nothing");
    drop(store);
    redb::ReadOnlyDatabase::open(&file).unwrap();
}

#[test]
fn a_file_that_was_not_closed_opens_with_everything_committed() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).unwrap();
    store.write_blocking(START, |tx| NOTES.put(tx, &1, &note(1))).unwrap();
    let other = TempDir::new().unwrap();
    fs::copy(folder.path().join(DATA_FILE), other.path().join(DATA_FILE)).unwrap();
    let store = open(other.path()).unwrap();
    assert_eq!(store.read_blocking(START, |r| NOTES.get(r, &1)).unwrap(), Some(note(1)));
}

#[test]
fn what_an_interrupted_compaction_has_left_is_removed() {
    let folder = TempDir::new().unwrap();
    let draft = folder.path().join("mypage.redb.draft");
    fs::write(&draft, b"half a file").unwrap();
    let store = open(folder.path()).unwrap();
    assert!(!draft.exists());
    store.close();
    compact(folder.path()).unwrap();
    assert!(!draft.exists());
}

#[test]
fn d6_a_second_handle_on_the_same_folder_is_refused_with_the_cause() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).unwrap();
    let in_use = OpenError::InUse { folder: folder.path().to_owned(), holder: Some(std::process::id()) };
    assert_eq!(refused(folder.path()), in_use);
    assert_eq!(check(folder.path(), &Default::default(), START), Err(in_use.clone()));
    assert_eq!(compact(folder.path()), Err(in_use.clone()));
    assert!(in_use.to_string().contains("is in use by another mypage (process "), "{in_use}");
    drop(store);
    open(folder.path()).unwrap();
}

const FOLDER_OF_THE_CHILD: &str = "MYPAGE_TEST_FOLDER";

#[test]
fn d6_a_second_process_on_the_same_folder_is_refused_with_the_cause() {
    if let Ok(folder) = std::env::var(FOLDER_OF_THE_CHILD) {
        println!("{}", refused(Path::new(&folder)));
        return;
    }
    let folder = TempDir::new().unwrap();
    let _store = open(folder.path()).unwrap();
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "store::folder::d6_a_second_process_on_the_same_folder_is_refused_with_the_cause",
            "--nocapture",
        ])
        .env(FOLDER_OF_THE_CHILD, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{said}");
    assert!(said.contains(&format!("in use by another mypage (process {})", std::process::id())), "{said}");
}

/// Gives the file a format version.
fn set_format(file: &Path, version: u64) -> redb::Database {
    let database = redb::Database::open(file).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction.open_table(FORMAT_TABLE).unwrap().insert("version", version).unwrap();
    transaction.commit().unwrap();
    database
}

#[test]
fn d10_a_newer_file_is_refused_untouched() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(DATA_FILE);
    open(folder.path()).unwrap().close();
    let newer = OpenError::Newer { found: FORMAT + 1, known: FORMAT };

    // Once as a crash has left it, once closed cleanly.
    let running = set_format(&file, FORMAT + 1);
    let crashed = TempDir::new().unwrap();
    fs::copy(&file, crashed.path().join(DATA_FILE)).unwrap();
    drop(running);
    for folder in [folder.path(), crashed.path()] {
        let file = folder.join(DATA_FILE);
        let before = fs::read(&file).unwrap();
        assert_eq!(refused(folder), newer);
        assert_eq!(check(folder, &Default::default(), START), Err(newer.clone()));
        assert_eq!(compact(folder), Err(newer.clone()));
        assert!(before == fs::read(&file).unwrap(), "the file has been touched");
    }
}

#[test]
fn files_that_are_not_ours_are_refused_untouched() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(DATA_FILE);
    let foreign = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let error = refused(folder.path());
        assert!(matches!(error, OpenError::Unreadable(_)), "{error}");
        assert!(!error.to_string().contains('\n'), "{error}");
        assert!(bytes == fs::read(&file).unwrap(), "the file has been touched");
    };
    // A data file is never published empty, so an empty one has lost its rows and is not a fresh start.
    foreign(b"");
    foreign(b"a letter to a friend");
    foreign(&[0; 70_000]);
    let other = folder.path().join("other");
    drop(redb::Database::create(&other).unwrap());
    foreign(&fs::read(&other).unwrap());
    let old = folder.path().join("old");
    drop(redb::Database::create(&old).unwrap());
    drop(set_format(&old, 0));
    foreign(&fs::read(&old).unwrap());
}

#[test]
fn d14_only_the_owner_can_read_the_data() {
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("made/data");
    let store = open(&folder).unwrap();
    let backup = parent.path().join("backup.redb");
    store.backup(&backup).unwrap();
    store.close();
    compact(&folder).unwrap();
    assert_eq!(mode(&folder), 0o700);
    for file in [folder.join(DATA_FILE), folder.join("mypage.lock"), backup] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn d14_permissions_that_are_too_wide_are_tightened() {
    let folder = TempDir::new().unwrap();
    open(folder.path()).unwrap().close();
    let files = [folder.path().join(DATA_FILE), folder.path().join("mypage.lock")];
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    for file in &files {
        fs::set_permissions(file, Permissions::from_mode(0o644)).unwrap();
    }
    open(folder.path()).unwrap().close();
    assert_eq!(mode(folder.path()), 0o700);
    for file in &files {
        assert_eq!(mode(file), 0o600, "{}", file.display());
    }
}

#[test]
fn a_folder_that_many_share_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o1777)).unwrap();
    assert_eq!(refused(folder.path()), OpenError::SharedFolder(folder.path().to_owned()));
    assert_eq!(mode(folder.path()), 0o1777);
}
