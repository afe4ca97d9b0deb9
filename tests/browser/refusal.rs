//! A form that is refused: every problem is named, leads to its field, and what was typed is kept.

use crate::harness::every_way;
use crate::sign_up::has_an_account;

#[tokio::test]
async fn every_problem_is_named_and_leads_to_its_field() {
    every_way(async |person| {
        has_an_account(&person).await;
        person.visits("/person").await;
        person.fills("姓", "").await;
        person.fills("セイ", "山田").await;
        person.fills("生年月日", "昭和70年1月1日").await;
        person.fills("電話番号", "090").await;
        person.touches("住所を入力する(任意)").await;
        person.fills("市区町村", "港区").await;
        person.presses("確認へ").await;
        person
            .is_refused(
                "ご利用情報の設定",
                &[
                    "姓を入力してください",
                    "セイはカタカナかひらがなで入力してください。ローマ字のお名前なら空欄にできます",
                    "昭和70年1月1日は平成7年1月1日ではありませんか",
                    "電話番号は11桁です。入力された数字は3桁でした",
                ],
            )
            .await;
        assert_eq!(person.has_in("生年月日").await, "昭和70年1月1日");
        assert_eq!(person.has_in("市区町村").await, "港区");
        person.touches("姓を入力してください").await;
        person.has_focus_on("family_name").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_without_its_sign_is_refused_and_kept() {
    every_way(async |person| {
        let no_sign = "メールアドレスに「@」がありません。「name@example.jp」のように入力してください";
        let no_password = "パスワードを入力してください";
        for (path, title, button, problems) in [
            ("/sign-up", "メールアドレス確認", "メール送信", &[no_sign][..]),
            ("/password-reset", "パスワードを忘れた方", "送信する", &[no_sign]),
            ("/sign-in", "アカウント認証", "ログイン", &[no_sign, no_password]),
        ] {
            person.visits(path).await;
            person.fills("メールアドレス", "hanako.example").await;
            person.presses(button).await;
            person.is_refused(title, problems).await;
            assert_eq!(person.has_in("メールアドレス").await, "hanako.example");
        }
    })
    .await;
}
