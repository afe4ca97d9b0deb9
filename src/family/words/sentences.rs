//! What the pages of ご家族 say, one field a sentence.

use crate::account::Relation;

/// All sentences, by screen.
pub struct FamilyWords {
    pub list: FamilyListWords,
    pub form: MemberFormWords,
    pub removal: MemberRemovalWords,
}

/// ご家族.
pub struct FamilyListWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// When there is nobody but the account's own person.
    pub alone: &'static str,
    pub add: &'static str,
    pub change: &'static str,
    pub remove: &'static str,
    pub relation: fn(Relation) -> &'static str,
    pub added: &'static str,
    pub changed: &'static str,
    pub removed: &'static str,
    /// After somebody was typed for whom the account books already.
    pub known: &'static str,
}

/// The form of a member.
pub struct MemberFormWords {
    pub add_title: &'static str,
    pub lead: &'static str,
    pub change_title: fn(&str) -> String,
    pub relation: &'static str,
    pub no_relation: &'static str,
    pub add: &'static str,
    pub save: &'static str,
    pub cancel: &'static str,
    pub back: &'static str,
    pub full: &'static str,
}

/// Removing a member.
pub struct MemberRemovalWords {
    pub title: fn(&str) -> String,
    pub what: &'static str,
    pub button: &'static str,
    pub cancel: &'static str,
}
