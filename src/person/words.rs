//! Every sentence of the form in both languages: labels, hints, choices, and what to do about a problem.

use super::field::PersonField;
use super::model::Sex;
use super::problem::PersonProblem;
use super::written_date::WrittenDate;
use crate::lang::{Lang, Words, calendar_date, date_with_era, era_date};
use time::Date;

/// The label of a field.
pub const fn label(field: PersonField) -> Words {
    match field {
        PersonField::FamilyName => Words("姓", "Family name"),
        PersonField::GivenName => Words("名", "Given name"),
        PersonField::FamilyKana => Words("セイ", "Family name in kana"),
        PersonField::GivenKana => Words("メイ", "Given name in kana"),
        PersonField::BirthDate => Words("生年月日", "Date of birth"),
        PersonField::Sex => Words("性別", "Sex"),
        PersonField::PostalCode => Words("郵便番号", "Postal code"),
        PersonField::Prefecture => Words("都道府県", "Prefecture"),
        PersonField::City => Words("市区町村", "City or town"),
        PersonField::Line => Words("町域・番地", "Street address"),
        PersonField::Building => Words("建物名", "Building"),
        PersonField::Phone => Words("電話番号", "Phone number"),
    }
}

/// A hint for filling in a field, if it has one.
pub fn hint(field: PersonField) -> Option<Words> {
    match field {
        PersonField::FamilyKana => {
            Some(Words("例:ヤマダ(ひらがなでも入力できます)", "For example ヤマダ; hiragana will do, too"))
        }
        PersonField::GivenKana => {
            Some(Words("例:ハナコ(ひらがなでも入力できます)", "For example ハナコ; hiragana will do, too"))
        }
        PersonField::BirthDate => Some(Words(
            "例:1988年2月3日、昭和63年2月3日、S63.2.3、19880203",
            "Year, month, day, for example 1988-02-03",
        )),
        PersonField::PostalCode => Some(Words(
            "例:123-4567(ハイフンはなくてもかまいません)",
            "For example 123-4567, with or without the hyphen",
        )),
        PersonField::Building => Some(Words("マンション名・部屋番号など", "Name of the building, room number")),
        PersonField::Phone => Some(Words(
            "例:090-1234-5678(ハイフンはなくてもかまいません)",
            "For example 090-1234-5678, with or without hyphens",
        )),
        _ => None,
    }
}

/// The name of a choice of 性別.
pub const fn sex(sex: Sex) -> Words {
    match sex {
        Sex::Male => Words("男性", "Male"),
        Sex::Female => Words("女性", "Female"),
        Sex::Other => Words("その他・回答しない", "Other, or rather not say"),
    }
}

/// The sentence beside a field: what is wrong and what to do.
pub fn sentence(lang: Lang, field: PersonField, problem: &PersonProblem) -> String {
    let label = lang.of(label(field));
    match problem {
        PersonProblem::Missing => lang.pick(format!("{label}を入力してください"), format!("Enter your {}", lower(label))),
        PersonProblem::TooLong { limit } => lang.pick(
            format!("{label}は{limit}文字以内で入力してください"),
            format!("{label} can have up to {limit} characters"),
        ),
        PersonProblem::Forbidden => lang.pick(
            format!("{label}に使えない文字が含まれています。いったん消して、入力し直してください"),
            format!("{label} contains characters that cannot be used. Clear the field and type it again"),
        ),
        PersonProblem::NotKana => lang.pick(
            format!("{label}はカタカナかひらがなで入力してください"),
            "Write this part of your name in katakana or hiragana. If you are unsure, copy it from your insurance card, or ask \
             the reception"
                .to_owned(),
        ),
        PersonProblem::NotChosen => {
            lang.pick(format!("{label}を選んでください"), format!("Select your {}", lower(label)))
        }
        PersonProblem::NotPrefecture => lang.pick(
            format!("{label}は「東京都」のように、47都道府県の名前で入力してください"),
            "Choose one of the 47 prefectures, such as Tokyo".to_owned(),
        ),
        PersonProblem::NotPostalCode | PersonProblem::PostalCodeLength { .. } => postal_code(lang, problem),
        PersonProblem::NotPhone | PersonProblem::ForeignPhone | PersonProblem::PhoneWithoutZero | PersonProblem::PhoneLength { .. } => {
            phone(lang, problem)
        }
        PersonProblem::UnclearDate
        | PersonProblem::ShortYear
        | PersonProblem::NoSuchDate(_)
        | PersonProblem::OutsideEra { .. }
        | PersonProblem::InFuture
        | PersonProblem::TooLongAgo { .. } => birth_date(lang, problem),
    }
}

