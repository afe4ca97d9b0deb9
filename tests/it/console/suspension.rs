//! Stopping Web受付 and closing slots: what is booked there is seen first, patients are told why, and it can be taken back.

use crate::harness::booked::{self, FRIDAY};
use crate::harness::booking::{calendar, choose, to_confirmation};
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{CLEANING, GENERAL, SAKURA};
use crate::harness::page::Page;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, RECEPTION};
use mypage::clinic::ClinicId;
use mypage::slots::{Suspension, rows};
use mypage::staff::Role;

/// Wednesday, the first day of the tests, at ten.
const TODAY: &str = "/console/c/sakura/days/2026-04-01";
const THURSDAY: &str = "/console/c/sakura/days/2026-04-02";

async fn open() -> (Clinic, Browser) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let browser = staff::session(&clinic, RECEPTION).await;
    (clinic, browser)
}

fn stored(clinic: &Clinic, day: time::Date) -> Vec<Suspension> {
    let sakura = ClinicId::parse(SAKURA).unwrap();
    clinic.floor.store.read_blocking(clinic.now(), |r| rows::suspensions_of(r, &sakura, day)).unwrap()
}

/// Closes Thursday morning from 9:00 until 12:00 for what is given, up to the page that confirms it.
async fn closes(browser: &mut Browser, menus: &str) -> Page {
    let form = browser.get(&format!("{THURSDAY}/suspensions/slots")).await.form("確認へ");
    let form = form.fill("開始", "９：００").fill("終了", "12:00").forge("menus", menus);
    let form = form.fill("患者さんへの案内文", "院長不在のため").fill("案内文(英語)", "The doctor is away");
    browser.submit(form.fill("止める理由(スタッフ用)", "学会")).await
}

/// What a patient reads of Thursday in the calendar of a menu.
async fn calendar_says(clinic: &Clinic, menu: &str, lang: &str) -> String {
    let browser = clinic.plain();
    let mut browser = if lang == "en" { browser.in_english() } else { browser };
    browser.get(&format!("{}&day=2026-04-02", calendar(menu, "first"))).await.text()
}

#[tokio::test]
async fn closing_slots_shows_first_who_is_booked_there_and_bars_calendar_and_commit() {
    for htmx in [false, true] {
        let (clinic, browser) = open().await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        // Somebody is about to confirm 9:30 on that day.
        let mut patient = clinic.signed_in(HANAKO).await;
        let confirming = to_confirmation(&mut patient, HANAKO).await;
        booked::on(&clinic, TARO, FRIDAY.previous_day().unwrap(), "10:00").await;
        let page = closes(&mut browser, "all").await;
        assert_eq!(page.code(), 200, "{}", page.text());
        assert!(page.text().contains("10:00") && page.text().contains("予約が1件あります"), "{}", page.text());
        assert_eq!(stored(&clinic, FRIDAY.previous_day().unwrap()), [], "nothing is stopped before it is confirmed");
        let page = browser.submit(page.form("枠を閉じる")).await;
        assert!(page.text().contains("枠の閉鎖 9:00〜12:00") && page.text().contains("学会"), "{}", page.text());
        assert!(page.text().contains("uketsuke さん"), "who did it: {}", page.text());
        // In a line of its own, which everybody sees; the cells have room for a word.
        for (lang, said) in
            [("ja", "9:00〜11:30 受付停止(院長不在のため)"), ("en", "9:00–11:30 paused (The doctor is away)")]
        {
            let text = calendar_says(&clinic, GENERAL, lang).await;
            assert!(text.contains(said), "{said}: {text}");
        }
        let refused = patient.submit(confirming.form("予約を確定する")).await;
        assert!(refused.text().contains("受付を停止しています(院長不在のため)"), "{}", refused.text());
        assert!(!browser.get(THURSDAY).await.text().contains("山田 花子"));
    }
}

