//! Choosing a slot: it is kept for a while, for one browser alone, and given back.

use crate::harness::booking::{calendar, choose, code, sakura, slot, to_person};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, CHECK_UP, GENERAL, STAFF_ONLY};
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use crate::harness::rows;
use crate::harness::stage::{fill_in, press};
use mypage::clinic::Menu;

const DAY: &str = "4月2日(木)";

/// The calendar of 歯科検診 on 2 April, for which there are two chairs.
pub async fn chairs(browser: &mut Browser) -> Page {
    browser.get(&format!("{}&day=2026-04-02", calendar(CHECK_UP, "first"))).await
}

fn left(page: &Page, time: &str) -> Option<String> {
    let name = format!("{DAY}{time} を選ぶ残り");
    let buttons = page.forms().into_iter().flat_map(|form| form.buttons());
    buttons.into_iter().find_map(|text| text.strip_prefix(&name).map(str::to_owned))
}

#[tokio::test]
async fn a_chosen_slot_is_kept_from_others_and_given_back_by_leaving_or_by_time() {
    let clinic = sakura().await;
    for htmx in [false, true] {
        let (mut one, mut other) = (clinic.plain(), clinic.plain());
        one = if htmx { one.with_htmx() } else { one };
        let page = chairs(&mut one).await;
        let page = choose(&mut one, &page, DAY, "9:00").await;
        assert_eq!(left(&chairs(&mut other).await, "9:00").as_deref(), Some("1"));
        assert_eq!(left(&chairs(&mut one).await, "9:00").as_deref(), Some("2"), "not in one's own way");
        let page = one.submit(page.form("予約をやめる")).await;
        assert_eq!(page.path(), "/b/sakura");
        assert_eq!(page.role("status").as_deref(), Some("予約の手続きをやめました。何も予約されていません。"));
        assert_eq!(left(&chairs(&mut other).await, "9:00").as_deref(), Some("2"), "given back by leaving");
        let page = chairs(&mut one).await;
        choose(&mut one, &page, DAY, "9:00").await;
        clinic.minutes_pass(9);
        assert_eq!(left(&chairs(&mut other).await, "9:00").as_deref(), Some("1"));
        clinic.minutes_pass(1);
        assert_eq!(left(&chairs(&mut other).await, "9:00").as_deref(), Some("2"), "given back by time");
    }
}

#[tokio::test]
async fn pressing_twice_or_coming_back_keeps_one_slot() {
    let clinic = sakura().await;
    let (mut browser, mut other) = (clinic.plain(), clinic.plain());
    let page = chairs(&mut browser).await;
    let first = choose(&mut browser, &page, DAY, "9:00").await;
    let second = choose(&mut browser, &page, DAY, "9:00").await;
    assert_ne!(first.path(), second.path(), "the earlier key does not give this one away");
    assert_eq!(browser.get(first.path()).await.code(), 404);
    let third = choose(&mut browser, &page, DAY, "10:00").await;
    assert_eq!(browser.get(second.path()).await.code(), 404);
    assert!(third.text().contains("10:00"), "{}", third.text());
    let seen = chairs(&mut other).await;
    assert_eq!((left(&seen, "9:00").as_deref(), left(&seen, "10:00").as_deref()), (Some("2"), Some("1")));
    browser.submit(third.form("確認へ")).await;
    let page = chairs(&mut browser).await;
    let child = choose(&mut browser, &page, DAY, "9:00").await;
    assert_eq!(browser.get(third.path()).await.code(), 200, "for somebody else, once something was typed");
    assert_ne!(child.path(), third.path());
}

#[tokio::test]
async fn choosing_what_is_taken_leaves_the_slot_before_as_it_was() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = chairs(&mut browser).await;
    let first = choose(&mut browser, &page, DAY, "9:00").await;
    for _ in 0..2 {
        let mut other = clinic.plain();
        let page = chairs(&mut other).await;
        choose(&mut other, &page, DAY, "10:00").await;
    }
    assert_eq!(choose(&mut browser, &page, DAY, "10:00").await.code(), 409);
    assert_eq!(browser.get(first.path()).await.code(), 200);
    assert_eq!(left(&chairs(&mut clinic.plain()).await, "9:00").as_deref(), Some("1"), "still kept");
    clinic.minutes_pass(10);
    assert_eq!(left(&chairs(&mut clinic.plain()).await, "9:00").as_deref(), Some("2"), "and no longer than before");
}

#[tokio::test]
async fn planting_the_cookie_and_beginning_a_booking_does_not_show_what_is_typed() {
    let clinic = sakura().await;
    let mut attacker = clinic.plain().at("203.0.113.66");
    let known = to_person(&mut attacker).await;
    let mut victim = clinic.plain();
    victim.identify(&attacker.token());
    let page = to_person(&mut victim).await;
    victim.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO)).await;
    clinic.mail_to(HANAKO).await;
    for end in ["", "/confirmation", "/slots", "/booked"] {
        assert_eq!(attacker.get(&format!("{}{end}", known.path())).await.code(), 404, "{end}");
    }
}

