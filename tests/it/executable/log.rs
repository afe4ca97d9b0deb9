//! I6: what the executable says of people who use it: nothing secret, addresses masked, one event one line.

use super::visitor::{Visitor, link_of};
use super::{PASSWORD, count};
use crate::harness::process::Home;
use crate::harness::smtp::{Inbox, Setup, SmtpServer};

const EMAIL: &str = "secret.hanako@kakushi.example.jp";
const MOVED: &str = "secret.moved@kakushi.example.jp";
const WRONG: &str = "chigau-himitsu-desu";
const NEW: &str = "atarashii himitsu no kotoba";
/// A line that would pass for one of the log's own.
const FORGED: &str = "2026-11-22T09:30:00.123+09:00 level=info event=forged";

const FORGED_EVENT: &str = "event=forged";

/// Names that try to break a line and to begin another.
fn person(family_name: &str) -> Vec<(&str, &str)> {
    let mut person = super::visitor::PERSON.to_vec();
    person[0].1 = family_name;
    person
}

#[tokio::test(flavor = "multi_thread")]
async fn i6_the_log_holds_no_secret_and_one_event_is_one_line() {
    let post = SmtpServer::start(Setup::plain()).await;
    let home = Home::sending_to(post.port());
    let serving = home.serve();
    let mut secrets = vec![FORGED_EVENT.to_owned()];
    secrets.extend([EMAIL, MOVED, "secret.", PASSWORD, WRONG, NEW, "山田", "himitsu"].map(str::to_owned));
    let (one, other) = (Visitor::of(&serving), Visitor::of(&serving));
    hostile_fields(&one).await;
    a_whole_life(&one, &other, post.inbox(), &mut secrets).await;
    strange_requests(&one).await;
    let leaving = [("current_password", NEW), ("reason", "other"), ("reason_words", FORGED), ("agree", "1")];
    other.fill("/account/withdrawal", &leaving).await.leads_to("/withdrawn");
    serving.log().wait_until(|lines| (events(lines, "mail_sent") >= 6).then_some(())).unwrap();

    let log = serving.stop().log;
    let text = log.join("\n");
    for secret in &secrets {
        assert_eq!(count(text.as_bytes(), secret.as_bytes()), 0, "{secret} is in the log:\n{text}");
    }
    for line in &log {
        assert!(is_event(line), "not one event: {line:?}");
    }
    assert!(events(&log, "request") > 30, "{text}");
    assert!(text.contains(" to=") && text.contains("kakushi.example.jp"), "who got a mail can be told: {text}");
    let clients = log.iter().filter_map(|line| line.split_once(" client=").map(|(_, client)| client));
    assert!(clients.into_iter().all(|client| client.starts_with("10.") && client.ends_with(".x")), "{text}");
}

/// Forms filled with what would break a line, or show what was typed.
async fn hostile_fields(visitor: &Visitor) {
    let email = format!("{EMAIL}\n{FORGED}");
    for path in ["/sign-up", "/password-reset", "/sign-in"] {
        visitor.fill(path, &[("email", &email), ("password", WRONG), ("next", FORGED)]).await;
    }
}

/// An account from its sign-up to its last password, in one browser and another; adds every token that was ever alive.
async fn a_whole_life(one: &Visitor, other: &Visitor, inbox: &Inbox, secrets: &mut Vec<String>) {
    one.fill("/sign-up", &[("email", EMAIL)]).await.leads_to("/sign-up/sent");
    let link = link_of(&inbox.wait_for(EMAIL).await.links());
    one.fill(&link, &[("password", "secret.\n")]).await;
    one.try_finish_sign_up(&link, PASSWORD, super::visitor::PERSON).await.unwrap();
    secrets.extend([last(&link), one.token()]);
    let breaking = format!("山田\n{FORGED}\r\n");
    one.fill("/person", &person(&breaking)).await;
    one.fill("/account/password", &[("current_password", WRONG), ("password", NEW)]).await;
    one.fill("/account/email", &[("email", MOVED)]).await.leads_to("/account/email/sent");
    let change = link_of(&inbox.wait_for(MOVED).await.links());
    one.fill(&change, &[]).await.leads_to("/account?done=email");
    secrets.extend([last(&change), one.token()]);
    other.fill("/password-reset", &[("email", MOVED)]).await.leads_to("/password-reset/sent");
    let reset = link_of(&inbox.wait_for(MOVED).await.links());
    other.fill(&reset, &[("password", NEW)]).await.leads_to("/sign-in?done=reset");
    other.sign_in(MOVED, WRONG).await;
    secrets.extend([last(&reset), other.token()]);
    other.sign_in(MOVED, NEW).await.leads_to("/dashboard");
    secrets.push(other.token());
}

/// Requests whose paths and headers carry what must not be written down, or what would break a line.
async fn strange_requests(visitor: &Visitor) {
    for path in [
        "/sign-up/link/secret.token%0Aevent=forged",
        "/secret./%0d%0a2026",
        "/sign-in?next=/secret.&email=secret.&x=%0Aevent=forged",
        "/password-reset/link/secret.%00",
        "/_mail/secret.",
    ] {
        visitor.get(path).await;
    }
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

fn events(lines: &[String], event: &str) -> usize {
    let wanted = format!(" event={event} ");
    lines.iter().filter(|line| line.contains(&wanted)).count()
}

/// A timestamp, then pairs of a plain key and a value, either plain or in quotes with everything odd escaped.
pub fn is_event(line: &str) -> bool {
    let Some((timestamp, mut rest)) = line.split_once(' ') else {
        return false;
    };
    let shape: String = timestamp.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    if shape != "0000-00-00T00:00:00.000+00:00" || !rest.starts_with("level=") || !rest.contains(" event=") {
        return false;
    }
    while let Some((key, after)) = rest.split_once('=') {
        let key_is_plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let Some(left) = after_value(after).filter(|_| key_is_plain) else {
            return false;
        };
        if left.is_empty() {
            return true;
        }
        let Some(next) = left.strip_prefix(' ') else {
            return false;
        };
        rest = next;
    }
    false
}

/// What follows a value; `None` when it is not one.
fn after_value(text: &str) -> Option<&str> {
    if text.contains(char::is_control) {
        return None;
    }
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(' ').unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (!value.is_empty() && !value.contains(['"', '=', '\\'])).then_some(rest);
    };
    let mut escaped = false;
    for (at, c) in quoted.char_indices() {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return Some(&quoted[at + 1..]),
            _ => escaped = false,
        }
    }
    None
}
