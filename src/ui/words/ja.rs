//! What the design system itself says in Japanese.

use super::sentences::UiWords;

pub const WORDS: UiWords = UiWords {
    skip: "本文へ進む",
    menu: "メニュー",
    notices: "お知らせ",
    lock: "ロック",
    sign_out: "ログアウト",
    about: "このサービスについて",
    contact: "お問い合わせ",
    language: "表示する言語",
    required: "必須",
    optional: "任意",
    show: "表示する",
    hide: "隠す",
    choose: "選択してください",
    problems: "入力内容をご確認ください",
    problem: "エラー",
    steps: "手続きの流れ",
    done: "済み",
    sending: "送信しています",
    loading: "読み込んでいます",
    failed: "通信できませんでした。電波の状態をご確認のうえ、もう一度お試しください。",
    offline: "インターネットに接続されていません",
    offline_why: "電波の状態やWi-Fiの設定をご確認のうえ、もう一度お試しください。接続できているのにこの画面が表示されるときは、しばらくたってからお試しください。",
    reload: "再読み込み",
    pager: "前後のページ",
    newer: "新しいものへ",
    older: "古いものへ",
    print: "印刷する",
    print_hint: "この画面は、ブラウザの「印刷」で印刷できます。",
    reference: "お問い合わせ番号",
    bell,
    show_typed: |label| format!("{label}を表示する"),
    hide_typed: |label| format!("{label}を隠す"),
    description: |service| {
        format!("{service}は、クリニックの予約やお知らせをご確認いただける、患者さまのためのページです。")
    },
};

fn bell(unread: u32) -> String {
    match unread {
        0 => WORDS.notices.to_owned(),
        some => format!("お知らせ(未読{some}件)"),
    }
}
