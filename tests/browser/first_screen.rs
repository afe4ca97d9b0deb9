//! What somebody wants to do next on a page is within the first screen of a phone, however long the page is.

use crate::booking::{CALENDAR, NEXT_FREE, confirms, takes_the_next_free};
use crate::harness::{Person, on_a_phone};
use crate::sign_up::{ADDRESS, has_an_account};
use serde_json::json;

/// That a button or link with these words can be pressed without scrolling: it is whole on the screen, and nothing covers it.
async fn can_press(person: &Person, words: &str) {
    let script = "
        scrollTo(0, 0);
        const wanted = [...document.querySelectorAll('main a, main button')].filter((e) => e.innerText.includes(arguments[0]));
        return wanted.some((e) => {
            // The middle of a link that goes over two lines may lie between them.
            const { top, bottom, left, width } = e.getClientRects()[0] ?? e.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
            return 0 <= top && bottom <= innerHeight && e.contains(there);
        });
    ";
    person.until(script, json!([words])).await;
}

#[tokio::test]
async fn the_next_step_is_within_the_first_screen_of_a_phone() {
    on_a_phone(async |person| {
        for clinic in ["/b/sakura", "/b/kodomo"] {
            person.visits(clinic).await;
            can_press(&person, "診療メニューへ進む").await;
        }
        person.visits(CALENDAR).await;
        can_press(&person, "を選ぶ").await;
        takes_the_next_free(&person).await;
        person.sees("受診者の情報を入力する").await;
        can_press(&person, "確認へ").await;
        has_an_account(&person).await;
        can_press(&person, "ご家族を追加する").await;
        for (path, words) in
            [("/person", "確認へ"), ("/family/new", "追加する"), ("/b/sakura/group", "ご家族を追加する")]
        {
            person.visits(path).await;
            can_press(&person, words).await;
        }
        person.visits(CALENDAR).await;
        takes_the_next_free(&person).await;
        person.sees("受診する人を選ぶ").await;
        can_press(&person, "確認へ").await;
        person.presses("確認へ").await;
        person.sees("予約内容の確認").await;
        can_press(&person, "予約を確定する").await;
        confirms(&person, "山田 花子").await;
        person.sees("予約確定").await;
        can_press(&person, "カレンダーに追加").await;
        can_press(&person, "変更・キャンセル").await;
        person.receives(ADDRESS, "予約完了のお知らせ").await;
        person.visits("/dashboard").await;
        can_press(&person, "予約する").await;
        person.goes_back().await;
        person.sees("予約確定").await;
        person.follows("変更・キャンセル").await;
        person.sees("予約詳細").await;
        can_press(&person, "予約を変更").await;
        can_press(&person, "予約をキャンセル").await;
        person.presses("予約を変更").await;
        person.sees("新しい日時を選ぶ").await;
        let first = person.words_of(&format!("{NEXT_FREE} button")).await.swap_remove(0);
        can_press(&person, &first).await;
    })
    .await;
}
