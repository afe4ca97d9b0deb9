mod typo;

use super::*;
use crate::lang::Lang;
use crate::mail::words;
use proptest::prelude::*;

fn stored(raw: &str) -> String {
    EmailAddress::parse(raw).unwrap_or_else(|problem| panic!("{raw:?}: {problem:?}")).as_str().to_owned()
}

#[test]
fn widths_are_folded_spaces_trimmed_and_the_domain_lower_cased() {
    let forms = [
        "yamada@example.jp",
        " yamada@example.jp\r\n",
        "　ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｊｐ　",
        "yamada@EXAMPLE.jp",
        "yamada＠example。jp",
        "yama\u{200B}da@example.jp",
        "\u{FEFF}yamada@example.jp",
        "yamada@example.jp.",
        "\"yamada\"@example.jp",
    ];
    for form in forms {
        assert_eq!(stored(form), "yamada@example.jp", "{form:?}");
    }
    assert_eq!(stored("Yamada.Hanako+Clinic@Example.JP"), "Yamada.Hanako+Clinic@example.jp");
    assert_eq!(stored("yamada@my－clinic.jp"), "yamada@my-clinic.jp");
    assert_eq!(stored("!#$%&'*+-/=?^_`{|}~@example.jp"), "!#$%&'*+-/=?^_`{|}~@example.jp");
}

#[test]
fn local_parts_that_carriers_once_issued_are_accepted() {
    for form in ["a..b@docomo.ne.jp", "yamada.@docomo.ne.jp", "a...@ezweb.ne.jp", "-._@docomo.ne.jp"] {
        assert_eq!(stored(form), form);
    }
    assert_eq!(stored("\"a..b.\"@docomo.ne.jp"), "a..b.@docomo.ne.jp");
}

#[test]
fn i4_what_could_reach_a_header_is_refused() {
    let cases = [
        ("a@b.jp\r\nBcc: x@y.jp", AddressProblem::Forbidden),
        ("a\n@b.jp", AddressProblem::Forbidden),
        ("a\0@b.jp", AddressProblem::Forbidden),
        ("a\u{202E}b@b.jp", AddressProblem::Forbidden),
        ("a b@c.jp", AddressProblem::Space),
        ("a@b. jp", AddressProblem::Space),
        ("Yamada <a@b.jp>", AddressProblem::Space),
        ("<a@b.jp>", AddressProblem::Local),
        ("a,b@c.jp", AddressProblem::Local),
        ("a@b.jp,c@d.jp", AddressProblem::ManyAts),
        ("\"a\\\"@b.jp", AddressProblem::Local),
        ("\"a b\"@c.jp", AddressProblem::Space),
        ("\"@b.jp", AddressProblem::Local),
    ];
    for (form, problem) in cases {
        assert_eq!(EmailAddress::parse(form), Err(problem), "{form:?}");
    }
    assert_eq!(
        EmailAddress::parse("\t\u{202D}a@b.jp\u{202C}").unwrap().as_str(),
        "a@b.jp",
        "what stands around it goes"
    );
}

#[test]
fn what_is_no_address_is_refused_with_its_reason() {
    let cases = [
        ("", AddressProblem::Missing),
        (" \u{200B}", AddressProblem::Missing),
        ("yamada", AddressProblem::NoAt),
        ("a@@b.jp", AddressProblem::ManyAts),
        ("@b.jp", AddressProblem::Local),
        (".a@b.jp", AddressProblem::Local),
        ("a@", AddressProblem::Domain),
        ("a@localhost", AddressProblem::DomainWithoutDot),
        ("a@gmailcom", AddressProblem::DomainWithoutDot),
        ("a@b..jp", AddressProblem::Domain),
        ("a@.jp", AddressProblem::Domain),
        ("a@-b.jp", AddressProblem::Domain),
        ("a@b-.jp", AddressProblem::Domain),
        ("a@b_c.jp", AddressProblem::Domain),
        ("a@b,jp", AddressProblem::Domain),
        ("a@b.j", AddressProblem::Domain),
        ("a@127.0.0.1", AddressProblem::Domain),
        ("a@192.168.10.10", AddressProblem::Domain),
        ("a@[127.0.0.1]", AddressProblem::Domain),
        ("山田@example.jp", AddressProblem::NotAscii),
        ("a@例え.jp", AddressProblem::NotAscii),
        ("m\u{131}ke@example.jp", AddressProblem::NotAscii),
        ("\u{212A}en@example.jp", AddressProblem::NotAscii),
    ];
    for (form, problem) in cases {
        assert_eq!(EmailAddress::parse(form), Err(problem), "{form:?}");
    }
}

