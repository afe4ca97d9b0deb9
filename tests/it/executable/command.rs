//! The words after `mypage`: bad ones end with one clear line and exit code 2.

use crate::harness::process::Home;

const README: &str = include_str!("../../../README.md");

#[test]
fn a_bad_word_ends_with_one_clear_line_and_exit_code_2() {
    let home = Home::new();
    for (words, said) in [
        (&["sevre"][..], "sevre"),
        (&["serve", "now"], "serve"),
        (&["serve", "--port", "80"], "--port"),
        (&["serve", "--config"], "--config"),
        (&["serve", "--listen", "127.0.0.1:0"], "unexpected argument '--listen'"),
        (&["demo", "--listen", "nowhere"], "nowhere"),
        (&["demo", "--config", "mypage.toml"], "--config"),
        (&["backup"], "usage: mypage backup <FILE>"),
        (&["backup", "one", "two"], "unexpected argument 'two' found; usage: mypage backup"),
        (&["account"], "[subcommands: list, find, show, disable, enable"),
        (&["account", "erase", "1"], "unrecognized subcommand 'erase'"),
        (&["account", "show"], "usage: mypage account show <CUSTOMER-ID>"),
        (&["serve", "--new"], "unexpected argument '--new'"),
        (&["check", "one", "two"], "check"),
        (&["compact", "this"], "compact"),
        (&["-x"], "-x"),
        (&["account\nforged line"], "unrecognized subcommand"),
        (&["acount"], "a similar subcommand exists: 'account'"),
    ] {
        let line = home.run(words).refusal(2);
        assert!(line.contains(said), "{words:?}: {line}");
    }
    assert!(!home.data().exists(), "nothing was begun");
}

#[test]
fn a_bad_setting_ends_with_one_line_that_names_it_and_exit_code_2() {
    for (text, said) in [
        ("lisen = \"127.0.0.1:0\"", "did you mean \"listen\"?"),
        ("[mail]\nhots = \"a\"", "line 2: mail.hots: unknown key; did you mean \"mail.host\"?"),
        ("listen = 8080", "line 1: listen"),
        ("listen = \"everywhere\"", "listen: must be"),
        ("listen = ", "line 1"),
        ("base_url = \"ftp://example.jp\"", "base_url: must be"),
        ("[proxy]\ntrusted = [\"everybody\"]", "proxy.trusted: must be"),
        ("[service]\nterms_file = \"missing.md\"", "missing.md"),
        ("[mail]\nmode = \"pigeon\"", "mail.mode: must be"),
    ] {
        let home = Home::bare();
        let home = if text.contains("mode") { home } else { home.with("MAIL_MODE", "kept") };
        std::fs::write(home.path().join("mypage.toml"), text).unwrap();
        for words in [&["serve"][..], &["check"], &["account", "list"]] {
            let line = home.run(words).refusal(2);
            assert!(line.contains(said), "{text:?}: {line}");
        }
    }
}

#[test]
fn a_setting_of_the_environment_is_held_to_the_same() {
    let line = Home::new().with("LISTN", "127.0.0.1:0").run(&["serve"]).refusal(2);
    assert!(line.contains("did you mean \"MYPAGE_LISTEN\"?"), "{line}");
}

#[test]
fn every_problem_of_the_settings_is_told_at_once() {
    let home = Home::bare().with("BASE_URL", "ftp://example.jp").with("LISTN", "127.0.0.1:0");
    std::fs::write(
        home.path().join("mypage.toml"),
        "\u{feff}listen = 8080\r\n[mail]\r\nhots = 'a'\r\nport = 'x'\r\nmode = 'smtp'",
    )
    .unwrap();
    let ended = home.run(&["serve"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{ended:?}");
    let lines: Vec<&str> = ended.err.lines().collect();
    let expected = [
        "mypage: 7 problems in the settings",
        "mypage.toml: line 1: listen: must be a text in quotes",
        "mypage.toml: line 3: mail.hots: unknown key; did you mean \"mail.host\"?",
        "mypage.toml: line 4: mail.port: must be a number without quotes",
        "environment: MYPAGE_BASE_URL: base_url: must be http",
        "environment: MYPAGE_LISTN: unknown variable; did you mean \"MYPAGE_LISTEN\"?",
        "mail.from: not set, but mail.mode = \"smtp\" needs a sender; set it in mypage.toml or as MYPAGE_MAIL_FROM",
        "mail.host: not set, but mail.mode = \"smtp\" needs a server",
    ];
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line} instead of {expected}");
    }
}

