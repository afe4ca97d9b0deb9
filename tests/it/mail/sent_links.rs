//! S1: links in mails that were really sent, of every kind but those about reservations. What waited with a mail opens nothing, and what
//! was sent is nowhere in the data file.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::SAKURA;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::secrets::{holds, holds_token};
use crate::harness::sending;
use crate::harness::smtp::{self, Fault, SmtpServer};
use crate::harness::staff::{self, OWNER, RECEPTION};
use crate::harness::stage::{FUTURE, INVITED, NEW_PASSWORD, ask_for_mail};
use mypage::account::Relation;
use mypage::clinic::ClinicId;
use mypage::mail::{Worker, outbox};
use mypage::person::Draft;
use mypage::secret::Token;
use mypage::staff::{Role, path};
use mypage::store::{DATA_FILE, Options, Store};
use std::collections::BTreeMap;

/// An address that has no account.
const UNKNOWN: &str = "daremo@example.jp";
/// Another account of the fixtures.
const EMMA: &str = "emma@example.jp";
/// Hanako's child who comes of age soon.
const WAKABA: &str = "wakaba@example.jp";
/// Who is invited to the clinic's staff.
const NEW: &str = "shinjin@example.jp";
/// Within this many minutes a mail that was not taken is tried again.
const NEXT_TRY: i64 = 5;

/// A product whose mails are sent.
struct Sending {
    clinic: Clinic,
    server: SmtpServer,
    worker: Worker,
}

impl Sending {
    async fn on(store: Store) -> Self {
        let clinic = Clinic::open(Setup { store, ..Setup::default() });
        clinic.ignore_mail();
        let server = SmtpServer::start(smtp::Setup::plain()).await;
        let worker = sending::worker(&clinic.floor.store, &clinic.floor.clock, &server);
        Self { clinic, server, worker }
    }

    async fn new() -> Self {
        Self::on(Setup::default().store).await
    }

    /// The links of the mails that wait, by their addresses.
    fn waiting(&self) -> BTreeMap<String, String> {
        let mails = self.clinic.floor.store.read_blocking(self.clinic.now(), |r| outbox::list(r, 100)).unwrap();
        let letters = mails.into_iter().map(|(_, waiting)| waiting.letter);
        let links = letters.filter_map(|letter| Some((letter.to().as_str().to_owned(), self.link_in(&letter.text())?)));
        links.collect()
    }

    /// Sends what is due.
    async fn send(&self) {
        self.worker.run_due_once().await.unwrap();
    }

    /// Sends what was not taken before.
    async fn send_again(&self) {
        self.clinic.minutes_pass(NEXT_TRY);
        self.send().await;
    }

    /// The links of the mails that have arrived at an address, the oldest first.
    fn sent(&self, address: &str) -> Vec<String> {
        self.server.inbox().to(address).iter().filter_map(|mail| self.link_in(&mail.text())).collect()
    }

    /// The path of the link with a token in a mail.
    fn link_in(&self, text: &str) -> Option<String> {
        let base = self.clinic.floor.config.base_url();
        let mut paths = text.lines().filter_map(|line| line.strip_prefix(base));
        paths.find(|path| Token::parse(token(path)).is_some()).map(str::to_owned)
    }

    /// Offers somebody in Hanako's family, who is a stranger to Taro, to his account.
    async fn offer_to_taro(&self, hanako: &mut Browser) {
        let account = people::register(&self.clinic.floor, HANAKO).await.id;
        people::register(&self.clinic.floor, TARO).await;
        let young = people::add_relative(&self.clinic.floor, account, Relation::Child, &wakaba()).await;
        let page = hanako.get(&format!("/family/{}/own-account", young.text())).await;
        hanako.submit(page.form("引き継ぎのメールを送る").fill("ご本人のメールアドレス", TARO)).await;
    }