#[test]
fn lengths_are_those_of_smtp() {
    let domain = |len: usize| format!("{}.{}.{}.jp", "d".repeat(60), "d".repeat(60), "d".repeat(len));
    let local = "a".repeat(64);
    assert_eq!(EmailAddress::parse(&format!("{local}@{}", domain(63))).unwrap().as_str().len(), 253);
    assert!(EmailAddress::parse(&format!("a{local}@b.jp")).is_err());
    assert_eq!(EmailAddress::parse(&format!("{local}@{}", domain(64))), Err(AddressProblem::Domain));
    assert!(EmailAddress::parse(&format!("{}.@b.jp", "a".repeat(61))).is_ok());
    assert_eq!(EmailAddress::parse(&format!("{}.@b.jp", "a".repeat(62))), Err(AddressProblem::TooLong));
    let whole = |len: usize| format!("{local}@{0}.{0}.{1}.jp", "d".repeat(62), "d".repeat(len));
    assert_eq!(EmailAddress::parse(&whole(60)).unwrap().as_str().len(), 254);
    assert_eq!(EmailAddress::parse(&whole(61)), Err(AddressProblem::TooLong));
    for huge in
        ["a".repeat(1_000_000), "@".repeat(1_000_000), "\0".repeat(1_000_000), format!("a@{}", "b.".repeat(500_000))]
    {
        assert_eq!(EmailAddress::parse(&huge), Err(AddressProblem::TooLong));
    }
}

#[test]
fn i6_logs_show_the_masked_address_only() {
    let address = EmailAddress::parse("yamada@example.jp").unwrap();
    assert_eq!(address.masked(), "y***@example.jp");
    assert_eq!(format!("{address:?}"), "y***@example.jp");
    assert_eq!(format!("{address}"), "yamada@example.jp");
}

#[test]
fn the_key_ignores_case() {
    let [one, two] = ["Yamada@Example.jp", "yamada@example.JP"].map(|form| EmailAddress::parse(form).unwrap());
    assert_ne!(one, two);
    assert_eq!(one.key(), two.key());
}

#[test]
fn addresses_are_stored_as_text() {
    let address = EmailAddress::parse("a..b@docomo.ne.jp").unwrap();
    assert_eq!(serde_json::to_string(&address).unwrap(), "\"a..b@docomo.ne.jp\"");
    assert_eq!(rmp_serde::from_slice::<EmailAddress>(&rmp_serde::to_vec_named(&address).unwrap()).unwrap(), address);
    let damaged: EmailAddress = serde_json::from_str("\"\"").unwrap();
    assert_eq!((damaged.masked().as_str(), damaged.domain(), damaged.suggestion()), ("***@", "", None));
}

#[test]
fn the_mail_library_takes_every_accepted_address_in_its_quoted_form() {
    for (form, quoted) in [
        ("a.b@example.jp", "a.b@example.jp"),
        ("a..b@docomo.ne.jp", "\"a..b\"@docomo.ne.jp"),
        ("yamada.@docomo.ne.jp", "\"yamada.\"@docomo.ne.jp"),
    ] {
        let address = EmailAddress::parse(form).unwrap();
        assert_eq!(address.quoted(), quoted);
        assert_eq!(quoted.parse::<lettre::Address>().unwrap().to_string(), quoted);
    }
    assert!("a..b@docomo.ne.jp".parse::<lettre::Address>().is_err(), "otherwise the quotation marks could go");
}

#[test]
fn every_problem_has_a_sentence() {
    assert_eq!((words::of(Lang::Ja).address)(AddressProblem::Missing), "メールアドレスを入力してください");
    assert!((words::of(Lang::En).address)(AddressProblem::NoAt).contains("no @"));
}

proptest! {
    #[test]
    fn i8_no_text_makes_the_parser_panic(raw in any::<String>(), near in "[a-zA-Z0-9.@\"＠ー ]{0,20}") {
        for text in [raw, near] {
            if let Ok(address) = EmailAddress::parse(&text) {
                let _ = (address.masked(), address.suggestion());
                prop_assert!(address.quoted().parse::<lettre::Address>().is_ok());
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address.clone()));
                prop_assert_eq!(EmailAddress::parse(&address.quoted()), Ok(address));
            }
        }
    }

    #[test]
    fn i8_canonical_addresses_stay_as_they_are(local in "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-][a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]{0,63}", domain in "([a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?\\.){1,4}[a-z]{2,9}") {
        let text = format!("{}@{domain}", local.get(..62).unwrap_or(&local));
        let local = text.split('@').next().unwrap();
        let address = EmailAddress::parse(&text).unwrap();
        prop_assert_eq!(address.as_str(), &text);
        prop_assert_eq!((address.local(), address.domain()), (local, domain.as_str()));
        prop_assert!(address.quoted().parse::<lettre::Address>().is_ok(), "{}", address.quoted());
    }
}

#[test]
fn a_mailbox_is_the_address_without_what_its_owner_chooses_freely() {
    for (address, mailbox) in [
        ("Hanako+clinic@Example.jp", "hanako@example.jp"),
        ("hanako+a+b@example.jp", "hanako@example.jp"),
        ("hana.ko@example.jp", "hana.ko@example.jp"),
        ("ha.na.ko+x@gmail.com", "hanako@gmail.com"),
        ("hanako@googlemail.com", "hanako@gmail.com"),
        ("+@example.jp", "+@example.jp"),
        ("hanako..1@docomo.ne.jp", "hanako..1@docomo.ne.jp"),
    ] {
        assert_eq!(EmailAddress::parse(address).unwrap().mailbox(), mailbox, "{address}");
    }
}
