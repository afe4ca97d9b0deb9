//! The page on which an operator says how mails are sent.

use crate::harness::booked;
use crate::harness::booking::to_confirmation;
use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::{self, SAKURA};
use crate::harness::form::Form;
use crate::harness::page::{Page, each, said};
use crate::harness::people::TARO;
use crate::harness::smtp::{Setup as Smtp, SmtpServer};
use crate::harness::staff::{self, OWNER};
use mypage::config::Delivery;
use mypage::lang::Lang;
use mypage::mail::{ConsoleRoute, EmailAddress, Letter, MailRoute, Worker, outbox};
use mypage::staff::{Role, support};
use mypage::store::Store;

const PAGE: &str = "/console/operator/mail";
const SECRET: &str = "umi no mieru machi";

fn of_console(store: Store) -> Clinic {
    let settings = vec![("MYPAGE_MAIL_MODE", "console".to_owned())];
    let clinic = Clinic::open(Setup { store, settings, ..Setup::default() });
    clinic.ignore_mail();
    clinic
}

async fn open() -> (Clinic, Browser) {
    let clinic = of_console(Setup::default().store);
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let browser = staff::signed_in(&clinic, OWNER).await;
    (clinic, browser)
}

/// The form as it is filled in for a server of this machine.
fn filled(page: &Page, port: u16, password: &str) -> Form {
    let form = page.form("保存する").fill("差出人のメールアドレス", "yoyaku@sakura.example");
    let form = form.fill("送信サーバー", "１２７.0.0.1").fill("ポート番号", &port.to_string());
    let form = form.choose("なし(送信サーバーがこのサービスと同じコンピューターにあるときだけ)");
    form.fill("ユーザー名", "yoyaku").fill("パスワード", password)
}

/// A worker that sends as the console says.
fn worker(clinic: &Clinic) -> Worker {
    let Delivery::Console(console) = &clinic.floor.config.mail.delivery else { panic!("set elsewhere") };
    let floor = &clinic.floor;
    let route = MailRoute::Console(ConsoleRoute::new(console.clone(), "マイページ", floor.config.base_url()));
    Worker::new(floor.store.clone(), floor.clock.clone(), floor.log.clone(), route)
}

fn waiting(clinic: &Clinic) -> usize {
    clinic.floor.store.read_blocking(clinic.now(), |r| outbox::list(r, 10)).unwrap().len()
}

#[tokio::test]
async fn mails_wait_until_it_is_said_how_they_are_sent() {
    let (clinic, mut operator) = open().await;
    let letter = Letter::new(Lang::Ja, EmailAddress::parse("hanako@example.jp").unwrap(), "ご予約の確認");
    clinic.floor.store.write(clinic.now(), move |tx| outbox::add(tx, &letter)).await.unwrap();
    assert!(worker(&clinic).run_due_once().await.unwrap().is_empty());
    assert_eq!(waiting(&clinic), 1);
    let page = operator.get("/console/operator").await;
    let matters: Vec<String> = each(page.html().root_element(), ".alert h3").into_iter().map(said).collect();
    assert_eq!(matters[0], "メールの設定がまだ済んでいません");
    let hurry = "お急ぎの方は、クリニックへお電話ください";
    for path in ["/sign-up", "/password-reset"] {
        let page = clinic.plain().get(path).await;
        assert!(page.text().contains(hurry), "{path}: {}", page.text());
    }
    let server = SmtpServer::start(Smtp::plain().login("yoyaku", SECRET)).await;
    let page = operator.get(PAGE).await;
    assert!(page.text().contains("まだ設定されていません"), "{}", page.text());
    let page = operator.submit(filled(&page, server.port(), SECRET)).await;
    assert!(page.text().contains("保存しました"), "{}", page.text());
    assert!(!String::from_utf8_lossy(&page.body).contains(SECRET), "nobody reads it again");
    assert_eq!(worker(&clinic).run_due_once().await.unwrap().len(), 1);
    assert_eq!(waiting(&clinic), 0);
    let sent = server.inbox().wait_for("hanako@example.jp").await;
    assert_eq!((sent.from.as_str(), sent.user.as_deref()), ("yoyaku@sakura.example", Some("yoyaku")));
    assert!(!clinic.plain().get("/sign-up").await.text().contains(hurry));
    let page = operator.get("/console/operator").await;
    assert!(!page.text().contains("メールの設定がまだ"), "{}", page.text());
    // It is there after a restart.
    let again = of_console(clinic.floor.store.clone());
    assert_eq!(again.floor.config.mail.from().email.to_string(), "yoyaku@sakura.example");
    let logged = clinic.floor.log.lines().join("\n");
    assert!(logged.contains("event=mail_account_set") && !logged.contains(SECRET), "{logged}");
    assert!(!format!("{:?}", again.floor.config).contains(SECRET));
}

