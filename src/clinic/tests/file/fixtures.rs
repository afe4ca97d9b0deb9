//! The clinics of the demonstration: sound, complete, and in the form in which clinics are written.

use crate::clinic::file::{read, warnings, write};

const SAKURA: &str = include_str!("../../../../fixtures/sakura.toml");
const OTHERS: [&str; 2] =
    [include_str!("../../../../fixtures/kodomo.toml"), include_str!("../../../../fixtures/shika.toml")];

#[test]
fn a_file_in_the_form_of_export_comes_back_byte_for_byte() {
    for text in OTHERS {
        let (clinic, menus) = read(text).unwrap();
        assert_eq!(write(&clinic, &menus), text);
        assert_eq!(warnings(&clinic, &menus), Vec::<String>::new());
    }
}

#[test]
fn only_its_comments_are_lost_of_the_described_one() {
    let (clinic, menus) = read(SAKURA).unwrap();
    let plain: String = SAKURA.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    // Each paragraph of comments leaves a blank line behind at the beginning of the file.
    assert_eq!(write(&clinic, &menus), plain.trim_start_matches('\n'));
    assert_eq!(warnings(&clinic, &menus), Vec::<String>::new());
}

#[test]
fn every_key_that_can_be_written_is_described() {
    let all = [SAKURA].into_iter().chain(OTHERS);
    let comments: String = SAKURA.lines().filter(|line| line.starts_with('#')).collect();
    for text in all {
        let keys = text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.trim());
        for key in keys.filter(|key| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')) {
            assert!(comments.contains(key), "{key}");
        }
    }
}
