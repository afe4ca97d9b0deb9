//! `mypage clinic …`: clinics come in from files and go out again, beside a running server and without one.

use crate::harness::process::{Ended, Home};
use std::path::PathBuf;

const FILES: [(&str, &str); 3] = [
    ("sakura.toml", include_str!("../../../fixtures/sakura.toml")),
    ("kodomo.toml", include_str!("../../../fixtures/kodomo.toml")),
    ("shika.toml", include_str!("../../../fixtures/shika.toml")),
];

const LOGO: &[u8] = include_bytes!("../../../fixtures/kodomo-logo.png");

/// A home whose server ran once, with the files of three clinics beside the data.
fn home() -> Home {
    let home = Home::new().with("BASE_URL", "http://localhost:9999");
    for (name, text) in FILES {
        std::fs::write(home.path().join(name), text).unwrap();
    }
    std::fs::write(home.path().join("kodomo-logo.png"), LOGO).unwrap();
    std::fs::write(home.path().join("kodomo-photo.jpg"), include_bytes!("../../../fixtures/kodomo-photo.jpg")).unwrap();
    home.serve().stop();
    home
}

fn import(home: &Home, files: &[&str]) -> Ended {
    home.run(&[&["clinic", "import"], files].concat())
}

/// The lines of a refusal with exit code 2.
#[track_caller]
fn problems(ended: Ended) -> Vec<String> {
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{ended:?}");
    let mut lines = ended.err.lines().map(str::to_owned);
    assert_eq!(lines.next().as_deref(), Some("mypage: nothing was imported"), "{}", ended.err);
    lines.collect()
}

fn file(home: &Home, name: &str) -> PathBuf {
    home.path().join(name)
}

/// Imports, lists, exports and imports again what was exported.
fn a_round_of_commands(home: &Home) {
    let told = import(home, &["sakura.toml", "kodomo.toml", "shika.toml"]).done();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 3, "{told}");
    assert_eq!(lines[0], "sakura: new, 6 menus: http://localhost:9999/b/sakura");
    assert_eq!(lines[2], "shika: new, 5 menus: http://localhost:9999/b/shika");
    let list = home.run(&["clinic", "list"]).done();
    assert_eq!(list.lines().count(), 3, "{list}");
    assert!(list.contains("kodomo  こぐま小児科  http://localhost:9999/b/kodomo\n"), "{list}");
    let exported = home.run(&["clinic", "export", "shika"]).done();
    assert_eq!(exported, FILES[2].1, "byte for byte");
    std::fs::write(file(home, "again.toml"), home.run(&["clinic", "export", "sakura"]).done()).unwrap();
    let told = import(home, &["again.toml"]).done();
    assert_eq!(told, "sakura: unchanged: http://localhost:9999/b/sakura\n");
    let changed = exported.replace("places = 2\nunits", "places = 3\nunits").replace("minutes = 45", "minutes = 40");
    std::fs::write(file(home, "changed.toml"), changed).unwrap();
    let told = import(home, &["changed.toml"]).done();
    assert_eq!(told, "shika: changed: pool, menu shoshin (minutes): http://localhost:9999/b/shika\n");
    import(home, &["shika.toml"]).done();
}

#[test]
fn clinics_come_in_and_go_out_without_a_server() {
    let home = home();
    assert_eq!(home.run(&["clinic", "list"]).done(), "no clinics\n");
    a_round_of_commands(&home);
    assert_eq!(home.run(&["clinic", "day", "sakura", "2026-12-01"]).done(), "2026年12月1日(火): 0 booked\n");
    let wrong = home.run(&["clinic", "day", "sakura", "2026-02-31"]).refusal(2);
    assert!(wrong.contains("'2026-02-31'") && wrong.contains("not a date; write it as 2026-12-01"), "{wrong}");
    assert!(home.run(&["check"]).done().starts_with("sound: "));
}

#[test]
fn clinics_come_in_and_go_out_beside_the_server() {
    let home = home();
    let serving = home.serve();
    a_round_of_commands(&home);
    serving.stop();
    assert!(home.run(&["check"]).done().starts_with("sound: "));
}

