//! By which letters a patient is named where a stranger may read it: a mail may go to a mistyped address. A family that shares
//! an address can tell its members apart by them all the same.

use crate::lang::Lang;
use crate::person::{self, PatientDetails};
use time::Date;

/// Up to this age the age is told as well: brothers and sisters often have names of two kana that begin alike.
const CHILD: u8 = 15;

/// The first letter of each part of the name and, where the given name has three or more, its last one; a child's age on the
/// day of the visit; and the language that it is read in: `ヤ・ハ…コ`, `ス・ユ (5歳)`, or `W・E…a` for English readers of a name in
/// Latin letters. A part without kana has the letters of the name itself; one that is not there has none.
pub fn initials(lang: Lang, person: &PatientDetails, visit: Date) -> (Lang, String) {
    let PatientDetails { name, kana, .. } = person;
    let latin = |text: &str| text.is_empty() || text.starts_with(|c: char| c.is_alphabetic() && c < '\u{250}');
    let is_named = !name.family.is_empty() || !name.given.is_empty();
    let all_latin = is_named && latin(&name.family) && latin(&name.given);
    let has_kana = !kana.family.is_empty() || !kana.given.is_empty();
    let by_name = all_latin && (lang == Lang::En || !has_kana);
    let read = |name: &str, kana: &str| if by_name || kana.is_empty() { name.to_owned() } else { kana.to_owned() };
    let family = first(&read(&name.family, &kana.family));
    let given = read(&name.given, &kana.given);
    let given = match given.chars().last().filter(|_| 3 <= given.chars().count()) {
        Some(last) => format!("{}…{last}", first(&given)),
        None => first(&given),
    };
    let letters: Vec<String> = [family, given].into_iter().filter(|part| !part.is_empty()).collect();
    let read_in = if by_name { Lang::En } else { Lang::Ja };
    let age = match person.birth_date.filter(|_| person.age_on(visit).is_some_and(|age| age <= CHILD)) {
        Some(born) => format!(" ({})", person::age(lang, born, visit)),
        None => String::new(),
    };
    (read_in, letters.join("・") + &age)
}

fn first(text: &str) -> String {
    text.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default()
}
