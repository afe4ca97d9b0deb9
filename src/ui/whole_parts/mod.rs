//! Text whose dates and numbers do not break in the middle at the end of a line: browsers break behind every hyphen, and
//! between the parts of a Japanese date.

#[cfg(test)]
mod tests;

use super::PlainText;
use maud::Render;

/// Text in which a number with hyphens, a day and an era each go to the next line as a whole: `090-1234-5678`,
/// `12月2日(水)9:30`, `昭和63年2月3日`, `(令和8年)`.
pub struct WholeParts<'a>(pub &'a str);

impl Render for WholeParts<'_> {
    fn render_to(&self, html: &mut String) {
        let text = self.0;
        let (mut written, mut at) = (0, 0);
        while let Some(ahead) = text[at..].find(may_begin) {
            at += ahead;
            match length(&text[at..]).filter(|_| !continues(&text[..at])) {
                Some(length) => {
                    PlainText(&text[written..at]).render_to(html);
                    html.push_str(r#"<span class="whole">"#);
                    html.push_str(&text[at..at + length]);
                    html.push_str("</span>");
                    at += length;
                    written = at;
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        PlainText(&text[written..]).render_to(html);
    }
}

/// Whether a part can begin with this letter, which few letters of a text are.
fn may_begin(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '(' | '令' | '平' | '昭' | '大' | '明')
}

/// Whether a number would only go on here with what began before, such as an address of the web.
fn continues(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'))
}

/// The length of the part with which a text begins, if it begins with one.
fn length(text: &str) -> Option<usize> {
    let rest = hyphenated(text).or_else(|| day(text)).or_else(|| era_in_brackets(text))?;
    Some(text.len() - rest.len())
}

/// What comes behind a number with hyphens.
fn hyphenated(text: &str) -> Option<&str> {
    let mut rest = digits(text)?.strip_prefix('-').and_then(digits)?;
    while let Some(more) = rest.strip_prefix('-').and_then(digits) {
        rest = more;
    }
    Some(rest).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/')))
}

/// What comes behind a day, with its year where that is of an era, its weekday and its time.
fn day(text: &str) -> Option<&str> {
    let text = era(text).unwrap_or(text);
    let mut rest = digits(digits(text)?.strip_prefix('月')?)?.strip_prefix('日')?;
    if let Some(weekday) = rest.strip_prefix('(') {
        let mut letters = weekday.chars();
        letters.next();
        rest = letters.as_str().strip_prefix(')').unwrap_or(rest);
    }
    let time = |rest| digits(rest)?.strip_prefix(':').and_then(digits);
    Some(time(rest).unwrap_or(rest))
}

/// What comes behind a year of an era in brackets.
fn era_in_brackets(text: &str) -> Option<&str> {
    era(text.strip_prefix('(')?)?.strip_prefix(')')
}

/// What comes behind a year of an era.
fn era(text: &str) -> Option<&str> {
    let rest = ["令和", "平成", "昭和", "大正", "明治"].iter().find_map(|name| text.strip_prefix(name))?;
    rest.strip_prefix('元').or_else(|| digits(rest))?.strip_prefix('年')
}

/// What comes behind digits.
fn digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < text.len()).then_some(rest)
}
