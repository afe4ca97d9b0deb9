//! 診療時間と休診日: an owner changes them, patients find it in the calendar at once, and what is booked stays booked.

use crate::harness::booked::{self, FRIDAY};
use crate::harness::booking::calendar;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA};
use crate::harness::page::Page;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, DOCTOR, OWNER, RECEPTION};
use mypage::clinic::file::MOST_CLOSURES;
use mypage::clinic::{self as product, ClinicId, ClosedDays, Closure, rows};
use mypage::reservation::Status;
use mypage::staff::Role;
use std::sync::Arc;

const HOURS: &str = "/console/c/sakura/hours";
const SAVE: &str = "診療時間を保存する";

/// A clinic whose hours fit into the form, with its owner.
async fn open() -> (Clinic, Browser) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let mut sakura = clinics::sakura();
    sakura.hours[2].last_reception = None;
    clinics::open(&clinic.floor, sakura, clinics::menus()).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let owner = staff::session(&clinic, OWNER).await;
    (clinic, owner)
}

fn stored(clinic: &Clinic) -> product::Clinic {
    let sakura = ClinicId::parse(SAKURA).unwrap();
    Arc::unwrap_or_clone(
        clinic.floor.store.read_blocking(clinic.now(), |r| rows::find(r, &sakura)).unwrap().expect("the clinic"),
    )
}

/// What a patient reads of a day in the calendar.
async fn calendar_says(clinic: &Clinic, day: &str, lang: &str) -> String {
    let browser = clinic.plain();
    let mut browser = if lang == "en" { browser.in_english() } else { browser };
    browser.get(&format!("{}&day={day}", calendar(GENERAL, "first"))).await.text()
}

/// Types a closure of Thursday and Friday, up to the page that confirms it.
async fn closes(owner: &mut Browser) -> Page {
    let page = owner.get(HOURS).await;
    let page = owner.follow(&page, "休診を追加する").await;
    let form = page.form("確認へ").forge("first_day", "2026-04-02").forge("last_day", "2026年4月3日");
    owner.submit(form.fill("理由", "夏季休診").fill("理由(英語)", "Summer holidays")).await
}

#[tokio::test]
async fn closed_days_show_first_who_is_booked_close_the_calendar_and_leave_the_visits() {
    for htmx in [false, true] {
        let (clinic, owner) = open().await;
        let mut owner = if htmx { owner.with_htmx() } else { owner };
        let booked = booked::book(&clinic, TARO, "9:30", false).await;
        let page = closes(&mut owner).await;
        assert_eq!(page.path(), format!("{HOURS}/closures/confirmation"), "{}", page.text());
        assert!(page.text().contains("この期間に1件の予約があります"), "{}", page.text());
        let book = format!("/console/c/sakura/days/{FRIDAY}");
        assert!(page.links().iter().any(|(_, href)| *href == book), "{:?}", page.links());
        assert_eq!(stored(&clinic).closures.len(), 2, "nothing is closed before it is confirmed");
        let confirm = page.form("休診にする");
        let page = owner.submit(confirm.clone()).await;
        assert_eq!(page.path(), HOURS);
        assert!(page.text().contains("夏季休診"), "{}", page.text());
        owner.submit(confirm).await;
        assert_eq!(stored(&clinic).closures.len(), 3, "sent twice, it is one closure");
        for day in ["2026-04-02", "2026-04-03"] {
            assert!(calendar_says(&clinic, day, "ja").await.contains("この日は休診です(夏季休診)"));
        }
        assert!(calendar_says(&clinic, "2026-04-02", "en").await.contains("Summer holidays"));
        assert_eq!(booked::stored(&clinic, booked.id).status, Status::Booked);
        let page = owner.get(&book).await;
        assert!(page.text().contains("この日は休診です") && page.text().contains("9:30"), "{}", page.text());
    }
}

