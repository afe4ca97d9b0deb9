//! B9: many people behind one address, such as a carrier's, a school's or the clinic's own wifi.

use crate::harness::booking::{sakura, to_person};
use crate::harness::people::HANAKO;
use crate::harness::stage::fill_in;

#[tokio::test]
async fn b9_seventy_guests_behind_one_ipv4_address_all_get_through() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    for number in 0..70 {
        let mut browser = clinic.plain().at("203.0.113.9");
        let page = to_person(&mut browser).await;
        let form = fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", &format!("guest{number}@example.jp"));
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約内容の確認"), "guest {number}");
        browser.submit(page.form("予約をやめる")).await;
    }
}
