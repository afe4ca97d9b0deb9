//! The paths of ご家族.

use crate::person::PersonId;

/// The list, and where somebody is added.
pub const FAMILY: &str = "/family";
/// The form of a new member.
pub const NEW: &str = "/family/new";
/// The form of a member.
pub const MEMBER: &str = "/family/:person";
/// Removing a member.
pub const REMOVAL: &str = "/family/:person/removal";

/// A route of one member.
pub fn of_member(route: &str, person: PersonId) -> String {
    route.replace(":person", &person.text())
}
