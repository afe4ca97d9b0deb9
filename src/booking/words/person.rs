//! 受診者.

use crate::booking::filled::{DetailsProblem, LONGEST_NUMBER};
use crate::lang::typed::Fault;
use crate::lang::{Lang, Words};
use crate::mail::address;
use crate::person::words as person;
use crate::slots::words as slot_words;

pub const TITLE: Words = Words("受診者の情報を入力する", "Who is coming?");
pub const LEAD: Words = Words(
    "診察を受ける方の情報を入力してください。まだ予約は完了していません。",
    "Enter the details of the patient. Nothing has been booked yet.",
);
pub const CHOSEN: Words = Words("予約する日時", "Date and time");
pub const EMAIL: Words = Words("メールアドレス", "E-mail address");
pub const EMAIL_HINT: Words = Words("予約の確認メールをお送りします。", "We will send a confirmation to this address.");
pub const EMAIL_HINT_CODE: Words = Words(
    "この後、6桁の確認コードと予約の確認メールをお送りします。",
    "We will send a 6-digit code and then a confirmation to this address.",
);
pub const CHART_NUMBER: Words = Words("診察券番号", "Patient card number");
pub const CHART_NUMBER_HINT: Words =
    Words("お持ちの方のみ。分からない場合は空欄でかまいません。", "If you have one at hand; otherwise leave it empty.");
pub const CHART_NUMBER_FORBIDDEN: Words = Words(
    "診察券番号に使えない文字が含まれています。いったん消して、入力し直してください",
    "The patient card number contains characters that cannot be used. Clear the field and type it again",
);
pub const TO_CONFIRMATION: Words = Words("確認へ", "Continue");
pub const SIGN_IN_HINT: Words = Words(
    "アカウントをお持ちの方は、ログインすると入力を省けます(日時は選び直しになります)。",
    "If you have an account, sign in and need not enter this. You choose the time once more.",
);
pub const OWN: Words = Words(
    "ご登録の利用者情報を入れてあります。ご家族の予約の場合は書き換えてください(登録内容は変わりません)。",
    "Your own details are filled in. Change them if you book for somebody else; your account stays as it is.",
);

/// What is wrong with a field, and what to do.
pub fn problem(lang: Lang, problem: &DetailsProblem) -> String {
    match problem {
        DetailsProblem::Person(field, problem) => person::sentence(lang, *field, problem),
        DetailsProblem::Address(problem) => address::sentence(lang, *problem).to_owned(),
        DetailsProblem::ChartNumber(Fault::TooLong) => lang.pick(
            format!("診察券番号は{LONGEST_NUMBER}文字以内で入力してください"),
            format!("A patient card number can have up to {LONGEST_NUMBER} characters"),
        ),
        DetailsProblem::ChartNumber(Fault::Forbidden) => lang.of(CHART_NUMBER_FORBIDDEN).to_owned(),
        DetailsProblem::NotFor(reason) => slot_words::sentence(lang, reason),
    }
}
