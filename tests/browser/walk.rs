//! One walk past everything that engines do in their own ways: it is what `tests/browsers` walks in each of them.

use crate::booking::{CALENDAR, confirms, opens_the_reservation, takes_the_next_free};
use crate::clinic::{has_asked_for_the_other_clinic, is_raised};
use crate::harness::{Person, on_a_phone};
use crate::menu::is_open;
use crate::sign_in::{signs_in, signs_out};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
use fantoccini::key::Key;
use serde_json::json;

const UNFINISHED: &str = "mika@exam";

#[tokio::test]
async fn every_engine_leads_through_the_product() {
    on_a_phone(async |person| {
        types_and_looks_at_another_page(&person).await;
        has_an_account(&person).await;
        signs_out(&person).await;
        signs_in(&person, ADDRESS, PASSWORD).await;
        person.sees("ダッシュボード").await;
        books(&person).await;
        opens_and_closes_the_reservation(&person).await;
        answers_a_question(&person).await;
        opens_and_closes_the_menu(&person).await;
        cannot_go_back_after_signing_out(&person).await;
    })
    .await;
}

/// Types, looks at another page and goes back: before the form was sent, after it was refused, and in the other language.
async fn types_and_looks_at_another_page(person: &Person) {
    person.visits("/sign-up").await;
    person.sees("メールアドレス確認").await;
    person.fills("メールアドレス", "mika").await;
    looks_at_the_terms(person, "メールアドレス確認").await;
    still_has(person, "メールアドレス", "mika").await;
    if person.has_javascript() {
        person.presses("メール送信").await;
        let problem = "メールアドレスに「@」がありません。「name@example.jp」のように入力してください";
        person.is_refused("メールアドレス確認", &[problem]).await;
    }
    person.fills("メールアドレス", UNFINISHED).await;
    looks_at_the_terms(person, "メールアドレス確認").await;
    still_has(person, "メールアドレス", UNFINISHED).await;
    person.presses("English").await;
    person.sees("Confirm your e-mail address").await;
    assert_eq!(person.has_in("E-mail address").await, UNFINISHED);
    person.presses("日本語").await;
    person.sees("メールアドレス確認").await;
}

/// What was typed is still there, or is typed again where nothing can keep it.
async fn still_has(person: &Person, label: &str, typed: &str) {
    if person.keeps_what_was_typed() {
        assert_eq!(person.has_in(label).await, typed);
    } else {
        person.fills(label, typed).await;
    }
}

async fn looks_at_the_terms(person: &Person, page: &str) {
    person.follows("利用規約").await;
    person.sees("利用規約").await;
    person.goes_back().await;
    person.in_passing().sees(page).await;
}

/// Books as far as 予約確定, with a look at another page on the way.
async fn books(person: &Person) {
    person.visits(CALENDAR).await;
    person.sees("日時を選ぶ").await;
    takes_the_next_free(person).await;
    person.sees("受診する人を選ぶ").await;
    // WebKit's driver types only into what can be seen.
    let show = "document.getElementById('chart_number').scrollIntoView({ block: 'center' }); return null";
    person.asks(show, json!([])).await;
    person.fills("診察券番号", "00123").await;
    looks_at_the_terms(person, "受診する人を選ぶ").await;
    person.asks(show, json!([])).await;
    still_has(person, "診察券番号", "00123").await;
    person.presses("確認へ").await;
    person.sees("予約内容の確認").await;
    person.reads_row("診察券番号", "00123").await;
    confirms(person, "山田 花子").await;
    person.sees("予約確定").await;
    person.receives(ADDRESS, "予約完了のお知らせ").await;
    person.follows("ダッシュボードへ").await;
    person.sees("ダッシュボード").await;
}

async fn opens_and_closes_the_reservation(person: &Person) {
    person.remembers_this_page().await;
    opens_the_reservation(person).await;
    person.reads_row("受診者", "山田 花子").await;
    assert_eq!(person.is_still_on_it().await, person.has_javascript());
    person.goes_back().await;
    person.is_at("/dashboard").await;
    person.until("return document.querySelector('.pane') === null", json!([])).await;
}

/// The question whether to register a clinic: it is raised where scripts run, and stands where it is seen.
async fn answers_a_question(person: &Person) {
    has_asked_for_the_other_clinic(person).await;
    if person.has_javascript() {
        is_raised(person).await;
    }
    person.presses("登録").await;
    person.sees("ダッシュボード").await;
    person.reads("こぐま小児科をマイクリニックに登録しました。").await;
}

async fn opens_and_closes_the_menu(person: &Person) {
    person.touches("メニュー").await;
    is_open(person, true).await;
    if person.has_javascript() {
        person.taps_the_corner().await;
        is_open(person, false).await;
        person.touches("メニュー").await;
        is_open(person, true).await;
        person.strikes(Key::Escape).await;
        is_open(person, false).await;
    } else {
        person.touches("メニュー").await;
        is_open(person, false).await;
    }
}

async fn cannot_go_back_after_signing_out(person: &Person) {
    person.touches("メニュー").await;
    person.follows("アカウント変更").await;
    person.sees("アカウント変更").await;
    signs_out(person).await;
    if person.asks_again_on_back() {
        person.goes_back().await;
        person.in_passing().sees("アカウント認証").await;
    }
}
