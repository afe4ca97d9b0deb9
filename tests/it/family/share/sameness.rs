//! Somebody in the own family has the same name, date of birth and sex as the person who is shared: it is asked, never assumed.

use super::*;
use crate::family::booking::book_for;
use crate::family::membership::rows_with;
use crate::harness::booking::only;
use mypage::account::Relation;

const SAME: &str = "同じ方です。ひとつにまとめます";
const ANOTHER: &str = "別の方です";

/// Both have the same child, Hanako with a visit; and the link by which Taro shares his.
async fn twice() -> (Clinic, [Browser; 2], [PersonId; 2], String) {
    let clinic = crate::harness::booking::sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    let own = child("さくら", "サクラ", "2021-06-10");
    let own = people::add_relative(&clinic.floor, account.id, Relation::Child, &own).await;
    book_for(&mut hanako, own, "9:30", "0042").await;
    clinic.mails_to(HANAKO).await;
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    (clinic, [taro, hanako], [sakura, own], link)
}

#[tokio::test]
async fn it_is_asked_and_made_one_only_where_it_is_said() {
    let (clinic, [mut taro, mut hanako], [sakura, own], link) = twice().await;
    let page = hanako.get(&link).await;
    assert!(page.text().contains("同じ方ですか"), "{}", page.text());
    let form = page.form(ACCEPT);
    let page = hanako.submit(form.clone()).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["sameness".to_owned()]));
    assert!(!taro.get("/dashboard").await.text().contains("さくら("), "nothing is shared by knowing a name");
    hanako.submit(form.choose(SAME)).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    let ids: Vec<PersonId> = members(&clinic, &account).into_iter().map(|member| member.id).collect();
    assert!(ids.contains(&sakura) && !ids.contains(&own));
    assert_eq!(rows_with(&clinic, own), 0, "nothing of the other one is left");
    assert_eq!(only(&clinic).attendee.person_id, Some(sakura));
    let page = taro.get("/dashboard").await;
    assert!(page.text().contains("山田 花子さんが予約"), "{}", page.text());
    sound(&clinic);
    // It ends, and she has her own again.
    let page = taro.get(&super::sharing(sakura)).await;
    taro.submit(page.form(END)).await;
    let back = members(&clinic, &account).into_iter().find(|one| one.person.name.given == "さくら").expect("her own");
    assert!(back.is_held() && back.sharing.is_none() && ![sakura, own].contains(&back.id));
    assert!(!hanako.get("/dashboard").await.text().contains("さくら("), "the visit went to who holds the person");
    sound(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn another_person_of_the_same_name_stays_apart() {
    let (clinic, [mut taro, mut hanako], [sakura, own], link) = twice().await;
    let page = hanako.get(&link).await;
    hanako.submit(page.form(ACCEPT).choose(ANOTHER)).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    let ids: Vec<PersonId> = members(&clinic, &account).into_iter().map(|member| member.id).collect();
    assert!(ids.contains(&sakura) && ids.contains(&own));
    assert!(!taro.get("/dashboard").await.text().contains("さくら("), "her own stays hers");
    let page = hanako.get(&sharing(sakura)).await;
    hanako.submit(page.form(END)).await;
    assert!(hanako.get("/dashboard").await.text().contains("さくら("), "and when it ends");
    assert!(!taro.get("/dashboard").await.text().contains("さくら("));
    sound(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn oneself_is_not_shared_with_oneself() {
    let clinic = Clinic::new();
    let (account, _) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let wife = people::add_relative(&clinic.floor, account.id, Relation::Spouse, people::draft(HANAKO)).await;
    let link = invite(&clinic, &mut taro, wife, HANAKO).await;
    let page = hanako.get(&link).await;
    assert!(!page.has_button(ACCEPT) && page.text().contains("受け入れられません"), "{}", page.text());
    hanako.submit(page.form("受け入れない")).await;
    sound(&clinic);
}

#[tokio::test]
async fn who_comes_back_consents_to_no_more_than_before() {
    use mypage::account::{BookingRight, care};
    let clinic = crate::harness::booking::sakura().await;
    let account = people::register(&clinic.floor, TARO).await;
    let other = people::register(&clinic.floor, HANAKO).await;
    let mother = child("梅", "ウメ", "1950-05-05");
    let shared = people::add_relative(&clinic.floor, account.id, Relation::Parent, &mother).await;
    // Hanako has her too, and nobody has said that she consents.
    let (now, person) = (clinic.now(), mother.check(clinic.now().jst_date()).unwrap());
    let added = move |tx: &mut mypage::store::Tx<'_>| care::add(tx, other.id, Relation::Parent, &person);
    clinic.floor.store.write(now, added).await.unwrap();
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, shared, HANAKO).await;
    let page = hanako.get(&link).await;
    hanako.submit(page.form(ACCEPT).choose(SAME).forge("consent", "on")).await;
    let page = hanako.get(&super::sharing(shared)).await;
    hanako.submit(page.form(END)).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    let back = members(&clinic, &account).into_iter().find(|one| one.person.name.given == "梅").expect("her own again");
    assert_eq!((back.sharing, back.right), (None, BookingRight::Consent));
    clinic.ignore_mail();
}
