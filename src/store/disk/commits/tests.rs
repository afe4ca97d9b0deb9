use super::Commits;
use crate::store::engine::Verdict;
use std::sync::mpsc;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

/// Far more than it takes to read a number, and the end of a test in which it waits for the disk.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn the_number_is_read_while_a_commit_is_under_way_and_makes_who_began_then_a_conflict() {
    let commits = Arc::new(Commits::default());
    let (begun, end) = (Arc::new(Barrier::new(2)), mpsc::channel::<()>());
    let (writer, at) = (Arc::clone(&commits), Arc::clone(&begun));
    let committing = thread::spawn(move || {
        writer.one_after(0, || {
            at.wait();
            end.1.recv_timeout(PATIENCE).expect("the number was read meanwhile");
            Ok(())
        })
    });
    begun.wait();
    let meanwhile = commits.count();
    end.0.send(()).unwrap();
    assert_eq!(committing.join().unwrap().unwrap(), Verdict::Durable);
    assert_eq!(commits.one_after(meanwhile, || Ok(())).unwrap(), Verdict::Conflict);
    assert_eq!(commits.one_after(commits.count(), || Ok(())).unwrap(), Verdict::Durable);
}

#[test]
fn a_commit_that_failed_counts_since_it_may_be_visible() {
    let commits = Commits::default();
    commits.one_after(0, || Err(crate::store::Error::Closed)).unwrap_err();
    assert_eq!(commits.one_after(0, || Ok(())).unwrap(), Verdict::Conflict);
}