#[tokio::test]
async fn a_test_mail_arrives_or_says_what_to_look_at() {
    let (clinic, mut operator) = open().await;
    let server = SmtpServer::start(Smtp::plain().login("yoyaku", SECRET)).await;
    let page = operator.get(PAGE).await;
    assert!(!page.text().contains("テストメールを送る"), "{}", page.text());
    let page = operator.submit(filled(&page, server.port(), "chigau")).await;
    let page = operator.submit(page.form("テストメールを送る")).await;
    assert_eq!(page.code(), 422);
    assert!(page.role("alert").unwrap().contains("ユーザー名かパスワードを受け付けませんでした"), "{}", page.text());
    let page = operator.submit(filled(&page, server.port(), SECRET)).await;
    let page = operator.submit(page.form("テストメールを送る")).await;
    assert!(page.text().contains(&format!("{OWNER}へのテストメールを受け取りました")), "{}", page.text());
    let sent = server.inbox().wait_for(OWNER).await;
    assert_eq!((sent.to.as_str(), sent.user.as_deref()), (OWNER, Some("yoyaku")));
    assert!(sent.subject().contains("テストメール"), "{}", sent.subject());
    assert_eq!(waiting(&clinic), 0, "it is sent at once or not at all");
    server.set_down(true);
    let page = operator.submit(page.form("テストメールを送る")).await;
    assert!(page.role("alert").unwrap().contains("つながらないか"), "{}", page.text());
    for _ in 0..10 {
        operator.submit(page.form("テストメールを送る")).await;
    }
    assert_eq!(operator.submit(page.form("テストメールを送る")).await.code(), 429);
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
    let (clinic, mut operator) = open().await;
    for (label, text, wrong) in [
        ("差出人のメールアドレス", "", "sender"),
        ("差出人のメールアドレス", "さくら内科", "sender"),
        ("送信サーバー", "smtp.example.jp:587", "host"),
        ("送信サーバー", "smtp.example.jp", "tls"),
        ("ポート番号", "0", "port"),
        ("ユーザー名", "", "user"),
        ("パスワード", "", "account_password"),
    ] {
        let form = filled(&operator.get(PAGE).await, 25, SECRET).fill(label, text);
        let page = operator.submit(form).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec![wrong.to_owned()]), "{label}: {text}");
        assert_eq!(page.form("保存する").value("port"), if label == "ポート番号" { text } else { "25" });
    }
    assert!(!clinic.floor.config.mail.is_ready());
}

#[tokio::test]
async fn a_password_is_kept_for_its_server_and_user_and_goes_to_no_other() {
    let (clinic, mut operator) = open().await;
    let page = operator.get(PAGE).await;
    operator.submit(filled(&page, 25, SECRET)).await;
    let page = operator.get(PAGE).await;
    assert_eq!(page.form("保存する").value("account_password"), "");
    let page = operator.submit(page.form("保存する").fill("差出人の名前", "さくら内科")).await;
    assert!(page.text().contains("保存しました"), "{}", page.text());
    let account = clinic.floor.config.mail.account().unwrap();
    assert_eq!(account.smtp.credentials.as_ref().unwrap().password.expose(), SECRET);
    assert_eq!(account.from.name.as_deref(), Some("さくら内科"));
    for (label, text) in [("送信サーバー", "localhost"), ("ユーザー名", "dareka"), ("ポート番号", "2525")]
    {
        let page = operator.get(PAGE).await;
        let page = operator.submit(page.form("保存する").fill(label, text)).await;
        assert_eq!(page.wrong_fields(), ["account_password"], "{label}");
    }
}

#[tokio::test]
async fn a4_an_operator_who_opens_no_clinics_does_not_say_where_mails_go() {
    let (clinic, mut operator) = open().await;
    let page = operator.get(PAGE).await;
    let address = EmailAddress::parse(OWNER).unwrap();
    let taken = clinic.floor.store.write(clinic.now(), move |tx| support::set_opens_clinics(tx, &address, false));
    taken.await.unwrap();
    assert_eq!(operator.get("/console/operator").await.code(), 200);
    assert!(!operator.get("/console/operator").await.has_link("メールの設定"));
    assert_eq!(operator.get(PAGE).await.code(), 404);
    assert_eq!(operator.submit(filled(&page, 25, SECRET)).await.code(), 404);
    assert!(!clinic.floor.config.mail.is_ready());
}

#[tokio::test]
async fn a_copy_of_the_data_at_another_address_sends_nothing() {
    let (clinic, mut operator) = open().await;
    let page = operator.get(PAGE).await;
    operator.submit(filled(&page, 25, SECRET)).await;
    assert!(clinic.floor.config.mail.is_ready());
    let settings = vec![("MYPAGE_MAIL_MODE", "console".to_owned())];
    let store = clinic.floor.store.clone();
    let copy = Clinic::open(Setup { store, settings, base_url: "http://localhost:9", ..Setup::default() });
    copy.ignore_mail();
    assert!(!copy.floor.config.mail.is_ready());
    assert_eq!(worker(&copy).run_due_once().await.unwrap().len(), 0);
    assert!(!copy.floor.config.mail.is_ready());
}

