//! What is wrong with a setting, in one line that names its place.

use super::Desk;
use mypage::config::Config;
use std::path::Path;

const KEPT: [(&str, &str); 1] = [("MYPAGE_MAIL_MODE", "kept")];

#[test]
fn an_unknown_key_is_named_with_its_line_and_the_nearest_one() {
    for (text, line) in [
        ("\n[mail]\nprot = 25", "mypage.toml: line 3: mail.prot: unknown key; did you mean \"mail.port\"?"),
        ("lisen = 1", "mypage.toml: line 1: lisen: unknown key; did you mean \"listen\"?"),
        ("host = 'a'", "mypage.toml: line 1: host: unknown key; did you mean \"mail.host\"?"),
        ("[mial]\nhost = 'a'", "mypage.toml: line 1: mial: unknown key; did you mean \"mail\"?"),
        ("mail.tsl = 'a'", "mypage.toml: line 1: mail.tsl: unknown key; did you mean \"mail.tls\"?"),
        ("[proxi]", "mypage.toml: line 1: proxi: unknown key; did you mean \"proxy\"?"),
        ("\nmail = 'smtp'", "mypage.toml: line 2: mail: must be a table: [mail] above its keys, or mail = { … }"),
    ] {
        assert_eq!(Desk::new().problem(text, &KEPT), line);
    }
}

#[test]
fn an_unknown_variable_is_named_with_the_nearest_one() {
    assert_eq!(
        Desk::new().problem("", &[KEPT[0], ("MYPAGE_MAIL_PROT", "25")]),
        "environment: MYPAGE_MAIL_PROT: unknown variable; did you mean \"MYPAGE_MAIL_PORT\"?"
    );
}

#[test]
fn a_wrong_form_is_named_with_its_line() {
    for (text, start) in [
        ("listen = 8080", "mypage.toml: line 1: listen: must be a text in quotes"),
        ("[mail]\nport = '25'", "mypage.toml: line 2: mail.port: must be a number without quotes"),
        ("[mail]\nport = 0x19", "mypage.toml: line 2: mail.port: must be a number without quotes"),
        ("[proxy]\ntrusted = '10.0.0.0/8'", "mypage.toml: line 2: proxy.trusted: must be a list of texts"),
        ("[proxy]\ntrusted = [1]", "mypage.toml: line 2: proxy.trusted: must be a list of texts"),
        ("[listen]\nport = 1", "mypage.toml: line 1: listen: must be a text in quotes"),
    ] {
        let problem = Desk::new().problem(text, &KEPT);
        assert!(problem.starts_with(start), "{problem}");
    }
}

#[test]
fn a_value_that_is_not_allowed_is_quoted_with_what_is() {
    assert_eq!(
        Desk::new().problem("\n\nlisten = 'localhost:8080'", &KEPT),
        "mypage.toml: line 3: listen: must be an IP address and a port, such as 127.0.0.1:8080 or [::]:8080; \
         it is \"localhost:8080\""
    );
    assert_eq!(
        Desk::new().problem("", &[("MYPAGE_MAIL_MODE", "sendmail")]),
        "environment: MYPAGE_MAIL_MODE: mail.mode: must be smtp, console or kept; it is \"sendmail\""
    );
    for text in ["data = ''", "data = \"a\\u0000b\"", "[service]\nname = ' '", "[service]\ncontact = \"a\\nb\""] {
        assert!(Desk::new().load(text, &KEPT).is_err(), "{text}");
    }
}

#[test]
fn a_base_url_is_an_origin_and_nothing_more() {
    for given in [
        "",
        "my.example.jp",
        "//my.example.jp",
        "ftp://my.example.jp",
        "https://",
        "https://:443",
        "https://my.example.jp/clinic",
        "https://my.example.jp//",
        "https://my.example.jp?a=b",
        "https://my.example.jp/?",
        "https://my.example.jp#top",
        "https://me@my.example.jp",
        "https://me:secret@my.example.jp",
        "https://my.example.jp:0",
        "https://my.example.jp:port",
        "https://my.example.jp:",
        "https://my example.jp",
        "https://さくら 医院.example",
        "https://さくら_医院.example",
        "https://-さくら.example",
        "https://xn--さくら.example",
        "https://さくら医院.example/b",
        "https://私@さくら医院.example",
        "https://さくら医院.example:",
        "https://。",
    ] {
        let problem = Desk::new().problem(&format!("base_url = '{given}'"), &KEPT);
        assert!(problem.starts_with("mypage.toml: line 1: base_url: must be http"), "{given}: {problem}");
    }
}

