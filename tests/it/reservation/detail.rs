//! 予約詳細 of a patient who is signed in.

use crate::harness::booked::{self, book};
use crate::harness::clinic::Clinic;
use crate::harness::clinics;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::rows;
use mypage::reservation::ReservationId;

#[tokio::test]
async fn the_patient_sees_all_of_it_and_what_can_be_done() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "予約詳細"));
    let number = of.number.to_string();
    let expected = [
        ("予約番号", number.as_str()),
        ("状態", "予約済み"),
        ("日時", "2026年(令和8年)4月3日(金)9:30 約30分"),
        ("診療メニュー", "一般内科"),
        ("初診・再診", "初診"),
        ("受診者", "山田 花子"),
        ("診察券番号", "00123"),
        ("持ち物", "保険証またはマイナンバーカード"),
        ("クリニック", "さくら内科クリニック"),
        ("電話番号", "03-1111-2222"),
        ("住所", "〒150-0001 東京都渋谷区神宮前1-2-3原宿駅から徒歩5分"),
        ("変更期限", "2026年4月2日(木)18:00まで"),
        ("キャンセル期限", "2026年4月2日(木)18:00まで"),
    ];
    for (label, value) in expected {
        assert_eq!(page.overview(label).as_deref(), Some(value), "{label}");
    }
    assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
    assert!(page.has_button("予約を変更") && page.has_link("予約をキャンセル"));
    let file = browser.follow(&page, "カレンダーに追加").await;
    assert!(file.header("content-type").unwrap().starts_with("text/calendar"));
    assert!(String::from_utf8(file.body).unwrap().contains("DTSTART:20260403T003000Z"));
}

#[tokio::test]
async fn on_an_english_page_the_clinics_own_words_are_marked_as_japanese() {
    let clinic = Clinic::new();
    let with_map = mypage::clinic::Clinic {
        site: mypage::clinic::ClinicSite {
            map_url: Some("https://maps.example/sakura".to_owned()),
            ..clinics::sakura().site
        },
        ..clinics::sakura()
    };
    clinics::open(&clinic.floor, with_map, clinics::menus()).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = booked::receipt(&clinic, &of).await;
    let mut browser = clinic.plain().in_english();
    let page = browser.get(&path).await;
    assert_eq!((page.h1().as_str(), page.lang().as_str()), ("Your reservation", "en"));
    assert_eq!(page.overview("Cancel by").as_deref(), Some("Thu 2 April 2026, 18:00"));
    assert_eq!(page.link("Show on a map"), "https://maps.example/sakura");
    let html = page.html();
    let japanese: String =
        crate::harness::page::each(html.root_element(), "main [lang=ja]").iter().flat_map(|part| part.text()).collect();
    for own in ["さくら内科クリニック", "一般内科", "保険証またはマイナンバーカード", "神宮前1-2-3", "ヤ・ハ"]
    {
        assert!(japanese.contains(own), "{own} is not marked");
    }
    let page = browser.follow(&page, "Cancel the reservation").await;
    assert_eq!(page.h1(), "Cancel a reservation");
    let page = browser.submit(page.form("Cancel it")).await;
    assert_eq!(page.beside("digits").as_deref(), Some("Enter four digits"));
}

#[tokio::test]
async fn after_the_deadlines_there_is_the_clinics_number_instead() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let path = format!("/reservations/{}", of.id.text());
    clinic.minutes_pass(32 * 60 - 1);
    assert!(browser.get(&path).await.has_button("予約を変更"), "a minute before");
    clinic.minutes_pass(1);
    let page = browser.get(&path).await;
    let said = "2026年4月2日(木)18:00に締め切りました。 お手数ですが、クリニックへお電話ください。 03-1111-2222";
    assert_eq!(page.overview("キャンセル期限").as_deref(), Some(said));
    assert_eq!(page.overview("変更期限").as_deref(), Some(said));
    assert!(!page.has_button("予約を変更") && !page.has_link("予約をキャンセル"));
    assert!(page.has_link("カレンダーに追加"));
    clinic.minutes_pass(24 * 60);
    let page = browser.get(&path).await;
    assert_eq!((page.overview("状態").as_deref(), page.overview("キャンセル期限")), (Some("終了"), None));
    assert!(!page.has_link("カレンダーに追加"));
}

#[tokio::test]
async fn a2_what_is_somebody_elses_answers_as_what_is_not_there_and_changes_nothing() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let hers = book(&clinic, HANAKO, "9:30", true).await;
    let guests = book(&clinic, HANAKO, "10:00", false).await;
    let own = book(&clinic, TARO, "11:00", true).await;
    let mut browser = clinic.signed_in(TARO).await;
    let form = browser.get(&format!("/reservations/{}", own.id.text())).await.form("予約を変更");
    let before = rows::all(&clinic.floor.store);
    let nobodys = ReservationId::mint(clinic.now()).text();
    let references = [hers.id.text(), guests.id.text(), nobodys.clone(), "0".to_owned(), "..%2f".to_owned()];
    for end in ["", "/cancellation", "/calendar.ics"] {
        let there = browser.get(&format!("/reservations/{nobodys}{end}")).await;
        for reference in &references {
            let page = browser.get(&format!("/reservations/{reference}{end}")).await;
            assert_eq!((page.code(), page.text()), (404, there.text()), "{reference}{end}");
        }
    }
    for end in ["cancellation", "change"] {
        for reference in &references {
            let mut forged = form.clone();
            forged.action = format!("/reservations/{reference}/{end}");
            assert_eq!(browser.submit(forged).await.code(), 404, "{reference}/{end}");
        }
    }
    for reference in &references {
        assert_eq!(browser.get(&format!("/dashboard?reservation={reference}")).await.code(), 404, "{reference}");
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first_and_comes_back() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    for end in ["", "/cancellation", "/calendar.ics"] {
        let path = format!("/reservations/{}{end}", of.id.text());
        for mut browser in clinic.both() {
            let page = browser.get(&path).await;
            assert_eq!((page.path(), page.form("ログイン").value("next")), ("/sign-in", path.clone()));
        }
    }
}