#[tokio::test]
async fn s6_it_asks_for_password_and_code_after_five_minutes() {
    let (clinic, mut operator) = open().await;
    clinic.minutes_pass(6);
    assert!(operator.get(PAGE).await.path().starts_with("/console/sign-in/again"));
}

#[tokio::test]
async fn where_the_file_says_it_the_page_shows_it_and_sets_nothing() {
    let settings = vec![
        ("MYPAGE_MAIL_MODE", "smtp".to_owned()),
        ("MYPAGE_MAIL_HOST", "smtp.example.jp".to_owned()),
        ("MYPAGE_MAIL_FROM", "no-reply@example.jp".to_owned()),
    ];
    let clinic = Clinic::open(Setup { settings, ..Setup::default() });
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let mut operator = staff::signed_in(&clinic, OWNER).await;
    let page = operator.get(PAGE).await;
    assert!(page.text().contains("smtp.example.jp:587"), "{}", page.text());
    assert!(page.forms().iter().all(|form| form.action != PAGE), "{}", page.text());
}

#[tokio::test]
async fn a_test_that_failed_is_told_until_another_one_succeeds() {
    let (clinic, mut operator) = open().await;
    let server = SmtpServer::start(Smtp::plain().login("yoyaku", SECRET)).await;
    let matters =
        |page: &Page| -> Vec<String> { each(page.html().root_element(), ".alert h3").into_iter().map(said).collect() };
    let page = operator.get(PAGE).await;
    let page = operator.submit(filled(&page, server.port(), "chigau")).await;
    let told = "テストメールを送れませんでした".to_owned();
    assert!(!matters(&operator.get("/console/operator").await).contains(&told), "none was sent");
    operator.submit(page.form("テストメールを送る")).await;
    let page = operator.get("/console/operator").await;
    assert!(matters(&page).contains(&told), "{}", page.text());
    assert!(page.text().contains("もう一度テストメールを送ります"), "{}", page.text());
    // Neither another account nor a restart makes it forget.
    let page = operator.get(PAGE).await;
    let page = operator.submit(filled(&page, server.port(), SECRET)).await;
    assert!(matters(&operator.get("/console/operator").await).contains(&told));
    let again = of_console(clinic.floor.store.clone());
    let mut after_restart = staff::session(&again, OWNER).await;
    assert!(matters(&after_restart.get("/console/operator").await).contains(&told));
    operator.submit(page.form("テストメールを送る")).await;
    let page = operator.get("/console/operator").await;
    assert!(!matters(&page).contains(&told), "{}", page.text());
    server.inbox().wait_for(OWNER).await;
}

#[tokio::test]
async fn the_only_clinic_is_proposed_as_the_sender_until_something_was_typed() {
    let (clinic, mut operator) = open().await;
    let name = clinics::sakura().name;
    let page = operator.get(PAGE).await;
    assert_eq!(page.form("保存する").value("sender_name"), name);
    let refused = operator.submit(page.form("保存する").fill("差出人の名前", "")).await;
    assert_eq!((refused.code(), refused.form("保存する").value("sender_name")), (422, String::new()));
    let form = filled(&operator.get(PAGE).await, 25, SECRET).fill("差出人の名前", "");
    operator.submit(form).await;
    assert_eq!(operator.get(PAGE).await.form("保存する").value("sender_name"), "", "as it was set");
    let two = of_console(Setup::default().store);
    booked::open(&two).await;
    let momiji = mypage::clinic::ClinicId::parse("momiji").unwrap();
    clinics::open(&two.floor, mypage::clinic::Clinic { id: momiji, ..clinics::sakura() }, Vec::new()).await;
    staff::add(&two.floor, OWNER, SAKURA, Role::Owner).await;
    let mut operator = staff::signed_in(&two, OWNER).await;
    assert_eq!(operator.get(PAGE).await.form("保存する").value("sender_name"), "");
    drop(clinic);
}

#[tokio::test]
async fn as_long_as_mails_wait_no_page_says_that_one_was_sent_or_that_web_booking_has_begun() {
    let (clinic, mut operator) = open().await;
    const OPENED: &str = "/console/c/sakura/opened?done=opened";
    let said = operator.get(OPENED).await.role("status").unwrap_or_default();
    assert_eq!(said, "クリニックを登録しました。Web予約を始めるには、次にメールの設定をしてください。");
    for mut browser in clinic.both() {
        let page = browser.get("/sign-up").await;
        let page = browser.submit(page.form("メール送信").fill("メールアドレス", "mika@example.jp")).await;
        assert_eq!(page.h1(), "メールをまだお送りできていません");
        assert!(page.text().contains("メールをお送りできません") && !page.text().contains("届いたメールを開き"));
        clinic.minutes_pass(2);
    }
    let page = to_confirmation(&mut clinic.plain(), TARO).await;
    let said = page.text();
    assert!(said.contains("メールをお送りできません") && !said.contains("お送りした"), "{said}");
    let page = operator.get(PAGE).await;
    operator.submit(filled(&page, 25, SECRET)).await;
    let said = operator.get(OPENED).await.role("status").unwrap_or_default();
    assert_eq!(said, "Web予約の受付が始まりました。");
}
