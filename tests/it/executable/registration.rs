//! `mypage clinic token`, beside a running server and without one.

use super::visitor::Visitor;
use crate::harness::process::{Ended, Home};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sakura.toml");

/// The lines of the answer by their labels.
fn urls(ended: Ended) -> Vec<(String, String)> {
    let rows = ended.done();
    rows.lines()
        .map(|line| line.split_once("  ").map(|(a, b)| (a.trim().to_owned(), b.trim().to_owned())).unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_is_told_its_url_and_can_have_a_new_one() {
    let home = Home::new();
    home.serve().stop();
    home.run(&["clinic", "import", FILE]).done();
    let first = urls(home.run(&["clinic", "token", "sakura"]));
    let labels: Vec<&str> = first.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["registration", "poster", "QR code, SVG", "QR code, PNG"]);
    let serving = home.serve();
    assert_eq!(urls(home.run(&["clinic", "token", "sakura"])), first, "the same however often it is asked for");
    let visitor = Visitor::of(&serving);
    let path = |url: &str| url[url.find("/c/").unwrap()..].to_owned();
    for (label, url) in &first {
        // The registration leads to アカウント認証; what is printed is shown.
        let expected = if label == "registration" { 303 } else { 200 };
        assert_eq!(visitor.get(&path(url)).await.status, expected, "{label}");
    }
    let second = urls(home.run(&["clinic", "token", "--new", "sakura"]));
    assert_ne!(second, first);
    assert_eq!(visitor.get(&path(&first[0].1)).await.status, 410, "retired");
    assert_eq!(visitor.get(&path(&second[0].1)).await.status, 303);
    home.run(&["clinic", "import", FILE]).done();
    assert_eq!(urls(home.run(&["clinic", "token", "sakura"])), second, "an import leaves it as it is");
    serving.stop();
    assert!(home.run(&["check"]).done().contains("sound"));
    assert!(home.run(&["clinic", "token", "nowhere"]).refusal(1).contains("there is no clinic nowhere"));
    assert!(home.run(&["clinic", "token", "No Clinic"]).refusal(2).contains("not the id of a clinic"));
    for wrong in [&["clinic", "token"][..], &["clinic", "list", "--new"], &["serve", "--new"]] {
        assert!(home.run(wrong).refusal(2).contains("see mypage --help"), "{wrong:?}");
    }
}