#[tokio::test]
async fn a_form_of_megabytes_is_refused_and_stored_small() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let mut page = to_person(&mut browser).await;
    let long = "😀".repeat(300) + &"9".repeat(70_000);
    let mut form = page.form("確認へ");
    for name in form.fields.iter().map(|input| input.name.clone()).collect::<Vec<_>>() {
        form = if name.starts_with('_') { form } else { form.forge(&name, &long) };
    }
    let largest = |clinic: &Clinic| {
        let rows = rows::all(&clinic.floor.store);
        rows.into_iter().filter(|(key, _)| is_of_bookings(key)).map(|(_, value)| value.len()).max()
    };
    let small = largest(&clinic).unwrap();
    for _ in 0..300 {
        page = browser.submit(form.clone()).await;
        assert_eq!(page.code(), 422);
    }
    assert_eq!(page.form("確認へ").value("family_name").chars().count(), 300, "what is refused is seen to be too long");
    let kept = largest(&clinic).unwrap();
    assert!(kept < small + 3_300, "{small} → {kept}: one page of the file");
    assert_eq!(browser.submit(form.clone()).await.code(), 429, "nor is it written for ever");
    let path = format!("{}/code", page.path());
    assert_eq!(press(&mut browser, &path).await.code(), 429, "by the other way to write neither");
    clinic.minutes_pass(10);
    assert_eq!(browser.submit(form).await.code(), 422);
}

#[tokio::test]
async fn a_slot_that_is_taken_meanwhile_is_refused_with_the_next_free_ones() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        let page = chairs(&mut browser).await;
        let mut others = [clinic.plain(), clinic.plain()];
        for other in &mut others {
            let page = chairs(other).await;
            choose(other, &page, DAY, "9:00").await;
        }
        let page = choose(&mut browser, &page, DAY, "9:00").await;
        assert_eq!((page.code(), page.h1().as_str()), (409, "日時を選ぶ"));
        assert!(page.role("alert").unwrap().contains("4月2日(木)9:00は、ほかの方の予約で満員になりました"));
        assert!(page.has_button("4月2日(木)10:00 を選ぶ"), "the next free one");
        assert_eq!(choose(&mut browser, &page, DAY, "11:00").await.h1(), "受診者の情報を入力する");
        clinic.minutes_pass(10);
    }
}

fn forged(page: &Page, slot: &str) -> Form {
    page.forms().into_iter().find(|form| form.action.ends_with("/bookings")).unwrap().forge("slot", slot)
}

#[tokio::test]
async fn slots_that_were_never_offered_are_refused_and_store_nothing() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get(&calendar(GENERAL, "first")).await;
    let before = rows::all(&clinic.floor.store).keys().filter(|key| is_of_bookings(key)).count();
    let long = "9".repeat(4_000);
    for slot in [
        "",
        "2026-04-02T09:10",
        "2026-04-02T9:5",
        "2026-02-31T09:00",
        "2026-04-05T09:00",
        "2026-04-29T09:00",
        "2026-03-31T09:00",
        "2026-04-01T09:00",
        "2027-04-02T09:00",
        "9999-12-31T23:30",
        "2026-04-02T24:00",
        "2026-04-02T24:30",
        "2026-04-02 09:00",
        "2026-04-02T09:00Z",
        "2026-04-02T-9:00",
        "T",
        "\u{0}",
        "<script>",
        &long,
    ] {
        let page = browser.submit(forged(&page, slot)).await;
        assert_eq!((page.code(), page.h1().as_str()), (409, "日時を選ぶ"), "{slot}");
        assert!(page.role("alert").is_some(), "{slot}");
    }
    for (menu, visit) in [(STAFF_ONLY, "first"), (CHECK_UP, "return"), ("x", "first"), ("", ""), (GENERAL, "\u{0}")] {
        let form = forged(&page, "2026-04-02T09:00").forge("menu", menu).forge("visit", visit);
        assert_eq!(browser.submit(form).await.code(), 404, "{menu} {visit}");
    }
    let after = rows::all(&clinic.floor.store).keys().filter(|key| is_of_bookings(key)).count();
    assert_eq!((before, after), (0, 0));
}

fn is_of_bookings(key: &[u8]) -> bool {
    key.starts_with(b"slot-hold") || key.starts_with(b"booking")
}

#[tokio::test]
async fn one_client_can_keep_only_so_many() {
    let clinic = sakura().await;
    let mut crowd = clinic.plain();
    let page = crowd.get(&calendar(GENERAL, "first")).await;
    for _ in 0..60 {
        choose(&mut crowd, &page, "4月1日(水)", "11:30").await;
    }
    let page = choose(&mut crowd, &page, "4月1日(水)", "11:30").await;
    assert_eq!(page.code(), 429);
    let mut elsewhere = clinic.plain().at("198.51.100.9");
    let page = elsewhere.get(&calendar(GENERAL, "first")).await;
    assert_eq!(choose(&mut elsewhere, &page, "4月1日(水)", "11:30").await.code(), 200);
    clinic.minutes_pass(10);
    let page = crowd.get(&calendar(GENERAL, "first")).await;
    assert_eq!(choose(&mut crowd, &page, "4月1日(水)", "11:30").await.code(), 200);
}

