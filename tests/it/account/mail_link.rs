//! L1 to L4: links in mails, of every kind.

use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, HTTP, Setup};
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::rows;
use crate::harness::stage::{FUTURE, NEW_PASSWORD, ask_for_link};
use futures_util::future::join_all;
use mypage::store::Store;
use poem::http::Method;

/// One kind of link.
struct Kind {
    /// The page on which it is asked for, and to which a dead link leads back.
    asked: &'static str,
    address: &'static str,
    minutes: i64,
    /// Where its form leads when it is accepted.
    leads: &'static str,
}

const KINDS: [Kind; 3] = [
    Kind { asked: "/sign-up", address: "mika@example.jp", minutes: 24 * 60, leads: "/sign-up/person" },
    Kind { asked: "/password-reset", address: HANAKO, minutes: 30, leads: "/sign-in" },
    Kind { asked: "/account/email", address: FUTURE, minutes: 60, leads: "/account" },
];

impl Kind {
    /// Whether the link opens for its owner's session only.
    fn needs_session(&self) -> bool {
        self.asked.starts_with("/account")
    }

    async fn ask(&self, clinic: &Clinic) -> (Browser, String) {
        let mut browser = clinic.plain();
        people::register(&clinic.floor, HANAKO).await;
        if self.needs_session() {
            clinic.sign_in(&mut browser, HANAKO).await;
        }
        let link = ask_for_link(clinic, &mut browser, self.asked, self.address).await;
        (browser, link)
    }
}

/// The form of a link's page, filled in.
fn filled(page: &Page) -> Form {
    let form = page.forms().into_iter().find(|form| form.action.contains("/link/"));
    let form = form.unwrap_or_else(|| panic!("no form at {} ({})", page.path(), page.h1()));
    let asks = form.fields.iter().any(|input| input.name == "password");
    let form = if asks { form.forge("password", NEW_PASSWORD) } else { form };
    form.pressing_any()
}

/// A dead link: what happened, and a way to a new one.
fn is_dead(page: &Page, asked: &str) {
    assert_eq!((page.code(), page.h1().as_str()), (410, "このURLは使えません"), "{asked}");
    assert!(page.text().contains("有効期限"), "{}", page.text());
    assert!(page.links().iter().any(|(_, href)| href == asked), "no way on from {:?}", page.links());
    assert!(page.forms().iter().all(|form| !form.action.contains("/link/")));
}

