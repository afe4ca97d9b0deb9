//! お知らせ and the menu around it.

use super::asks_to_sign_in;
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO};

#[tokio::test]
async fn the_bell_leads_to_the_notices_and_the_menu_to_everything_else() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/dashboard").await;
    let page = browser.follow(&page, "お知らせ").await;
    assert_eq!((page.path(), page.h1().as_str()), ("/notices", "お知らせ"));
    assert!(page.text().contains("お知らせはありません"));
    for (text, path) in [("アカウント変更", "/account"), ("ご利用情報の設定", "/person"), ("利用規約", "/terms")]
    {
        assert_eq!(page.link(text), path);
    }
    let number = people::find(&clinic.floor, HANAKO).unwrap().customer_id.to_string();
    assert!(page.html().root_element().text().any(|text| text == number), "お客様ID is in the menu");
    assert!(page.has_button("ログアウト"));
    assert!(!clinic.plain().get("/sign-in").await.has_button("ログアウト"));
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first() {
    asks_to_sign_in(&Clinic::new(), "/notices").await;
}
