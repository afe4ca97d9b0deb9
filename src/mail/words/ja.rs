//! What mails and fields for an address say in Japanese.

use super::sentences::MailWords;
use crate::mail::address::AddressProblem;

pub const WORDS: MailWords = MailWords {
    before_subject: |service| format!("【{service}】"),
    before_dated_subject: |service, when| format!("【{service}】{when} "),
    contact: |contact| format!("お問い合わせ: {contact}"),
    automatic: "このメールは自動で送信されています。返信はできません。",
    address,
};

fn address(problem: AddressProblem) -> &'static str {
    match problem {
        AddressProblem::Missing => "メールアドレスを入力してください",
        AddressProblem::TooLong => "メールアドレスが長すぎます。余分な文字が入っていないか確かめてください",
        AddressProblem::Forbidden => {
            "メールアドレスに使えない文字が含まれています。いったん消して、入力し直してください"
        }
        AddressProblem::Space => "メールアドレスの途中に空白があります。空白を消してください",
        AddressProblem::NoAt => "メールアドレスに「@」がありません。「name@example.jp」のように入力してください",
        AddressProblem::ManyAts => "メールアドレスに「@」が2つ以上あります。1つのアドレスだけを入力してください",
        AddressProblem::NotAscii => "メールアドレスは英数字と記号で入力してください",
        AddressProblem::Local => "メールアドレスの「@」より前の部分を確かめてください",
        AddressProblem::Domain => "メールアドレスの「@」より後の部分を確かめてください",
        AddressProblem::DomainWithoutDot => {
            "メールアドレスの「@」より後に「.」がありません。「example.jp」のように最後まで入力してください"
        }
    }
}
