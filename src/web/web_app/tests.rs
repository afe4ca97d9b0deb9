use super::{manifest, service_worker};
use crate::config::Service;
use crate::lang::Lang;
use crate::ui::asset;
use serde_json::Value;

fn service(name: &str) -> Service {
    Service { name: name.to_owned(), contact: Some("03-1234-5678".to_owned()), terms: None, privacy: None }
}

#[test]
fn a_name_of_any_letters_is_one_text_of_the_manifest() {
    for name in ["マイページ", "a \"quoted\" name", "back\\slash", "line\nbreak\t\u{1}"] {
        let read: Value = serde_json::from_str(&manifest::text(name, "/dashboard", Lang::Ja)).unwrap();
        assert_eq!((&read["name"], &read["short_name"]), (&name.into(), &name.into()));
    }
}

#[test]
fn every_icon_is_a_file_of_its_size() {
    let read: Value = serde_json::from_str(&manifest::text("x", "/", Lang::En)).unwrap();
    let icons = read["icons"].as_array().unwrap();
    for icon in icons {
        let file = asset::find(icon["src"].as_str().unwrap()).expect("a file that is served");
        assert!(file.content_type.starts_with(icon["type"].as_str().unwrap()), "{icon}");
        if file.content_type == "image/png" {
            let side = |at: usize| u32::from_be_bytes(file.bytes[at..at + 4].try_into().unwrap());
            assert_eq!(icon["sizes"], format!("{}x{}", side(16), side(20)));
        }
    }
    let purposes: Vec<_> = icons.iter().map(|icon| icon["purpose"].as_str().unwrap()).collect();
    assert_eq!(purposes, ["any", "any", "maskable", "any"]);
}

#[test]
fn another_word_on_the_offline_page_is_another_worker() {
    let of = |name: &str| service_worker::script(&service(name));
    let version = |script: String| script.lines().next().unwrap().to_owned();
    assert_eq!(of("one"), of("one"));
    assert_ne!(version(of("one")), version(of("other")));
}

#[test]
fn the_shell_is_all_that_the_offline_page_loads() {
    let service = service("マイページ");
    let script = service_worker::script(&service);
    let shell = script.lines().nth(1).unwrap();
    for lang in Lang::ALL {
        let page = service_worker::offline_page(&service, lang);
        let loaded: Vec<&str> = page.split('"').filter(|part| asset::find(part).is_some()).collect();
        assert!(loaded.len() > 4, "{loaded:?}");
        assert!(loaded.iter().all(|path| shell.contains(path)), "{loaded:?} {shell}");
    }
}
