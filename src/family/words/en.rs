//! What the pages of ご家族 say in English.

use super::sentences::{FamilyListWords, FamilyWords, MemberFormWords, MemberRemovalWords};
use crate::account::Relation;

pub const WORDS: FamilyWords = FamilyWords { list: LIST, form: FORM, removal: REMOVAL };

const LIST: FamilyListWords = FamilyListWords {
    title: "Family",
    lead: "You can book for your children and other members of your family with this account.",
    alone: "You have not added anybody yet. Once you have, you only pick a name when you book.",
    add: "Add a family member",
    change: "Change",
    remove: "Remove",
    relation: |relation| match relation {
        Relation::Own => "You",
        Relation::Child => "Child",
        Relation::Spouse => "Spouse",
        Relation::Parent => "Parent",
        Relation::Other => "Other",
    },
    added: "Added. You can pick the name when you book.",
    changed: "Changed.",
    removed: "Removed.",
    known: "That person has been added already. See the list below.",
};

const FORM: MemberFormWords = MemberFormWords {
    add_title: "Add a family member",
    lead: "Enter the details of the person who will be seen. Phone number and address are filled in with yours.",
    change_title: |name| format!("Details of {name}"),
    relation: "Who they are to you",
    no_relation: "Choose who they are to you.",
    add: "Add",
    save: "Save",
    cancel: "Cancel",
    back: "Back to Family",
    full: "You can add up to 10 people. To add another, remove somebody you no longer book for from the list.",
};

const REMOVAL: MemberRemovalWords = MemberRemovalWords {
    title: |name| format!("Remove {name}"),
    what: "The details of this person and the list of their bookings disappear from this account. The records that clinics keep of \
           their patients are not deleted.",
    button: "Remove",
    cancel: "Cancel",
};
