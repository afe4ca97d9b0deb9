//! Where the routes of growing up lead: 本人の確認, and an account of one's own.

use super::browser::Browser;
use super::clinic::Clinic;
use super::people::{self, HANAKO};
use mypage::account::link::{self, LinkPurpose};
use mypage::account::{AccountId, Relation};
use mypage::mail::EmailAddress;
use mypage::person::Draft;
use mypage::secret::Token;

/// Somebody in the patient's family who comes of age soon: where they are asked for their own word, and the link of that mail.
pub async fn coming_of_age(clinic: &Clinic, patient: &mut Browser, hanako: AccountId) -> (String, String) {
    let draft =
        Draft { given_name: "若葉".to_owned(), birth_date: "2008-04-20".to_owned(), ..people::draft(HANAKO).clone() };
    let young = people::add_relative(&clinic.floor, hanako, Relation::Child, &draft).await;
    let path = format!("/family/{}/own-word", young.text());
    let page = patient.get(&path).await;
    patient.submit(page.form("確認のメールを送る").fill("ご本人のメールアドレス", "wakaba@example.jp")).await;
    let own_word = clinic.link_to("wakaba@example.jp").await;
    // The record may go along as well, and that is on its way.
    let page = patient.get(&path.replace("own-word", "own-account")).await;
    patient.submit(page.form("引き継ぎのメールを送る").fill("ご本人のメールアドレス", "wakaba@example.jp")).await;
    clinic.mail_to("wakaba@example.jp").await;
    (path, own_word)
}

/// The link by which the patient can take her own record along, which somebody has added to their family.
pub async fn offered_along(clinic: &Clinic, other: &str) -> String {
    let emma = people::register(&clinic.floor, other).await.id;
    let same = people::add_relative(&clinic.floor, emma, Relation::Other, people::draft(HANAKO)).await;
    let mut browser = clinic.signed_in(other).await.at("203.0.113.51");
    let page = browser.get(&format!("/family/{}/own-account", same.text())).await;
    clinic.mails_to(HANAKO).await;
    browser.submit(page.form("引き継ぎのメールを送る").fill("ご本人のメールアドレス", HANAKO)).await;
    clinic.link_to(HANAKO).await
}

/// The link by which somebody in the patient's family takes their own word back.
pub async fn withdrawal(clinic: &Clinic, hanako: AccountId) -> String {
    let draft = Draft { given_name: "双葉".to_owned(), ..people::draft(HANAKO).clone() };
    let grown = people::add_relative(&clinic.floor, hanako, Relation::Other, &draft).await;
    let (token, address) = (Token::mint(), EmailAddress::parse("futaba@example.jp").expect("an address"));
    let link = format!("/own-word/withdrawal/{}", token.text());
    let issued = clinic.floor.store.write(clinic.now(), move |tx| {
        link::issue(tx, &token, LinkPurpose::WordWithdrawal(hanako, grown), address.clone())
    });
    issued.await.expect("a link");
    link
}
