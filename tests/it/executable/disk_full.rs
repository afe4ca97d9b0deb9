//! D5 through the executable: the file may not grow any further, as on a full disk. Changes are refused with a page
//! that says so, everything can still be read, nothing that was acknowledged is lost, and it recovers by itself.

use super::overbooking::rushed;
use super::people;
use super::storm::Editor;
use super::visitor::{Answer, Visitor};
use crate::harness::clinics::{GENERAL, SAKURA, time};
use crate::harness::people::{self as fixtures, HANAKO};
use crate::harness::process::{Home, Serving};
use crate::harness::work::done;
use mypage::account::BookingRight;
use mypage::clinic::{self, ClinicId, MenuId, Visit};
use mypage::clock::Clock;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::reservation::{self, Attendee, Request};
use mypage::slots::{BookingKey, Offers};
use mypage::store::{DATA_FILE, Options, Store};
use std::process::Command;
use std::time::Duration;

/// More mails than fit into what is free inside the file.
const MANY: usize = 5000;

/// Asks for mails to ever new addresses, each of which adds rows, until one is refused.
async fn fill_up(serving: &Serving) -> Answer {
    let visitor = Visitor::of(serving);
    let proof = visitor.get("/password-reset").await.proof();
    for number in 0..MANY {
        let email = format!("nobody-{number}@example.jp");
        let fields = [("_csrf", proof.as_str()), ("email", email.as_str())];
        let answer = visitor.elsewhere().try_post("/password-reset", &fields).await.unwrap();
        if answer.status != 303 {
            return answer;
        }
    }
    panic!("{MANY} mails fit in");
}

#[tokio::test(flavor = "multi_thread")]
async fn d5_on_a_full_disk_pages_say_so_and_reading_goes_on_until_there_is_room() {
    let home = Home::new();
    let email = "hanako@example.jp".to_owned();
    people(&home, std::slice::from_ref(&email)).await;
    let serving = home.serve();
    let mut editor = Editor::sign_in(&serving, &email).await;
    editor.write().await.unwrap();
    serving.stop();
    let blocks = std::fs::metadata(home.data().join(DATA_FILE)).unwrap().len().div_ceil(1024);
    // The limit's signal would end the process; ignored, the write fails instead, as on a full disk.
    let serving = home.serve_under(&format!("trap '' XFSZ; ulimit -S -f {blocks}"));
    editor.at(&serving);
    let refusal = fill_up(&serving).await;
    assert_eq!(refusal.status, 503, "{}", refusal.text());
    assert!(refusal.headers.contains_key("Retry-After"));
    assert!(refusal.text().contains("変更を受け付けられません"), "{}", refusal.text());
    editor.look().await;
    let told = serving.log().wait_for(|line| line.contains(" event=read_only "));
    assert!(
        told.contains(" level=error ") && told.contains(" why=\"the data file may not grow any further\""),
        "{told}"
    );
    serving.log().wait_for(|line| {
        line.contains(" event=request ") && line.contains(" status=503 ") && line.contains("the data file may not grow")
    });
    let visitor = Visitor::of(&serving);
    assert_eq!(visitor.get("/sign-in").await.status, 200);
    assert_eq!(visitor.get("/healthz").await.status, 503, "a supervisor is told");
    let status = home.run(&["status"]);
    assert!(status.code == Some(1) && status.err.contains("! changes     refused"), "{status:?}");
    assert!(status.err.contains("the data file may not grow"), "{status:?}");
    give_room(&serving);
    // Nothing announces it but the answer itself.
    while visitor.get("/healthz").await.status != 200 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    editor.write().await.unwrap();
    serving.log().wait_for(|line| line.contains(" event=writable_again ") && line.contains("may not grow"));
    serving.stop();
    let serving = home.serve();
    editor.at(&serving);
    editor.look().await;
    serving.stop();
    assert!(home.run(&["check"]).done().starts_with("sound: "));
}

const RECEIPTS: usize = 350;

/// A home whose data holds so many reservations; gives the tokens of their confirmation URLs.
fn booked(home: &Home) -> Vec<String> {
    let (folder, now) = (tempfile::tempdir().unwrap(), Clock::System.now());
    let store = Store::open(folder.path(), Options::default()).unwrap();
    let (clinic, menu) = rushed(3);
    store.write_blocking(now, move |tx| clinic::rows::put(tx, &clinic, std::slice::from_ref(&menu))).unwrap();
    let tokens = (0..RECEIPTS).map(|number| {
        let (hour, minute) = (number / 18, number / 3 % 6 * 10);
        let key = BookingKey::mint();
        let booked = store.write_blocking(now, move |tx| {
            let offers = Offers::of(tx, &ClinicId::parse(SAKURA).unwrap())?.unwrap();
            let offer = offers.offer(&MenuId::parse(GENERAL).unwrap(), Visit::Return).unwrap();
            let attendee = Attendee {
                person: fixtures::draft(HANAKO).check(now.jst_date()).unwrap().into(),
                person_id: None,
                chart_number: None,
                address: Some(EmailAddress::parse(&format!("{number}@example.jp")).unwrap()),
                lang: Lang::Ja,
                relation: None,
            };
            let (day, start) = (now.plus_days(2).jst_date(), time(&format!("{hour}:{minute:02}")));
            let request = Request {
                right: BookingRight::Unasked,
                key,
                visit: Visit::Return,
                day,
                start,
                attendee,
                account: None,
                group: None,
            };
            let reservation = done(tx, |work| reservation::book(work, offer, &request))?.expect("a free slot");
            Ok(reservation::rows::issue_token(tx, &reservation)?.text())
        });
        booked.unwrap()
    });
    let tokens = tokens.collect();
    store.close();
    std::fs::create_dir(home.data()).unwrap();
    std::fs::copy(folder.path().join(DATA_FILE), home.data().join(DATA_FILE)).unwrap();
    tokens
}

#[tokio::test(flavor = "multi_thread")]
async fn d5_on_a_full_disk_what_nobody_has_read_before_can_be_read() {
    let home = Home::new();
    let tokens = booked(&home);
    // With little free inside the file.
    home.run(&["compact"]).done();
    let blocks = std::fs::metadata(home.data().join(DATA_FILE)).unwrap().len().div_ceil(1024);
    let serving = home.serve_under(&format!("trap '' XFSZ; ulimit -S -f {blocks}"));
    assert_eq!(fill_up(&serving).await.status, 503);
    let visitor = Visitor::of(&serving);
    let mut answered = 0;
    for token in &tokens {
        answered += usize::from(visitor.get(&format!("/r/{token}")).await.status == 200);
    }
    assert_eq!(answered, RECEIPTS);
    assert_eq!(visitor.get("/healthz").await.status, 503, "it is still full");
    serving.stop();
}

fn give_room(serving: &Serving) {
    let process = serving.process().to_string();
    let raised = Command::new("prlimit").args(["--pid", &process, "--fsize=unlimited:"]).status().unwrap();
    assert!(raised.success());
}
