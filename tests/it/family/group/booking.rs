//! The way from the menus to 予約確定 for several people, and what they are told.

use super::*;
use crate::family::child;
use crate::harness::booked::book_for_others;
use crate::harness::booking::{calendar, sakura, slot};
use crate::harness::clinics::{GENERAL, VACCINE};
use crate::harness::people::{self, TARO};
use crate::harness::rows as stored;
use mypage::account::Relation;

#[tokio::test]
async fn two_children_are_booked_one_after_the_other_in_seven_steps_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let (_, people) = family(&clinic).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, TARO).await;
        let menus = browser.get("/b/sakura").await;
        let page = browser.follow(&menus, "2人以上をまとめて予約する").await;
        assert_eq!(page.h1(), "ご家族をまとめて予約する");
        assert_eq!(page.form(TO_SLOTS).value("who-1"), "", "nobody is chosen beforehand");
        let page = to_calendar(&mut browser, both(&page)).await;
        assert!(page.text().contains("2人の予約 (続けて)"), "{}", page.text());
        let page = choose(&mut browser, &page, DAY, "9:30").await;
        assert_eq!(page.h1(), "予約内容の確認");
        for said in ["鈴木 さくら(4歳)", "4月3日(金)9:30", "鈴木 悠真(7歳)", "4月3日(金)10:00", TARO] {
            assert!(page.text().contains(said), "{said}: {}", page.text());
        }
        let page = browser.submit(page.form("2人の予約を確定する")).await;
        assert_eq!(page.h1(), "予約確定");
        assert_eq!(visits(&clinic), ["さくら 9:30", "悠真 10:00"]);
        let [first, second] = ["さくら", "悠真"].map(|given| of(&clinic, given));
        assert_eq!([first.attendee.person_id, second.attendee.person_id], people.map(Some));
        assert!(first.group.is_some() && first.group == second.group && first.link == second.link);
        for of in [&first, &second] {
            assert!(page.text().contains(&of.number.to_string()), "{}", page.text());
        }
        let list = browser.get("/dashboard").await;
        assert_eq!(list.text().matches("2人のご予約").count(), 2, "{}", list.text());
        let file = browser.get(&page.path().replace("/booked", "/calendar.ics")).await;
        let saved = format!("reservations-2026-04-03-0930-{}.ics", first.number.to_string().replace('-', ""));
        assert_eq!(file.header("content-disposition"), Some(format!("attachment; filename=\"{saved}\"")));
        let file = String::from_utf8_lossy(&file.body).into_owned();
        assert_eq!((file.matches("BEGIN:VEVENT").count(), file.matches("METHOD:PUBLISH").count()), (2, 1));
        let mut titles: Vec<&str> = file.lines().filter(|line| line.starts_with("SUMMARY:")).collect();
        titles.dedup();
        assert_eq!(titles.len(), 2, "they can be told apart: {file}");
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn one_mail_tells_of_all_and_has_a_link_for_each() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    booked(&mut browser, "9:30").await;
    let letters = clinic.mails_to(TARO).await;
    let [letter] = letters.as_slice() else { panic!("{} mails", letters.len()) };
    let text = letter.text();
    for given in ["さくら", "悠真"] {
        let of = of(&clinic, given);
        assert!(text.contains(&of.number.to_string()), "{text}");
    }
    assert!(!text.contains("悠真") && !text.contains("鈴木"), "a mail names nobody: {text}");
    assert!(text.contains("ス・サ…ラ (4歳)") && text.contains("ス・ユ…マ (7歳)"), "{text}");
    assert!(!letter.subject().contains("内科") && text.contains("2人"), "{text}");
    let links: Vec<&str> = text.split_whitespace().filter(|word| word.contains("/r/")).collect();
    assert_eq!((links.len(), letter.held().len()), (2, 2), "{text}");
    let mut stranger = clinic.plain();
    for (link, time) in links.iter().zip(["9:30", "10:00"]) {
        let path = &link[link.find("/r/").unwrap()..];
        let page = stranger.get(path).await;
        assert!(page.text().contains(time) && !page.text().contains("鈴木"), "{}", page.text());
        assert!(page.text().contains("2人のご予約"), "{}", page.text());
    }
    let [file] = letter.attachments() else { panic!("one file") };
    assert_eq!(file.text().matches("BEGIN:VEVENT").count(), 2);
    let notices = browser.get("/notices").await;
    assert!(notices.text().contains("(2人)"), "{}", notices.text());
}

#[tokio::test]
async fn twins_whose_names_begin_alike_are_told_apart_in_the_mail() {
    let clinic = sakura().await;
    let account = people::register(&clinic.floor, TARO).await;
    for (given, kana) in [("結衣", "ユイ"), ("優", "ユウ")] {
        let twin = child(given, kana, "2019-06-01");
        people::add_relative(&clinic.floor, account.id, Relation::Child, &twin).await;
        clinic.minutes_pass(1);
    }
    let mut browser = clinic.signed_in(TARO).await;
    let form = browser.get(FORM).await.form(TO_SLOTS).tick("鈴木 結衣(6歳)").tick("鈴木 優(6歳)");
    let page = to_calendar(&mut browser, form.select("診療メニュー", "初診: 一般内科")).await;
    let page = choose(&mut browser, &page, DAY, "9:30").await;
    browser.submit(page.form(BOOK)).await;
    let letter = clinic.mail_to(TARO).await;
    let file = letter.attachments()[0].text().replace("\r\n ", "");
    for letters in ["ス・…イ (6歳)", "ス・…ウ (6歳)"] {
        assert!(letter.text().contains(letters) && file.contains(letters), "{} {file}", letter.text());
    }
}

