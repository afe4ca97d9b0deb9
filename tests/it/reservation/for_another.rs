//! A guest books for somebody else: who is seen and who books are two, and an account made out of it knows which is which.

use crate::harness::booking::{all, code, only, sakura, to_person};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{NEW_PASSWORD, fill_in};
use mypage::account::{BookingRight, Relation, care};

const BOOK: &str = "予約を確定する";
const FOR_WHOM: &str = "受診する方は、予約する方から見て";

/// Books for a child of Hanako's, who is 4 years old, and gives 予約確定.
async fn for_child(clinic: &Clinic, browser: &mut Browser, choice: &str) -> Page {
    let page = to_person(browser).await;
    let form =
        fill_in(page.form("確認へ"), HANAKO).fill("名", "さくら").fill("メイ", "サクラ").fill("生年月日", "2021-06-10");
    let form = form.choose(choice).fill("メールアドレス", HANAKO).fill("診察券番号", "0042");
    let page = browser.submit(form).await;
    assert_eq!(page.h1(), "予約内容の確認", "{}", page.text());
    let shown = page.overview(FOR_WHOM);
    assert_eq!(shown.as_deref(), (choice != "本人").then_some(choice));
    let code = code(clinic, HANAKO).await;
    let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
    assert_eq!(page.h1(), "予約確定");
    page
}

/// From the button of 予約確定 to the page of the person.
async fn to_own_person(browser: &mut Browser, page: &Page) -> Page {
    let page = browser.submit(page.form("上記の情報でアカウント作成")).await;
    browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await
}

#[tokio::test]
async fn a_child_becomes_a_member_of_the_family_and_the_owner_is_who_booked() {
    for htmx in [false, true] {
        // Somebody may leave the first choice as it is: a child is none the less not the owner.
        for choice in ["子ども", "本人"] {
            let clinic = sakura().await;
            let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
            let page = for_child(&clinic, &mut browser, choice).await;
            let page = to_own_person(&mut browser, &page).await;
            assert!(page.text().contains("山田 さくらさんは、ご家族として登録されます"), "{}", page.text());
            let form = page.form("確認へ");
            assert_eq!((form.value("family_name"), form.value("birth_date")), (String::new(), String::new()));
            assert_eq!(form.value("phone"), people::draft(HANAKO).phone, "how they are reached is known");
            let wrong = browser.submit(form.clone()).await;
            assert_eq!(wrong.code(), 422);
            assert!(wrong.text().contains("山田 さくらさんは"), "{}", wrong.text());
            let page = browser.submit(fill_in(form, HANAKO)).await;
            let page = browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
            assert_eq!(page.path(), "/dashboard");
            assert!(page.text().contains("山田 さくら(4歳)"), "{}", page.text());
            let account = people::find(&clinic.floor, HANAKO).unwrap();
            let members = clinic.floor.store.read_blocking(clinic.now(), |r| care::members(r, account.id)).unwrap();
            let known: Vec<_> = members.iter().map(|one| (one.relation, one.person.name.given.as_str())).collect();
            assert_eq!(known, [(Relation::Own, "花子"), (Relation::Child, "さくら")]);
            assert_eq!(only(&clinic).attendee.person_id, Some(members[1].id));
            clinic.ignore_mail();
        }
    }
}

#[tokio::test]
async fn who_books_for_a_parent_is_asked_who_they_are_and_who_books_for_themselves_is_not() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    assert_eq!(page.form("確認へ").value("for_whom"), "own");
    let form = fill_in(page.form("確認へ"), HANAKO).choose("親").fill("メールアドレス", "musuko@example.jp");
    let page = browser.submit(form).await;
    let mend = browser.follow(&page, "受診者の情報を直す").await;
    assert_eq!(mend.form("確認へ").value("for_whom"), "parent", "it is kept");
    let code = code(&clinic, "musuko@example.jp").await;
    let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
    let page = to_own_person(&mut browser, &page).await;
    assert!(page.text().contains("山田 花子さんは、ご家族として登録されます"), "{}", page.text());
    let page = browser.submit(fill_in(page.form("確認へ"), people::TARO)).await;
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    let account = people::find(&clinic.floor, "musuko@example.jp").unwrap();
    let members = clinic.floor.store.read_blocking(clinic.now(), |r| care::members(r, account.id)).unwrap();
    let known: Vec<_> = members.iter().map(|one| (one.relation, one.right)).collect();
    let asked_next_time = (Relation::Parent, BookingRight::Consent);
    assert_eq!(known, [(Relation::Own, BookingRight::Own), asked_next_time], "nobody has asked her yet");
    clinic.ignore_mail();
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    let form = fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO);
    let page = browser.submit(form.without("for_whom")).await;
    let code = crate::harness::booking::code(&clinic, HANAKO).await;
    let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
    let page = to_own_person(&mut browser, &page).await;
    assert_eq!(page.path(), "/sign-up/confirmation", "nothing is typed twice");
    let page = browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert_eq!(page.path(), "/dashboard");
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_choice_that_is_none_is_refused_and_nothing_is_lost() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    let form = fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO);
    let page = browser.submit(form.forge("for_whom", "holder")).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["for_whom".to_owned()]));
    assert_eq!(page.form("確認へ").value("given_name"), "花子");
    assert!(all(&clinic).is_empty());
}
