use super::*;
use crate::lang::Lang;

#[test]
fn who_reads_english_gets_the_english_text_or_the_japanese_one_marked_as_such() {
    let drawn = |lang, text| as_written(lang, text).into_string();
    let (both, alone) = (OwnText::new("内科", Some("Internal medicine")), OwnText::new("内科", None));
    assert_eq!(drawn(Lang::En, both), r#"<span class="own">Internal medicine</span>"#);
    assert_eq!(drawn(Lang::En, alone), r#"<span class="own" lang="ja">内科</span>"#);
    assert_eq!(drawn(Lang::Ja, both), r#"<span class="own">内科</span>"#);
    assert_eq!((both.text(Lang::En), alone.text(Lang::En), both.text(Lang::Ja)), ("Internal medicine", "内科", "内科"));
}
