//! ご利用情報の設定 (manual 4-3).

use crate::harness::every_way;
use crate::sign_up::has_an_account;

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
