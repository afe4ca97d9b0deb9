//! From 15 on: the record goes along to an account of one's own, by the link in the mail and by nothing else.

use super::*;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::started;
use crate::harness::rows;
use crate::harness::stage::leaving;
use mypage::account::{self, Account, Agreement, Registration, Relation};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::{Draft, PersonId};
use mypage::secret::Token;
use mypage::session;
use poem::http::Method;

pub(super) const OWN: &str = "momo@example.jp";
pub(super) const ADDRESS: &str = "ご本人のメールアドレス";
pub(super) const SEND: &str = "引き継ぎのメールを送る";
pub(super) const ACCEPT: &str = "受け取る";
pub(super) const SHARES: &str = "移したあとも、この方の予約を確認・変更したい";

/// Momo, who is 15 on 3 April 2026, by law on the day before.
pub(super) fn momo() -> Draft {
    child("桃", "モモ", "2011-04-03")
}

/// An account of somebody who is none of the fixtures, signed in.
pub(super) async fn signed_up(clinic: &Clinic, email: &str, draft: &Draft) -> (Account, Browser) {
    let (now, documents) = (clinic.now(), &clinic.floor.documents);
    let (terms, privacy) = (documents.terms.version.clone(), documents.privacy.version.clone());
    let new = Registration {
        address: EmailAddress::parse(email).unwrap(),
        password: "no hash".to_owned(),
        person: draft.check(now.jst_date()).unwrap(),
        agreement: Agreement { terms, privacy, at: now },
        lang: Lang::Ja,
    };
    let store = &clinic.floor.store;
    let account = store.write(now, move |tx| account::register(tx, &new)).await.unwrap().expect("a free address");
    let (token, mut browser) = (Token::mint(), clinic.plain().at("203.0.113.61"));
    let (old, fresh, new) = (Token::mint().hash(), token.hash(), started(account.id.subject()));
    store.write(now, move |tx| session::start(tx, &new, &old, fresh)).await.unwrap();
    browser.identify(&token.text());
    (account, browser)
}

/// Taro with Momo on the day on which she is 15, and a visit that he has booked for her.
pub(super) struct Grown {
    pub(super) clinic: Clinic,
    pub(super) taro: Browser,
    pub(super) momo: PersonId,
}

impl Grown {
    pub(super) async fn new() -> Self {
        let clinic = crate::harness::booking::sakura().await;
        let taro = people::register(&clinic.floor, TARO).await;
        let momo = people::add_relative(&clinic.floor, taro.id, Relation::Child, &momo()).await;
        clinic.minutes_pass(24 * 60);
        let mut taro = clinic.signed_in(TARO).await;
        let page = taro.get(&format!("/b/{SAKURA}/menus/naika?visit=first&day=2026-04-06")).await;
        let page = choose(&mut taro, &page, "4月6日(月)", "9:30").await;
        let page = taro.submit(page.form("確認へ").forge("who", &momo.text()).fill("診察券番号", "0077")).await;
        assert_eq!(taro.submit(page.form("予約を確定する")).await.h1(), "予約確定");
        clinic.ignore_mail();
        Self { clinic, taro, momo }
    }

    pub(super) fn path(&self) -> String {
        format!("/family/{}/own-account", self.momo.text())
    }

    /// Offers her record to an address; gives the link of the mail.
    pub(super) async fn offer(&mut self, shares: bool) -> String {
        let page = self.taro.get(&self.path()).await;
        let form = page.form(SEND).fill(ADDRESS, OWN);
        let page = self.taro.submit(if shares { form.tick(SHARES) } else { form }).await;
        assert!(page.role("status").is_some_and(|said| said.contains("送りました")), "{}", page.text());
        self.clinic.link_to(OWN).await
    }
}

/// What an account has of the person.
pub(super) fn relation(clinic: &Clinic, account: &Account, person: PersonId) -> Option<Relation> {
    members(clinic, account).into_iter().find(|member| member.id == person).map(|member| member.relation)
}

