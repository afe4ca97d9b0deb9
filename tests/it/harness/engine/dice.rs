//! Randomness that can be replayed: every case has a seed, and a failing one prints it.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// A small generator (SplitMix64); good enough to choose faults.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// True in `percent` of all throws.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}

/// Runs `case` for `count` seeds, or only for the one in `MYPAGE_SEED`. A case that fails prints its seed.
/// `MYPAGE_CASES` multiplies the count, for long runs by hand.
pub fn cases(count: u64, mut case: impl FnMut(u64)) {
    if let Ok(seed) = std::env::var("MYPAGE_SEED") {
        return case(seed.parse().expect("MYPAGE_SEED is a number"));
    }
    let mut dice = Dice::new(getrandom::u64().expect("the system has randomness"));
    let times = std::env::var("MYPAGE_CASES").map_or(1, |times| times.parse().expect("MYPAGE_CASES is a number"));
    for _ in 0..count * times {
        let seed = dice.next();
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| case(seed))) {
            eprintln!("MYPAGE_SEED={seed} replays this failure");
            resume_unwind(panic);
        }
    }
}
