//! The setup code that a start prints, and commands on the staff.

use crate::harness::process::{Home, Serving};
use std::fs;
use std::os::unix::fs::PermissionsExt;

fn code(serving: &Serving) -> String {
    let line = serving.out().wait_for(|line| line.starts_with("setup code "));
    line.split_whitespace().nth(2).expect("a code").to_owned()
}

#[test]
fn p11_each_start_prints_a_code_and_keeps_it_where_only_its_owner_reads() {
    let home = Home::new();
    let file = home.data().join("setup");
    let mut codes = Vec::new();
    for _ in 0..2 {
        let serving = home.serve();
        let code = code(&serving);
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4; 4], "{code}");
        let text = fs::read_to_string(&file).expect("the file");
        assert!(text.contains(&code) && text.contains("/console/setup"), "{text}");
        assert!(
            !text.lines().any(|line| line.starts_with("http") && line.contains(&code)),
            "the code is in no address"
        );
        assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o600);
        serving.stop();
        codes.push(code);
    }
    assert_ne!(codes[0], codes[1]);
}

#[test]
fn staff_are_invited_at_the_machine() {
    let home = Home::new();
    let serving = home.serve();
    assert!(home.run(&["staff", "list"]).done().starts_with("no staff"));
    let sakura = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sakura.toml");
    home.run(&["clinic", "import", sakura]).done();
    let out = home.run(&["staff", "invite", "hana@example.jp", "sakura", "reception"]).done();
    assert!(out.contains("/console/invitations/") && out.contains("works once"), "{out}");
    let refused = home.run(&["staff", "invite", "hana@example.jp", "momiji", "reception"]).refusal(1);
    assert!(refused.contains("momiji"), "{refused}");
    let refused = home.run(&["staff", "invite", "hana@example.jp", "sakura", "boss"]).refusal(2);
    assert!(refused.contains("owner, reception or doctor"), "{refused}");
    for words in
        [&["reset", "dare@example.jp"][..], &["remove", "dare@example.jp", "sakura"], &["disable", "dare@example.jp"]]
    {
        let refused = home.run(&[&["staff"], words].concat()).refusal(1);
        assert!(refused.contains("dare@example.jp"), "{words:?}: {refused}");
    }
    serving.stop();
}
