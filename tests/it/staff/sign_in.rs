//! Signing in to the console.

use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::staff::{self, DOCTOR, OWNER, PASSWORD, RECEPTION};
use crate::harness::{booked, people};
use mypage::mail::EmailAddress;
use mypage::staff::{Role, support};

async fn open() -> Clinic {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    clinic
}

#[tokio::test]
async fn a_password_and_a_code_lead_to_the_book_of_the_clinic() {
    let clinic = open().await;
    for mut browser in clinic.both() {
        clinic.minutes_pass(1);
        staff::sign_in(&clinic, &mut browser, RECEPTION).await;
        let page = browser.get("/console").await;
        assert_eq!(page.path(), "/console/c/sakura");
        assert!(page.text().contains("さくら内科クリニック"), "{}", page.text());
    }
}

#[tokio::test]
async fn p7_a_password_alone_opens_nothing() {
    let clinic = open().await;
    let mut browser = clinic.plain();
    staff::give_password(&mut browser, RECEPTION).await;
    for path in ["/console", "/console/c/sakura"] {
        let page = browser.get(path).await;
        assert!(page.path().starts_with("/console/sign-in"), "{path} leads to {}", page.path());
    }
}

#[tokio::test]
async fn p9_the_same_code_counts_once() {
    let clinic = open().await;
    let code = staff::code(&clinic, RECEPTION);
    let mut first = clinic.plain();
    staff::sign_in(&clinic, &mut first, RECEPTION).await;
    let mut second = clinic.plain();
    staff::give_password(&mut second, RECEPTION).await;
    let page = second.get("/console/sign-in/code").await;
    let page = second.submit(page.form("ログイン").fill("確認コード", &code)).await;
    assert_eq!(page.code(), 422);
    assert!(page.beside("code").is_some_and(|said| said.contains("もう使われました")), "{}", page.text());
    clinic.minutes_pass(1);
    let page = second.submit(page.form("ログイン").fill("確認コード", &staff::code(&clinic, RECEPTION))).await;
    assert!(page.path().starts_with("/console/c/"), "{}", page.path());
}

#[tokio::test]
async fn p4_codes_are_not_guessed() {
    let clinic = open().await;
    let mut browser = clinic.plain();
    staff::give_password(&mut browser, RECEPTION).await;
    let mut refused = 0;
    for guess in 0..12 {
        let page = browser.get("/console/sign-in/code").await;
        let wrong =
            format!("{:06}", (staff::code(&clinic, RECEPTION).parse::<u32>().unwrap() + 10 + guess) % 1_000_000);
        let page = browser.submit(page.form("ログイン").fill("確認コード", &wrong)).await;
        refused += u32::from(page.code() == 429);
        assert!([422, 429].contains(&page.code()), "{}", page.code());
    }
    assert_eq!(refused, 2, "ten guesses are judged");
    let page = browser.get("/console/sign-in/code").await;
    let page = browser.submit(page.form("ログイン").fill("確認コード", &staff::code(&clinic, RECEPTION))).await;
    assert_eq!(page.code(), 429, "the right one as well");
    clinic.minutes_pass(31);
    staff::sign_in(&clinic, &mut browser, RECEPTION).await;
}

#[tokio::test]
async fn a_recovery_code_counts_once() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    let codes = staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    for (typed, works) in [(codes[3].to_uppercase(), true), (codes[3].clone(), false), (codes[4].clone(), true)] {
        let mut browser = clinic.plain();
        staff::give_password(&mut browser, OWNER).await;
        let page = browser.get("/console/sign-in/code").await;
        let page = browser.submit(page.form("ログイン").fill("確認コード", &typed)).await;
        assert_eq!(page.path().starts_with("/console/c/"), works, "{}", page.text());
    }
    assert_eq!(staff::find(&clinic, OWNER).recovery_codes.len(), 8);
}