#[tokio::test]
async fn at_15_the_page_says_so_and_a_day_before_nothing() {
    let clinic = Clinic::new();
    let account = people::register(&clinic.floor, TARO).await;
    let momo = people::add_relative(&clinic.floor, account.id, Relation::Child, &momo()).await;
    let path = format!("/family/{}", momo.text());
    let mut taro = clinic.signed_in(TARO).await;
    assert!(!taro.get(&path).await.text().contains("ご本人の意思を確かめる"));
    assert_eq!(taro.get(&format!("{path}/own-account")).await.code(), 404);
    clinic.minutes_pass(24 * 60);
    let mut taro = clinic.signed_in(TARO).await;
    let page = taro.get(&path).await;
    assert!(page.text().contains("ご本人の意思を確かめることがあります"), "{}", page.text());
    let page = taro.follow(&page, "ご本人のアカウントに移す: 鈴木 桃").await;
    assert_eq!(page.h1(), "鈴木 桃さんご自身のアカウント");
    let page = taro.submit(page.form(SEND).fill(ADDRESS, TARO)).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned()]));
}

#[tokio::test]
async fn the_record_goes_along_and_nobody_else_has_it_any_more() {
    let mut grown = Grown::new().await;
    // Who has just signed up has a person of their own, by the same name.
    let link = grown.offer(false).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &momo()).await;
    let taro = people::find(&grown.clinic.floor, TARO).unwrap();
    let page = momo.get(&link).await;
    assert_eq!(page.h1(), "あなたの記録の引き継ぎ");
    assert!(page.text().contains("鈴木 太郎さん(") && page.text().contains("鈴木 桃("), "{}", page.text());
    assert!(!page.text().contains("これからも、鈴木 太郎さんが"), "nobody wants it");
    let page = momo.submit(page.form(ACCEPT).forge("shares", "on")).await;
    assert!(page.role("status").is_some_and(|said| said.contains("記録を受け取りました")), "{}", page.text());
    assert_eq!(relation(&grown.clinic, &account, grown.momo), Some(Relation::Own));
    assert_eq!(members(&grown.clinic, &account).len(), 1, "the person of the sign-up has given way");
    assert_eq!(relation(&grown.clinic, &taro, grown.momo), None);
    let booked = only(&grown.clinic);
    assert_eq!(
        (booked.attendee.person_id, booked.attendee.address.as_ref().unwrap().as_str()),
        (Some(grown.momo), OWN)
    );
    let path = format!("/reservations/{}", booked.id.text());
    assert_eq!((momo.get(&path).await.code(), grown.taro.get(&path).await.code()), (200, 404));
    assert!(momo.get("/dashboard").await.text().contains("鈴木 桃"));
    assert!(grown.clinic.mails_to(TARO).await.iter().any(|letter| letter.text().contains("共有が終わりました")));
    assert_eq!(momo.get(&link).await.code(), 410, "it works once");
    grown.clinic.ignore_mail();
    crate::family::share::sound(&grown.clinic);
}

