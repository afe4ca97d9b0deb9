use super::*;

fn suggested(domain: &str) -> Option<String> {
    EmailAddress::parse(&format!("Yamada@{domain}")).unwrap().suggestion().map(|meant| meant.as_str().to_owned())
}

#[test]
fn mistyped_domains_get_a_suggestion() {
    let cases = [
        (
            "gmail.com",
            [
                "gmail.co.jp",
                "gmail.jp",
                "gmail.ne.jp",
                "gmial.com",
                "gmai.com",
                "gmaill.com",
                "gamil.com",
                "gnail.com",
                "gmail.con",
                "gmail.cm",
                "gmail.co",
            ]
            .as_slice(),
        ),
        ("docomo.ne.jp", &["docomo.co.jp", "docomo.jp", "docoomo.ne.jp", "docmo.ne.jp", "docomo.ne.jo", "docomo.nejp"]),
        ("ezweb.ne.jp", &["ezweb.co.jp", "ezweb.jp", "ezwed.ne.jp", "ezeb.ne.jp"]),
        (
            "yahoo.co.jp",
            &[
                "yaho.co.jp",
                "yahooo.co.jp",
                "yahho.co.jp",
                "yahoo.ne.jp",
                "yahoo.jp",
                "yahoo.co",
                "yahoo.cojp",
                "yahoo.com.jp",
            ],
        ),
        ("icloud.com", &["icloud.co", "icloud.jp", "icloud.co.jp", "icoud.com", "iclould.com", "icloud.con"]),
        ("softbank.ne.jp", &["sofbank.ne.jp", "softbnak.ne.jp", "softbank.or.jp"]),
        ("i.softbank.jp", &["i.softbank.ne.jp"]),
        ("outlook.jp", &["outlook.co.jp", "outlok.jp"]),
        ("hotmail.co.jp", &["hotmai.co.jp", "hotmail.ne.jp"]),
    ];
    for (meant, typed) in cases {
        for domain in typed {
            assert_eq!(suggested(domain), Some(format!("Yamada@{meant}")), "{domain}");
        }
    }
}

#[test]
fn real_domains_are_not_doubted() {
    let real = [
        "gmail.com",
        "googlemail.com",
        "yahoo.co.jp",
        "yahoo.com",
        "ymail.com",
        "mail.com",
        "email.com",
        "ymail.ne.jp",
        "yahoo.co.uk",
        "yahoo.fr",
        "yahoo.com.tw",
        "yahoo.ca",
        "ybb.ne.jp",
        "docomo.ne.jp",
        "ezweb.ne.jp",
        "au.com",
        "biz.ezweb.ne.jp",
        "softbank.ne.jp",
        "softbank.co.jp",
        "i.softbank.jp",
        "d.vodafone.ne.jp",
        "disney.ne.jp",
        "ymobile.ne.jp",
        "y-mobile.ne.jp",
        "uqmobile.jp",
        "rakuten.jp",
        "icloud.com",
        "me.com",
        "mac.com",
        "outlook.jp",
        "outlook.com",
        "outlook.de",
        "hotmail.co.jp",
        "hotmail.com",
        "hotmail.fr",
        "hotmail.co.uk",
        "live.jp",
        "live.com",
        "msn.com",
        "nifty.com",
        "ocn.ne.jp",
        "biglobe.ne.jp",
        "plala.or.jp",
        "so-net.ne.jp",
        "dion.ne.jp",
        "jcom.home.ne.jp",
        "aol.com",
        "gmx.de",
        "proton.me",
        "example.jp",
        "u-tokyo.ac.jp",
        "clinic.or.jp",
        "cmail.jp",
        "tail.com",
        "maildocomo.jp",
    ];
    for domain in real {
        assert_eq!(suggested(domain), None, "{domain}");
    }
}
