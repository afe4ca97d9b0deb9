//! Which part of a page htmx changes with the answer.

use super::Query;

/// A part of a page that htmx changes with the answer, which then consists of this part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swap<'a> {
    /// The id of the part.
    pub part: &'a str,
    /// The query of the address under which the page stood until now, if it is known. The link that was pressed may be older
    /// than what has changed around it.
    pub before: Option<Query<'a>>,
}
