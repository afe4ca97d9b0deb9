//! What the operator's page says: an all-clear, and each trouble in words that somebody can act on.

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::SAKURA;
use crate::harness::engine::troubled::Troubled;
use crate::harness::page::{Page, each, said};
use crate::harness::staff::{self, OWNER};
use mypage::lang::Lang;
use mypage::mail::{EmailAddress, Letter, outbox};
use mypage::operator::CEILINGS;
use mypage::staff::Role;
use mypage::store::{Health, Store};
use mypage::work::{Actor, Caller, Stop, UncleanStop, Work, note_run, note_unclean_stop};
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const PAGE: &str = "/console/operator";

async fn open(store: Store) -> (Clinic, Browser) {
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let browser = staff::signed_in(&clinic, OWNER).await;
    (clinic, browser)
}

async fn usual() -> (Clinic, Browser) {
    open(Setup::default().store).await
}

/// The titles of all matters, in their order.
fn matters(page: &Page) -> Vec<String> {
    each(page.html().root_element(), ".alert h3").into_iter().map(said).collect()
}

#[tokio::test]
async fn an_all_clear_reads_as_one() {
    let (_clinic, mut browser) = usual().await;
    let page = browser.get(PAGE).await;
    assert!(
        page.role("status").is_some_and(|said| said.starts_with("対応が必要なことはありません")),
        "{}",
        page.text()
    );
    assert_eq!(matters(&page), Vec::<String>::new());
    assert_eq!(page.overview("送信待ち").as_deref(), Some("ありません"));
    assert_eq!(page.overview("バージョン").as_deref(), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(page.overview("最後の異常終了").as_deref(), Some("記録はありません"));
    let page = browser.submit(page.form("English")).await;
    assert!(
        page.role("status").is_some_and(|said| said.starts_with("Nothing needs your attention")),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn damage_is_told_with_the_command_to_type() {
    let store = Store::with_engine(Troubled::damaged("page 7 is not as it was written")).unwrap();
    let (_clinic, mut browser) = open(store).await;
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), ["データファイルが壊れています"]);
    assert!(page.role("alert").is_some_and(|said| said.contains("mypage check")), "{}", page.text());
    assert!(page.text().contains("page 7 is not as it was written"));
    assert_eq!(page.overview("データファイル").as_deref(), Some("壊れています"));
}

#[tokio::test]
async fn d5_read_only_is_told_with_its_cause_for_as_long_as_it_lasts() {
    let full = Arc::<AtomicBool>::default();
    let (clinic, mut browser) = open(Store::with_engine(Troubled::full_when(&full)).unwrap()).await;
    assert_eq!(matters(&browser.get(PAGE).await), Vec::<String>::new());
    full.store(true, Ordering::SeqCst);
    let refused = clinic.floor.store.write(clinic.now(), |tx| note_run(tx, tx.now())).await;
    assert!(refused.is_err() && clinic.floor.store.health() != Health::Writable);
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), ["予約や変更を受け付けられません"], "{}", page.text());
    let told = page.role("alert").unwrap();
    assert!(told.contains("ディスクの空きがありません") && told.contains("df -h"), "{told}");
    full.store(false, Ordering::SeqCst);
    clinic.floor.store.recover().unwrap();
    assert_eq!(matters(&browser.get(PAGE).await), Vec::<String>::new());
}

#[tokio::test]
async fn a_full_disk_comes_behind_damage_and_before_mails_that_wait() {
    let (clinic, mut browser) = open(Store::with_engine(Troubled::damaged("a page")).unwrap()).await;
    let now = clinic.now();
    let letter = Letter::new(Lang::Ja, EmailAddress::parse("hanako@example.jp").unwrap(), "ご予約の確認");
    clinic.floor.store.write(now, move |tx| outbox::add(tx, &letter)).await.unwrap();
    assert_eq!(matters(&browser.get(PAGE).await), ["データファイルが壊れています"], "it may go out at once");
    clinic.minutes_pass(16);
    clinic.floor.log.warn("mail_later").for_operator().with("why", "connecting: refused").write();
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), ["データファイルが壊れています", "メールが届いていません"]);
    assert!(page.text().contains("connecting: refused"), "{}", page.text());
    assert!(page.overview("送信待ち").is_some_and(|said| said.starts_with("1通(")), "{}", page.text());
}

#[tokio::test]
async fn p8_a_limit_on_everybody_is_told_while_it_is_reached_and_afterwards() {
    let (clinic, mut browser) = usual().await;
    let (limit, _) = CEILINGS[0];
    let spend = clinic.floor.store.write(clinic.now(), move |tx| {
        let config =
            mypage::config::Config::from_environment([("MYPAGE_MAIL_MODE".to_owned(), "kept".to_owned())].into_iter())
                .unwrap();
        let caller = Caller::without_browser(Actor::System, Lang::Ja);
        Work::run(tx, &config, &caller, |work| {
            (0..limit.most).try_for_each(|_| work.count(&[limit.in_all()]))?;
            Ok::<_, Stop<Infallible>>(())
        })
        .map(drop)
    });
    spend.await.unwrap();
    clinic.floor.log.error("limit_reached").for_operator().with("what", limit.name).write();
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), ["全体の上限に達しました"]);
    assert!(page.text().contains("1時間に依頼できるメールの数"), "{}", page.text());
    clinic.minutes_pass(61);
    let mut browser = staff::signed_in(&clinic, OWNER).await;
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), ["全体の上限に達した時間がありました"], "{}", page.text());
    assert!(page.role("status").is_some(), "nothing is left to be done");
}

#[tokio::test]
async fn what_is_over_is_told_for_a_while() {
    let (clinic, mut browser) = usual().await;
    let now = clinic.now();
    clinic.floor.log.warn("clock_jumped").for_operator().with("seconds", -7_200).write();
    let stop = UncleanStop { ran_until: Some(now.plus_hours(-2)), noticed: now.plus_hours(-1) };
    clinic.floor.store.write(now, move |tx| note_unclean_stop(tx, stop)).await.unwrap();
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), ["サーバーの時計が動かされました", "前回は正しく終了していませんでした"]);
    assert!(page.text().contains("約2時間戻りました"), "{}", page.text());
    assert!(page.role("status").is_some_and(|said| said.starts_with("対応が必要なことはありません")));
    clinic.floor.clock.advance_to(now.plus_days(8));
    let mut browser = staff::signed_in(&clinic, OWNER).await;
    let page = browser.get(PAGE).await;
    assert_eq!(matters(&page), Vec::<String>::new());
    assert!(page.overview("最後の異常終了").is_some_and(|said| said.contains("突然止まり")), "{}", page.text());
}
