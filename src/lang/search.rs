//! What a person who searches for a name or a number need not know: how it is written.
//!
//! Folded are width, case, accents, spaces and hyphens, hiragana and katakana, iteration marks, variants of kanji, and `+81`.
//! `assets/data/README.md` says where the table of variants comes from.

use super::kana::{katakana, written_out};
use super::typed::{folded, is_hyphen};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A line for each set of variants; the first character stands for all.
const VARIANTS: &str = include_str!("../../assets/data/kanji-variants.txt");
/// The country code of Japan, which stands for the leading zero of a national number.
const JAPAN: &str = "+81";

/// Folds texts, so that a search finds one by another. Made once for many texts.
pub struct SearchFold {
    /// The character that stands for a variant.
    variants: HashMap<char, char>,
}

impl Default for SearchFold {
    fn default() -> Self {
        let of_line = |line: &'static str| {
            let mut all = line.chars();
            all.next().into_iter().flat_map(move |first| all.clone().map(move |variant| (variant, first)))
        };
        Self { variants: VARIANTS.lines().flat_map(of_line).collect() }
    }
}

impl SearchFold {
    /// The folded text: what is searched in. Line breaks stay.
    pub fn text(&self, text: &str) -> String {
        let mut key = String::new();
        for c in without_accents(&kana(text).to_lowercase()).chars().filter(|c| *c == '\n' || !is_passed_over(*c)) {
            let c = match c {
                '々' => key.chars().next_back().unwrap_or(c),
                other => other,
            };
            key.push(self.variants.get(&c).copied().unwrap_or(c));
        }
        key
    }

    /// What has to be found of a query, all of it: its words, or its digits if it is a phone number.
    pub fn words(&self, query: &str) -> Vec<String> {
        match national_digits(query) {
            Some(digits) => vec![digits],
            None => query.split_whitespace().map(|word| self.text(word)).filter(|word| !word.is_empty()).collect(),
        }
    }
}

/// Kana in one form, iteration marks written out where they repeat something.
fn kana(text: &str) -> String {
    let folded = katakana(&folded(text));
    written_out(&folded).unwrap_or(folded)
}

fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c) || c == '・'
}

/// Latin letters without their accents. Voice marks of kana are no accents.
fn without_accents(text: &str) -> String {
    let is_accent = |c: &char| matches!(c, '\u{0300}'..='\u{036F}');
    text.nfd()
        .filter(|c| !is_accent(c))
        .nfc()
        .map(|c| match c {
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

/// The national digits of a query that is a phone number or a part of one. `+81` stands for the leading zero, which may follow it all
/// the same.
pub fn national_digits(query: &str) -> Option<String> {
    let text = folded(query);
    let is_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | '.' | '/' | ' '));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let digits = match text.trim_start().strip_prefix(JAPAN) {
        Some(national) => {
            let national = digits(national);
            format!("0{}", national.strip_prefix('0').unwrap_or(&national))
        }
        None => digits(&text),
    };
    (is_number && !digits.is_empty()).then_some(digits)
}
