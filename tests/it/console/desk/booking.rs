//! Booking at the desk and by phone.

use super::*;

#[tokio::test]
async fn a_patient_whom_the_clinic_knows_is_booked_by_number_and_two_presses_of_enter() {
    for typed in ["123", "00123", "03-1234-5678", "5678", "ヤマダ", "1948/4/5"] {
        let (clinic, mut browser) = open().await;
        clinic.ignore_mail();
        booked::book(&clinic, HANAKO, "9:30", false).await;
        let known = visit_at(&clinic, "9:30").attendee;
        let page = browser.get(&at(GENERAL, "10-30")).await;
        let page = browser.submit(page.form("探す").forge("q", typed)).await;
        let page = match page.text().contains("1人が見つかりました") {
            true => browser.follow(&page, "山田 花子 ヤマダ ハナコ 77歳 00123 03-1234-5678").await,
            false => page,
        };
        assert!(page.text().contains("山田 花子"), "{typed}: {}", page.text());
        // She has a visit in the morning already, which is said and asks for a reason.
        assert!(page.text().contains("この方は2026年4月3日(金)9:30に一般内科の予約があります。"), "{}", page.text());
        let form = page.form("理由を付けて予約する").choose("患者さんと相談済み");
        assert_eq!(browser.submit(form).await.code(), 200);
        let made = visit_at(&clinic, "10:30");
        assert_eq!((made.attendee.person, made.attendee.chart_number), (known.person, known.chart_number));
        assert_eq!(made.desk[0].act, DeskAct::Booked(Channel::Phone));
        assert_eq!(made.desk[0].against, ["same-day"]);
        assert_eq!(made.desk[0].staff, Some(staff::find(&clinic, RECEPTION).id));
    }
}

#[tokio::test]
async fn who_calls_for_the_first_time_is_booked_by_kana_and_phone_and_gets_no_mail() {
    for htmx in [false, true] {
        let (clinic, browser) = open().await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        let page = browser.get(&at(GENERAL, "10-30")).await;
        let page = browser.submit(caller(&page)).await;
        assert_eq!(page.code(), 200, "{}", page.text());
        let made = visit_at(&clinic, "10:30");
        assert_eq!(made.attendee.person.full_name(), "ヤマモト ハナ");
        assert!(!made.attendee.person.is_complete() && made.attendee.address.is_none() && made.reminder.is_none());
        let book = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}")).await;
        for said in ["ヤマモト ハナ", "仮登録", "電話"] {
            assert!(book.text().contains(said), "{said}: {}", book.text());
        }
        // The kana is the name, and stands once.
        assert_eq!(book.text().matches("ヤマモト ハナ").count(), 1, "{}", book.text());
        no_index_is_wrong(&clinic);
    }
}

#[tokio::test]
async fn what_the_box_was_asked_goes_on_where_it_belongs() {
    let (_clinic, mut browser) = open().await;
    for (typed, phone, kana) in [
        ("０９０-８８８８-７７７７", "０９０-８８８８-７７７７", ["", ""]),
        ("+81 90 8888 7777", "+81 90 8888 7777", ["", ""]),
        ("タカダ ミキ", "", ["タカダ", "ミキ"]),
        ("1990/1/2", "", ["", ""]),
        ("7777", "", ["", ""]),
    ] {
        let page = browser.get(&at(GENERAL, "10-30")).await;
        let form = browser.submit(page.form("探す").forge("q", typed)).await.form("予約する");
        assert_eq!(form.value("phone"), phone, "{typed}");
        assert_eq!(["family_kana", "given_kana"].map(|name| form.value(name)), kana, "{typed}");
    }
}

#[tokio::test]
async fn a_whole_card_number_means_its_patient_though_another_one_begins_like_it() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    booked::book(&clinic, HANAKO, "9:30", false).await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    let page = browser.submit(caller(&page).fill("診察券番号", "01238")).await;
    assert_eq!(page.code(), 200, "{}", page.text());
    let page = browser.get(&at(GENERAL, "11-00")).await;
    let page = browser.submit(page.form("探す").forge("q", "00123")).await;
    assert!(page.text().contains("山田 花子") && !page.has_button("探す"), "{}", page.text());
    let page = browser.get(&at(GENERAL, "11-00")).await;
    let page = browser.submit(page.form("探す").forge("q", "012")).await;
    assert!(page.text().contains("2人が見つかりました"), "{}", page.text());
}

