//! The names of the form's inputs, in the order in which a page shows them. Labels and hints are in `words`.

/// 姓.
pub const FAMILY_NAME: &str = "family_name";
/// 名.
pub const GIVEN_NAME: &str = "given_name";
/// セイ.
pub const FAMILY_KANA: &str = "family_kana";
/// メイ.
pub const GIVEN_KANA: &str = "given_kana";
/// 生年月日.
pub const BIRTH_DATE: &str = "birth_date";
/// 性別.
pub const SEX: &str = "sex";
/// 電話番号.
pub const PHONE: &str = "phone";
/// 郵便番号.
pub const POSTAL_CODE: &str = "postal_code";
/// 都道府県.
pub const PREFECTURE: &str = "prefecture";
/// 市区町村.
pub const CITY: &str = "city";
/// 町域・番地.
pub const LINE: &str = "line";
/// 建物名.
pub const BUILDING: &str = "building";

/// All fields, in the order of the form.
pub const ALL: [&str; 12] = [
    FAMILY_NAME,
    GIVEN_NAME,
    FAMILY_KANA,
    GIVEN_KANA,
    BIRTH_DATE,
    SEX,
    PHONE,
    POSTAL_CODE,
    PREFECTURE,
    CITY,
    LINE,
    BUILDING,
];
