//! 利用規約 and プライバシーポリシー.

use crate::harness::clinic::{Clinic, Setup};
use crate::harness::page::each;
use crate::harness::people::HANAKO;
use std::io::Write;

#[tokio::test]
async fn both_documents_are_there_for_everybody_in_both_languages() {
    let clinic = Clinic::new();
    let cases = [("/terms", "利用規約", "Terms of use"), ("/privacy", "プライバシーポリシー", "Privacy policy")];
    for (path, ja, en) in cases {
        let (in_japanese, in_english) = (clinic.plain().get(path).await, clinic.plain().in_english().get(path).await);
        assert!(in_japanese.text().contains('。') && !in_english.text().contains('。'), "{path}");
        for mut browser in [clinic.plain(), clinic.signed_in(HANAKO).await] {
            let page = browser.get("/sign-in").await;
            let page = browser.follow(&page, ja).await;
            assert_eq!((page.path(), page.h1().as_str(), page.lang().as_str()), (path, ja, "ja"));
            assert!(page.text().contains(&clinic.floor.documents.terms.version) || path == "/privacy");
        }
        let page = clinic.plain().in_english().get(path).await;
        assert_eq!((page.h1().as_str(), page.lang().as_str()), (en, "en"));
    }
}

#[tokio::test]
async fn the_operators_own_text_is_shown_as_text() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let text =
        "version: 7\n## 第1条\n<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>\n";
    file.write_all(text.as_bytes()).unwrap();
    let settings = vec![("MYPAGE_SERVICE_TERMS_FILE", file.path().display().to_string())];
    let clinic = Clinic::open(Setup { settings, ..Setup::default() });
    let page = clinic.plain().get("/terms").await;
    assert!(page.text().contains("第1条") && page.text().contains("版: 7"), "{}", page.text());
    let root = page.html().root_element();
    assert!(each(root, "main script, main img, main [onerror], main a[href^=javascript]").is_empty());
}
