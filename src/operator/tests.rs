use super::matter::DiskState;
use super::words::size;

#[test]
fn a_full_disk_is_told_from_a_failing_one() {
    for (why, disk) in [
        ("the disk is full", DiskState::Full),
        ("the data file may not grow any further", DiskState::Full),
        ("the file system is read-only", DiskState::Failing),
        ("the disk fails: Input/output error (os error 5)", DiskState::Failing),
    ] {
        assert_eq!(DiskState::of(why), disk, "{why}");
    }
}

#[test]
fn bytes_are_written_as_people_read_them() {
    let written = [0, 999_999, 1_000_000, 999_999_999, 1_000_000_000, 12_340_000_000].map(size);
    assert_eq!(written, ["0 kB", "999 kB", "1 MB", "999 MB", "1.0 GB", "12.3 GB"]);
}
