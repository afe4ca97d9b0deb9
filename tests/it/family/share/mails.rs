//! Which mails about a person who is shared come: to who has booked always, to the other once they want it.

use super::*;
use crate::family::booking::book_for;
use crate::family::group;
use crate::harness::booking::only;

const WANTED: &str = "この方の予約のメールを受け取る";

/// Lets the other want the mails about the one who is shared; and about her brother too, once he is shared as well.
pub async fn share_both(shared: &mut Shared, both: bool) {
    choose(&mut shared.hanako, shared.sakura, true).await;
    if both {
        let link = invite(&shared.clinic, &mut shared.taro, shared.yuma, HANAKO).await;
        accept(&mut shared.hanako, &link).await;
        choose(&mut shared.hanako, shared.yuma, true).await;
    }
    shared.clinic.ignore_mail();
}

/// Says that the mails are wanted, or not.
async fn choose(browser: &mut Browser, person: PersonId, wanted: bool) {
    let page = browser.get(&sharing(person)).await;
    let form = page.form("メールの設定を保存する");
    let form = if wanted { form.tick(WANTED) } else { form.without("mails") };
    let page = browser.submit(form).await;
    assert_eq!(page.role("status").as_deref(), Some("メールの設定を保存しました。"));
}

#[tokio::test]
async fn the_other_gets_mails_once_they_want_them_with_a_url_behind_their_sign_in() {
    let mut shared = Shared::new().await;
    for wanted in [false, true, false] {
        choose(&mut shared.hanako, shared.sakura, wanted).await;
        book_for(&mut shared.taro, shared.sakura, "9:30", "").await;
        let booked = crate::harness::booking::all(&shared.clinic).into_iter().find(|of| of.is_booked()).unwrap();
        let path = format!("/reservations/{}", booked.id.text());
        assert_eq!(shared.clinic.mails_to(TARO).await.len(), 1, "who has booked always");
        let letters = shared.clinic.mails_to(HANAKO).await;
        assert_eq!(letters.len(), usize::from(wanted));
        for letter in &letters {
            assert!(letter.text().contains(&path) && !letter.text().contains("/r/"), "{}", letter.text());
            assert!(!letter.text().contains("鈴木"), "{}", letter.text());
            assert!(letter.held().is_empty(), "no token waits with it");
        }
        let page = shared.hanako.get(&format!("{path}/cancellation")).await;
        shared.hanako.submit(page.form("キャンセルする")).await;
        assert_eq!(shared.clinic.mails_to(TARO).await.len(), 1);
        assert_eq!(shared.clinic.mails_to(HANAKO).await.len(), usize::from(wanted));
    }
}

#[tokio::test]
async fn of_two_who_come_together_the_other_gets_one_mail_and_of_nobody_else_any() {
    for both in [true, false] {
        let mut shared = Shared::new().await;
        share_both(&mut shared, both).await;
        group::booked(&mut shared.taro, "9:30").await;
        let page = group::detail(&mut shared.taro, &shared.clinic, "さくら").await;
        let page = shared.taro.follow(&page, "予約をキャンセル").await;
        shared.taro.submit(page.form("2人の予約をすべてキャンセルする")).await;
        let letters = shared.clinic.mails_to(HANAKO).await;
        let tell: Vec<_> = letters.iter().filter(|letter| letter.text().contains("予約番号")).collect();
        assert_eq!(tell.len(), 2, "booked, cancelled");
        for letter in tell {
            let text = letter.text();
            assert_eq!(text.matches("予約番号").count(), if both { 2 } else { 1 }, "{text}");
            assert_eq!(text.contains("ス・ユ…マ"), both, "{text}");
            assert!(text.contains("ス・サ…ラ") && !text.contains("/r/") && letter.held().is_empty(), "{text}");
        }
    }
}

#[tokio::test]
async fn a_reminder_comes_to_both_where_it_is_wanted_and_the_brothers_to_neither() {
    use mypage::reservation::remind;
    let mut shared = Shared::new().await;
    choose(&mut shared.hanako, shared.sakura, true).await;
    shared.clinic.ignore_mail();
    let page = shared.taro.get("/b/sakura/menus/naika?visit=first&day=2026-04-06").await;
    let page = crate::harness::booking::choose(&mut shared.taro, &page, "4月6日(月)", "9:00").await;
    let page = shared.taro.submit(page.form("確認へ").forge("who", &shared.sakura.text())).await;
    shared.taro.submit(page.form("予約を確定する")).await;
    let due = only(&shared.clinic).reminder.expect("a reminder");
    shared.clinic.mails_to(HANAKO).await;
    shared.clinic.floor.clock.advance_to(due);
    assert_eq!(remind(&shared.clinic.floor, 10).await.unwrap().letters, 1);
    let letters = shared.clinic.mails_to(HANAKO).await;
    assert!(letters.iter().any(|letter| letter.subject().contains("ご予約の日が近づいています")));
}

#[tokio::test]
async fn a2_after_the_end_no_mail_comes_any_more() {
    let mut shared = Shared::new().await;
    choose(&mut shared.hanako, shared.sakura, true).await;
    let page = shared.hanako.get(&sharing(shared.sakura)).await;
    shared.hanako.submit(page.form(END)).await;
    book_for(&mut shared.taro, shared.sakura, "9:30", "").await;
    assert!(shared.clinic.mails_to(HANAKO).await.is_empty());
    shared.clinic.ignore_mail();
}
