//! Who may use a route, as its guard says.

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// A patient with a sign-up or a change of their own under way in this browser.
    Applicant,
    /// A patient who is signed in.
    Patient,
    /// The operator, at the machine that serves.
    Operator,
}
