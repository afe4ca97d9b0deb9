//! Every text file that an operator gives is taken as editors leave it: with a byte order mark, with CRLF, without a last
//! line end.

use crate::harness::process::Home;
use std::path::PathBuf;

const SAKURA: &str = include_str!("../../../fixtures/sakura.toml");

/// A text as three editors leave it.
fn left_by_editors(text: &str) -> [String; 3] {
    let bare = text.trim_end();
    [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), format!("\u{feff}{}", bare.replace('\n', "\r\n"))]
}

fn write(home: &Home, name: &str, text: &str) -> PathBuf {
    let path = home.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn clinics_and_notices_are_taken_as_editors_leave_them() {
    let home = Home::new();
    home.serve().stop();
    let first = write(&home, "sakura.toml", SAKURA);
    home.run(&["clinic", "import", first.to_str().unwrap()]).done();
    for text in left_by_editors(SAKURA) {
        write(&home, "sakura.toml", &text);
        assert!(home.run(&["clinic", "import", "sakura.toml"]).done().starts_with("sakura: unchanged"), "{text:?}");
    }
    write(&home, "winter.md", "# 年末年始の休み\n\n休みます。\n");
    home.run(&["notice", "publish", "winter.md"]).done();
    for text in left_by_editors("# 年末年始の休み\n\n休みます。\n") {
        write(&home, "winter.md", &text);
        assert_eq!(home.run(&["notice", "publish", "winter.md"]).done(), "winter (ja) is unchanged\n", "{text:?}");
    }
}