#[tokio::test]
async fn a_closure_is_taken_away_and_no_other_one_in_its_place() {
    let (clinic, mut owner) = open().await;
    let page = closes(&mut owner).await;
    assert!(page.text().contains("この期間に予約はありません"), "{}", page.text());
    let page = owner.submit(page.form("休診にする")).await;
    let links = page.links();
    let (_, removal) =
        links.iter().find(|(text, _)| text.contains("夏季休診") && text.ends_with("取りやめる")).expect("it");
    let page = owner.get(removal).await;
    assert!(page.text().contains("2026年4月2日(木)〜2026年4月3日(金) 夏季休診"), "{}", page.text());
    let form = page.form("休診を取りやめる");
    assert_eq!(owner.submit(form.clone()).await.path(), HOURS);
    assert!(calendar_says(&clinic, "2026-04-02", "ja").await.contains("9:30 を選ぶ"));
    assert_eq!(owner.submit(form.clone()).await.code(), 409, "it is gone");
    let weekly = owner.get(&format!("{HOURS}/closures/0/removal")).await.form("休診を取りやめる");
    let another = form.clone().forge("seen", &weekly.value("seen"));
    assert_eq!(owner.submit(another).await.code(), 409, "it stands at another place");
    let in_its_place = weekly.forge("seen", &form.value("seen"));
    assert_eq!(owner.submit(in_its_place).await.code(), 409, "another one stands there");
    assert_eq!(stored(&clinic).closures, clinics::sakura().closures);
    assert_eq!(owner.get(&format!("{HOURS}/closures/9/removal")).await.code(), 404);
    assert_eq!(owner.get(&format!("{HOURS}/closures/x/removal")).await.code(), 404);
}

#[tokio::test]
async fn what_is_wrong_with_a_closure_is_said_beside_its_field_and_what_was_typed_stays() {
    let (clinic, mut owner) = open().await;
    for (first, last, wrong) in [
        ("", "", "first_day"),
        ("soon", "", "first_day"),
        ("2026-03-31", "", "first_day"),
        ("2026-04-10", "2026-04-09", "last_day"),
        ("2026-04-10", "2036-04-10", "last_day"),
    ] {
        let form = owner.get(&format!("{HOURS}/closures")).await.form("確認へ");
        let page = owner.submit(form.forge("first_day", first).forge("last_day", last).fill("理由", "研修")).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec![wrong.to_owned()]), "{first} {last}");
        let again = page.form("確認へ");
        assert_eq!([again.value("first_day"), again.value("reason")], [first, "研修"]);
    }
    let form = owner.get(&format!("{HOURS}/closures")).await.form("確認へ").forge("first_day", "2026-04-10");
    let page = owner.submit(form.clone().fill("理由", &"あ".repeat(41))).await;
    assert_eq!(page.wrong_fields(), ["reason"], "as much as a clinic's file takes");
    let page = owner.submit(form.fill("理由(英語)", "Training")).await;
    assert_eq!(page.wrong_fields(), ["reason"], "English alone");
    assert_eq!(stored(&clinic).closures, clinics::sakura().closures);
    let bare = owner.get(&format!("{HOURS}/closures/confirmation")).await;
    assert_eq!(bare.path(), format!("{HOURS}/closures"), "there is nothing to confirm");
}

#[tokio::test]
async fn hours_are_changed_by_weekday_once_who_is_booked_outside_them_was_seen() {
    for htmx in [false, true] {
        let (clinic, owner) = open().await;
        let mut owner = if htmx { owner.with_htmx() } else { owner };
        let thursday = FRIDAY.previous_day().unwrap();
        let booked = booked::on(&clinic, TARO, thursday, "14:00").await;
        booked::on(&clinic, HANAKO, thursday, "9:30").await;
        let form = owner.get(HOURS).await.form(SAVE);
        let shown =
            ["morning_from", "afternoon_last", "morning_sat", "afternoon_sat", "holidays"].map(|name| form.value(name));
        assert_eq!(shown, ["9:00", "17:30", "on", "", "on"]);
        let form = form.without("afternoon_thu").fill("最終受付(任意)", "11時半");
        let page = owner.submit(form).await;
        assert_eq!(page.path(), format!("{HOURS}/confirmation"), "{}", page.text());
        assert!(page.text().contains("時間外になる予約が1件"), "{}", page.text());
        assert_eq!(stored(&clinic).hours.len(), 3, "nothing is changed yet");
        let typed = owner.get(&page.link("入力に戻る")).await.form(SAVE);
        assert_eq!([typed.value("morning_last"), typed.value("afternoon_thu")], ["11時半", ""]);
        let page = owner.submit(page.form(SAVE)).await;
        assert_eq!((page.path(), page.code()), (HOURS, 200));
        assert!(page.text().contains("診療時間を保存しました"), "{}", page.text());
        assert!(clinic.floor.log.lines().iter().any(|line| line.contains("hours_changed")), "it is on record");
        let says = calendar_says(&clinic, "2026-04-02", "ja").await;
        assert!(says.contains("11:00 を選ぶ") && !says.contains("14:30 を選ぶ"), "{says}");
        assert!(calendar_says(&clinic, "2026-04-03", "ja").await.contains("14:30 を選ぶ"));
        assert_eq!(booked::stored(&clinic, booked.id).status, Status::Booked);
        let now = stored(&clinic);
        assert_eq!(now.hours[0].last_reception, Some(clinics::time("11:30")));
        assert_eq!(now.closures, clinics::sakura().closures, "nothing else is changed");
        assert_eq!(now.pools, clinics::sakura().pools);
    }
}