fn postal_code(lang: Lang, problem: &PersonProblem) -> String {
    match problem {
        PersonProblem::PostalCodeLength { got } => lang.pick(
            format!("郵便番号は7桁です。入力された数字は{got}桁でした"),
            format!("A postal code has 7 digits. You entered {got}"),
        ),
        _ => lang.pick(
            "郵便番号は「123-4567」のように、7桁の数字で入力してください".to_owned(),
            "Enter the postal code in 7 digits, such as 123-4567".to_owned(),
        ),
    }
}

fn phone(lang: Lang, problem: &PersonProblem) -> String {
    match problem {
        PersonProblem::PhoneLength { expected, got } => lang.pick(
            format!("電話番号は{expected}桁です。入力された数字は{got}桁でした"),
            format!("This phone number should have {expected} digits. You entered {got}"),
        ),
        PersonProblem::PhoneWithoutZero => lang.pick(
            "電話番号は市外局番から、0で始まる番号を入力してください".to_owned(),
            "Enter the phone number with its area code, beginning with 0".to_owned(),
        ),
        PersonProblem::ForeignPhone => lang.pick(
            "日本国内の電話番号を、0または+81から入力してください".to_owned(),
            "Enter a phone number in Japan, beginning with 0 or +81".to_owned(),
        ),
        _ => lang.pick(
            "電話番号は「090-1234-5678」のように、数字で入力してください".to_owned(),
            "Enter the phone number in digits, such as 090-1234-5678".to_owned(),
        ),
    }
}

fn birth_date(lang: Lang, problem: &PersonProblem) -> String {
    match problem {
        PersonProblem::ShortYear => lang.pick(
            "年は西暦4桁か、元号を付けて入力してください(例:1988年2月3日、昭和63年2月3日)".to_owned(),
            "Enter the year in four digits, or with its era (for example 1988-02-03 or S63.2.3)".to_owned(),
        ),
        PersonProblem::NoSuchDate(written) => {
            let written = written.written(lang);
            lang.pick(
                format!("{written}という日付はありません。年・月・日を確かめてください"),
                format!("There is no such date as {written}. Check year, month and day"),
            )
        }
        PersonProblem::OutsideEra { written, meant } => outside_era(lang, *written, *meant),
        PersonProblem::InFuture => lang.pick(
            "生年月日が今日より後の日付です。年を確かめてください".to_owned(),
            "This date of birth lies in the future. Check the year".to_owned(),
        ),
        PersonProblem::TooLongAgo { earliest } => {
            let earliest = date_with_era(lang, *earliest);
            lang.pick(
                format!("生年月日は{earliest}以降の日付を入力してください。年を確かめてください"),
                format!("Enter a date of birth from {earliest} on. Check the year"),
            )
        }
        _ => lang.pick(
            "生年月日は年・月・日の順に入力してください(例:1988年2月3日、昭和63年2月3日)".to_owned(),
            "Enter year, month and day in this order (for example 1988-02-03)".to_owned(),
        ),
    }
}

fn outside_era(lang: Lang, written: WrittenDate, meant: Option<Date>) -> String {
    let text = written.written(lang);
    if let Some(meant) = meant {
        let meant = era_date(lang, meant);
        return lang
            .pick(format!("{text}は{meant}ではありませんか"), format!("{text} does not exist. Did you mean {meant}?"));
    }
    let Some(era) = written.era else {
        return text;
    };
    let name = lang.of(era.name());
    let first = calendar_date(lang, era.first_day());
    match era.last_day().map(|day| calendar_date(lang, day)) {
        Some(last) => lang.pick(
            format!("{text}という日付はありません。{name}は{first}から{last}までです"),
            format!("{text} does not exist. {name} ran from {first} to {last}"),
        ),
        None => lang.pick(
            format!("{text}という日付はありません。{name}は{first}からです"),
            format!("{text} does not exist. {name} began on {first}"),
        ),
    }
}

/// The label as it is written inside a sentence.
fn lower(label: &str) -> String {
    label.to_lowercase()
}