#[tokio::test]
async fn b8_asking_the_box_again_loses_nothing_and_enter_does_what_is_meant() {
    for htmx in [false, true] {
        let (clinic, browser) = open().await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        let page = browser.get(&at(GENERAL, "10-30")).await;
        let form = page.form("探す").fill("セイ", "ヤマモト").fill("電話番号", "090-8888-7777").forge("q", "ヤマ");
        let page = browser.submit(form).await;
        let form = page.form("探す");
        assert_eq!(form.value("q"), "ヤマ");
        assert_eq!([form.value("family_kana"), form.value("phone")], ["ヤマモト", "090-8888-7777"]);
        // Enter, where something new stands in the box, asks it.
        let page = browser.submit(form.forge("q", "ダレモ").pressing_any()).await;
        assert!(page.text().contains("該当する方がいません"), "{}", page.text());
        assert_eq!(page.form("探す").value("family_kana"), "ヤマモト");
        // As it does where the box is emptied, and after an error Enter books what was asked before.
        let emptied = browser.submit(page.form("探す").forge("q", "").pressing_any()).await;
        assert_eq!(emptied.form("探す").value("family_kana"), "ヤマモト");
        let wrong = browser.submit(page.form("予約する").fill("電話番号", "1")).await;
        assert_eq!(wrong.wrong_fields(), ["phone"]);
        let page = browser.submit(wrong.form("予約する").pressing_any()).await;
        assert_eq!(page.wrong_fields(), ["phone"], "not a search");
        let page = browser.submit(page.form("予約する").fill("電話番号", "090-8888-7777").pressing_any()).await;
        // And books where nothing new does.
        assert_eq!(page.code(), 200, "{}", page.text());
        assert_eq!(visit_at(&clinic, "10:30").attendee.person.full_name(), "ヤマモト");
    }
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_said_and_what_was_typed_stays() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    let form = page.form("予約する").fill("セイ", "山本").fill("電話番号", "1234").fill("生年月日", "2月30日");
    let page = browser.submit(form).await;
    assert_eq!(page.code(), 422);
    let form = page.form("予約する");
    assert_eq!((form.value("family_kana"), form.value("phone")), ("山本".to_owned(), "1234".to_owned()));
    assert_eq!(of_day(&clinic, FRIDAY), []);
}

#[tokio::test]
async fn the_same_press_twice_books_once() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    browser.submit(caller(&page)).await;
    let again = browser.submit(caller(&page)).await;
    assert_eq!(again.code(), 200, "{}", again.text());
    visit_at(&clinic, "10:30");
}

#[tokio::test]
async fn b7_nothing_is_refused_to_the_staff_and_nothing_is_silent() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    booked::book_for_others(&clinic, "10:30", 2).await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    assert!(page.text().contains("満席です(2/2)。入れると3/2になります。"), "{}", page.text());
    let form = page.form("理由を付けて予約する").fill("セイ", "ヤマモト").fill("電話番号", "090-9999-0000");
    let refused = browser.submit(form.clone()).await;
    assert_eq!(refused.code(), 422, "without a reason nothing is booked");
    assert!(refused.text().contains("理由を選ぶか、入力してください。"), "{}", refused.text());
    assert_eq!(of_day(&clinic, FRIDAY).len(), 2);
    let form = refused.form("理由を付けて予約する").choose("急患・症状が強い").fill("理由(自由記入)", "発熱");
    browser.submit(form).await;
    let made = of_day(&clinic, FRIDAY).into_iter().find(|of| !of.desk.is_empty()).expect("booked");
    assert_eq!(made.desk[0].reason.as_deref(), Some("急患・症状が強い: 発熱"));
    assert_eq!(made.desk[0].against, ["full"]);
    let page = browser.get(&visit(&made, "")).await;
    assert!(page.text().contains("(定員超過) 理由: 急患・症状が強い: 発熱"), "{}", page.text());
    for view in ["", "/grid"] {
        let book = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}{view}")).await;
        assert_eq!(book.text().matches("定員超過").count(), 1, "of those at that time, the one: {}", book.text());
    }
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn b7_hours_age_and_closed_days_are_said_as_well() {
    let (_, mut browser) = open().await;
    for (menu, start, said) in
        [(GENERAL, "23-00", "診療メニューの受付時間の外です。"), (GENERAL, "0-10", "診療メニューの受付時間の外です。")]
    {
        let page = browser.get(&at(menu, start)).await;
        assert!(page.text().contains(said), "{start}: {}", page.text());
    }
    let sunday = format!("/console/c/{SAKURA}/days/2026-04-05/bookings/{GENERAL}/10-00");
    let page = browser.get(&sunday).await;
    assert!(page.text().contains("休診"), "{}", page.text());
    let page = browser.get(&at(VACCINE, "10-30")).await;
    let form = caller(&page).fill("生年月日", "1988/2/3");
    let page = browser.submit(form).await;
    assert_eq!(page.code(), 422);
    assert!(page.text().contains("対象年齢"), "{}", page.text());
}

