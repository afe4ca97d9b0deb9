//! S1: what opens something is nowhere in the data file, nor in a backup of it.

use crate::harness::clinic::{Clinic, Setup};
use crate::harness::people::{self, HANAKO};
use crate::harness::secrets::{holds, holds_token};
use crate::harness::stage::{FUTURE, NEW_PASSWORD, Stage, ask_for_link, leaving};
use mypage::app;
use mypage::mail::{EmailAddress, kept};
use mypage::store::{DATA_FILE, Options, Store, Sweeper, compact};

#[tokio::test]
async fn s1_no_live_token_and_no_password_is_in_the_file_or_in_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let store = Store::open(&data, Options::default()).unwrap();
    let stage = Stage::open(Setup { store, ..Setup::default() }).await;
    let mut signed_in = stage.clinic.plain();
    signed_in.sign_in(HANAKO, people::password(HANAKO)).await;
    let sessions = [&stage.patient, &stage.applicant, &signed_in].map(|browser| browser.token());
    let of_staff = [&stage.staff, &stage.awaiting_code, &stage.enrolling].map(|browser| browser.cookie("staff"));
    let of_devices = stage.desk.iter().flat_map(|browser| ["staff", "shared-device"].map(|name| browser.cookie(name)));
    // The links of a demonstration stand in the mails that it keeps; those of mails that are sent: tests/it/mail/sent_links.rs.
    let printed = stage.links[0].rsplit_once('/').unwrap().1.to_owned();
    let tokens: Vec<String> = sessions.into_iter().chain(of_staff).chain(of_devices).chain([printed]).collect();
    assert_eq!(tokens.len(), 11);
    let backup = folder.path().join("backup");
    stage.clinic.floor.store.backup(&backup).unwrap();
    drop(signed_in);
    drop(stage);
    for file in [data.join(DATA_FILE), backup] {
        assert!(holds(&file, "花子".as_bytes()), "the search finds what is there");
        for token in &tokens {
            assert!(!holds_token(&file, token), "{token} is in {}", file.display());
        }
        for password in [people::password(HANAKO), NEW_PASSWORD] {
            assert!(!holds(&file, password.as_bytes()), "{password}");
        }
    }
}

#[tokio::test]
async fn l12_after_leaving_nothing_of_the_person_is_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let clinic = Clinic::open(Setup { store: Store::open(&data, Options::default()).unwrap(), ..Setup::default() });
    let mut browser = clinic.signed_in(HANAKO).await;
    let person = people::person(&clinic.floor, &people::find(&clinic.floor, HANAKO).unwrap());
    // Things under way on another device, and asked for from outside.
    let mut elsewhere = clinic.signed_in(HANAKO).await;
    let page = elsewhere.get("/person").await;
    elsewhere.submit(page.form("確認へ")).await;
    ask_for_link(&clinic, &mut elsewhere, "/account/email", FUTURE).await;
    ask_for_link(&clinic, &mut clinic.plain(), "/password-reset", HANAKO).await;
    let form = leaving(&mut browser, people::password(HANAKO)).await;
    browser.submit(form).await;
    clinic.mail_to(HANAKO).await;
    // Mail that is really sent leaves no row. What a browser was told of a mail ends after ten minutes.
    clinic.minutes_pass(10);
    let addresses = [HANAKO, FUTURE].map(|text| EmailAddress::parse(text).unwrap());
    let forgotten = clinic.floor.store.write(clinic.now(), move |tx| {
        addresses.iter().try_for_each(|address| kept::forget(tx, address))?;
        Sweeper::default().step(tx, &app::expiring_tables(), 10_000)?.delete(tx)
    });
    forgotten.await.unwrap();
    drop((browser, elsewhere, clinic));
    compact(&data).unwrap();
    let traces = [
        HANAKO,
        "hanako",
        FUTURE,
        "花子",
        "ハナコ",
        "1948",
        "0312345678",
        "03-1234-5678",
        "千代田1-1",
        &person.name.family,
    ];
    let found: Vec<_> = traces.into_iter().filter(|trace| holds(&data.join(DATA_FILE), trace.as_bytes())).collect();
    assert_eq!(found, Vec::<&str>::new());
}
