//! Taking one's own record along: what is accepted is what stood on the page, and guessing whose record it is ends with the link.

use super::own_account::{ACCEPT, Grown, OWN, momo, relation, signed_up};
use super::*;
use crate::harness::page::Page;
use mypage::account::{Member, Relation, care};
use mypage::person::{Draft, Name, Person};

/// Somebody who has the mail, and another name than she has.
fn another() -> Draft {
    child("桃子", "モモコ", "2011-04-03")
}

/// What the page says, whatever the given name of the own person.
fn said(page: &Page) -> String {
    page.text().replace("鈴木 桃子", "鈴木 桃")
}

#[tokio::test]
async fn p5_the_page_answers_no_guess_and_the_fifth_wrong_one_ends_the_link() {
    let mut grown = Grown::new().await;
    let link = grown.offer(true).await;
    let (account, mut stranger) = signed_up(&grown.clinic, OWN, &another()).await;
    grown.clinic.ignore_mail();
    let page = stranger.get(&link).await;
    assert!(page.text().contains("鈴木 桃子("), "{}", page.text());
    for guess in 1..=5 {
        let page = stranger.get(&link).await;
        let page = stranger.submit(page.form(ACCEPT)).await;
        if guess < 5 {
            assert_eq!(page.code(), 422, "{guess}");
            assert!(page.text().contains("どれかが違います"), "{}", page.text());
        } else {
            assert_eq!(page.code(), 410, "{}", page.text());
            assert!(page.text().contains("使えなくなりました"), "{}", page.text());
        }
    }
    let told = grown.clinic.mails_to(TARO).await.pop().expect("a mail to the holder");
    assert!(told.subject().contains("URLが使えなくなりました") && !told.text().contains("桃"), "{}", told.text());
    // The right name comes too late.
    let page = stranger.get("/person").await;
    let form = page.form("確認へ").fill("名", "桃").fill("メイ", "モモ");
    let page = stranger.submit(form).await;
    stranger.submit(page.form("登録する")).await;
    assert_eq!(people::own(&grown.clinic.floor, account.id).person.name.full(), "鈴木 桃");
    assert_eq!((stranger.get(&link).await.code(), relation(&grown.clinic, &account, grown.momo)), (410, None));
    // Another mail works, and what was typed wrong is put right by then.
    let link = grown.offer(false).await;
    let page = stranger.get(&link).await;
    stranger.submit(page.form(ACCEPT)).await;
    assert_eq!(relation(&grown.clinic, &account, grown.momo), Some(Relation::Own));
    grown.clinic.ignore_mail();
}

#[tokio::test]
async fn the_page_is_the_same_for_who_it_is_and_for_who_it_is_not() {
    let mut grown = Grown::new().await;
    let link = grown.offer(true).await;
    let (_, mut stranger) = signed_up(&grown.clinic, OWN, &another()).await;
    let wrong = said(&stranger.get(&link).await);
    let mut grown = Grown::new().await;
    let link = grown.offer(true).await;
    let (_, mut herself) = signed_up(&grown.clinic, OWN, &momo()).await;
    assert_eq!(said(&herself.get(&link).await), wrong);
}

#[tokio::test]
async fn what_is_accepted_is_what_stood_on_the_page() {
    let mut grown = Grown::new().await;
    let link = grown.offer(false).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &momo()).await;
    let old = momo.get(&link).await.form(ACCEPT);
    // The own person is another one meanwhile, in another tab.
    let own = people::own(&grown.clinic.floor, account.id);
    let changed = Name { family: "佐藤".to_owned(), ..own.person.name.clone() };
    let changed = Member { person: Person { name: changed, ..own.person.clone() }, ..own.clone() };
    let (now, id) = (grown.clinic.now(), account.id);
    for (member, code) in [(changed, 409), (own, 200)] {
        let written = member.clone();
        let put = grown.clinic.floor.store.write(now, move |tx| care::put(tx, id, &written));
        put.await.unwrap();
        let page = momo.submit(old.clone()).await;
        assert_eq!(page.code(), code, "{}", page.text());
        if code == 409 {
            assert!(page.text().contains("内容が変わりました") && page.text().contains("佐藤 桃"), "{}", page.text());
            assert_eq!(relation(&grown.clinic, &account, grown.momo), None);
        }
    }
    assert_eq!(relation(&grown.clinic, &account, grown.momo), Some(Relation::Own));
    grown.clinic.ignore_mail();
}

#[tokio::test]
async fn a_record_that_the_holder_changes_meanwhile_is_not_accepted() {
    let mut grown = Grown::new().await;
    let link = grown.offer(false).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &momo()).await;
    let old = momo.get(&link).await.form(ACCEPT);
    let path = format!("/family/{}", grown.momo.text());
    let page = grown.taro.get(&path).await;
    grown.taro.submit(page.form("変更する").fill("生年月日", "2011-03-03")).await;
    let page = momo.submit(old).await;
    assert_eq!((page.code(), relation(&grown.clinic, &account, grown.momo)), (422, None));
    grown.clinic.ignore_mail();
}
