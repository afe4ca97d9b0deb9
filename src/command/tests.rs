use super::line::{Command, DataCommand, NoticeCommand, parse};
use super::outcome::Output;
use super::status;
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::lang::Lang;
use crate::log::Log;
use crate::mail::failed::Failed;
use crate::mail::{EmailAddress, Letter, outbox};
use crate::serve::prepare;
use crate::store::{Store, Table};
use std::ffi::OsString;

fn parsed(words: &[&str]) -> Result<Command, Output> {
    parse(words.iter().map(OsString::from)).map(|line| line.command)
}

#[test]
fn every_command_on_the_data_is_carried_as_it_was_typed() {
    for words in [
        &["backup", "copy.redb"][..],
        &["status"],
        &["clinic", "import", "Cargo.toml", "missing.toml"],
        &["clinic", "export", "sakura"],
        &["clinic", "list"],
        &["clinic", "day", "sakura"],
        &["clinic", "day", "sakura", "2026-12-01"],
        &["clinic", "token", "--new", "sakura"],
        &["notice", "publish", "missing.md", "--from", "2026-12-01T09:00", "--until", "tomorrow", "--lang", "fr"],
        &["notice", "list"],
        &["notice", "withdraw", "winter"],
        &["account", "list"],
        &["account", "find", "山田"],
        &["account", "show", "0000-0000-0019"],
        &["account", "disable", "000000000019"],
        &["account", "enable", "0000-0000-0019"],
        &["account", "unlock", "hanako@example.jp"],
    ] {
        let Ok(Command::OnData(command)) = parsed(words) else { panic!("{words:?}: {:?}", parsed(words)) };
        let bytes = rmp_serde::to_vec_named(&command).unwrap();
        assert_eq!(rmp_serde::from_slice::<DataCommand>(&bytes).unwrap(), command, "{words:?}");
    }
}

#[test]
fn the_problems_of_a_publication_travel_with_it() {
    let words = ["notice", "publish", "missing.md", "--until", "tomorrow"];
    let Ok(Command::OnData(DataCommand::Notice(NoticeCommand::Publish(publication)))) = parsed(&words) else {
        panic!("{:?}", parsed(&words));
    };
    assert!(publication.file.text.unwrap_err().contains("no such file"));
    assert!(publication.until.unwrap().0.unwrap_err().contains("\"tomorrow\""));
    assert!(publication.from.is_none() && publication.lang.0.is_ok());
}

#[test]
fn the_settings_may_be_named_anywhere_but_for_the_demo() {
    for words in [["--config", "a.toml", "clinic", "list"], ["clinic", "list", "--config", "a.toml"]] {
        let line = parse(words.iter().map(OsString::from)).unwrap();
        assert_eq!(line.config.unwrap().to_str(), Some("a.toml"));
    }
    let refused = parsed(&["demo", "--config", "a.toml"]).unwrap_err();
    assert_eq!((refused.code, refused.text.as_str()), (2, "demo takes no --config; it has settings of its own"));
}

#[test]
fn a_mistake_is_one_line_that_says_what_was_probably_meant() {
    for (words, said) in [
        (&["sevre"][..], "unrecognized subcommand 'sevre'; a similar subcommand exists: 'serve'"),
        (&["clinic", "exprot", "a"], "unrecognized subcommand 'exprot'; a similar subcommand exists: 'export'"),
        (&["backup"], "the following required arguments were not provided: <FILE>; usage: mypage backup <FILE>"),
        (&["clinic", "export", "A b"], "invalid value 'A b' for '<ID>': not the id of a clinic"),
        (&["clinic", "day", "sakura", "2026-02-31"], "not a date; write it as 2026-12-01"),
    ] {
        let refused = parsed(words).unwrap_err();
        assert_eq!(refused.code, 2, "{words:?}");
        assert!(refused.text.contains(said) && !refused.text.contains('\n'), "{words:?}: {}", refused.text);
    }
}

const NOW: Moment = Moment::from_millis(1_800_000_000_000);

/// How the state is told `minutes` after a letter was written, and `hours` after one was given up.
fn state(minutes: i64, hours: i64) -> Output {
    let store = Store::memory();
    let letter = Letter::new(Lang::Ja, EmailAddress::parse("hanako@example.jp").unwrap(), "件名");
    store.write_blocking(NOW.plus_minutes(-minutes), move |tx| outbox::add(tx, &letter)).unwrap();
    let given_up = Failed {
        to: "t***@".to_owned(),
        why: "550 no such user".to_owned(),
        at: NOW.plus_hours(-hours),
        attempts: 3,
        about: None,
    };
    let failed: Table<u64, Failed> = Table::new("mail_failed");
    store.write_blocking(NOW, move |tx| failed.put(tx, &1, &given_up)).unwrap();
    let kept = [("MYPAGE_MAIL_MODE".to_owned(), "kept".to_owned())];
    let (config, clock) = (Config::from_environment(kept.into_iter()).unwrap(), Clock::fixed(NOW));
    status::show(&prepare(config, store, clock.clone(), Log::memory(clock)).unwrap().floor)
}

#[test]
fn the_state_marks_what_the_operator_has_to_look_at() {
    let said = state(1, 25);
    assert_eq!(said.code, 0, "{}", said.text);
    assert!(said.text.starts_with("all is well\n") && !said.text.contains('!'), "{}", said.text);
    assert!(said.text.contains("mails       1 wait, the oldest since "), "{}", said.text);
    let said = state(16, 23);
    assert_eq!(said.code, 1, "{}", said.text);
    let marked: Vec<_> = said.text.lines().filter(|line| line.starts_with('!')).collect();
    assert!(marked.len() == 2 && marked[0].contains("mail_later") && marked[1].contains("given up"), "{marked:?}");
    assert!(said.text.contains("to t***@: 550 no such user"), "{}", said.text);
}
