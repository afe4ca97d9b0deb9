//! Whose notices they are when an address changes hands, and what is left of them after 退会.

use super::{bell, opening, rows, titles};
use crate::harness::booked;
use crate::harness::clinic::Clinic;
use crate::harness::notices::{copy, publish};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows as stored;
use crate::harness::stage::{FUTURE, ask_for_link, leaving};

const CANCEL_ALL: &str = "キャンセルできる予約をすべてキャンセルする";

#[tokio::test]
async fn after_a_change_of_address_the_notices_are_those_of_the_new_one_and_the_reading_stays() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    copy(&clinic.floor, HANAKO, "前の住所").await;
    copy(&clinic.floor, FUTURE, "ゲスト予約").await;
    publish(&clinic.floor, "first", "# 休止").await;
    let page = browser.get("/notices").await;
    assert!(!titles(&page).contains(&"ゲスト予約".to_owned()));
    browser.submit(opening(&page, "休止")).await;
    browser.submit(opening(&page, "前の住所")).await;
    for address in [FUTURE, HANAKO] {
        // What was written to it about the change before.
        clinic.mails_to(address).await;
        let link = ask_for_link(&clinic, &mut browser, "/account/email", address).await;
        let page = browser.get(&link).await;
        let form = page.forms().into_iter().find(|form| form.action == link).unwrap();
        browser.submit(form.pressing_any()).await;
        let page = browser.get("/notices").await;
        // What was mailed to an address is gone with the account that leaves it, should it ever come back.
        let mails: Vec<_> = rows(&page).into_iter().filter(|row| row.title != "休止").collect();
        let mails: Vec<_> = mails.iter().map(|row| (row.title.as_str(), row.unread)).collect();
        assert_eq!(mails, if address == FUTURE { vec![("ゲスト予約", true)] } else { vec![] });
        assert!(rows(&page).iter().any(|row| row.title == "休止" && !row.unread));
        assert_eq!(bell(&page), if address == FUTURE { "お知らせ(未読1件)" } else { "お知らせ" });
    }
}

#[tokio::test]
async fn l12_leaving_deletes_the_copies_and_what_was_read() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    booked::open(&clinic).await;
    booked::book(&clinic, HANAKO, "9:30", true).await;
    for _ in 0..3 {
        copy(&clinic.floor, HANAKO, "花子の予約").await;
    }
    copy(&clinic.floor, TARO, "太郎の予約").await;
    publish(&clinic.floor, "first", "# 休止").await;
    for title in ["花子の予約", "休止"] {
        let page = browser.get("/notices").await;
        browser.submit(opening(&page, title)).await;
    }
    let of = |clinic: &Clinic| {
        stored::all(&clinic.floor.store).into_keys().filter(|key| key.starts_with(b"mail_copy\0")).count()
    };
    assert!(of(&clinic) > 1);
    let form = leaving(&mut browser, people::password(HANAKO)).await;
    // The letter about the cancellation is written while the account goes; its copy must go as well.
    assert_eq!(browser.submit(form.tick(CANCEL_ALL)).await.path(), "/withdrawn");
    assert_eq!(of(&clinic), 1, "what is Taro's");
    let mut fresh = clinic.signed_in(HANAKO).await;
    let page = fresh.get("/notices").await;
    assert_eq!((titles(&page), bell(&page).as_str()), (vec!["休止".to_owned()], "お知らせ(未読1件)"));
    copy(&clinic.floor, HANAKO, "また予約").await;
    assert_eq!(bell(&fresh.get("/notices").await), "お知らせ(未読2件)");
}
