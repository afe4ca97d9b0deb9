//! Which commits somebody has seen who watches rows, or has read a page.

use std::fmt;

/// Which commits something has seen: the latest of them, counted in one run of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommitNumber {
    /// Tells one run of the program from another.
    run: u64,
    number: u64,
}

impl CommitNumber {
    /// That of somebody who has seen none of this run.
    pub const NONE: Self = Self { run: 0, number: 0 };

    /// That of a run.
    pub(super) const fn of(run: u64, number: u64) -> Self {
        Self { run, number }
    }

    /// Reads what its `Display` has written.
    pub fn parse(text: &str) -> Option<Self> {
        let (run, number) = text.split_once('-')?;
        Some(Self { run: u64::from_str_radix(run, 16).ok()?, number: number.parse().ok()? })
    }

    /// Whether what has seen these commits has surely seen those as well.
    pub const fn has_seen(self, those: Self) -> bool {
        self.run == those.run && those.number <= self.number
    }
}

/// `9f2c-17`
impl fmt::Display for CommitNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.run, self.number)
    }
}