#[test]
fn a_file_with_a_bad_line_changes_nothing_whatever_stands_beside_it() {
    let home = home();
    let bad = FILES[1].1.replace("last = \"11:45\"", "last = \"12:45\"").replace("kana = ", "kanna = ");
    std::fs::write(file(&home, "bad.toml"), bad.replace("2027-01-04", "2027-02-31")).unwrap();
    let line = |key: &str| 1 + FILES[1].1.lines().position(|line| line.contains(key)).unwrap();
    let serving = home.serve();
    let found = problems(import(&home, &["sakura.toml", "bad.toml", "missing.toml"]));
    let expected = [
        format!("{}: line 1: clinic.kana: is missing", "bad.toml"),
        format!("{}: line {}: clinic.kanna: unknown key; did you mean \"clinic.kana\"?", "bad.toml", line("kana")),
        format!("{}: line {}: hours.last: must lie in the band", "bad.toml", line("11:45")),
        format!("{}: line {}: invalid date", "bad.toml", line("2027-01-04")),
        format!("{}: cannot be read: there is no such file", "missing.toml"),
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(&expected) {
        assert!(found.starts_with(expected), "{found} instead of {expected}");
    }
    assert_eq!(home.run(&["clinic", "list"]).done(), "no clinics\n", "not the sound one either");
    drop(serving);
}

#[test]
fn files_that_are_none_and_clinics_that_come_twice_are_refused() {
    let home = home();
    std::fs::write(file(&home, "latin.toml"), b"[clinic]\nname = \"\xff\"").unwrap();
    std::fs::create_dir(file(&home, "folder.toml")).unwrap();
    for (files, said) in [
        (&["latin.toml"][..], "latin.toml: cannot be read: it is not UTF-8 text"),
        (&["folder.toml"], "folder.toml: cannot be read: it is not a regular file"),
        (&["sakura.toml", "sakura.toml"], "sakura.toml: clinic.id: sakura is the id of an earlier file, too"),
    ] {
        let found = problems(import(&home, files));
        assert!(found.len() == 1 && found[0].contains(said), "{found:?}");
    }
    for (words, code, said) in [
        (&["clinic", "export", "nobody"][..], 1, "there is no clinic nobody"),
        (&["clinic", "export", "Sakura\n"], 2, "not the id of a clinic"),
        (&["clinic", "import"], 2, "usage: mypage clinic import <FILE>..."),
        (&["clinic", "remove", "sakura"], 2, "unrecognized subcommand 'remove'"),
        (&["clinic"], 2, "[subcommands: import, export, list, day, token"),
    ] {
        let line = home.run(words).refusal(code);
        assert!(line.contains(said), "{words:?}: {line}");
    }
}

#[test]
fn a_clinic_without_menus_and_a_menu_without_hours_are_taken_with_a_warning() {
    let home = home();
    let (head, _) = FILES[2].1.split_once("\n[[menu]]").unwrap();
    std::fs::write(file(&home, "bare.toml"), head).unwrap();
    let told = import(&home, &["bare.toml"]).done();
    assert!(told.contains("shika: new, 0 menus: ") && told.contains("  warning: there are no menus;"), "{told}");
    let idle = FILES[1].1.replacen("opens = { days = 7", "hours = []\nopens = { days = 7", 1);
    std::fs::write(file(&home, "idle.toml"), idle).unwrap();
    let told = import(&home, &["idle.toml"]).done();
    assert!(told.contains("  warning: menu shinsatsu has no hours in which a visit fits"), "{told}");
}

#[test]
fn a_logo_comes_with_its_file_and_stays_where_that_is_not_there() {
    let home = home();
    import(&home, &["kodomo.toml"]).done();
    std::fs::remove_file(file(&home, "kodomo-logo.png")).unwrap();
    std::fs::write(file(&home, "again.toml"), home.run(&["clinic", "export", "kodomo"]).done()).unwrap();
    let told = import(&home, &["again.toml"]).done();
    assert_eq!(told, "kodomo: unchanged: http://localhost:9999/b/kodomo\n");
    let other = FILES[1].1.replace("kodomo-logo.png", "other.png");
    std::fs::write(file(&home, "other.toml"), &other).unwrap();
    let found = problems(import(&home, &["other.toml"]));
    assert_eq!(found, ["other.toml: clinic.logo: other.png cannot be read: there is no such file beside it"]);
    std::fs::write(file(&home, "other.png"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    let found = problems(import(&home, &["other.toml"]));
    assert_eq!(found, ["other.toml: clinic.logo: other.png is no picture in PNG, JPEG or WebP"]);
    std::fs::write(file(&home, "other.png"), LOGO).unwrap();
    let told = import(&home, &["other.toml"]).done();
    assert!(told.starts_with("kodomo: changed: clinic.logo: "), "{told}");
}
