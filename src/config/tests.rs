use super::keys::{self, Form, Key};
use super::problem::Place;
use super::settings::Purpose;
use super::{Checked, Delivery, source};
use std::collections::BTreeSet;

/// The file as the table would write it: every key at its default, under its comment.
fn reference() -> String {
    let mut file = String::from(HEAD);
    let mut section = None;
    for key in keys::ALL {
        let (in_section, name) = key.name.rsplit_once('.').map_or((None, key.name), |(s, n)| (Some(s), n));
        if in_section != section {
            section = in_section;
            file += &format!("\n[{}]\n", in_section.unwrap());
        }
        let doc = key.doc.lines().map(|line| format!("# {line}\n")).collect::<String>();
        file += &format!("\n{doc}{name} = {}\n", literal(key));
    }
    file
}

fn literal(key: &Key) -> String {
    match key.form {
        Form::Text => format!("\"{}\"", key.default),
        Form::Number | Form::Truth => key.default.to_owned(),
        Form::List => "[]".to_owned(),
    }
}

const HEAD: &str = "\
# The settings of mypage, each at its default. A setting can also be given by an environment variable, which wins:
# MYPAGE_LISTEN for listen, MYPAGE_MAIL_PORT for port under [mail]; a list is separated by commas there. Relative
# paths start at the current directory.
";

#[test]
fn the_file_at_the_top_documents_every_key_at_its_default() {
    assert_eq!(include_str!("../../mypage.toml"), reference(), "the file should be:\n{}", reference());
}

#[test]
fn the_file_at_the_top_changes_nothing() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/mypage.toml");
    let file = source::all(Purpose::Serve, Some(path.as_ref()), std::iter::empty());
    for key in keys::ALL {
        assert_eq!(file.value(key).text(), Some(key.default), "{}", key.name);
    }
    file.finish(Some(())).unwrap();
}

#[test]
fn every_key_has_a_variable_of_its_own() {
    let variables: BTreeSet<_> = keys::ALL.into_iter().map(Key::variable).collect();
    assert_eq!(variables.len(), keys::ALL.len());
    assert!(variables.contains("MYPAGE_MAIL_PASSWORD_FILE"));
}

#[test]
fn every_default_is_allowed_when_mails_are_kept() {
    let kept = [("MYPAGE_MAIL_MODE".to_owned(), "kept".to_owned())];
    let mut settings = source::of_environment(Purpose::Serve, kept.into_iter());
    for key in keys::ALL.into_iter().filter(|key| key.name != "mail.mode") {
        settings.set(key, Some(key.default.to_owned()), Place::Nowhere);
    }
    let config = Checked::of(&settings).config;
    let config = settings.finish(config).unwrap();
    assert_eq!(config.base_url(), "http://localhost:8080");
    assert!(matches!(config.mail.delivery, Delivery::Kept));
}
