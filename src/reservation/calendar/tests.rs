use super::lines::Lines;
use proptest::prelude::*;

/// The lines as a calendar reads them: unfolded, without their ends.
fn unfolded(file: &str) -> Vec<String> {
    let joined = file.replace("\r\n ", "");
    let lines = joined.strip_suffix("\r\n").expect("the last line ends too").split("\r\n");
    lines.map(str::to_owned).collect()
}

/// What a value of type TEXT stands for (RFC 5545, section 3.3.11).
fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match (c, c == '\\') {
            (_, true) => out.extend(rest.next().map(|c| if c == 'n' { '\n' } else { c })),
            (c, false) => out.push(c),
        }
    }
    out
}

fn text(value: &str) -> String {
    let mut lines = Lines::default();
    lines.text("SUMMARY", value);
    lines.finish()
}

#[test]
fn commas_semicolons_backslashes_and_line_ends_are_escaped() {
    assert_eq!(text("a,b;c\\d\r\ne\nf\rg\0h:\"i\""), "SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\\ngh:\"i\"\r\n");
}

#[test]
fn a_line_is_folded_at_75_octets_and_no_character_is_cut() {
    // 8 octets of name and colon leave room for 22 characters of 3 octets; then 24 after the blank.
    let file = text(&"あ".repeat(22 + 24 + 1));
    let lengths: Vec<_> = file.split("\r\n").map(str::len).collect();
    assert_eq!(lengths, [74, 73, 4, 0]);
    // The lengths at which others go wrong by one octet.
    for count in 60..300 {
        assert!(text(&"x".repeat(count)).split("\r\n").all(|line| line.len() <= 75), "{count}");
    }
}

#[test]
fn nothing_in_a_name_gets_out_of_its_quotes() {
    let mut lines = Lines::default();
    lines.person("ORGANIZER", "A \"B\"\r\nATTENDEE:x; C", "a@example.jp");
    assert_eq!(lines.finish(), "ORGANIZER;CN=\"A 'B'ATTENDEE:x; C\":mailto:a@example.jp\r\n");
}

proptest! {
    #[test]
    fn any_text_comes_back_and_makes_one_line(value in any::<String>()) {
        let file = text(&value);
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n', '\0'])));
        let [line] = <[String; 1]>::try_from(unfolded(&file)).unwrap();
        let expected = value.replace("\r\n", "\n").replace('\r', "\n");
        let expected: String = expected.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        prop_assert_eq!(unescaped(line.strip_prefix("SUMMARY:").unwrap()), expected);
    }
}
