//! The sharing ends: by either, with one press, and nothing of the person is left with who shares them no longer.

use super::*;
use crate::family::booking::book_for;
use crate::family::membership::rows_with;
use crate::harness::booking::{all, only, to_person};
use crate::harness::stage::leaving;

#[tokio::test]
async fn l12_nothing_of_the_person_is_left_with_who_ends_it_and_no_visit_is_lost() {
    for by_holder in [false, true] {
        let mut shared = Shared::new().await;
        book_for(&mut shared.hanako, shared.sakura, "9:30", "0042").await;
        let receipt = receipt_in(&shared.clinic.mail_to(HANAKO).await.text());
        // One more is under way.
        let page = to_person(&mut shared.hanako).await;
        shared.hanako.submit(page.form("確認へ").forge("who", &shared.sakura.text())).await;
        let booked = only(&shared.clinic);
        let page = match by_holder {
            true => {
                let page = shared.taro.get(&sharing(shared.sakura)).await;
                shared.taro.submit(page.form(END)).await
            }
            false => {
                let page = shared.hanako.get(&sharing(shared.sakura)).await;
                shared.hanako.submit(page.form(END)).await
            }
        };
        assert_eq!(page.role("status").as_deref(), Some("共有をやめました。"));
        assert_eq!(shared.roles(), [None, None]);
        for path in ["", "/cancellation", "/calendar.ics", "/again"] {
            let path = format!("/reservations/{}{path}", booked.id.text());
            assert_eq!(shared.hanako.get(&path).await.code(), 404, "{path}");
        }
        let page = shared.hanako.get("/dashboard?past=1").await;
        assert!(!page.text().contains("さくら("), "{}", page.text());
        assert_eq!(shared.hanako.get(&format!("/family/{}", shared.sakura.text())).await.code(), 404);
        let told = if by_holder { HANAKO } else { TARO };
        let letters = shared.clinic.mails_to(told).await;
        assert!(letters.iter().any(|letter| letter.text().contains("共有が終わりました")), "{told}");
        let page = shared.hanako.get("/notices").await;
        assert!(!page.text().contains("予約完了") && !page.text().contains("9:30"), "{}", page.text());
        // The visit is his, and the link in her mail opens nothing.
        let after = only(&shared.clinic);
        assert!(after.is_booked());
        assert_eq!(after.attendee.address.as_ref().unwrap().as_str(), TARO);
        let his = members(&shared.clinic, &shared.accounts[0]).into_iter().find(|one| one.id == shared.sakura).unwrap();
        assert_eq!(after.attendee.person.contact(), his.person.contact(), "the clinic reaches him about it");
        assert!(shared.taro.get("/dashboard").await.text().contains("鈴木 さくら(4歳)"));
        assert_eq!(shared.clinic.plain().get(&receipt).await.code(), 404);
        shared.is_sound();
        shared.clinic.ignore_mail();
    }
}

/// The path of the confirmation URL in a mail.
fn receipt_in(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("/r/")).expect("a URL");
    line.split_once("/r/").map(|(_, token)| format!("/r/{token}")).unwrap()
}

