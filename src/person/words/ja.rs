//! What the form of a person says in Japanese.

use super::sentences::PersonWords;
use crate::lang::{Lang, calendar_date, date_with_era, era_date};
use crate::person::field::PersonField;
use crate::person::model::Sex;
use crate::person::problem::PersonProblem;
use crate::person::written_date::WrittenDate;
use time::Date;

pub const WORDS: PersonWords = PersonWords {
    label,
    hint,
    sex,
    problem,
    names_note: "お名前が1つの方は、姓と名のどちらか一方だけ入力してください。ローマ字のお名前の方は、セイとメイを空欄にできます。",
    kana_needed: "ローマ字以外は必須",
    name: "氏名",
    kana: "フリガナ",
    address: "住所",
    address_opener: "住所を入力する(任意)",
    not_given: "(未入力)",
    age: |age| format!("{age}歳"),
    name_and_age: |name, age| format!("{name}({age})"),
    months: |months| format!("{months}か月"),
};

const fn label(field: PersonField) -> &'static str {
    match field {
        PersonField::FamilyName => "姓",
        PersonField::GivenName => "名",
        PersonField::FamilyKana => "セイ",
        PersonField::GivenKana => "メイ",
        PersonField::BirthDate => "生年月日",
        PersonField::Sex => "性別",
        PersonField::PostalCode => "郵便番号",
        PersonField::Prefecture => "都道府県",
        PersonField::City => "市区町村",
        PersonField::Line => "町域・番地",
        PersonField::Building => "建物名",
        PersonField::Phone => "電話番号",
    }
}

const fn hint(field: PersonField) -> Option<&'static str> {
    match field {
        PersonField::FamilyKana => Some("例:ヤマダ(ひらがなでも入力できます)"),
        PersonField::GivenKana => Some("例:ハナコ(ひらがなでも入力できます)"),
        PersonField::BirthDate => Some("例:1988年2月3日、昭和63年2月3日、S63.2.3、19880203"),
        PersonField::PostalCode => Some("例:123-4567 都道府県から町域までが自動で入ります"),
        PersonField::Building => Some("マンション名と部屋番号など"),
        PersonField::Phone => Some("例:090-1234-5678 (ハイフンはなくてもかまいません)"),
        _ => None,
    }
}

const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "男性",
        Sex::Female => "女性",
        Sex::Other => "その他・回答しない",
    }
}

fn problem(field: PersonField, problem: &PersonProblem) -> String {
    let label = label(field);
    match problem {
        PersonProblem::Missing => format!("{label}を入力してください"),
        PersonProblem::TooLong { limit } => format!("{label}は{limit}文字以内で入力してください"),
        PersonProblem::Forbidden => {
            format!("{label}に使えない文字が含まれています。いったん消して、入力し直してください")
        }
        PersonProblem::NotKana => {
            format!("{label}はカタカナかひらがなで入力してください。ローマ字のお名前なら空欄にできます")
        }
        PersonProblem::NotChosen => format!("{label}を選んでください"),
        PersonProblem::NotPrefecture => format!("{label}は「東京都」のように、47都道府県の名前で入力してください"),
        PersonProblem::NotPostalCode => "郵便番号は「123-4567」のように、7桁の数字で入力してください".to_owned(),
        PersonProblem::PostalCodeLength { got } => format!("郵便番号は7桁です。入力された数字は{got}桁でした"),
        PersonProblem::NotPhone => "電話番号は「090-1234-5678」のように、数字で入力してください".to_owned(),
        PersonProblem::ForeignPhone => "日本国内の電話番号を、0または+81から入力してください".to_owned(),
        PersonProblem::PhoneWithoutZero => "電話番号は市外局番から、0で始まる番号を入力してください".to_owned(),
        PersonProblem::PhoneLength { expected, got } => {
            format!("電話番号は{expected}桁です。入力された数字は{got}桁でした")
        }
        PersonProblem::UnclearDate => {
            "生年月日は年・月・日の順に入力してください(例:1988年2月3日、昭和63年2月3日)".to_owned()
        }
        PersonProblem::ShortYear => {
            "年は西暦4桁か、元号を付けて入力してください(例:1988年2月3日、昭和63年2月3日)".to_owned()
        }
        PersonProblem::DayOrMonthFirst { day_first, month_first } => format!(
            "{}とも{}とも読めます。年・月・日の順に入力してください",
            day_first.written(Lang::Ja),
            month_first.written(Lang::Ja)
        ),
        PersonProblem::CalendarsDiffer => "西暦と和暦の日付が合いません。どちらか一方で入力してください".to_owned(),
        PersonProblem::NoSuchDate(written) => {
            format!("{}という日付はありません。年・月・日を確かめてください", written.written(Lang::Ja))
        }
        PersonProblem::OutsideEra { written, meant } => outside_era(*written, *meant),
        PersonProblem::InFuture => "生年月日が今日より後の日付です。年を確かめてください".to_owned(),
        PersonProblem::TooLongAgo { earliest } => {
            let earliest = date_with_era(Lang::Ja, *earliest);
            format!("生年月日は{earliest}以降の日付を入力してください。年を確かめてください")
        }
    }
}

fn outside_era(written: WrittenDate, meant: Option<Date>) -> String {
    let text = written.written(Lang::Ja);
    if let Some(meant) = meant {
        return format!("{text}は{}ではありませんか", era_date(Lang::Ja, meant));
    }
    let Some(era) = written.era else {
        return text;
    };
    let name = Lang::Ja.of(era.name());
    let first = calendar_date(Lang::Ja, era.first_day());
    match era.last_day().map(|day| calendar_date(Lang::Ja, day)) {
        Some(last) => format!("{text}という日付はありません。{name}は{first}から{last}までです"),
        None => format!("{text}という日付はありません。{name}は{first}からです"),
    }
}
