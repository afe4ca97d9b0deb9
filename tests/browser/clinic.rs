//! マイクリニック (manual 3-2-1, 3-3, 3-3-1, 3-3-2): from the QR code on a clinic's poster to the clinic's page, and out again.

use crate::booking::{CALENDAR, has_booked, has_booked_at};
use crate::harness::{Person, every_way};
use crate::sign_in::{signs_in, signs_out};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
use fantoccini::key::Key;
use serde_json::json;
use std::io::Cursor;

const SAKURA: &str = "sakura";
const CLINIC: &str = "さくら内科クリニック";
const ROW: &str = "#clinics .rows-label";

/// One of the addresses that the operator is told for a clinic.
fn address(person: &Person, clinic: &str, name: &str) -> String {
    let said = person.operator_runs(&["clinic", "token", clinic]);
    let line = said.lines().find(|line| line.starts_with(name)).expect("an address");
    line.split_whitespace().last().unwrap().to_owned()
}

/// What a camera reads from a picture.
fn decode(picture: &[u8]) -> String {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let of = |side: u32| usize::try_from(side).unwrap();
    let (line, each) = (info.line_size, info.color_type.samples());
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(of(info.width), of(info.height), |x, y| bytes[y * line + x * each]);
    let codes = image.detect_grids();
    assert_eq!(codes.len(), 1, "one code on the screen");
    codes[0].decode().expect("readable").1
}

/// The dashboard with the question whether to register the clinic.
fn question(person: &Person, clinic: &str) -> String {
    let url = address(person, clinic, "registration");
    format!("/dashboard?register={}", url.rsplit('/').next().unwrap())
}

/// Has the question on the screen.
pub async fn has_asked_for_the_clinic(person: &Person) {
    person.visits(&question(person, SAKURA)).await;
    person.sees("ダッシュボード").await;
}

/// The same of こぐま小児科.
pub async fn has_asked_for_the_other_clinic(person: &Person) {
    person.visits(&question(person, "kodomo")).await;
    person.sees("ダッシュボード").await;
}

/// Waits until the question is above the page with the focus in it: in the middle of a wide screen, at the foot of a narrow one.
pub async fn is_raised(person: &Person) {
    let script = "
        const dialog = document.querySelector('dialog[open]');
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        const width = document.documentElement.clientWidth, height = innerHeight;
        const is = (one, other) => Math.abs(one - other) < 2;
        const placed = width < 640
            ? is(left, 0) && is(right, width) && is(bottom, height) && top > 0
            : is(left, width - right) && is(top, height - bottom) && right - left < 700;
        return placed && dialog.contains(document.activeElement) && document.elementFromPoint(2, 2) === dialog;
    ";
    person.until(script, json!([])).await;
}

/// Registers the clinic, the quick way.
pub async fn has_registered(person: &Person) {
    person.hands_in(&question(person, SAKURA), json!({}), "/dashboard").await;
}

/// Opens the page of the one clinic on the dashboard.
async fn opens_the_clinic(person: &Person) {
    person.visits("/dashboard").await;
    person.in_passing().sees("ダッシュボード").await;
    person.follows(CLINIC).await;
    person.sees("クリニック詳細").await;
}

#[tokio::test]
async fn the_qr_code_on_the_poster_leads_to_the_registration_of_the_clinic() {
    every_way(async |person| {
        has_an_account(&person).await;
        signs_out(&person.in_passing()).await;
        person.visits(&person.path_of(&address(&person, SAKURA, "poster"))).await;
        person.sees("マイクリニック登録のポスター").await;
        assert_eq!(person.sheets().await, 1);
        let read = decode(&person.photographs(".poster-code").await);
        assert_eq!(read, address(&person, SAKURA, "registration"));
        person.visits(&person.path_of(&read)).await;
        person.sees("アカウント認証").await;
        person.reads("マイクリニック登録").await;
        person.reads(CLINIC).await;
        signs_in(&person, ADDRESS, PASSWORD).await;
        registers(&person).await;
        person.visits(&person.path_of(&read)).await;
        person.sees("ダッシュボード").await;
        person.reads("すでに登録されています").await;
        person.follows("閉じる").await;
        person.sees("ダッシュボード").await;
        assert_eq!(person.words_of(ROW).await, [CLINIC]);
    })
    .await;
}

/// Answers the question on the dashboard: first not, then yes.
async fn registers(person: &Person) {
    person.sees("ダッシュボード").await;
    let asked = person.asks("return location.pathname + location.search", json!([])).await;
    if person.has_javascript() {
        is_raised(person).await;
    }
    assert_eq!(person.words_of(ROW).await, [""; 0], "looking registers nothing");
    if person.has_javascript() {
        person.strikes(Key::Escape).await;
    } else {
        person.follows("キャンセル").await;
    }
    person.is_at("/dashboard").await;
    person.reads("予約とマイクリニックはまだありません").await;
    person.visits(asked.as_str().unwrap()).await;
    person.sees("ダッシュボード").await;
    person.presses("登録").await;
    person.sees("ダッシュボード").await;
    person.reads("さくら内科クリニックをマイクリニックに登録しました。").await;
    assert_eq!(person.words_of(ROW).await, [CLINIC]);
}

