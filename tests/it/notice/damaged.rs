//! D7: the row of the service's notices cannot be read. Everything else is served, and the damage is told.

use super::{bell, titles};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::engine::unreadable::Unreadable;
use crate::harness::notices::copy;
use crate::harness::people::HANAKO;
use mypage::store::Store;

#[tokio::test]
async fn d7_notices_of_the_service_that_cannot_be_read_keep_nobody_from_the_rest() {
    let store = Store::with_engine(Unreadable::table("notice-board")).unwrap();
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    let told = clinic.floor.log.lines();
    let told = told.iter().find(|line| line.contains(" level=error event=notices_unreadable ")).expect("an event");
    assert!(told.contains("the page is damaged") && told.contains(" do="), "{told}");
    let mut browser = clinic.signed_in(HANAKO).await;
    copy(&clinic.floor, HANAKO, "予約").await;
    let page = browser.get("/dashboard").await;
    assert_eq!((page.code(), page.path(), bell(&page).as_str()), (200, "/dashboard", "お知らせ(未読1件)"));
    let page = browser.get("/notices").await;
    assert_eq!((page.code(), titles(&page)), (200, vec!["予約".to_owned()]));
}
