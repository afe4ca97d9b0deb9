//! The moment of booking: who is faster, who presses twice, whose disk fails, and who may not.

use crate::harness::booking::{
    all, as_patient, calendar, cancel_all, choose, code, only, sakura, to_confirmation, to_person,
};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::{self, GENERAL, VACCINE, menu, sakura as model};
use crate::harness::engine::failing::Failing;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::fill_in;
use mypage::account::Relation;
use mypage::clinic::rows::put as put_clinic;
use mypage::clinic::{BookingPolicy, Clinic as Model, Menu};
use mypage::person::Draft;
use mypage::session;
use mypage::store::Store;

const BOOK: &str = "予約を確定する";

#[tokio::test]
async fn b3_a_double_click_and_a_lost_reply_make_one_reservation() {
    let clinic = sakura().await;
    for (mut browser, email) in clinic.both().into_iter().zip([HANAKO, TARO]) {
        clinic.sign_in(&mut browser, email).await;
        let form = to_confirmation(&mut browser, email).await.form(BOOK);
        let mut twin = browser.clone();
        let (first, second) = tokio::join!(browser.submit(form.clone()), twin.submit(form.clone()));
        assert_eq!((first.h1(), second.h1()), ("予約確定".to_owned(), "予約確定".to_owned()));
        clinic.minutes_pass(30);
        let again = browser.submit(form).await;
        assert_eq!((again.path(), again.h1().as_str()), (first.path(), "予約確定"), "resent");
        assert_eq!(first.role("status"), again.role("status"), "the same number");
        for path in ["", "/confirmation", "/slots"] {
            let page = browser.get(&first.path().replace("/booked", path)).await;
            assert_eq!(page.path(), first.path(), "{path} of what is booked");
        }
        assert_eq!(clinic.mails_to(email).await.len(), 1);
    }
    assert_eq!(all(&clinic).len(), 2);
}

#[tokio::test]
async fn the_loser_of_the_race_is_told_at_once_offered_the_next_and_keeps_what_was_typed() {
    let clinic = Clinic::new();
    clinics::open(&clinic.floor, model(), vec![Menu { places: 1, ..menu(GENERAL, "一般内科", 0) }]).await;
    for (mut slow, email) in clinic.both().into_iter().zip([HANAKO, TARO]) {
        let page = to_confirmation(&mut slow, email).await;
        let right = code(&clinic, email).await;
        clinic.minutes_pass(9);
        let page = slow.submit(page.form("確認コードを送り直す")).await;
        let newer = code(&clinic, email).await;
        clinic.minutes_pass(2);
        let mut quick = clinic.signed_in(HANAKO).await;
        let won = as_patient(&mut quick, HANAKO).await;
        assert_eq!(won.h1(), "予約確定", "a hold ends: {right}");
        clinic.mails_to(HANAKO).await;
        let mut knows = slow.clone();
        let lost = slow.submit(page.form(BOOK).fill("確認コード", &newer)).await;
        assert_eq!((lost.code(), lost.h1().as_str()), (409, "日時を選ぶ"));
        let told = lost.role("alert").unwrap();
        assert!(told.contains("満員になりました") && told.contains("入力した内容は残っています"), "{told}");
        let page = choose(&mut slow, &lost, "4月2日(木)", "10:00").await;
        assert_eq!(page.h1(), "予約内容の確認", "straight on");
        assert_eq!(knows.get(page.path()).await.code(), 404, "the old token gains nothing from the proof");
        assert!(!page.has_button("確認コードを送り直す"), "the address was proved, the race notwithstanding");
        let page = slow.submit(page.form(BOOK)).await;
        assert_eq!(page.h1(), "予約確定");
        assert_eq!(clinic.mails_to(email).await.len(), 1);
        cancel_all(&clinic).await;
    }
}

#[tokio::test]
async fn b1_of_many_who_confirm_at_once_only_as_many_win_as_there_are_places() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut ready = Vec::new();
    for guest in 0..6 {
        let mut browser = clinic.plain().at(&format!("203.0.113.{guest}"));
        let address = format!("guest{guest}@example.jp");
        let page = to_person(&mut browser).await;
        let page = browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", &address)).await;
        let code = code(&clinic, &address).await;
        ready.push((browser, page.form(BOOK).fill("確認コード", &code)));
        clinic.minutes_pass(10 * i64::from(guest % 2));
    }
    let sent = ready.into_iter().map(|(mut browser, form)| async move { browser.submit(form).await.code() });
    let codes = futures_util::future::join_all(sent).await;
    assert_eq!(all(&clinic).len(), codes.iter().filter(|code| **code == 200).count());
    assert!(all(&clinic).len() <= 2, "{codes:?}");
    assert!(codes.iter().all(|code| [200, 409, 422].contains(code)), "{codes:?}");
}

