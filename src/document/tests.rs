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
