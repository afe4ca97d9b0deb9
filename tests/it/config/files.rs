//! Files that a setting names: passwords, certificates, documents.

use super::Desk;
use mypage::config::{Config, ConfigError, Delivery};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

/// Loads with a sign-in to the SMTP server whose password file has this content and mode.
fn with_password(content: &str, mode: u32) -> Result<Config, ConfigError> {
    let desk = Desk::new();
    let path = desk.file("password", content);
    std::fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    let env = [("MYPAGE_MAIL_USER", "clinic"), ("MYPAGE_MAIL_PASSWORD_FILE", path.to_str().unwrap())];
    desk.load("[mail]\nhost = 'smtp.example.jp'\nfrom = 'a@example.jp'", &env)
}

fn password(config: &Config) -> String {
    match &config.mail.delivery {
        Delivery::Smtp(smtp) => smtp.credentials.as_ref().unwrap().password.expose().to_owned(),
        Delivery::Kept | Delivery::Console(_) => panic!("no server is set"),
    }
}

#[test]
fn the_password_is_the_line_of_its_file() {
    for content in [" s3 cret", " s3 cret\n", " s3 cret\r\n", "\u{feff} s3 cret\r\n"] {
        assert_eq!(password(&with_password(content, 0o600).unwrap()), " s3 cret");
    }
    for content in ["", "\n", "one\ntwo\n", "nul\0"] {
        assert!(with_password(content, 0o600).is_err(), "{content:?}");
    }
}

#[test]
fn a_password_file_open_to_every_user_is_refused() {
    assert!(with_password("s3cret", 0o640).is_ok());
    for mode in [0o604, 0o644, 0o602] {
        let problem = with_password("s3cret", mode).unwrap_err().to_string();
        assert!(problem.contains(&format!("is open to every user (mode {mode:04o})")), "{problem}");
        assert!(!problem.contains("s3cret"));
    }
}

#[test]
fn i6_a_password_is_never_shown_by_debug() {
    let config = with_password("s3cret", 0o600).unwrap();
    assert!(!format!("{config:?}").contains("s3cret"));
}

#[test]
fn a_user_and_a_password_come_together() {
    let smtp = "[mail]\nhost = 'smtp.example.jp'\nfrom = 'a@example.jp'";
    let problem = Desk::new().problem(smtp, &[("MYPAGE_MAIL_USER", "clinic")]);
    assert!(problem.starts_with("mail.password_file: not set, but mail.user is"), "{problem}");
    let desk = Desk::new();
    let path = desk.file("password", "s3cret");
    std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    let problem = desk.problem(smtp, &[("MYPAGE_MAIL_PASSWORD_FILE", path.to_str().unwrap())]);
    assert!(problem.starts_with("mail.user: not set, but mail.password_file is"), "{problem}");
}

#[test]
fn documents_are_read_at_the_start() {
    let desk = Desk::new();
    let terms = desk.file("terms.md", "# 利用規約\n");
    let env = [("MYPAGE_MAIL_MODE", "kept"), ("MYPAGE_SERVICE_TERMS_FILE", terms.to_str().unwrap())];
    assert_eq!(desk.load("", &env).unwrap().service.terms.as_deref(), Some("# 利用規約\n"));
}

#[test]
fn a_document_that_is_missing_empty_or_not_text_is_refused() {
    let desk = Desk::new();
    desk.file("empty.md", " \n");
    desk.file("binary.md", [0xff, 0xfe, 0x00]);
    for (name, what) in [
        ("missing.md", "missing.md cannot be read: there is no such file"),
        ("empty.md", "empty.md is empty"),
        ("binary.md", "binary.md cannot be read: it is not UTF-8 text"),
    ] {
        let path = desk.file("marker", "").with_file_name(name);
        let env = [("MYPAGE_MAIL_MODE", "kept"), ("MYPAGE_SERVICE_PRIVACY_FILE", path.to_str().unwrap())];
        let problem = desk.problem("", &env);
        let start = format!("environment: MYPAGE_SERVICE_PRIVACY_FILE: service.privacy_file: {what}");
        assert!(problem.starts_with(&start), "{problem}");
    }
}

#[test]
fn a_ca_file_must_hold_a_certificate() {
    let desk = Desk::new();
    let smtp = "[mail]\nhost = 'smtp.example.jp'\nfrom = 'a@example.jp'";
    let wrong = desk.file("ca.pem", "-----BEGIN PRIVATE KEY-----\n");
    let problem = desk.problem(smtp, &[("MYPAGE_MAIL_CA_FILE", wrong.to_str().unwrap())]);
    assert!(problem.ends_with("ca.pem holds no PEM certificate"), "{problem}");
}
