//! Somebody moves: the members of the family who are reached in the same way go along.

use super::*;

#[tokio::test]
async fn who_moves_takes_along_whoever_lives_there_and_nobody_else() {
    let clinic = Clinic::new();
    let (account, [sakura, yuma]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    // The brother lives elsewhere.
    let page = browser.get(&format!("/family/{}", yuma.text())).await;
    browser.submit(page.form("変更する").fill("電話番号", "03-1234-5678").fill("市区町村", "横浜市")).await;
    for along in [false, true] {
        let number = if along { "090-2222-3333" } else { "090-1111-2222" };
        let form = browser.get("/person").await.form("確認へ").fill("電話番号", number).fill("市区町村", "新宿区");
        let page = browser.submit(form).await;
        let told = page.text().contains("鈴木 さくら") && !page.text().contains("悠真");
        // Once the two differ, she does not go along any more.
        assert_eq!(told, !along, "{}", page.text());
        let form = page.form("登録する");
        browser.submit(if along { form } else { form.without("change_family") }).await;
    }
    let reached = |id| {
        let found = members(&clinic, &account).into_iter().find(|member| member.id == id).unwrap().person;
        (found.phone.hyphenated(), found.address.city)
    };
    let own = mypage::account::care::own;
    let own = clinic.floor.store.read_blocking(clinic.now(), |r| own(r, account.id)).unwrap().unwrap().person;
    assert_eq!(own.phone.hyphenated(), "090-2222-3333");
    let before = reached(sakura);
    assert_ne!(before.0, own.phone.hyphenated());
    // They live together again.
    let page = browser.get(&format!("/family/{}", sakura.text())).await;
    browser.submit(page.form("変更する").fill("電話番号", "090-2222-3333")).await;
    let form = browser.get("/person").await.form("確認へ").fill("電話番号", "090-4444-5555");
    let page = browser.submit(form).await;
    browser.submit(page.form("登録する")).await;
    assert_eq!(reached(sakura).0, "090-4444-5555");
    assert_eq!(reached(yuma), ("03-1234-5678".to_owned(), Some("横浜市".to_owned())));
}
