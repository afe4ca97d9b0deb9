//! What the pages of 受診者 say in Japanese.

use super::sentences::{BookingMemberWords, BookingPersonWords};
use crate::account::Relation;
use crate::booking::filled::DetailsProblem;
use crate::booking::member_choice::MemberChoiceProblem;
use crate::booking::prefill::Prefilled;
use crate::clinic::chart_number::LONGEST;
use crate::lang::Lang;
use crate::lang::typed::Fault;
use crate::{mail, person, slots};

pub const PERSON: BookingPersonWords = BookingPersonWords {
    title: "受診者の情報を入力する",
    lead: "診察を受ける方の情報を入力してください。まだ予約は完了していません。",
    chosen: "予約する日時",
    email: "メールアドレス",
    email_hint: "予約の確認メールをお送りします。",
    email_hint_code: "この後、6桁の確認コードと予約の確認メールをお送りします。",
    patient: "受診する方",
    booker: "予約する方",
    booker_hint: "この予約についての連絡先です。",
    for_whom: "受診する方は、予約する方から見て",
    relation: |relation| match relation {
        Relation::Own => "本人",
        Relation::Child => "子ども",
        Relation::Spouse => "配偶者",
        Relation::Parent => "親",
        Relation::Other => "その他",
    },
    chart_number: "診察券番号",
    chart_number_hint: "お持ちの方のみ。分からない場合は空欄でかまいません。",
    to_confirmation: "確認へ",
    sign_in_hint: "アカウントをお持ちの方は、ログインすると入力を省けます。選んだ日時と入力した内容はそのままです。",
    choose_again: "日時は次の画面で確かめます。空いていれば、選んだ時間のまま進みます。",
    prefilled: |prefilled| match prefilled {
        Prefilled::Contact => {
            "先ほどのご予約の電話番号・住所・メールアドレスを入れてあります。違う場合は書き換えてください。"
        }
        Prefilled::Unfinished => "手続きの途中の予約に入力した内容を入れてあります。違う場合は書き換えてください。",
    },
    not_for: "ほかの診療メニューを選んでも、入力した内容は残ります。お困りのときは、クリニックへお電話ください。",
    problem,
};

pub const MEMBER: BookingMemberWords = BookingMemberWords {
    title: "受診する人を選ぶ",
    lead: "どなたの予約ですか。まだ予約は完了していません。",
    who: "受診する人",
    stored: "登録した情報を確認・変更する",
    for_whom: "どなたの予約ですか",
    chart_number_hint: "お持ちの方のみ。空欄のときは、前にこのクリニックの予約で入力した番号を使います。",
    consent: |names| format!("本人の同意を得ています({})", names.join("、")),
    consent_hint: "18歳以上の方の予約を代わりに取るときは、18か月ごとにご本人の同意を確認しています。すでにお取りになった予約はそのままです。",
    not_of_age: |ages| format!("この診療メニューの対象ではありません(対象年齢: {ages})"),
    add: "ご家族を追加して予約する",
    add_and_go_on: "追加して確認へ",
    typed: "ログイン前に入力した内容は残っています。一覧にない方の予約のときは、ご家族として追加してください。",
    add_typed: "入力した方を追加して予約する",
    back: "受診する人の選択に戻る",
    problem: member_problem,
};

const NO_CONSENT: &str = "この方の予約を取るには、ご本人の同意を得て、チェックを入れてください";

fn problem(problem: &DetailsProblem) -> String {
    match problem {
        DetailsProblem::Person(field, problem) => (person::words::of(Lang::Ja).problem)(*field, problem),
        DetailsProblem::Address(problem) => (mail::words::of(Lang::Ja).address)(*problem).to_owned(),
        DetailsProblem::ChartNumber(fault) => chart_number_problem(*fault),
        DetailsProblem::ForWhom => "受診する方がどなたかを選んでください".to_owned(),
        DetailsProblem::OwnTwice => {
            "予約する方ご本人は、すでに入力されています。この方との関係を選んでください".to_owned()
        }
        DetailsProblem::SameAsAnother => "この方は、すでに入力されています。別の方の情報を入力してください".to_owned(),
        DetailsProblem::NotFor(reason) => (slots::words::of(Lang::Ja).sentence)(reason),
    }
}

fn member_problem(problem: &MemberChoiceProblem) -> String {
    match problem {
        MemberChoiceProblem::Nobody => "受診する人を選んでください".to_owned(),
        MemberChoiceProblem::ChartNumber(fault) => chart_number_problem(*fault),
        MemberChoiceProblem::NumberOfAnother => {
            "受診する人が変わりました。診察券番号がその方のものか、もう一度ご確認ください".to_owned()
        }
        MemberChoiceProblem::NoConsent => NO_CONSENT.to_owned(),
        MemberChoiceProblem::NotFor(reason) => (slots::words::of(Lang::Ja).sentence)(reason),
    }
}

fn chart_number_problem(fault: Fault) -> String {
    match fault {
        Fault::TooLong => format!("診察券番号は{LONGEST}文字以内で入力してください"),
        Fault::Forbidden => "診察券番号に使えない文字が含まれています。いったん消して、入力し直してください".to_owned(),
    }
}
