//! Pages for paper: how they are printed, and that no code is printed which leads nowhere.

use super::with_sakura;
use crate::harness::booked;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::page::{Page, first, said};
use crate::harness::people::HANAKO;
use crate::harness::staff::{self, OWNER};
use mypage::staff::{Role, rows};

/// Where the button is that only a script can make work, the browser's own way is said in its place.
fn is_printed(page: &Page) -> bool {
    let root = page.html().root_element();
    let button = first(root, ".print-way button").expect("a button");
    let hint = first(root, ".print-way span").map(said).unwrap_or_default();
    button.attr("type") == Some("button") && button.attr("hidden").is_some() && hint.contains("ブラウザ")
}

#[tokio::test]
async fn every_page_for_paper_says_how_it_is_printed() {
    let (clinic, path) = with_sakura().await;
    let codes = staff::add(&clinic.floor, OWNER, "sakura", Role::Owner).await;
    let owner_id = staff::find(&clinic, OWNER).id;
    let kept = clinic.floor.store.write(clinic.now(), move |tx| rows::put_new_codes(tx, owner_id, codes.clone()));
    kept.await.unwrap();
    let mut owner = staff::session(&clinic, OWNER).await;
    for page in ["/console/c/sakura/booking-poster", "/console/c/sakura/registration-poster", "/console/recovery-codes"]
    {
        assert!(is_printed(&owner.get(page).await), "{page}");
    }
    assert!(is_printed(&clinic.plain().get(&format!("{path}/poster")).await));
    let today = clinic.now().jst_date();
    assert!(is_printed(&owner.get(&format!("/console/c/sakura/days/{today}/closing")).await), "nothing is left");
    let visit = booked::book(&clinic, HANAKO, "9:30", true).await;
    let page = owner.get(&format!("/console/c/sakura/visits/{}", visit.id.text())).await;
    assert!(is_printed(&owner.submit(page.form("控えを印刷")).await));
    clinic.ignore_mail();
}

#[tokio::test]
async fn an_address_that_no_patient_can_open_is_said_before_it_is_printed() {
    for (base_url, is_said) in
        [("http://my.localhost", true), ("http://192.168.1.10:8080", true), ("https://my.example.jp", false)]
    {
        let settings = vec![("MYPAGE_MAIL_MODE", "console".to_owned())];
        let clinic = Clinic::open(Setup { base_url, settings, ..Setup::default() });
        clinic.ignore_mail();
        booked::open(&clinic).await;
        let id = mypage::clinic::ClinicId::parse("sakura").unwrap();
        let code = clinic.floor.store.write(clinic.now(), move |tx| mypage::clinic::registration_code::give(tx, &id));
        let code = code.await.unwrap();
        staff::add(&clinic.floor, OWNER, "sakura", Role::Owner).await;
        let mut owner = staff::signed_in(&clinic, OWNER).await;
        let of_console =
            ["opened", "booking-poster", "registration-poster"].map(|page| format!("/console/c/sakura/{page}"));
        for page in of_console.into_iter().chain([format!("/c/{code}/poster")]) {
            let text = owner.get(&page).await.text();
            let told = text.contains("患者さんのスマートフォンでは開けません") && text.contains(base_url);
            assert_eq!(told, is_said, "{base_url} at {page}: {text}");
        }
        let text = owner.get("/console/operator/mail").await.text();
        assert_eq!(text.contains("メールのリンクを患者さんは開けません"), is_said, "{base_url}: {text}");
    }
}
