use super::Shadow;
use proptest::collection::vec;
use proptest::prelude::*;
use redb::StorageBackend;
use redb::backends::InMemoryBackend;
use std::sync::Arc;

/// A write of some bytes somewhere, or a change of length.
fn change() -> impl Strategy<Value = (usize, Option<u8>, usize)> {
    (0_usize..20_000, any::<Option<u8>>(), 1_usize..9000)
}

proptest! {
    #[test]
    fn a_shadow_reads_like_a_changed_copy_and_changes_nothing_below(
        len in 0_usize..20_000,
        changes in vec(change(), 0..12),
    ) {
        let original: Vec<u8> = (1..=250).cycle().take(len).collect();
        let below = Arc::new(InMemoryBackend::new());
        below.set_len(len as u64).unwrap();
        below.write(0, &original).unwrap();
        let shadow = Shadow::of(below.clone()).unwrap();
        let mut copy = original.clone();
        for (at, byte, count) in changes {
            match byte {
                Some(byte) => {
                    let at = at.min(copy.len());
                    copy.resize(copy.len().max(at + count), 0);
                    copy[at..at + count].fill(byte);
                    shadow.write(at as u64, &vec![byte; count]).unwrap();
                }
                None => {
                    copy.resize(at, 0);
                    shadow.set_len(at as u64).unwrap();
                }
            }
            prop_assert_eq!(shadow.len().unwrap(), copy.len() as u64);
            let mut seen = vec![0; copy.len()];
            shadow.read(0, &mut seen).unwrap();
            prop_assert!(seen == copy);
            if copy.len() > 5000 {
                let mut piece = vec![0; 300];
                shadow.read(4000, &mut piece).unwrap();
                prop_assert!(piece == copy[4000..4300]);
            }
        }
        prop_assert!(shadow.read(copy.len() as u64, &mut [0]).is_err());
        let mut untouched = vec![0; len];
        below.read(0, &mut untouched).unwrap();
        prop_assert!(untouched == original);
    }
}
