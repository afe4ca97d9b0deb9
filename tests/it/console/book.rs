//! 予約台帳, and how far each visit has come.

use crate::harness::booked;
use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::page::{each, said};
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, DOCTOR, RECEPTION};
use mypage::clinic::Visit;
use mypage::reservation::{Reservation, ReservationId, Status};
use mypage::staff::Role;
use mypage::store::Table;

/// A clinic with one visit in its book, and the path of the visit's day.
async fn open() -> (Clinic, Reservation, String) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    staff::add(&clinic.floor, DOCTOR, SAKURA, Role::Doctor).await;
    let reservation = booked::book(&clinic, HANAKO, "9:30", true).await;
    let day = format!("/console/c/{SAKURA}/days/{}", reservation.slot.day);
    (clinic, reservation, day)
}

fn stored(clinic: &Clinic, of: &Reservation) -> Reservation {
    let found = clinic.floor.store.read_blocking(clinic.now(), |r| mypage::reservation::rows::find(r, of.id));
    found.unwrap().expect("the visit")
}

/// Lets the clock go on to so many minutes before the visit.
fn before_visit(clinic: &Clinic, of: &Reservation, minutes: i64) {
    clinic.floor.clock.advance_to(of.slot.starts().plus_minutes(-minutes));
}

#[tokio::test]
async fn the_book_says_who_comes_when_and_how_it_was_booked() {
    let (clinic, reservation, day) = open().await;
    let mut browser = staff::signed_in(&clinic, DOCTOR).await;
    let page = browser.get(&day).await;
    let text = page.text();
    for said in ["9:30", "山田 花子", "ヤマダ ハナコ", "Web会員", "予約"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let page = browser.follow(&page, "山田 花子").await;
    assert_eq!(page.h1(), "山田 花子");
    assert!(page.text().contains(&reservation.number.to_string()));
}

/// Changes a visit as it is stored.
async fn change(clinic: &Clinic, of: &Reservation, change: fn(&mut Reservation)) {
    let (table, mut new): (Table<ReservationId, Reservation>, _) = (Table::new("reservation"), stored(clinic, of));
    change(&mut new);
    clinic.floor.store.write(clinic.now(), move |tx| table.put(tx, &new.id, &new)).await.unwrap();
}

#[tokio::test]
async fn a_line_says_everything_once_and_which_number_is_the_bookings() {
    let (clinic, reservation, day) = open().await;
    let by_phone = booked::book_without_address(&clinic, TARO, "16:00").await;
    change(&clinic, &reservation, |visit| visit.attendee.chart_number = None).await;
    change(&clinic, &by_phone, |visit| {
        visit.attendee.chart_number = None;
        visit.attendee.person.birth_date = None;
        visit.service.visit = Visit::Return;
    })
    .await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let page = browser.get(&day).await;
    let lines: Vec<String> = each(page.html().root_element(), ".book-line").into_iter().map(said).collect();
    let [web, by_phone] = <[String; 2]>::try_from(lines).expect("two lines");
    assert!(web.contains(&format!("予約番号 {}", reservation.number)), "{web}");
    assert_eq!((web.matches("初診").count(), web.matches("診察券なし").count()), (1, 1), "{web}");
    assert_eq!(web.matches("再診").count(), 0, "{web}");
    assert_eq!((by_phone.matches("仮").count(), by_phone.matches("診察券").count()), (1, 0), "{by_phone}");
    assert_eq!((by_phone.matches("再診").count(), by_phone.matches("初診").count()), (1, 0), "{by_phone}");
}

#[tokio::test]
async fn a_visit_goes_from_booked_to_done_in_three_presses() {
    for htmx in [false, true] {
        let (clinic, reservation, day) = open().await;
        before_visit(&clinic, &reservation, 10);
        let browser = staff::signed_in(&clinic, DOCTOR).await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        for (button, status) in
            [("来院", Status::Arrived), ("診察へ", Status::InConsultation), ("終了", Status::Fulfilled)]
        {
            let page = browser.get(&day).await;
            let page = browser.submit(page.form(button).pressing(button).expect("the button")).await;
            assert_eq!(page.code(), 200, "{}", page.text());
            assert_eq!(stored(&clinic, &reservation).status, status);
        }
        let stored = stored(&clinic, &reservation);
        assert_eq!(stored.reached.arrived, Some(clinic.now()));
        assert!(stored.steps.iter().all(|step| step.staff == Some(staff::find(&clinic, DOCTOR).id)));
    }
}

#[tokio::test]
async fn a_wrong_press_is_taken_back() {
    let (clinic, reservation, day) = open().await;
    before_visit(&clinic, &reservation, 10);
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let page = browser.get(&day).await;
    let page = browser.submit(page.form("来院").pressing("来院").expect("the button")).await;
    let form = page.form("ひとつ前に戻す").pressing("ひとつ前に戻す").expect("the button");
    browser.submit(form).await;
    assert_eq!(stored(&clinic, &reservation).status, Status::Booked);
}

#[tokio::test]
async fn two_who_press_at_once_are_told_and_nothing_is_lost() {
    let (clinic, reservation, day) = open().await;
    before_visit(&clinic, &reservation, -5);
    let (mut one, mut other) = (staff::signed_in(&clinic, RECEPTION).await, staff::signed_in(&clinic, DOCTOR).await);
    let (first, second) = (one.get(&day).await, other.get(&day).await);
    one.submit(first.form("来院").pressing("来院").expect("the button")).await;
    let same = other.submit(second.form("来院").pressing("来院").expect("the button")).await;
    assert_eq!(same.code(), 200, "the same press is no conflict");
    let form = second.form("無断キャンセル").pressing("無断キャンセル").expect("the button");
    let page = other.submit(form).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "変更できませんでした"));
    assert_eq!(stored(&clinic, &reservation).status, Status::Arrived);
}