#[tokio::test]
async fn both_want_to_share_she_ends_it_and_what_is_for_herself_alone_he_never_sees() {
    let mut grown = Grown::new().await;
    let link = grown.offer(true).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &momo()).await;
    let taro = people::find(&grown.clinic.floor, TARO).unwrap();
    let page = momo.get(&link).await;
    let form = page.form(ACCEPT);
    assert_eq!(form.sent().iter().filter(|(name, _)| name == "shares").count(), 0, "not unless she says so");
    momo.submit(form.tick("これからも、鈴木 太郎さんが私の予約を確認・変更してよい")).await;
    assert_eq!(relation(&grown.clinic, &account, grown.momo), Some(Relation::Own));
    assert_eq!(relation(&grown.clinic, &taro, grown.momo), Some(Relation::Child));
    crate::family::share::sound(&grown.clinic);
    let path = format!("/reservations/{}", only(&grown.clinic).id.text());
    assert_eq!((momo.get(&path).await.code(), grown.taro.get(&path).await.code()), (200, 200));
    assert_eq!(grown.taro.get(&grown.path()).await.code(), 404, "he holds her no longer");
    let wants = format!("/family/{}/sharing", grown.momo.text());
    let page = grown.taro.get(&wants).await;
    grown.taro.submit(page.form("メールの設定を保存する").tick("この方の予約のメールを受け取る")).await;
    // 本人だけ.
    let alone = Menu { self_only: true, ..clinics::menu("soudan", "ご本人の相談", 9) };
    let menus = clinics::menus().into_iter().chain([alone]).collect();
    clinics::open(&grown.clinic.floor, clinics::sakura(), menus).await;
    // What was mailed before.
    for address in [TARO, OWN] {
        grown.clinic.mails_to(address).await;
    }
    let page = momo.get(&format!("/b/{SAKURA}/menus/soudan?visit=first&day=2026-04-03")).await;
    let page = choose(&mut momo, &page, "4月3日(金)", "9:30").await;
    let page = momo.submit(page.form("確認へ")).await;
    assert_eq!(momo.submit(page.form("予約を確定する")).await.h1(), "予約確定");
    assert!(grown.clinic.mails_to(TARO).await.is_empty());
    assert_eq!(grown.clinic.mails_to(OWN).await.len(), 1);
    let own = all(&grown.clinic).into_iter().find(|of| of.service.self_only).unwrap();
    assert_eq!(grown.taro.get(&format!("/reservations/{}", own.id.text())).await.code(), 404);
    for page in ["/dashboard", "/dashboard?past=1", "/notices", &format!("/family/{}", grown.momo.text())] {
        assert!(!grown.taro.get(page).await.text().contains("ご本人の相談"), "{page}");
    }
    assert!(momo.get("/dashboard").await.text().contains("ご本人の相談"));
    // She ends it by herself.
    let page = momo.get("/family").await;
    let page = momo.follow(&page, "共有の設定: 鈴木 桃").await;
    assert!(page.has_button("招待のメールを送る") && !page.has_button("管理を引き継ぐ"), "{}", page.text());
    let page = momo.submit(page.form("共有をやめる")).await;
    assert_eq!(page.role("status").as_deref(), Some("共有をやめました。"));
    assert_eq!(relation(&grown.clinic, &taro, grown.momo), None);
    assert_eq!(grown.taro.get(&path).await.code(), 404);
    grown.clinic.ignore_mail();
    crate::family::share::sound(&grown.clinic);
}

#[tokio::test]
async fn l7_it_opens_for_its_address_and_for_who_it_is_about_alone() {
    let mut grown = Grown::new().await;
    // Somebody else was first with an account for the name and the birthday.
    let (other, mut impostor) = signed_up(&grown.clinic, "impostor@example.jp", &momo()).await;
    let link = grown.offer(true).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &child("桃子", "モモコ", "2011-04-03")).await;
    let before = rows::all(&grown.clinic.floor.store);
    let mut nobody = grown.clinic.plain();
    for browser in [&mut momo, &mut impostor, &mut grown.taro, &mut nobody] {
        for method in [Method::GET, Method::HEAD] {
            browser.send(Ask::of(method, &link)).await;
        }
    }
    assert_eq!(rows::differences(&before, &rows::all(&grown.clinic.floor.store)), Vec::<String>::new());
    let page = impostor.get(&link).await;
    assert_eq!(page.code(), 404);
    assert!(!page.text().contains("鈴木さん") && page.text().contains("別のメールアドレス"), "{}", page.text());
    let proof = impostor.get("/family/new").await.form("追加する").value("_csrf");
    let sent = impostor.send(Ask::posting(&link, &[("_csrf".to_owned(), proof)])).await;
    assert_eq!((sent.code(), members(&grown.clinic, &other).len()), (404, 1));
    // The right address, and another person: nothing of theirs is swallowed.
    let page = momo.get(&link).await;
    let page = momo.submit(page.form(ACCEPT)).await;
    assert!(page.text().contains("どれかが違います"), "{}", page.text());
    assert_eq!((page.code(), relation(&grown.clinic, &account, grown.momo)), (422, None));
    // Taken back, it opens nothing.
    let page = grown.taro.get(&grown.path()).await;
    let page = grown.taro.submit(page.form("引き継ぎを取り消す")).await;
    assert_eq!(page.role("status").as_deref(), Some("引き継ぎを取り消しました。"));
    assert_eq!(momo.get(&link).await.code(), 410);
    grown.clinic.ignore_mail();
}