#[tokio::test]
async fn one_client_keeps_at_most_a_quarter_of_the_places_of_a_day() {
    let clinic = Clinic::new();
    let narrow = clinics::menus().into_iter().map(|menu| Menu { places: 1, ..menu }).collect();
    clinics::open(&clinic.floor, clinics::sakura(), narrow).await;
    let day = format!("{}&day=2026-04-02", calendar(GENERAL, "first"));
    let free = |page: &Page| -> Vec<String> {
        let buttons = page.forms().into_iter().flat_map(|form| form.buttons());
        buttons.filter(|text| text.starts_with(DAY) && text.contains("残り")).collect()
    };
    let places = free(&clinic.plain().get(&day).await).len();
    let mut kept = 0;
    for _ in 0..places {
        let mut browser = clinic.plain();
        let page = browser.get(&day).await;
        let page = browser.submit(page.form(&free(&page)[0])).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "受診者の情報を入力する"), "nobody is refused");
        kept += usize::from(page.text().contains("まで確保"));
    }
    assert_eq!(kept, places / 4);
    assert!(4 <= places, "{places}");
}

#[tokio::test]
async fn one_client_keeps_only_ten_slots_of_a_clinic_and_goes_on_without() {
    let clinic = Clinic::new();
    let roomy = clinics::menus().into_iter().map(|menu| Menu { places: 50, ..menu }).collect();
    clinics::open(&clinic.floor, clinics::sakura(), roomy).await;
    let mut kept = Vec::new();
    let mut last = None;
    for _ in 0..12 {
        let mut browser = clinic.plain();
        let page = to_person(&mut browser).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "受診者の情報を入力する"));
        kept.push(page.text().contains("まで確保"));
        last = Some((browser, page));
    }
    assert_eq!(kept, [[true; 10].as_slice(), &[false; 2]].concat());
    let mut elsewhere = clinic.plain().at("198.51.100.9");
    let seen = elsewhere.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
    assert!(slot(&seen, DAY, "9:30").ends_with("残り40"), "{}", slot(&seen, DAY, "9:30"));
    assert!(to_person(&mut elsewhere).await.text().contains("まで確保"), "counted for each client");
    // A patient for whom none is kept can book as well.
    let (mut browser, page) = last.unwrap();
    let page = browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO)).await;
    assert!(!page.text().contains("まで確保"), "{}", page.text());
    let right = code(&clinic, HANAKO).await;
    assert_eq!(browser.submit(page.form("予約を確定する").fill("確認コード", &right)).await.h1(), "予約確定");
    clinic.mail_to(HANAKO).await;
    clinic.minutes_pass(10);
    assert!(to_person(&mut clinic.plain()).await.text().contains("まで確保"));
}

#[tokio::test]
async fn guests_together_keep_half_of_the_places_of_a_day_and_nobody_is_refused() {
    let clinic = Clinic::new();
    let narrow = clinics::menus().into_iter().map(|menu| Menu { places: 1, ..menu }).collect();
    clinics::open(&clinic.floor, clinics::sakura(), narrow).await;
    let day = format!("{}&day=2026-04-02", calendar(GENERAL, "first"));
    let free = |page: &Page| -> Vec<String> {
        let buttons = page.forms().into_iter().flat_map(|form| form.buttons());
        buttons.filter(|text| text.starts_with(DAY) && text.contains("残り")).collect()
    };
    let places = free(&clinic.plain().get(&day).await).len();
    let mut kept = 0;
    for network in 0..places {
        // Subscribers who have nothing in common.
        let mut browser = clinic.plain().at(&format!("2001:db8:{network:x}::1"));
        let page = browser.get(&day).await;
        let page = browser.submit(page.form(&free(&page)[0])).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "受診者の情報を入力する"), "nobody is refused");
        kept += usize::from(page.text().contains("まで確保"));
    }
    assert_eq!((kept, free(&clinic.plain().get(&day).await).len()), (places / 2, places - places / 2));
    let mut patient = clinic.signed_in(HANAKO).await;
    let page = patient.get(&day).await;
    let page = patient.submit(page.form(&free(&page)[0])).await;
    assert!(page.text().contains("まで確保"), "who is signed in is none of the crowd: {}", page.text());
    clinic.minutes_pass(10);
    let mut browser = clinic.plain();
    let page = browser.get(&day).await;
    assert!(browser.submit(page.form(&free(&page)[0])).await.text().contains("まで確保"), "it ends with the holds");
}