#[tokio::test]
async fn one_press_fills_in_a_part_of_the_day_and_loses_nothing() {
    for htmx in [false, true] {
        let (clinic, browser) = open().await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        let page = browser.get(&format!("{THURSDAY}/suspensions/slots")).await;
        assert!(page.text().contains("2026年4月2日(木)"), "the day: {}", page.text());
        assert!(page.text().contains("共用: ") && !page.text().contains("chairs"), "no id: {}", page.text());
        for (span, from, until) in [("9:00〜18:00", "9:00", "18:00"), ("14:00〜18:00", "14:00", "18:00")] {
            let form = page.form("確認へ").fill("止める理由(スタッフ用)", "学会").pressing(span).expect("the button");
            let filled = browser.submit(form).await;
            assert_eq!(filled.code(), 200);
            let form = filled.form("確認へ");
            let values = ["from", "until", "reason"].map(|name| form.value(name));
            assert_eq!(values, [from, until, "学会"], "{span}");
            assert_eq!(stored(&clinic, FRIDAY.previous_day().unwrap()), [], "nothing is closed by it");
        }
        let today = browser.get(&format!("{TODAY}/suspensions/slots")).await.form("確認へ");
        assert!(today.buttons().iter().any(|span| span == "10:00〜12:00"), "from now on: {:?}", today.buttons());
    }
}

#[tokio::test]
async fn who_is_booked_in_slots_that_are_closed_since_is_marked() {
    let (clinic, mut browser) = open().await;
    booked::on(&clinic, TARO, FRIDAY.previous_day().unwrap(), "10:00").await;
    let page = closes(&mut browser, &format!("menu.{GENERAL}")).await;
    browser.submit(page.form("枠を閉じる")).await;
    for view in [THURSDAY.to_owned(), format!("{THURSDAY}/grid")] {
        let page = browser.get(&view).await;
        assert!(page.text().contains("閉じた枠"), "{view}: {}", page.text());
        assert!(page.text().contains("枠の閉鎖 一般内科"), "for what: {view}: {}", page.text());
    }
}

#[tokio::test]
async fn it_can_be_taken_back_and_stays_on_record() {
    let (clinic, mut browser) = open().await;
    let page = closes(&mut browser, "all").await;
    let page = browser.submit(page.form("枠を閉じる")).await;
    let resume = page.form("解除する");
    browser.submit(resume.clone()).await;
    browser.submit(resume).await;
    let mut patient = clinic.plain();
    let page = patient.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    choose(&mut patient, &page, "4月2日(木)", "9:30").await;
    let [one] = stored(&clinic, FRIDAY.previous_day().unwrap()).try_into().expect("one");
    let me = staff::find(&clinic, RECEPTION).id;
    assert_eq!((one.begun, one.ended), ((clinic.now(), Some(me)), Some((clinic.now(), Some(me)))));
    let page = browser.get(&format!("{THURSDAY}/suspensions")).await;
    assert!(page.text().contains("解除 4/1(水)10:00"), "{}", page.text());
}

#[tokio::test]
async fn one_menu_is_closed_and_the_others_are_not() {
    let (clinic, mut browser) = open().await;
    let page = closes(&mut browser, &format!("menu.{GENERAL}")).await;
    browser.submit(page.form("枠を閉じる")).await;
    assert!(calendar_says(&clinic, GENERAL, "ja").await.contains("停止"));
    assert!(!calendar_says(&clinic, CLEANING, "ja").await.contains("停止"));
}

#[tokio::test]
async fn web_bookings_are_paused_for_today_or_the_morning_and_resume_by_themselves() {
    let (clinic, mut browser) = open().await;
    let path = format!("{TODAY}/suspensions/web");
    let says = async |text: &str| {
        let page = clinic.plain().get(&format!("{}&day=2026-04-01", calendar(GENERAL, "first"))).await.text();
        assert!(page.contains(text), "{text}: {page}");
    };
    let page = browser.get(&path).await;
    let page = browser.submit(page.form("確認へ").choose("12:00まで")).await;
    browser.submit(page.form("Web受付を止める")).await;
    let book = browser.get(TODAY).await;
    assert!(book.text().contains("Web受付を停止中(12:00まで)"), "{}", book.text());
    says("14:00 を選ぶ").await;
    assert!(
        !clinic
            .plain()
            .get(&format!("{}&day=2026-04-01", calendar(GENERAL, "first")))
            .await
            .text()
            .contains("11:30 を選ぶ")
    );
    browser.submit(book.form("解除する")).await;
    says("11:30 を選ぶ").await;
    let page = browser.get(&path).await;
    let page = browser.submit(page.form("確認へ").choose("今日いっぱい")).await;
    browser.submit(page.form("Web受付を止める")).await;
    says("この日のWeb予約は、受付を停止しています").await;
    assert_eq!(browser.get(&format!("{THURSDAY}/suspensions/web")).await.code(), 404, "from now on means today");
    assert!(browser.get(&format!("{THURSDAY}/suspensions")).await.text().contains("当日だけ"), "which is said");
    clinic.minutes_pass(24 * 60);
    let mut browser = staff::session(&clinic, RECEPTION).await;
    assert!(!browser.get(THURSDAY).await.text().contains("停止中"));
}