#[test]
fn only_what_sends_mail_asks_for_mail_settings() {
    let home = Home::new();
    home.serve().stop();
    let home = home.without("MAIL_MODE");
    std::fs::write(home.path().join("sakura.toml"), include_str!("../../../fixtures/sakura.toml")).unwrap();
    // The command may not be allowed to read what only the server needs.
    let home = home.with("MAIL_USER", "clinic").with("MAIL_PASSWORD_FILE", "no-such-file");
    home.run(&["clinic", "import", "sakura.toml"]).done();
    home.run(&["account", "list"]).done();
    home.run(&["backup", "copy.redb"]).done();
    home.run(&["check"]).done();
    home.run(&["compact"]).done();
    let ended = home.run(&["serve"]);
    for part in ["3 problems", "mail.host: not set", "mail.from: not set", "no-such-file cannot be read"] {
        assert!(ended.code == Some(2) && ended.err.contains(part), "{part} is missing in {ended:?}");
    }
}

#[test]
fn a_clinic_is_taken_in_before_the_server_has_run_and_before_there_is_any_setting() {
    let home = Home::bare();
    std::fs::write(home.path().join("sakura.toml"), include_str!("../../../fixtures/sakura.toml")).unwrap();
    let told = home.run(&["clinic", "import", "sakura.toml"]).done();
    assert!(told.starts_with("sakura: new, 6 menus: "), "{told}");
    assert!(home.run(&["clinic", "list"]).done().starts_with("sakura"));
}

#[test]
fn a_missing_file_is_named() {
    let home = Home::new();
    let line = home.run(&["serve", "--config", "elsewhere.toml"]).refusal(2);
    assert!(line.contains("elsewhere.toml: cannot be read"), "{line}");
    let line = home.run(&["check", "no-such.redb"]).refusal(2);
    assert!(line.contains("no-such.redb"), "{line}");
}

#[test]
fn a_number_that_is_no_customer_id_is_refused() {
    let home = Home::new();
    home.serve().stop();
    for words in ["show", "disable", "enable"] {
        // The last digit checks the others; all ones is what a joker types.
        for id in ["1111-1111-1111", "12", "hanako@example.jp", ""] {
            let line = home.run(&["account", words, id]).refusal(2);
            assert!(line.contains("not a customer id"), "{words} {id}: {line}");
        }
    }
}

#[test]
fn help_and_version_are_for_standard_output() {
    let home = Home::new();
    let help = home.run(&["--help"]).done();
    for command in ["serve", "demo", "check", "backup", "compact", "account list", "show", "disable", "enable"] {
        assert!(help.contains(command), "{command} is missing in {help}");
    }
    for line in README.lines().filter_map(|line| line.strip_prefix("| `mypage ")) {
        let words: Vec<&str> = line.split(['`', '[', ' ']).take_while(|word| is_plain(word)).collect();
        assert!(help.contains(&format!("mypage {}", words.join(" "))), "{words:?} is missing in {help}");
    }
    for words in [&["help"][..], &["-h"], &[]] {
        assert_eq!(home.run(words).done(), help);
    }
    for words in [&["help", "notice", "publish"][..], &["notice", "publish", "--help"], &["notice", "publish", "-h"]] {
        let help = home.run(words).done();
        for part in
            ["Usage: mypage notice publish [OPTIONS] <FILE.md>", "--from <TIME>", "--lang <ja|en>", "--config <FILE>"]
        {
            assert!(help.contains(part), "{part} is missing in {help}");
        }
    }
    let version = concat!("mypage ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(home.run(&["--version"]).done(), version);
    assert_eq!(home.run(&["-V"]).done(), version);
}

#[test]
fn an_address_in_use_is_named() {
    let first = Home::new();
    let serving = first.serve();
    let address = serving.address().to_string();
    let ended = Home::new().with("LISTEN", &address).run(&["serve"]);
    let line = ended.refusal(1);
    assert!(line.contains(&format!("cannot listen at {address}: ")), "{line}");
    assert!(line.ends_with("; set listen in mypage.toml, or MYPAGE_LISTEN, to another address"), "{line}");
    let line = Home::bare().run(&["demo", "--listen", &address]).refusal(1);
    assert!(line.contains(&format!("cannot listen at {address}: ")) && line.contains("mypage demo --listen"), "{line}");
}

/// Whether a word of a command is typed as it stands.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase())
}