#[tokio::test]
async fn the_details_of_a_clinic_open_and_close_where_they_stand() {
    every_way(async |person| {
        has_an_account(&person).await;
        has_registered(&person).await;
        opens_the_clinic(&person).await;
        is_open(&person, false).await;
        person.remembers_this_page().await;
        person.touches("クリニック詳細表示開閉").await;
        is_open(&person, true).await;
        assert_eq!(person.is_still_on_it().await, person.has_javascript());
        person.is_at("/clinics/sakura?info=open").await;
        person.reads_row("院長", "佐倉 一郎").await;
        if person.has_javascript() {
            person.has_focus_on("clinic-info").await;
        }
        assert_eq!(person.faults().await, Vec::<String>::new(), "with the details open");
        person.visits("/clinics/sakura?info=open").await;
        is_open(&person, true).await;
        person.touches("クリニック詳細表示開閉").await;
        is_open(&person, false).await;
        person.is_at("/clinics/sakura").await;
        person.goes_back().await;
        person.is_at("/clinics/sakura?info=open").await;
        is_open(&person, true).await;
        person.follows("予約する").await;
        person.sees("さくら内科クリニック Web予約").await;
    })
    .await;
}

async fn is_open(person: &Person, open: bool) {
    let script = "
        const [open] = arguments, opener = document.getElementById('clinic-info');
        const says = opener?.getAttribute('aria-expanded') === String(open);
        return says && (document.getElementById('clinic-info-pane') !== null) === open;
    ";
    person.until(script, json!([open])).await;
}

#[tokio::test]
async fn a_reservation_far_down_the_page_opens_on_the_screen() {
    every_way(async |person| {
        has_an_account(&person).await;
        has_booked(&person).await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
        person.visits("/clinics/sakura?info=open").await;
        person.sees("クリニック詳細").await;
        for open in [true, false] {
            let row = person.words_of("#reservations .openings .opener").await.swap_remove(0);
            person.reads("予約詳細").await;
            person.touches(&row).await;
            let is_open = "return (document.querySelector('.openings .pane') !== null) === arguments[0]";
            person.until(is_open, json!([open])).await;
            let id = "return document.querySelector('.openings .opener').id";
            let id = person.asks(id, json!([])).await;
            person.has_on_the_screen(id.as_str().unwrap()).await;
            if open && person.has_javascript() {
                // All of it, or as much as there is room for below its row.
                let shown = "
                    const [opener, pane] = ['.opener', '.pane'].map((what) =>
                        document.querySelector(`.openings ${what}`).getBoundingClientRect());
                    return pane.bottom <= innerHeight || Math.abs(opener.top - 16) < 2;
                ";
                person.until(shown, json!([])).await;
            }
            assert_eq!(person.faults().await, Vec::<String>::new(), "with the reservation open: {open}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_reservation_that_opens_closes_the_one_that_was_open() {
    every_way(async |person| {
        has_an_account(&person).await;
        for calendar in [CALENDAR, "/b/sakura/menus/naika?visit=first"] {
            has_booked_at(&person, calendar).await;
            person.receives(ADDRESS, "予約完了のお知らせ").await;
        }
        person.visits("/dashboard").await;
        for (press, open) in [(0, "true,false"), (1, "false,true"), (0, "true,false"), (0, "false,false")] {
            person.sees("ダッシュボード").await;
            person
                .asks("document.querySelectorAll('#reservations .opener')[arguments[0]].click()", json!([press]))
                .await;
            let is_open = "
                const openers = [...document.querySelectorAll('#reservations .opener')], [open] = arguments;
                const panes = openers.map((opener) => opener.parentElement.querySelector('.pane') !== null);
                const says = openers.map((opener) => opener.getAttribute('aria-expanded'));
                return says.join() === open && panes.join() === open;
            ";
            person.until(is_open, json!([open])).await;
            assert_eq!(person.faults().await, Vec::<String>::new(), "{open}");
        }
        person.is_at("/dashboard").await;
    })
    .await;
}

#[tokio::test]
async fn l11_a_clinic_is_removed_after_a_warning_and_comes_back_without_its_reservations() {
    every_way(async |person| {
        has_an_account(&person).await;
        has_booked(&person).await;
        let mail = person.receives(ADDRESS, "予約完了のお知らせ").await;
        let number = mail.text.lines().find_map(|line| line.strip_prefix("予約番号: ")).expect("a number");
        opens_the_clinic(&person).await;
        person.follows("マイクリニックから解除").await;
        person.sees("マイクリニックから解除").await;
        person.reads("これからの予約が1件あります。").await;
        person.reads(number).await;
        person.follows("解除しない").await;
        person.sees("クリニック詳細").await;
        person.follows("マイクリニックから解除").await;
        person.sees("マイクリニックから解除").await;
        person.presses("解除する").await;
        person.sees("ダッシュボード").await;
        person.reads("さくら内科クリニックをマイクリニックから解除しました。").await;
        person.reads("予約とマイクリニックはまだありません").await;
        has_registered(&person).await;
        opens_the_clinic(&person).await;
        person.reads("これからの予約はありません").await;
        assert_eq!(person.words_of("#reservations .openings .opener").await, [""; 0]);
        person.opens_link_of(&mail).await;
        person.sees("予約確認").await;
        person.reads_row("予約番号", number).await;
        person.reads_row("状態", "予約済み").await;
    })
    .await;
}
