//! What the reception types into the one box to find a patient, and under which words a record is found.
//!
//! A word begins with a letter for its kind. Both sides are brought to one form, so that width, hiragana, hyphens and spaces do not
//! matter: `ﾔﾏﾀﾞ`, `やまだ` and `ヤマダ` find the same people.

use super::model::PatientRecord;
use crate::lang::kana::katakana;
use crate::lang::search::national_digits;
use crate::person::{Name, Phone, birth_date};
use time::Date;
use unicode_normalization::UnicodeNormalization;

/// How many digits of a phone number are typed at least: its last four are what people say.
const FEWEST_OF_PHONE: usize = 4;

/// The most characters of a word.
const LONGEST_WORD: usize = 100;

/// The words under which a record is found.
pub(super) fn words_of(record: &PatientRecord) -> Vec<String> {
    let details = &record.details;
    let chart = record.chart_number.as_deref().map(chart_word);
    let born = details.birth_date.map(born_word);
    let words = [kana_word(&details.kana), name_word(&details.name), Some(phone_word(&details.phone)), chart, born];
    words.into_iter().flatten().collect()
}

/// The word by which the records of namesakes are found.
pub(super) fn namesakes(name: &Name, kana: &Name) -> Option<String> {
    kana_word(kana).or_else(|| name_word(name))
}

/// The beginnings of the words that are meant by what was typed. `today` is the day in Japan.
pub(super) fn beginnings(typed: &str, today: Date) -> Vec<String> {
    let text: String = typed.nfkc().collect();
    let bare = letters(&text);
    if bare.is_empty() {
        return Vec::new();
    }
    let born = birth_date(typed, today).ok().map(born_word);
    if bare.chars().all(|c| c.is_ascii_digit()) {
        let number: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').take(LONGEST_WORD).collect();
        let digits = national_digits(&number).filter(|digits| FEWEST_OF_PHONE <= digits.len());
        let phone = digits.map(|digits| reversed(&digits));
        return [Some(chart_word(&bare)), phone, born].into_iter().flatten().collect();
    }
    let kana = letters(&katakana(&text));
    let is_kana = kana.chars().all(|c| matches!(c, 'ァ'..='ヴ' | 'ー'));
    let by_name = if is_kana { format!("k{kana}") } else { format!("n{bare}") };
    // A number of a clinic may have letters.
    let chart = bare.is_ascii().then(|| chart_word(&bare));
    [Some(by_name), chart, born].into_iter().flatten().collect()
}

fn kana_word(kana: &Name) -> Option<String> {
    let kana = letters(&katakana(&format!("{}{}", kana.family, kana.given)));
    (!kana.is_empty()).then(|| format!("k{kana}"))
}

fn name_word(name: &Name) -> Option<String> {
    let name = letters(&format!("{}{}", name.family, name.given).nfkc().collect::<String>());
    (!name.is_empty()).then(|| format!("n{name}"))
}

/// A phone number from its end on, so that its last digits are a beginning.
fn phone_word(phone: &Phone) -> String {
    reversed(phone.digits())
}

fn reversed(digits: &str) -> String {
    std::iter::once('t').chain(digits.chars().rev()).collect()
}

/// Without leading zeros where it is a number: `00123` and `123` are said alike.
fn chart_word(number: &str) -> String {
    let number = letters(&number.nfkc().collect::<String>());
    let short = number.trim_start_matches('0');
    let is_number = number.chars().all(|c| c.is_ascii_digit());
    format!("c{}", if is_number && !short.is_empty() { short } else { &number })
}

fn born_word(born: Date) -> String {
    format!("b{:04}{:02}{:02}", born.year(), born.month() as u8, born.day())
}

/// Letters and digits in lower case, without what stands between them, as many as a key holds however they were widened.
fn letters(text: &str) -> String {
    let is_part = |c: &char| c.is_alphanumeric() || *c == 'ー';
    text.chars().filter(is_part).flat_map(char::to_lowercase).take(LONGEST_WORD).collect()
}
