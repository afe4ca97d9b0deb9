//! The holder offers to hand a person over, and the other takes it or not.

use super::*;
use mypage::account::SharingRole::{Holder, Partner};

const OFFER: &str = "管理を引き継ぐ";

#[tokio::test]
async fn who_is_offered_to_decide_takes_it_or_not() {
    let mut shared = Shared::new().await;
    let page = shared.taro.get(&sharing(shared.sakura)).await;
    let page = shared.taro.submit(page.form(OFFER)).await;
    assert!(page.text().contains("引き継ぎの返事を待っています"), "{}", page.text());
    assert!(shared.clinic.mail_to(HANAKO).await.subject().contains("引き継ぐお申し出"));
    let page = shared.hanako.get("/family").await;
    assert!(page.text().contains("鈴木 太郎さんから"), "{}", page.text());
    let page = shared.hanako.submit(page.form("引き受けない")).await;
    assert_eq!(page.role("status").as_deref(), Some("引き継ぎを断りました。"));
    assert_eq!(shared.roles(), [Some(Holder), Some(Partner)]);
    let page = shared.taro.get(&sharing(shared.sakura)).await;
    shared.taro.submit(page.form(OFFER)).await;
    shared.clinic.mail_to(HANAKO).await;
    let page = shared.hanako.get("/family").await;
    let form = page.form("引き受ける");
    shared.hanako.submit(form.clone()).await;
    assert_eq!(shared.roles(), [Some(Partner), Some(Holder)]);
    assert_eq!(shared.hanako.submit(form).await.code(), 404, "once");
    assert!(shared.clinic.mail_to(TARO).await.subject().contains("管理する方が変わりました"));
    let page = shared.taro.get("/family").await;
    assert!(!page.has_link("削除する: 鈴木 さくら") && page.has_link("削除する: 鈴木 悠真"), "{}", page.text());
    let page = shared.hanako.get(&sharing(shared.sakura)).await;
    assert!(page.has_button(SEND) && page.text().contains("鈴木 太郎"), "{}", page.text());
    shared.is_sound();
}

#[tokio::test]
async fn an_offer_is_taken_back_and_an_invitation_ends_with_who_invited() {
    let mut shared = Shared::new().await;
    let page = shared.taro.get(&sharing(shared.sakura)).await;
    shared.taro.submit(page.form(OFFER)).await;
    let form = shared.hanako.get("/family").await.form("引き受ける");
    let page = shared.taro.get(&sharing(shared.sakura)).await;
    shared.taro.submit(page.form("引き継ぎを取り消す")).await;
    assert_eq!(shared.hanako.submit(form).await.code(), 404);
    let link = invite(&shared.clinic, &mut shared.taro, shared.sakura, STRANGER).await;
    let page = shared.taro.get(&sharing(shared.sakura)).await;
    shared.taro.submit(page.form(OFFER)).await;
    let page = shared.hanako.get("/family").await;
    shared.hanako.submit(page.form("引き受ける")).await;
    assert_eq!(shared.clinic.signed_in(STRANGER).await.get(&link).await.code(), 410);
    shared.clinic.ignore_mail();
}