/// Books with a disk whose n-th commit fails; gives the last answer, and how many reservations are stored. `None` when
/// there was no clinic to book at.
async fn book_while_failing(at: usize) -> Option<(Page, usize)> {
    let store = Store::with_engine(Failing::at(at)).ok()?;
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    clinic.ignore_mail();
    let policy = BookingPolicy { guest_code: false, ..BookingPolicy::default() };
    let open = Model { booking: policy, ..model() };
    clinic.floor.store.write(clinic.now(), move |tx| put_clinic(tx, &open, &clinics::menus())).await.ok()?;
    let mut browser = clinic.plain();
    let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    let mut page = choose(&mut browser, &page, "4月2日(木)", "9:30").await;
    for button in ["確認へ", BOOK] {
        if page.code() == 200 {
            let form = page.form(button);
            let fill = |form| fill_in(form, HANAKO).fill("メールアドレス", HANAKO);
            page = browser.submit(if button == BOOK { form } else { fill(form) }).await;
        }
    }
    Some((page, all(&clinic).len()))
}

#[tokio::test]
async fn b4_when_a_commit_fails_the_page_does_not_say_that_it_is_booked() {
    let (mut done, mut failed) = (0, 0);
    for at in 0..8 {
        let Some((page, stored)) = book_while_failing(at).await else { continue };
        let says_so = page.h1() == "予約確定";
        assert_eq!(usize::from(says_so), stored, "commit {at}: {}", page.h1());
        assert!(says_so || page.code() >= 500, "commit {at}: {}", page.code());
        done += usize::from(says_so);
        failed += usize::from(!says_so);
    }
    assert!(
        done > 0 && failed >= 3,
        "{done} were booked, {failed} were not: choosing, typing and booking all fail once"
    );
}

#[tokio::test]
async fn what_was_looked_at_is_what_is_booked() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = to_confirmation(&mut browser, HANAKO).await;
        let old = page.form(BOOK);
        // In another window of the same browser.
        let calendar = browser.follow(&page, "別の日時を選ぶ").await;
        choose(&mut browser, &calendar, "4月2日(木)", "11:00").await;
        let page = browser.submit(old).await;
        assert_eq!(page.code(), 409);
        assert!(page.role("alert").unwrap().contains("日時または受診者が変更されています"));
        assert_eq!(page.overview("日時").as_deref(), Some("2026年(令和8年)4月2日(木)11:00"));
        assert!(all(&clinic).is_empty());
    }
}

#[tokio::test]
async fn s4_a_patient_who_was_signed_out_elsewhere_signs_in_first_and_nothing_is_booked() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = to_confirmation(&mut browser, HANAKO).await;
        let subject = people::find(&clinic.floor, HANAKO).unwrap().id.subject();
        clinic.floor.store.write(clinic.now(), move |tx| session::end_all(tx, subject)).await.unwrap();
        let before = rows::all(&clinic.floor.store);
        let out = browser.submit(page.form(BOOK)).await;
        assert_eq!(out.path(), "/sign-in");
        let booking = page.path().trim_end_matches("/confirmation");
        for rest in ["", "/slots", "/confirmation", "/booked"] {
            assert_eq!(browser.get(&format!("{booking}{rest}")).await.path(), "/sign-in", "{rest}");
        }
        assert!(all(&clinic).is_empty());
        // What was sent is kept for the page, so that it goes on there after signing in.
        let changed = rows::differences(&before, &rows::all(&clinic.floor.store));
        let others = changed.iter().filter(|key| !key.starts_with("kept-form\0") && !key.starts_with("throttle\0"));
        assert_eq!(others.count(), 0, "{changed:?}");
    }
}

#[tokio::test]
async fn ages_and_the_limit_are_said_before_anything_is_confirmed() {
    let clinic = sakura().await;
    let account = people::register(&clinic.floor, HANAKO).await;
    let draft = people::draft(HANAKO).clone();
    let draft = Draft { given_name: "小花".to_owned(), birth_date: "2024-01-15".to_owned(), ..draft };
    let child = people::add_relative(&clinic.floor, account.id, Relation::Other, &draft).await;
    let own = people::own(&clinic.floor, account.id).id;
    let path = format!("{}&day=2026-04-02", calendar(VACCINE, "first"));
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get(&path).await;
        let page = choose(&mut browser, &page, "4月2日(木)", "9:00").await;
        let page = browser.submit(page.form("確認へ").forge("who", &own.text())).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who".to_owned()]));
        assert!(page.beside("who").unwrap().contains("生後2か月から15歳まで"));
        let page = browser.submit(page.form("確認へ").forge("who", &child.text())).await;
        if all(&clinic).is_empty() {
            browser.submit(page.form(BOOK)).await;
            assert_eq!(only(&clinic).attendee.person.name.given, "小花");
            clinic.mail_to(HANAKO).await;
            let page = browser.get(&path).await;
            let page = choose(&mut browser, &page, "4月2日(木)", "9:15").await;
            let page = browser.submit(page.form("確認へ").forge("who", &child.text())).await;
            assert_eq!((page.code(), page.h1().as_str()), (409, "すでにご予約があります"));
            assert!(page.role("alert").unwrap().contains("お一人1件まで"), "{}", page.text());
        } else {
            assert_eq!((page.code(), page.h1().as_str()), (409, "すでにご予約があります"), "the same child again");
        }
    }
}
