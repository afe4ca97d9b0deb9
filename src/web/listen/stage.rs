//! How far the service is in stopping.

/// How far the service is in stopping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is not stopping.
    Open,
    /// Running requests may end.
    Draining,
    /// Everything ends now.
    Cut,
}
