//! What is booked for a person who is shared: both see, move and cancel it, and nobody else does.

use super::*;
use crate::family::booking::book_for;
use crate::harness::booking::{all, choose};
use mypage::reservation::Reservation;

/// The reservation of the child of that name.
fn of(clinic: &Clinic, given: &str) -> Reservation {
    all(clinic).into_iter().find(|of| of.attendee.person.name.given == given).expect("a reservation")
}

fn detail(of: &Reservation) -> String {
    format!("/reservations/{}", of.id.text())
}

#[tokio::test]
async fn a2_the_other_sees_that_person_alone_with_who_has_booked() {
    let mut shared = Shared::new().await;
    for (who, start) in [(shared.sakura, "9:30"), (shared.yuma, "10:30")] {
        book_for(&mut shared.taro, who, start, "0042").await;
    }
    let (hers, his) = (of(&shared.clinic, "さくら"), of(&shared.clinic, "悠真"));
    let page = shared.hanako.get("/dashboard").await;
    assert!(page.text().contains("鈴木 さくら(4歳)") && page.text().contains("鈴木 太郎さんが予約"), "{}", page.text());
    assert!(!page.text().contains("悠真"), "{}", page.text());
    let page = shared.hanako.get(&detail(&hers)).await;
    assert!(page.text().contains("鈴木 太郎さんが取りました"), "{}", page.text());
    assert!(shared.taro.get(&detail(&hers)).await.text().contains("あなたが取りました"));
    assert_eq!(shared.hanako.get(&detail(&his)).await.code(), 404);
    let mut stranger = shared.clinic.signed_in(STRANGER).await;
    for path in [detail(&hers), format!("{}/cancellation", detail(&hers)), format!("{}/calendar.ics", detail(&hers))] {
        assert_eq!(stranger.get(&path).await.code(), 404, "{path}");
    }
    assert!(!stranger.get("/dashboard").await.text().contains("さくら"));
    shared.clinic.minutes_pass(3 * 24 * 60);
    let mut hanako = shared.clinic.signed_in(HANAKO).await;
    assert!(!hanako.get("/dashboard").await.text().contains("さくら"), "over, and not shown");
    let page = hanako.get("/dashboard?past=1").await;
    assert!(page.text().contains("鈴木 さくら(4歳)") && !page.text().contains("悠真"), "{}", page.text());
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn either_moves_and_cancels_what_the_other_has_booked() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.taro, shared.sakura, "9:30", "").await;
    let hers = of(&shared.clinic, "さくら");
    let page = shared.hanako.get(&detail(&hers)).await;
    let page = shared.hanako.submit(page.form("予約を変更")).await;
    let page = shared.hanako.get(&format!("{}?day=2026-04-03", page.path())).await;
    let page = choose(&mut shared.hanako, &page, "4月3日(金)", "9:00").await;
    let page = shared.hanako.submit(page.form("変更を確定する")).await;
    assert_eq!(page.h1(), "予約を変更しました", "{}", page.text());
    assert_eq!(of(&shared.clinic, "さくら").link, hers.link, "it stays his");
    assert!(shared.taro.get("/dashboard").await.text().contains("4月3日"));
    let page = shared.hanako.get(&format!("{}/cancellation", detail(&hers))).await;
    shared.hanako.submit(page.form("キャンセルする")).await;
    assert!(!of(&shared.clinic, "さくら").is_booked());
    book_for(&mut shared.hanako, shared.sakura, "10:30", "").await;
    let page = shared.taro.get("/dashboard").await;
    assert!(page.text().contains("山田 花子さんが予約"), "{}", page.text());
    let booked = all(&shared.clinic).into_iter().find(Reservation::is_booked).unwrap();
    let page = shared.taro.get(&format!("{}/cancellation", detail(&booked))).await;
    shared.taro.submit(page.form("キャンセルする")).await;
    assert!(all(&shared.clinic).iter().all(|of| !of.is_booked()));
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn what_was_booked_before_is_seen_and_who_it_is_the_same_for_both() {
    let clinic = crate::harness::booking::sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    book_for(&mut taro, sakura, "9:30", "").await;
    clinic.mails_to(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    accept(&mut hanako, &link).await;
    assert!(hanako.get("/dashboard").await.text().contains("鈴木 さくら(4歳)"));
    let page = hanako.get(&format!("/family/{}", sakura.text())).await;
    assert!(page.text().contains("変更できるのは") && page.text().contains("鈴木 太郎"), "{}", page.text());
    let another = [
        ("family_name", "山田"),
        ("given_name", "桜子"),
        ("family_kana", "ヤマダ"),
        ("given_kana", "サクラコ"),
        ("birth_date", "2020-01-01"),
        ("sex", "female"),
    ];
    let forged = another.into_iter().fold(page.form("変更する"), |form, (name, value)| form.forge(name, value));
    let page = hanako.submit(forged).await;
    assert_eq!(page.role("status").as_deref(), Some("変更しました。"), "how she is reached may be changed");
    assert!(taro.get("/family").await.text().contains("鈴木 さくら 4歳"), "she does not decide who that is");
    assert_eq!(of(&clinic, "さくら").attendee.person.name.full(), "鈴木 さくら", "nor of whom the clinic has a visit");
    let page = taro.get(&format!("/family/{}", sakura.text())).await;
    assert!(page.text().contains("9:30"), "what is changed as well: {}", page.text());
    taro.submit(page.form("変更する").fill("姓", "佐藤").fill("セイ", "サトウ")).await;
    assert!(hanako.get("/family").await.text().contains("佐藤 さくら"));
    assert_eq!(of(&clinic, "さくら").attendee.person.name.full(), "佐藤 さくら");
    sound(&clinic);
}

#[tokio::test]
async fn a2_who_was_booked_along_is_not_seen() {
    use crate::family::group::booked;
    let mut shared = Shared::new().await;
    booked(&mut shared.taro, "9:30").await;
    let hers = of(&shared.clinic, "さくら");
    let page = shared.hanako.get(&detail(&hers)).await;
    assert!(!page.text().contains("悠真") && !page.text().contains("2人"), "{}", page.text());
    let page = shared.hanako.get(&format!("{}/cancellation", detail(&hers))).await;
    assert!(!page.text().contains("悠真"), "{}", page.text());
    shared.hanako.submit(page.form("キャンセルする").forge("whole_group", "1")).await;
    assert!(!of(&shared.clinic, "さくら").is_booked());
    assert!(of(&shared.clinic, "悠真").is_booked(), "not hers to cancel");
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn a_clinic_that_one_of_them_removes_takes_nothing_from_the_other() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.hanako, shared.sakura, "9:30", "").await;
    let page = shared.hanako.get("/clinics/sakura/removal").await;
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/removal")).unwrap();
    shared.hanako.submit(form.pressing_any()).await;
    let hers = of(&shared.clinic, "さくら");
    assert!(hers.is_booked() && hers.link.is_some());
    assert_eq!(shared.taro.get(&detail(&hers)).await.code(), 200);
    shared.is_sound();
    shared.clinic.ignore_mail();
}
