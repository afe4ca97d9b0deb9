//! By which letters a patient is named where a stranger may read it: a mail may go to a mistyped address.

use crate::lang::Lang;
use crate::person::Person;

/// The first letter of each part of the name, and the language that it is read in: `ヤ・ハ`, or `W・E` for English readers of a
/// name in Latin letters. A part without kana has the letter of the name itself; one that is not there has none.
pub fn initials(lang: Lang, person: &Person) -> (Lang, String) {
    let parts = [(&person.name.family, &person.kana.family), (&person.name.given, &person.kana.given)];
    let parts: Vec<_> = parts.into_iter().filter(|(name, kana)| !name.is_empty() || !kana.is_empty()).collect();
    let joined = |letters: Vec<String>| letters.join("・");
    let latin = |name: &str| name.chars().next().filter(|c| c.is_alphabetic() && *c < '\u{250}');
    let all_latin: Option<Vec<String>> =
        parts.iter().map(|(name, _)| Some(latin(name)?.to_uppercase().to_string())).collect();
    let has_kana = parts.iter().any(|(_, kana)| !kana.is_empty());
    match all_latin {
        Some(letters) if lang == Lang::En || !has_kana => (Lang::En, joined(letters)),
        _ => {
            let letter = |(name, kana): &(&String, &String)| {
                kana.chars().chain(name.chars()).next().map(|c| c.to_uppercase().to_string())
            };
            (Lang::Ja, joined(parts.iter().filter_map(letter).collect()))
        }
    }
}
