//! What those who share a person learn of each other: names, the address of who invites, and what is booked for that person. How the
//! others are reached is not among it.

use super::*;
use crate::family::booking::book_for;
use crate::harness::booking::only;

const HER_PHONE: &str = "080-1111-2222";

/// As [`members`] has the shared person, of one of the two accounts.
fn seen(shared: &Shared, by: usize) -> mypage::person::Person {
    let members = members(&shared.clinic, &shared.accounts[by]);
    members.into_iter().find(|one| one.id == shared.sakura).expect("the person").person
}

#[tokio::test]
async fn a2_neither_sees_how_the_other_is_reached() {
    let mut shared = Shared::new().await;
    let his = seen(&shared, 0).phone.hyphenated();
    let path = format!("/family/{}", shared.sakura.text());
    let page = shared.hanako.get(&path).await;
    let hers = page.form("変更する").value("phone");
    assert_ne!(hers, his);
    assert!(!page.html().html().contains(&format!("value=\"{his}\"")), "his is nowhere: {}", page.text());
    let page = shared.hanako.submit(page.form("変更する").fill("電話番号", HER_PHONE)).await;
    assert_eq!(page.role("status").as_deref(), Some("変更しました。"));
    assert_eq!((seen(&shared, 0).phone.hyphenated(), seen(&shared, 1).phone.hyphenated()), (his, HER_PHONE.to_owned()));
    assert!(!shared.taro.get(&path).await.html().html().contains(&format!("value=\"{HER_PHONE}\"")));
    book_for(&mut shared.hanako, shared.sakura, "9:30", "").await;
    assert_eq!(only(&shared.clinic).attendee.person.phone.hyphenated(), HER_PHONE, "the clinic reaches who has booked");
    // He changes the name of the person in what she has booked, and not how she is reached.
    let page = shared.taro.get(&path).await;
    shared.taro.submit(page.form("変更する").fill("名", "桜")).await;
    let booked = only(&shared.clinic).attendee.person;
    assert_eq!((booked.name.given.as_str(), booked.phone.hyphenated()), ("桜", HER_PHONE.to_owned()));
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn who_takes_a_person_over_is_reached_about_them_and_the_former_one_is_not_shown() {
    let mut shared = Shared::new().await;
    let [his, hers] = [0, 1].map(|by| seen(&shared, by).contact());
    let page = shared.taro.get(&sharing(shared.sakura)).await;
    shared.taro.submit(page.form("管理を引き継ぐ")).await;
    let page = shared.hanako.get("/family").await;
    shared.hanako.submit(page.form("引き受ける")).await;
    assert_eq!([0, 1].map(|by| seen(&shared, by).contact()), [his.clone(), hers]);
    let page = shared.hanako.get(&format!("/family/{}", shared.sakura.text())).await;
    assert!(!page.html().html().contains(&format!("value=\"{}\"", his.phone.hyphenated())));
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn what_is_accepted_is_what_stood_on_the_page() {
    let clinic = Clinic::new();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let old = hanako.get(&link).await.form(ACCEPT);
    let page = taro.get(&format!("/family/{}", sakura.text())).await;
    taro.submit(page.form("変更する").fill("名", "花子")).await;
    let page = hanako.submit(old).await;
    assert_eq!(page.code(), 409);
    assert!(page.text().contains("招待の内容が変わりました") && page.text().contains("鈴木 花子"), "{}", page.text());
    let page = hanako.submit(page.form(ACCEPT).fill("電話番号", "12")).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["phone".to_owned()]));
    let page = hanako.submit(page.form(ACCEPT).fill("電話番号", HER_PHONE)).await;
    assert!(page.role("status").is_some_and(|said| said.contains("共有を受け入れました")), "{}", page.text());
}

#[tokio::test]
async fn p8_an_account_invites_ten_times_a_day() {
    let clinic = Clinic::new();
    let (_, [sakura, yuma]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    for at in 0..10 {
        let person = if at % 2 == 0 { sakura } else { yuma };
        invite(&clinic, &mut taro, person, &format!("guest{at}@example.net")).await;
        clinic.minutes_pass(20);
    }
    let page = taro.get(&sharing(sakura)).await;
    let page = taro.submit(page.form(SEND).fill(ADDRESS, "guest10@example.net")).await;
    assert_eq!(page.code(), 429, "{}", page.text());
    let said = page.role("alert").expect("why not");
    assert!(said.contains("。2026年4月2日(木)10:01以降"), "not before tomorrow: {said}");
    assert!(said.contains("最後にお送りしたメール") && !said.contains("電話"), "{said}");
    clinic.minutes_pass(24 * 60);
    let mut taro = clinic.signed_in(TARO).await;
    invite(&clinic, &mut taro, sakura, "guest11@example.net").await;
}