#[tokio::test]
async fn what_is_wrong_with_the_hours_is_said_and_what_was_typed_stays() {
    let (clinic, mut owner) = open().await;
    let before = stored(&clinic);
    for (name, text) in [("morning_from", "9:5"), ("morning_until", ""), ("afternoon_last", "18:00")] {
        let form = owner.get(HOURS).await.form(SAVE).without("morning_sat");
        let page = owner.submit(form.forge(name, text)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec![name.to_owned()]), "{name}");
        let again = page.form(SAVE);
        assert_eq!([again.value(name), again.value("morning_sat")], [text, ""]);
    }
    assert_eq!(stored(&clinic), before);
}

#[tokio::test]
async fn of_two_owners_the_second_is_told_and_loses_nothing() {
    let (clinic, mut owner) = open().await;
    let mut other = staff::session(&clinic, OWNER).await;
    let stale = other.get(HOURS).await.form(SAVE).without("afternoon_wed").forge("morning_until", "12時半");
    let form = owner.get(HOURS).await.form(SAVE).without("afternoon_fri");
    assert_eq!(owner.submit(form).await.code(), 200);
    let theirs = stored(&clinic);
    let page = other.submit(stale).await;
    assert_eq!(page.code(), 409);
    assert!(page.text().contains("先に変更されました"), "{}", page.text());
    assert_eq!(stored(&clinic), theirs, "nothing is overwritten");
    let again = page.form(SAVE);
    assert_eq!(["morning_until", "afternoon_wed", "afternoon_fri"].map(|name| again.value(name)), ["12時半", "", "on"]);
    let page = other.submit(again).await;
    assert_eq!((page.code(), page.path()), (200, HOURS), "{}", page.text());
    assert_eq!(stored(&clinic).hours[0].band.until, clinics::time("12:30"));
}

#[tokio::test]
async fn hours_of_the_clinics_file_that_do_not_fit_are_shown_and_stay() {
    let (clinic, mut owner) = open().await;
    let form = owner.get(HOURS).await.form(SAVE).forge("morning_from", "8:30");
    // A file comes in meanwhile, with another last reception on Saturdays.
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    let page = owner.submit(form).await;
    assert_eq!(page.code(), 409, "{}", page.text());
    assert_eq!(stored(&clinic), clinics::sakura());
    let page = owner.get(HOURS).await;
    assert!(page.text().contains("クリニックのファイルで設定されています"), "{}", page.text());
    assert!(page.text().contains("11:30") && !page.has_button(SAVE), "{}", page.text());
    let page = closes(&mut owner).await;
    owner.submit(page.form("休診にする")).await;
    let now = stored(&clinic);
    assert_eq!((now.hours, now.closures.len()), (clinics::sakura().hours, 3));
}

