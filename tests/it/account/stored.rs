//! S1: what opens something is nowhere in the data file, nor in a backup of it.

use crate::harness::clinic::START;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::{APPLICANT, FUTURE, INVITED, NEW_PASSWORD, Stage, ask_for_link, leaving};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use mypage::app;
use mypage::mail::{EmailAddress, kept};
use mypage::store::{DATA_FILE, Options, Store, Sweeper, compact};
use std::path::Path;

/// Every spelling in which a token could have been written.
fn spellings(token: &str) -> [Vec<u8>; 3] {
    let bytes = URL_SAFE_NO_PAD.decode(token).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [token.as_bytes().to_vec(), bytes, hex.into_bytes()]
}

fn holds(file: &Path, secret: &[u8]) -> bool {
    std::fs::read(file).unwrap().windows(secret.len()).any(|part| part == secret)
}

#[tokio::test]
async fn s1_no_live_token_and_no_password_is_in_the_file_or_in_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let store = Store::open(&data, Options::default()).unwrap();
    let stage = Stage::open(Setup { store, ..Setup::default() }).await;
    let mut signed_in = stage.clinic.plain();
    signed_in.sign_in(HANAKO, people::password(HANAKO)).await;
    let links = stage.links.iter().map(|link| link.rsplit_once('/').unwrap().1.to_owned());
    let sessions = [&stage.patient, &stage.applicant, &signed_in].map(|browser| browser.token());
    let of_staff = [&stage.staff, &stage.awaiting_code, &stage.enrolling].map(|browser| browser.cookie("staff"));
    let of_devices = stage.desk.iter().flat_map(|browser| ["staff", "shared-device"].map(|name| browser.cookie(name)));
    let tokens: Vec<String> = sessions.into_iter().chain(of_staff).chain(of_devices).chain(links).collect();
    assert_eq!(tokens.len(), 14);
    let store = stage.clinic.floor.store.clone();
    // The demonstration keeps its mails to show them; a service that sends them has none left by now.
    for address in [APPLICANT, INVITED, HANAKO, FUTURE] {
        let address = EmailAddress::parse(address).unwrap();
        store.write(START, move |tx| kept::forget(tx, &address)).await.unwrap();
    }
    let backup = folder.path().join("backup");
    store.backup(&backup).unwrap();
    drop((store, signed_in));
    drop(stage);
    let file = data.join(DATA_FILE);
    for token in &tokens[..10] {
        assert!(spellings(token).iter().all(|secret| !holds(&file, secret)), "a session's token was written");
    }
    // Pages that sent mails have left free still hold them, until they are used again or given back.
    compact(&data).unwrap();
    for file in [file, backup] {
        assert!(holds(&file, "花子".as_bytes()), "the search finds what is there");
        for token in &tokens {
            for secret in spellings(token) {
                assert!(!holds(&file, &secret), "{token} is in {}", file.display());
            }
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
    // As above: mail that is really sent leaves no row. What a browser was told of a mail ends after ten minutes.
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
