use super::{LONGEST, Unreadable, read, read_private};
use std::path::PathBuf;
use tempfile::TempDir;

fn file(content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, content).unwrap();
    (folder, path)
}

#[test]
fn what_editors_put_around_a_text_does_not_matter() {
    for content in ["a\nb\n", "a\r\nb\r\n", "\u{feff}a\r\nb\n"] {
        let (_folder, path) = file(content);
        assert_eq!(read(&path).unwrap(), "a\nb\n", "{content:?}");
    }
    let (_folder, path) = file("\u{feff}\u{feff}a\r\r\nb");
    assert_eq!(read(&path).unwrap(), "\u{feff}a\r\nb", "one mark and one line end, and no more");
}

#[test]
fn what_is_not_a_text_file_says_why() {
    let (folder, path) = file([0xff, 0xfe, b'a', 0]);
    assert!(matches!(read(&path), Err(Unreadable::NotUtf8)));
    assert!(matches!(read(folder.path()), Err(Unreadable::NotAFile)));
    assert!(matches!(read("/dev/null".as_ref()), Err(Unreadable::NotAFile)));
    assert!(matches!(read(&folder.path().join("other")), Err(Unreadable::Missing)));
    let long = usize::try_from(LONGEST).unwrap();
    let (_folder, path) = file(vec![b'a'; long]);
    assert_eq!(read(&path).unwrap().len(), long);
    let (_folder, path) = file(vec![b'a'; long + 1]);
    assert!(matches!(read(&path), Err(Unreadable::TooLong)));
}

#[test]
fn a_secret_in_a_file_open_to_every_user_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = file("\u{feff}secret\r\n");
    for mode in [0o600, 0o640, 0o400] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(read_private(&path).unwrap(), "secret\n");
    }
    for mode in [0o604, 0o602, 0o644] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        assert!(matches!(read_private(&path), Err(Unreadable::Public(found)) if found == mode));
    }
}
