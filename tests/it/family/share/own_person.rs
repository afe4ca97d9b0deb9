//! The own person of an account is shared as anybody else is, and stays in their own hands.

use super::*;
use crate::family::booking::book_for;
use crate::harness::booking::{all, choose};
use crate::harness::browser::Ask;
use crate::harness::clinics;
use crate::harness::stage::leaving;
use mypage::account::share;
use mypage::account::{BookingRight, Relation};
use mypage::clinic::Menu;
use mypage::mail::EmailAddress;

const DAY: &str = "day=2026-04-02";

/// Taro, who has booked for himself and for himself alone, and Hanako, with whom he shares his record as her father's.
async fn shared() -> (Clinic, [Browser; 2], PersonId) {
    let clinic = crate::harness::booking::sakura().await;
    let alone = Menu { self_only: true, ..clinics::menu("soudan", "ご本人の相談", 9) };
    let menus = clinics::menus().into_iter().chain([alone]).collect();
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    let account = people::register(&clinic.floor, TARO).await;
    let own = people::own(&clinic.floor, account.id).id;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await.at("203.0.113.8");
    let page = taro.get(&format!("/b/sakura/menus/soudan?visit=first&{DAY}")).await;
    let page = choose(&mut taro, &page, "4月2日(木)", "9:30").await;
    let page = taro.submit(page.form("確認へ")).await;
    assert_eq!(taro.submit(page.form("予約を確定する")).await.h1(), "予約確定");
    clinic.ignore_mail();
    let page = taro.get("/family").await;
    let page = taro.follow(&page, "共有する: 鈴木 太郎").await;
    assert!(page.text().contains("ご本人だけが取れる予約"), "{}", page.text());
    assert!(!page.text().contains("あなたご自身やほかのご家族"), "{}", page.text());
    clinic.mails_to(HANAKO).await;
    let link = invite(&clinic, &mut taro, own, HANAKO).await;
    let page = hanako.get(&link).await;
    assert!(page.text().contains("鈴木 太郎(") && !page.text().contains("本人の同意を得て"), "{}", page.text());
    let page = hanako.submit(page.form(ACCEPT).choose("親")).await;
    assert!(page.role("status").is_some_and(|said| said.contains("共有を受け入れました")), "{}", page.text());
    (clinic, [taro, hanako], own)
}

/// What an account has of somebody.
fn relation(clinic: &Clinic, address: &str, id: PersonId) -> Option<(Relation, bool, BookingRight)> {
    let members = members(clinic, &people::find(&clinic.floor, address)?);
    let found = members.into_iter().find(|member| member.id == id)?;
    Some((found.relation, found.is_held(), found.right))
}

#[tokio::test]
async fn she_books_for_him_and_sees_nothing_of_what_is_his_alone() {
    let (clinic, [mut taro, mut hanako], own) = shared().await;
    assert_eq!(relation(&clinic, HANAKO, own), Some((Relation::Parent, false, BookingRight::Relative)));
    assert_eq!(relation(&clinic, TARO, own), Some((Relation::Own, true, BookingRight::Own)));
    book_for(&mut hanako, own, "10:30", "").await;
    assert!(taro.get("/dashboard").await.text().contains("山田 花子さんが予約"));
    let his = all(&clinic).into_iter().find(|of| of.service.self_only).unwrap();
    assert_eq!(hanako.get(&format!("/reservations/{}", his.id.text())).await.code(), 404);
    for page in ["/dashboard", "/dashboard?past=1", "/notices", &format!("/family/{}", own.text())] {
        assert!(!hanako.get(page).await.text().contains("ご本人の相談"), "{page}");
    }
    let page = hanako.get(&format!("/b/sakura/menus/soudan?visit=first&for={}&{DAY}", own.text())).await;
    assert_eq!(choose(&mut hanako, &page, "4月2日(木)", "10:00").await.code(), 409);
    clinic.ignore_mail();
    sound(&clinic);
}

#[tokio::test]
async fn a2_nobody_takes_him_over_and_one_press_ends_it() {
    let (clinic, [mut taro, mut hanako], own) = shared().await;
    let page = taro.get(&sharing(own)).await;
    assert!(!page.has_button("管理を引き継ぐ"), "{}", page.text());
    let end = page.form(END);
    let partner = end.action.trim_end_matches("/removal").to_owned();
    let base = format!("/family/{}", own.text());
    let ways = [format!("{partner}/offer"), format!("{base}/removal"), format!("{base}/own-account"), base.clone()];
    for (browser, paths) in [(&mut taro, &ways[..]), (&mut hanako, &ways[..3])] {
        let proof = browser.get("/terms").await.form("日本語").value("_csrf");
        for path in paths {
            let fields = [("_csrf", &*proof), ("email", STRANGER), ("relation", "child")];
            let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(browser.send(Ask::posting(path, &fields)).await.code(), 404, "{path}");
        }
    }
    // Nor where an offer stands in the store.
    let offered = move |tx: &mut mypage::store::Tx<'_>| {
        let partner = share::find(tx, own)?.map(|shared| shared.partners[0].id);
        share::offer(tx, own, partner)
    };
    clinic.floor.store.write(clinic.now(), offered).await.unwrap();
    let proof = hanako.get("/terms").await.form("日本語").value("_csrf");
    let fields = [("_csrf", &*proof), ("takes", "1")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(hanako.send(Ask::posting(&format!("{base}/sharing/answer"), &fields)).await.code(), 404);
    assert_eq!(relation(&clinic, TARO, own), Some((Relation::Own, true, BookingRight::Own)));
    let page = taro.submit(end).await;
    assert_eq!(page.role("status").as_deref(), Some("共有をやめました。"));
    assert_eq!(relation(&clinic, HANAKO, own), None);
    assert_eq!(hanako.get(&base).await.code(), 404);
    clinic.ignore_mail();
    sound(&clinic);
}

#[tokio::test]
async fn he_is_given_away_by_no_link_and_goes_with_his_account() {
    use mypage::account::link::{self, LinkPurpose, OfferedShare};
    use mypage::secret::Token;
    let (clinic, [mut taro, mut hanako], own) = shared().await;
    let account = people::find(&clinic.floor, TARO).unwrap();
    let (token, purpose) = (Token::mint(), LinkPurpose::OwnAccount(account.id, own, OfferedShare::Unwanted));
    let path = format!("/own-account/link/{}", token.text());
    let address = EmailAddress::parse(STRANGER).unwrap();
    let issued = move |tx: &mut mypage::store::Tx<'_>| link::issue(tx, &token, purpose.clone(), address.clone());
    clinic.floor.store.write(clinic.now(), issued).await.unwrap();
    assert_eq!(clinic.signed_in(STRANGER).await.get(&path).await.code(), 410);
    let form = leaving(&mut taro, people::password(TARO)).await;
    assert_eq!(taro.submit(form).await.path(), "/withdrawn");
    assert_eq!(relation(&clinic, HANAKO, own), None);
    assert!(!hanako.get("/family").await.text().contains("太郎"));
    clinic.ignore_mail();
    sound(&clinic);
}