#[tokio::test]
async fn what_was_changed_is_in_the_clinics_file_and_comes_back_from_it() {
    let (clinic, mut owner) = open().await;
    let form = owner.get(HOURS).await.form(SAVE).without("afternoon_wed").without("holidays");
    owner.submit(form).await;
    let page = closes(&mut owner).await;
    owner.submit(page.form("休診にする")).await;
    let now = stored(&clinic);
    let text = product::file::write(&now, &clinics::menus());
    assert!(text.contains("from = 2026-04-02") && text.contains("reason_en = \"Summer holidays\""), "{text}");
    assert!(!text.contains("holidays = true"), "{text}");
    let (read, _) = product::file::read(&text).expect("a file");
    assert_eq!((read.hours, read.closures), (now.hours, now.closures));
}

#[tokio::test]
async fn a1_the_reception_and_the_doctors_find_no_such_page() {
    let (clinic, mut owner) = open().await;
    let form = owner.get(HOURS).await.form(SAVE).without("afternoon_wed");
    for (address, role) in [(RECEPTION, Role::Reception), (DOCTOR, Role::Doctor)] {
        staff::add(&clinic.floor, address, SAKURA, role).await;
        let mut browser = staff::session(&clinic, address).await;
        let book = browser.get("/console/c/sakura").await;
        assert!(!book.has_link("診療時間と休診日"));
        let proof = book.form("ログアウト").value("_csrf");
        for page in ["", "/confirmation", "/closures", "/closures/confirmation", "/closures/0/removal"] {
            assert_eq!(browser.get(&format!("{HOURS}{page}")).await.code(), 404, "{page}");
        }
        for page in ["", "/closures", "/closures/0/removal"] {
            let form = form.clone().forge("_csrf", &proof).forge("first_day", "2026-04-10").forge("confirmed", "1");
            let ask = Ask::posting(&format!("{HOURS}{page}"), &form.sent());
            assert_eq!(browser.send(ask).await.code(), 404, "{page}");
        }
    }
    assert_eq!(stored(&clinic).closures, clinics::sakura().closures);
    assert!(owner.get("/console/c/sakura").await.has_link("診療時間と休診日"));
    assert!(owner.get("/console/c/sakura/opened").await.has_link("診療時間と休診日"));
}

#[tokio::test]
async fn holidays_are_opened_and_a_visit_on_one_is_named_before_they_are_closed() {
    let (clinic, mut owner) = open().await;
    let form = owner.get(HOURS).await.form(SAVE).without("holidays");
    owner.submit(form).await;
    // 昭和の日.
    let holiday = time::macros::date!(2026 - 04 - 29);
    assert!(calendar_says(&clinic, "2026-04-29", "ja").await.contains("9:30 を選ぶ"));
    booked::on(&clinic, TARO, holiday, "9:30").await;
    let form = owner.get(HOURS).await.form(SAVE).forge("holidays", "on");
    let page = owner.submit(form).await;
    assert!(page.text().contains("予約が1件") && page.text().contains("4月29日"), "{}", page.text());
    owner.submit(page.form(SAVE)).await;
    assert!(calendar_says(&clinic, "2026-04-29", "ja").await.contains("祝日"));
}

#[tokio::test]
async fn the_holidays_always_have_room_among_what_is_closed() {
    let (clinic, mut owner) = open().await;
    let sunday = stored(&clinic).closures[0].clone();
    let days = std::iter::successors(FRIDAY.next_day(), |day| day.next_day());
    let dated = days.map(|day| Closure { days: ClosedDays::Span { from: day, until: day }, ..sunday.clone() });
    let closures = std::iter::once(sunday.clone()).chain(dated).take(MOST_CLOSURES - 1).collect();
    clinics::open(&clinic.floor, product::Clinic { closures, ..stored(&clinic) }, clinics::menus()).await;
    let page = closes(&mut owner).await;
    let page = owner.submit(page.form("休診にする")).await;
    assert!(page.text().contains("登録できる休診の数が上限に達しました"), "{}", page.text());
    let form = owner.get(HOURS).await.form(SAVE).forge("holidays", "on");
    assert!(owner.submit(form).await.text().contains("診療時間を保存しました"));
    let now = stored(&clinic);
    assert_eq!(now.closures.len(), MOST_CLOSURES);
    let (read, _) = product::file::read(&product::file::write(&now, &clinics::menus())).expect("a file");
    assert_eq!(read.closures, now.closures);
}
