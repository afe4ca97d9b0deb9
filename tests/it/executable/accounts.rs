//! `mypage account …` and `mypage check`, beside a running server and without one.

use super::visitor::Visitor;
use super::{PASSWORD, people, register, somebody};
use crate::harness::process::Home;
use mypage::person::Draft;

const HANAKO: &str = "hanako@example.jp";
const TARO: &str = "taro@example.jp";
/// A well-formed number that no account has.
const NOBODY: &str = "0000-0000-0019";

async fn home() -> (Home, String) {
    let home = Home::new();
    let ids = people(&home, &[HANAKO.to_owned(), TARO.to_owned()]).await;
    (home, ids[0].to_string())
}

/// All commands, to the end.
fn a_round_of_commands(home: &Home, id: &str) {
    let list = home.run(&["account", "list"]).done();
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 2, "{list}");
    assert!(lines[0].starts_with(id) && lines[0].contains(HANAKO) && !lines[0].contains("disabled"), "{list}");
    assert!(lines[1].contains(TARO), "{list}");
    for word in ["HANAKO@", "山田", "ヤマダ", "ﾔﾏﾀﾞ", "090-1234-5678", "0901234"] {
        assert!(home.run(&["account", "find", word]).done().contains(id), "{word}");
    }
    assert!(home.run(&["account", "find", "nobody@"]).refusal(1).contains("no account has"));
    let shown = home.run(&["account", "show", id]).done();
    for part in [id, HANAKO, "active", "山田", "ヤマダ", "090-1234-5678", "1948"] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    assert_eq!(home.run(&["account", "disable", id]).done(), format!("{id} is disabled\n"));
    assert!(home.run(&["account", "show", id]).done().contains("disabled since"));
    assert!(home.run(&["account", "list"]).done().lines().next().unwrap().ends_with("disabled"));
    assert_eq!(home.run(&["account", "enable", id]).done(), format!("{id} is enabled\n"));
    assert!(home.run(&["account", "show", id]).done().contains("active"));
    assert!(home.run(&["account", "unlock", HANAKO]).done().contains("was not locked"));
    assert!(home.run(&["account", "unlock", "hanako"]).refusal(2).contains("not a mail address"));
    let line = home.run(&["account", "show", NOBODY]).refusal(1);
    assert!(line.contains(&format!("there is no account {NOBODY}")), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_looked_up_and_closed_beside_the_server_and_without_it() {
    let (home, id) = home().await;
    a_round_of_commands(&home, &id);
    let serving = home.serve();
    a_round_of_commands(&home, &id);
    let spoken: String = id.chars().filter(|c| *c != '-').collect();
    assert!(home.run(&["account", "show", &spoken]).done().contains(&id), "as it is read out on the phone");
    serving.stop();
    a_round_of_commands(&home, &id);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_found_however_the_name_and_the_number_are_written() {
    let home = Home::new();
    let typed = |family: &str, given: &str, kana: (&str, &str), phone: &str| Draft {
        family_name: family.to_owned(),
        given_name: given.to_owned(),
        family_kana: kana.0.to_owned(),
        given_kana: kana.1.to_owned(),
        phone: phone.to_owned(),
        ..somebody()
    };
    let owners = [
        ("takahashi@example.jp", typed("髙橋", "みすゞ", ("タカハシ", "ミスズ"), "090-1234-5678")),
        ("watanabe@example.jp", typed("渡邉", "佐々子", ("ワタナベ", "ササコ"), "03-1234-5678")),
        ("muller@example.jp", typed("Müller", "Łukasz José", ("ミュラー", "ルカシュ"), "0829-20-0001")),
        ("yoshida@example.jp", typed("𠮷田", "真央", ("ヨシダ", "マオ"), "080-1111-2222")),
    ];
    register(&home, &owners.iter().map(|(address, draft)| ((*address).to_owned(), draft.clone())).collect::<Vec<_>>())
        .await;
    for (address, words) in [
        (
            "takahashi@example.jp",
            &["高橋", "髙橋", "高槗", "たかはし", "ﾀｶﾊｼ", "みすず", "ミスヾ", "髙橋みすず", "高橋 ミスゞ"][..],
        ),
        (
            "takahashi@example.jp",
            &["みすず　高橋", "+81 90-1234-5678", "＋８１（０）９０１２３４５６７８", "(090)1234", "takahashi@EXAMPLE"],
        ),
        ("watanabe@example.jp", &["渡辺", "渡邊", "わたなべ ささこ", "佐佐子", "+81-3-1234"]),
        ("muller@example.jp", &["muller", "MULLER", "lukasz jose", "Jose Muller", "0829-20-0001"]),
        ("yoshida@example.jp", &["吉田", "𠮷田", "眞央"]),
    ] {
        for word in words {
            let found = home.run(&["account", "find", word]).done();
            assert!(found.lines().count() == 1 && found.contains(address), "{word}: {found}");
        }
    }
    for word in ["高田", "+81 90-9999", "マリア"] {
        assert!(home.run(&["account", "find", word]).refusal(1).contains("no account has"), "{word}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_is_signed_out_at_once_and_told_so_when_it_signs_in() {
    let (home, id) = home().await;
    let serving = home.serve();
    let visitor = Visitor::of(&serving);
    visitor.sign_in(HANAKO, PASSWORD).await.leads_to("/dashboard");
    assert_eq!(visitor.get("/dashboard").await.status, 200);
    home.run(&["account", "disable", &id]).done();
    visitor.get("/dashboard").await.leads_to("/sign-in");
    let refused = visitor.sign_in(HANAKO, PASSWORD).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("ご利用いただけません"), "{}", refused.text());
    let wrong = visitor.sign_in(HANAKO, "some other password").await;
    assert!(!wrong.text().contains("ご利用いただけません"), "only the owner is told: {}", wrong.text());
    home.run(&["account", "enable", &id]).done();
    visitor.get("/dashboard").await.leads_to("/sign-in");
    visitor.sign_in(HANAKO, PASSWORD).await.leads_to("/dashboard");
}

#[tokio::test(flavor = "multi_thread")]
async fn check_and_compact_work_on_stopped_data_and_say_so_when_it_is_served() {
    let (home, id) = home().await;
    assert!(home.run(&["check"]).done().starts_with("sound: "));
    let serving = home.serve();
    for words in [["check"], ["compact"]] {
        let line = home.run(&words).refusal(1);
        assert!(line.contains("stop it first"), "{line}");
    }
    serving.stop();
    assert!(home.run(&["compact"]).done().starts_with("compacted: "));
    assert!(home.run(&["check"]).done().starts_with("sound: "));
    assert!(home.run(&["account", "show", &id]).done().contains(HANAKO));
}

#[test]
fn without_data_every_command_says_so() {
    let home = Home::new();
    for words in [&["account", "list"][..], &["backup", "copy.redb"], &["check"], &["compact"]] {
        let line = home.run(words).refusal(1);
        assert!(line.contains(&home.data().display().to_string()), "{words:?}: {line}");
    }
    assert!(!home.data().exists(), "a look makes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_locked_out_by_wrong_passwords_is_let_in_at_once() {
    let (home, _) = home().await;
    let serving = home.serve();
    let visitor = Visitor::of(&serving);
    for _ in 0..10 {
        assert_eq!(visitor.sign_in(HANAKO, "some other password").await.status, 422);
    }
    assert_eq!(visitor.sign_in(HANAKO, PASSWORD).await.status, 429);
    assert_eq!(home.run(&["account", "unlock", "Hanako@Example.jp"]).done(), "Hanako@example.jp may try again\n");
    visitor.sign_in(HANAKO, PASSWORD).await.leads_to("/dashboard");
    serving.stop();
}