#[tokio::test]
async fn l1_scanners_may_open_a_link_as_often_as_they_like() {
    for kind in &KINDS {
        let clinic = Clinic::new();
        let (mut person, link) = kind.ask(&clinic).await;
        let before = rows::all(&clinic.floor.store);
        for n in 0..20 {
            let mut scanner = clinic.plain().at(&format!("198.51.100.{n}"));
            let method = if n % 2 == 0 { Method::GET } else { Method::HEAD };
            assert_eq!(scanner.send(Ask::of(method, &link)).await.code(), 200);
        }
        assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
        let form = filled(&person.get(&link).await);
        assert_eq!(person.submit(form).await.path(), kind.leads);
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn l2_of_fifty_that_use_one_link_at_once_one_succeeds() {
    for kind in &KINDS {
        let clinic = Clinic::open(Setup { store: Store::memory(), ..Setup::default() });
        clinic.ignore_mail();
        let (asking, link) = kind.ask(&clinic).await;
        let mut everybody = Vec::new();
        for n in 0..50 {
            let mut browser = clinic.plain().at(&format!("198.51.100.{n}"));
            browser.cookies.clone_from(&asking.cookies);
            let form = filled(&browser.get(&link).await);
            browser.following = false;
            everybody.push((browser, form));
        }
        let sent = everybody.iter_mut().map(|(browser, form)| browser.submit(form.clone()));
        let pages = join_all(sent).await;
        let won = pages.iter().filter(|page| page.code() == 303 && page.leads_to().unwrap().starts_with(kind.leads));
        assert_eq!(won.count(), 1, "{}", kind.asked);
        // The losers of a sign-up in the winner's own browser would go on where the winner is; here none does.
        // The winner's session has ended, too, so that those after it find nobody signed in.
        let ended = |page: &Page| {
            kind.needs_session() && page.code() == 303 && page.leads_to().unwrap().starts_with("/sign-in?")
        };
        // They are one browser, which may have only so many passwords hashed by links.
        let lost = pages.iter().filter(|page| matches!(page.code(), 410 | 429 | 503) || ended(page));
        assert_eq!(lost.count(), 49, "{}: {:?}", kind.asked, pages.iter().map(Page::code).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn l3_a_link_ends_when_its_time_is_over() {
    for kind in &KINDS {
        let clinic = Clinic::new();
        let (mut browser, link) = kind.ask(&clinic).await;
        let page = browser.get(&link).await;
        clinic.minutes_pass(kind.minutes - 1);
        assert_eq!(browser.get(&link).await.code(), 200, "{}", kind.asked);
        clinic.minutes_pass(1);
        is_dead(&browser.get(&link).await, kind.asked);
        is_dead(&browser.clone().with_htmx().get(&link).await, kind.asked);
        let before = rows::all(&clinic.floor.store);
        is_dead(&browser.submit(filled(&page)).await, kind.asked);
        let changed = rows::differences(&before, &rows::all(&clinic.floor.store));
        // The attempt is counted, in a row that has an end.
        let others = changed.iter().filter(|key| !key.starts_with("throttle"));
        assert_eq!(others.count(), 0, "{changed:?}");
    }
}

#[tokio::test]
async fn l3_only_the_newest_link_works() {
    for kind in &KINDS {
        let clinic = Clinic::new();
        let (mut browser, first) = kind.ask(&clinic).await;
        let early = browser.get(&first).await;
        let second = ask_for_link(&clinic, &mut browser, kind.asked, kind.address).await;
        is_dead(&browser.get(&first).await, kind.asked);
        is_dead(&browser.submit(filled(&early)).await, kind.asked);
        let form = filled(&browser.get(&second).await);
        assert_eq!(browser.submit(form).await.path(), kind.leads);
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn a_used_link_says_what_to_do_next() {
    for kind in &KINDS {
        let clinic = Clinic::new();
        clinic.ignore_mail();
        let (mut browser, link) = kind.ask(&clinic).await;
        let form = filled(&browser.get(&link).await);
        browser.submit(form).await;
        let mut other = if kind.needs_session() { browser } else { clinic.plain() };
        is_dead(&other.get(&link).await, kind.asked);
    }
}

#[tokio::test]
async fn a_mangled_link_says_what_to_do_next_and_never_breaks() {
    let clinic = Clinic::new();
    for kind in &KINDS {
        let (asking, link) = kind.ask(&clinic).await;
        let (start, token) = link.rsplit_once('/').unwrap();
        let mut swapped = token.to_owned();
        swapped.replace_range(..1, if token.starts_with('A') { "B" } else { "A" });
        let mangled = [
            &token[..42],
            &token[..10],
            &format!("{token}x"),
            &format!("{token}="),
            &swapped,
            "x",
            "%00",
            "%ff",
            "%E3%81%82",
            "..%2f..",
            "%20",
            &"A".repeat(43),
            &"A".repeat(10_000),
            &format!("{token}%0A"),
            &token.to_uppercase(),
        ];
        for token in mangled {
            let mut browser = if kind.needs_session() { asking.clone() } else { clinic.plain() };
            let path = format!("{start}/{token}");
            let page = browser.get(&path).await;
            match page.code() {
                410 => is_dead(&page, kind.asked),
                other => assert_eq!(other, 404, "{path:.80}"),
            }
            let proof = browser.get("/terms").await.form("日本語").value("_csrf");
            let sent = [("_csrf".to_owned(), proof), ("password".to_owned(), NEW_PASSWORD.to_owned())];
            let page = browser.send(Ask::posting(&path, &sent)).await;
            assert!(matches!(page.code(), 404 | 410), "{path:.80}: {}", page.code());
        }
        clinic.minutes_pass(16);
    }
    clinic.ignore_mail();
}

#[tokio::test]
async fn l4_links_come_from_the_configured_address_whatever_the_request_says() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let names = [
        "host",
        "x-forwarded-host",
        "forwarded",
        "x-forwarded-proto",
        "x-forwarded-port",
        "x-forwarded-server",
        "x-host",
        "x-original-url",
        "x-rewrite-url",
        "origin",
    ];
    let values = [
        "evil.example",
        "evil.example:8080",
        "my.example.jp.evil.example",
        "host=evil.example;proto=https",
        "for=1.2.3.4;host=\"evil.example\"",
        "https",
        "//evil.example",
        "my.example.jp, evil.example",
        "@evil.example",
        "/../evil.example",
    ];
    let mut forged = 0;
    for (n, name) in names.iter().enumerate() {
        for (m, value) in values.iter().enumerate() {
            // Each from its own place and to its own address, so that nothing is throttled.
            let mut browser = clinic.plain().at(&format!("198.51.{n}.{m}"));
            let address = format!("mika{n}{m}@example.jp");
            let form = browser.get("/sign-up").await.form("メール送信").fill("メールアドレス", &address);
            let ask = Ask::posting(&form.action, &form.sent()).with(name, value);
            let page = browser.send(ask).await;
            forged += 1;
            if *name == "origin" {
                assert!(matches!(page.code(), 200 | 403));
            } else {
                assert_eq!(page.h1(), "メールを送信しました", "{name}: {value}");
            }
            for letter in clinic.mails_to(&address).await {
                assert!(!letter.text().contains("evil") && !letter.html().contains("evil"), "{name}: {value}");
                let links =
                    letter.text().lines().filter(|line| line.contains("://")).map(str::to_owned).collect::<Vec<_>>();
                assert!(links.len() >= 2 && links.iter().all(|link| link.starts_with(HTTP)), "{links:?}");
            }
        }
    }
    assert_eq!(forged, 100);
}