#[tokio::test]
async fn l6_an_unknown_address_looks_like_a_wrong_password() {
    let clinic = open().await;
    let mut answers = Vec::new();
    for (address, password) in [(RECEPTION, "chigau kotoba desu"), ("dare@example.jp", PASSWORD)] {
        let mut browser = clinic.plain();
        let page = browser.get("/console/sign-in").await;
        let form = page.form("ログイン").fill("メールアドレス", address).fill("パスワード", password);
        let page = browser.submit(form).await;
        assert_eq!(page.code(), 422);
        answers.push(page.without_proofs().replace(address, "…"));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn a_patient_has_no_way_into_the_console_and_the_staff_none_into_an_account() {
    let clinic = open().await;
    people::register(&clinic.floor, people::HANAKO).await;
    let mut patient = clinic.signed_in(people::HANAKO).await;
    assert!(patient.get("/console").await.path().starts_with("/console/sign-in"));
    let token = patient.token();
    patient.put_cookie("staff", &token);
    assert!(patient.get("/console").await.path().starts_with("/console/sign-in"), "a patient's token is no staff's");
    let mut reception = staff::signed_in(&clinic, RECEPTION).await;
    assert!(reception.get("/dashboard").await.path().starts_with("/sign-in"));
    let token = reception.cookie("staff");
    reception.identify(&token);
    assert!(reception.get("/dashboard").await.path().starts_with("/sign-in"));
}

#[tokio::test]
async fn s5_a_session_ends_after_thirty_minutes_without_use_and_after_twelve_hours() {
    let clinic = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    clinic.minutes_pass(29);
    assert_eq!(browser.get("/console/c/sakura").await.code(), 200);
    clinic.written().await;
    clinic.minutes_pass(31);
    assert!(browser.get("/console/c/sakura").await.path().starts_with("/console/sign-in"));
    staff::sign_in(&clinic, &mut browser, RECEPTION).await;
    for _ in 0..28 {
        clinic.minutes_pass(25);
        assert_eq!(browser.get("/console/c/sakura").await.path(), "/console/c/sakura");
        clinic.written().await;
    }
    clinic.minutes_pass(25);
    assert!(browser.get("/console/c/sakura").await.path().starts_with("/console/sign-in"), "after twelve hours");
}

#[tokio::test]
async fn s3_s4_the_token_is_new_and_dead_after_signing_out() {
    let clinic = open().await;
    let mut browser = clinic.plain();
    browser.get("/console/sign-in").await;
    let planted = browser.cookie("staff");
    staff::sign_in(&clinic, &mut browser, RECEPTION).await;
    let token = browser.cookie("staff");
    assert_ne!(planted, token);
    let mut other = clinic.plain();
    other.put_cookie("staff", &planted);
    assert!(other.get("/console").await.path().starts_with("/console/sign-in"));
    let page = browser.get("/console/c/sakura").await;
    assert_eq!(browser.submit(page.form("ログアウト")).await.path(), "/console/sign-in");
    other.put_cookie("staff", &token);
    assert!(other.get("/console").await.path().starts_with("/console/sign-in"), "replayed");
}

#[tokio::test]
async fn a4_who_is_closed_out_is_out_at_the_next_request() {
    let clinic = open().await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    let mut browser = staff::signed_in(&clinic, DOCTOR).await;
    let mut half = clinic.plain();
    staff::give_password(&mut half, DOCTOR).await;
    let address = EmailAddress::parse(DOCTOR).unwrap();
    clinic.floor.store.write(clinic.now(), move |tx| support::set_disabled(tx, &address, true)).await.unwrap();
    assert!(browser.get("/console/c/sakura").await.path().starts_with("/console/sign-in"));
    clinic.minutes_pass(1);
    let page = half.get("/console/sign-in/code").await;
    let page = half.submit(page.form("ログイン").fill("確認コード", &staff::code(&clinic, DOCTOR))).await;
    assert!(page.path().starts_with("/console/sign-in"), "{}", page.path());
    let page = browser.get("/console/sign-in").await;
    let form = page.form("ログイン").fill("メールアドレス", DOCTOR).fill("パスワード", PASSWORD);
    assert!(browser.submit(form).await.text().contains("停止されています"));
}

#[tokio::test]
async fn p4_what_strangers_type_keeps_nobody_out_where_they_have_signed_in_before() {
    let clinic = open().await;
    let mut desk = staff::signed_in(&clinic, RECEPTION).await;
    let page = desk.get("/console/c/sakura").await;
    desk.submit(page.form("ログアウト")).await;
    let mut stranger = clinic.plain();
    let mut last = 0;
    // From the very network of the clinic, and more than a client may do in all.
    for _ in 0..60 {
        let page = stranger.get("/console/sign-in").await;
        let form = page.form("ログイン").fill("メールアドレス", RECEPTION).fill("パスワード", "chigau kotoba desu");
        last = stranger.submit(form).await.code();
    }
    assert_eq!(last, 429);
    clinic.minutes_pass(1);
    staff::sign_in(&clinic, &mut desk, RECEPTION).await;
}

#[tokio::test]
async fn a_wrong_code_is_told_by_name_and_no_more_than_thirty_a_day_are_judged() {
    let clinic = open().await;
    let mut browser = clinic.plain();
    let mut judged = 0;
    for _ in 0..40 {
        staff::give_password(&mut browser, RECEPTION).await;
        let page = browser.get("/console/sign-in/code").await;
        let wrong = staff::wrong_code(&clinic, RECEPTION);
        let page = browser.submit(page.form("ログイン").fill("確認コード", &wrong)).await;
        judged += u32::from(page.code() == 422);
        clinic.minutes_pass(16);
    }
    assert_eq!(judged, 30);
    let who = staff::find(&clinic, RECEPTION).short_id();
    let told = clinic.floor.log.lines().iter().filter(|line| line.contains("event=staff_code_wrong")).count();
    assert_eq!(told, 30);
    assert!(clinic.floor.log.lines().iter().any(|line| line.contains("staff_code_wrong") && line.contains(&who)));
}

#[tokio::test]
async fn the_page_of_too_many_sign_ins_says_who_can_let_somebody_in_at_once() {
    let clinic = open().await;
    for _ in 0..60 {
        staff::give_password(&mut clinic.plain(), RECEPTION).await;
    }
    let mut browser = clinic.plain();
    let form = browser.get("/console/sign-in").await.form("ログイン");
    let page = browser.submit(form.fill("メールアドレス", RECEPTION).fill("パスワード", PASSWORD)).await;
    assert_eq!(page.code(), 429);
    let said = page.role("alert").expect("why not");
    for told in ["ログイン中の端末は、そのままお使いいただけます", "ほかの管理者", "mypage staff reset"]
    {
        assert!(said.contains(told), "no {told} in {said}");
    }
}