#[tokio::test]
async fn of_two_receptionists_at_one_place_the_second_is_told_who_was_first() {
    let (clinic, mut first) = open().await;
    clinic.ignore_mail();
    booked::book_for_others(&clinic, "10:30", 1).await;
    staff::add(&clinic.floor, OWNER, SAKURA, Role::Owner).await;
    let mut second = staff::signed_in(&clinic, OWNER).await;
    let pages = [first.get(&at(GENERAL, "10-30")).await, second.get(&at(GENERAL, "10-30")).await];
    clinic.minutes_pass(1);
    assert_eq!(first.submit(caller(&pages[0])).await.code(), 200);
    let form = pages[1].form("予約する").fill("セイ", "サトウ").fill("電話番号", "090-8888-0000");
    let page = second.submit(form).await;
    assert_eq!(page.code(), 422);
    assert!(
        page.text().contains(FULL) && page.text().contains("uketsuke さんが先に予約を入れました。"),
        "{}",
        page.text()
    );
    assert_eq!(page.form("理由を付けて予約する").value("family_kana"), "サトウ");
    assert_eq!(of_day(&clinic, FRIDAY).len(), 2);
}

#[tokio::test]
async fn who_stands_at_the_desk_is_received_at_once() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&format!("/console/c/{SAKURA}/walk-ins/{GENERAL}")).await;
    let form = page.form("受け付ける").fill("セイ", "ヤマモト").fill("電話番号", "090-9999-0000");
    let page = browser.submit(form).await;
    assert_eq!(page.code(), 200, "{}", page.text());
    let today = of_day(&clinic, clinic.now().jst_date());
    assert_eq!((today[0].status, today[0].reached.arrived), (Status::Arrived, Some(clinic.now())));
    assert_eq!(today[0].channel(), Some(Channel::Desk));
}

#[tokio::test]
async fn what_was_still_to_be_asked_for_is_filled_in_and_the_clinic_knows_the_patient_from_then_on() {
    let (clinic, mut browser) = open().await;
    let of = books_by_phone(&clinic, &mut browser, "10:30").await;
    let page = browser.get(&visit(&of, "")).await;
    let page = browser.follow(&page, "患者情報の変更").await;
    let form = page.form("登録する").fill("姓", "山本").fill("名", "花").fill("生年月日", "H2.3.4");
    let form = form.select("性別", "女性").fill("診察券番号", "0777");
    assert_eq!(browser.submit(form).await.code(), 200);
    let now = booked::stored(&clinic, of.id);
    assert!(now.attendee.person.is_complete() && now.slot == of.slot);
    let page = browser.get(&at(GENERAL, "14-00")).await;
    let page = browser.submit(page.form("探す").forge("q", "777")).await;
    assert!(page.text().contains("山本 花"), "{}", page.text());
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn the_grid_shows_visits_and_free_places_by_menu_and_leads_to_both() {
    let (clinic, mut browser) = open().await;
    clinic.ignore_mail();
    let of = booked::book(&clinic, HANAKO, "9:30", false).await;
    let page = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}/grid")).await;
    let links: Vec<String> = page.links().into_iter().map(|(_, href)| href).collect();
    assert!(links.contains(&visit(&of, "?view=grid")), "{links:?}");
    let place = format!("{}?view=grid", at(GENERAL, "9-30"));
    assert!(links.contains(&place), "one of two places is left: {links:?}");
    booked::book(&clinic, TARO, "9:30", false).await;
    let page = browser.get(&format!("/console/c/{SAKURA}/days/{FRIDAY}/grid")).await;
    assert!(page.links().iter().all(|(_, href)| *href != place), "none is left");
}

#[tokio::test]
async fn what_was_typed_for_the_last_caller_says_so_and_can_be_started_over() {
    let (_clinic, mut browser) = open().await;
    let here = at(GENERAL, "10-30");
    let left = browser.get(&here).await.kept_form().expect("a form").forge("family_kana", "ヤマモト");
    assert!(browser.submit(left).await.code() < 400);
    let page = browser.get(&here).await;
    assert!(page.text().contains("前に入力した内容です。まだ予約されていません。"), "{}", page.text());
    assert_eq!(page.form("予約する").value("family_kana"), "ヤマモト");
    let page = browser.follow(&page, "はじめから入力する").await;
    assert!(!page.text().contains("前に入力した内容です"), "{}", page.text());
    assert_eq!(page.form("予約する").value("family_kana"), "");
}

#[tokio::test]
async fn who_is_known_by_kana_alone_has_that_name_where_a_day_is_closed_and_slots_are() {
    let (clinic, mut browser) = open().await;
    let page = browser.get(&at(GENERAL, "10-30")).await;
    browser.submit(caller(&page)).await;
    let friday = format!("/console/c/{SAKURA}/days/{FRIDAY}");
    let form = browser.get(&format!("{friday}/suspensions/slots")).await.form("確認へ");
    let booked = browser.submit(form.fill("開始", "9:00").fill("終了", "12:00")).await;
    assert!(booked.has_link("ヤマモト ハナ"), "{}", booked.text());
    clinic.floor.clock.advance_to(TimeOfDay::of_hour(19).on(FRIDAY));
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let closing = browser.get(&format!("{friday}/closing")).await;
    assert!(closing.has_link("ヤマモト ハナ"), "{}", closing.text());
}