    /// Has an owner of the clinic invite somebody and give a colleague a new way in, both by mail; gives the owner's browser.
    async fn invite_and_reset(&self) -> Browser {
        booked::open(&self.clinic).await;
        staff::add(&self.clinic.floor, OWNER, SAKURA, Role::Owner).await;
        staff::add(&self.clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
        let mut owner = staff::signed_in(&self.clinic, OWNER).await;
        let page = owner.get("/console/c/sakura/staff/new").await;
        let form = page.form("招待する").fill("氏名", "新人 花").fill("メールアドレス", NEW);
        owner.submit(form.forge("role", "reception").forge("way", "mail")).await;
        let (sakura, colleague) = (ClinicId::parse(SAKURA).unwrap(), staff::find(&self.clinic, RECEPTION).id);
        let page = owner.get(&path::of_member(path::RESET, &sakura, colleague)).await;
        owner.submit(page.form("リンクを渡す").forge("way", "mail")).await;
        owner
    }

    /// Has a link of every kind mailed that can be asked for, each to an address of its own; gives the browsers in which they open.
    async fn ask_for_all(&self) -> Vec<(&'static str, Browser)> {
        let clinic = &self.clinic;
        let mut hanako = clinic.signed_in(HANAKO).await.at("203.0.113.30");
        let mut nobody = clinic.plain().at("203.0.113.10");
        ask_for_mail(&mut nobody, "/sign-up", INVITED).await;
        ask_for_mail(&mut nobody, "/password-reset", UNKNOWN).await;
        ask_for_mail(&mut nobody, "/password-reset", HANAKO).await;
        ask_for_mail(&mut hanako, "/account/email", FUTURE).await;
        let account = people::register(&clinic.floor, HANAKO).await.id;
        let child = Draft { given_name: "小花".to_owned(), ..people::draft(HANAKO).clone() };
        let child = people::add_relative(&clinic.floor, account, Relation::Child, &child).await;
        let page = hanako.get(&format!("/family/{}/sharing", child.text())).await;
        hanako.submit(page.form("招待のメールを送る").fill("相手の方のメールアドレス", EMMA)).await;
        let young = people::add_relative(&clinic.floor, account, Relation::Child, &wakaba()).await;
        let page = hanako.get(&format!("/family/{}/own-word", young.text())).await;
        hanako.submit(page.form("確認のメールを送る").fill("ご本人のメールアドレス", WAKABA)).await;
        self.offer_to_taro(&mut hanako).await;
        self.invite_and_reset().await;
        let (emma, taro) = (clinic.signed_in(EMMA).await, clinic.signed_in(TARO).await);
        let of_anybody = [INVITED, UNKNOWN, HANAKO, WAKABA, NEW, RECEPTION].map(|address| (address, nobody.clone()));
        of_anybody.into_iter().chain([(FUTURE, hanako), (EMMA, emma), (TARO, taro)]).collect()
    }
}

/// Somebody of 17 years.
fn wakaba() -> Draft {
    Draft { given_name: "若葉".to_owned(), birth_date: "2008-04-20".to_owned(), ..people::draft(HANAKO).clone() }
}

/// The token at the end of a link.
fn token(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

async fn code(browser: &mut Browser, link: &str) -> u16 {
    browser.get(link).await.code()
}

/// Goes on with a sign-up by its link; gives where that leads.
async fn sign_up(browser: &mut Browser, link: &str) -> String {
    let page = browser.get(link).await;
    browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await.path().to_owned()
}

#[tokio::test]
async fn s1_no_link_of_any_kind_that_was_sent_is_in_the_data_file_or_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let sending = Sending::on(Store::open(&data, Options::default()).unwrap()).await;
    let (file, backup) = (data.join(DATA_FILE), folder.path().join("backup"));
    let mut asked = sending.ask_for_all().await;
    let waited = sending.waiting();
    assert_eq!(waited.len(), asked.len(), "{waited:?}");
    assert!(waited.values().all(|link| holds_token(&file, token(link))), "the search finds those that wait");
    sending.send().await;
    let mut sent = Vec::new();
    for (address, browser) in &mut asked {
        let arrived = sending.sent(address);
        assert_eq!(arrived.len(), 1, "{address}");
        assert_eq!(code(browser, &waited[*address]).await, 410, "{address}: what waited opens nothing");
        assert_eq!(code(browser, &arrived[0]).await, 200, "{address}: what was sent opens it");
        sent.extend(arrived);
    }
    // The answer to one of them is confirmed by a mail with a link of its own.
    let mut nobody = sending.clinic.plain();
    let page = nobody.get(&sending.sent(WAKABA)[0]).await;
    nobody.submit(page.form("予約を取ることに同意する")).await;
    let waited = sending.waiting();
    sending.send().await;
    let withdrawal = sending.sent(WAKABA).pop().unwrap();
    assert!(withdrawal.contains("/withdrawal/"), "{withdrawal}");
    assert_eq!(code(&mut nobody, &waited[WAKABA]).await, 410);
    assert_eq!(code(&mut nobody, &withdrawal).await, 200);
    sent.push(withdrawal);
    sending.clinic.floor.store.backup(&backup).unwrap();
    for file in [file, backup] {
        assert!(holds(&file, "花子".as_bytes()), "the search finds what is there");
        for link in &sent {
            assert!(!holds_token(&file, token(link)), "{link} is in {}", file.display());
        }
    }
}

#[tokio::test]
async fn an_invitation_that_was_sent_is_listed_and_withdrawn_as_one_that_waits() {
    let sending = Sending::new().await;
    let mut owner = sending.invite_and_reset().await;
    sending.send().await;
    let link = sending.sent(NEW).remove(0);
    let page = owner.get("/console/c/sakura/staff").await;
    let mut invited = page.links().into_iter().map(|(_, href)| href).filter(|href| href.contains("/staff/invited/"));
    let invited = invited.next().expect("an invitation");
    let mut newcomer = sending.clinic.plain();
    assert_eq!(code(&mut newcomer, &link).await, 200);
    let page = owner.get(&invited).await;
    owner.submit(page.form("招待を取り消す")).await;
    assert_eq!(code(&mut newcomer, &link).await, 410);
}

#[tokio::test]
async fn an_invitation_that_was_sent_is_accepted_once() {
    let sending = Sending::new().await;
    sending.server.fail(NEW, 1, Fault::CutBeforeReply);
    sending.invite_and_reset().await;
    sending.send().await;
    sending.send_again().await;
    let links = sending.sent(NEW);
    let [first, second] = &links[..] else { panic!("{links:?}") };
    let mut newcomer = sending.clinic.plain();
    let page = staff::accept(&mut newcomer, first, "新人 花").await;
    let app = staff::code_of(&sending.clinic, &page);
    let page = newcomer.submit(page.form("確認して登録する").fill("確認コード", &app)).await;
    assert_eq!(page.path(), "/console/recovery-codes", "{}", page.text());
    for link in [first, second] {
        assert_eq!(code(&mut sending.clinic.plain(), link).await, 410);
    }
}

#[tokio::test]
async fn both_links_of_a_mail_that_was_sent_twice_work_until_one_is_used() {
    let sending = Sending::new().await;
    sending.server.fail(INVITED, 1, Fault::CutBeforeReply);
    let mut browser = sending.clinic.plain();
    ask_for_mail(&mut browser, "/sign-up", INVITED).await;
    sending.send().await;
    sending.send_again().await;
    let links = sending.sent(INVITED);
    let [first, second] = &links[..] else { panic!("{links:?}") };
    assert_ne!(first, second);
    for link in [first, second] {
        assert_eq!(code(&mut browser, link).await, 200);
    }
    assert_eq!(sign_up(&mut browser, first).await, "/sign-up/person");
    for link in [first, second] {
        assert_eq!(code(&mut sending.clinic.plain(), link).await, 410);
    }
}

#[tokio::test]
async fn a_mail_that_is_sent_again_opens_nothing_whose_link_was_used() {
    let sending = Sending::new().await;
    sending.server.fail(INVITED, 1, Fault::CutBeforeReply);
    let mut browser = sending.clinic.plain();
    ask_for_mail(&mut browser, "/sign-up", INVITED).await;
    sending.send().await;
    assert_eq!(sign_up(&mut browser, &sending.sent(INVITED)[0]).await, "/sign-up/person");
    sending.send_again().await;
    assert_eq!(code(&mut sending.clinic.plain(), &sending.sent(INVITED)[1]).await, 410);
}

#[tokio::test]
async fn l3_a_mail_that_comes_late_opens_nothing_beside_a_newer_one() {
    let sending = Sending::new().await;
    let mut browser = sending.clinic.plain();
    sending.server.fail(INVITED, 1, Fault::Busy);
    ask_for_mail(&mut browser, "/sign-up", INVITED).await;
    sending.send().await;
    ask_for_mail(&mut browser, "/sign-up", INVITED).await;
    sending.send().await;
    sending.send_again().await;
    let links = sending.sent(INVITED);
    let [newer, late] = &links[..] else { panic!("{links:?}") };
    assert_eq!(code(&mut browser, late).await, 410);
    assert_eq!(sign_up(&mut browser, newer).await, "/sign-up/person");
}

#[tokio::test]
async fn p5_guesses_by_all_copies_of_a_mail_are_counted_as_those_of_one_link() {
    let sending = Sending::new().await;
    sending.server.fail(TARO, 1, Fault::CutBeforeReply);
    sending.offer_to_taro(&mut sending.clinic.signed_in(HANAKO).await).await;
    sending.send().await;
    sending.send_again().await;
    let links = sending.sent(TARO);
    assert_eq!(links.len(), 2);
    let mut taro = sending.clinic.signed_in(TARO).await;
    for guess in 1..=5 {
        let page = taro.get(&links[guess % 2]).await;
        let page = taro.submit(page.form("受け取る")).await;
        assert_eq!(page.code(), if guess < 5 { 422 } else { 410 }, "{guess}: {}", page.text());
    }
    for link in &links {
        assert_eq!(code(&mut taro, link).await, 410);
    }
}