#[tokio::test]
async fn l12_who_removes_the_clinic_first_keeps_no_url_and_gets_no_mail() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.hanako, shared.sakura, "9:30", "0042").await;
    let receipt = receipt_in(&shared.clinic.mail_to(HANAKO).await.text());
    let page = shared.hanako.get("/clinics/sakura/removal").await;
    let button = page.forms().iter().flat_map(|form| form.buttons()).find(|button| button.contains("解除")).unwrap();
    shared.hanako.submit(page.form(&button)).await;
    let after = only(&shared.clinic);
    assert_eq!(after.attendee.address.as_ref().unwrap().as_str(), TARO, "it is told to who has it now");
    assert_eq!(shared.clinic.plain().get(&receipt).await.code(), 404);
    assert!(shared.taro.get("/dashboard").await.text().contains("鈴木 さくら(4歳)"));
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn who_moved_a_visit_sees_it_no_longer_in_that_browser() {
    use crate::harness::booking::choose;
    let mut shared = Shared::new().await;
    book_for(&mut shared.taro, shared.sakura, "9:30", "").await;
    let page = shared.hanako.get(&format!("/reservations/{}", only(&shared.clinic).id.text())).await;
    let page = shared.hanako.submit(page.form("予約を変更")).await;
    let page = shared.hanako.get(&format!("{}?day=2026-04-03", page.path())).await;
    let page = choose(&mut shared.hanako, &page, "4月3日(金)", "9:00").await;
    let done = shared.hanako.submit(page.form("変更を確定する")).await;
    assert_eq!(done.h1(), "予約を変更しました");
    let page = shared.hanako.get(&sharing(shared.sakura)).await;
    shared.hanako.submit(page.form(END)).await;
    let page = shared.hanako.get(done.path()).await;
    assert!(!page.text().contains("さくら") && !page.text().contains("9:00"), "{}", page.text());
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn l12_who_is_removed_by_the_holder_is_gone_for_all() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.hanako, shared.sakura, "9:30", "0042").await;
    let page = shared.taro.get(&format!("/family/{}/removal", shared.sakura.text())).await;
    assert!(page.text().contains("9:30"), "what she has booked is told: {}", page.text());
    shared.clinic.mails_to(HANAKO).await;
    shared.taro.submit(page.form("削除する")).await;
    let letters = shared.clinic.mails_to(HANAKO).await;
    assert!(letters.iter().any(|letter| letter.text().contains("共有が終わりました")));
    assert_eq!(rows_with(&shared.clinic, shared.sakura), 0);
    assert!(!shared.hanako.get("/family").await.text().contains("さくら"));
    assert!(!shared.hanako.get("/dashboard").await.text().contains("さくら("));
    assert!(only(&shared.clinic).is_booked(), "the clinic's record");
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn what_is_cancelled_with_a_removed_person_is_told_to_who_has_booked_it() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.hanako, shared.sakura, "9:30", "").await;
    shared.clinic.mails_to(HANAKO).await;
    let page = shared.taro.get(&format!("/family/{}/removal", shared.sakura.text())).await;
    shared.taro.submit(page.form("削除する").tick("キャンセルできる予約をすべてキャンセルする")).await;
    assert!(!all(&shared.clinic)[0].is_booked());
    let letters = shared.clinic.mails_to(HANAKO).await;
    assert!(letters.iter().any(|letter| letter.text().contains("キャンセル")), "she does not wait for a visit");
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn l12_who_leaves_hands_the_person_over_and_their_visits_with_them() {
    let mut shared = Shared::new().await;
    for (who, start) in [(shared.sakura, "9:30"), (shared.yuma, "10:30")] {
        book_for(&mut shared.taro, who, start, "0042").await;
    }
    let page = shared.taro.get("/account/withdrawal").await;
    assert!(page.text().contains("ほかの方と共有しているご家族がいます"), "{}", page.text());
    let form = leaving(&mut shared.taro, people::password(TARO)).await;
    let form = form.tick("キャンセルできる予約をすべてキャンセルする");
    assert_eq!(shared.taro.submit(form).await.path(), "/withdrawn");
    assert_eq!(shared.roles()[1], None, "shared with nobody any more");
    let page = shared.hanako.get("/family").await;
    assert!(page.has_link("削除する: 鈴木 さくら"), "she decides now: {}", page.text());
    assert!(shared.hanako.get("/dashboard").await.text().contains("鈴木 さくら(4歳)"));
    let mut booked = all(&shared.clinic);
    booked.sort_by_key(|of| of.slot.start);
    assert!(booked[0].is_booked() && !booked[1].is_booked(), "the brother's is cancelled with the account");
    assert_eq!(booked[0].attendee.address.as_ref().unwrap().as_str(), HANAKO);
    assert_eq!(rows_with(&shared.clinic, shared.yuma), 0);
    let letters = shared.clinic.mails_to(HANAKO).await;
    assert!(letters.iter().any(|letter| letter.subject().contains("管理する方が変わりました")));
    shared.is_sound();
    shared.clinic.ignore_mail();
}

#[tokio::test]
async fn who_shares_and_leaves_takes_nothing_from_the_holder() {
    let mut shared = Shared::new().await;
    book_for(&mut shared.hanako, shared.sakura, "9:30", "").await;
    let form = leaving(&mut shared.hanako, people::password(HANAKO)).await;
    assert_eq!(shared.hanako.submit(form).await.path(), "/withdrawn");
    assert_eq!(shared.roles()[0], None);
    assert!(shared.taro.get("/dashboard").await.text().contains("鈴木 さくら(4歳)"));
    assert!(shared.clinic.mails_to(TARO).await.iter().any(|letter| letter.text().contains("共有が終わりました")));
    shared.is_sound();
    shared.clinic.ignore_mail();
}
