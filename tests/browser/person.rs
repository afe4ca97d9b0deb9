//! ご利用情報の設定 (manual 4-3).

use crate::harness::{every_way, with_javascript};
use crate::sign_up::has_an_account;
use serde_json::json;

#[tokio::test]
async fn what_was_entered_is_changed_by_way_of_confirmation() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.touches("メニュー").await;
        person.follows("ご利用情報の設定").await;
        person.sees("ご利用情報の設定").await;
        assert_eq!(person.has_in("姓").await, "山田");
        person.fills("姓", "髙橋").await;
        person.fills("電話番号", "03-1234-5678").await;
        person.presses("確認へ").await;
        person.sees("ご利用情報の確認").await;
        person.reads_row("氏名", "髙橋 花子").await;
        person.reads("変更前: 山田 花子").await;
        person.follows("内容を修正する").await;
        person.sees("ご利用情報の設定").await;
        assert_eq!(person.has_in("姓").await, "髙橋", "what was typed is kept");
        person.touches("住所を入力する(任意)").await;
        person.fills("建物名", "さくらマンション101号室").await;
        person.presses("確認へ").await;
        person.sees("ご利用情報の確認").await;
        person.reads_row("電話番号", "03-1234-5678").await;
        person.presses("登録する").await;
        person.sees("ダッシュボード").await;
        person.reads("ご利用情報を更新しました。").await;
        person.visits("/person").await;
        person.sees("ご利用情報の設定").await;
        assert_eq!(person.has_in("姓").await, "髙橋");
        assert_eq!(person.has_in("建物名").await, "さくらマンション101号室");
    })
    .await;
}

/// Types into the field of that name as an input method does: what is read, then what it is converted to.
async fn converts(person: &crate::harness::Person, name: &str, steps: &[&str], written: &str) {
    let script = "
        const field = document.querySelector(`input[name=${arguments[0]}]`);
        field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        for (const data of arguments[1]) field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data }));
        field.value += arguments[2];
        field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: arguments[2] }));
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return null;
    ";
    person.asks(script, json!([name, steps, written])).await;
}

#[tokio::test]
async fn the_kana_is_proposed_from_how_a_name_is_typed_and_never_in_the_place_of_what_somebody_typed() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        person.visits("/family/new").await;
        converts(&person, "family_name", &["やm", "やま", "やまだ", "山田"], "山田").await;
        assert_eq!(person.has_in("セイ").await, "ヤマダ");
        converts(&person, "given_name", &["はな", "花"], "花").await;
        converts(&person, "given_name", &["こ", "子"], "子").await;
        assert_eq!((person.has_in("名").await.as_str(), person.has_in("メイ").await.as_str()), ("花子", "ハナコ"));
        person.fills("メイ", "カコ").await;
        converts(&person, "given_name", &["え", "恵"], "恵").await;
        assert_eq!(person.has_in("メイ").await, "カコ", "they know better");
        person.fills("名", "").await;
        assert_eq!(person.has_in("メイ").await, "カコ");
        person.visits("/dashboard").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_is_filled_in_while_its_code_is_typed_and_never_over_what_somebody_typed() {
    with_javascript(async |person| {
        has_an_account(&person).await;
        person.visits("/family/new").await;
        person.touches("住所を入力する(任意)").await;
        let filled = "return document.querySelector('input[name=city]').value === arguments[0]";
        person.fills("郵便番号", "１００－０００１").await;
        person.until(filled, json!(["千代田区"])).await;
        assert_eq!(person.has_in("町域・番地").await, "千代田");
        assert_eq!(person.has_in("都道府県").await, "東京都");
        person.fills("郵便番号", "921-8046").await;
        person.until(filled, json!(["金沢市"])).await;
        assert_eq!(person.has_in("町域・番地").await, "", "it has two");
        let towns = "return [...document.querySelectorAll('#towns option')].map((e) => e.value)";
        assert_eq!(person.asks(towns, json!([])).await, json!(["三小牛町", "大桑町"]));
        person.fills("市区町村", "野々市市").await;
        person.fills("郵便番号", "1000001").await;
        person.until("return document.querySelector('input[name=line]').value === '千代田'", json!([])).await;
        assert_eq!(person.has_in("市区町村").await, "野々市市");
        person.visits("/dashboard").await;
    })
    .await;
}
