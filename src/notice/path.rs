//! The paths of notices.

use super::model::NoticeId;

/// The page behind the bell.
pub const PATH: &str = "/notices";
/// One notice.
pub const ONE: &str = "/notices/:id";

/// The page of a notice.
pub fn one(id: &NoticeId) -> String {
    format!("{PATH}/{id}")
}
