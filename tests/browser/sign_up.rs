//! 新規登録 (manual 3-1-1), from the first page to the dashboard.

use crate::harness::{Person, every_way};
use serde_json::json;

pub const ADDRESS: &str = "hanako@clinic.example";
pub const PASSWORD: &str = "朝のコーヒーと犬の散歩と本";

/// Everything from メールアドレス確認 to ダッシュボード, as the manual has it.
async fn signs_up(person: &Person) {
    person.sees("メールアドレス確認").await;
    person.fills("メールアドレス", ADDRESS).await;
    person.presses("メール送信").await;
    person.sees("メールを送信しました").await;
    person.reads(ADDRESS).await;
    let mail = person.receives(ADDRESS, "メールアドレスの確認").await;
    person.opens_link_of(&mail).await;
    person.sees("パスワード設定").await;
    person.fills("パスワード", PASSWORD).await;
    person.presses("登録").await;
    person.sees("利用者情報の設定").await;
    fills_in(person).await;
    person.presses("確認へ").await;
    person.sees("登録内容の確認").await;
    person.ticks("利用規約とプライバシーポリシーに同意する").await;
    person.presses("登録する").await;
    person.sees("ダッシュボード").await;
}

async fn fills_in(person: &Person) {
    person.fills("姓", "山田").await;
    person.fills("名", "花子").await;
    person.fills("セイ", "やまだ").await;
    person.fills("メイ", "ハナコ").await;
    person.fills("生年月日", "昭和63年2月3日").await;
    person.chooses("性別", "女性").await;
    person.fills("電話番号", "09012345678").await;
    person.touches("住所を入力する(任意)").await;
    person.fills("郵便番号", "1000001").await;
    person.selects("都道府県", "東京都").await;
    person.fills("市区町村", "千代田区").await;
    person.fills("町域・番地", "千代田1-1").await;
}

/// Has an account and is signed in, the quick way; for what comes after the sign-up.
pub async fn has_an_account(person: &Person) {
    sets_a_password(person).await;
    let hanako = json!({
        "family_name": "山田", "given_name": "花子", "family_kana": "ヤマダ", "given_kana": "ハナコ",
        "birth_date": "1988-02-03", "sex": "female", "phone": "090-1234-5678",
    });
    person.hands_in("/sign-up/person", hanako, "/sign-up/confirmation").await;
    person.hands_in("/sign-up/confirmation", json!({ "agree": "on" }), "/dashboard").await;
    person.visits("/dashboard").await;
    person.sees("ダッシュボード").await;
}

/// Is on the way to an account as far as 利用者情報の設定.
async fn sets_a_password(person: &Person) {
    person.visits("/robots.txt").await;
    person.hands_in("/sign-up", json!({ "email": ADDRESS }), "/sign-up/sent").await;
    let link = person.path_in(&person.receives(ADDRESS, "メールアドレスの確認").await);
    person.hands_in(&link, json!({ "password": PASSWORD }), "/sign-up/person").await;
}

#[tokio::test]
async fn the_manual_leads_from_the_first_page_to_the_dashboard() {
    every_way(async |person| {
        person.visits("/").await;
        person.sees("アカウント認証").await;
        person.follows("新規登録").await;
        signs_up(&person).await;
        person.reads("アカウントの登録が完了しました。").await;
        person.is_at("/dashboard?done=sign-up").await;
    })
    .await;
}

#[tokio::test]
async fn confirmation_shows_what_was_entered_and_leads_back_to_mend_it() {
    every_way(async |person| {
        sets_a_password(&person).await;
        person.visits("/sign-up/person").await;
        fills_in(&person).await;
        person.presses("確認へ").await;
        person.sees("登録内容の確認").await;
        person.reads_row("氏名", "山田 花子").await;
        person.reads_row("フリガナ", "ヤマダ ハナコ").await;
        person.reads_row("電話番号", "090-1234-5678").await;
        person.follows("内容を修正する").await;
        person.sees("利用者情報の設定").await;
        assert_eq!(person.has_in("セイ").await, "やまだ", "what was typed is kept as it was");
        person.fills("名", "華子").await;
        person.presses("確認へ").await;
        person.sees("登録内容の確認").await;
        person.reads_row("氏名", "山田 華子").await;
        person.looks_into("利用規約を読む", "利用規約").await;
        person.presses("登録する").await;
        let unticked = "利用規約とプライバシーポリシーをお読みのうえ、同意する場合はチェックを入れてください";
        person.is_refused("登録内容の確認", &[unticked]).await;
        person.ticks("利用規約とプライバシーポリシーに同意する").await;
        person.presses("登録する").await;
        person.sees("ダッシュボード").await;
    })
    .await;
}
