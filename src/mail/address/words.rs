//! What to do about a text that is no e-mail address, in both languages.

use super::AddressProblem;
use crate::lang::{Lang, Words};

/// The sentence beside the field.
pub const fn sentence(lang: Lang, problem: AddressProblem) -> &'static str {
    lang.of(match problem {
        AddressProblem::Missing => Words("メールアドレスを入力してください", "Enter your e-mail address"),
        AddressProblem::TooLong => Words(
            "メールアドレスが長すぎます。余分な文字が入っていないか確かめてください",
            "This is longer than an e-mail address can be. Check for surplus text",
        ),
        AddressProblem::Forbidden => Words(
            "メールアドレスに使えない文字が含まれています。いったん消して、入力し直してください",
            "The address contains characters that cannot be used. Clear the field and type it again",
        ),
        AddressProblem::Space => Words(
            "メールアドレスの途中に空白があります。空白を消してください",
            "There is a space inside the address. Remove it",
        ),
        AddressProblem::NoAt => Words(
            "メールアドレスに「@」がありません。「name@example.jp」のように入力してください",
            "The address has no @. Enter it like name@example.jp",
        ),
        AddressProblem::ManyAts => Words(
            "メールアドレスに「@」が2つ以上あります。1つのアドレスだけを入力してください",
            "The address has more than one @. Enter a single address",
        ),
        AddressProblem::NotAscii => Words(
            "メールアドレスは英数字と記号で入力してください",
            "Enter the address in plain letters, digits and signs",
        ),
        AddressProblem::Local => {
            Words("メールアドレスの「@」より前の部分を確かめてください", "Check the part of the address before the @")
        }
        AddressProblem::Domain => {
            Words("メールアドレスの「@」より後の部分を確かめてください", "Check the part of the address after the @")
        }
        AddressProblem::DomainWithoutDot => Words(
            "メールアドレスの「@」より後に「.」がありません。「example.jp」のように最後まで入力してください",
            "The part after the @ has no dot. Enter it to the end, like example.jp",
        ),
    })
}
