//! What a notice about a reservation says of it, and the way to it.

use super::{opening, titles};
use crate::harness::booking::{as_guest, as_patient, only, sakura};
use crate::harness::people::HANAKO;
use mypage::lang::{self, Lang};

const ABOUT_THE_LINK: &str = "上の予約確認URL";
const FOOTER: &str = "このメールは自動で送信";

#[tokio::test]
async fn it_leads_to_the_reservation_and_says_nothing_that_only_a_mail_can() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        as_patient(&mut browser, HANAKO).await;
        let mail = clinic.mail_to(HANAKO).await.text();
        assert!(mail.contains(ABOUT_THE_LINK) && mail.contains(FOOTER), "{mail}");
        let of = only(&clinic);
        let list = browser.get("/notices").await;
        assert_eq!(titles(&list), ["予約完了のお知らせ"], "without the name of the service, which the mail has");
        let which = format!("さくら内科クリニック {}", lang::moment(Lang::Ja, of.slot.starts()));
        assert!(list.text().contains(&which), "{which} in {}", list.text());
        let page = browser.submit(opening(&list, "予約完了のお知らせ")).await;
        let text = page.text();
        assert!(text.contains(&of.number.to_string()), "{text}");
        assert!(!text.contains(ABOUT_THE_LINK) && !text.contains(FOOTER), "{text}");
        let page = browser.follow(&page, "この予約を見る").await;
        assert_eq!((page.path(), page.h1().as_str()), (format!("/reservations/{}", of.id.text()).as_str(), "予約詳細"));
    }
}

#[tokio::test]
async fn a_guests_booking_with_the_accounts_address_is_told_and_not_opened() {
    let clinic = sakura().await;
    as_guest(&clinic, &mut clinic.plain(), HANAKO).await;
    clinic.mail_to(HANAKO).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let list = browser.get("/notices").await;
    let page = browser.submit(opening(&list, "予約完了のお知らせ")).await;
    assert!(page.text().contains(&only(&clinic).number.to_string()));
    assert!(!page.has_link("この予約を見る"));
}
