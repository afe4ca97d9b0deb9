//! What is left in the bytes of the data: no live token (S1), and nothing of a patient who has left (L12).

use super::visitor::{Fields, Visitor, link_of};
use super::{PASSWORD, count, opened_copy};
use crate::harness::clinic::START;
use crate::harness::process::Home;
use crate::harness::secrets::{holds, holds_token};
use crate::harness::smtp::{Setup, SmtpServer};
use mypage::account::support;
use mypage::store::DATA_FILE;
use std::path::Path;

/// A person whose every field is like nobody else's.
const MARKED: Fields<'static> = &[
    ("family_name", "錦織印"),
    ("given_name", "椿姫子"),
    ("family_kana", "ニシコオリジルシ"),
    ("given_kana", "ツバキヒメコ"),
    ("birth_date", "1948-04-05"),
    ("sex", "female"),
    ("phone", "090-8765-4321"),
    ("postal_code", "987-6543"),
    ("city", "架空市印町"),
    ("line", "番地七七七"),
    ("building", "印象荘"),
];
const EMAIL: &str = "marked.person@left.example.jp";
const NEVER: &str = "marked.person@never.example.jp";
const MOVED: &str = "marked.person@moved.example.jp";

/// The personal data as it is stored while the account is there.
fn stored(hash: &str) -> Vec<String> {
    let typed = MARKED.iter().map(|(_, value)| *value).filter(|value| !value.is_ascii());
    let others = [MOVED, "marked.person", "09087654321", "9876543", hash, hash.rsplit('$').next().unwrap()];
    typed.chain(others).map(str::to_owned).collect()
}

/// What else could be left of it: the address before, and numbers as they were typed.
const PASSING: [&str; 3] = [EMAIL, "090-8765-4321", "987-6543"];

/// Every file of a folder, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named =
        entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()));
    named.collect()
}

/// Which of the spellings are in the files of the folder.
fn found(folder: &Path, sought: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files(folder) {
        let here = sought.iter().filter(|spelling| count(&bytes, spelling.as_bytes()) > 0);
        found.extend(here.map(|spelling| format!("{spelling} in {name}")));
    }
    found
}

/// The stored hash of the account's password.
fn hash_of(data: &Path, email: &str) -> String {
    let (_folder, store) = opened_copy(&data.join(DATA_FILE));
    let accounts = store.read_blocking(START, |r| support::list(r, None, 10)).unwrap();
    accounts.into_iter().find(|(account, _)| account.address.as_str() == email).unwrap().0.password
}

async fn until_sent(serving: &crate::harness::process::Serving, mails: usize) {
    let sent = serving.log().wait_until(|lines| {
        (lines.iter().filter(|line| line.contains("event=mail_sent")).count() >= mails).then_some(())
    });
    sent.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn l12_nothing_of_a_patient_who_has_left_is_in_the_compacted_data() {
    let post = SmtpServer::start(Setup::plain()).await;
    let home = Home::sending_to(post.port());
    let serving = home.serve();
    let visitor = Visitor::of(&serving);
    visitor.try_sign_up(post.inbox(), EMAIL, PASSWORD, MARKED).await.unwrap();
    visitor.fill("/person", MARKED).await.leads_to("/person/confirmation");
    visitor.fill("/person/confirmation", &[]).await.leads_to("/dashboard?done=person");
    visitor.fill("/account/email", &[("email", MOVED)]).await.leads_to("/account/email/sent");
    let link = link_of(&post.inbox().wait_for(MOVED).await.links());
    visitor.fill(&link, &[]).await.leads_to("/account?done=email");
    serving.stop();
    let mut sought = stored(&hash_of(&home.data(), MOVED));
    let there = found(&home.data(), &sought);
    for spelling in &sought {
        assert!(there.contains(&format!("{spelling} in {DATA_FILE}")), "the search does not find {spelling}");
    }
    sought.extend(PASSING.map(str::to_owned));

    let serving = home.serve();
    let visitor = visitor.at(&serving);
    // Begun and never finished: links and the pages after sending hold addresses too.
    visitor.fill("/password-reset", &[("email", MOVED)]).await.leads_to("/password-reset/sent");
    let asking = [("email", NEVER), ("email_current_password", PASSWORD)];
    visitor.fill("/account/email", &asking).await.leads_to("/account/email/sent");
    until_sent(&serving, 2).await;
    let leaving =
        [("current_password", PASSWORD), ("reason", "other"), ("reason_words", "moving away"), ("agree", "1")];
    visitor.fill("/account/withdrawal", &leaving).await.leads_to("/withdrawn");
    until_sent(&serving, 3).await;
    serving.stop();
    home.run(&["compact"]).done();
    assert_eq!(found(&home.data(), &sought), Vec::<String>::new());
    let said = home.run(&["account", "list"]).done();
    assert_eq!(said, "no accounts\n");
    assert!(count(&std::fs::read(home.data().join(DATA_FILE)).unwrap(), b"moving away") > 0, "the reason stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn s1_no_live_token_is_in_the_data_or_a_backup() {
    let post = SmtpServer::start(Setup::plain()).await;
    let home = Home::sending_to(post.port());
    let serving = home.serve();
    let (visitor, email) = (Visitor::of(&serving), "hanako@example.jp");
    visitor.try_sign_up(post.inbox(), email, PASSWORD, super::visitor::PERSON).await.unwrap();
    let other = Visitor::of(&serving);
    other.fill("/password-reset", &[("email", email)]).await.leads_to("/password-reset/sent");
    let reset = link_of(&post.inbox().wait_for(email).await.links());
    visitor.fill("/account/email", &[("email", "moved@example.jp")]).await.leads_to("/account/email/sent");
    let change = link_of(&post.inbox().wait_for("moved@example.jp").await.links());
    let guest = Visitor::of(&serving);
    guest.fill("/sign-up", &[("email", "guest@example.jp")]).await.leads_to("/sign-up/sent");
    let sign_up = link_of(&post.inbox().wait_for("guest@example.jp").await.links());
    let links = [&reset, &change, &sign_up].map(|link| link.rsplit('/').next().unwrap().to_owned());
    let tokens: Vec<String> = links.into_iter().chain([&visitor, &other, &guest].map(Visitor::token)).collect();
    for path in [&reset, &change, &sign_up] {
        assert_eq!(visitor.get(path).await.status, 200, "{path} is alive");
    }
    home.run(&["backup", "copy.redb"]).done();
    serving.stop();
    for file in [home.path().join("copy.redb"), home.data().join(DATA_FILE)] {
        assert!(holds(&file, email.as_bytes()), "the search finds what is there");
        for token in &tokens {
            assert!(!holds_token(&file, token), "{token} in {}", file.display());
        }
    }
}
