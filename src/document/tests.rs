use super::*;

#[test]
fn the_version_is_what_the_first_line_says_or_changes_with_the_text() {
    assert_eq!(version("version: 2026-11-22\n## 第1条"), "2026-11-22");
    assert_ne!(version("## 第1条"), version("## 第2条"));
    assert!(!html("version: 1\n## 第1条").contains("version"));
}

#[test]
fn raw_html_in_an_operators_text_is_shown_and_not_obeyed() {
    let drawn = html("## 規約\n\n<script>alert(1)</script> と <b onclick=x>太字</b>");
    assert!(drawn.contains("<h2>規約</h2>"));
    assert!(!drawn.contains("<script") && !drawn.contains("<b "), "{drawn}");
}

#[test]
fn a_script_link_in_an_operators_text_is_harmless() {
    // The content security policy would stop it as well; the page should not even offer it.
    let drawn = html("[押す](javascript:alert(1))");
    assert!(!drawn.contains("javascript:"), "{drawn}");
}

#[test]
fn both_languages_of_what_is_built_in_have_the_same_version_sections_and_points() {
    let shape = |text: &str| {
        let first =
            |line: &str| line.split(|c: char| c != '#' && c != '-' && !c.is_ascii_digit()).next().map(str::to_owned);
        text.lines().filter_map(first).filter(|mark| !mark.is_empty()).collect::<Vec<_>>()
    };
    for (ja, en) in [
        (include_str!("text/terms.ja.md"), include_str!("text/terms.en.md")),
        (include_str!("text/privacy.ja.md"), include_str!("text/privacy.en.md")),
    ] {
        assert_eq!(version(ja), version(en));
        assert_eq!(shape(ja), shape(en));
    }
}
