use super::*;
use maud::html;

#[test]
fn dates_and_numbers_are_kept_whole_and_nothing_else_is() {
    let drawn = |text: &str| html! { (WholeParts(text)) }.0;
    let whole = |part: &str| format!("<span class=\"whole\">{part}</span>");
    for (before, part, after) in [
        ("例:", "090-1234-5678", " (ハイフンはなくても)"),
        ("", "6243-6678", ""),
        ("2026年", "12月2日(水)9:30", ""),
        ("例:1988年", "2月3日", "、"),
        ("", "昭和63年2月3日", "、S63.2.3"),
        ("", "12月29日", "から休診"),
        ("2026年", "(令和8年)", "に"),
        ("", "(令和元年)", ""),
    ] {
        assert_eq!(drawn(&[before, part, after].concat()), [before, &whole(part), after].concat());
    }
    assert_eq!(drawn("<6243-6678>"), format!("&lt;{}&gt;", whole("6243-6678")));
    for text in ["", "2026年4月", "MRI-1", "1-", "12-3a", "https://a.example/r/12-34", "令和", "山田 花子", "9:30"]
    {
        assert_eq!(drawn(text), text);
    }
}
