//! The same in English.

use super::sentences::OwnDataWords;

pub const WORDS: OwnDataWords = OwnDataWords {
    title: "Your data",
    lead: "Get everything this service stores about you and your family in one file: details, reservations and notices.",
    beyond: "Medical records that clinics keep are not part of it. Please ask the clinic for those.",
    care: "The file holds names, addresses and all reservations. On a device that others use too, delete it when you have read it.",
    button: "Get the file",
    why_password: "Enter it once more to show that it is you.",
    made: |when| format!("As of {when}."),
    account: "Account",
    customer_id: "Customer ID",
    address: "E-mail address",
    since: "Signed up",
    agreed: "Agreed",
    versions: |terms, privacy| format!("Terms of use {terms} / Privacy policy {privacy}"),
    people: "You and your family",
    clinics: "My clinics",
    chart_number: |name| format!("Patient card number of {name}"),
    relation: "Relation",
    shared_with: "Shared with",
    reservations: "Reservations",
    nothing: "None.",
};
