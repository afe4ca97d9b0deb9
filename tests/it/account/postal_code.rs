//! What a postal code says of an address, while it is typed and when the form is sent without a script.

use crate::harness::clinic::Clinic;
use crate::harness::people::HANAKO;

#[tokio::test]
async fn the_places_of_a_code_are_told_to_everybody() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let places = async |browser: &mut crate::harness::browser::Browser, code: &str| {
        let page = browser.get(&format!("/postal-codes/{code}")).await;
        (page.code(), String::from_utf8_lossy(&page.body).into_owned())
    };
    assert_eq!(places(&mut browser, "1000001").await, (200, "東京都\t千代田区\t千代田\n".to_owned()));
    assert_eq!(places(&mut browser, "921-8046").await.1.lines().count(), 2);
    assert_eq!(places(&mut browser, "9999999").await, (200, String::new()), "nobody has it");
    for nonsense in ["1", "12345678", "abcdefg", "..%2f"] {
        assert_eq!(places(&mut browser, nonsense).await.0, 404, "{nonsense}");
    }
}

#[tokio::test]
async fn a_code_alone_becomes_an_address_that_is_shown_before_it_is_stored() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get("/person").await;
        let empty = ["市区町村", "町域・番地", "建物名"]
            .iter()
            .fold(page.form("確認へ"), |form, label| form.fill(label, ""));
        let page = browser.submit(empty.forge("prefecture", "").fill("郵便番号", "921-8046")).await;
        assert!(page.text().contains("石川県金沢市"), "{}", page.text());
        browser.submit(page.form("登録する")).await;
        let form = browser.get("/person").await.form("確認へ");
        assert_eq!((form.value("prefecture").as_str(), form.value("city").as_str()), ("石川県", "金沢市"));
    }
}