#[tokio::test]
async fn at_the_same_time_each_with_a_menu_of_their_own() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get(&format!("{FORM}?menu={GENERAL}&visit=return")).await;
    let form = page.form(TO_SLOTS).choose("同じ時間に全員が同じ時刻の予約になります。");
    assert_eq!(form.value("service"), "naika.return", "the menu from which somebody came");
    let form = form.tick("鈴木 太郎(38歳)").tick("鈴木 さくら(4歳)");
    let form = form.select("鈴木 さくらさんの診療メニュー (空欄は上と同じ)", "初診: 予防接種 生後2か月から15歳まで");
    let page = to_calendar(&mut browser, form).await;
    let page = choose(&mut browser, &page, DAY, "10:00").await;
    assert!(page.text().contains("持ち物 (一般内科)"), "once for each menu: {}", page.text());
    browser.submit(page.form(BOOK)).await;
    assert_eq!(visits(&clinic), ["太郎 10:00", "さくら 10:00"]);
    assert_eq!(of(&clinic, "さくら").slot.menu.as_str(), VACCINE);
    assert_eq!(of(&clinic, "太郎").service.visit.value(), "return");
    clinic.ignore_mail();
}

#[tokio::test]
async fn only_starts_at_which_all_fit_are_offered_and_a_day_without_says_who_would() {
    let clinic = sakura().await;
    family(&clinic).await;
    for (start, many) in [("9:00", 2), ("10:00", 1), ("11:00", 2)] {
        book_for_others(&clinic, start, many).await;
    }
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get(FORM).await;
    let page = to_calendar(&mut browser, both(&page)).await;
    let free = |page: &Page, start: &str| {
        page.forms().iter().flat_map(Form::buttons).any(|text| text.starts_with(&format!("{DAY}{start} ")))
    };
    assert!(free(&page, "9:30") && free(&page, "10:00"), "{}", page.text());
    assert!(!free(&page, "9:00") && !free(&page, "10:30"), "{}", page.text());
    assert!(!free(&page, "11:30"), "nobody comes after the last");
    assert!(slot(&page, DAY, "9:30").ends_with("全員可"));
    // In the afternoon one place is left, and at 16:00 both.
    for start in ["14:00", "14:30", "15:00", "15:30", "16:30", "17:00", "17:30", "9:30", "10:30", "11:30"] {
        book_for_others(&clinic, start, 2).await;
    }
    let page = browser.get(&day(&page, DAY).unwrap()).await;
    assert!(page.text().contains("この日は、全員分の空きがありません"), "{}", page.text());
    let once = browser.follow(&page, "同じ時間になら、この日に全員で予約できます").await;
    assert!(free(&once, "16:00"), "{}", once.text());
    let one = browser.follow(&page, "鈴木 さくらさんだけなら、この日に予約できます").await;
    assert!(one.path().starts_with("/b/sakura/menus/naika"), "{}", one.path());
    assert!(one.text().contains("受診する人: 鈴木 さくら(4歳)"), "{}", one.text());
}

#[tokio::test]
async fn the_places_of_all_are_kept_and_given_back_together() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let mut other = clinic.plain();
    let left = async |other: &mut Browser| {
        let page = other.get(&format!("{}&day=2026-04-03", calendar(GENERAL, "first"))).await;
        ["9:30", "10:00"].map(|start| slot(&page, DAY, start).chars().last().unwrap())
    };
    let page = to_confirmation(&mut browser, "9:30").await;
    assert!(page.text().contains("まで確保しています"), "{}", page.text());
    assert_eq!(left(&mut other).await, ['1', '1']);
    let again = to_confirmation(&mut browser, "9:30").await;
    assert_eq!(left(&mut other).await, ['1', '1'], "the same people begin once");
    assert_eq!(browser.get(page.path()).await.code(), 404);
    let slots = browser.follow(&again, "別の日時を選ぶ").await;
    let slots = browser.get(&format!("{}?day=2026-04-03", slots.path())).await;
    let page = choose(&mut browser, &slots, DAY, "11:00").await;
    assert_eq!(left(&mut other).await, ['2', '2'], "others take their place");
    browser.submit(page.form("予約をやめる")).await;
    let page = other.get(&format!("{}&day=2026-04-03", calendar(GENERAL, "first"))).await;
    assert!(["11:00", "11:30"].iter().all(|start| slot(&page, DAY, start).ends_with('2')));
    assert!(all(&clinic).is_empty());
}

#[tokio::test]
async fn l12_what_is_under_way_ends_with_the_person_who_is_removed() {
    let clinic = sakura().await;
    let (_, [child, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_confirmation(&mut browser, "9:30").await;
    let holds = || {
        stored::all(&clinic.floor.store).keys().filter(|key| String::from_utf8_lossy(key).contains("slot-hold")).count()
    };
    assert_eq!(holds(), 1, "one row for both");
    let removal = browser.get(&format!("/family/{}/removal", child.text())).await;
    browser.submit(removal.form("削除する")).await;
    assert_eq!(browser.get(page.path()).await.code(), 404);
    let again = browser.submit(page.form(BOOK)).await;
    assert!(again.code() == 404 && all(&clinic).is_empty(), "{}", again.text());
    assert_eq!(holds(), 0);
}