#[tokio::test]
async fn declined_nothing_changes_and_it_ends_by_itself() {
    let mut grown = Grown::new().await;
    let link = grown.offer(false).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &momo()).await;
    let page = momo.get(&link).await;
    let page = momo.submit(page.form("受け取らない")).await;
    assert!(page.role("status").is_some_and(|said| said.contains("何も変わっていません")), "{}", page.text());
    assert_eq!(momo.get(&link).await.code(), 410);
    let link = grown.offer(false).await;
    grown.clinic.minutes_pass(72 * 60 + 1);
    assert_eq!(relation(&grown.clinic, &account, grown.momo), None);
    let held = grown.clinic.floor.store.read_blocking(grown.clinic.now(), |r| {
        account::link::find(r, &Token::parse(link.rsplit('/').next().unwrap()).unwrap())
    });
    assert_eq!(held.unwrap(), None);
    grown.clinic.ignore_mail();
}

#[tokio::test]
async fn who_leaves_takes_their_own_record_with_them_whoever_shares_it() {
    let clinic = crate::harness::booking::sakura().await;
    let taro = people::register(&clinic.floor, TARO).await;
    let person = people::add_relative(&clinic.floor, taro.id, Relation::Spouse, people::draft(HANAKO)).await;
    let mut browser = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    clinic.ignore_mail();
    let page = browser.get(&format!("/family/{}", person.text())).await;
    assert!(!page.text().contains("ご本人の意思を確かめる"), "of an adult it is no news");
    let page = browser.follow(&page, "ご本人のアカウントに移す: 山田 花子").await;
    browser.submit(page.form(SEND).fill(ADDRESS, HANAKO).tick(SHARES)).await;
    let link = clinic.link_to(HANAKO).await;
    let page = hanako.get(&link).await;
    hanako.submit(page.form(ACCEPT).forge("shares", "on")).await;
    assert_eq!(relation(&clinic, &taro, person), Some(Relation::Spouse));
    let form = leaving(&mut hanako, people::password(HANAKO)).await;
    assert_eq!(hanako.submit(form).await.path(), "/withdrawn");
    assert_eq!(relation(&clinic, &taro, person), None);
    crate::family::share::sound(&clinic);
    clinic.ignore_mail();
}

#[tokio::test]
async fn whom_she_was_not_told_of_has_her_record_no_longer() {
    use mypage::account::share::{self, Joining};
    let mut grown = Grown::new().await;
    let (taro, hanako) =
        (people::find(&grown.clinic.floor, TARO).unwrap(), people::register(&grown.clinic.floor, HANAKO).await);
    let contact = people::own(&grown.clinic.floor, hanako.id).person.contact();
    let (person, holder, partner) = (grown.momo, taro.id, hanako.id);
    let joining = Joining { relation: Relation::Child, contact, former: None };
    let shared = move |tx: &mut mypage::store::Tx<'_>| share::begin(tx, person, holder, partner, joining.clone());
    grown.clinic.floor.store.write(grown.clinic.now(), shared).await.unwrap();
    let link = grown.offer(true).await;
    let (account, mut momo) = signed_up(&grown.clinic, OWN, &momo()).await;
    let page = momo.get(&link).await;
    momo.submit(page.form(ACCEPT).tick("これからも、鈴木 太郎さんが私の予約を確認・変更してよい")).await;
    let relations = [&account, &taro, &hanako].map(|account| relation(&grown.clinic, account, grown.momo));
    assert_eq!(relations, [Some(Relation::Own), Some(Relation::Child), None]);
    let letters = grown.clinic.mails_to(HANAKO).await;
    assert!(letters.iter().any(|letter| letter.text().contains("共有が終わりました")));
    grown.clinic.ignore_mail();
}
