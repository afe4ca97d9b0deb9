//! What may be left out, and where a setting may come from.

use super::{Desk, kept, sending};
use mypage::config::{Config, Delivery};

#[test]
fn an_empty_file_means_the_defaults() {
    let config = kept("");
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.base_url(), "http://localhost:8080");
    assert_eq!(config.data.to_str(), Some("data"));
    assert!(config.proxies.is_empty());
    assert_eq!(config.service.name, "マイページ");
    assert!(config.service.contact.is_none() && config.service.terms.is_none() && config.service.privacy.is_none());
    assert!(matches!(config.mail.delivery, Delivery::Kept));
}

#[test]
fn the_file_sets_what_it_names() {
    let config = sending(
        "listen = '[::1]:0'\nbase_url = 'https://my.example.jp'\n\
         [proxy]\ntrusted = ['10.0.0.0/8', '::1']\n[service]\nname = 'さくら'\ncontact = '03-0000-0000'\n",
    );
    assert_eq!(config.listen.to_string(), "[::1]:0");
    assert_eq!(config.service.name, "さくら");
    assert_eq!(config.service.contact.as_deref(), Some("03-0000-0000"));
    let proxies: Vec<_> = config.proxies.iter().map(ToString::to_string).collect();
    assert_eq!(proxies, ["10.0.0.0/8", "::1/128"]);
}

#[test]
fn the_environment_wins_over_the_file() {
    let env = [
        ("MYPAGE_MAIL_MODE", "kept"),
        ("MYPAGE_LISTEN", "0.0.0.0:80"),
        ("MYPAGE_PROXY_TRUSTED", "127.0.0.1/32, 10.1.0.0/16"),
        ("MYPAGES", "not ours"),
        ("PATH", "/bin"),
    ];
    let config = Desk::new().load("listen = '127.0.0.1:1'\n[proxy]\ntrusted = []\n", &env).unwrap();
    assert_eq!(config.listen.to_string(), "0.0.0.0:80");
    assert_eq!(config.proxies.len(), 2);
}

#[test]
fn without_a_named_file_a_missing_one_is_no_problem() {
    // The tests run in the folder of the project, where mypage.toml is: it holds the defaults, too.
    let env = [("MYPAGE_MAIL_MODE".to_owned(), "kept".to_owned())];
    assert!(Config::load(None, env.into_iter()).is_ok());
}

#[test]
fn the_origin_is_kept_as_browsers_send_it() {
    for (given, origin, https) in [
        ("https://my.example.jp", "https://my.example.jp", true),
        ("https://My.Example.JP/", "https://my.example.jp", true),
        ("HTTPS://my.example.jp:443", "https://my.example.jp", true),
        ("http://localhost:80/", "http://localhost", false),
        ("http://[::1]:8080", "http://[::1]:8080", false),
        ("https://my.example.jp:80", "https://my.example.jp:80", true),
        ("https://さくら医院.example", "https://xn--y8jl1nm08k4f0e.example", true),
        ("https://My.さくら医院。EXAMPLE:8443/", "https://my.xn--y8jl1nm08k4f0e.example:8443", true),
        ("http://ｍｙ．example.jp", "http://my.example.jp", false),
        ("https://xn--y8jl1nm08k4f0e.example", "https://xn--y8jl1nm08k4f0e.example", true),
    ] {
        let config = sending(&format!("base_url = '{given}'"));
        assert_eq!((config.base_url(), config.is_https()), (origin, https), "{given}");
        assert_eq!(config.url("/sign-in"), format!("{origin}/sign-in"));
        assert_eq!(config.url("sign-in"), format!("{origin}/sign-in"));
    }
}

#[test]
fn an_address_of_this_machine_or_its_own_network_is_out_of_patients_reach() {
    for (url, is_out) in [
        ("http://localhost:8080", true),
        ("https://my.localhost", true),
        ("http://127.0.0.1", true),
        ("http://[::1]:8080", true),
        ("http://0.0.0.0:8080", true),
        ("http://10.0.0.5", true),
        ("http://172.31.0.1", true),
        ("http://192.168.1.20:8080", true),
        ("http://169.254.1.1", true),
        ("http://[fd00::1]", true),
        ("http://[fe80::1]", true),
        ("http://[::ffff:192.168.0.1]", true),
        ("http://uketsuke-pc:8080", true),
        ("http://server.local", true),
        ("http://172.32.0.1", false),
        ("http://203.0.113.5", false),
        ("http://[2001:db8::1]", false),
        ("https://my.example.jp", false),
        ("https://local.example.jp", false),
    ] {
        assert_eq!(sending(&format!("base_url = '{url}'")).is_out_of_reach(), is_out, "{url}");
    }
}
