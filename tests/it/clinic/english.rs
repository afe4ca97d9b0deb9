//! A clinic's texts in English, for who reads English: on pages, in mails and in calendar files.

use crate::harness::booking::{calendar, choose, code};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL};
use crate::harness::page::{Page, each, said};
use crate::harness::people::{self, HANAKO};
use mypage::clinic::{ClinicInEnglish, Menu, MenuInEnglish};

/// The sample clinic with a name, an address and a policy in English, and a menu with a name.
async fn clinic() -> Clinic {
    let clinic = Clinic::new();
    let text = |text: &str| Some(text.to_owned());
    let en = ClinicInEnglish {
        name: text("Sakura Clinic"),
        address: text("1-2-3 Jingumae, Shibuya-ku, Tokyo"),
        departments: vec!["Internal medicine".to_owned()],
        ..ClinicInEnglish::default()
    };
    let mut menus = clinics::menus();
    menus[0] = Menu {
        en: MenuInEnglish { name: text("General consultation"), ..MenuInEnglish::default() },
        ..menus[0].clone()
    };
    clinics::open(&clinic.floor, mypage::clinic::Clinic { en, ..clinics::sakura() }, menus).await;
    clinic
}

/// What stands on a page that is marked as Japanese.
fn marked(page: &Page) -> Vec<String> {
    each(page.html().root_element(), "main [lang=ja]").into_iter().map(said).collect()
}

#[tokio::test]
async fn pages_mails_and_calendar_files_are_in_english_where_the_clinic_gives_it() {
    for htmx in [false, true] {
        let clinic = clinic().await;
        let browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let mut browser = browser.in_english();
        let page = browser.get("/b/sakura").await;
        assert!(page.h1().contains("Sakura Clinic"), "{}", page.h1());
        assert!(page.text().contains("General consultation") && !page.text().contains("一般内科"), "{}", page.text());
        let japanese = marked(&page);
        assert!(japanese.contains(&"予防接種".to_owned()), "it has no name in English: {japanese:?}");
        assert!(japanese.contains(&"発熱のある方はお電話ください。".to_owned()), "{japanese:?}");
        let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
        let buttons: Vec<String> = page.forms().iter().flat_map(|form| form.buttons()).collect();
        let slot = buttons.iter().find(|text| text.contains("9:30")).unwrap_or_else(|| panic!("{buttons:?}"));
        let page = browser.submit(page.form(slot)).await;
        let names = ["family_name", "given_name", "family_kana", "given_kana", "birth_date", "sex", "phone"];
        let draft = people::draft(HANAKO);
        let form = names.iter().fold(page.form("Continue"), |form, name| form.forge(name, &people::typed(draft, name)));
        let page = browser.submit(form.forge("email", HANAKO)).await;
        let right = code(&clinic, HANAKO).await;
        let book =
            page.forms().iter().find(|form| form.fields.iter().any(|field| field.name == "code")).unwrap().buttons()[0]
                .clone();
        let page = browser.submit(page.form(&book).forge("code", &right)).await;
        assert!(
            page.text().contains("Sakura Clinic") && page.text().contains("General consultation"),
            "{}",
            page.text()
        );
        assert!(page.text().contains("1-2-3 Jingumae"), "{}", page.text());
        let letter = clinic.mail_to(HANAKO).await;
        let text = letter.text();
        assert!(text.contains("Sakura Clinic") && text.contains("General consultation"), "{text}");
        assert!(!text.contains("さくら内科") && text.contains("保険証"), "{text}");
        let html = scraper::Html::parse_document(&letter.html());
        let japanese: Vec<String> = each(html.root_element(), "td[lang=ja]").into_iter().map(said).collect();
        assert!(japanese.contains(&"発熱のある方はお電話ください。".to_owned()), "{japanese:?}");
        assert!(!japanese.iter().any(|text| text.contains("Sakura") || text.contains("Jingumae")), "{japanese:?}");
        let [file] = letter.attachments() else { panic!("one file") };
        let file = file.text().replace("\r\n ", "");
        assert!(file.contains("LOCATION:1-2-3 Jingumae\\, Shibuya-ku\\, Tokyo"), "{file}");
        assert!(file.contains("Sakura Clinic") && !file.contains("さくら"), "{file}");
        // Who reads Japanese gets all of it in Japanese.
        let page = clinic.plain().get("/b/sakura").await;
        assert!(page.h1().contains("さくら内科クリニック") && !page.text().contains("General"), "{}", page.text());
    }
}

#[tokio::test]
async fn the_lists_of_a_patient_name_clinic_and_menu_in_the_language_of_the_page() {
    let clinic = clinic().await;
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    let page = choose(&mut browser, &page, "4月2日(木)", "9:30").await;
    let page = browser.submit(page.form("確認へ")).await;
    browser.submit(page.form("予約を確定する")).await;
    let page = browser.get("/dashboard").await;
    assert!(page.text().contains("さくら内科クリニック / 一般内科"), "{}", page.text());
    let page = browser.submit(page.form("English")).await;
    assert!(page.text().contains("Sakura Clinic / General consultation"), "{}", page.text());
    assert!(page.text().contains("Internal medicine"), "{}", page.text());
    assert_eq!(marked(&page), Vec::<String>::new());
}
