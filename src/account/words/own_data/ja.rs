//! The same in Japanese.

use super::sentences::OwnDataWords;

pub const WORDS: OwnDataWords = OwnDataWords {
    title: "登録されている情報",
    lead: "このサービスに保存されている、あなたとご家族の情報・予約・お知らせを、ひとつのファイルにまとめてお渡しします。",
    beyond: "クリニックの患者情報(カルテなど)は含まれません。必要なときは、クリニックにお尋ねください。",
    care: "ファイルには、お名前や住所、予約の内容がすべて入ります。ほかの方も使う端末では、見終わったら削除してください。",
    button: "ファイルを受け取る",
    why_password: "ご本人であることを確かめるために入力していただきます。",
    made: |when| format!("{when}現在の情報です。"),
    account: "アカウント",
    customer_id: "お客様ID",
    address: "メールアドレス",
    since: "登録した日時",
    agreed: "同意した日時",
    versions: |terms, privacy| format!("利用規約 {terms} / プライバシーポリシー {privacy}"),
    people: "ご本人とご家族",
    clinics: "マイクリニック",
    chart_number: |name| format!("診察券番号({name}さん)"),
    relation: "続柄",
    shared_with: "共有している方",
    reservations: "予約",
    nothing: "ありません。",
};
