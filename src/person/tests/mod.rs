//! Tests of the form's rules, one file for each kind of field and one for the form as a whole.

mod birth_date;
mod form;
mod kana;
mod kanji_number;
mod legal_age;
mod phone;
mod places;
mod postal_places;
mod text;
mod words;

use super::*;
use crate::ui::{Form, FormField};
use time::Date;
use time::macros::date;

const TODAY: Date = date!(2026 - 11 - 24);

/// Every field, in the order of the form.
fn all() -> Vec<PersonField> {
    Draft::default().typed().into_iter().map(|(field, _)| field).collect()
}

/// A form filled in without a fault.
fn filled() -> Draft {
    Draft {
        family_name: "山田".into(),
        given_name: "花子".into(),
        family_kana: "ヤマダ".into(),
        given_kana: "ハナコ".into(),
        birth_date: "1988/2/3".into(),
        sex: "female".into(),
        postal_code: "105-0011".into(),
        prefecture: "東京都".into(),
        city: "港区".into(),
        line: "芝公園4-2-8".into(),
        building: "タワー101".into(),
        phone: "090-1234-5678".into(),
    }
}

/// Text that has broken forms before: empty, invisible, reversed, huge.
fn hostile() -> Vec<String> {
    let small = [
        "",
        " ",
        "\0",
        "\u{202E}abc",
        "\u{200B}",
        "\u{200D}",
        "\u{3099}",
        "゛",
        "👩\u{200D}⚕\u{FE0F}",
        "ﾞ",
        "\u{FDFA}",
        "𠮷",
        "ー",
        "・",
        "+",
        "+81",
        "〒",
        "昭和",
        "元年",
        "元",
        "年月日",
        "-",
        "0000/00/00",
        "99999999",
        "昭和元元年1月1日",
        "’; --",
        "<script>",
    ];
    let huge = ["a", "0", "ｶﾞ", "\u{FDFA}", "\u{0301}", "\0", "\u{200B}", " ", "年", "👍"];
    let huge = huge.iter().map(|piece| piece.repeat(1_000_000 / piece.len()));
    small.into_iter().map(str::to_owned).chain(huge).collect()
}
