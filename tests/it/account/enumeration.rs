//! L6: no page and no amount of work tells whether an address has an account.

use crate::harness::clinic::Clinic;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;

/// Two addresses of the same length, of which only the first has an account.
const KNOWN: &str = TARO;
const UNKNOWN: &str = "jiro@example.jp";

/// Status, headers and text of an answer.
type Seen = (u16, Vec<(String, String)>, String);

/// Everything that somebody outside could tell one case from the other by.
#[derive(Debug, PartialEq)]
struct Trace {
    pages: Vec<Seen>,
    rows: usize,
    hashes: u64,
    mails: usize,
}

fn seen(page: &Page, own: &[&str]) -> Seen {
    // What differs from one answer to the next by design.
    let drop = ["set-cookie", "x-request-id", "x-page-mark"];
    let headers = page.headers.iter().filter(|(name, _)| !drop.contains(&name.as_str()));
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    let text = own.iter().fold(page.without_proofs(), |text, own| text.replace(own, "…"));
    (page.code(), headers, text)
}

/// Sends the form at `path` for an address and follows it step by step, in a clinic that has the known account.
async fn trace(htmx: bool, path: &str, address: &str) -> Trace {
    let clinic = Clinic::new();
    people::register(&clinic.floor, KNOWN).await;
    let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
    if path.starts_with("/account") {
        clinic.sign_in(&mut browser, HANAKO).await;
    }
    let page = browser.get(path).await;
    let form = page.forms().into_iter().find(|form| path.split('?').next() == Some(&form.action)).expect("the form");
    let form = form.forge("email", address).pressing_any();
    let form = if path.starts_with("/sign-in") { form.fill("パスワード", "wrong wrong wrong") } else { form };
    browser.following = false;
    let (before, hashes) = (rows::all(&clinic.floor.store), clinic.floor.hasher.hashes());
    let mut pages = vec![browser.submit(form).await];
    let after = rows::all(&clinic.floor.store);
    if let Some(next) = pages[0].leads_to() {
        pages.push(browser.get(&next).await);
    }
    // A signed-in patient sees a number of their own, a different one in each clinic.
    let number = people::find(&clinic.floor, HANAKO).map_or("-".to_owned(), |me| me.customer_id.to_string());
    Trace {
        pages: pages.iter().map(|page| seen(page, &[address, &number])).collect(),
        rows: rows::differences(&before, &after).len(),
        hashes: clinic.floor.hasher.hashes() - hashes,
        mails: clinic.mails_to(address).await.len(),
    }
}

#[tokio::test]
async fn l6_known_and_unknown_addresses_get_the_same_pages_and_the_same_work() {
    let going_on = ["/sign-up?next=%2Fperson", "/password-reset?next=%2Fperson", "/sign-in?next=%2Fperson"];
    for path in ["/sign-up", "/password-reset", "/sign-in", "/account/email"].into_iter().chain(going_on) {
        for htmx in [false, true] {
            let known = trace(htmx, path, KNOWN).await;
            let unknown = trace(htmx, path, UNKNOWN).await;
            assert_eq!(known, unknown, "{path}");
            let signs_in = path.starts_with("/sign-in");
            assert_eq!(known.mails, usize::from(!signs_in), "{path}");
            assert_eq!(known.hashes, u64::from(signs_in), "{path}");
        }
    }
}

#[tokio::test]
async fn l6_the_same_throttle_holds_for_known_and_unknown_addresses() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, KNOWN).await;
    let mut statuses = Vec::new();
    for (n, address) in [KNOWN, UNKNOWN].into_iter().enumerate() {
        let mut browser = clinic.plain().at(&format!("198.51.100.{n}"));
        let mut seen = Vec::new();
        for _ in 0..12 {
            seen.push(browser.sign_in(address, "wrong wrong wrong").await.code());
        }
        statuses.push(seen);
    }
    assert_eq!(statuses[0], statuses[1]);
    assert_eq!(statuses[0], [vec![422; 10], vec![429; 2]].concat());
}
