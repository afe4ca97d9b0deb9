use super::*;
use std::time::Instant;

#[test]
fn a_worker_that_does_not_come_back_is_noticed_and_one_that_has_ended_is_not() {
    let (progress, now) = (Progress::default(), Instant::now());
    let later = now + 4 * LONGEST_NAP;
    assert!(!progress.stalls(later), "it has not begun");
    progress.looks();
    assert!(!progress.stalls(now + 2 * LONGEST_NAP));
    assert!(progress.stalls(later));
    progress.ends();
    assert!(!progress.stalls(later));
}
