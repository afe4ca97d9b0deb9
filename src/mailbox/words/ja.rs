//! What the pages of the kept mails say in Japanese.

use super::sentences::MailboxWords;

pub const WORDS: MailboxWords = MailboxWords {
    title: "送信されたメール(デモ)",
    empty: "メールはまだありません",
    empty_how: "デモではメールは送信されず、ここに表示されます。",
    to: "宛先",
    when: "日時",
    files: "添付ファイル",
    back: "メール一覧に戻る",
};
