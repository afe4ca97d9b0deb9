//! By which letters a patient is named where a stranger may read it: a mail may go to a mistyped address.

use crate::lang::Lang;
use crate::person::Person;

/// The first letter of each part of the name, and the language that it is read in: `ヤ・ハ`, or `W・E` for English readers of a
/// name in Latin letters.
pub fn initials(lang: Lang, person: &Person) -> (Lang, String) {
    let latin = |part: &str| part.chars().next().filter(|c| c.is_alphabetic() && *c < '\u{250}');
    let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
    match (lang, latin(&person.name.family), latin(&person.name.given)) {
        (Lang::En, Some(family), Some(given)) => {
            (Lang::En, format!("{}・{}", family.to_uppercase(), given.to_uppercase()))
        }
        _ => (Lang::Ja, format!("{}・{}", first(&person.kana.family), first(&person.kana.given))),
    }
}
