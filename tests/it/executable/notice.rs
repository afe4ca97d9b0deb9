//! `mypage notice …`, beside a running server and without one.

use super::PASSWORD;
use super::people;
use super::visitor::Visitor;
use crate::harness::process::{Ended, Home};

const HANAKO: &str = "hanako@example.jp";

fn write(home: &Home, name: &str, text: &str) {
    std::fs::write(home.path().join(name), text).unwrap();
}

/// The lines of a refusal: what was refused, and every reason.
fn reasons(ended: Ended) -> Vec<String> {
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{ended:?}");
    ended.err.lines().map(str::to_owned).collect()
}

/// All commands, to the end; the file is given by a relative path.
fn a_round_of_commands(home: &Home) {
    assert_eq!(home.run(&["notice", "list"]).done(), "no notices\n");
    write(home, "winter.md", "# 年末年始の休み\n\n休みます。");
    let publish = ["notice", "publish", "winter.md", "--from", "2026-01-01T09:00", "--until", "2126-01-01T09:00"];
    assert_eq!(home.run(&publish).done(), "winter (ja) is published\n");
    assert_eq!(home.run(&publish).done(), "winter (ja) is unchanged\n");
    write(home, "winter.md", "# 年末年始の休み\n\n変わりました。");
    assert_eq!(home.run(&publish).done(), "winter (ja) is published anew, and unread again\n");
    let later = ["notice", "publish", "winter.md", "--from", "2125-12-01T09:00"];
    assert_eq!(home.run(&later).done(), "winter (ja) has other dates\n");
    write(home, "winter.md", "# Winter\n\nClosed.");
    let english = ["notice", "publish", "winter.md", "--lang", "en"];
    assert_eq!(home.run(&english).done(), "winter (en) is published\n");
    let list = home.run(&["notice", "list"]).done();
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 2, "{list}");
    assert!(lines[0].starts_with("winter  ja  waiting  Sat 1 December 2125, 9:00 until withdrawn"), "{list}");
    assert!(lines[0].ends_with("年末年始の休み") && lines[1].starts_with("winter  en  shown"), "{list}");
    assert_eq!(home.run(&["notice", "withdraw", "winter"]).done(), "winter is withdrawn\n");
    assert!(home.run(&["notice", "withdraw", "winter"]).refusal(1).contains("there is no notice \"winter\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn notices_are_published_and_withdrawn_beside_the_server_and_without_it() {
    let home = Home::new();
    people(&home, &[HANAKO.to_owned()]).await;
    a_round_of_commands(&home);
    let serving = home.serve();
    a_round_of_commands(&home);
    write(&home, "now.md", "# いまのお知らせ\n\n本文です。");
    home.run(&["notice", "publish", "now.md"]).done();
    let visitor = Visitor::of(&serving);
    visitor.sign_in(HANAKO, PASSWORD).await.leads_to("/dashboard");
    let bell = async || visitor.get("/dashboard").await.attribute("a.bell", "aria-label");
    assert_eq!(bell().await, "お知らせ(未読1件)");
    write(&home, "more.md", "# もう一つ");
    home.run(&["notice", "publish", "more.md"]).done();
    assert_eq!(bell().await, "お知らせ(未読2件)", "at the next page");
    assert!(visitor.get("/notices").await.text().contains("いまのお知らせ"));
    assert!(visitor.get("/notices/service-now").await.text().contains("本文です。"));
    home.run(&["notice", "withdraw", "now"]).done();
    assert_eq!(bell().await, "お知らせ(未読1件)");
    assert_eq!(visitor.get("/notices/service-now").await.status, 404);
    serving.stop();
    assert!(home.run(&["check"]).done().starts_with("sound: "));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_problem_of_a_notice_is_said_at_once_and_nothing_is_published() {
    let home = Home::new();
    people(&home, &[HANAKO.to_owned()]).await;
    write(&home, "Bad Name.md", "本文\n\n<b>x</b>\n\n[x](ftp://x)\n");
    let ended = home.run(&["notice", "publish", "Bad Name.md", "--from", "tomorrow", "--until", "2026-13-01T00:00"]);
    let lines = reasons(ended);
    assert_eq!(lines[0], "mypage: nothing was published");
    let parts =
        ["--from: \"tomorrow\"", "--until: \"2026-13-01T00:00\"", "notice's id", "no heading", "line 3", "ftp:"];
    for part in parts {
        assert!(lines.iter().any(|line| line.contains(part)), "{part} is missing in {lines:#?}");
    }
    write(&home, "good.md", "# 題");
    for (words, part) in [
        (["--until", "2000-01-01T00:00"], "--until: the notice would never be shown"),
        (["--lang", "fr"], "--lang: must be ja or en"),
    ] {
        let lines = reasons(home.run(&[&["notice", "publish", "good.md"][..], &words].concat()));
        assert!(lines.len() == 2 && lines[1].contains(part), "{lines:?}");
    }
    let lines = reasons(home.run(&["notice", "publish", "none.md"]));
    assert!(lines.len() == 2 && lines[1].contains("none.md") && lines[1].contains("cannot be read"), "{lines:?}");
    for words in [&["notice"][..], &["notice", "publish"], &["notice", "list", "x"], &["check", "--lang", "ja"]] {
        home.run(words).refusal(2);
    }
    assert_eq!(home.run(&["notice", "list"]).done(), "no notices\n");
}
