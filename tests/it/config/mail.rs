//! The settings of mail, which hang together.

use super::Desk;
use mypage::config::{Config, Delivery, MailAccount, Smtp, Tls};
use std::convert::Infallible;

const SMTP: &str = "[mail]\nhost = 'smtp.example.jp'\nfrom = 'mypage <no-reply@example.jp>'\n";

fn smtp(config: Config) -> Smtp {
    match config.mail.delivery {
        Delivery::Smtp(smtp) => smtp,
        Delivery::Kept | Delivery::Console(_) => panic!("no server is set"),
    }
}

#[test]
fn a_host_and_a_sender_are_enough() {
    let config = Desk::new().load(SMTP, &[]).unwrap();
    assert_eq!(config.mail.from().to_string(), "mypage <no-reply@example.jp>");
    let smtp = smtp(config);
    assert_eq!((smtp.host.as_str(), smtp.port, smtp.tls), ("smtp.example.jp", 587, Tls::StartTls));
    assert!(smtp.credentials.is_none() && smtp.extra_roots.is_none());
}

#[test]
fn the_port_follows_the_encryption_unless_it_is_given() {
    for (env, port) in [
        (&[("MYPAGE_MAIL_TLS", "implicit")][..], 465),
        (&[("MYPAGE_MAIL_TLS", "none"), ("MYPAGE_MAIL_HOST", "localhost")], 25),
        (&[("MYPAGE_MAIL_TLS", "none"), ("MYPAGE_MAIL_HOST", "127.0.0.2")], 25),
        (&[("MYPAGE_MAIL_TLS", "none"), ("MYPAGE_MAIL_HOST", "[::1]"), ("MYPAGE_MAIL_PORT", "2525")], 2525),
    ] {
        assert_eq!(smtp(Desk::new().load(SMTP, env).unwrap()).port, port, "{env:?}");
    }
}

#[test]
fn m7_mail_without_encryption_stays_on_this_machine() {
    for host in ["smtp.example.jp", "192.168.0.1", "localhost.example.jp", "::2"] {
        let problem = Desk::new().problem(SMTP, &[("MYPAGE_MAIL_TLS", "none"), ("MYPAGE_MAIL_HOST", host)]);
        assert!(problem.starts_with("environment: MYPAGE_MAIL_TLS: mail.tls: \"none\" is only for"), "{problem}");
    }
}

#[test]
fn a_missing_host_or_sender_is_named() {
    let error = Desk::new().load("[mail]\nmode = 'smtp'", &[]).unwrap_err();
    let [from, host] = error.lines() else { panic!("{error}") };
    assert!(host.starts_with("mail.host: not set, but mail.mode = \"smtp\" needs a server"), "{host}");
    assert!(host.ends_with("set it in mypage.toml or as MYPAGE_MAIL_HOST"), "{host}");
    assert!(from.starts_with("mail.from: not set, but mail.mode = \"smtp\" needs a sender"), "{from}");
    let problem = Desk::new().problem("\n[mail]\nhost = 'localhost'", &[]);
    assert!(problem.starts_with("mail.from: not set"), "{problem}");
}

#[test]
fn a_sender_is_one_address_with_or_without_a_name() {
    for (from, shown) in [
        ("no-reply@example.jp", "no-reply@example.jp"),
        ("<no-reply@example.jp>", "no-reply@example.jp"),
        ("\"mypage\" <no-reply@example.jp>", "mypage <no-reply@example.jp>"),
    ] {
        let config = Desk::new().load(SMTP, &[("MYPAGE_MAIL_FROM", from)]).unwrap();
        assert_eq!(config.mail.from().to_string(), shown);
    }
    let config = Desk::new().load(SMTP, &[("MYPAGE_MAIL_FROM", "さくら医院 <no-reply@example.jp>")]).unwrap();
    assert_eq!(config.mail.from().name.as_deref(), Some("さくら医院"));
    for from in ["mypage", "a@b.jp, c@d.jp", "a@b.jp <c@d.jp", "name <a@b.jp> more", "a@b.jp\r\nBcc: c@d.jp"] {
        let problem = Desk::new().problem(SMTP, &[("MYPAGE_MAIL_FROM", from)]);
        assert!(problem.starts_with("environment: MYPAGE_MAIL_FROM: mail.from: must be a mail address"), "{problem}");
    }
}

#[test]
fn kept_mail_needs_no_server_and_no_sender() {
    let config = Desk::new().load("[mail]\nmode = 'kept'", &[]).unwrap();
    assert!(matches!(config.mail.delivery, Delivery::Kept));
    assert_eq!(config.mail.from().to_string(), "mypage <no-reply@localhost>");
}

#[test]
fn without_any_setting_of_mail_the_console_says_how_it_is_sent() {
    for text in ["", "[mail]\nmode = 'console'", "[mail]\nmode = ''"] {
        let config = Desk::new().load(text, &[]).unwrap();
        let Delivery::Console(console) = &config.mail.delivery else { panic!("{text}") };
        assert!(!config.mail.is_ready() && !config.mail.is_sent());
        let smtp = smtp(Desk::new().load(SMTP, &[]).unwrap());
        let account = MailAccount { smtp, from: "sakura@example.jp".parse().unwrap() };
        let Ok(()) = console.set(|| Ok::<_, Infallible>(Some(account)));
        assert!(config.mail.is_ready() && config.mail.is_sent());
        assert_eq!(config.mail.from().to_string(), "sakura@example.jp");
    }
}

#[test]
fn what_the_console_says_is_not_said_in_a_file_as_well() {
    let problem = Desk::new().problem("[mail]\nmode = 'console'\nhost = 'smtp.example.jp'", &[]);
    assert!(problem.starts_with("mypage.toml: line 3: mail.host: is set in the console"), "{problem}");
}

#[test]
fn a_host_or_port_that_cannot_be_is_refused() {
    for env in [
        [("MYPAGE_MAIL_HOST", "smtp.example.jp:25")],
        [("MYPAGE_MAIL_HOST", "smtp://smtp.example.jp")],
        [("MYPAGE_MAIL_PORT", "65536")],
        [("MYPAGE_MAIL_PORT", "-1")],
        [("MYPAGE_MAIL_PORT", "")],
    ] {
        assert!(Desk::new().load(SMTP, &env).is_err(), "{env:?}");
    }
}