#[tokio::test]
async fn a_wrong_time_is_said_beside_its_field_and_what_was_typed_stays() {
    let (clinic, mut browser) = open().await;
    for (from, until, wrong) in
        [("9:5", "12:00", "from"), ("9時", "8時半", "until"), ("", "12:00", "from"), ("9:00", "25:00", "until")]
    {
        let form = browser.get(&format!("{THURSDAY}/suspensions/slots")).await.form("確認へ");
        let form = form.fill("開始", from).fill("終了", until).fill("患者さんへの案内文", "研修");
        let page = browser.submit(form).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec![wrong.to_owned()]), "{from}-{until}");
        assert_eq!(page.form("確認へ").value("words"), "研修");
    }
    let form = browser.get(&format!("{TODAY}/suspensions/slots")).await.form("確認へ");
    let page = browser.submit(form.fill("開始", "8:00").fill("終了", "9:30")).await;
    assert_eq!(page.wrong_fields(), ["until"], "it is over already");
    let thursday = FRIDAY.previous_day().unwrap();
    for day in [thursday, thursday.previous_day().unwrap()] {
        assert_eq!(stored(&clinic, day), []);
    }
}

#[tokio::test]
async fn a5_who_stopped_it_and_for_which_clinic_is_no_field_of_the_form() {
    let (clinic, mut browser) = open().await;
    let page = closes(&mut browser, "all").await;
    let form = page.form("枠を閉じる").forge("staff", "somebody").forge("clinic", "momiji").forge("number", "7");
    browser.submit(form.forge("begun", "0").forge("ended", "0").forge("what", "Web")).await;
    let [one] = stored(&clinic, FRIDAY.previous_day().unwrap()).try_into().expect("one");
    assert_eq!((one.number, one.ended, one.begun.1), (1, None, Some(staff::find(&clinic, RECEPTION).id)));
    assert_eq!(one.what, mypage::slots::Suspended::Slots);
}

#[tokio::test]
async fn a2_what_another_clinic_has_stopped_is_not_there() {
    let (clinic, mut browser) = open().await;
    let page = closes(&mut browser, "all").await;
    let page = browser.submit(page.form("枠を閉じる")).await;
    let number = page.form("解除する").value("number");
    let momiji = mypage::clinic::Clinic { id: ClinicId::parse("momiji").unwrap(), ..crate::harness::clinics::sakura() };
    crate::harness::clinics::open(&clinic.floor, momiji, Vec::new()).await;
    staff::add(&clinic.floor, "hoka@example.jp", "momiji", Role::Owner).await;
    let mut stranger = staff::session(&clinic, "hoka@example.jp").await;
    let proof = stranger.get("/console/c/momiji").await.form("ログアウト").value("_csrf");
    for at in ["momiji", SAKURA] {
        let fields = [("_csrf".to_owned(), proof.clone()), ("number".to_owned(), number.clone())];
        let path = format!("/console/c/{at}/days/2026-04-02/suspensions");
        assert_eq!(stranger.send(Ask::posting(&path, &fields)).await.code(), 404, "{at}");
    }
    assert!(stored(&clinic, FRIDAY.previous_day().unwrap())[0].stands());
}

#[tokio::test]
async fn what_is_to_be_confirmed_stands_in_the_address_and_nothing_else_leads_there() {
    let (clinic, mut browser) = open().await;
    let page = closes(&mut browser, "all").await;
    assert_eq!(page.path(), format!("{THURSDAY}/suspensions/slots/confirmation"));
    let bare = browser.get(&format!("{THURSDAY}/suspensions/slots/confirmation")).await;
    assert_eq!(bare.path(), format!("{THURSDAY}/suspensions/slots"), "there is nothing to confirm");
    assert_eq!(stored(&clinic, FRIDAY.previous_day().unwrap()), []);
}
