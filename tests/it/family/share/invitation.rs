//! Inviting and accepting: by the link in the mail, signed in with the very address, and by nothing else.

use super::*;
use crate::harness::browser::Ask;
use crate::harness::rows;
use mypage::account::Relation;
use poem::http::Method;

#[tokio::test]
async fn a_child_is_shared_seen_by_both_and_shared_no_longer_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let (account, [sakura, _]) = family(&clinic).await;
        let [mut taro, mut hanako] = match htmx {
            true => [clinic.htmx(), clinic.htmx()],
            false => [clinic.plain(), clinic.plain()],
        };
        clinic.sign_in(&mut taro, TARO).await;
        clinic.sign_in(&mut hanako, HANAKO).await;
        let page = taro.get("/family").await;
        let page = taro.follow(&page, "共有する: 鈴木 さくら").await;
        assert_eq!(page.h1(), "鈴木 さくらさんの共有");
        let page = taro.submit(page.form(SEND).fill(ADDRESS, HANAKO)).await;
        assert!(page.text().contains("招待している方") && page.text().contains(HANAKO), "{}", page.text());
        let letter = clinic.mail_to(HANAKO).await;
        for told in ["鈴木", "さくら", "太郎", TARO] {
            assert!(!letter.text().contains(told) && !letter.html().contains(told), "{told}: {}", letter.text());
        }
        let link = letter.text().lines().find(|line| line.contains("/link/")).unwrap().to_owned();
        let link = link.split_once("/invitations").map(|(_, rest)| format!("/invitations{rest}")).unwrap();
        let page = hanako.get(&link).await;
        assert_eq!(page.h1(), "共有の招待");
        assert!(page.text().contains(&format!("鈴木 太郎さん({TARO})が")), "who it is can be told: {}", page.text());
        assert!(page.text().contains("鈴木 さくら(4歳)"), "{}", page.text());
        assert_eq!(page.form(ACCEPT).value("relation"), "child", "likely the child of both");
        let page = hanako.submit(page.form(ACCEPT)).await;
        assert!(page.role("status").unwrap().contains("共有を受け入れました"), "{}", page.text());
        assert!(page.text().contains("鈴木 さくら 4歳 共有"), "{}", page.text());
        assert!(!page.text().contains("悠真"), "nobody else: {}", page.text());
        assert!(!page.has_link("削除する: 鈴木 さくら"), "she is not hers to remove");
        let page = taro.get(&sharing(sakura)).await;
        assert!(page.text().contains("山田 花子") && !page.text().contains("招待している方"), "{}", page.text());
        let page = taro.submit(page.form(END)).await;
        assert_eq!(page.role("status").as_deref(), Some("共有をやめました。"));
        assert!(!hanako.get("/family").await.text().contains("さくら"));
        assert!(clinic.mail_to(HANAKO).await.text().contains("共有が終わりました"));
        assert_eq!(members(&clinic, &account).len(), 3, "he keeps her");
        sound(&clinic);
    }
}

