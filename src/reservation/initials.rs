//! By which letters a patient is named where a stranger may read it: a mail may go to a mistyped address. A family that shares
//! an address can tell its members apart by them all the same; how many it takes for that is decided when a visit is booked
//! (`told_apart`).

use crate::lang::Lang;
use crate::person::{self, PatientDetails};
use serde::{Deserialize, Serialize};
use time::Date;

/// Up to this age the age is told as well: brothers and sisters often have names of two kana that begin alike.
const CHILD: u8 = 15;

/// How much of the given name is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LettersTold {
    /// The first letter and, of a name of three or more, the last one: `ハ…ト`, `ハ`.
    #[default]
    Few,
    /// The second letter as well; of a name of two, the last one instead: `ハル…ト`, `…ナ`.
    More,
    /// As few, with a number that says nothing of the name: for names that differ in no letter of these.
    Numbered(u8),
}

/// The first letter of the family name and what is told of the given name; a child's age on the day of the visit; and the language
/// that it is read in: `ヤ・ハ…コ`, `ス・ユ (5歳)`, or `W・E…a` for English readers of a name in Latin letters. A part without kana
/// has the letters of the name itself; one that is not there has none.
pub fn initials(lang: Lang, person: &PatientDetails, visit: Date, told: LettersTold) -> (Lang, String) {
    let PatientDetails { name, kana, .. } = person;
    let latin = |text: &str| text.is_empty() || text.starts_with(|c: char| c.is_alphabetic() && c < '\u{250}');
    let is_named = !name.family.is_empty() || !name.given.is_empty();
    let all_latin = is_named && latin(&name.family) && latin(&name.given);
    let has_kana = !kana.family.is_empty() || !kana.given.is_empty();
    let by_name = all_latin && (lang == Lang::En || !has_kana);
    let read = |name: &str, kana: &str| if by_name || kana.is_empty() { name.to_owned() } else { kana.to_owned() };
    let family = first(&read(&name.family, &kana.family));
    let given = shortened(&read(&name.given, &kana.given), told);
    let letters: Vec<String> = [family, given].into_iter().filter(|part| !part.is_empty()).collect();
    let read_in = if by_name { Lang::En } else { Lang::Ja };
    let number = match told {
        LettersTold::Numbered(number) => circled(number),
        LettersTold::Few | LettersTold::More => String::new(),
    };
    let age = match person.birth_date.filter(|_| person.age_on(visit).is_some_and(|age| age <= CHILD)) {
        Some(born) => format!(" ({})", person::age(lang, born, visit)),
        None => String::new(),
    };
    (read_in, letters.join("・") + &number + &age)
}

fn shortened(given: &str, told: LettersTold) -> String {
    let letters: Vec<char> = given.chars().collect();
    match (letters.as_slice(), told) {
        ([_, second, .., last], LettersTold::More) => format!("{}{second}…{last}", first(given)),
        ([_, _, .., last], _) => format!("{}…{last}", first(given)),
        ([_, last], LettersTold::More) => format!("…{last}"),
        _ => first(given),
    }
}

fn first(text: &str) -> String {
    text.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default()
}

/// A number in a circle, from ① on: it cannot be taken for an age.
fn circled(number: u8) -> String {
    const ONE: u32 = 0x2460;
    char::from_u32(ONE + u32::from(number.saturating_sub(1))).map(String::from).unwrap_or_default()
}