#[test]
fn a_proxy_list_never_trusts_the_whole_internet() {
    for trusted in ["0.0.0.0/0", "::/0", "10.0.0.0/33", "proxy.example.jp"] {
        let problem = Desk::new().problem(&format!("[proxy]\ntrusted = ['10.0.0.1', '{trusted}']"), &KEPT);
        assert!(problem.starts_with("mypage.toml: line 2: proxy.trusted: must be a list of networks"), "{problem}");
    }
}

#[test]
fn a_broken_file_is_one_line_with_its_line_number() {
    let problem = Desk::new().problem("listen = '127.0.0.1:1'\n[mail\n", &KEPT);
    assert!(problem.starts_with("mypage.toml: line 2: "), "{problem}");
    assert!(
        Desk::new()
            .problem("listen = '127.0.0.1:1'\nlisten = '127.0.0.1:2'\n", &KEPT)
            .starts_with("mypage.toml: line 2: ")
    );
}

#[test]
fn every_problem_is_told_at_once_the_files_first_in_the_order_of_its_lines() {
    let text = "base_url = 'x'\nlisten = 1\n[servce]\n[mail]\nmode = 'pigeon'\n[proxy]\ntrusted = ['::/0']\n";
    let env = [("MYPAGE_DATA", ""), ("MYPAGES_DATA", "not ours"), ("MYPAGE_HOST", "a")];
    let error = Desk::new().load(text, &env).unwrap_err().to_string();
    let lines: Vec<&str> =
        error.lines().map(|line| line.rsplit_once("mypage.toml: ").map_or(line, |(_, rest)| rest)).collect();
    let starts = [
        "line 1: base_url: must be http",
        "line 2: listen: must be a text in quotes",
        "line 3: servce: unknown key; did you mean \"service\"?",
        "line 5: mail.mode: must be smtp, console or kept; it is \"pigeon\"",
        "line 7: proxy.trusted: must be a list of networks",
        "environment: MYPAGE_DATA: data: must be a folder",
        "environment: MYPAGE_HOST: unknown variable; did you mean",
    ];
    assert_eq!(lines.len(), starts.len(), "{lines:#?}");
    assert!(lines.iter().zip(starts).all(|(line, start)| line.starts_with(start)), "{lines:#?}");
}

#[test]
fn a_faulty_key_is_not_told_to_be_missing_as_well() {
    for text in ["[mail]\nhost = 1\nfrom = 'a@example.jp'", "[mail]\nhost = 'a b'\nfrom = 'a@example.jp'"] {
        let problem = Desk::new().problem(text, &[]);
        assert!(problem.starts_with("mypage.toml: line 2: mail.host: must be"), "{problem}");
    }
}

#[test]
fn what_an_editor_puts_around_the_file_does_not_matter() {
    let config = Desk::new().load("\u{feff}listen = '127.0.0.1:1'\r\n[service]\r\nname = 'a'", &KEPT).unwrap();
    assert_eq!((config.listen.port(), config.service.name.as_str()), (1, "a"));
}

#[test]
fn a_named_file_that_is_missing_is_a_problem() {
    let problem = Config::load(Some(Path::new("no-such-folder/mypage.toml")), std::iter::empty()).unwrap_err();
    assert!(problem.to_string().starts_with("no-such-folder/mypage.toml: cannot be read: "), "{problem}");
}

#[test]
fn mails_are_kept_on_localhost_only_since_anybody_could_read_them() {
    for url in ["https://my.example.jp", "http://192.0.2.1:8080", "http://localhost.example.jp", "http://[2001:db8::1]"]
    {
        let problem = Desk::new().problem(&format!("base_url = '{url}'"), &KEPT);
        assert!(
            problem.contains("mail.mode: must be \"smtp\" or \"console\" unless base_url is on localhost"),
            "{problem}"
        );
    }
    for url in ["http://localhost:1", "https://my.localhost", "http://127.0.0.2", "http://[::1]:8080"] {
        assert!(Desk::new().load(&format!("base_url = '{url}'"), &KEPT).is_ok(), "{url}");
    }
}
