//! The words after `mypage`: bad ones end with one clear line and exit code 2.

use crate::harness::process::Home;

#[test]
fn a_bad_word_ends_with_one_clear_line_and_exit_code_2() {
    let home = Home::new();
    for (words, said) in [
        (&["sevre"][..], "sevre"),
        (&["serve", "now"], "serve"),
        (&["serve", "--port", "80"], "--port"),
        (&["serve", "--config"], "--config"),
        (&["serve", "--listen", "127.0.0.1:0"], "--listen goes with demo only"),
        (&["demo", "--listen", "nowhere"], "nowhere"),
        (&["demo", "--config", "mypage.toml"], "--config"),
        (&["backup"], "backup takes one file"),
        (&["backup", "one", "two"], "backup takes one file"),
        (&["account"], "account takes list"),
        (&["account", "erase", "1"], "account takes list"),
        (&["account", "show"], "account takes list"),
        (&["check", "one", "two"], "check"),
        (&["compact", "this"], "compact"),
        (&["-x"], "-x"),
        (&["account\nforged line"], "unknown command"),
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
    let line = Home::bare().run(&["serve"]).refusal(2);
    assert!(line.contains("mail.host") && line.contains("MYPAGE_MAIL_HOST"), "{line}");
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
            assert!(line.contains("is no customer id"), "{words} {id}: {line}");
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
    for words in [&["help"][..], &["-h"], &[], &["serve", "--help"]] {
        assert_eq!(home.run(words).done(), help);
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
    assert!(line.contains(&format!("cannot listen at {address}")), "{line}");
}