#[tokio::test]
async fn nobody_is_a_no_show_before_the_time() {
    let (clinic, reservation, day) = open().await;
    before_visit(&clinic, &reservation, 10);
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let page = browser.get(&day).await;
    assert!(!page.has_button("無断キャンセル"));
    let form = page.form("来院");
    let forged = form.clone().forge("to", "no-show");
    assert_eq!(browser.submit(forged).await.code(), 409);
    assert_eq!(stored(&clinic, &reservation).status, Status::Booked);
    assert_eq!(browser.submit(form.forge("to", "gone")).await.code(), 409);
}

#[tokio::test]
async fn a2_the_book_of_another_clinic_is_not_there() {
    let (clinic, reservation, day) = open().await;
    let momiji = mypage::clinic::ClinicId::parse("momiji").unwrap();
    let other = mypage::clinic::Clinic { id: momiji, ..crate::harness::clinics::sakura() };
    crate::harness::clinics::open(&clinic.floor, other, Vec::new()).await;
    staff::add(&clinic.floor, "hoka@example.jp", "momiji", Role::Owner).await;
    let mut stranger = staff::signed_in(&clinic, "hoka@example.jp").await;
    let id = reservation.id.text();
    for path in [day.clone(), format!("/console/c/{SAKURA}"), format!("/console/c/{SAKURA}/visits/{id}")] {
        assert_eq!(stranger.get(&path).await.code(), 404, "{path}");
    }
    let path = format!("/console/c/momiji/visits/{id}");
    assert_eq!(stranger.get(&path).await.code(), 404, "a visit of another clinic under the own one");
    let page = stranger.get("/console/c/momiji").await;
    let proof = page.form("ログアウト").value("_csrf");
    let fields = [("_csrf", proof.as_str()), ("seen", "booked"), ("to", "arrived")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    for at in ["momiji", SAKURA] {
        let ask = Ask::posting(&format!("/console/c/{at}/visits/{id}/attendance"), &fields);
        assert_eq!(stranger.send(ask).await.code(), 404, "{at}");
    }
    assert_eq!(stored(&clinic, &reservation).status, Status::Booked);
}

#[tokio::test]
async fn days_are_reached_by_arrows_and_by_a_date() {
    let (clinic, _, _) = open().await;
    let mut browser = staff::signed_in(&clinic, RECEPTION).await;
    let today = clinic.now().jst_date();
    let page = browser.get(&format!("/console/c/{SAKURA}")).await;
    let page = browser.submit(page.form("表示").forge("day", "2066-11-27")).await;
    assert_eq!(page.path(), format!("/console/c/{SAKURA}/days/2066-11-27"), "forty years off");
    assert!(page.text().contains("この日のご予約はありません"));
    let sunday = browser.get(&format!("/console/c/{SAKURA}/days/2026-04-05")).await;
    assert!(sunday.text().contains("この日は休診です"), "{}", sunday.text());
    for nonsense in ["tomorrow", "2026-13-01", "99999-01-01"] {
        assert_eq!(browser.get(&format!("/console/c/{SAKURA}/days/{nonsense}")).await.code(), 404, "{nonsense}");
    }
    let page = browser.get(&format!("/console/c/{SAKURA}")).await;
    let after = today.next_day().expect("a day");
    assert!(page.links().iter().any(|(_, href)| *href == format!("/console/c/{SAKURA}/days/{after}")));
}