#[tokio::test]
async fn l1_opening_changes_nothing_and_the_link_works_once_for_its_address_alone() {
    let clinic = Clinic::new();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let token = link.rsplit('/').next().unwrap();
    // A demonstration keeps its mails, and the link in each.
    let mut stored = rows::all(&clinic.floor.store);
    stored.retain(|key, _| !String::from_utf8_lossy(key).contains("mail_kept"));
    assert!(!rows::hold(&stored, token), "it is stored as a hash");
    let mut hanako = clinic.signed_in(HANAKO).await;
    let mut stranger = clinic.signed_in(STRANGER).await;
    let mut nobody = clinic.plain();
    let form = hanako.get(&link).await.form(ACCEPT);
    let before = rows::all(&clinic.floor.store);
    for browser in [&mut hanako, &mut stranger, &mut taro, &mut nobody] {
        for method in [Method::GET, Method::HEAD] {
            browser.send(Ask::of(method, &link)).await;
        }
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
    for browser in [&mut stranger, &mut taro] {
        let page = browser.get(&link).await;
        assert_eq!((page.code(), page.h1().as_str()), (404, "この招待は開けません"));
        assert!(page.text().contains("別のメールアドレス"), "{}", page.text());
        assert!(!page.text().contains("さくら") && !page.has_button(ACCEPT), "{}", page.text());
        for path in [link.clone(), format!("{link}/refusal")] {
            let proof = browser.get("/terms").await.form("日本語").value("_csrf");
            let fields = [("_csrf", proof.as_str()), ("relation", "child")];
            let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(browser.send(Ask::posting(&path, &fields)).await.code(), 404);
        }
    }
    assert_eq!(nobody.get(&link).await.h1(), "アカウント認証", "signed in first");
    assert_eq!(hanako.submit(form.clone()).await.path(), "/family");
    let page = hanako.submit(form).await;
    assert_eq!((page.code(), page.h1().as_str()), (410, "この招待は開けません"), "once");
}

#[tokio::test]
async fn l3_a_link_ends_after_three_days_with_another_one_and_when_it_is_taken_back() {
    let clinic = Clinic::new();
    let (account, [sakura, yuma]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let first = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let second = invite(&clinic, &mut taro, sakura, HANAKO).await;
    assert_eq!(hanako.get(&first).await.code(), 410, "the newest alone");
    assert_eq!(hanako.get(&second).await.code(), 200);
    let page = taro.get(&sharing(sakura)).await;
    let page = taro.submit(page.form("招待を取り消す")).await;
    assert_eq!(page.role("status").as_deref(), Some("招待を取り消しました。"));
    assert_eq!(hanako.get(&second).await.code(), 410);
    let third = invite(&clinic, &mut taro, yuma, HANAKO).await;
    clinic.minutes_pass(72 * 60 - 1);
    let mut hanako = clinic.signed_in(HANAKO).await;
    let form = hanako.get(&third).await.form(ACCEPT);
    clinic.minutes_pass(1);
    assert_eq!(hanako.submit(form).await.code(), 410);
    assert_eq!(members(&clinic, &account).iter().filter(|member| member.sharing.is_some()).count(), 0);
}

#[tokio::test]
async fn what_is_declined_is_not_shared_and_the_link_is_used_up() {
    let clinic = Clinic::new();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let page = hanako.get(&link).await;
    let page = hanako.submit(page.form("受け入れない")).await;
    assert!(page.role("status").unwrap().contains("何も共有されていません"), "{}", page.text());
    assert_eq!(hanako.get(&link).await.code(), 410);
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    assert_eq!(members(&clinic, &account).len(), 1);
}

#[tokio::test]
async fn nobody_shares_with_oneself_or_with_what_is_no_address() {
    let clinic = Clinic::new();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let before = rows::all(&clinic.floor.store);
    for (typed, said) in [(TARO, "ご自分のメールアドレスです"), ("hanako", "メールアドレス"), ("", "メールアドレス")]
    {
        let page = taro.get(&sharing(sakura)).await;
        let page = taro.submit(page.form(SEND).fill(ADDRESS, typed)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned()]), "{typed}");
        assert!(page.beside("email").unwrap().contains(said), "{}", page.text());
        assert_eq!(page.form(SEND).value("email"), typed, "what was typed stays");
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn an_eleventh_person_is_not_accepted_until_there_is_room() {
    let clinic = Clinic::new();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    for number in 0..10 {
        let one = child("子", "コ", &format!("2020-01-{:02}", number + 1));
        people::add_relative(&clinic.floor, account.id, Relation::Child, &one).await;
    }
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let page = accept(&mut hanako, &link).await;
    assert_eq!(page.code(), 409);
    assert!(page.text().contains("10人まで"), "{}", page.text());
    let first = members(&clinic, &account)[1].id;
    let removal = hanako.get(&format!("/family/{}/removal", first.text())).await;
    hanako.submit(removal.form("削除する")).await;
    assert_eq!(accept(&mut hanako, &link).await.path(), "/family", "the link works still");
}

#[tokio::test]
async fn who_was_removed_or_is_shared_already_is_not_accepted() {
    let clinic = Clinic::new();
    let (_, [sakura, yuma]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, yuma, HANAKO).await;
    let removal = taro.get(&format!("/family/{}/removal", yuma.text())).await;
    taro.submit(removal.form("削除する")).await;
    assert_eq!(hanako.get(&link).await.code(), 410);
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    accept(&mut hanako, &link).await;
    clinic.minutes_pass(61);
    let again = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let page = hanako.get(&again).await;
    assert!(page.text().contains("すでに共有されています"), "{}", page.text());
}

#[tokio::test]
async fn a2_a_partner_neither_shares_on_nor_removes() {
    let Shared { clinic, mut hanako, sakura, yuma, .. } = Shared::new().await;
    let page = hanako.get(&sharing(sakura)).await;
    assert!(!page.has_button(SEND) && page.text().contains("鈴木 太郎さんのアカウントから"), "{}", page.text());
    let before = rows::all(&clinic.floor.store);
    let base = sharing(sakura);
    let paths = [base.clone(), format!("{base}/revocation"), format!("{base}/offer"), format!("{base}/answer")];
    for path in paths.into_iter().chain([format!("/family/{}/removal", sakura.text()), sharing(yuma)]) {
        let proof = hanako.get("/terms").await.form("日本語").value("_csrf");
        let fields = [("_csrf", proof.as_str()), ("email", STRANGER), ("takes", "1")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(hanako.send(Ask::posting(&path, &fields)).await.code(), 404, "{path}");
    }
    let after = rows::all(&clinic.floor.store);
    let changed = rows::differences(&before, &after);
    assert!(changed.iter().all(|row| row.contains("throttle")), "{changed:?}");
}
