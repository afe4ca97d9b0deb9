//! The sentences that the design system itself says, in both languages: names of its own controls and the
//! few words around a form. What a feature says stands in that feature's `words.rs`; none of it is here.

use crate::lang::{Lang, Words};

pub(super) const SKIP: Words = Words("本文へ進む", "Skip to the content");
pub(super) const MENU: Words = Words("メニュー", "Menu");
pub(super) const NOTICES: Words = Words("お知らせ", "Notices");
pub(super) const CUSTOMER_ID: Words = Words("お客様ID", "Customer ID");
pub(super) const SIGN_OUT: Words = Words("ログアウト", "Sign out");
pub(super) const ABOUT: Words = Words("このサービスについて", "About this service");
pub(super) const CONTACT: Words = Words("お問い合わせ", "Contact");
pub(super) const LANGUAGE: Words = Words("表示する言語", "Language");
pub(super) const REQUIRED: Words = Words("必須", "Required");
pub(super) const OPTIONAL: Words = Words("任意", "Optional");
pub(super) const SHOW: Words = Words("表示する", "Show");
pub(super) const HIDE: Words = Words("隠す", "Hide");
pub(super) const CHOOSE: Words = Words("選択してください", "Choose one");
pub(super) const PROBLEMS: Words = Words("入力内容をご確認ください", "Please check what you entered");
pub(super) const PROBLEM: Words = Words("エラー", "Error");
pub(super) const STEPS: Words = Words("手続きの流れ", "Steps");
pub(super) const DONE: Words = Words("済み", "done");
pub(super) const SENDING: Words = Words("送信しています", "Sending…");
pub(super) const LOADING: Words = Words("読み込んでいます", "Loading…");
pub(super) const FAILED: Words = Words(
    "通信できませんでした。電波の状態をご確認のうえ、もう一度お試しください。",
    "Could not connect. Please check your connection and try again.",
);
pub(super) const PAGER: Words = Words("前後のページ", "Other pages");
pub(super) const NEWER: Words = Words("新しいものへ", "Newer");
pub(super) const OLDER: Words = Words("古いものへ", "Older");
pub(super) const REFERENCE: Words = Words("お問い合わせ番号", "Reference");

/// The accessible name of the bell, with the number of unread notices when there are any.
pub(super) fn bell(lang: Lang, unread: u32) -> String {
    match unread {
        0 => lang.of(NOTICES).to_owned(),
        n => lang.pick(format!("お知らせ(未読{n}件)"), format!("Notices ({n} unread)")),
    }
}

/// The accessible name of the button that shows or hides what was typed into a password field.
pub(super) fn reveal(lang: Lang, label: &str, verb: Words) -> String {
    lang.pick(format!("{label}を{}", verb.0), format!("{} {label}", verb.1))
}

/// What a search engine or a link preview says below the title.
pub(super) fn description(lang: Lang, service: &str) -> String {
    lang.pick(
        format!("{service}は、クリニックの予約やお知らせをご確認いただける、患者さまのためのページです。"),
        format!("{service} is where patients see their clinic reservations and notices."),
    )
}
